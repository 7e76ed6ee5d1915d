#!/usr/bin/python3
"""Counts the tests that the last runs in some build folders ran, and ends with their common status.

usage: count-tests.py STATUS BUILD_FOLDER...
"""
import json
import pathlib
import sys

GOOD = {"OK", "EXPECTEDFAIL"}


def main():
    status = int(sys.argv[1])
    passed = failed = skipped = 0
    for folder in sys.argv[2:]:
        log = pathlib.Path(folder) / "meson-logs" / "testlog.json"
        for line in log.read_text(encoding="utf-8").splitlines():
            result = json.loads(line)["result"]
            passed += result in GOOD
            skipped += result == "SKIP"
            failed += result not in GOOD and result != "SKIP"
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or status or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
