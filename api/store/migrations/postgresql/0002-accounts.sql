create table account (
    tenant text not null default current_tenant(),
    id text not null,
    login_token text not null,
    version integer not null,
    payload text not null,
    primary key (tenant, id),
    unique (tenant, login_token)
);

create table credentials (
    tenant text not null default current_tenant(),
    account text not null,
    version integer not null,
    payload text not null,
    primary key (tenant, account),
    foreign key (tenant, account) references account (tenant, id)
);

create table session (
    tenant text not null default current_tenant(),
    token_hash text not null,
    account text not null,
    payload text not null,
    primary key (tenant, token_hash),
    foreign key (tenant, account) references account (tenant, id)
);

create index session_by_account on session (tenant, account);

alter table account enable row level security;

alter table account force row level security;

create policy of_one_tenant on account using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table credentials enable row level security;

alter table credentials force row level security;

create policy of_one_tenant on credentials using (tenant = current_tenant()) with check (tenant = current_tenant());

alter table session enable row level security;

alter table session force row level security;

create policy of_one_tenant on session using (tenant = current_tenant()) with check (tenant = current_tenant());

grant select, insert, update on account to madoguchi_service;

grant select, insert, update, delete on credentials to madoguchi_service;

grant select, insert, update, delete on session to madoguchi_service;
