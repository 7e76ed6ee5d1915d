#!/usr/bin/python3
"""Files in the encodings that people have, and texts that are written otherwise than they look: understood alike."""
import os
import pathlib
import random
import unicodedata
import unittest

from support import CASES, DAY, POSTING, Pair

LONG = "MATCHUM_TEST_LONG" in os.environ
FOLDERS = [CASES] + ([CASES.with_name("cases-2"), CASES / "wide"] if LONG else [])
FILES = [path for folder in FOLDERS for kind in ("postings", "resumes") for path in sorted((folder / kind).glob("*.*"))]
PAIRS = [label for folder in FOLDERS for label in sorted((folder / "labels").glob("*__*.json"))]
ENCODINGS = {"cp949": "CP949", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32": "UTF-32"}

WESTERN = "# Zoë Müller\n\n## Expérience\n\n### Café Noël | Engineer | 2021.03 - 2022.02\n\n- Led the café’s “à la carte” rollout\n"


class Encodings(Pair):
    def read(self, name, kind):
        """What read says with --format json, and apart from that its notice."""
        said = self.succeed_json("read", name, "--as", kind)
        return said, said.pop("notice")

    def test_same_as_utf8(self):
        n_tried = 0
        for path in FILES:
            text = path.read_text(encoding="utf-8")
            kind = "resume" if path.parent.name == "resumes" else "posting"
            plain, notice = self.read(path, kind)
            self.assertIsNone(notice)
            for encoding in ("cp949", "utf-16"):
                try:
                    coded = text.encode(encoding)
                except UnicodeEncodeError:
                    continue
                self.write("coded" + path.suffix, coded)
                said, notice = self.read("coded" + path.suffix, kind)
                self.assertEqual(said, plain, f"{path.name} in {encoding}")
                if not (text.isascii() and encoding == "cp949"):
                    self.assertIn(ENCODINGS[encoding], notice)
                    n_tried += 1
        self.assertGreater(n_tried, 20)

    def test_every_encoding(self):
        posting = POSTING.replace("- Kafka", "- Kafka 경력 3년 이상\n- 데이터 파이프라인 설계 · 운영")
        self.write("plain.md", posting)
        plain = self.succeed_json("match", "--resume", "resume.md", "--posting", "plain.md", "--as-of", DAY)
        for encoding, name in ENCODINGS.items():
            self.write("coded.md", posting.encode(encoding))
            self.assertIn(name, self.read("coded.md", "posting")[1])
            coded = ("--resume", "resume.md", "--posting", "coded.md", "--as-of", DAY)
            self.assertEqual(self.succeed_json("match", *coded), plain)
            self.succeed_json("tailor", *coded, "-o", "out.md")

    def test_western(self):
        self.write("plain.md", WESTERN)
        self.write("coded.md", WESTERN.encode("cp1252"))
        said, notice = self.read("coded.md", "resume")
        self.assertEqual(said, self.read("plain.md", "resume")[0])
        self.assertEqual(said["name"], "Zoë Müller")
        self.assertIn("Windows-1252", notice)

    def test_text_is_told_before_what_is_read(self):
        self.write("coded.md", POSTING.replace("Kafka", "카프카 경험").encode("cp949"))
        done = self.run_cli("read", "coded.md")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr.decode(), r"\Acoded\.md was read as CP949 [^\n]*\n\Z")
        self.assertIn("  required     카프카 경험\n", done.stdout.decode())
        for verb in (("match",), ("tailor", "-o", "out.md")):
            done = self.run_cli(*verb, "--resume", "resume.md", "--posting", "coded.md")
            self.assertEqual(done.returncode, 0)
            self.assertRegex(done.stderr.decode(), r"\Acoded\.md was read as CP949 [^\n]*\n\Z")

    def test_format_text_prints_the_text(self):
        """What other verbs say of lines can be looked up there."""
        posting = POSTING.replace("Kafka", "카프카 경험")
        for encoding in ("cp949", "utf-16"):
            self.write("coded.md", posting.encode(encoding))
            self.assertEqual(self.run_cli("read", "coded.md", "--format", "text").stdout.decode(), posting)
            for said in self.succeed_json("match", "--resume", "resume.md", "--posting", "coded.md")["requirements"]:
                self.assertIn(said["text"], posting.split("\n")[said["line"] - 1])
        self.write("page.html", "<html><body><h1>Engineer</h1><h2>Requirements</h2><ul><li>SQL<li>Kafka</ul></body></html>")
        lines = self.run_cli("read", "page.html", "--format", "text").stdout.decode().split("\n")
        for said in self.succeed_json("match", "--resume", "resume.md", "--posting", "page.html")["requirements"]:
            self.assertIn(said["text"], lines[said["line"] - 1])
        self.assertIn("  required ", self.succeed("read", "posting.md", "--format", "text").decode())

    def test_foreign(self):
        texts = {"shift_jis": "職務経歴書\nデータ分析とシステム開発\n", "gbk": "个人简历\n负责数据分析和系统开发\n",
                 "koi8-r": "Резюме\nРазработчик, опыт работы пять лет\n"}
        for encoding, text in texts.items():
            self.write("foreign.md", b"# A\n\n" + text.encode(encoding))
            self.assertRegex(self.fail(1, "read", "foreign.md"), r"foreign\.md:3: .*UTF-8")


def zero_width(text):
    """Puts characters that are not seen between letters, as web pages and word processors do."""
    rand = random.Random(200)

    def spread(line):
        return "".join(c + (rand.choice("\u200b\u2060\u00ad") if i > 6 and (c + after).isalpha() and rand.random() < 0.3 else "")
                       for i, (c, after) in enumerate(zip(line, line[1:] + " ")))
    return "\n".join(map(spread, text.split("\n")))


def full_width(text):
    """Latin letters as East Asian input methods write them."""
    return "".join(chr(ord(c) + 0xfee0) if c.isascii() and c.isalpha() else c for c in text)


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")


def judge(said):
    """The verdicts of match, in the same letters whatever those of the files are."""
    return [(one["line"], one["section"], plain(one["text"]), one["status"], one["listed_only"], one["soft"],
             sorted({(found["line"], plain(found["criterion"]), found["why"]) for found in one["evidence"]}),
             sorted(map(plain, one["missing"]))) for one in said["requirements"]] + [said["duties"], said["coverage"]]


class Spellings(Pair):
    def assert_same(self, change_resume, change_posting, notice):
        for label in PAIRS:
            posting, resume = label.stem.split("__")
            folder = label.parent.parent
            resume, posting = folder / "resumes" / f"{resume}.md", next((folder / "postings").glob(posting + ".*"))
            self.write("changed-resume.md", change_resume(resume.read_text(encoding="utf-8")))
            changed_posting = self.write("changed-posting" + posting.suffix, change_posting(posting.read_text(encoding="utf-8")))
            expected = self.succeed_json("match", "--resume", resume, "--posting", posting, "--as-of", DAY)
            said = self.succeed_json("match", "--resume", "changed-resume.md", "--posting", changed_posting.name, "--as-of", DAY)
            self.assertEqual(judge(said), judge(expected), label.stem)
            self.assertIn(notice, self.succeed_json("read", "changed-resume.md")["notice"] or "")

    def test_decomposed(self):
        def decompose(text):
            return unicodedata.normalize("NFD", text)
        self.assert_same(decompose, decompose, "")
        self.write("posting.md", decompose(POSTING + "- 경력\n"))
        self.assertIn("2 decomposed syllables", self.succeed_json("read", "posting.md")["notice"])

    def test_zero_width(self):
        self.assert_same(zero_width, zero_width, "invisible")

    def test_full_width(self):
        self.assert_same(full_width, lambda text: text, "")
        posting = POSTING.replace("Airflow", full_width("Airflow")).replace("Python", full_width("Python"))
        self.write("full.md", posting)
        expected = self.succeed_json("match", *self.pair)
        said = self.succeed_json("match", "--resume", "resume.md", "--posting", "full.md", "--as-of", DAY)
        self.assertEqual(judge(said), judge(expected))


if __name__ == "__main__":
    unittest.main()
