"""The subject line of a commit: `room: Verb …`, at most 72 columns, no full stop.

Usage: commit_subject.py [RANGE]   (default: the last commit)
"""
import re
import subprocess
import sys
from typing import Optional

COLUMNS = 72
SHAPE = re.compile(r"[a-z][\w./,-]*: [A-Z].*")


def wrong_subject(subject: str) -> Optional[str]:
    if len(subject) > COLUMNS:
        return f"{len(subject)} columns, at most {COLUMNS}"
    if not SHAPE.fullmatch(subject):
        return "should read “folder: Verb and what”"
    if subject.endswith("."):
        return "ends in a full stop"
    return None


def main() -> None:
    span = sys.argv[1:] or ["-1", "HEAD"]
    log = subprocess.run(["git", "log", "--no-merges", "--format=%h %s", *span], check=True, text=True,
                         stdout=subprocess.PIPE).stdout
    failed = False
    for entry in log.splitlines():
        commit, _, subject = entry.partition(" ")
        if wrong := wrong_subject(subject):
            print(f"{commit} “{subject}”: {wrong}")
            failed = True
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
