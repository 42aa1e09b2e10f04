# run: サービスを 127.0.0.1 で起動する / build and start the service, with a demonstration tenant
source tools/dev/build.sh
source tools/dev/packages.sh

need_packages run
need_node
build_studio
build_characters
configure_to_run
build release madoguchi
build_shapes
exec build/release/api/madoguchi serve "$@"
