create table staff_run (
    tenant text not null default current_tenant(),
    id text not null,
    version integer not null,
    payload text not null,
    primary key (tenant, id)
);

alter table staff_run enable row level security;

alter table staff_run force row level security;

create policy of_one_tenant on staff_run using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, update on staff_run to madoguchi_service;
