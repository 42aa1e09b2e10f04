# bench: 速さを測る / measure: times, memory and sizes of the release build
source tools/dev/build.sh
source tools/dev/packages.sh

need_packages test
configure_to_test release
build_characters
build release madoguchi madoguchi_bench
people=build/release/bench-people.jsonl
python3 tests/support/invented_people.py --count 1000 --seed 1 --format jsonl > "$people"
# One core, so that the figures are per core.
exec taskset -c 0 build/release/tests/bench/madoguchi_bench \
    --program build/release/api/madoguchi --people "$people" --json build/release/bench.json "$@"
