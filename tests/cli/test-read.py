#!/usr/bin/python3
"""What read understands."""
import json
import re
import unittest

from support import DAY, POSTING, RESUME, Pair


DETAILS = """# 가람 | ML 엔지니어

**고용형태** 정규직 · **경력** 3년 이상 · **근무지** 서울 마포구
마감일: 12월 4일(금) 18:00
[지원하기](https://jobs.garam.example/1)

## 주요 업무

### 추천팀
- 추천 모델을 개발하고 실험으로 검증

### 검색팀
- 검색 랭킹 모델을 개발하고 개선

## 자격요건

- 머신러닝 실무 경력 3년 이상
- Python을 능숙하게 다루시는 분

## 기술 스택

Python, Kafka

## 채용 절차

서류 → 과제(3일) → 면접 → 합격

## 유의사항

- 지원서는 PDF로 보내 주세요

"""


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

    def test_details(self):
        self.write("job.md", DETAILS)
        said = self.succeed_json("read", "job.md", "--as-of", DAY)["details"]
        self.assertEqual(said["employment"], {"line": 3, "text": "정규직", "kinds": ["permanent"]})
        self.assertEqual(said["experience"], {"line": 3, "text": "3년 이상", "kind": "experienced", "least": 3, "most": None})
        self.assertEqual(said["place"], {"line": 3, "text": "서울 마포구"})
        self.assertEqual(said["deadline"], {"line": 4, "text": "12월 4일(금) 18:00", "kind": "day", "date": "2026-12-04", "time": "18:00",
                                            "year_implied": True, "relative": False, "may_close_early": False})
        self.assertEqual([link["url"] for link in said["links"]], ["https://jobs.garam.example/1"])
        self.assertEqual([tool["text"] for tool in said["stack"]], ["Python", "Kafka"])
        self.assertEqual([stage["text"] for stage in said["stages"]], ["서류", "과제(3일)", "면접", "합격"])
        self.assertEqual([note["line"] for note in said["notes"]], [30])
        self.assertEqual([(team["text"], team["lines"]) for team in said["teams"]], [("추천팀", [[9, 10]]), ("검색팀", [[12, 13]])])

    def test_details_are_told_from_the_day(self):
        self.write("job.md", "# 개발자\n\n가람 | 서울 | D-7\n\n## 자격요건\n\n- Python\n")
        for day, date in (("2026-12-28", "2027-01-04"), ("2026-11-01", "2026-11-08")):
            said = self.succeed_json("read", "job.md", "--as-of", day)["details"]["deadline"]
            self.assertEqual((said["date"], said["relative"]), (date, True))
        self.fail(2, "read", "job.md", "--as-of", "today")

    def test_details_say_nothing_of_themselves(self):
        self.write("job.md", "# Engineer\n\n## Requirements\n\n- Python\n")
        said = self.succeed_json("read", "job.md")["details"]
        self.assertEqual(said, {"employment": None, "experience": None, "place": None, "deadline": None, "links": [], "stack": [],
                                "stages": [], "notes": [], "teams": []})

    def test_details_as_text(self):
        self.write("job.md", DETAILS)
        text = self.succeed("read", "job.md", "--as-of", DAY).decode()
        for line in ("  Employment: 정규직", "  Experience: 3년 이상", "  Place: 서울 마포구", "  Deadline: 2026-12-04 18:00 (12월 4일(금) 18:00)",
                     "  Link: https://jobs.garam.example/1", "  Tools: Python, Kafka", "  Stages: 서류 → 과제(3일) → 면접 → 합격",
                     "  Teams: 추천팀, 검색팀"):
            self.assertIn(line + "\n", text)

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
