#!/usr/bin/python3
"""Files of others: LinkedIn's export, DOCX and ODT through pandoc, HTML, and what is wrong with them."""
import difflib
import io
import json
import re
import shutil
import stat
import subprocess
import unicodedata
import unittest
import zipfile

from support import CASES, POSTING, Pair

PANDOC = shutil.which("pandoc")
RESUMES = sorted((CASES / "resumes").glob("*.md"))

LINKEDIN = {
    "Profile.csv": "First Name,Last Name,Headline,Summary,Geo Location\nHaneul,Kim,Data Engineer,Builds pipelines.,Seoul\n",
    "Positions.csv": 'Company Name,Title,Description,Location,Started On,Finished On\n'
                     'Bluewave,Data Engineer,"- Built batch pipelines in Airflow\n- Wrote dashboards in Tableau",Seoul,Mar 2021,\n',
    "Skills.csv": "Name\nPython\nSQL\n",
    "messages.csv": "FROM,TO\na,b\n",
}


def pack(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def lines_of(markdown):
    return [line for line in markdown.split("\n") if line.strip()]


class Imports(Pair):
    def convert(self, name):
        """The Markdown of a file, and what was told of it."""
        done = self.run_cli("convert", name, "out.md")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return (self.folder / "out.md").read_text(), done.stderr.decode()

    def understand(self, name):
        return json.loads(self.run_cli("read", name, "--as", "resume", "--format", "json").stdout)


class LinkedIn(Imports):
    def test_every_verb(self):
        self.write("export.zip", pack(LINKEDIN))
        text, told = self.convert("export.zip")
        self.assertIn("### Bluewave | Data Engineer | Seoul | Mar 2021 – Present\n\n- Built batch pipelines in Airflow\n", text)
        self.assertIn("export.zip: 1 file of the export is no part of a resume: messages.csv", told)
        self.assertEqual(self.run_cli("read", "export.zip", "--format", "text").stdout.decode().strip(), text.strip())
        matched = self.run_cli("match", "--resume", "export.zip", "--posting", "posting.md", "--format", "json")
        result = json.loads(matched.stdout)
        evidence = next(r["evidence"] for r in result["requirements"] if r["text"] == "Airflow experience")
        self.assertEqual(evidence[0]["line"], self.line_of(text, "Airflow"))
        self.assertEqual(self.run_cli("tailor", "--resume", "export.zip", "--posting", "posting.md", "-o", "t.md").returncode, 0)
        self.assertIn("Built batch pipelines in Airflow", (self.folder / "t.md").read_text())

    def test_whatever_its_name(self):
        self.write("resume.md", pack(LINKEDIN))
        self.assertIn("# Haneul Kim\n", self.convert("resume.md")[0])

    def test_json_notes(self):
        self.write("export.zip", pack(LINKEDIN | {"Positions.csv": "Company Name,Title\nAcme,Engineer\n"}))
        done = self.run_cli("convert", "export.zip", "out.md", "--format", "json")
        notes = json.loads(done.stdout)["notes"]
        self.assertTrue(any(note["line"] is not None and "date" in note["text"] for note in notes), notes)

    def test_marks_are_not_exported(self):
        self.write("export.zip", pack(LINKEDIN | {"Positions.csv": "Company Name,Title\nAcme,Engineer\n"}))
        self.assertIn("<!-- Check:", self.convert("export.zip")[0])
        done = self.run_cli("tailor", "--resume", "out.md", "--posting", "posting.md", "-o", "t.md", "-o", "t.json", "-o", "t.pdf")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        for name in ("t.md", "t.json"):
            self.assertNotIn("Check:", (self.folder / name).read_text())
        if shutil.which("pdftotext"):
            self.assertNotIn(b"Check:", subprocess.run(["pdftotext", self.folder / "t.pdf", "-"], capture_output=True).stdout)


class Archives(Imports):
    def refuse(self, name, *words):
        message = self.fail(1, "convert", name, "out.md")
        self.assertIn(name, message)
        for word in words:
            self.assertIn(word, message)
        self.assertFalse((self.folder / "out.md").exists())

    def test_outside(self):
        for path in ("../../Positions.csv", "/tmp/Positions.csv", "a/../../Skills.csv", "..\\Skills.csv"):
            self.write("out.zip", pack(LINKEDIN | {path: "Name\nx\n"}))
            self.refuse("out.zip", "outside")

    def test_names_are_shown_plainly(self):
        """What a terminal would obey in the name of a member is not told to it."""
        self.write("out.zip", pack(LINKEDIN | {"../\x1b]0;gotcha\x07\x9b31m.csv": "Name\nx\n"}))
        done = self.run_cli("convert", "out.zip", "out.md")
        self.assertEqual(done.returncode, 1)
        self.assertIn("gotcha", done.stderr.decode())
        self.assertFalse([sign for sign in done.stderr.decode().rstrip("\n") if unicodedata.category(sign) == "Cc"])

    def test_link(self):
        info = zipfile.ZipInfo("Positions.csv")
        info.create_system = 3
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        self.write("link.zip", pack({info: "/etc/passwd"}))
        self.refuse("link.zip", "link")

    def test_bomb(self):
        self.write("bomb.zip", pack({"Positions.csv": b"a," * (20 * 1024 * 1024)}))
        self.refuse("bomb.zip", "larger")
        self.write("bomb.docx", pack({"word/document.xml": b"<a/>" * (20 * 1024 * 1024), "[Content_Types].xml": b"<x/>"}))
        self.refuse("bomb.docx", "larger")

    def test_truncated(self):
        whole = pack(LINKEDIN)
        for length in (4, 30, len(whole) // 2, len(whole) - 1):
            self.write("cut.zip", whole[:length])
            self.refuse("cut.zip")

    def test_other_archives(self):
        self.write("photos.zip", pack({"a.txt": "x"}))
        self.refuse("photos.zip", "ZIP archive")
        self.write("empty.zip", pack({}))
        self.refuse("empty.zip")
        self.write("sheet.docx", pack({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}))
        self.refuse("sheet.docx", "Office")
        self.write("hangul.hwpx", pack({"mimetype": "application/hwp+zip"}))
        self.refuse("hangul.hwpx", "HWPX")

    def test_large(self):
        self.write("large.zip", b"PK\x03\x04" + bytes(65 * 1024 * 1024))
        self.refuse("large.zip", "64 MiB")
        self.write("large.md", b"a" * (8 * 1024 * 1024 + 1))
        self.refuse("large.md", "8 MiB")

    def test_without_pandoc(self):
        self.write("a.docx", pack({"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}))
        done = self.run_cli("read", "a.docx", env={"PATH": str(self.folder)})
        self.assertEqual(done.returncode, 1)
        self.assertIn("a.docx: pandoc is needed to read DOCX files", done.stderr.decode())

    def test_pandoc_without_room(self):
        """What pandoc says by how it ends is told."""
        self.write("a.docx", pack({"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}))
        for status, said in ((251, "within bounds"), (1, "cannot read this document")):
            self.write("pandoc", f"#!/bin/sh\nexit {status}\n").chmod(0o755)
            done = self.run_cli("read", "a.docx", env={"PATH": str(self.folder)})
            self.assertEqual(done.returncode, 1)
            self.assertIn(said, done.stderr.decode())

    def test_rtf(self):
        self.write("a.rtf", "{\\rtf1 x}")
        self.refuse("a.rtf", "DOCX")


@unittest.skipUnless(PANDOC, "pandoc is not installed")
class Documents(Imports):
    def make(self, source, name):
        form = "markdown-smart+hard_line_breaks+lists_without_preceding_blankline"
        subprocess.run([PANDOC, "-s", "--from", form, "--metadata", "pagetitle=x", source, "-o", self.folder / name], check=True)

    def test_formats(self):
        for resume in RESUMES:
            shutil.copy(resume, self.folder / "truth.md")
            for name in ("made.docx", "made.odt", "made.html"):
                with self.subTest(resume=resume.name, name=name):
                    self.make(resume, name)
                    self.convert(name)
                    self.assert_same_words("truth.md", "out.md")

    def assert_same_words(self, truth, made):
        """The same words in order, but for bars, and the same sections; every entry, with the dates it had."""
        def words(file):
            blocks = self.understand(file)["blocks"]
            return " ".join(block["text"] for block in blocks if block["kind"] != "remark").replace("|", " ").split()

        def sections(file):
            return [(block["section"], block["text"]) for block in self.understand(file)["blocks"] if block["kind"] == "section"]

        def entries(file):
            return {block["text"].split(" | ")[0]: block["dates"] for block in self.understand(file)["blocks"] if block["kind"] == "entry"}
        difference = list(difflib.unified_diff(words(truth), words(made), lineterm="", n=0))
        self.assertTrue(not difference, difference)
        self.assertTrue(sections(made) == sections(truth), (sections(made), sections(truth)))
        lost = [name for name in entries(truth) if name.split(" | ")[0] not in entries(made)]
        self.assertTrue(not lost, (lost, list(entries(made))))

    def test_posting(self):
        self.make(self.posting, "posting.docx")
        text = self.convert("posting.docx")[0]
        self.assertTrue(lines_of(text) == lines_of(POSTING), text)
        matched = self.run_cli("match", "--resume", "resume.md", "--posting", "posting.docx", "--format", "json")
        lines = {r["text"]: r["line"] for r in json.loads(matched.stdout)["requirements"]}
        self.assertEqual(lines["Kafka"], self.line_of(text, "Kafka"))

    def test_damaged(self):
        self.make(self.resume, "made.docx")
        with zipfile.ZipFile(self.folder / "made.docx") as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        members["word/document.xml"] = members["word/document.xml"][:-40]
        self.write("broken.docx", pack(members))
        message = self.fail(1, "convert", "broken.docx", "out.md")
        self.assertIn("broken.docx: pandoc cannot read this document", message)

    def test_form(self):
        """A form of tables, as Korean ones are: the name has a label, headings an ornament, bullets are typed."""
        self.write("form.html", "<p><b>이력서</b></p><table><tr><td>성명</td><td>홍길동</td><td>연락처</td><td>010-1234-5678</td></tr></table>"
                   "<p><b>■ 학력사항</b></p><table><tr><td>2009.03 ~ 2016.02</td><td>은하대학교</td><td>컴퓨터공학</td></tr></table>"
                   "<p><b>■ 경력사항</b></p><table><tr><td>2016.03 ~ 현재</td><td>들빛소프트<br>- API 개발<br>- 배포 자동화</td></tr></table>")
        subprocess.run([PANDOC, self.folder / "form.html", "-o", self.folder / "form.docx"], check=True)
        text, told = self.convert("form.docx")
        self.assertTrue(lines_of(text) == ["# 홍길동", "성명 | 홍길동 | 연락처 | 010-1234-5678", "## 학력사항",
                                           "### 2009.03 ~ 2016.02 | 은하대학교 | 컴퓨터공학", "## 경력사항",
                                           "### 들빛소프트 | 2016.03 ~ 현재", "- API 개발", "- 배포 자동화"], text)
        self.assertTrue("“이력서”" in told, told)

    def test_picture_and_table(self):
        self.write("table.md", "# Jane Doe\n\n## Experience\n\n| When | What |\n|---|---|\n| 2019 - 2021 | Engineer, Acme |\n| 2015 - 2019 | Clerk, Beta |\n")
        self.make(self.folder / "table.md", "table.docx")
        text = self.convert("table.docx")[0]
        self.assertIn("### Engineer, Acme | 2019 - 2021\n", text)
        self.assertIn("### Clerk, Beta | 2015 - 2019\n", text)


class Pages(Imports):
    def test_resume_page(self):
        self.write("page.html", """<!doctype html><html><head><title>x</title></head><body><nav><a href="/">Home</a></nav>
            <h1>Jane <b>Doe</b></h1><p>jane@a.example · <a href="https://jane.example/">site</a></p>
            <h2>Experience</h2><div><h3>Acme</h3><span class="date">2019 – 2021</span></div>
            <ul><li>Built <strong>a</strong> thing<ul><li>inner</li></ul></li><li><p>Two</p><p>paragraphs</p></li></ul>
            <h2>Education</h2><table><tr><td>2015 - 2019</td><td><b>TU Berlin</b><br>Physics</td></tr></table>
            <img src="x.png"></body></html>""")
        text, told = self.convert("page.html")
        self.assertEqual(text, "# Jane Doe\n\njane@a.example · [site](https://jane.example/)\n\n## Experience\n\n### Acme | 2019 – 2021\n\n"
                               "- Built **a** thing\n  - inner\n- Two paragraphs\n\n## Education\n\n### TU Berlin | 2015 - 2019\n\nPhysics\n")
        self.assertIn("1 menu of the page was left out.", told)
        self.assertIn("1 picture was left out.", told)

    def test_many_asides(self):
        """However much claims to stand at the end of one line: no word is lost, and it takes no longer for each."""
        spans = "".join(f'<span class="date">w{number} </span>' for number in range(150000))
        self.write("page.html", f"<!doctype html><h1>Jane Doe</h1><h2>Experience</h2><p>Acme {spans}</p>")
        text, _ = self.convert("page.html")
        self.assertEqual(sorted(re.findall(r"w\d+", text)), sorted(f"w{number}" for number in range(150000)))


if __name__ == "__main__":
    unittest.main()
