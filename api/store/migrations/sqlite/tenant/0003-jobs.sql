create table job (
    id text primary key,
    kind text not null,
    state text not null,
    waits_for text not null,
    priority integer not null,
    created_at text not null,
    not_before text not null,
    lease_until text not null,
    version integer not null,
    payload text not null
) strict, without rowid;

create index job_to_run on job (state, priority, created_at);
