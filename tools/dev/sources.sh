# Sourced: which C++ files are ours, and the formatter.

existing() {
    sort -u | grep -v '_generated\.' | while read -r file; do
        [ ! -f "$file" ] || printf '%s\n' "$file"
    done
}

sources() { git ls-files --cached --others --exclude-standard '*.h' '*.cc' | existing; }

# Those that differ from what the server has, or from the last commit where there is no server.
changed_sources() {
    local since
    since=$(git merge-base HEAD '@{upstream}' 2>/dev/null || git rev-parse --verify --quiet HEAD~1 ||
        git rev-parse HEAD)
    { git diff --name-only "$since" -- '*.cc'; git ls-files --others --exclude-standard '*.cc'; } | existing
}

# Versions format differently: only the one of Debian 12 may touch the sources.
need_formatter() {
    [[ $(clang-format-14 --version 2>/dev/null) == *"version 14."* ]] ||
        fail "clang-format 14 が必要です" "needs clang-format 14"
}
