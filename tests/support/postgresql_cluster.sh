#!/usr/bin/env bash
# start|stop|crash DIRECTORY: a private PostgreSQL of the tests, run by an unprivileged user, reached by its socket in
# DIRECTORY alone. Started once for all tests; a second start finds it running. A crash kills every process of it with -9
# and brings it up again.
set -euo pipefail

command=$1 directory=$2
programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)

# PostgreSQL refuses to be root.
as_user() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else
        "$@"
    fi
}

bring_up() {
    as_user "$programs/pg_ctl" start -w -D "$directory/data" -l "$directory/log" \
        -o "-c listen_addresses= -c unix_socket_directories='$directory' -c max_connections=200" >>"$directory.log" 2>&1 9>&-
}

crash() {
    local leader
    leader=$(head -n 1 "$directory/data/postmaster.pid")
    pkill -9 -P "$leader" || true
    kill -9 "$leader"
    while kill -0 "$leader" 2>/dev/null; do sleep 0.05; done
    bring_up
}

start() {
    mkdir -p "$directory"
    [ "$(id -u)" -ne 0 ] || chown postgres:postgres "$directory"
    exec 9>"$directory.lock"
    flock 9
    if as_user "$programs/pg_ctl" status -D "$directory/data" >/dev/null 2>&1; then return 0; fi
    rm -rf "$directory/data"
    as_user "$programs/initdb" -D "$directory/data" -U madoguchi_owner -E UTF8 --locale=C.UTF-8 --auth=trust --no-sync \
        >"$directory.log" 2>&1
    bring_up
    as_user "$programs/psql" -q -h "$directory" -U madoguchi_owner postgres -c 'create role madoguchi_service login'
}

stop() {
    as_user "$programs/pg_ctl" stop -m immediate -D "$directory/data" >/dev/null 2>&1 || true
    rm -rf "$directory" "$directory.lock" "$directory.log"
}

"$command"
