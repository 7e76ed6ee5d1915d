#!/usr/bin/python3
"""Help, versions and wrong usage."""
import os
import shlex
import subprocess
import unittest

from support import CLI, RESUME, CommandLine, Pair


class Usage(CommandLine):
    def test_help(self):
        text = self.succeed("--help").decode()
        for verb in ("read", "match", "tailor"):
            self.assertIn(f"  {verb}", text)

    def test_help_of_verbs(self):
        self.assertIn("--as", self.succeed("read", "--help").decode())
        self.assertIn("--posting", self.succeed("match", "--help").decode())
        self.assertIn("--hide", self.succeed("tailor", "--help").decode())

    def test_version(self):
        self.assertRegex(self.succeed("--version").decode(), r"^matchum-cli \d+\.\d+\.\d+\n$")

    def test_wrong_usage(self):
        for words in ((), ("dance",), ("read",), ("read", "a", "b"), ("match",), ("match", "--resume", "a.md"),
                      ("match", "--what"), ("tailor", "--resume", "a.md", "--posting", "b.md")):
            with self.subTest(words=words):
                self.fail(2, *words)


class Output(Pair):
    """What cannot be printed is an error: a script must not take half a report for a whole one."""

    def run_with(self, redirection, *words):
        command = " ".join(shlex.quote(str(word)) for word in (CLI, *words)) + " " + redirection
        return subprocess.run(["sh", "-c", command], cwd=self.folder, stderr=subprocess.PIPE, timeout=60)

    def test_full(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no device that is always full")
        for words in (("--help",), ("read", "--help"), ("match", *self.pair), ("match", *self.pair, "--format", "json"),
                      ("tailor", *self.pair, "-o", "out.md")):
            with self.subTest(words=words):
                done = self.run_with(">/dev/full", *words)
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)

    def test_closed(self):
        self.assertEqual(self.run_with(">&-", "match", *self.pair).returncode, 1)
        self.assertEqual(self.run_with(">&-", "dance").returncode, 2)

    def test_closed_streams_are_not_taken_for_files(self):
        self.run_with("<&- >&- 2>&-", "tailor", *self.pair, "-o", "out.md")
        self.assertEqual((self.folder / "out.md").read_text(), RESUME)

    def test_reader_goes(self):
        done = self.run_with("| true", "read", "resume.md")
        self.assertEqual((done.returncode, done.stderr), (0, b""))


class Values(Pair):
    def test_wrong_values(self):
        for words in (("--as-of", "yesterday"), ("--as-of", "2026-13-01"), ("--as-of", "2026-02-30"), ("--format", "xml"), ("stray",)):
            with self.subTest(words=words):
                self.fail(2, "match", "--resume", "resume.md", "--posting", "posting.md", *words)

    def test_wrong_values_of_tailor(self):
        for words in (("--paper", "a5"), ("--theme", "baroque"), ("--hide", "0"), ("--hide", "x"), ("--hide", "2"), ("--hide", "1"),
                      ("--hide", "9999"), ("--pin", "4"), ("--hide", "9", "--pin", "9"), ("-o", "resume.doc")):
            with self.subTest(words=words):
                self.fail(2, "tailor", *self.pair, "-o", "out.md", *words)
                self.assertFalse((self.folder / "out.md").exists())


if __name__ == "__main__":
    unittest.main()
