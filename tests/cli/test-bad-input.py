#!/usr/bin/python3
"""Files that cannot be used: one clear line that names the file, exit 1, nothing written."""
import os
import resource
import subprocess
import unittest

from support import CLI, Pair

with open(CLI, "rb") as program:
    IS_SANITIZED = b"__asan_init" in program.read()

# Seconds of work, not of waiting: others may be at work on the machine. Sanitizers make a program some ten times slower, and take
# more addresses than any limit lets them.
MAX_SECONDS = 120 if IS_SANITIZED else 15
MAX_BYTES = 1024 * 1024 * 1024
# The short form tries an eighth of everything.
SCALE = 1 if not IS_SANITIZED and ("CI" in os.environ or "MATCHUM_TEST_LONG" in os.environ) else 8


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not IS_SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES, MAX_BYTES))


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


class Hostile(Pair):
    """Files that nobody writes by hand: they are read, or refused with one clear line, with bounded work and memory."""

    def run_limited(self, *words):
        done = subprocess.run([CLI, *words], capture_output=True, cwd=self.folder, stdin=subprocess.DEVNULL, preexec_fn=limit, timeout=600)
        self.assertIn(done.returncode, (0, 1), (words, done.stderr[-2000:]))
        if done.returncode == 1:
            self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
            self.assertEqual(done.stdout, b"")
        return done

    def read_in_every_place(self, name, text):
        """Reads the file as a resume and as a posting, and matches it in either place; returns how each ended."""
        self.write(name, text)
        return [self.run_limited("read", name, "--as", "resume", "--format", "json"),
                self.run_limited("read", name, "--as", "posting", "--format", "json"),
                self.run_limited("match", "--resume", name, "--posting", "posting.md"),
                self.run_limited("match", "--resume", "resume.md", "--posting", name)]

    def assert_read(self, name, text):
        for done in self.read_in_every_place(name, text):
            self.assertEqual(done.returncode, 0, done.stderr)

    def assert_refused(self, name, text, *words):
        for done in self.read_in_every_place(name, text):
            self.assertEqual(done.returncode, 1, done.stdout[:1000])
            for word in (name, *words):
                self.assertIn(word, done.stderr.decode())

    def test_nul(self):
        self.assert_refused("nul.md", b"# A\n\n## Requirements\n\n- S\0QL\n", ":5")
        self.assert_refused("nuls.md", b"\0" * 100_000)
        self.assert_refused("late.md", b"# A\n\n## B\n\n- c\n" + b"- words and words\n" * 50_000 + b"\0")

    def test_five_megabytes(self):
        lines = "- 데이터 파이프라인을 Python 3.11, SQL로 만들고 3년 넘게 운영했습니다 (2021.03 - 2022.04)\n"
        self.assert_read("large.md", "# 김하늘\n\n## 경력\n\n### 한빛, 개발자, 2021.03 - 현재\n\n"
                                     + lines * (5 * 1024 * 1024 // SCALE // len(lines.encode())))

    def test_five_megabytes_of_paragraphs(self):
        words = "We are looking for somebody who has at least three years of Python. "
        self.assert_read("prose.md", "# A\n\n## Requirements\n\n" + (words * 12 + "\n\n") * (5 * 1024 * 1024 // SCALE // (12 * len(words))))

    def test_twenty_thousand_lines(self):
        for name, line in (("items", "- SQL {}\n"), ("headings", "### 한빛 {}, 개발자, 2020.01 - 2020.12\n"), ("quotes", "> a {}\n"),
                           ("rows", "| 2021.03 | {} |\n"), ("definitions", "[a{}]: https://example.com\n"), ("labels", "우대사항: Spark {}\n")):
            with self.subTest(name):
                self.assert_read("lines.md", "# A\n\n## Requirements\n\n" + "".join(line.format(i) for i in range(20_000 // SCALE)))

    def test_line_of_a_megabyte(self):
        for name, text in (("words", "Python 또는 SQL, "), ("letters", "a"), ("brackets", "[("), ("closing", "](x)"), ("stars", "*a_"), ("ticks", "`a``"),
                           ("tags", "<b>"), ("pipes", "|"), ("bullets", ",- a"), ("dates", "2021.03 - "), ("digits", "1"), ("entities", "&amp;"),
                           ("escapes", "\\"), ("marks", "\u1161")):
            with self.subTest(name):
                self.assert_read("line.md", "# A\n\n## Requirements\n\n- " + text * (1024 * 1024 // SCALE // len(text.encode())) + "\n")

    def test_deep_html(self):
        for name, tags in (("div", "<div>"), ("lists", "<ul><li>a"), ("tables", "<table><tr><td>"), ("spans", "<b><i>"), ("ends", "<i></b>"), ("escaped", "&lt;div&gt;")):
            with self.subTest(name):
                self.read_in_every_place("page.html", "<html><h2>Requirements</h2>" + tags * (100_000 // SCALE) + "<p>SQL</p>")

    def test_deep_json(self):
        for name, text in (("arrays", '{"basics":' + "[" * (1_000_000 // SCALE)), ("objects", '{"work":[' + '{"a":' * (200_000 // SCALE)),
                           ("whole", '{"basics":{"name":"a"},"x":' + "[" * 100_000 + "]" * 100_000 + "}"),
                           ("posting", '{"@type":"JobPosting","a":' + "[" * 100_000 + "]" * 100_000 + "}")):
            with self.subTest(name):
                self.read_in_every_place("deep.json", text)

    def test_aliases(self):
        levels = ["a: &a [x, x, x, x, x, x, x, x, x]"]
        levels += [f"{b}: &{b} [{', '.join(['*' + a] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi")]
        body = "\n---\n\n# A\n\n## Requirements\n\n- SQL\n"
        self.read_in_every_place("bomb.md", "---\n" + "\n".join(levels) + "\ntitle: *i" + body)
        self.read_in_every_place("loop.md", "---\na: &a [*a, *a]\ntitle: *a" + body)
        self.read_in_every_place("merge.md", "---\na: &a {b: 1}\n<<: [" + ", ".join(["*a"] * (100_000 // SCALE)) + "]" + body)
        self.read_in_every_place("deep.md", "---\na: " + "[" * 100_000 + body)
        self.read_in_every_place("keys.md", "---\n" + "".join(f"k{i}: v\n" for i in range(100_000 // SCALE)) + body[1:])

    def test_impossible_dates(self):
        dates = ("2021.13", "2021.00 - 2020.99", "2022.05 - 2021.01", "2999.01 - 3001.12", "9999.12 ~ 10000.01", "0000.00", "99999999999 - 현재", "현재 - 2020",
                 "2021.02.31 - 2021.02.30", "-1.-1", "Mar 0000 - Foo 2021", "'00 - '99", "2050년 13월 ~ 2049년 0월")
        self.assert_read("dates.md", "# A\n\n## Experience\n\n" + "".join(f"### B{i}, Engineer, {date}\n\n- Python\n\n" for i, date in enumerate(dates))
                                     + "## Requirements\n\n" + "".join(f"- Python {date}\n- 마감일: {date}\n" for date in dates))
        self.assert_read("ranges.md", "# A\n\n## Experience\n\n" + "".join(f"### B, C, {1900 + i % 900}.{i % 20} - {2900 - i % 900}.{i % 17}\n\n- x\n\n"
                                                                             for i in range(5_000 // SCALE)))


if __name__ == "__main__":
    unittest.main()
