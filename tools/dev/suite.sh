# Sourced: builds a preset's tests, runs them and ends in the one line that says how it went.

# Of ctest's lines, those that are news: failures as they come, and now and then how far it is.
news() {
    awk '/^ *Start +[0-9]+:/ { next }
         / Passed +[0-9.]+ sec *$/ { if (++passed % 100 == 0) { print; fflush() } next }
         /^(Label Time Summary|[^ ]+ += +[0-9.]+ sec\*proc)/ || /^ *$/ { next }
         { print; fflush() }'
}

# run_suite PRESET [CTEST ARGUMENT…]
run_suite() {
    local preset=$1 report
    shift
    configure_to_test "$preset"
    if ! build "$preset"; then
        printf '✗ ビルドできませんでした / the build failed\n0 passed, 1 failed\n'
        exit 1
    fi
    report=$PWD/$logs/tests-$preset.xml
    rm -f "$report"
    say "テストします: $preset" "testing $preset"
    ctest --test-dir "build/$preset" -j "$jobs" --timeout 300 --output-on-failure --no-tests=error \
        --output-junit "$report" "$@" </dev/null | news || true
    python3 -B tools/dev/summary.py "$report"
}
