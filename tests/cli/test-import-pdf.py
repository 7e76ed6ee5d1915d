#!/usr/bin/python3
"""Resumes and postings of PDFs: our own pages of labelled resumes in every theme, measured; pages made by hand for what
others write; and what is wrong with them."""
import collections
import difflib
import json
import os
import random
import re
import shutil
import subprocess
import unittest

from support import CASES, ROOT, Pair

RESUMES = sorted((CASES / "resumes").glob("*.md"))
THEMES = ("standard", "ats", "classic", "margin", "compact")
# The least that is recovered of each page; what is measured stands in docs of the test, see test_figures.
KEPT = 1.0
FLOORS = {"order": 0.99, "sections": 1.0, "entries": 0.85, "dates": 0.95, "items": 0.95, "name": 1.0}


def plain(text):
    return re.sub(r"[^\w]+", "", text.lower())


def share(truth, made):
    """F1 of two lists, order aside."""
    truth, made = collections.Counter(truth), collections.Counter(made)
    if not truth and not made:
        return 1.0
    return 2 * sum((truth & made).values()) / (sum(truth.values()) + sum(made.values()))


class Resume:
    """What read tells of a file, as the figures need it."""

    def __init__(self, blocks):
        self.blocks = [block for block in blocks if block["kind"] != "remark"]

    def words(self):
        """But for the signs that headings are parted with, which are the theme's."""
        return [word for block in self.blocks for word in re.findall(r"[^\s|·,()•*/—–-]+", block["text"])]

    def texts(self, *kinds):
        return [plain(block["text"]) for block in self.blocks if block["kind"] in kinds and not (block["kind"] == "paragraph" and block["dates"])]

    def dates(self):
        """Of every entry, or of the line under it."""
        found = []
        for index, block in enumerate(self.blocks):
            if block["kind"] != "entry":
                continue
            dates = block["dates"]
            if not dates and index + 1 < len(self.blocks) and self.blocks[index + 1]["kind"] == "paragraph":
                dates = self.blocks[index + 1]["dates"]
            found += [(date["from"], date["to"]) for date in dates]
        return found

    def compare(self, made):
        words, other = self.words(), made.words()
        matcher = difflib.SequenceMatcher(None, words, other, autojunk=False)
        return {
            "kept": sum((collections.Counter(words) & collections.Counter(other)).values()) / len(words),
            "order": sum(part.size for part in matcher.get_matching_blocks()) / len(words),
            "sections": share(self.texts("section"), made.texts("section")),
            "entries": share([text[:6] for text in self.texts("entry")], [text[:6] for text in made.texts("entry")]),
            "dates": share(self.dates(), made.dates()),
            "items": share(self.texts("item", "paragraph"), made.texts("item", "paragraph")),
            "name": float(self.texts("title") == made.texts("title")),
        }


class Pdf:
    """A PDF of Helvetica, written by hand: words where they are put, in points from the top left of a page."""

    def __init__(self, width=595, height=842):
        self.width, self.height, self.pages = width, height, []
        self.new_page()

    def new_page(self):
        self.pages.append(([], []))

    def text(self, x, y, words, size=10, bold=False):
        code = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        self.pages[-1][0].append(b"BT /%s %g Tf 1 0 0 1 %.15g %g Tm (%s) Tj ET" % (b"B" if bold else b"R", size, x, self.height - y, code))

    def right(self, x, y, words, size=10):
        """Ends at x, by the widths of digits, which dates mostly are."""
        self.text(x - 0.54 * size * len(words), y, words, size)

    def link(self, x1, y1, x2, y2, address):
        self.pages[-1][1].append((x1, self.height - y2, x2, self.height - y1, address))

    def picture(self):
        self.pages[-1][0].append(b"q 400 0 0 500 50 200 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\xff\xff\x00 EI Q")

    def write(self):
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"",
                   b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                   b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"]
        kids = []
        for marks, links in self.pages:
            content = b"\n".join(marks)
            annotations = b"".join(b"<</Type/Annot/Subtype/Link/Rect[%g %g %g %g]/Border[0 0 0]/A<</S/URI/URI(%s)>>>>"
                                   % (*box[:4], box[4].encode()) for box in links)
            objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
            objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.15g %g]/Contents %d 0 R/Annots[%s]/Resources<</Font<</R 3 0 R/B 4 0 R>>>>>>"
                           % (self.width, self.height, len(objects), annotations))
            kids.append(b"%d 0 R" % len(objects))
        objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
        out = b"%PDF-1.4\n"
        places = []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj%s endobj\n" % (number, body)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
            len(objects) + 1, table, len(objects) + 1, len(out))


class Import(Pair):
    def understand(self, name):
        return Resume(json.loads(self.run_cli("read", name, "--as", "resume", "--format", "json").stdout)["blocks"])

    def convert(self, pdf, name="made.pdf"):
        """The Markdown of a PDF, and what was told of it."""
        if isinstance(pdf, Pdf):
            self.write(name, pdf.write())
        done = self.run_cli("convert", name, "out.md")
        self.assertTrue(done.returncode == 0, done.stderr.decode())
        return (self.folder / "out.md").read_text(), done.stderr.decode()

    def assert_lines(self, text, *lines):
        found = [line for line in text.split("\n") if line]
        self.assertTrue(found == list(lines), "\n".join(difflib.unified_diff(list(lines), found, lineterm="")))


class OwnPages(Import):
    def measure(self, resume, theme):
        shutil.copy(resume, self.folder / "truth.md")
        done = self.run_cli("tailor", "--resume", "truth.md", "--posting", "posting.md", "--theme", theme, "-o", "out.pdf")
        self.assertTrue(done.returncode == 0, done.stderr.decode())
        self.convert(None, "out.pdf")
        return self.understand("truth.md").compare(self.understand("out.md"))

    def test_figures(self):
        """Every word is kept; sections, entries, dates, bullets and the name are recovered, as the mean of each theme
        tells, and MATCHUM_TEST_VERBOSE prints."""
        resumes = RESUMES
        if os.environ.get("MATCHUM_TEST_LONG"):
            resumes = RESUMES + sorted((ROOT / "tests").glob("cases-*/resumes/*.md"))
        for theme in THEMES:
            figures = [self.measure(resume, theme) for resume in resumes]
            means = {name: sum(figure[name] for figure in figures) / len(figures) for name in figures[0]}
            if os.environ.get("MATCHUM_TEST_VERBOSE"):
                print(theme, {name: round(mean, 4) for name, mean in means.items()})
            with self.subTest(theme=theme):
                short = [resume.name for resume, figure in zip(resumes, figures) if figure["kept"] < (0.98 if resume not in RESUMES else KEPT)]
                self.assertTrue(not short, short)
                low = {name: means[name] for name, floor in FLOORS.items() if means[name] < (floor if resumes is RESUMES else floor - 0.1)}
                self.assertTrue(not low, low)

    def test_verbs(self):
        """The lines that match tells are those that read prints and convert writes."""
        self.run_cli("tailor", "--resume", "resume.md", "--posting", "posting.md", "-o", "cv.pdf")
        text = self.convert(None, "cv.pdf")[0]
        self.assertTrue(self.run_cli("read", "cv.pdf", "--format", "text").stdout.decode() == text)
        done = self.run_cli("match", "--resume", "cv.pdf", "--posting", "posting.md", "--format", "json")
        result = json.loads(done.stdout)
        evidence = next(item["evidence"] for item in result["requirements"] if item["text"] == "Tableau")
        self.assertTrue(evidence[0]["line"] == self.line_of(text, "Tableau"), evidence)
        done = self.run_cli("tailor", "--resume", "cv.pdf", "--posting", "posting.md", "-o", "again.md")
        self.assertTrue(done.returncode == 0, done.stderr.decode())
        self.assertTrue("zebrafish dashboard" in (self.folder / "again.md").read_text())

    def test_posting(self):
        """A posting's pages are read as the posting."""
        self.run_cli("tailor", "--resume", "posting.md", "--posting", "posting.md", "-o", "asked.pdf")
        text = self.convert(None, "asked.pdf")[0]

        def asked(name):
            done = self.run_cli("match", "--resume", "resume.md", "--posting", name, "--format", "json")
            return [(item["section"], item["text"], item["status"]) for item in json.loads(done.stdout)["requirements"]]
        self.assertTrue(asked("asked.pdf") == asked("posting.md"), (asked("asked.pdf"), text))


class MadePages(Import):
    def page(self):
        pdf = Pdf()
        pdf.text(50, 60, "Jane Doe", 20, True)
        pdf.text(50, 80, "jane@a.example")
        pdf.text(50, 110, "Experience", 13, True)
        return pdf

    def test_dates_at_margin(self):
        pdf = self.page()
        pdf.text(50, 130, "Acme Corp", bold=True)
        pdf.right(545, 130, "Jan 2020 - Mar 2022")
        pdf.text(50, 143, "Senior Engineer")
        pdf.right(545, 143, "Berlin, DE")
        pdf.text(60, 158, "• Built a pipeline that carries every order of the shop from the desk of the clerk to the")
        pdf.text(68, 171, "shelves of the store")
        pdf.text(60, 184, "• Cut costs")
        pdf.text(72, 197, "– by a third")
        pdf.text(60, 210, "• Led four")
        self.assert_lines(self.convert(pdf)[0], "# Jane Doe", "jane@a.example", "## Experience",
                          "### Acme Corp | Senior Engineer | Berlin, DE | Jan 2020 - Mar 2022",
                          "- Built a pipeline that carries every order of the shop from the desk of the clerk to the shelves of the store",
                          "- Cut costs", "  - by a third", "- Led four")

    def test_degree_apart(self):
        """A degree in a column of its own is a part of the heading."""
        pdf = self.page()
        pdf.text(50, 130, "BS", bold=True)
        pdf.text(82, 130, "Some University, Physics", bold=True)
        pdf.right(545, 130, "Istanbul")
        pdf.text(82, 143, "• Finished first of the whole year, with a thesis on the light of old and far stars,")
        pdf.text(90, 156, "which was read")
        pdf.text(82, 169, "• Taught")
        pdf.text(82, 182, "• Rowed")
        pdf.right(545, 143, "2014 - 2018")
        self.assert_lines(self.convert(pdf)[0], "# Jane Doe", "jane@a.example", "## Experience",
                          "### BS | Some University, Physics | Istanbul | 2014 - 2018",
                          "- Finished first of the whole year, with a thesis on the light of old and far stars, which was read", "- Taught", "- Rowed")

    def test_dates_at_left(self):
        pdf = self.page()
        for index, (dates, job) in enumerate([("2020 - 2022", "Acme, Engineer"), ("2018 - 2020", "Beta, Clerk"), ("2015 - 2018", "Gamma, Trainee")]):
            pdf.text(50, 130 + 45 * index, dates)
            pdf.text(150, 130 + 45 * index, job, bold=True)
            pdf.text(150, 143 + 45 * index, "• Did one thing")
            pdf.text(150, 156 + 45 * index, "• Did another")
        text = self.convert(pdf)[0]
        made = self.understand("out.md")
        self.assertTrue(made.dates() == [("2020", "2022"), ("2018", "2020"), ("2015", "2018")], text)
        self.assertTrue(len(made.texts("item")) == 6, text)

    def test_hyphens(self):
        pdf = self.page()
        pdf.text(50, 130, "We work on multi-threaded recovery, and recovery of data that many customers would miss.")
        pdf.text(50, 156, "Long ago I wrote the tools for recov-")
        pdf.text(50, 169, "ery of data and for multi-")
        pdf.text(50, 182, "threaded programs, and cus-")
        pdf.text(50, 195, "tomers liked a broken hap-")
        pdf.text(50, 208, "penstance.")
        text, told = self.convert(pdf)
        for words in ("recovery of data and", "customers liked"):
            self.assertTrue(words in text or "-" in text, text)
        self.assertTrue(all(word in text.replace("\n\n", " ") for word in ("recov", "ery of data", "threaded programs", "penstance")), text)

    def test_columns(self):
        pdf = Pdf()
        pdf.text(50, 60, "Jane Doe", 20, True)
        side = [("Skills", True), ("Python, SQL", False), ("Kafka and Spark", False), ("Airflow, dbt", False), ("Languages", True),
                ("English, native", False), ("German, fluent", False), ("Korean, some", False)]
        main = [("Experience", True), ("Built the pipelines of the shop and kept them", False), ("running for four years and a half, day and night,", False),
                ("with few people and little money.", False), ("Then moved all of it to another cloud, and then", False), ("back again.", False),
                ("Education", True), ("Studied physics at a school by the sea, and left", False), ("with a degree and many friends.", False)]
        for index, (words, heads) in enumerate(side):
            pdf.text(50, 110 + 17 * index, words, 12 if heads else 9.5, heads)
        for index, (words, heads) in enumerate(main):
            pdf.text(220, 104 + 14 * index, words, 12 if heads else 10, heads)
        text, told = self.convert(pdf)
        made = self.understand("out.md")
        self.assertTrue(sorted(made.texts("section")) == ["education", "experience", "languages", "skills"], text)
        self.assertTrue(" ".join(words for words, _ in main[1:4]) in text.replace("\n", " ").replace("  ", " "), text)
        self.assertTrue("Page 1 has columns" in told, told)

    def test_very_wide_page(self):
        """However wide a page claims to be, looking for its columns takes no longer."""
        for width in (10 ** 9, 10 ** 12, 10 ** 15):
            pdf = Pdf(width=width)
            for line in range(40):
                pdf.text(50, 50 + 15 * line, f"left {line}")
                pdf.text(0.9 * width, 50 + 15 * line, f"right {line}")
            self.write("wide.pdf", pdf.write())
            done = self.run_cli("convert", "wide.pdf", "out.md")
            self.assertIn(done.returncode, (0, 1), done.stderr.decode())
            if done.returncode == 0:
                self.assertIn("left 39", (self.folder / "out.md").read_text())

    def test_page_numbers(self):
        pdf = self.page()
        pdf.text(50, 130, "Wrote one thing.")
        pdf.text(270, 820, "Jane Doe - 1/2", 8)
        pdf.new_page()
        pdf.text(50, 30, "Jane Doe", 8)
        pdf.text(50, 60, "Education", 13, True)
        pdf.text(50, 80, "Studied another.")
        pdf.text(270, 820, "Jane Doe - 2/2", 8)
        text, told = self.convert(pdf)
        self.assert_lines(text, "# Jane Doe", "jane@a.example", "## Experience", "Wrote one thing.", "## Education", "Studied another.")
        self.assertTrue("“Jane Doe - 1/2”, “Jane Doe”, “Jane Doe - 2/2”" in told, told)

    def test_telephone_is_no_page_number(self):
        pdf = Pdf()
        pdf.text(50, 40, "Jane Doe", 20, True)
        pdf.text(50, 60, "010-1234-5678")
        pdf.text(50, 110, "Experience", 13, True)
        pdf.text(50, 130, "Acme")
        self.assertTrue("010-1234-5678" in self.convert(pdf)[0])

    def test_links(self):
        pdf = self.page()
        pdf.text(50, 130, "See my code and the mail above")
        pdf.link(66, 120, 105, 133, "https://code.example/me")
        pdf.link(50, 70, 120, 83, "mailto:jane@a.example")
        pdf.link(300, 300, 310, 310, "https://lost.example/")
        text, told = self.convert(pdf)
        self.assertTrue("[my code](https://code.example/me)" in text, text)
        self.assertTrue("\n\njane@a.example\n" in text, text)
        self.assertTrue("Links without words, left out: https://lost.example/" in told, told)

    def test_no_name(self):
        pdf = Pdf()
        pdf.text(50, 110, "Experience", 13, True)
        pdf.text(50, 130, "Acme, 2019 - 2020")
        text, told = self.convert(pdf)
        self.assertTrue(text.startswith("# Resume <!-- Check: No name was found. -->"), text)
        self.assertTrue("made.pdf:1: No name was found." in told, told)

    def test_every_word_of_anything(self):
        """Words strewn over pages, of any size: none is lost."""
        dice = random.Random(5)
        for number in range(60 if os.environ.get("MATCHUM_TEST_LONG") else 12):
            pdf, words = Pdf(), []
            for page in range(dice.randrange(1, 3)):
                if page:
                    pdf.new_page()
                for line in range(dice.randrange(1, 60)):
                    word = f"w{number}x{page}x{line}q"
                    words.append(word)
                    pdf.text(dice.randrange(20, 480), dice.randrange(100, 740), word + dice.choice(["", " 2020 - 2021", " •", " (", ",", "-"]),
                             dice.choice([8, 10, 10, 10, 14, 30]), dice.random() < 0.2)
            text, told = self.convert(pdf)
            missing = [word for word in words if word not in text + told]
            self.assertTrue(not missing, missing)


class Peers(Import):
    """Pages that other programs make of the same resumes."""
    STYLE = "body{font:9.5pt/1.45 'Noto Sans CJK KR',sans-serif} h2{border-bottom:1px solid} @page{margin:14mm}"
    FLOORS = {"kept": 0.99, "order": 0.99, "sections": 1.0, "entries": 0.85, "dates": 0.9, "items": 0.85, "name": 1.0}

    def make_page(self, resume):
        form = "markdown-smart+hard_line_breaks+lists_without_preceding_blankline"
        body = subprocess.run(["pandoc", "--from", form, "--to", "html", resume], capture_output=True, text=True, check=True).stdout
        self.write("page.html", f"<!doctype html><meta charset=utf-8><title>x</title><style>{self.STYLE}</style>{body}")

    def measure(self, *command):
        figures = []
        for resume in RESUMES if os.environ.get("MATCHUM_TEST_LONG") else (RESUMES[1], RESUMES[-1]):
            self.make_page(resume)
            subprocess.run(command, cwd=self.folder, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            shutil.copy(resume, self.folder / "truth.md")
            self.convert(None, "page.pdf")
            figures.append(self.understand("truth.md").compare(self.understand("out.md")))
        means = {name: sum(figure[name] for figure in figures) / len(figures) for name in figures[0]}
        if os.environ.get("MATCHUM_TEST_VERBOSE"):
            print(command[0], {name: round(mean, 4) for name, mean in means.items()})
        low = {name: means[name] for name, floor in self.FLOORS.items() if means[name] < floor}
        self.assertTrue(not low, low)

    @unittest.skipUnless(shutil.which("chromium") and shutil.which("pandoc"), "chromium and pandoc are not installed")
    def test_chromium(self):
        self.measure("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                     f"--user-data-dir={self.folder}/profile", "--print-to-pdf=page.pdf", "page.html")

    @unittest.skipUnless(os.environ.get("MATCHUM_TEST_LONG") and shutil.which("weasyprint") and shutil.which("pandoc"),
                         "tried in the long form, where weasyprint and pandoc are installed")
    def test_weasyprint(self):
        self.measure("weasyprint", "page.html", "page.pdf")


class BadPdfs(Import):
    def refuse(self, name, *words):
        message = self.fail(1, "convert", name, "out.md")
        self.assertTrue(message.startswith(f"matchum-cli: {name}: "), message)
        for word in words:
            self.assertTrue(word in message, message)
        self.assertFalse((self.folder / "out.md").exists())

    def test_scanned(self):
        pdf = Pdf()
        pdf.picture()
        self.write("scan.pdf", pdf.write())
        self.refuse("scan.pdf", "picture")

    def test_encrypted(self):
        shutil.copy(ROOT / "tests" / "print" / "pdfs" / "locked.pdf", self.folder / "locked.pdf")
        self.refuse("locked.pdf", "password")

    def test_broken(self):
        pdf = Pdf()
        pdf.text(50, 50, "Jane Doe")
        whole = pdf.write()
        self.write("cut.pdf", whole[:20])
        self.refuse("cut.pdf")
        self.write("blank.pdf", Pdf().write())
        self.refuse("blank.pdf")
        self.write("empty.pdf", b"")
        self.refuse("empty.pdf")

    def test_wrong_name(self):
        """What a file is, is told by what is in it."""
        pdf = Pdf()
        pdf.text(50, 60, "Jane Doe", 20, True)
        pdf.text(50, 110, "Experience", 13, True)
        pdf.text(50, 130, "Acme, 2019 - 2020")
        self.write("resume.docx", pdf.write())
        self.assertTrue("# Jane Doe" in self.convert(None, "resume.docx")[0])
        self.write("text.pdf", "# Jane Doe\n\n## Experience\n\n- x\n")
        self.assertTrue("# Jane Doe" in self.convert(None, "text.pdf")[0])


if __name__ == "__main__":
    unittest.main()
