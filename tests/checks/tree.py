"""The project's own files, as every check sees them, and how a check reports what it found."""
import os
import pathlib
import sys
from typing import Iterable, Iterator, NamedTuple

NOT_OURS = {"build", "node_modules", "dist", "__pycache__", ".git", ".cache"}
CPP = (".h", ".cc")
SCREEN = (".ts", ".tsx", ".mjs", ".js")
TEXT = CPP + SCREEN + (".css", ".html", ".json", ".jsonl", ".yaml", ".yml", ".md", ".py", ".sh", ".txt", ".cmake",
                       ".conf", ".csv", ".svg", ".service", ".sql")


class Finding(NamedTuple):
    path: str
    line: int  # from 1; 0 when it is about the whole file
    what: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.what}"


def files(root: pathlib.Path, suffixes: Iterable[str] = ()) -> Iterator[str]:
    """Paths below root with "/" between their parts, in a fixed order."""
    wanted = tuple(suffixes)
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in NOT_OURS)
        for name in sorted(names):
            if not wanted or name.endswith(wanted):
                yield (pathlib.Path(folder) / name).relative_to(root).as_posix()


def lines(root: pathlib.Path, path: str) -> list[str]:
    return (root / path).read_text(encoding="utf-8", errors="replace").splitlines()


def is_generated(path: str) -> bool:
    """Generated files bear the suffix in their name; sizes do not bind them."""
    return "_generated." in path


def main(check) -> None:
    """Runs check(root) on the folder given as the first argument; exit 1 when it finds anything."""
    findings = list(check(pathlib.Path(sys.argv[1]).resolve()))
    for finding in findings:
        print(finding)
    print(f"{len(findings)} finding(s)")
    sys.exit(1 if findings else 0)
