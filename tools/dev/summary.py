"""Reads ctest's JUnit report and says which tests did not pass. The last line is "N passed, M failed".

A test that was skipped, disabled or could not be started has not passed.
"""
import sys
import xml.etree.ElementTree


def main() -> None:
    try:
        cases = xml.etree.ElementTree.parse(sys.argv[1]).getroot().findall("testcase")
    except (OSError, xml.etree.ElementTree.ParseError) as reason:
        print(f"✗ テストの記録が読めません / no report of the tests: {reason}\n0 passed, 1 failed")
        sys.exit(1)
    failed = [case for case in cases if case.get("status") != "run"]
    for case in failed:
        print(f"✗ {case.get('name')} ({case.get('status')})")
    if not cases:
        print("✗ 該当するテストがありません / no such tests")
    print(f"{len(cases) - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed or not cases else 0)


if __name__ == "__main__":
    main()
