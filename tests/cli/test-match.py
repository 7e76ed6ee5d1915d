#!/usr/bin/python3
"""match: the JSON of the contract, and the same bytes everywhere."""
import json
import unittest

from support import CASES, DAY, POSTING, RESUME, Pair


class Match(Pair):
    def setUp(self):
        super().setUp()
        self.said = self.succeed_json("match", *self.pair)
        self.by_text = {line["text"]: line for line in self.said["requirements"]}

    def test_posting(self):
        self.assertEqual(self.said["posting"], {"company": "Acme", "title": "Data Engineer"})
        self.assertEqual(self.said["duties"], [self.line_of(POSTING, "Run our pipelines")])

    def test_statuses(self):
        self.assertEqual({text: line["status"] for text, line in self.by_text.items()},
                         {"Airflow experience": "met", "Python or Scala": "met", "Tableau": "met", "Kafka": "missing",
                          "A positive attitude": None, "Kubernetes": "met"})
        self.assertTrue(self.by_text["A positive attitude"]["soft"])
        self.assertEqual(self.by_text["Kafka"]["missing"], ["Kafka"])
        self.assertEqual(self.by_text["Kubernetes"]["section"], "preferred")

    def test_coverage_counts(self):
        self.assertEqual(self.said["coverage"]["required"], {"met": 3, "partial": 0, "missing": 1, "soft": 1})
        self.assertEqual(self.said["coverage"]["preferred"], {"met": 1, "partial": 0, "missing": 0, "soft": 0})

    def test_evidence_is_where_it_says(self):
        lines = RESUME.encode().split(b"\n")
        seen = {}
        for requirement in self.said["requirements"]:
            for evidence in requirement["evidence"]:
                spelled = lines[evidence["line"] - 1][evidence["start"]:evidence["end"]].decode()
                seen.setdefault(requirement["text"], []).append((spelled, evidence["why"]))
        self.assertIn(("Airflow", "named"), seen["Airflow experience"])
        self.assertIn(("Tableau", "named"), seen["Tableau"])
        self.assertIn(("쿠버네티스", "alias"), seen["Kubernetes"])

    def test_keys_in_order(self):
        self.assertEqual(list(self.said), ["posting", "requirements", "duties", "coverage"])
        self.assertEqual(list(self.said["requirements"][0])[:10],
                         ["line", "section", "text", "soft", "status", "listed_only", "evidence", "missing", "hints", "explanation"])

    def test_same_bytes_in_any_locale_and_zone(self):
        first = self.succeed("match", *self.pair, "--format", "json")
        for env in ({"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8", "LANGUAGE": "ko"}, {"TZ": "Pacific/Kiritimati"}):
            self.assertEqual(self.succeed("match", *self.pair, "--format", "json", env=env), first)

    def test_text_says_the_same(self):
        text = self.succeed("match", *self.pair).decode()
        self.assertIn("Acme", text)
        self.assertIn("missing · Nothing shows Kafka", text)
        for line in self.said["requirements"]:
            self.assertIn("· " + line["explanation"] + "\n", text)

    def test_explanations(self):
        self.assertEqual({text: line["explanation"] for text, line in self.by_text.items()},
                         {"Airflow experience": "Airflow shown in 2 items", "Python or Scala": "One of Python, Scala is enough: Python in a skills list only",
                          "Tableau": "Tableau shown in 1 item", "Kafka": "Nothing shows Kafka",
                          "A positive attitude": "Nothing a resume can prove", "Kubernetes": "Kubernetes shown in 1 item, as “쿠버네티스”"})


class Hints(Pair):
    RESUME = "# A\n\n## Experience\n\n### Acme | Engineer | 2020.01 - present\n\n- Compared Kafka with RabbitMQ\n- **Airflow** 도입 검토만 함\n"
    POSTING = "## Requirements\n\n- Kafka experience\n- Airflow, RabbitMQ\n"

    def setUp(self):
        super().setUp()
        self.hinted = ("--resume", self.write("hints.md", self.RESUME), "--posting", self.write("asks.md", self.POSTING), "--as-of", DAY)

    def test_json(self):
        said = self.succeed_json("match", *self.hinted)["requirements"]
        lines = self.RESUME.encode().split(b"\n")
        for requirement in said:
            self.assertEqual((requirement["status"], requirement["evidence"]), ("missing", []))
            for hint in requirement["hints"]:
                self.assertEqual(lines[hint["line"] - 1][hint["start"]:hint["end"]].decode(), hint["criterion"])
        self.assertEqual([(hint["line"], hint["criterion"], hint["why"]) for line in said for hint in line["hints"]],
                         [(7, "Kafka", "considered"), (8, "Airflow", "considered"), (7, "RabbitMQ", "considered")])
        self.assertEqual(said[0]["explanation"], "Only a hint of Kafka (considered)")

    def test_text(self):
        text = self.succeed("match", *self.hinted).decode()
        self.assertIn("missing · Only a hint of Kafka (considered)\n            7  Compared Kafka with RabbitMQ\n"
                      "               (A hint only: considered)\n", text)

    def test_json_is_the_same_in_every_language(self):
        first = self.succeed("match", *self.hinted, "--format", "json")
        for locale in ("C", "C.UTF-8", "ko_KR.UTF-8"):
            self.assertEqual(self.succeed("match", *self.hinted, "--format", "json", env={"LC_ALL": locale, "LANGUAGE": "ko"}), first)


class Cases(Pair):
    def test_every_labelled_case_runs(self):
        labels = sorted((CASES / "labels").glob("*.json"))
        self.assertGreater(len(labels), 10)
        for path in labels:
            case = json.loads(path.read_text(encoding="utf-8"))
            said = self.succeed_json("match", "--resume", CASES / case["resume"], "--posting", CASES / case["posting"], "--as-of", DAY)
            numbers = [line["line"] for line in said["requirements"]]
            self.assertEqual(len(numbers), len(set(numbers)), path.name)
            self.assertEqual(numbers, sorted(numbers), path.name)


if __name__ == "__main__":
    unittest.main()
