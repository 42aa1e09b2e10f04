# fmt [--check]: 書式をそろえる / format the C++ sources
source tools/dev/build.sh
source tools/dev/packages.sh
source tools/dev/sources.sh

need_packages lint
need_formatter
mapfile -t files < <(sources)
if [ "${1:-}" = --check ]; then
    clang-format-14 --dry-run --Werror "${files[@]}"
else
    say "書式をそろえます" "formatting ${#files[@]} files"
    clang-format-14 -i "${files[@]}"
fi
