#!/usr/bin/python3
"""tailor: what is written, what is not, and what it says."""
import shutil
import subprocess
import unittest

from support import POSTING, RESUME, SAMPLES, Pair


class Tailor(Pair):
    def tailor(self, *words):
        return self.succeed_json("tailor", *self.pair, *words)

    def test_nothing_hidden_is_the_baseline(self):
        self.tailor("-o", "out.md")
        self.assertEqual((self.folder / "out.md").read_text(), RESUME)

    def test_hidden_words_are_nowhere(self):
        line = self.line_of(RESUME, "zebrafish")
        self.tailor("--hide", line, "-o", "out.md", "-o", "out.pdf")
        self.assertNotIn("zebrafish", (self.folder / "out.md").read_text())
        self.assertIn("batch pipelines", (self.folder / "out.md").read_text())
        self.assertNotIn(b"zebrafish", self.unpacked("out.pdf"))
        self.assertNotIn("zebrafish", self.words_of("out.pdf"))
        self.assertIn("batch pipelines", self.words_of("out.pdf"))

    def test_report(self):
        line = self.line_of(RESUME, "Tableau")
        said = self.tailor("--hide", line, "-o", "out.md")
        self.assertEqual(list(said), ["pages", "fit", "hidden", "coverage", "files"])
        self.assertEqual(said["hidden"], [{"line": line, "why": "asked", "costs": ["Tableau"]}])
        self.assertEqual(said["fit"], "none")
        self.assertIsNone(said["pages"]["budget"])
        self.assertTrue(0 < said["pages"]["used"] <= 1)
        self.assertEqual(said["coverage"]["baseline"]["required"]["met"], 3)
        self.assertEqual(said["coverage"]["tailored"]["required"], {"met": 2, "partial": 0, "missing": 2, "soft": 1})
        self.assertEqual(said["files"], ["out.md"])

    def test_emptied_section_goes_and_job_stays(self):
        project = self.line_of(RESUME, "A quokka chat bot")
        tests = self.line_of(RESUME, "A/B tests")
        self.tailor("--hide", project, "--hide", tests, "-o", "out.md")
        text = (self.folder / "out.md").read_text()
        self.assertNotIn("Quokka", text)
        self.assertNotIn("## Projects", text)
        self.assertIn("Redleaf", text)

    def test_pin_keeps_an_emptied_entry(self):
        entry = self.line_of(RESUME, "### Quokka")
        item = self.line_of(RESUME, "A quokka chat bot")
        self.tailor("--hide", item, "--pin", entry, "-o", "out.md")
        text = (self.folder / "out.md").read_text()
        self.assertIn("### Quokka bot", text)
        self.assertIn("## Projects", text)

    def test_pin_under_a_hidden_block_is_told_to_be_vain(self):
        section = self.line_of(RESUME, "## Projects")
        item = self.line_of(RESUME, "A quokka chat bot")
        kept = self.line_of(RESUME, "## Skills")
        said = self.succeed("tailor", *self.pair, "--hide", section, "--pin", item, "--pin", item, "--pin", kept, "-o", "out.md").decode()
        self.assertNotIn("quokka", (self.folder / "out.md").read_text().lower())
        self.assertEqual(said.count("in vain"), 1, said)
        self.assertIn(f"line {item}: it goes with line {section}", said)

    def test_hiding_a_section_hides_all_of_it(self):
        self.tailor("--hide", self.line_of(RESUME, "## Experience"), "-o", "out.md")
        text = (self.folder / "out.md").read_text()
        for word in ("Experience", "Bluewave", "Redleaf", "PySpark"):
            self.assertNotIn(word, text)
        self.assertIn("Python, SQL", text)

    def test_same_bytes_again(self):
        self.tailor("-o", "a.pdf", "-o", "a.md")
        self.tailor("-o", "b.pdf", "-o", "b.md")
        for kind in ("pdf", "md"):
            self.assertEqual((self.folder / f"a.{kind}").read_bytes(), (self.folder / f"b.{kind}").read_bytes())

    def test_themes_and_papers(self):
        sizes = {"a4": "595", "letter": "612"}
        for theme in ("standard", "ats"):
            for paper, width in sizes.items():
                self.tailor("--theme", theme, "--paper", paper, "-o", "out.pdf")
                if shutil.which("pdfinfo"):
                    said = subprocess.run(["pdfinfo", "out.pdf"], cwd=self.folder, check=True, capture_output=True).stdout.decode()
                    self.assertRegex(said, rf"Page size: +{width}")
                    self.assertRegex(said, r"Encrypted: +no")

    def test_nothing_is_written_when_one_file_cannot_be_rendered(self):
        self.fail(1, "tailor", "--resume", "resume.md", "--posting", "nowhere.md", "-o", "out.md")
        self.assertFalse((self.folder / "out.md").exists())

    def test_only_the_outputs_are_written(self):
        before = {path.name for path in self.folder.iterdir()}
        self.tailor("-o", "out.md", "-o", "out.pdf")
        after = {path.name for path in self.folder.iterdir()}
        self.assertEqual(after - before, {"out.md", "out.pdf"})

    def test_what_was_read_is_never_overwritten(self):
        line = self.line_of(RESUME, "zebrafish")
        (self.folder / "folder").mkdir()
        (self.folder / "link.md").symlink_to("resume.md")
        (self.folder / "hard.md").hardlink_to(self.posting)
        for name in ("resume.md", "./resume.md", "folder/../resume.md", "link.md", "posting.md", "hard.md", self.resume):
            with self.subTest(name=name):
                message = self.fail(2, "tailor", *self.pair, "--hide", line, "-o", "out.md", "-o", name)
                self.assertIn(str(name), message)
                self.assertIn("another name", message)
        self.assertEqual(self.resume.read_text(), RESUME)
        self.assertEqual(self.posting.read_text(), POSTING)
        self.assertFalse((self.folder / "out.md").exists())

    def test_files_do_not_overwrite_each_other(self):
        self.write("old.md", "old")
        (self.folder / "link.md").symlink_to("old.md")
        for first, second in (("out.md", "out.md"), ("out.md", "./out.md"), ("old.md", "link.md")):
            with self.subTest(first=first, second=second):
                self.assertIn(second, self.fail(2, "tailor", *self.pair, "-o", first, "-o", second))
        self.assertEqual((self.folder / "old.md").read_text(), "old")
        self.assertFalse((self.folder / "out.md").exists())
        self.tailor("-o", "out.md", "-o", "out.pdf", "-o", "old.md")

    def test_byte_order_mark_is_no_text(self):
        self.write("resume.md", b"\xef\xbb\xbf" + RESUME.encode())
        self.tailor("-o", "out.md")
        self.assertEqual((self.folder / "out.md").read_text(), RESUME)

    def test_says_which_signs_no_font_has(self):
        if subprocess.run(["fc-list", ":charset=1cf50"], check=True, capture_output=True).stdout:
            self.skipTest("a font has the sign")
        self.write("resume.md", RESUME.replace("zebrafish", "zebrafish \U0001cf50"))
        text = self.succeed("tailor", *self.pair, "-o", "out.pdf").decode()
        self.assertIn("omits them: \U0001cf50", text)
        self.assertNotIn("omits", self.succeed("tailor", *self.pair, "-o", "out.md").decode())

    def test_samples(self):
        for language in ("ko", "en"):
            said = self.succeed_json("tailor", "--resume", SAMPLES / f"resume-{language}.md", "--posting", SAMPLES / f"posting-{language}.md",
                                     "-o", f"{language}.pdf", "-o", f"{language}.md")
            self.assertGreater(said["coverage"]["tailored"]["required"]["met"], 0)
            self.assertEqual((self.folder / f"{language}.md").read_text(),
                             (SAMPLES / f"resume-{language}.md").read_text())


if __name__ == "__main__":
    unittest.main()
