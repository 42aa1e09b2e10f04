create table staff_run (
    id text primary key,
    version integer not null,
    payload text not null
) strict, without rowid;
