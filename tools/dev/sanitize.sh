# sanitize [thread] [LABEL…]: サニタイザー付きでテストする / tests under ASan and UBSan, or under TSan
source tools/dev/build.sh
source tools/dev/packages.sh
source tools/dev/suite.sh

# What follows no code of ours gains nothing here.
left_out='^(long|checks|browser)$'
preset=asan
labels=''
if [ "${1:-}" = thread ]; then
    shift
    preset=tsan
    labels='threads http'
    # Programs against programs say how long others wait, which means nothing here.
    left_out='^(long|checks|browser|fault)$'
fi
[ $# -eq 0 ] || labels=$*
selection=(--label-exclude "$left_out")
[ -z "$labels" ] || selection+=(--label-regex "^(${labels// /|})\$")

export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:check_initialization_order=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1:suppressions=$PWD/tools/dev/tsan-suppressions.txt

need_packages test
need_japanese_locale
need_node
build_characters
run_suite "$preset" "${selection[@]}"
