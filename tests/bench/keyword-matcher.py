#!/usr/bin/python3
"""A keyword matcher as people write it in Python: all names of the lexicon in one regular expression, case aside.

usage: keyword-matcher.py [--match-bench PROGRAM]

Finds the names of data/lexicon in the postings of tests/cases and prints how many megabytes it reads in a second of its
own time. With PROGRAM, the benchmark `match` of a build folder, that is run on the same texts, and the ratio printed.
What the matcher finds is no measure: it knows neither particles nor the context of ambiguous names.
"""
import argparse
import os
import pathlib
import re
import statistics
import subprocess
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ["cases/postings", "cases/wide/postings", "cases-2/postings"]
N_RUNS = 5


def read_names():
    names = set()
    for path in sorted((TESTS.parent / "data" / "lexicon").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            found = re.match(r"\s+(?:en|ko)\s+(.*)", re.sub(r"(^|\s)#.*", "", line))
            for name in found[1].split("|") if found else []:
                names.add(re.sub(r"\{.*\}", "", name).strip().replace("_", " ").lower())
    return sorted(names, key=lambda name: (-len(name), name))


def read_postings():
    paths = [path for folder in FOLDERS for path in sorted((TESTS / folder).iterdir()) if path.is_file()]
    return "".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)


def measure(find, text):
    """The median, in MB/s."""
    times = []
    for _ in range(N_RUNS):
        start = time.process_time()
        n_found = find(text)
        times.append(time.process_time() - start)
    return len(text.encode()) / statistics.median(times) / 1e6, n_found


def run_bench(program):
    """The figures that the benchmark prints for fold and find."""
    environment = dict(os.environ, G_TEST_SRCDIR=str(TESTS), LC_ALL="C.UTF-8")
    printed = subprocess.run([program], env=environment, capture_output=True, text=True, check=True).stdout
    found = re.search(r"fold ([\d.]+) MB/s, find ([\d.]+) MB/s", printed)
    return float(found[1]), float(found[2])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--match-bench", type=pathlib.Path)
    options = parser.parse_args()

    names = read_names()
    text = read_postings()
    pattern = re.compile("|".join(map(re.escape, names)))
    words = [name for name in names if name]

    speed, n_found = measure(lambda whole: sum(1 for _ in pattern.finditer(whole.lower())), text)
    print(f"{len(names)} names, regular expression   {speed:10.3f} MB/s ({n_found} found)")
    by_find, _ = measure(lambda whole: sum(whole.lower().count(word) for word in words[::20]), text)
    print(f"{len(names)} names, one by one           {by_find / 20:10.3f} MB/s (a twentieth of them measured)")
    if options.match_bench:
        fold, find = run_bench(options.match_bench)
        both = 1 / (1 / fold + 1 / find)
        print(f"Matchum, fold and find            {both:10.3f} MB/s, find alone {find:.3f} MB/s")
        print(f"Matchum by the faster of the two  {both / max(speed, by_find / 20):10.0f} times, find alone "
              f"{find / max(speed, by_find / 20):.0f} times")


if __name__ == "__main__":
    main()
