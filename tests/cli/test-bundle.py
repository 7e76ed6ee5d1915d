#!/usr/bin/python3
"""bundle and strategy: what is in the papers of an application, what is not, and that they are whole or not there."""
import hashlib
import os
import shutil
import subprocess
import unittest
import zipfile

from support import POSTING, RESUME, SAMPLES, Pair

DIGESTS = "SHA256SUMS.txt"
NAME = "Kim Haneul-Acme-Data Engineer"


class Papers(Pair):
    def bundle(self, *words):
        return self.succeed_json("bundle", *self.pair, *words)

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())


class Bundle(Papers):
    def test_members(self):
        said = self.bundle("-o", "out.zip")
        with zipfile.ZipFile(self.folder / "out.zip") as archive:
            self.assertIsNone(archive.testzip())
            members = {info.filename: archive.read(info) for info in archive.infolist()}
            for info in archive.infolist():
                self.assertEqual(info.date_time, (2026, 11, 1, 12, 0, 0))
                self.assertTrue(info.flag_bits & 0x800, "the name is not told to be UTF-8")
                self.assertEqual(info.external_attr >> 16, 0o100644)
        self.assertEqual(said["bundle"], "out.zip")
        self.assertEqual([file["name"] for file in said["files"]], list(members))
        self.assertEqual([file["sha256"] for file in said["files"]],
                         [hashlib.sha256(data).hexdigest() for data in members.values()])
        self.assertEqual([file["bytes"] for file in said["files"]], [len(data) for data in members.values()])
        self.assertEqual(list(members), ["Kim Haneul-Acme-Data Engineer.pdf", "Kim Haneul-Acme-Data Engineer.md", "posting.md", "strategy.pdf",
                                         "strategy.md", DIGESTS])
        self.assertEqual(members["Kim Haneul-Acme-Data Engineer.md"].decode(), RESUME)
        self.assertEqual(members["posting.md"].decode(), POSTING)
        self.assertTrue(members["strategy.md"].decode().startswith("# Acme · Data Engineer\n"))

    def test_names_tell_nothing(self):
        """No more of the posting's own name goes along than its kind; a path that is no UTF-8 is told as JSON takes it."""
        for own, name in (("posting.text about my boss", "posting.txt"), ("acme.MARKDOWN", "posting.MARKDOWN"), ("acme.", "posting.txt"),
                          ("acme.verylongsuffix", "posting.txt"), (".acme", "posting.txt")):
            (self.folder / own).write_text(POSTING)
            said = self.succeed_json("bundle", "--resume", self.pair[1], "--posting", own, "--include", "md", "-o", "out.zip")
            self.assertIn(name, [file["name"] for file in said["files"]])
            self.assertFalse([file["name"] for file in said["files"] if "boss" in file["name"]])
        said = self.succeed_json("bundle", *self.pair, "--include", "md", "-o", os.fsdecode(b"\xff.zip"))
        self.assertEqual(said["bundle"], "\ufffd.zip")
        said = self.succeed_json("strategy", *self.pair, "-o", os.fsdecode(b"\xff.md"))
        self.assertEqual(said["files"], ["\ufffd.md"])

    def test_resume_is_that_of_tailor(self):
        hide = ("--hide", self.line_of(RESUME, "zebrafish"), "--theme", "ats")
        self.bundle(*hide, "--include", "PDF", "--include", "json", "--include", "html", "--include", "txt", "--include", "pdf", "-o", "out")
        suffixes = ("pdf", "json", "html", "txt")
        self.succeed("tailor", *self.pair, *hide, *[word for suffix in suffixes for word in ("-o", f"own.{suffix}")])
        for suffix in suffixes:
            self.assertEqual((self.folder / f"out/{NAME}.{suffix}").read_bytes(), (self.folder / f"own.{suffix}").read_bytes())
        self.assertFalse((self.folder / f"out/{NAME}.md").exists())

    def test_pages(self):
        """A budget of pages hides what it hides for tailor."""
        pair = ("--resume", SAMPLES / "resume-ko.md", "--posting", SAMPLES / "posting-ko.md", "--as-of", "2026-11-25", "--pages", "1")
        self.run_cli("tailor", *pair, "-o", "own.md")
        self.run_cli("bundle", *pair, "--include", "md", "-o", "out")
        self.assertEqual([path.read_bytes() for path in (self.folder / "out").glob("*.md") if path.name not in ("posting.md", "strategy.md")],
                         [(self.folder / "own.md").read_bytes()])
        self.assertLess(len((self.folder / "own.md").read_bytes()), len((SAMPLES / "resume-ko.md").read_bytes()) * 3 / 4)

    def test_korean_names(self):
        """They are read right by programs that know nothing of the locale."""
        self.run_cli("bundle", "--resume", SAMPLES / "resume-ko.md", "--posting", SAMPLES / "posting-ko.md", "--include", "md", "-o", "out.zip",
                     env={"LC_ALL": "C"})
        with zipfile.ZipFile(self.folder / "out.zip") as archive:
            names = archive.namelist()
        self.assertRegex(names[0], "^도하람-모람상회-.*\\.md$")
        if shutil.which("unzip") is not None:
            subprocess.run(["unzip", "-q", "out.zip", "-d", "taken"], cwd=self.folder, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
            self.assertEqual(sorted(path.name for path in (self.folder / "taken").iterdir()), sorted(names))

    def test_posting_is_as_it_was(self):
        """Byte for byte, in whatever encoding it came."""
        posting = "[모람상회] 데이터 엔지니어\r\n\r\n자격 요건\r\n- Airflow 경험  \r\n- Kafka\r\n".encode("cp949")
        self.write("posting.txt", posting)
        done = self.run_cli("bundle", "--resume", "resume.md", "--posting", "posting.txt", "-o", "out")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual((self.folder / "out/posting.txt").read_bytes(), posting)

    def test_digests(self):
        self.bundle("-o", "out")
        done = subprocess.run(["sha256sum", "--strict", "-c", DIGESTS], cwd=self.folder / "out", capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stdout.decode().count(": OK\n"), 5)
        with open(self.folder / f"out/{NAME}.md", "a", encoding="utf-8") as file:
            file.write("more")
        done = subprocess.run(["sha256sum", "-c", DIGESTS], cwd=self.folder / "out", capture_output=True)
        self.assertNotEqual(done.returncode, 0)

    def test_folder_and_zip_hold_the_same(self):
        self.bundle("-o", "out")
        self.bundle("-o", "out.ZIP")
        with zipfile.ZipFile(self.folder / "out.ZIP") as archive:
            self.assertEqual(sorted(archive.namelist()), sorted(path.name for path in (self.folder / "out").iterdir()))
            for name in archive.namelist():
                self.assertEqual(archive.read(name), (self.folder / "out" / name).read_bytes())

    def test_same_bytes_everywhere(self):
        self.bundle("-o", "first.zip")
        for number, (zone, locale) in enumerate([("UTC", "C"), ("Asia/Seoul", "C.UTF-8"), ("America/New_York", "POSIX")]):
            self.succeed("bundle", *self.pair, "-o", f"{number}.zip", env={"TZ": zone, "LC_ALL": locale})
            self.assertEqual((self.folder / f"{number}.zip").read_bytes(), (self.folder / "first.zip").read_bytes())

    def test_unzip_reads_it(self):
        if shutil.which("unzip") is None:
            self.skipTest("unzip is not installed")
        self.bundle("-o", "out.zip")
        subprocess.run(["unzip", "-q", "out.zip", "-d", "taken"], cwd=self.folder, check=True)
        self.assertEqual((self.folder / "taken/posting.md").read_text(), POSTING)

    def test_hidden_words_are_nowhere(self):
        hidden = ("zebrafish", "Redleaf", "quokka", "Quokka")
        hide = ["zebrafish", "### Redleaf", "### Quokka"]
        options = [word for words in hide for word in ("--hide", self.line_of(RESUME, words))]
        formats = [word for name in ("pdf", "md", "txt", "html", "json") for word in ("--include", name)]
        self.bundle(*options, *formats, "-o", "out")
        self.bundle(*options, *formats, "-o", "out.zip")
        zipped = (self.folder / "out.zip").read_bytes()
        for path in (self.folder / "out").iterdir():
            data = path.read_bytes()
            if path.suffix == ".pdf":
                data += self.unpacked(path) + self.words_of(path).encode()
            for word in hidden:
                self.assertNotIn(word.encode(), data, path)
                self.assertNotIn(word.encode(), zipped)
        self.assertIn("batch pipelines", (self.folder / f"out/{NAME}.md").read_text())

    def test_other_files_are_spared(self):
        (self.folder / "mine").mkdir()
        self.write("mine/posting.md", "my own")
        self.write("notes", "my own")
        said = self.fail(1, "bundle", *self.pair, "-o", "mine")
        self.assertIn("mine: This folder is not empty.", said)
        said = self.fail(1, "bundle", *self.pair, "-o", "notes")
        self.assertIn("notes: This is a file.", said)
        self.assertEqual((self.folder / "mine/posting.md").read_text(), "my own")
        self.assertEqual((self.folder / "notes").read_text(), "my own")
        self.assertEqual(self.names(), ["mine", "notes", "posting.md", "resume.md"])

    def test_nowhere(self):
        for output in ("not/there.zip", "not/there"):
            said = self.fail(1, "bundle", *self.pair, "-o", output)
            self.assertIn(output, said)
        self.assertEqual(self.names(), ["posting.md", "resume.md"])

    def test_wrong_usage(self):
        self.assertIn("-o is missing", self.fail(2, "bundle", *self.pair))
        self.assertIn("must end in .zip", self.fail(2, "bundle", *self.pair, "-o", "acme.pdf"))
        self.assertIn("takes one of pdf, md", self.fail(2, "bundle", *self.pair, "--include", "exe", "-o", "acme.zip"))
        self.assertIn("--resume is missing", self.fail(2, "bundle", "--posting", "posting.md", "-o", "acme.zip"))
        (self.folder / "posting.zip").symlink_to("posting.md")
        self.assertIn("the posting itself", self.fail(2, "bundle", *self.pair, "-o", "posting.zip"))
        (self.folder / "posting.zip").unlink()
        self.assertEqual(self.names(), ["posting.md", "resume.md"])


class Strategy(Papers):
    def test_says(self):
        self.succeed("strategy", *self.pair, "-o", "out.md", "-o", "out.pdf")
        text = (self.folder / "out.md").read_text()
        for words in ("# Acme · Data Engineer", "Strategy sheet of 2026-11-01", "**met** · Airflow experience", "Built batch pipelines in Airflow and PySpark",
                      "**missing** · Kafka", "**cannot be shown** · A positive attitude", "## To Prepare", "Run our pipelines"):
            self.assertIn(words, text)
        self.assertNotIn("Free lunch", text)
        printed = self.words_of("out.pdf")
        for words in ("Airflow experience", "Kafka", "Run our pipelines"):
            self.assertIn(words, printed)

    def test_hidden_words_are_nowhere(self):
        self.succeed("strategy", *self.pair, "--hide", self.line_of(RESUME, "zebrafish"), "-o", "out.md", "-o", "out.pdf")
        self.assertNotIn("zebrafish", (self.folder / "out.md").read_text())
        self.assertNotIn(b"zebrafish", self.unpacked("out.pdf"))
        self.assertIn("Tableau only in 1 hidden item", (self.folder / "out.md").read_text())

    def test_samples_take_one_page(self):
        if shutil.which("pdfinfo") is None:
            self.skipTest("pdfinfo is not installed")
        for language in ("ko", "en"):
            for paper in ("a4", "letter"):
                self.run_cli("strategy", "--resume", SAMPLES / f"resume-{language}.md", "--posting", SAMPLES / f"posting-{language}.md",
                             "--paper", paper, "-o", "out.pdf", "-o", "out.md")
                info = subprocess.run(["pdfinfo", "out.pdf"], cwd=self.folder, check=True, capture_output=True).stdout.decode()
                self.assertRegex(info, r"Pages: +1\n")
                # What shows the requirements is still told.
                self.assertGreater((self.folder / "out.md").read_text().count("“"), 10)

    def test_same_bytes_twice(self):
        self.succeed("strategy", *self.pair, "-o", "a.pdf")
        self.succeed("strategy", *self.pair, "-o", "b.pdf")
        self.assertEqual((self.folder / "a.pdf").read_bytes(), (self.folder / "b.pdf").read_bytes())

    def test_report(self):
        said = self.succeed_json("strategy", *self.pair, "-o", "out.md", "-o", "out.pdf")
        self.assertEqual(said, {"files": ["out.md", "out.pdf"]})

    def test_wrong_usage(self):
        self.assertIn("-o is missing", self.fail(2, "strategy", *self.pair))
        self.assertIn("must end in .md or .pdf", self.fail(2, "strategy", *self.pair, "-o", "out.txt"))
        self.assertIn("the posting itself", self.fail(2, "strategy", *self.pair, "-o", "posting.md"))
        self.assertIn("the resume itself", self.fail(2, "strategy", *self.pair, "-o", "./resume.md"))
        self.assertIn("the same file", self.fail(2, "strategy", *self.pair, "-o", "a.md", "-o", "./a.md"))
        self.assertEqual((self.folder / "posting.md").read_text(), POSTING)
        self.assertEqual(self.names(), ["posting.md", "resume.md"])


if __name__ == "__main__":
    unittest.main()
