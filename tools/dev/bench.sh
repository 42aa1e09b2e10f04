# bench: 速さを測る / measure: times, memory and sizes of the release build
source tools/dev/build.sh
source tools/dev/packages.sh

need_packages test
configure_to_test release
build release madoguchi madoguchi_bench
exec build/release/tests/bench/madoguchi_bench "$@"
