"""How big things may get before somebody asks what second idea moved in.

Usage: sizes.py ROOT
"""
import pathlib
from typing import Iterator

import tree
from tree import Finding

SOURCE_LINES = 400
SOURCE_SUFFIXES = tree.CPP + tree.SCREEN + (".css", ".py", ".sh", ".cmake", "CMakeLists.txt")
ARCHITECTURE_LINES = 200
COLUMNS = 100
BASE_FILES = 10
PICTURE_BYTES = 20 * 1024
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")


def long_files(root: pathlib.Path) -> Iterator[Finding]:
    for path in tree.files(root, SOURCE_SUFFIXES):
        count = len(tree.lines(root, path))
        if count > SOURCE_LINES and not tree.is_generated(path):
            yield Finding(path, 0, f"{count} lines, at most {SOURCE_LINES}: which second idea moved in?")
    architecture = "ARCHITECTURE.md"
    if (root / architecture).exists():
        count = len(tree.lines(root, architecture))
        if count > ARCHITECTURE_LINES:
            yield Finding(architecture, 0, f"{count} lines, at most {ARCHITECTURE_LINES}")


def wide_lines(root: pathlib.Path) -> Iterator[Finding]:
    """The formatter minds the columns; this minds the lines it cannot break: long words and literals."""
    for path in tree.files(root, tree.CPP):
        if tree.is_generated(path):
            continue
        for number, line in enumerate(tree.lines(root, path), 1):
            if len(line) > COLUMNS and "http" not in line:
                yield Finding(path, number, f"{len(line)} columns, at most {COLUMNS}")


def full_base(root: pathlib.Path) -> Iterator[Finding]:
    held = [path for path in tree.files(root, tree.CPP) if path.startswith("base/")]
    if len(held) > BASE_FILES:
        yield Finding("base", 0, f"{len(held)} files, at most {BASE_FILES}: what belongs to one room goes there")


def big_pictures(root: pathlib.Path) -> Iterator[Finding]:
    for path in tree.files(root, PICTURES):
        size = (root / path).stat().st_size
        if path.startswith("tests/") and size > PICTURE_BYTES:
            yield Finding(path, 0, f"{size} bytes, at most {PICTURE_BYTES}: cut it down or assert instead")


def check(root: pathlib.Path) -> Iterator[Finding]:
    for part in (long_files, wide_lines, full_base, big_pictures):
        yield from part(root)


if __name__ == "__main__":
    tree.main(check)
