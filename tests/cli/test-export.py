#!/usr/bin/python3
"""What tailor writes, in every format: nothing hidden in any byte of it, the same resume when it is read again, valid as its
kind, and whole or not there."""
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import unittest
import zipfile

from support import CASES, CLI, DAY, POSTING, ROOT, SAMPLES, CommandLine

try:
    import html5lib
except ImportError:
    html5lib = None
try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA = json.loads((pathlib.Path(__file__).parent / "json-resume-schema.json").read_text())
PLAIN_FORMATS = ("pdf", "md", "txt", "html", "json")
OFFICE_FORMATS = ("docx", "odt") if shutil.which("pandoc") else ()
FORMATS = PLAIN_FORMATS + OFFICE_FORMATS
IS_LONG = "MATCHUM_TEST_LONG" in os.environ
RESUMES = [*sorted((CASES / "resumes").glob("*.md")), *sorted(SAMPLES.glob("resume-*.md"))]

# What is to be hidden has words with "quagga" in them, what is never exported with "okapi".
RESUME = """---
title: 강하늘
okapifront: okapivalue
---

# 강하늘 (Haneul Kang)

haneul@example.com · [blog](https://haneul.example.com) · Seoul

<!-- okapiremark -->

Data engineer for nine years. <!-- okapiinner -->

## Experience

### Bluewave | Data Engineer | 2021.03 - Present

- Built batch pipelines in **Airflow**
- Wrote the quaggaitem dashboard, [quaggalink](https://quaggahost.example.com/quaggapath)
  - with quagganested parts
- 모델 서빙을 **쿠버네티스**로 옮김

### Quaggaentry | Analyst | 2019.01 - 2021.02

2018.02 - 2018.03

- Ran quaggaentryitem tests

## Quaggasection

Some quaggaparagraph.

| quaggacell | b |
|---|---|
| c | quaggacelltwo |

## Projects

1. First one
2. The quagganumber one
3. Third [one][label]

[label]: https://example.com/label
[other]: https://quaggadefinition.example.com

## Skills

- Python, SQL, Airflow
"""
HIDDEN = ("Wrote the quaggaitem", "### Quaggaentry", "## Quaggasection", "2. The quagganumber")
HIDDEN_DEFINITION = "quaggadefinition"


def words_of(text):
    return re.findall(r"[^\W_]+", text)


class Export(CommandLine):
    def setUp(self):
        super().setUp()
        self.write("posting.md", POSTING)

    def tailor(self, resume, *words):
        return self.succeed("tailor", "--resume", resume, "--posting", "posting.md", "--as-of", DAY, *words)

    def export(self, resume, formats, *words):
        self.tailor(resume, *words, *(word for name in formats for word in ("-o", f"out.{name}")))

    def read(self, name):
        return json.loads(self.run_cli("read", name, "--as", "resume", "--format", "json").stdout)


class Hidden(Export):
    def every_byte(self, name):
        """The file as it is and as it can be unpacked: a list of places and bytes."""
        data = (self.folder / name).read_bytes()
        places = [(name, data)]
        if zipfile.is_zipfile(self.folder / name):
            with zipfile.ZipFile(self.folder / name) as package:
                places += [(f"{name}: {member}", package.read(member)) for member in package.namelist()]
                places += [(f"{name}: names", "\n".join(package.namelist()).encode())]
        if name.endswith(".pdf"):
            if shutil.which("qpdf"):
                subprocess.run(["qpdf", "--qdf", "--object-streams=disable", name, "unpacked.pdf"], cwd=self.folder, check=True)
                places.append((f"{name}: unpacked", (self.folder / "unpacked.pdf").read_bytes()))
            for program in (["pdftotext", name, "-"], ["pdfinfo", name], ["pdfinfo", "-struct-text", name], ["pdfinfo", "-url", name]):
                if shutil.which(program[0]):
                    done = subprocess.run(program, cwd=self.folder, check=True, capture_output=True)
                    places.append((" ".join(program), done.stdout))
        return places

    def check(self, formats, wanted, unwanted):
        for name in formats:
            places = self.every_byte(f"out.{name}")
            together = b"\n".join(data for _, data in places)
            for word in wanted:
                self.assertIn(word.encode(), together, f"{word} in {name}")
            for place, data in places:
                for word in unwanted:
                    for spelling in (word, word.upper(), word.capitalize()):
                        for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
                            self.assertNotIn(spelling.encode(encoding), data, f"{word} in {place}")
                    self.assertNotIn(word.encode("utf-16-be").hex().encode(), data.lower(), f"{word} as hexadecimal in {place}")

    def test_hidden_words_are_nowhere(self):
        lines = RESUME.split("\n")
        hide = [word for start in HIDDEN for word in ("--hide", next(i for i, line in enumerate(lines, 1) if line.lstrip("- ").startswith(start)))]
        self.write("resume.md", RESUME)
        self.export("resume.md", FORMATS, *hide)
        self.check(FORMATS, ("Bluewave", "Airflow"), ("quagga", "okapi"))

    def test_they_would_be_found(self):
        """Shown, the same words are there: the test above can fail."""
        self.write("resume.md", RESUME)
        self.export("resume.md", FORMATS)
        for name in FORMATS:
            together = b"\n".join(data for _, data in self.every_byte(f"out.{name}")).lower()
            for word in ("quaggaitem", "quaggaentry", "quaggasection", "quaggacelltwo", "quagganumber"):
                self.assertIn(word.encode(), together, f"{word} in {name}")
            self.assertNotIn(b"okapi", together, name)
            self.assertNotIn(HIDDEN_DEFINITION.encode(), together, name)

    def test_front_matter_of_our_own(self):
        self.write("resume.md", RESUME)
        self.export("resume.md", ("md",), "--front-matter")
        text = (self.folder / "out.md").read_text()
        self.assertTrue(text.startswith('---\ntitle: "강하늘"\nauthor: "강하늘"\nlang: en\n---\n\n# 강하늘 (Haneul Kang)\n'), text[:200])
        self.assertNotIn("okapi", text)


class ReadAgain(Export):
    """The export of a resume is the same resume: its words in the same order, and as many parts of each kind."""

    KINDS = ("title", "section", "entry", "item")
    # Plain text has no mark for sections whose names nobody knows, nor for what is no job.
    FORMATS = {"md": KINDS, "html": KINDS, "txt": (), **dict.fromkeys(OFFICE_FORMATS, KINDS)}

    @staticmethod
    def outline(value):
        """Addresses in brackets behind the words of a link, as plain text has them, are not counted."""
        blocks = [(block["kind"], re.sub(r" \((?:https?://[^ )]*|[^ ()@]+@[^ ()]+)\)", "", block["text"])) for block in value["blocks"] if block["kind"] != "remark"]
        return {
            "words": words_of(" ".join(text for _, text in blocks)),
            **{kind: sum(1 for other, _ in blocks if other == kind) for kind in ReadAgain.KINDS},
        }

    def test_every_format(self):
        self.assertGreaterEqual(len(RESUMES), 8)
        for path in RESUMES if IS_LONG else RESUMES[::3]:
            self.export(path, self.FORMATS)
            before = self.outline(self.read(path))
            self.assertGreater(len(before["words"]), 100)
            for name, kinds in self.FORMATS.items():
                with self.subTest(resume=path.name, format=name):
                    after = self.outline(self.read(f"out.{name}"))
                    self.assertEqual(after["words"], before["words"])
                    for kind in kinds:
                        self.assertEqual(after[kind], before[kind], kind)


class Valid(Export):
    HOSTILE = (
        "# \\<script>alert(1)\\</script> & \"quotes\" '\n\n[x](javascript:alert(1)) [y](data:text/html,<b>) <https://a.example.com/?a=1&b=2>\n\n"
        "## ]]> --> \\<!-- \\</style> \\</title>\n\n### \\</h3>\\<img src=x onerror=alert(1)> | 2021.03 - 2022.04\n\n"
        "- `</code><script>` **<b>** &lt;i&gt; &#60;u&#62; &#0; &#x202e; &amp;amp;\n- " + "w" * 5000 + "\n- שלום עולם مرحبا\n- 가나다" + "라" * 3000 + "\n"
    )

    def check_html(self, text):
        if html5lib is None:
            self.skipTest("python3-html5lib is not installed")
        page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
        self.assertEqual([element.tag for element in page.iter() if element.tag in ("script", "img", "link", "iframe", "object", "form")], [])
        for element in page.iter():
            if not isinstance(element.tag, str):
                continue
            self.assertEqual([name for name in element.attrib if name.startswith("on") or name == "style"], [])
            href = element.attrib.get("href")
            self.assertTrue(href is None or re.match(r"(https?|mailto|tel):", href), href)
        return page

    def test_html(self):
        for path in RESUMES if IS_LONG else RESUMES[1::3]:
            with self.subTest(resume=path.name):
                self.export(path, ("html",))
                page = self.check_html((self.folder / "out.html").read_text())
                self.assertIn(page.attrib["lang"], ("ko", "en"))
                self.assertEqual(len(page.findall(".//h1")), 1)

    def test_hostile_html(self):
        self.write("resume.md", self.HOSTILE)
        self.export("resume.md", FORMATS)
        page = self.check_html((self.folder / "out.html").read_text())
        self.assertEqual("".join(page.find(".//h1").itertext()), "<script>alert(1)</script> & \"quotes\" '")
        self.assertEqual("".join(page.find("head/title").itertext()), "<script>alert(1)</script> & \"quotes\" '")
        self.assertIn("]]> --> <!-- </style> </title>", "".join(page.find(".//h2").itertext()))
        self.assertEqual([link.attrib["href"] for link in page.iter("a")], ["https://a.example.com/?a=1&b=2"])

    @staticmethod
    def make_up(seed):
        """A resume of sections in any order and entries of every form."""
        rand = random.Random(seed)
        dates = ("2021.03 - Present", "2019 – 2020", "2018년 3월 ~ 재직 중", "Mar 2018 – Jan 2020", "2021.13 - 2020.02", "soon", "")
        names = ("Acme", "㈜한빛", "Zorb & Söhne", "[Linked](https://l.example.com/a b)", "**Bold** Inc.", "\\<i>", "\"Quoted\"")
        roles = ("Data Engineer", "과장", "MSc in Statistics", "", "Lead, then Head")
        lines = ["# " + rand.choice(("Kim Haneul", "강하늘 (Haneul Kang)")), "", rand.choice(("k@example.com · Seoul · 010-0000-0000", "[site](https://k.example.com) | Berlin, DE", "Just words.")), ""]
        for section in rand.sample(("Experience", "학력", "Projects", "Skills", "수상", "Certificates", "Languages", "병역", "Publications", "References", "Volunteering", "취미"), 6):
            lines += [f"## {section}", ""]
            for _ in range(rand.randrange(4)):
                parts = [part for part in (rand.choice(names), rand.choice(roles), rand.choice(dates)) if part]
                lines += rand.choice((["### " + rand.choice((" | ", ", ", " — ")).join(parts), ""], ["- " + ", ".join(parts)], [f"**{parts[0]}**: a, b (c, d)", ""]))
                lines += [f"{'  ' * rand.randrange(2)}- item {n} with `code` and 말" for n in range(rand.randrange(3))] + [""]
        return "\n".join(lines) + "\n"

    def test_json(self):
        if jsonschema is None:
            self.skipTest("python3-jsonschema is not installed")
        validator = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
        made_up = [self.write(f"{seed}.md", self.make_up(seed)).name for seed in range(300 if IS_LONG else 20)]
        self.write("made-up.md", RESUME)
        self.write("hostile.md", self.HOSTILE)
        for path in (*made_up, *(RESUMES if IS_LONG else RESUMES[2::3]), "made-up.md", "hostile.md"):
            for hide in ((), ("--hide", "12")) if path == "made-up.md" else ((),):
                with self.subTest(resume=path, hide=hide):
                    self.export(path, ("json",), *hide)
                    errors = [f"{list(error.absolute_path)}: {error.message}"
                              for error in validator.iter_errors(json.loads((self.folder / "out.json").read_text()))]
                    self.assertEqual(errors, [])

    def test_packages(self):
        self.write("resume.md", RESUME)
        if not OFFICE_FORMATS:
            self.skipTest("pandoc is not installed")
        self.export("resume.md", OFFICE_FORMATS)
        for name in OFFICE_FORMATS:
            with zipfile.ZipFile(self.folder / f"out.{name}") as package:
                self.assertIsNone(package.testzip())
                self.assertTrue(all(member.date_time == (2026, 11, 1, 12, 0, 0) for member in package.infolist()))
        # The kind at a fixed place, as programs that look at the first bytes want it.
        self.assertEqual((self.folder / "out.odt").read_bytes()[30:77], b"mimetypeapplication/vnd.oasis.opendocument.text")

    def test_the_same_again(self):
        self.write("resume.md", RESUME)
        self.export("resume.md", FORMATS)
        first = {name: (self.folder / f"out.{name}").read_bytes() for name in FORMATS}
        self.export("resume.md", FORMATS, "--paper", "a4")
        for name in FORMATS:
            self.assertEqual((self.folder / f"out.{name}").read_bytes(), first[name], name)


class Names(Export):
    def setUp(self):
        super().setUp()
        self.write("resume.md", RESUME)

    def test_fields(self):
        said = json.loads(self.tailor("resume.md", "-o", "{name}-{company}-{title}.txt", "-o", "{date} {language} {theme}.html", "--format", "json"))
        self.assertEqual(said["files"], ["강하늘-Acme-Data Engineer.txt", f"{DAY} en standard.html"])
        for name in said["files"]:
            self.assertTrue((self.folder / name).exists(), name)
        (self.folder / "sub").mkdir()
        self.tailor("resume.md", "-o", "sub/{company}.md")
        self.assertTrue((self.folder / "sub" / "Acme.md").exists())

    def test_a_field_never_leaves_the_folder(self):
        self.write("resume.md", RESUME.replace("강하늘", "../../강/하늘"))
        self.tailor("resume.md", "-o", "{name}.txt")
        self.assertEqual([path.name for path in self.folder.glob("*.txt")], ["강 하늘.txt"])

    def test_usage(self):
        for output, words in (("out.doc", (".pdf", ".md", ".txt", ".html", ".json", ".docx", ".odt")), ("out", (".pdf",)), (".pdf", (".pdf",)),
                              ("{nobody}.txt", ("{nobody}", "{company}")), ("{name.txt", ("brace",)), ("a:{name}.txt", ("a:",)), ("txt", (".txt",))):
            with self.subTest(output=output):
                message = self.fail(2, "tailor", "--resume", "resume.md", "--posting", "posting.md", "-o", output)
                self.assertIn(f"-o {output}: ", message)
                for word in words:
                    self.assertIn(word, message)

    def test_nothing_is_overwritten(self):
        self.write("강하늘.md", RESUME)
        for words in (("-o", "{name}.md"), ("-o", "x.txt", "-o", "{company}.txt", "-o", "Acme.txt"), ("-o", "강하늘.md")):
            with self.subTest(words=words):
                self.fail(2, "tailor", "--resume", "강하늘.md", "--posting", "posting.md", *words)
                self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["posting.md", "resume.md", "강하늘.md"])
        self.assertEqual((self.folder / "강하늘.md").read_text(), RESUME)


class Failures(Export):
    """One line that names the file; what was there stays as it was, and nothing else is left."""

    def setUp(self):
        super().setUp()
        self.write("resume.md", RESUME)
        self.before = sorted(path.name for path in self.folder.iterdir())

    def check_failure(self, done, name):
        message = done.stderr.decode()
        self.assertEqual(done.returncode, 1, message)
        self.assertEqual(message.count("\n"), 1, message)
        self.assertIn(name, message)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), self.before)

    def start(self, output, **options):
        command = [CLI, "tailor", "--resume", "resume.md", "--posting", "posting.md", "--as-of", DAY, "-o", output]
        return subprocess.run(command, cwd=self.folder, capture_output=True, stdin=subprocess.DEVNULL, timeout=60, **options)

    def test_no_folder(self):
        for name in PLAIN_FORMATS + OFFICE_FORMATS[:1]:
            with self.subTest(name=name):
                self.check_failure(self.start(f"nowhere/out.{name}"), f"out.{name}")

    def test_a_folder_of_that_name(self):
        for name in PLAIN_FORMATS + OFFICE_FORMATS[1:]:
            with self.subTest(name=name):
                (self.folder / f"out.{name}").mkdir()
                self.before = sorted(path.name for path in self.folder.iterdir())
                self.check_failure(self.start(f"out.{name}"), f"out.{name}")

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_no_permission(self):
        for name in FORMATS:
            with self.subTest(name=name):
                self.folder.chmod(0o500)
                self.addCleanup(self.folder.chmod, 0o700)
                self.check_failure(self.start(f"out.{name}"), f"out.{name}")

    @unittest.skipUnless(os.path.isdir("/sys/kernel"), "needs a file system in which nobody makes files")
    def test_a_folder_that_takes_no_files(self):
        for name in PLAIN_FORMATS + OFFICE_FORMATS[:1]:
            with self.subTest(name=name):
                self.check_failure(self.start(f"/sys/kernel/matchum-out.{name}"), f"/sys/kernel/matchum-out.{name}")

    def test_no_space(self):
        """Where the disk is full in the middle of a file, here by a limit."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        for name in PLAIN_FORMATS:
            with self.subTest(name=name):
                self.write(f"out.{name}", "mine")
                self.before = sorted({*self.before, f"out.{name}"})
                self.check_failure(self.start(f"out.{name}", preexec_fn=limit, restore_signals=False), f"out.{name}")
                self.assertEqual((self.folder / f"out.{name}").read_text(), "mine")

    def test_no_pandoc(self):
        for name in ("docx", "odt"):
            with self.subTest(name=name):
                done = self.run_cli("tailor", "--resume", "resume.md", "--posting", "posting.md", "-o", "out.txt", "-o", f"out.{name}",
                                    env={"PATH": str(self.folder)})
                self.check_failure(done, "pandoc")
                self.assertIn("apt install pandoc", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
