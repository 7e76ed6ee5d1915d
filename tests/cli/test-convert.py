#!/usr/bin/python3
"""convert, and JSON Resume wherever a resume is read or written."""
import json
import pathlib
import time
import unittest

from support import CASES, RESUME, ROOT, SAMPLES, CommandLine, Pair

try:
    import jsonschema
except ImportError:
    jsonschema = None

FIXTURES = sorted((CASES / "json-resumes").glob("*.json"))
RESUMES = sorted([*(CASES / "resumes").glob("*.md"), *(ROOT / "tests" / "cases-2" / "resumes").glob("*.md"), *SAMPLES.glob("resume-*.md")])
SCHEMA = json.loads((pathlib.Path(__file__).parent / "json-resume-schema.json").read_text())
SCHEMA_ADDRESS = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
# Labels that say no more than the name of the member does, and the dates that have no end.
LABELS = ("Modules", "졸업", "평점", "현재", "Present")
# What a member was called before 1.0.0.
OLD_NAMES = {"basics": {"website": "url", "picture": "image"}, "work": {"company": "name", "website": "url"}, "education": {"gpa": "score"}}


def is_empty(value):
    return value is None or value == "" or value == [] or value == {}


def expect_object(value, schema, old_names):
    """What an object says, without members that the schema knows and that say nothing."""
    known = schema["properties"]
    result = {}
    for name, member in value.items():
        name = old_names.get(name, name)
        if name in known:
            member = expect(member, known[name], {})
            if is_empty(member):
                continue
        result[name] = member
    return result


def expect(value, schema, old_names):
    if "properties" in schema:
        return expect_object(value, schema, old_names) if value is not None else None
    if schema.get("type") == "array" and isinstance(value, list):
        return [item for item in (expect(item, schema["items"], old_names) for item in value) if not is_empty(item)]
    return value


def expect_resume(value):
    result = {}
    for name, member in value.items():
        schema = SCHEMA["properties"].get(name)
        if schema is not None:
            old_names = OLD_NAMES.get(name, {})
            if schema.get("type") == "array" and isinstance(member, list):
                member = [item for item in (expect(item, schema["items"], old_names) for item in member) if not is_empty(item)]
            else:
                member = expect(member, schema, old_names)
            if is_empty(member):
                continue
        result[name] = member
    result.setdefault("$schema", SCHEMA_ADDRESS)
    return result


class Convert(CommandLine):
    def load(self, name):
        return json.loads((self.folder / name).read_text(), parse_float=str, parse_int=str)

    def convert(self, source, target):
        """Converts; returns the lines that are said on standard error."""
        done = self.run_cli("convert", source, target)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stdout.decode(), f"Written: {target}\n")
        return done.stderr.decode().splitlines()

    def validate(self, value):
        if jsonschema is None:
            self.skipTest("python3-jsonschema is not installed")
        jsonschema.Draft7Validator.check_schema(SCHEMA)
        errors = [f"{list(error.absolute_path)}: {error.message}"
                  for error in jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).iter_errors(value)]
        self.assertEqual(errors, [])

    def test_the_validator_can_fail(self):
        for wrong in ({"work": {}}, {"basics": {"name": 1}}, {"awards": [{"date": "May 2020"}]}, {"x": 1}, {"skills": [{"keywords": [1]}]}):
            with self.subTest(wrong=wrong), self.assertRaises(AssertionError):
                self.validate(wrong)

    def test_json_comes_back(self):
        self.assertGreaterEqual(len(FIXTURES), 20)
        for path in FIXTURES:
            with self.subTest(path=path.name):
                self.convert(path, "out.md")
                self.convert("out.md", "out.json")
                original = json.loads(path.read_text(), parse_float=str, parse_int=str)
                self.assertEqual(self.load("out.json"), expect_resume(original))

    def test_json_comes_back_by_itself(self):
        """From JSON to JSON is the same as by way of a file."""
        for path in FIXTURES[:6]:
            with self.subTest(path=path.name):
                self.convert(path, "out.md")
                self.convert("out.md", "by-file.json")
                self.convert(path, "direct.json")
                self.assertEqual((self.folder / "by-file.json").read_bytes(), (self.folder / "direct.json").read_bytes())

    def test_markdown_goes_and_comes(self):
        """The second time nothing changes any more, and nothing has to be carried in comments."""
        self.assertGreaterEqual(len(RESUMES), 18)
        for path in RESUMES:
            with self.subTest(path=path.name):
                self.convert(path, "one.json")
                self.convert("one.json", "two.md")
                self.convert("two.md", "three.json")
                self.convert("three.json", "four.md")
                self.assertEqual((self.folder / "one.json").read_bytes(), (self.folder / "three.json").read_bytes())
                self.assertEqual((self.folder / "two.md").read_bytes(), (self.folder / "four.md").read_bytes())
                self.assertNotIn("<!--", (self.folder / "two.md").read_text())

    def test_valid(self):
        for path in RESUMES:
            with self.subTest(path=path.name):
                self.convert(path, "out.json")
                self.validate(json.loads((self.folder / "out.json").read_text()))

    def test_wrong_types_become_valid(self):
        wrong = {"basics": {"name": 5, "email": [], "location": "Seoul", "profiles": {}}, "work": {"name": "A", "startDate": 2021.13, "highlights": "x"},
                 "skills": ["a", {"name": {}}, {"keywords": [1, None]}], "awards": [{"title": "T", "date": "soon"}], "meta": 3}
        self.write("wrong.json", json.dumps(wrong))
        notes = self.convert("wrong.json", "out.json")
        self.assertGreater(len(notes), 8)
        for note in notes:
            self.assertRegex(note, r"^wrong\.json:1: [a-z]")
        self.validate(json.loads((self.folder / "out.json").read_text()))

    def test_every_word_of_the_markdown_is_there(self):
        n_words = 0
        for path in RESUMES:
            with self.subTest(path=path.name):
                self.convert(path, "out.json")
                text = (self.folder / "out.json").read_text()
                for line in path.read_text().splitlines():
                    if line.lstrip().startswith("- ") and not any(sign in line for sign in "*`[\\_"):
                        for word in line.split()[1:]:
                            word = word.strip("()[],.:;·|–—-'\"“”‘’「」")
                            if word and word not in LABELS and not any(c.isdigit() for c in word):
                                n_words += 1
                                self.assertIn(json.dumps(word, ensure_ascii=False)[1:-1], text)
        self.assertGreater(n_words, 3000)

    def test_notes_have_lines(self):
        self.write("odd.json", '{\n "basics": {"name": "N"},\n "work": [\n  {"name": "A",\n   "startDate": "soon"}\n ]\n}\n')
        notes = self.convert("odd.json", "odd.md")
        self.assertEqual(len(notes), 1)
        self.assertRegex(notes[0], r"^odd\.json:5: work\[0\]\.startDate: “soon” ")
        said = self.succeed_json("convert", "odd.json", "odd.md")
        self.assertEqual(list(said), ["notice", "notes", "more_notes", "files"])
        self.assertEqual([(note["line"], note["path"]) for note in said["notes"]], [(5, "work[0].startDate")])
        self.assertEqual(said["files"], ["odd.md"])

    def test_notes_of_markdown(self):
        self.write("in.md", "# N\n\n## Experience\n\n### Zorb, Flumox\n\n## 병역\n\n- 육군\n")
        notes = self.convert("in.md", "out.json")
        self.assertEqual([note.split(":")[:3] for note in notes], [["in.md", "5", " work[0].name"], ["in.md", "7", " meta.matchum.sections[0]"]])

    def test_usage(self):
        self.write("in.md", RESUME)
        (self.folder / "link.json").symlink_to("in.md")
        for words in ((), ("in.md",), ("in.md", "out.md", "more.md"), ("in.md", "out.pdf"), ("in.md", "out"), ("in.md", "in.md"),
                      ("in.md", "./in.md"), ("in.md", "link.json"), ("in.md", "out.md", "--format", "xml"), ("in.md", "out.md", "--as", "resume")):
            with self.subTest(words=words):
                self.assertIn("--help", self.fail(2, "convert", *words))
        self.assertEqual((self.folder / "in.md").read_text(), RESUME)
        self.assertFalse((self.folder / "out.md").exists())

    def test_unusable(self):
        for name, text in (("empty.json", "{}"), ("list.json", "[]"), ("text.json", "# Name\n"), ("cut.json", '{"basics": {'), ("nul.json", b'{"basics":{"name":"a\0"}}'),
                           ("other.json", '{"title": "x"}'), ("bracket.json", "[" * 100000), ("no-heading.md", "words\n")):
            with self.subTest(name=name):
                self.write(name, text)
                message = self.fail(1, "convert", name, "out.json")
                self.assertIn(name, message)
                self.assertFalse((self.folder / "out.json").exists())
        self.fail(1, "convert", "nowhere.json", "out.md")
        self.fail(1, "convert", FIXTURES[0], "nowhere/out.md")

    def test_hostile(self):
        for name, text in (("deep", '{"basics":{"name":"N"},"x":' + "[" * 100000 + "]" * 100000 + "}"),
                           ("long", json.dumps({"basics": {"name": "N", "summary": "word " * 1000000}})),
                           ("wide", json.dumps({"basics": {"name": "N"}, "work": [{"name": [], "position": {}}] * 60000})),
                           ("twice", '{"basics":{"name":"N"},' + ",".join('"a":1' for _ in range(60000)) + "}")):
            with self.subTest(name=name):
                self.write(f"{name}.json", text)
                start = time.monotonic()
                notes = self.convert(f"{name}.json", f"{name}.md")
                self.assertLess(time.monotonic() - start, 50)
                self.assertLessEqual(len(notes), 101)
                self.assertTrue((self.folder / f"{name}.md").read_text().startswith("# N\n"))

    def test_encodings(self):
        text = json.dumps({"basics": {"name": "김하늘"}, "work": [{"name": "한빛전자", "position": "개발자", "highlights": ["서버를 만들고 운영했습니다."]}]}, ensure_ascii=False)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp949"):
            with self.subTest(encoding=encoding):
                self.write("in.json", text.encode(encoding))
                self.convert("in.json", "out.md")
                self.assertIn("### 한빛전자 | 개발자\n", (self.folder / "out.md").read_text())

    def test_to_markdown(self):
        self.write("page.html", "<html><body><h1>Data Engineer</h1><h2>Requirements</h2><ul><li>Airflow</li><li>5 years</li></ul></body></html>")
        self.convert("page.html", "page.md")
        self.assertIn("- Airflow", (self.folder / "page.md").read_text())
        self.write("posting.json", json.dumps({"@type": "JobPosting", "title": "Data Engineer", "description": "<ul><li>Airflow</li></ul>"}))
        self.convert("posting.json", "posting.md")
        self.assertIn("Airflow", (self.folder / "posting.md").read_text())
        self.write("plain.md", "\ufeff" + RESUME)
        self.convert("plain.md", "copy.md")
        self.assertEqual((self.folder / "copy.md").read_text(), RESUME)

    def test_read_shows_the_same_text(self):
        for path in FIXTURES[:5]:
            with self.subTest(path=path.name):
                self.convert(path, "out.md")
                done = self.run_cli("read", path, "--format", "text")
                self.assertEqual(done.stdout, (self.folder / "out.md").read_bytes())

    def test_same_bytes_again(self):
        for path in (RESUMES[0], FIXTURES[0]):
            self.convert(path, "a.json")
            self.convert(path, "b.json")
            self.assertEqual((self.folder / "a.json").read_bytes(), (self.folder / "b.json").read_bytes())


class Tailor(Pair):
    def test_json_holds_nothing_hidden(self):
        line = self.line_of(RESUME, "zebrafish")
        self.succeed_json("tailor", *self.pair, "--hide", line, "-o", "out.json")
        text = (self.folder / "out.json").read_text()
        self.assertNotIn("zebrafish", text)
        work = json.loads(text)["work"]
        self.assertEqual([(job["name"], job["position"]) for job in work], [("Bluewave", "Data Engineer"), ("Redleaf", "Analyst")])
        self.assertEqual(len(work[0]["highlights"]), 2)

    def test_resume_may_be_json(self):
        self.write("resume.json", json.dumps({"basics": {"name": "Kim", "x": "zebra"}, "work": [
            {"name": "Bluewave", "position": "Data Engineer", "startDate": "2021-03", "x": "zebra", "highlights": ["Airflow pipelines", "Tableau, zebrafish"]},
            {"name": "Zorb", "position": "Flumox", "x": "zebra", "highlights": ["Python"]}], "zebra": 1}))
        text = self.succeed("read", "resume.json", "--format", "text").decode()
        pair = ("--resume", "resume.json", "--posting", "posting.md", "--as-of", "2026-11-01")
        met = self.succeed_json("match", *pair)
        evidence = [piece["line"] for asked in met["requirements"] for piece in asked["evidence"] if piece["criterion"] == "Airflow"]
        self.assertEqual(evidence, [self.line_of(text, "Airflow pipelines")])
        self.succeed_json("tailor", *pair, "--hide", self.line_of(text, "zebrafish"), "-o", "out.json", "-o", "out.md", "-o", "out.pdf")
        self.assertNotIn("zebra", (self.folder / "out.json").read_text())
        self.assertNotIn("zebra", (self.folder / "out.md").read_text())
        self.assertEqual([(job["name"], job["position"]) for job in json.loads((self.folder / "out.json").read_text())["work"]],
                         [("Bluewave", "Data Engineer"), ("Zorb", "Flumox")])

    def test_each_hidden_line_of_a_sample(self):
        """Every fourth bullet is hidden by itself; no word that only it has is left."""
        path = SAMPLES / "resume-en.md"
        lines = path.read_text().splitlines()
        n_words = 0
        for number, line in enumerate(lines, 1):
            if not line.startswith("- ") or number % 4:
                continue
            rest = "\n".join(other for i, other in enumerate(lines, 1) if i != number) + json.dumps(SCHEMA)
            own = [word.strip("()[],.:;'\"“”*–") for word in line.split() if len(word) > 6]
            with self.subTest(line=number):
                self.succeed_json("tailor", "--resume", path, "--posting", "posting.md", "--hide", number, "-o", "out.json")
                text = (self.folder / "out.json").read_text()
                for word in own:
                    if word and word not in rest:
                        n_words += 1
                        self.assertNotIn(word, text)
        self.assertGreater(n_words, 10)


if __name__ == "__main__":
    unittest.main()
