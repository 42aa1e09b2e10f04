"""Words that must not stand in the project, each with its reason.

Usage: forbidden_words.py ROOT
"""
import pathlib
import re
from typing import Iterator, NamedTuple

import tree
from tree import Finding


class Rule(NamedTuple):
    pattern: str
    places: tuple[str, ...]  # folders; empty: everywhere
    suffixes: tuple[str, ...]
    reason: str


CORE = ("base/", "fonts/", "templates/", "render/")
LOCK = ("package-lock.json",)
SCRIPTS = tree.SCREEN + (".py", ".sh")

RULES = [
    Rule(r"std::locale|\bsetlocale\b|\buselocale\b", CORE, tree.CPP,
         "output must not depend on the locale of the process"),
    Rule(r"\b[io]?stringstream\b|std::ostream\b", CORE, tree.CPP,
         "streams write numbers as the locale says; use append_decimal or std::to_chars"),
    Rule(r"\b(std::)?(stod|stof|strtod|strtof|atof)\s*\(", CORE, tree.CPP,
         "reads numbers as the locale says; use std::from_chars"),
    Rule(r"\bv?sn?printf\s*\(", CORE, tree.CPP,
         "prints numbers as the locale says; use append_decimal or std::to_chars"),
    Rule(r"\b(std::)?(time|localtime|gmtime|localtime_r|mktime)\s*\(|(system|steady|high_resolution)_clock",
         CORE, tree.CPP, "the core knows no clock: the time of issue comes in with the options"),
    Rule(r"std::random_device|\bs?rand\s*\(", CORE, tree.CPP, "same in, same out: nothing is random"),
    Rule(r"std::hash<", CORE, tree.CPP, "differs between libraries; use a named digest"),
    Rule(r"\bgetenv\s*\(", CORE, tree.CPP, "settings come in as arguments, not from the surroundings"),
    Rule(r"std::(cout|cerr)|\b(puts|perror)\s*\(", CORE, tree.CPP, "the core returns findings and prints nothing"),
    Rule(r"(?m)[(,{+]\s*TRY\(", (), (".cc",),
         "TRY stands alone: its return leaves behind what a call or a list has built (base/result.h)"),
    Rule(r'"resolved":\s*"https?:', (), LOCK, "a lock file names versions and hashes, no registry"),
    Rule(r"https?://(deb|registry|security|snapshot)\.", (), tree.TEXT,
         "the machine's own configuration says where packages come from"),
    Rule(r"(?<![\w.~:/-])/(home|Users|work|root)/[\w.]", (), tree.TEXT, "a path of one machine"),
    Rule(r"\b(TODO|FIXME|XXX)\b", (), tree.CPP + SCRIPTS + (".json", ".yaml"),
         "finish it, or write down in docs/ what is not done and why"),
    Rule(r"\bGTEST_SKIP\b|\bDISABLED_\w|\b(test|it|describe)\.(only|skip)\(", (), tree.CPP + SCRIPTS,
         "a test that does not run proves nothing"),
]

UNORDERED = re.compile(r"std::unordered_(?:map|set|multimap|multiset)\s*<[^;={]*>\s*&?\s*(\w+)\s*[;={(,)]")


def hash_order(text: str) -> Iterator[int]:
    """Lines that walk through a hash container that the same file declares."""
    names = set(UNORDERED.findall(text))
    if not names:
        return
    name = "(?:" + "|".join(sorted(names)) + ")"
    walk = re.compile(rf"for\s*\([^;)]*:\s*(?:\w+(?:\.|->))*{name}\s*\)|\b{name}\.c?begin\(\)")
    for number, line in enumerate(text.splitlines(), 1):
        if walk.search(line):
            yield number


def check(root: pathlib.Path) -> Iterator[Finding]:
    compiled = [(re.compile(rule.pattern), rule) for rule in RULES]
    this_check = "forbidden_words.py"
    for path in tree.files(root, tree.TEXT + LOCK):
        if path.endswith(this_check):
            continue
        applying = [(pattern, rule) for pattern, rule in compiled
                    if path.endswith(rule.suffixes) and (not rule.places or path.startswith(rule.places))]
        text = (root / path).read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            for pattern, rule in applying:
                if match := pattern.search(line):
                    yield Finding(path, number, f"“{match[0]}”: {rule.reason}")
        if path.startswith(CORE) and path.endswith(tree.CPP):
            for number in hash_order(text):
                yield Finding(path, number, "the order of a hash container reaches the output; sort, or use std::map")


if __name__ == "__main__":
    tree.main(check)
