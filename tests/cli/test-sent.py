#!/usr/bin/python3
"""library sent: what was sent is listed, shown, written out and compared with what the resume is today."""
import copy
import hashlib
import importlib.util
import pathlib
import unittest

from support import POSTING, RESUME, CommandLine

spec = importlib.util.spec_from_file_location("test_library", pathlib.Path(__file__).with_name("test-library.py"))
test_library = importlib.util.module_from_spec(spec)
spec.loader.exec_module(test_library)

# The zebrafish was hidden, and the pipelines were built in other words.
SENT = RESUME.replace("- Wrote the zebrafish dashboard in Tableau\n", "").replace("in Airflow and PySpark", "in Airflow and Spark")
PDF = test_library.PDF
FIRST, SECOND = "1b4e28ba-2fa1-11d2-883f-0016d3cca427", "1b4e9999-2fa1-11d2-883f-0016d3cca427"


def sent_file(copy_id, name, media_type, data):
    return {"sent_copy": copy_id, "name": name, "media_type": media_type, "bytes": {"file": f"sent/{copy_id}-{name}"},
            "sha256": hashlib.sha256(data).hexdigest()}


def sent_copy(copy_id, sent_on, n_files, **changes):
    return {"id": copy_id, "application": "application-1", "baseline": "baseline-1", "posting": "posting-1", "company": "당근",
            "title": "Data Engineer", "posting_text": {"file": f"sent/{copy_id}.md"}, "sent_on": sent_on, "n_files": n_files, **changes}


class Sent(CommandLine):
    def setUp(self):
        super().setUp()
        self.tables = copy.deepcopy(test_library.TABLES)
        self.files = dict(test_library.FILES)
        hidden = "Wrote the zebrafish dashboard in Tableau"
        self.tables["blocks"] = [{"baseline": "baseline-1", "id": "b1", "number": 1, "kind": "item", "section": "experience", "parent": None,
                                  "place": 1, "is_gone": 0, "text": hidden}]
        self.tables["application_hidden"] = [{"application": "application-1", "block": "b1"}]
        self.tables["application_order"] = []
        self.tables["application_wordings"] = []
        self.tables["claims"] = []
        self.tables["sent_copies"] = [sent_copy(FIRST, "2026-11-24", 2), sent_copy(SECOND, "2026-11-25", 1, title=None)]
        self.tables["sent_files"] = [sent_file(FIRST, "resume.pdf", "application/pdf", PDF), sent_file(FIRST, "resume.md", None, SENT.encode()),
                                     sent_file(SECOND, "김하늘.pdf", "application/pdf", PDF)]
        self.files.update({f"sent/{FIRST}.md": POSTING.encode(), f"sent/{SECOND}.md": b"[\xeb\x8b\xb9\xea\xb7\xbc]\r\n",
                           f"sent/{FIRST}-resume.pdf": PDF, f"sent/{FIRST}-resume.md": SENT.encode(), f"sent/{SECOND}-김하늘.pdf": PDF})

    def make(self):
        """Takes the library in, as the folder that its export writes."""
        folder = test_library.write_folder(self.folder / "in", self.tables, self.files)
        self.succeed("library", "--library", "library.db", "import", folder)

    def sent(self, *words):
        return self.succeed_json("library", "--library", "library.db", "sent", *words)

    def said(self, *words):
        return self.succeed("library", "--library", "library.db", "sent", *words).decode()

    def refused(self, status, *words):
        return self.fail(status, "library", "--library", "library.db", "sent", *words)

    def test_list(self):
        self.make()
        self.assertEqual(self.sent()["sent_copies"], self.sent("list")["sent_copies"])
        self.assertEqual(self.sent("list")["sent_copies"],
                         [{"id": SECOND, "sent_on": "2026-11-25", "company": "당근", "title": None, "files": 1},
                          {"id": FIRST, "sent_on": "2026-11-24", "company": "당근", "title": "Data Engineer", "files": 2}])
        self.assertEqual(self.said(), "2026-11-25  1b4e9999  당근\n2026-11-24  1b4e28ba  당근 · Data Engineer\n")

    def test_nothing_was_sent(self):
        self.tables["sent_copies"], self.tables["sent_files"] = [], []
        self.make()
        self.assertEqual(self.sent()["sent_copies"], [])
        self.assertEqual(self.said(), "Nothing was sent yet.\n")

    def test_show(self):
        self.make()
        shown = self.sent("show", "1b4e28")
        self.assertEqual(shown["id"], FIRST)
        self.assertEqual((shown["application"], shown["baseline"], shown["posting"]), ("application-1", "baseline-1", "posting-1"))
        self.assertEqual(shown["posting_text"], POSTING)
        self.assertEqual(shown["files"], [
            {"name": "resume.md", "media_type": None, "bytes": len(SENT.encode()), "sha256": hashlib.sha256(SENT.encode()).hexdigest()},
            {"name": "resume.pdf", "media_type": "application/pdf", "bytes": len(PDF), "sha256": hashlib.sha256(PDF).hexdigest()}])
        said = self.said("show", FIRST)
        self.assertIn(hashlib.sha256(PDF).hexdigest(), said)
        self.assertIn("Airflow experience", said)

    def test_files(self):
        self.make()
        self.sent("files", FIRST, "out")
        found = {path.name: path.read_bytes() for path in (self.folder / "out").iterdir()}
        sums = found.pop("SHA256SUMS.txt").decode()
        self.assertEqual(found, {"resume.md": SENT.encode(), "resume.pdf": PDF, "posting.md": POSTING.encode()})
        self.assertIn(f"{hashlib.sha256(PDF).hexdigest()}  resume.pdf\n", sums)
        self.write("out/resume.md", "my own")
        self.assertIn("out: This folder is not empty.", self.refused(1, "files", FIRST, "out"))
        self.assertEqual((self.folder / "out/resume.md").read_text(), "my own")
        self.sent("files", SECOND, "second")
        self.assertEqual((self.folder / "second/김하늘.pdf").read_bytes(), PDF)

    def test_compare(self):
        self.make()
        compared = self.sent("compare", FIRST)
        self.assertEqual(compared["file"], "resume.md")
        changed = {"kind": "changed", "moved": False, "sent": "Built batch pipelines in Airflow and Spark",
                   "today": "Built batch pipelines in Airflow and PySpark", "removed": ["Spark"], "added": ["PySpark"]}
        new = {"kind": "new", "moved": False, "sent": None, "today": "Wrote the zebrafish dashboard in Tableau"}
        for part, n_new, blocks in (("tailored", 0, [changed]), ("baseline", 1, [changed, new])):
            found = compared[part]
            self.assertEqual((found["changed"], found["gone"], found["new"], found["moved"]), (1, 0, n_new, 0))
            self.assertEqual(found["blocks"], blocks)
            self.assertGreater(found["same"], 8)
        said = self.said("compare", FIRST)
        self.assertIn("  was:   Built batch pipelines in Airflow and [Spark]\n  today: Built batch pipelines in Airflow and [PySpark]\n", said)
        self.assertIn("  new:   Wrote the zebrafish dashboard in Tableau\n", said)

    def test_compare_what_is_the_same(self):
        self.files[f"sent/{FIRST}-resume.md"] = RESUME.encode()
        self.tables["sent_files"][1]["sha256"] = hashlib.sha256(RESUME.encode()).hexdigest()
        self.make()
        self.assertIn("All of the baseline today: word for word what was sent\n", self.said("compare", FIRST))
        self.assertEqual(self.sent("compare", FIRST)["tailored"]["blocks"],
                         [{"kind": "gone", "moved": False, "sent": "Wrote the zebrafish dashboard in Tableau", "today": None}])

    def test_compare_with_what_is_gone(self):
        for table in ("applications", "application_hidden", "postings", "readings"):
            self.tables[table] = []
        self.make()
        compared = self.sent("compare", FIRST)
        self.assertIsNone(compared["tailored"])
        self.assertEqual(compared["baseline"]["new"], 1)
        self.assertIn("The posting it was sent for is deleted.", self.said("compare", FIRST))

    def test_compare_a_pdf(self):
        """Where nothing but a PDF went out, its words are read from it."""
        self.write("sent.md", SENT)
        self.write("posting.md", POSTING)
        self.succeed("tailor", "--resume", "sent.md", "--posting", "posting.md", "-o", "sent.pdf")
        pdf = (self.folder / "sent.pdf").read_bytes()
        self.files[f"sent/{SECOND}-김하늘.pdf"] = pdf
        self.tables["sent_files"][2]["sha256"] = hashlib.sha256(pdf).hexdigest()
        self.make()
        compared = self.sent("compare", SECOND)
        self.assertEqual(compared["file"], "김하늘.pdf")
        self.assertEqual([(block["kind"], block["today"]) for block in compared["baseline"]["blocks"]],
                         [("changed", "Built batch pipelines in Airflow and PySpark"), ("new", "Wrote the zebrafish dashboard in Tableau")])

    def test_nothing_to_compare(self):
        self.tables["sent_files"][2]["media_type"] = "image/png"
        self.make()
        self.assertIn("no file whose words can be compared", self.refused(1, "compare", SECOND))
        self.tables["sent_files"][2]["media_type"] = "application/pdf"
        self.make()
        self.assertIn("김하늘.pdf", self.refused(1, "compare", SECOND))

    def test_travels(self):
        """Out as a folder and in again, the copies are the same."""
        self.make()
        before = [self.sent("show", FIRST), self.sent("show", SECOND)]
        self.succeed("library", "--library", "library.db", "export", "folder")
        self.succeed("library", "--library", "library.db", "import", "folder")
        self.assertEqual([self.sent("show", FIRST), self.sent("show", SECOND)], before)

    def test_wrong_usage(self):
        self.make()
        self.assertIn("There is no sent copy “ffff0000”", self.refused(1, "show", "ffff0000"))
        self.assertIn("begin with “1b4e”", self.refused(1, "show", "1b4e"))
        self.assertIn("There is no sent copy “1b4”", self.refused(1, "show", "1b4"))
        self.assertIn("Say sent list", self.refused(2, "show"))
        self.assertIn("Say sent list", self.refused(2, "files", FIRST))
        self.assertIn("Say sent list", self.refused(2, "list", "more"))
        self.assertIn("not “undo”", self.refused(2, "undo"))
        said = self.fail(1, "library", "--library", "nothing.db", "sent")
        self.assertIn("nothing.db", said)

    def test_only_reads(self):
        self.make()
        before = (self.folder / "library.db").read_bytes()
        for words in (["list"], ["show", FIRST], ["files", FIRST, "out"], ["compare", FIRST]):
            self.sent(*words)
        self.assertEqual((self.folder / "library.db").read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
