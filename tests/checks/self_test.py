"""Every check fails on a planted violation, and passes on the same tree without it."""
import pathlib
import subprocess
import tempfile
import unittest

import commit_subject
import forbidden_words
import headers_alone
import includes
import markdown_links
import rules_have_tests
import sizes

HERE = pathlib.Path(__file__).parent


class PlantedTree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def plant(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def found(self, check):
        return [f"{finding.path}:{finding.line}" for finding in check(self.root)]


class Includes(PlantedTree):
    def setUp(self):
        super().setUp()
        for header in ("base/a.h", "fonts/a.h", "templates/a.h", "render/render.h", "render/frame/a.h",
                       "render/layout/a.h", "render/pdf/a.h", "render/svg/a.h", "api/http/a.h", "tests/a.h"):
            self.plant(header, "#pragma once\n")

    def judged(self, path, included):
        """Whether a file at path may include it."""
        self.plant(path, f"#include {included}\n")
        return self.found(includes.check) == []

    def test_arrows_that_are_drawn(self):
        for path, included in [("fonts/x.cc", "base/a.h"), ("render/layout/x.cc", "templates/a.h"),
                               ("render/pdf/x.cc", "render/frame/a.h"), ("render/x.cc", "render/pdf/a.h"),
                               ("render/pdf/y.cc", "render/render.h"), ("api/x.cc", "render/render.h"),
                               ("tests/x.cc", "api/http/a.h"), ("tests/y.cc", "tests/a.h"), ("tests/z.cc", "a.h")]:
            self.assertTrue(self.judged(path, f'"{included}"'), (path, included))

    def test_arrows_that_are_not(self):
        for path, included in [("base/x.cc", "fonts/a.h"), ("fonts/x.cc", "templates/a.h"),
                               ("templates/x.cc", "fonts/a.h"), ("templates/x.cc", "render/frame/a.h"),
                               ("render/frame/x.cc", "templates/a.h"), ("render/frame/x.cc", "render/layout/a.h"),
                               ("render/layout/x.cc", "render/pdf/a.h"), ("render/pdf/x.cc", "render/svg/a.h"),
                               ("render/pdf/x.cc", "templates/a.h"), ("render/svg/x.cc", "render/layout/a.h"),
                               ("fonts/x.cc", "render/render.h"), ("render/x.cc", "api/http/a.h"),
                               ("api/x.cc", "render/pdf/a.h"), ("api/x.cc", "tests/a.h"),
                               ("fonts/x.cc", "a.h"), ("fonts/x.cc", "fonts/absent.h"), ("tests/x.cc", "absent.h")]:
            self.assertFalse(self.judged(path, f'"{included}"'), (path, included))
            (self.root / path).unlink()

    def test_every_library_has_its_home(self):
        examples = ["pistache/http.h", "podofo/podofo.h", "hb.h", "hb-subset.h", "ft2build.h", "freetype/freetype.h",
                    "kainjow/mustache.hpp", "mustache.hpp", "rapidjson/reader.h", "sqlite3.h", "soci/soci.h",
                    "CLI/CLI.hpp", "spdlog/spdlog.h", "libdeflate.h", "isa-l/igzip_lib.h", "zint.h", "ZXing/ReadBarcode.h", "zlib.h", "png.h", "openssl/evp.h",
                    "gtest/gtest.h", "qpdf/QPDF.hh"]
        for library in examples:
            self.assertFalse(self.judged("base/x.cc", f"<{library}>"), library)
            (self.root / "base/x.cc").unlink()
        self.assertFalse(self.judged("render/pdf/x.cc", "<unicode/uchar.h>"))
        (self.root / "render/pdf/x.cc").unlink()
        self.assertFalse(self.judged("api/http/router.cc", "<pistache/http.h>"))
        (self.root / "api/http/router.cc").unlink()
        self.assertTrue(self.judged("api/http/server.cc", "<pistache/http.h>"))
        self.assertTrue(self.judged("render/pdf/deflate_code.cc", "<isa-l/igzip_lib.h>"))
        self.assertTrue(self.judged("base/x.cc", "<vector>"))


class Sizes(PlantedTree):
    def test_lines(self):
        self.plant("fonts/right.cc", "\n" * 400)
        self.plant("fonts/table_generated.cc", "\n" * 4000)
        self.assertEqual(self.found(sizes.check), [])
        self.plant("fonts/long.cc", "\n" * 401)
        self.plant("ARCHITECTURE.md", "\n" * 201)
        self.assertEqual(self.found(sizes.check), ["fonts/long.cc:0", "ARCHITECTURE.md:0"])

    def test_columns(self):
        self.plant("fonts/right.cc", "// " + "a" * 97)
        self.assertEqual(self.found(sizes.check), [])
        self.plant("fonts/wide.cc", "\n// " + "a" * 98)
        self.assertEqual(self.found(sizes.check), ["fonts/wide.cc:2"])

    def test_base_stays_small(self):
        for number in range(10):
            self.plant(f"base/{number}.h", "")
        self.assertEqual(self.found(sizes.check), [])
        self.plant("base/one_more.h", "")
        self.assertEqual(self.found(sizes.check), ["base:0"])

    def test_pictures(self):
        self.plant("tests/small.png", b"x" * 20480)
        self.plant("studio/large.png", b"x" * 20481)
        self.assertEqual(self.found(sizes.check), [])
        self.plant("tests/large.png", b"x" * 20481)
        self.assertEqual(self.found(sizes.check), ["tests/large.png:0"])


class ForbiddenWords(PlantedTree):
    # One line that breaks each rule, in the order of the rules, cut so that this file breaks none.
    BREAKING = [
        ("render/x.cc", "std::locale here;"), ("render/x.cc", "std::ostringstream out;"),
        ("templates/x.cc", "auto n = std::stod(text);"), ("render/x.cc", "snprintf(to, 9, format, 1.5);"),
        ("render/x.cc", "auto now = std::chrono::system_clock::now();"), ("fonts/x.cc", "std::random_device seed;"),
        ("fonts/x.cc", "std::hash<int> h;"), ("fonts/x.cc", 'getenv("HOME");'), ("fonts/x.cc", 'std::cout << "x";'),
        ("api/x.cc", "    return print(TRY(read(file)), options);"),
        ("studio/package-lock.json", '"resolved"' + ': "https://example.org/x.tgz"'),
        ("docs/x.md", "http://" + "deb.example.org"), ("docs/x.md", "see /" + "home/somebody/notes"),
        ("api/x.cc", "// TO" + "DO: later"), ("tests/x.cc", "GTEST_" + "SKIP();"),
    ]

    def test_every_rule_finds_its_word(self):
        self.assertEqual(len(self.BREAKING), len(forbidden_words.RULES))
        for (path, line), rule in zip(self.BREAKING, forbidden_words.RULES):
            self.plant(path, "\n" + line + "\n")
            findings = list(forbidden_words.check(self.root))
            self.assertEqual([(f.path, f.line) for f in findings], [(path, 2)], line)
            self.assertIn(rule.reason, findings[0].what)
            (self.root / path).unlink()

    def test_words_that_only_look_alike(self):
        self.plant("render/x.cc", "run_time(3); sprintfly(); /* TODOS */ https://home/ \"/v1/work/x\"\n")
        self.plant("api/x.cc", "std::ostringstream out; auto now = std::chrono::system_clock::now();\n")
        self.assertEqual(self.found(forbidden_words.check), [])

    def test_order_of_hash_containers(self):
        declared = "std::unordered_map<std::string, std::vector<int>> by_name;\n"
        self.plant("render/x.cc", declared + 'by_name.find("x");\n')
        self.assertEqual(self.found(forbidden_words.check), [])
        self.plant("render/x.cc", declared + "for (const auto& entry : by_name) {}\n")
        self.assertEqual(self.found(forbidden_words.check), ["render/x.cc:2"])
        self.plant("render/x.cc", declared + "std::vector v(by_name.begin(), by_name.end());\n")
        self.assertEqual(self.found(forbidden_words.check), ["render/x.cc:2"])


class MarkdownLinks(PlantedTree):
    def test_links(self):
        self.plant("docs/a.md", "# One heading, two\n[b](../b.md) [up](#one-heading-two) [out](https://example.org)\n")
        self.plant("b.md", "[a](docs/a.md#one-heading-two)\n```\n[x](nowhere.md)\n```\n")
        self.assertEqual(self.found(markdown_links.check), [])
        self.plant("c.md", "[a](docs/none.md)\n[b](docs/a.md#no-heading)\n")
        self.assertEqual(self.found(markdown_links.check), ["c.md:1", "c.md:2"])

    def test_named_files(self):
        self.plant("base/here.h", "")
        self.plant("ARCHITECTURE.md", "`base/here.h`, `application/pdf`, `build/release/x`\n")
        self.assertEqual(self.found(markdown_links.check), [])
        self.plant("ARCHITECTURE.md", "\n`base/gone.h`\n")
        self.assertEqual(self.found(markdown_links.check), ["ARCHITECTURE.md:2"])


class HeadersAlone(PlantedTree):
    def complaints(self):
        return headers_alone.check(self.root, "c++", [], self.root / "build/cache")

    def test_alone_and_twice(self):
        self.plant("base/right.h", "#pragma once\n#include <string>\nstruct Right { std::string name; };\n")
        self.plant("base/user.h", '#pragma once\n#include "base/right.h"\ninline Right right;\n')
        self.assertEqual(self.complaints(), [])
        self.plant("base/needy.h", "#pragma once\nstruct Needy { std::string name; };\n")
        self.plant("base/once.h", "struct Once {};\n")
        found = self.complaints()
        self.assertEqual([text.split()[0] for text in found], ["base/needy.h", "base/once.h"])

    def test_a_change_below_is_noticed(self):
        self.plant("base/right.h", "#pragma once\nstruct Right {};\n")
        self.plant("base/user.h", '#pragma once\n#include "base/right.h"\ninline Right right;\n')
        self.assertEqual(self.complaints(), [])
        self.plant("base/right.h", "#pragma once\nstruct Wrong {};\n")
        self.assertEqual([text.split()[0] for text in self.complaints()], ["base/user.h"])


class CommitSubject(unittest.TestCase):
    def test_subjects(self):
        self.assertIsNone(commit_subject.wrong_subject("render/layout: Keep closing brackets off line starts"))
        for subject in ("fix", "render: keep", "Render: Keep", "render: Keep it.", "render: " + "K" * 70):
            self.assertIsNotNone(commit_subject.wrong_subject(subject), subject)


class RulesHaveTests(PlantedTree):
    def test_rules_and_tests(self):
        self.plant("templates/SPEC.md", "- **T1** A.\n- **T2** B.\n")
        self.plant("tests/unit/templates/x_test.cc", 'EXPECT_EQ(found, "T2 /pages 1:2");\n')
        self.plant("tests/cases/templates/rules.tsv", "# T3\nT1\t/title\t1:2\ta\tb\n")
        self.assertEqual(self.found(rules_have_tests.check), [])
        self.plant("tests/cases/templates/rules.tsv", "T3\t/title\t1:2\ta\tb\n")
        self.assertEqual(self.found(rules_have_tests.check), ["tests/cases/templates/rules.tsv:1", "templates/SPEC.md:1"])
        self.plant("templates/SPEC.md", "- **T2** A.\n- **T3** B.\n")
        self.assertEqual(self.found(rules_have_tests.check), ["templates/SPEC.md:1", "templates/SPEC.md:2"])


class CommandLine(PlantedTree):
    def test_exit_codes(self):
        for name in ("includes", "sizes", "forbidden_words", "markdown_links"):
            run = [HERE / f"{name}.py", self.root]
            self.plant("fonts/x.cc", "\n")
            self.plant("x.md", "\n")
            self.assertEqual(subprocess.run(["python3", "-B", *run], stdout=subprocess.DEVNULL).returncode, 0, name)
            self.plant("fonts/x.cc", "#include <podofo/podofo.h>\nstd::locale here;\n" + "\n" * 400)
            self.plant("x.md", "[x](none.md)\n")
            self.assertEqual(subprocess.run(["python3", "-B", *run], stdout=subprocess.DEVNULL).returncode, 1, name)


if __name__ == "__main__":
    unittest.main()
