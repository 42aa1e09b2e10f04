# help: この一覧 / this list
printf '窓口 Madoguchi\n\n'
for script in tools/dev/{run,test,bench,fuzz,fmt,lint,sanitize,characters,help}.sh; do
    printf '  ./dev %s\n' "$(sed -n '1s/^# //p' "$script")"
done
