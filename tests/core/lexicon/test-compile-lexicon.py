#!/usr/bin/python3
"""The tool that compiles the lexicon: the same bytes in any order and locale, and no output where a file is wrong.

usage: test-compile-lexicon.py TOOL LEXICON-FOLDER SUPPORT-FOLDER
"""
import os
import pathlib
import subprocess
import sys
import tempfile

tool, folder, support = sys.argv[1:]
sys.path.insert(0, support)
from tap import Tap  # noqa: E402


def compile_files(output, files, locale="C"):
    return subprocess.run([tool, output, *files], env=dict(os.environ, LC_ALL=locale), capture_output=True, text=True)


def main():
    tap = Tap()
    files = sorted(pathlib.Path(folder).glob("*.txt"))
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        first = compile_files(place / "one.c", files)
        second = compile_files(place / "two.c", reversed(files), "C.UTF-8")
        tap.check(first.returncode == 0 and second.returncode == 0, "the files compile")
        tap.check((place / "one.c").read_bytes() == (place / "two.c").read_bytes(), "the same bytes in any order")

        text = files[0].read_text(encoding="utf-8")
        wrong = place / files[0].name
        wrong.write_text(text + "concept stray-thing gadget\n", encoding="utf-8")
        result = compile_files(place / "three.c", [wrong, *files[1:]])
        line = text.count("\n") + 1
        tap.check(result.returncode == 1 and not (place / "three.c").exists(), "a wrong file makes no output")
        tap.check(f"data/lexicon/{files[0].name}:{line}: " in result.stderr, "the message names file and line")

        wrong.write_text(text + "concept stray-thing tool\n  en Python\n", encoding="utf-8")
        result = compile_files(place / "three.c", [wrong, *files[1:]])
        tap.check(result.returncode == 1 and "belongs to the concept" in result.stderr, "a name claimed twice is told")
    tap.end()


main()
