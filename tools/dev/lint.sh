# lint [--all]: 静的に調べる / format, commit subject, house rules, types; clang-tidy of changed files
source tools/dev/build.sh
source tools/dev/packages.sh
source tools/dev/sources.sh

need_packages lint
need_formatter
failed=0
step() {
    say "$1" "$2"
    shift 2
    "$@" || failed=1
}

step "書式" "format" bash tools/dev/fmt.sh --check
step "コミットの題" "commit subject" python3 -B tests/checks/commit_subject.py
for check in includes sizes forbidden_words markdown_links; do
    step "規則 $check" "rule $check" python3 -B tests/checks/$check.py .
done

need_node
need_npm_packages studio
step "画面の型" "types of the screens" npm --prefix studio run --silent check

configure_to_test release
build release
if [ "${1:-}" = --all ]; then mapfile -t files < <(sources | grep '\.cc$'); else mapfile -t files < <(changed_sources); fi
say "clang-tidy ${#files[@]} ファイル" "clang-tidy, ${#files[@]} files"
if [ ${#files[@]} -gt 0 ]; then
    printf '%s\0' "${files[@]}" |
        xargs -0 -n 1 -P "$jobs" clang-tidy-14 -p build/release --quiet --warnings-as-errors='*' 2>"$logs/tidy.log" ||
        failed=1
fi
[ $failed -eq 0 ] && say "指摘はありません" "nothing to say"
exit $failed
