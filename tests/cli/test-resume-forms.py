#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what `matchum-cli read` says of the resumes in tests/cases/resumes-forms against their labels.

    test-resume-forms.py CLI [CASES]             TAP; fails below the floors
    test-resume-forms.py --show CLI [CASES]      the figures, and every field that differs
"""

import json
import os
import re
import subprocess
import sys

FIELDS = {
    "work": ["organisation", "role", "start", "end", "current"],
    "projects": ["name", "start", "end"],
    "education": ["school", "degree", "field", "state", "start", "end"],
    "certificates": ["name", "date", "expiry"],
    "languages": ["name", "test", "score"],
    "publications": ["title", "date"],
}
# The rules were written by the first set; the second was labelled before they were tried on it.
FLOORS = {
    "resumes-forms": {"name": 1.0, "work": 0.99, "projects": 1.0, "education": 0.99, "certificates": 0.98,
                      "languages": 0.98, "publications": 1.0, "notes": 1.0, "all": 0.99},
    "judge": {"name": 1.0, "work": 0.95, "education": 0.98, "certificates": 1.0, "languages": 1.0, "publications": 1.0,
              "notes": 1.0, "all": 0.98},
}


def normalise(value):
    """What signs part the words is no matter."""
    if value is None or value is False or value == "":
        return None
    if value is True:
        return True
    return " ".join(re.sub(r"[|,·/–—\"“”]|(?<!\S)-(?!\S)", " ", str(value)).split()).rstrip(".").casefold()


def read(cli, path):
    result = subprocess.run([cli, "read", path, "--as", "resume", "--as-of", "2026-11-01", "--format", "json"],
                            capture_output=True, text=True)
    return json.loads(result.stdout) if result.returncode == 0 else {"error": result.stderr}


class Count:
    def __init__(self):
        self.right = {}
        self.asked = {}
        self.differences = []

    def add(self, group, is_right, message):
        self.asked[group] = self.asked.get(group, 0) + 1
        self.right[group] = self.right.get(group, 0) + bool(is_right)
        if not is_right:
            self.differences.append(message)

    def add_entry(self, where, group, label, found):
        for field in FIELDS[group]:
            wanted, given = normalise(label.get(field)), normalise(found.get(field))
            if wanted is not None or given is not None:
                self.add(group, wanted == given, "%s:%s %s.%s: “%s”, not “%s”" % (
                    where, label.get("line", found.get("line")), group, field, found.get(field), label.get(field)))

    def get_share(self, group):
        if group == "all":
            return sum(self.right.values()) / sum(self.asked.values())
        return self.right.get(group, 0) / self.asked[group]


def take_same_line(label, left):
    """A line may hold several, in the order of the labels."""
    for found in left:
        if found.get("line") == label["line"]:
            return found
    return None


def take_likest(group, label, left):
    """For readers that do not say the line."""
    def likeness(found):
        return sum(normalise(label.get(f)) == normalise(found.get(f)) is not None for f in FIELDS[group])
    best = max(left, key=likeness, default=None)
    return best if best is not None and likeness(best) > 0 else None


def compare(count, name, labels, found):
    if "error" in found:
        count.differences.append("%s: %s" % (name, found["error"].strip()))
    count.add("name", normalise(labels["name"]) == normalise(found.get("name")),
              "%s name: “%s”" % (name, found.get("name")))
    for group in FIELDS:
        left = list(found.get(group) or [])
        for label in labels[group]:
            has_lines = all("line" in entry for entry in left)
            entry = take_same_line(label, left) if has_lines else take_likest(group, label, left)
            if entry is not None:
                left.remove(entry)
            count.add_entry(name, group, label, entry or {})
        for entry in left:
            count.add_entry(name, group, {}, entry)
    wanted = {(note["line"], note["what"]) for note in labels["notes"]}
    given = {(note["line"], note["what"]) for note in found.get("notes") or []}
    for note in wanted | given:
        count.add("notes", note in wanted and note in given, "%s:%s note %s: %s" % (
            name, note[0], note[1], "missing" if note in wanted else "not asked for"))


def run(read_file, folder):
    count = Count()
    for name in sorted(os.listdir(folder)):
        stem, ending = os.path.splitext(name)
        if ending in (".md", ".txt") and name != "README.md":
            with open(os.path.join(folder, "labels", stem + ".json"), encoding="utf-8") as file:
                compare(count, name, json.load(file), read_file(os.path.join(folder, name)))
    return count


def main():
    arguments = [a for a in sys.argv[1:] if a != "--show"]
    here = os.path.dirname(os.path.abspath(__file__))
    folder = arguments[1] if len(arguments) > 1 else os.path.join(here, "..", "cases", "resumes-forms")
    count = run(lambda path: read(arguments[0], path), folder)
    floors = FLOORS[os.path.basename(os.path.normpath(folder))]
    if "--show" in sys.argv:
        for difference in count.differences:
            print(difference)
        for group in floors:
            print("%-13s %.3f  of %d" % (group, count.get_share(group),
                                         sum(count.asked.values()) if group == "all" else count.asked[group]))
        return
    print("1..%d" % len(floors))
    for number, (group, floor) in enumerate(floors.items(), 1):
        is_good = count.get_share(group) >= floor
        print("%s %d %s: %.3f, at least %.3f" % ("ok" if is_good else "not ok", number, group,
                                                count.get_share(group), floor))


if __name__ == "__main__":
    main()
