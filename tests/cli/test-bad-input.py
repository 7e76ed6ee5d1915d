#!/usr/bin/python3
"""Files that cannot be used: one clear line that names the file, exit 1, nothing written."""
import os
import unittest

from support import Pair


class BadInput(Pair):
    def assert_refused(self, name, *words):
        """Every verb refuses the file in each place it can stand in."""
        lines = [
            self.fail(1, "read", name, "--as", "resume"),
            self.fail(1, "match", "--resume", name, "--posting", "posting.md"),
            self.fail(1, "tailor", "--resume", name, "--posting", "posting.md", "-o", "out.md", "-o", "out.pdf"),
        ]
        for line in lines:
            self.assertIn(os.path.basename(name), line)
            for word in words:
                self.assertIn(word, line)
        self.assertFalse((self.folder / "out.md").exists())
        self.assertFalse((self.folder / "out.pdf").exists())

    def test_missing(self):
        self.assert_refused("nowhere.md")

    def test_missing_posting(self):
        self.assertIn("nowhere.md", self.fail(1, "match", "--resume", "resume.md", "--posting", "nowhere.md"))

    def test_folder(self):
        (self.folder / "folder.md").mkdir()
        self.assert_refused("folder.md")

    @unittest.skipIf(os.geteuid() == 0, "the superuser may read everything")
    def test_unreadable(self):
        self.write("locked.md", "# A\n").chmod(0)
        self.assert_refused("locked.md")

    def test_empty(self):
        self.write("empty.md", "")
        self.assert_refused("empty.md")
        self.write("blank.md", " \n\t\n\n")
        self.assert_refused("blank.md")

    def test_binary(self):
        self.write("binary.md", b"# A\n\n- one\n\x00\x01\x02\xff\n")
        self.assert_refused("binary.md", ":4")
        self.write("print.md", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self.assert_refused("print.md", "PDF")

    def test_not_utf8(self):
        """Neither UTF-8 nor another encoding that is known, or damaged: test-encodings.py tells what is read."""
        self.write("japanese.md", "# 田中\n\n- 職務経歴書とデータ分析\n".encode("shift_jis"))
        self.assert_refused("japanese.md", ":1", "UTF-8")
        self.write("damaged.md", "# 김하늘\n\n## 경력\n\n- 데이터 분석".encode("cp949") + b"\xff\n")
        self.assert_refused("damaged.md", ":5", "CP949", "UTF-8")
        self.write("cut.md", "# 김하늘\n\n## 경력".encode()[:-1])
        self.assert_refused("cut.md", ":3", "UTF-8")

    def test_utf16(self):
        text = "# 김하늘\n\n## 경력\n\n- 데이터 분석과 추천 시스템 개발\n- 모델 서빙\n"
        for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
            self.write("wide.md", text.encode(encoding)[:-1])
            self.assert_refused("wide.md", ":6", "UTF-16", "UTF-8")
        self.write("wide.md", text.replace("추천", "\x01").encode("utf-16"))
        self.assert_refused("wide.md", ":5", "0x01")

    def test_address(self):
        self.assertIn("this computer", self.fail(1, "read", "https://example.com/resume.md"))

    def test_device_without_end(self):
        if os.path.exists("/dev/zero"):
            self.assertIn("8 MiB", self.fail(1, "read", "/dev/zero"))

    def test_too_large(self):
        with open(self.folder / "large.md", "wb") as file:
            file.write(b"# A\n")
            file.truncate(50 * 1024 * 1024)
        self.assert_refused("large.md")

    def test_no_headings(self):
        self.write("flat.md", "only words\nand more words\n")
        self.assert_refused("flat.md", ":1")

    def test_broken_front_matter(self):
        self.write("front.md", "---\ntitle: a\nauthor: [unclosed\n---\n\n# A\n\n## B\n\n- c\n")
        self.assert_refused("front.md", "front.md:")
        self.write("open.md", "---\ntitle: a\n\n# A\n\n## B\n\n- c\n")
        self.assert_refused("open.md", "open.md:")

    def test_broken_front_matter_of_posting(self):
        self.write("front.md", "---\ntitle: a\nauthor: [unclosed\n---\n\n# A\n\n## Requirements\n\n- c\n")
        self.assertIn("front.md:", self.fail(1, "match", "--resume", "resume.md", "--posting", "front.md"))

    def test_unwritable(self):
        line = self.fail(1, "tailor", *self.pair, "-o", "no-such-folder/out.md")
        self.assertIn("out.md", line)

    def test_html_without_text(self):
        self.write("page.html", "<!DOCTYPE html><html><body><div id=root></div><script>load()</script></body></html>")
        self.assert_refused("page.html", "script")

    def test_html_by_name_only(self):
        self.write("print.html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self.assert_refused("print.html", "PDF")
        self.write("empty.html", "")
        self.assert_refused("empty.html")

    def test_hostile_html_ends(self):
        for name, page in (("deep", "<div>" * 100_000), ("ends", "<i></b>" * 100_000), ("items", "<ul><li>a" * 100_000),
                           ("json", '<script type="application/ld+json">{"@type":"JobPosting","a":' + "[" * 100_000 + "</script>")):
            self.write("page.html", f"<html>{page}<h2>Requirements</h2><p>SQL</p>")
            self.assertIn(self.run_cli("match", "--resume", "resume.md", "--posting", "page.html").returncode, (0, 1), name)

    def test_hostile_nesting_ends(self):
        self.write("deep.md", "# A\n\n## B\n\n" + ">" * 200_000 + "\n\n" + "- " * 50_000 + "x\n\n" + "[" * 100_000 + "\n\n" + "*" * 100_000 + "a\n")
        self.run_cli("read", "deep.md")
        self.assertEqual(self.run_cli("match", "--resume", "deep.md", "--posting", "posting.md").returncode, 0)
        self.assertEqual(self.run_cli("match", "--resume", "resume.md", "--posting", "deep.md").returncode, 0)


if __name__ == "__main__":
    unittest.main()
