create table audit_entry (
    sequence integer primary key check (sequence > 0),
    occurred_at text not null,
    actor text not null,
    action text not null,
    subject text not null,
    details text not null,
    chain text not null
) strict;

create trigger audit_entry_is_never_changed before update on audit_entry
begin
    select raise(abort, 'audit entries are never changed');
end;

create trigger audit_entry_is_never_removed before delete on audit_entry
begin
    select raise(abort, 'audit entries are never removed');
end;

create index audit_entry_by_time on audit_entry (occurred_at);

create index audit_entry_by_actor on audit_entry (actor, sequence);

create index audit_entry_by_subject on audit_entry (subject, sequence);
