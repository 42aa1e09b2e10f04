# fuzz [SECONDS]: ファズテスト / run every fuzz target so many seconds (120), as many at once as cores
source tools/dev/build.sh
source tools/dev/packages.sh

export seconds=${1:-120} logs
need_packages fuzz
configure_to_test fuzz
build fuzz fuzzers

# Prints one line when the target is through; all it said is in its log.
run_target() {
    local target=$1 name findings corpus
    name=$(basename "$target")
    findings=$PWD/build/fuzz/findings/$name/
    corpus=build/fuzz/corpus/$name
    mkdir -p "$findings" "$corpus"
    if "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len=65536 \
        -artifact_prefix="$findings" "$corpus" "tests/fuzz/corpus/$name" >"$logs/$name.log" 2>&1; then
        printf '  %-22s %s\n' "$name" "$(tail -n 1 "$logs/$name.log")"
    else
        tail -n 40 "$logs/$name.log"
        printf '✗ %s: %s/%s.log\n' "$name" "$logs" "$name"
        return 1
    fi
}
export -f run_target

say "それぞれ $seconds 秒" "$seconds seconds each"
if printf '%s\0' build/fuzz/tests/fuzz/*_fuzz | xargs -0 -n 1 -P "$jobs" bash -c 'run_target "$0"'; then
    say "指摘はありません" "no findings"
else
    fail "build/fuzz/findings/ を見てください" "see build/fuzz/findings/"
fi
