create table tenant (
    id text primary key,
    name text not null,
    state text not null check (state in ('active', 'suspended')),
    modules text not null,
    version integer not null,
    proof text not null
) strict;

create table tenant_key (
    tenant text not null,
    purpose text not null check (purpose in ('data', 'search', 'audit')),
    number integer not null check (number > 0),
    wrapped text not null,
    master text not null,
    primary key (tenant, purpose, number)
) strict;
