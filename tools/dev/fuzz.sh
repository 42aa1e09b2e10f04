# fuzz [SECONDS]: ファズテスト / run every fuzz target so many seconds (120)
source tools/dev/build.sh
source tools/dev/packages.sh

seconds=${1:-120}
need_packages fuzz
configure_to_test fuzz
build fuzz fuzzers
failed=0
for target in build/fuzz/tests/fuzz/*_fuzz; do
    name=$(basename "$target")
    findings=$PWD/build/fuzz/findings/$name/
    corpus=build/fuzz/corpus/$name
    mkdir -p "$findings" "$corpus"
    say "$name を $seconds 秒" "$name for $seconds seconds"
    "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len=65536 \
        -artifact_prefix="$findings" "$corpus" "tests/fuzz/corpus/$name" || failed=1
done
[ $failed -eq 0 ] && say "指摘はありません" "no findings" || say "build/fuzz/findings/ を見てください" "see build/fuzz/findings/"
exit $failed
