"""The arrows between the rooms, held against the #include lines.

Usage: includes.py ROOT
"""
import pathlib
import re
from typing import Iterator, Optional

import tree
from tree import Finding

# A room may include itself and the rooms it names. The longest matching folder is a file's room.
ROOMS = {
    "base": [],
    "fonts": ["base"],
    "templates": ["base"],
    "render": ["base", "fonts", "templates", "render/frame", "render/layout", "render/pdf", "render/svg"],
    "render/frame": ["base", "fonts"],
    "render/layout": ["base", "fonts", "templates", "render/frame"],
    "render/pdf": ["base", "fonts", "render/frame"],
    "render/svg": ["base", "fonts", "render/frame"],
    "api": ["base", "fonts", "templates", "render", "render/frame"],
}
# The façade states what the rooms of render/ share with it.
FACADE = "render/render.h"

# Which files may know a library: the first line whose pattern matches an <include> decides.
LIBRARIES = [
    (r"pistache/", ["api/http/server.cc"], "Pistache stays behind our own port"),
    (r"podofo/", ["render/background/"], "foreign PDFs are read by a program of their own"),
    (r"hb(-[a-z]+)?\.h", ["fonts/"], "shaping and subsetting are the business of fonts/"),
    (r"(ft2build\.h|freetype/)", ["fonts/", "render/background/font_program.h"],
     "outlines and metrics are the business of fonts/"),
    (r"unicode/", ["base/", "fonts/", "templates/", "render/layout/", "api/"],
     "the PDF and SVG writers decide nothing about text"),
    (r"(kainjow|mustache)", ["templates/"], "filling is the business of templates/"),
    (r"rapidjson/", ["templates/json/", "api/"], "JSON is read in one place, with positions"),
    (r"(sqlite3\.h|soci/)", ["api/store/"], "only the store knows SQL"),
    (r"liboath/", ["api/access/second_factor.cc"], "one file knows one-time codes"),
    (r"sodium\.h", ["api/keys/", "api/audit/", "api/access/", "api/store/backup_stream.cc"],
     "keys, the trail, the door and backups"),
    (r"CLI/", ["api/cli/", "api/main.cc"], "arguments are the command line's business"),
    (r"spdlog/", ["api/"], "rooms below the service return findings and log nothing"),
    (r"libdeflate\.h", ["render/", "api/", "fonts/whole_file.cc", "templates/drawing_code.cc"],
     "compression belongs to writers, and one file knows the checksum of what is read in place"),
    (r"isa-l/", ["render/pdf/deflate_code.cc"], "one file knows the codes made beforehand"),
    (r"zint\.h", ["render/layout/barcode_symbol.cc"], "one file knows how barcodes are encoded"),
    (r"ZXing/", [], "only tests read barcodes"),
    (r"zlib\.h", ["render/", "api/"], "compression belongs to writers"),
    (r"png\.h", ["render/", "fonts/gaiji/upload/"], "pictures are read where they are drawn or become a glyph"),
    (r"expat\.h", ["fonts/gaiji/upload/"], "XML is read in a confined process alone"),
    (r"seccomp\.h", ["api/confined/"], "one place says what a confined process may do"),
    (r"openssl/", ["render/pdf/", "api/"], "hashes and signatures"),
    (r"(gtest|gmock)/", [], "only tests know the test library"),
    (r"qpdf/", ["api/protection/encrypt.cc"], "one file encrypts; only tests read PDF back"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def room_of(path: str) -> Optional[str]:
    holders = [room for room in ROOMS if path.startswith(room + "/")]
    return max(holders, key=len, default=None)


def includes(root: pathlib.Path, path: str) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(tree.lines(root, path), 1):
        if match := INCLUDE.match(line):
            yield number, match[1], match[2]


def resolved(root: pathlib.Path, path: str, included: str) -> Optional[str]:
    """The included file as a path from the root; a test may also name the fixture beside it."""
    beside = (pathlib.PurePosixPath(path).parent / included).as_posix()
    places = [included] + ([beside] if path.startswith("tests/") else [])
    return next((place for place in places if (root / place).exists()), None)


def wrong_room(root: pathlib.Path, path: str, included: str) -> Optional[str]:
    mine, other = room_of(path), room_of(included)
    if resolved(root, path, included) is None and not tree.is_generated(included):
        return f'"{included}" is no path from the root of the project'
    if path.startswith("tests/"):
        return None
    if included.startswith("tests/"):
        return "nothing outside tests/ may use tests/"
    if mine is None or other is None:
        return f'"{included}" is in no room'
    if other == mine or other in ROOMS[mine] or (included == FACADE and mine.startswith("render/")):
        return None
    return f'{mine} may not use {other} ("{included}")'


def wrong_library(path: str, included: str) -> Optional[str]:
    if path.startswith("tests/"):
        return None
    for pattern, homes, reason in LIBRARIES:
        if re.match(pattern, included):
            allowed = any(path.startswith(home) for home in homes)
            return None if allowed else f"<{included}> does not belong here: {reason}"
    return None


def check(root: pathlib.Path) -> Iterator[Finding]:
    for path in tree.files(root, tree.CPP):
        for number, mark, included in includes(root, path):
            if any(re.match(library, included) for library, _, _ in LIBRARIES):
                wrong = wrong_library(path, included)
            else:
                wrong = wrong_room(root, path, included) if mark == '"' else None
            if wrong:
                yield Finding(path, number, wrong)


if __name__ == "__main__":
    tree.main(check)
