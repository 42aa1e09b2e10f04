"""Links and named files in the papers lead somewhere.

A relative link must name a file, its anchor a heading. In the papers that explain the tree, a path in
`back quotes` must exist too, so that the explanation stays true.

Usage: markdown_links.py ROOT
"""
import pathlib
import re
from typing import Iterator, Optional

import tree
from tree import Finding

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
NAMED = re.compile(r"`([\w.-]+(?:/[\w.-]+)+/?)`")
EXPLAINING = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/dependencies.md")
MADE_BY_BUILDING = ("build/",)


def without_code(text: str) -> str:
    """The text with fenced blocks blanked, line numbers kept."""
    return re.sub(r"^```.*?^```", lambda block: "\n" * block[0].count("\n"), text, flags=re.S | re.M)


def anchors(text: str) -> set[str]:
    headings = re.findall(r"^#{1,6}\s+(.*?)\s*#*$", without_code(text), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_link(root: pathlib.Path, path: str, target: str) -> Optional[str]:
    if re.match(r"[a-z][a-z+.-]*:", target):
        return None
    name, _, anchor = target.partition("#")
    file = (root / path).parent / name if name else root / path
    if not file.exists():
        return f"the link leads nowhere: {target}"
    if anchor and file.suffix == ".md" and anchor not in anchors(file.read_text(encoding="utf-8")):
        return f"no such heading: {target}"
    return None


def missing_file(root: pathlib.Path, name: str) -> bool:
    first = name.split("/")[0]
    of_this_tree = (root / first).is_dir() and not name.startswith(MADE_BY_BUILDING)
    return of_this_tree and not (root / name).exists()


def check(root: pathlib.Path) -> Iterator[Finding]:
    for path in tree.files(root, (".md",)):
        text = without_code((root / path).read_text(encoding="utf-8"))
        for number, line in enumerate(text.splitlines(), 1):
            for target in LINK.findall(line):
                if wrong := broken_link(root, path, target):
                    yield Finding(path, number, wrong)
            for name in NAMED.findall(line) if path in EXPLAINING else []:
                if missing_file(root, name):
                    yield Finding(path, number, f"names a file that is not there: {name}")


if __name__ == "__main__":
    tree.main(check)
