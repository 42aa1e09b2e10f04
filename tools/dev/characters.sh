# characters: 文字の表を作り直す / make the table of characters anew from the npm package
source tools/dev/build.sh
source tools/dev/packages.sh

need_packages run
need_node
rm -f build/characters.table
build_characters
say "$(stat --format=%s build/characters.table) バイト: build/characters.table" "bytes of the table"
