create table tenant (
    id text primary key,
    name text not null,
    state text not null check (state in ('active', 'suspended')),
    modules text not null,
    version integer not null,
    proof text not null
);

create table tenant_key (
    tenant text not null,
    purpose text not null check (purpose in ('data', 'search', 'audit')),
    number integer not null check (number > 0),
    wrapped text not null,
    master text not null,
    primary key (tenant, purpose, number)
);

-- What a transaction has said about itself, '-' for what is about all tenants; without it nothing is seen and nothing
-- can be added.
create function current_tenant() returns text language sql stable
return nullif(current_setting('madoguchi.tenant', true), '');

create table audit_entry (
    tenant text not null default current_tenant(),
    sequence bigint not null check (sequence > 0),
    occurred_at text not null,
    actor text not null,
    action text not null,
    subject text not null,
    details text not null,
    chain text not null,
    primary key (tenant, sequence)
);

create index audit_entry_by_time on audit_entry (tenant, occurred_at);

create index audit_entry_by_actor on audit_entry (tenant, actor, sequence);

create index audit_entry_by_subject on audit_entry (tenant, subject, sequence);

alter table audit_entry enable row level security;

alter table audit_entry force row level security;

create policy of_one_tenant on audit_entry using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select on schema_history to madoguchi_service;

grant select, insert, update on tenant to madoguchi_service;

grant select, insert, update, delete on tenant_key to madoguchi_service;

grant select, insert on audit_entry to madoguchi_service;
