#!/usr/bin/python3
"""What read understands."""
import json
import re
import unittest

from support import DAY, POSTING, RESUME, Pair


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

    def test_html(self):
        """Lines are those of the text that read prints, whatever the lines of the file are."""
        self.write("page.html", PAGE)
        said = self.succeed_json("read", "page.html")
        self.assertEqual((said["kind"], said["company"], said["title"]), ("posting", "Acme", "Data Engineer"))
        kinds = {line["text"]: line["kind"] for line in said["lines"] if not line["heading"]}
        self.assertEqual(kinds, {"Airflow & SQL": "required", "Kafka": "required", "Kubernetes": "preferred"})
        text = self.succeed("read", "page.html").decode()
        for line in said["lines"]:
            self.assertRegex(text, rf"(?m)^ +{line['line']}  {line['kind']} +(# )?{re.escape(line['text'])}$")
        asked = self.succeed_json("match", "--resume", "resume.md", "--posting", "page.html", "--as-of", DAY)["requirements"]
        self.assertEqual([(one["line"], one["text"]) for one in asked],
                         [(line["line"], line["text"]) for line in said["lines"] if line["text"] in kinds])

    def test_html_is_told_by_its_content(self):
        self.write("page.txt", PAGE)
        self.assertEqual(self.succeed_json("read", "page.txt")["company"], "Acme")
        escaped = "&lt;p&gt;&lt;b&gt;Requirements&lt;/b&gt;&lt;/p&gt;&lt;ul&gt;&lt;li&gt;R&amp;amp;D&lt;/li&gt;&lt;/ul&gt;"
        self.write("escaped.txt", escaped)
        self.assertIn("R&D", self.succeed("read", "escaped.txt", "--as", "posting").decode())
        self.write("markdown.html.md", "# Engineer\n\n## Requirements\n\n- <b>SQL</b> &amp; R\n")
        self.assertEqual(self.succeed_json("read", "markdown.html.md")["lines"][2]["line"], 5)

    def test_html_in_other_encodings(self):
        page = "<meta charset=euc-kr><h1>데이터 분석가</h1><h2>자격요건</h2><ul><li>파이썬</ul>"
        for encoding in ("cp949", "utf-8", "utf-8-sig", "utf-16"):
            self.write("page.html", page.encode(encoding))
            self.assertEqual([line["text"] for line in self.succeed_json("read", "page.html")["lines"]],
                             ["데이터 분석가", "자격요건", "파이썬"])

    def test_json(self):
        self.write("posting.json", json.dumps({"@graph": [{
            "@type": "JobPosting", "title": "Analyst", "hiringOrganization": {"name": "Acme"},
            "description": "&lt;h3&gt;Requirements&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;SQL&lt;/li&gt;&lt;/ul&gt;"}]}))
        said = self.succeed_json("read", "posting.json")
        self.assertEqual((said["company"], said["title"]), ("Acme", "Analyst"))
        self.assertEqual([line["text"] for line in said["lines"] if line["kind"] == "required"], ["Requirements", "SQL"])

    def test_html_resume(self):
        self.write("resume.html", "<h1>Kim</h1><h2>Experience</h2><h3>Acme | Engineer | 2020.01 - 2022.02</h3><ul><li>Built</ul>")
        said = self.succeed_json("read", "resume.html")
        self.assertEqual((said["kind"], said["name"]), ("resume", "Kim"))


PAGE = """<!DOCTYPE html>
<html><head><title>Data Engineer | Acme</title><style>p { color: red }</style></head><body>
<nav><a href="/">Home</a></nav><main><h1>[Acme] Data Engineer</h1>
<h2>Requirements</h2><ul><li>Airflow &amp; SQL<li>Kafka</ul><h2>Nice to have</h2><ul><li>Kubernetes</ul></main>
<footer>All rights reserved</footer></body></html>
"""


if __name__ == "__main__":
    unittest.main()
