# test [--long] [--update NAME] [LABEL…]: テストする / run the tests, all or those with a label
source tools/dev/build.sh
source tools/dev/packages.sh
source tools/dev/suite.sh

selection=()
left_out='^long$'
labels=()
while [ $# -gt 0 ]; do
    case $1 in
        --long) left_out='' ;;
        --update)
            [ $# -ge 2 ] || { printf './dev test --update NAME\n' >&2; exit 2; }
            export MADOGUCHI_UPDATE_CASES=1
            selection+=(--tests-regex "${2//-/[-_]}")
            shift
            ;;
        -*) printf '%s?\n' "$1" >&2; exit 2 ;;
        *) labels+=("$1") ;;
    esac
    shift
done
[ -z "$left_out" ] || selection+=(--label-exclude "$left_out")
[ ${#labels[@]} -eq 0 ] || selection+=(--label-regex "^($(IFS='|'; echo "${labels[*]}"))\$")

need_packages test
need_japanese_locale
need_node
need_npm_packages tests/browser
build_studio
build_characters
run_suite release "${selection[@]}"
