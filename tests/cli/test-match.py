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
        self.assertEqual(list(self.said["requirements"][0])[:8],
                         ["line", "section", "text", "soft", "status", "listed_only", "evidence", "missing"])

    def test_same_bytes_in_any_locale_and_zone(self):
        first = self.succeed("match", *self.pair, "--format", "json")
        for env in ({"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8", "LANGUAGE": "ko"}, {"TZ": "Pacific/Kiritimati"}):
            self.assertEqual(self.succeed("match", *self.pair, "--format", "json", env=env), first)

    def test_text_says_the_same(self):
        text = self.succeed("match", *self.pair).decode()
        self.assertIn("Acme", text)
        self.assertIn("missing · Kafka", text)


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
