# The libraries, each from Debian 12; docs/dependencies.md says why each is here.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset)
pkg_check_modules(FREETYPE REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(PODOFO REQUIRED IMPORTED_TARGET libpodofo)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(PISTACHE REQUIRED IMPORTED_TARGET libpistache)
pkg_check_modules(SPDLOG REQUIRED IMPORTED_TARGET spdlog)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)

# What programs of ours allocate with: a form is many small, short-lived texts. Sanitizers bring an allocator of their own.
add_library(madoguchi_allocator INTERFACE)
if(NOT MADOGUCHI_SANITIZE)
    find_package(mimalloc 2.0 REQUIRED)
    target_link_libraries(madoguchi_allocator INTERFACE mimalloc)
endif()
