create table job (
    tenant text not null default current_tenant(),
    id text not null,
    kind text not null,
    state text not null,
    waits_for text not null,
    priority integer not null,
    created_at text not null,
    not_before text not null,
    lease_until text not null,
    version integer not null,
    payload text not null,
    primary key (tenant, id)
);

create index job_to_run on job (tenant, state, priority, created_at);

alter table job enable row level security;

alter table job force row level security;

create policy of_one_tenant on job using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, update, delete on job to madoguchi_service;
