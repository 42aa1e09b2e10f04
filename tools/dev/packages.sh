# Sourced: what a machine needs, installed only where it is missing.

# The groups of packages.txt that a command needs.
groups_of() {
    case $1 in
        run) echo run ;;
        test) echo run test ;;
        *) echo run test "$1" ;;
    esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "root か sudo が必要です: $*" "needs root or sudo: $*"
    fi
}

# Those of the named packages that are not installed, one a line.
not_installed() {
    local installed
    installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        awk '$1 == "installed" { print $2 }' || true)
    printf '%s\n' "$@" | grep -vxF -e "$installed" || true
}

install_packages() {
    say "Debian パッケージを入れます: $*" "installing $# Debian packages"
    local options=(-qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    local environment=(env DEBIAN_FRONTEND=noninteractive)
    as_root "${environment[@]}" apt-get "${options[@]}" update
    as_root "${environment[@]}" apt-get "${options[@]}" install --yes --no-install-recommends "$@" \
        </dev/null >"$logs/apt.log" 2>&1 ||
        { cat "$logs/apt.log" >&2; fail "パッケージを入れられませんでした" "could not install the packages"; }
}

# need_packages COMMAND: everything packages.txt lists for it.
need_packages() {
    local wanted missing
    mapfile -t wanted < <(awk -v groups=" $(groups_of "$1") " \
        '!/^#/ && NF && index(groups, " " $2 " ") { print $1 }' tools/dev/packages.txt)
    mapfile -t missing < <(not_installed "${wanted[@]}")
    [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

# The screens are TypeScript. A machine may have a newer Node.js of its own; Debian's npm would pull
# Debian's older Node.js over it.
need_node() {
    local oldest=18 missing=()
    command -v node >/dev/null || missing+=(nodejs)
    if ! command -v npm >/dev/null; then
        missing+=(npm)
        if command -v node >/dev/null && [[ $(dpkg-query -Wf '${Maintainer}' nodejs 2>/dev/null) != *Debian* ]]; then
            fail "この Node.js に合う npm を入れてください" "install the npm that belongs to this Node.js"
        fi
    fi
    [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
    local version
    version=$(node --version)
    version=${version#v}
    [ "${version%%.*}" -ge $oldest ] ||
        fail "Node.js $oldest 以上が必要です (今: $version)" "needs Node.js $oldest or later, this is $version"
}

# need_npm_packages FOLDER: as its lock file says; again only when the lock file changed.
need_npm_packages() {
    [ -f "$1/package-lock.json" ] || return 0
    local stamp=$1/node_modules/.lock-digest digest
    digest=$(sha256sum <"$1/package-lock.json")
    [ "$digest" != "$(cat "$stamp" 2>/dev/null)" ] || return 0
    say "npm パッケージを入れます: $1/" "installing the npm packages of $1/"
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null) >"$logs/npm.log" 2>&1 ||
        { cat "$logs/npm.log" >&2; fail "npm パッケージを入れられませんでした" "could not install the npm packages"; }
    printf '%s\n' "$digest" >"$stamp"
}

# Tests compare output under C and under ja_JP.UTF-8.
need_japanese_locale() {
    locale -a | grep -qix 'ja_JP\.utf-\?8' && return 0
    say "ロケール ja_JP.UTF-8 を作ります" "making the locale ja_JP.UTF-8"
    as_root localedef -i ja_JP -f UTF-8 ja_JP.UTF-8
}
