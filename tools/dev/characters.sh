# characters: 文字の表と字形の索引を作り直す / make the table of characters and the index of shapes anew
source tools/dev/build.sh
source tools/dev/packages.sh

need_packages run
need_node
rm -f build/characters.table build/shapes.index
build_characters
say "$(stat --format=%s build/characters.table) バイト: build/characters.table" "bytes of the table"
configure_to_run
build release madoguchi
build_shapes
say "$(stat --format=%s build/shapes.index) バイト: build/shapes.index" "bytes of the index"
