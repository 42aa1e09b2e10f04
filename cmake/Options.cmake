# What every target of ours is compiled with.
add_library(madoguchi_options INTERFACE)
target_compile_options(
    madoguchi_options
    INTERFACE -Wall
              -Wextra
              -Wpedantic
              -Wconversion
              -Wsign-conversion
              -Wold-style-cast
              -Wnon-virtual-dtor
              -Woverloaded-virtual
              -Wimplicit-fallthrough
              -Wno-missing-field-initializers
              -Werror
              -fno-omit-frame-pointer)
# g++ 12 takes "text" + std::string for overlapping copies once it optimises (GCC bug 105651),
# and an optional that holds nothing for one that is read (GCC bug 80635).
target_compile_options(
    madoguchi_options INTERFACE "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-restrict;-Wno-stringop-overflow;-Wno-maybe-uninitialized>")
target_include_directories(madoguchi_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)

set(MADOGUCHI_SANITIZE "" CACHE STRING "Sanitizers of the whole build: address,undefined or thread")
if(MADOGUCHI_SANITIZE)
    add_compile_options(-fsanitize=${MADOGUCHI_SANITIZE} -fno-sanitize-recover=all -g1)
    add_link_options(-fsanitize=${MADOGUCHI_SANITIZE})
endif()

option(MADOGUCHI_FUZZ "Build for libFuzzer (clang; ./dev fuzz)" OFF)
if(MADOGUCHI_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link
                        -fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/tests/fuzz/foreign_headers.txt)
endif()
