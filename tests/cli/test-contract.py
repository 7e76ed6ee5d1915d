#!/usr/bin/python3
"""Help, versions and wrong usage."""
import unittest

from support import CommandLine, Pair


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


class Values(Pair):
    def test_wrong_values(self):
        for words in (("--as-of", "yesterday"), ("--as-of", "2026-13-01"), ("--as-of", "2026-02-30"), ("--format", "xml"), ("stray",)):
            with self.subTest(words=words):
                self.fail(2, "match", "--resume", "resume.md", "--posting", "posting.md", *words)

    def test_wrong_values_of_tailor(self):
        for words in (("--paper", "a5"), ("--theme", "baroque"), ("--hide", "0"), ("--hide", "x"), ("--hide", "2"), ("--hide", "1"),
                      ("--hide", "9999"), ("--pin", "4"), ("--hide", "9", "--pin", "9"), ("-o", "resume.docx")):
            with self.subTest(words=words):
                self.fail(2, "tailor", *self.pair, "-o", "out.md", *words)
                self.assertFalse((self.folder / "out.md").exists())


if __name__ == "__main__":
    unittest.main()
