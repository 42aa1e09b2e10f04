# Sourced: configuring and building.
set -euo pipefail

jobs=$(nproc)
# A clone in another folder finds what this one compiled.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
logs=build/logs
mkdir -p "$logs"

say() { printf '▸ %s / %s\n' "$1" "$2"; }
fail() {
    printf '✗ %s / %s\n' "$1" "$2" >&2
    exit 1
}

cached() { grep -q "^$2:[A-Z]*=$3\$" "build/$1/CMakeCache.txt" 2>/dev/null; }

# configure PRESET [ARGUMENT…]: only when there is nothing to build from or the presets changed; ninja
# notices all other changes.
configure() {
    local preset=$1
    shift
    [ ! build/"$preset"/build.ninja -nt CMakePresets.json ] || [ $# -gt 0 ] || return 0
    say "設定します: $preset" "configuring $preset"
    cmake --preset "$preset" "$@" >"$logs/configure-$preset.log" 2>&1 ||
        { cat "$logs/configure-$preset.log" >&2; fail "設定できませんでした" "could not configure"; }
}

# A newcomer's first run builds no tests; where tests were built once they stay.
configure_to_run() {
    if [ -f build/release/CMakeCache.txt ]; then configure release; else configure release -DBUILD_TESTING=OFF; fi
}

configure_to_test() {
    if cached "$1" BUILD_TESTING OFF || [ ! -f "build/$1/CMakeCache.txt" ]; then
        configure "$1" -DBUILD_TESTING=ON
    else
        configure "$1"
    fi
}

# Ninja draws one moving line on a terminal; elsewhere every 25th step and all that compilers say.
every_25th_step() {
    awk '/^ninja: no work to do/ { next }
         /^\[[0-9]+\/[0-9]+\] / { if (++step % 25) next }
         { print; fflush() }'
}

# build PRESET [TARGET…]
build() {
    local preset=$1 targets=()
    shift
    [ $# -eq 0 ] || targets=(--target "$@")
    say "ビルドします: $preset" "building $preset with $jobs jobs"
    if [ -t 1 ]; then
        cmake --build "build/$preset" -j "$jobs" "${targets[@]}"
    else
        cmake --build "build/$preset" -j "$jobs" "${targets[@]}" | every_25th_step
    fi
}

# The screens' bundle; esbuild takes less time than finding out whether it must run.
build_studio() {
    [ -f studio/package.json ] || return 0
    need_npm_packages studio
    say "画面をビルドします" "building the screens"
    (cd studio && npm run --silent build </dev/null) >"$logs/studio.log" 2>&1 ||
        { cat "$logs/studio.log" >&2; fail "画面をビルドできませんでした" "could not build the screens"; }
}

# The table of characters from the data of 文字情報基盤; again only when the data or the maker changed, or the
# table that lies there is damaged or of another version (a copied build/ is newer than the maker).
build_characters() {
    local maker=tools/characters/make_table.py table=build/characters.table
    need_npm_packages tools/characters
    local data=tools/characters/node_modules/@mandel59/mojidata/dist/moji.db
    [ ! "$table" -nt "$maker" ] || [ ! "$table" -nt tools/characters/node_modules/.lock-digest ] ||
        ! python3 -B "$maker" --check "$table" || return 0
    say "文字の表を作ります" "making the table of characters"
    python3 -B "$maker" "$data" "$table" || fail "文字の表を作れませんでした" "could not make the table of characters"
}

# The index of shapes (同定), some 5 s; again only when the table or the index's version changed. Of another font it is refused, with a hint.
build_shapes() {
    local index=build/shapes.index
    local mark
    mark=$(sed -n 's/.*magic = "\(MADOSHP[0-9]\)".*/\1/p' fonts/gaiji/shape_index.cc)
    [ ! "$index" -nt build/characters.table ] || [ "$(head -c 8 "$index")" != "$mark" ] || return 0
    say "字形の索引を作ります" "making the index of shapes"
    MADOGUCHI_ROOT=$PWD build/release/api/madoguchi characters index >/dev/null ||
        fail "字形の索引を作れませんでした" "could not make the index of shapes"
}
