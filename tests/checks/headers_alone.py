"""Every header compiles alone, and twice in one file.

A header that passed with the same text, the same headers of ours below it and the same compiler is not
compiled again: its stamp lies in the cache folder.

Usage: headers_alone.py ROOT --compiler c++ --cache FOLDER [--include FOLDER …]
"""
import argparse
import concurrent.futures
import hashlib
import os
import pathlib
import subprocess
import sys
from typing import Iterable, Optional

import includes
import tree

LIBRARIES = ["icu-uc", "harfbuzz", "freetype2", "libpodofo", "libpistache", "spdlog", "libqpdf"]
# As the build says in cmake/Options.cmake and for qpdf in tests/unit/render.
FLAGS = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-Wno-missing-field-initializers",
         "-DPOINTERHOLDER_TRANSITION=4", "-x", "c++", "-"]


def library_flags() -> list[str]:
    found = subprocess.run(["pkg-config", "--cflags", *LIBRARIES], text=True, stdout=subprocess.PIPE)
    return found.stdout.split()


def reached(root: pathlib.Path, path: str, seen: Optional[set[str]] = None) -> set[str]:
    """The header and all headers of ours it includes, directly or not."""
    seen = {path} if seen is None else seen
    for _, mark, included in includes.includes(root, path):
        below = includes.resolved(root, path, included) if mark == '"' else None
        if below and below not in seen:
            seen.add(below)
            reached(root, below, seen)
    return seen


def version(compiler: str) -> str:
    return subprocess.run([compiler, "--version"], text=True, stdout=subprocess.PIPE).stdout


def digest(root: pathlib.Path, path: str, command: list[str], compiler_version: str) -> str:
    parts = hashlib.sha256("\0".join([path, *command, compiler_version]).encode())
    for part in sorted(reached(root, path)):
        parts.update(part.encode() + b"\0" + (root / part).read_bytes())
    return parts.hexdigest()


def complaint(root: pathlib.Path, path: str, command: list[str], stamp: pathlib.Path) -> Optional[str]:
    if stamp.exists():
        return None
    twice = f'#include "{path}"\n#include "{path}"\n'
    run = subprocess.run(command, input=twice, text=True, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if run.returncode:
        return f"{path} does not compile alone:\n{run.stdout}"
    stamp.touch()
    return None


def check(root: pathlib.Path, compiler: str, folders: Iterable[str], cache: pathlib.Path) -> list[str]:
    cache.mkdir(parents=True, exist_ok=True)
    compiler_version = version(compiler)
    command = [compiler, *(f"-I{folder}" for folder in (root, *folders)), *library_flags(), *FLAGS]

    def judge(path: str) -> Optional[str]:
        return complaint(root, path, command, cache / digest(root, path, command, compiler_version))

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        return [answer for answer in workers.map(judge, tree.files(root, (".h",))) if answer]


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("root", type=pathlib.Path)
    arguments.add_argument("--compiler", default="c++")
    arguments.add_argument("--cache", type=pathlib.Path, required=True)
    arguments.add_argument("--include", action="append", default=[])
    given = arguments.parse_args()
    complaints = check(given.root.resolve(), given.compiler, given.include, given.cache)
    print("\n".join(complaints))
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
