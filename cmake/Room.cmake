# madoguchi_room(NAME SOURCES a.cc b.cc … USES room … LINKS library …)
# One room is one library. USES are the rooms below it; tests/checks/includes.py holds the same arrows against the
# include lines.
function(madoguchi_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LINKS" ${ARGN})
    add_library(madoguchi_${name} STATIC ${ROOM_SOURCES})
    list(TRANSFORM ROOM_USES PREPEND madoguchi_)
    target_link_libraries(madoguchi_${name} PUBLIC madoguchi_options ${ROOM_USES} PRIVATE ${ROOM_LINKS})
endfunction()

# madoguchi_test(NAME [ALONE] [FIXTURE name] LABELS label … SOURCES a_test.cc … USES room … LINKS library …)
# One test program; each of its cases is a ctest test with the labels of its capability. ALONE: no other test runs beside
# it, because it says how long others wait. FIXTURE: what must run meanwhile.
function(madoguchi_test name)
    cmake_parse_arguments(TEST "ALONE" "FIXTURE" "LABELS;SOURCES;USES;LINKS" ${ARGN})
    add_executable(${name} ${TEST_SOURCES})
    list(TRANSFORM TEST_USES PREPEND madoguchi_)
    target_link_libraries(${name} PRIVATE madoguchi_options ${TEST_USES} ${TEST_LINKS} GTest::gmock GTest::gtest_main)
    target_compile_definitions(${name} PRIVATE MADOGUCHI_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    gtest_discover_tests(${name} TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 120)
    # gtest_discover_tests takes a property of one word only: the labels follow in a file of their own.
    set(labels_file ${CMAKE_CURRENT_BINARY_DIR}/${name}_labels.cmake)
    file(CONFIGURE OUTPUT ${labels_file} @ONLY
         CONTENT "set_tests_properties(\${@name@_TESTS} PROPERTIES LABELS \"@TEST_LABELS@\" RUN_SERIAL @TEST_ALONE@ FIXTURES_REQUIRED \"@TEST_FIXTURE@\")\n")
    set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${labels_file})
endfunction()

# madoguchi_fuzz(NAME_fuzz SOURCES a_fuzz.cc … USES room …)
# One libFuzzer program of tests/fuzz; it starts from the files in tests/fuzz/corpus/NAME_fuzz.
function(madoguchi_fuzz name)
    if(NOT MADOGUCHI_FUZZ)
        return()
    endif()
    cmake_parse_arguments(FUZZ "" "" "SOURCES;USES" ${ARGN})
    add_executable(${name} ${FUZZ_SOURCES})
    list(TRANSFORM FUZZ_USES PREPEND madoguchi_)
    target_link_libraries(${name} PRIVATE madoguchi_options ${FUZZ_USES})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    if(NOT TARGET fuzzers)
        add_custom_target(fuzzers)
    endif()
    add_dependencies(fuzzers ${name})
endfunction()
