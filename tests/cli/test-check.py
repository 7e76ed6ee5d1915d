#!/usr/bin/python3
"""check: what a PDF says, held against a resume."""
import unittest

from support import RESUME, ROOT, Pair

LOCKED = ROOT / "tests" / "print" / "pdfs" / "locked.pdf"


class Check(Pair):
    def setUp(self):
        super().setUp()
        self.succeed_json("tailor", *self.pair, "-o", "out.pdf", "-o", "out.md", "-o", "out.json")

    def check(self, against, pdf="out.pdf"):
        return self.succeed_json("check", pdf, "--against", against)

    def test_own(self):
        said = self.check("out.md")
        self.assertEqual(list(said), ["intact", "pages", "words", "in_order", "extra", "links", "missing_links", "dates",
                                      "dates_on_line", "differences"])
        self.assertEqual((said["intact"], said["extra"], said["differences"]), (True, 0, []))
        self.assertEqual(said["words"], said["in_order"])
        self.assertEqual((said["links"], said["dates"], said["dates_on_line"], said["pages"]), (1, 2, 2, 1))
        self.assertEqual(self.succeed("check", "out.pdf", "--against", "out.md").decode(),
                         f"All {said['words']} words in order, 1 link.\n")

    def test_tailor_reads_back(self):
        said = self.succeed_json("tailor", *self.pair, "-o", "out.pdf", "-o", "two.pdf", "-o", "out.md")
        self.assertEqual(said["check"], self.check("out.md"))
        self.assertNotIn("check", self.succeed_json("tailor", *self.pair, "-o", "out.md"))
        words = said["check"]["words"]
        self.assertEqual(self.succeed("tailor", *self.pair, "-o", "out.pdf").decode().splitlines()[-1],
                         f"Read back: All {words} words in order, 1 link.")
        line = self.line_of(RESUME, "zebrafish")
        fewer = self.succeed_json("tailor", *self.pair, "--hide", line, "-o", "out.pdf")["check"]
        self.assertTrue(fewer["intact"])
        self.assertLess(fewer["words"], words)
        # What was hidden is what differs from the whole.
        against = self.check("resume.md")
        self.assertEqual([one["kind"] for one in against["differences"]], ["missing"])
        self.assertEqual(against["differences"][0]["line"], line)
        self.assertEqual(against["words"] - against["in_order"], words - fewer["words"])

    def test_bundle_reads_back(self):
        said = self.succeed_json("bundle", *self.pair, "-o", "out.zip")
        self.assertEqual(said["check"], self.check("out.md"))
        self.assertNotIn("check", self.succeed_json("bundle", *self.pair, "--include", "md", "-o", "md.zip"))
        self.assertEqual(self.succeed("bundle", *self.pair, "-o", "two.zip").decode().splitlines()[-1],
                         f"Read back: All {said['check']['words']} words in order, 1 link.")

    def test_baseline_and_json_resume(self):
        self.assertTrue(self.check("resume.md")["intact"])
        # JSON Resume has its own order and headings; the words of the jobs are the same.
        said = self.check("out.json")
        self.assertGreater(said["in_order"], said["words"] * 0.8)

    def test_differences(self):
        self.write("other.md", RESUME.replace("zebrafish dashboard", "axolotl dashboard").replace("A/B tests", "tests"))
        said = self.check("other.md")
        self.assertFalse(said["intact"])
        self.assertEqual([(one["kind"], one["words"], one["instead"], one["page"], one["line"])
                          for one in said["differences"]],
                         [("replaced", "axolotl", "zebrafish", 1, self.line_of(RESUME, "zebrafish")),
                          ("extra", "A/B", None, 1, None)])
        self.assertEqual(said["words"] - said["in_order"], 1)
        lines = self.succeed("check", "out.pdf", "--against", "other.md").decode().splitlines()
        self.assertEqual(lines[0], f"1 of {said['words']} words differs, 1 word is too many: “axolotl” on page 1 became "
                                   "“zebrafish”; “A/B” on page 1 is not in the text.")
        self.assertEqual(lines[1], "other.md:10: “axolotl” on page 1 became “zebrafish”")
        self.assertEqual(lines[2], "out.pdf: “A/B” on page 1 is not in the text")

    def test_unusable(self):
        self.write("broken.pdf", b"%PDF-1.7\nnothing of use")
        self.write("text.pdf", "# No PDF")
        self.assertIn("locked.pdf: This PDF is locked with a password", self.fail(1, "check", LOCKED, "--against", "out.md"))
        self.assertIn("broken.pdf: This PDF is broken", self.fail(1, "check", "broken.pdf", "--against", "out.md"))
        self.assertIn("text.pdf: This is no PDF", self.fail(1, "check", "text.pdf", "--against", "out.md"))
        self.assertIn("none.pdf: ", self.fail(1, "check", "none.pdf", "--against", "out.md"))
        self.assertIn("none.md", self.fail(1, "check", "out.pdf", "--against", "none.md"))
        self.assertIn("/dev/zero: This PDF is larger", self.fail(1, "check", "/dev/zero", "--against", "out.md"))

    def test_cut_off(self):
        data = (self.folder / "out.pdf").read_bytes()
        self.write("half.pdf", data[:len(data) // 2])
        done = self.run_cli("check", "half.pdf", "--against", "out.md", "--format", "json")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.decode().count("\n"), 1)

    def test_usage(self):
        self.assertIn("--against is missing", self.fail(2, "check", "out.pdf"))
        self.assertIn("Name one PDF", self.fail(2, "check", "--against", "out.md"))
        self.assertIn("Name one PDF", self.fail(2, "check", "out.pdf", "out.pdf", "--against", "out.md"))
        self.fail(2, "check", "out.pdf", "--against", "out.md", "--format", "xml")


if __name__ == "__main__":
    unittest.main()
