#!/usr/bin/python3
"""What read understands."""
import unittest

from support import POSTING, RESUME, Pair


class Read(Pair):
    def test_tells_resume_from_posting(self):
        self.assertEqual(self.succeed_json("read", "resume.md")["kind"], "resume")
        self.assertEqual(self.succeed_json("read", "posting.md")["kind"], "posting")
        self.assertEqual(self.succeed_json("read", "resume.md", "--as", "posting")["kind"], "posting")

    def test_resume(self):
        said = self.succeed_json("read", "resume.md")
        self.assertEqual(said["name"], "Kim Haneul")
        job = next(block for block in said["blocks"] if "Bluewave" in block["text"])
        self.assertEqual((job["kind"], job["section"], job["line"]), ("entry", "experience", self.line_of(RESUME, "Bluewave")))
        self.assertEqual(job["dates"], [{"from": "2021-03", "to": None}])
        self.assertEqual(len([block for block in said["blocks"] if block["kind"] == "item"]), 6)

    def test_posting(self):
        said = self.succeed_json("read", "posting.md")
        self.assertEqual((said["company"], said["title"]), ("Acme", "Data Engineer"))
        kinds = {line["text"]: line["kind"] for line in said["lines"] if not line["heading"]}
        self.assertEqual(kinds["Airflow experience"], "required")
        self.assertEqual(kinds["Kubernetes"], "preferred")
        self.assertEqual(kinds["Run our pipelines"], "duty")
        self.assertEqual(kinds["Free lunch"], "benefit")

    def test_text_names_lines(self):
        text = self.succeed("read", "posting.md").decode()
        self.assertRegex(text, rf"(?m)^ +{self.line_of(POSTING, 'Kafka')}  required +Kafka$")


if __name__ == "__main__":
    unittest.main()
