"""Every numbered rule of templates/SPEC.md has a test that names it, and no test names another.

A test names a rule by its number at the beginning of a line of tests/cases/templates/rules.tsv or of an
expected finding ("T29 /pages …") in a test of templates/.

Usage: rules_have_tests.py ROOT
"""
import pathlib
import re
from typing import Iterator

import tree
from tree import Finding

SPECIFICATION = "templates/SPEC.md"
TABLE = "tests/cases/templates/rules.tsv"
TESTS = "tests/unit/templates"
RULE = re.compile(r"- \*\*T(\d+)\*\* ")
IN_TABLE = re.compile(r"T(\d+)\t")
IN_TEST = re.compile(r'"T(\d+) /')


def named(root: pathlib.Path) -> Iterator[tuple[int, str, int]]:
    """Rule, file and line of every test."""
    for line, text in enumerate(tree.lines(root, TABLE), 1):
        if match := IN_TABLE.match(text):
            yield int(match[1]), TABLE, line
    for path in tree.files(root / TESTS, (".cc",)):
        for line, text in enumerate(tree.lines(root / TESTS, path), 1):
            for number in IN_TEST.findall(text):
                yield int(number), f"{TESTS}/{path}", line


def check(root: pathlib.Path) -> Iterator[Finding]:
    rules: dict[int, int] = {}
    for line, text in enumerate(tree.lines(root, SPECIFICATION), 1):
        if match := RULE.match(text):
            if int(match[1]) != len(rules) + 1:
                yield Finding(SPECIFICATION, line, f"T{match[1]} does not follow T{len(rules)}")
            rules[int(match[1])] = line
    tested = set()
    for rule, path, line in named(root):
        tested.add(rule)
        if rule not in rules:
            yield Finding(path, line, f"there is no rule T{rule}")
    for rule, line in rules.items():
        if rule not in tested:
            yield Finding(SPECIFICATION, line, f"T{rule} has no test")


if __name__ == "__main__":
    tree.main(check)
