create table account (
    id text primary key,
    login_token text not null unique,
    version integer not null,
    payload text not null
) strict, without rowid;

create table credentials (
    account text primary key references account (id),
    version integer not null,
    payload text not null
) strict, without rowid;

create table session (
    token_hash text primary key,
    account text not null references account (id),
    payload text not null
) strict, without rowid;

create index session_by_account on session (account);
