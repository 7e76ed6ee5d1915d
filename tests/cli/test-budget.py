#!/usr/bin/python3
"""tailor --pages: what goes, what stays, what is said."""
import json
import shutil
import subprocess
import unittest

from support import CASES, DAY, POSTING, RESUME, CommandLine


def jobs(n, items):
    """A resume of n jobs with items each."""
    text = "# Kim Haneul\n\nhaneul@example.com\n\n## Experience\n"
    for i in range(n):
        text += f"\n### Company {i} | {1960 + i}.01 - {1960 + i}.12\n\n"
        for k in range(items):
            text += f"- Built pipeline {i}-{k} with Airflow and some words that make this item a longer one\n"
    return text + "\n## Skills\n\n- Python, SQL, Airflow\n"


class Budget(CommandLine):
    def setUp(self):
        super().setUp()
        self.write("posting.md", POSTING)

    def arguments(self, *words):
        return ("tailor", "--resume", "resume.md", "--posting", "posting.md", "--as-of", DAY, *words)

    def tailor(self, resume, *words):
        self.write("resume.md", resume)
        return self.succeed_json(*self.arguments(*words))

    def count_pages(self, name):
        if shutil.which("pdfinfo") is None:
            self.skipTest("pdfinfo is not installed")
        said = subprocess.run(["pdfinfo", name], cwd=self.folder, check=True, capture_output=True).stdout.decode()
        return next(int(line.split()[1]) for line in said.splitlines() if line.startswith("Pages:"))

    def line_of(self, text, words):
        return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)

    def test_nothing_has_to_go(self):
        said = self.tailor(RESUME, "--pages", 2, "-o", "out.md")
        self.assertEqual(said["fit"], "none")
        self.assertEqual(said["pages"]["budget"], 2)
        self.assertEqual(said["hidden"], [])
        self.assertNotIn("least_pages", said)
        self.assertEqual((self.folder / "out.md").read_text(), RESUME)

    def test_fits(self):
        resume = jobs(6, 20)
        before = self.tailor(resume, "-o", "out.md")["pages"]["used"]
        self.assertGreater(before, 2)
        for budget in (1, 2):
            said = self.tailor(resume, "--pages", budget, "-o", "out.pdf", "-o", "out.md")
            self.assertEqual(said["fit"], "optimal")
            self.assertEqual(said["pages"]["budget"], budget)
            self.assertLessEqual(said["pages"]["used"], budget)
            self.assertGreaterEqual(said["pages"]["used"], budget - 0.1)
            self.assertEqual(self.count_pages("out.pdf"), budget)
            self.assertEqual({hidden["why"] for hidden in said["hidden"]}, {"budget"})
            left = (self.folder / "out.md").read_text()
            for hidden in said["hidden"]:
                words = resume.split("\n")[hidden["line"] - 1].removeprefix("- ").lstrip("# ")
                self.assertNotIn(words, left)
            for i in range(6):
                self.assertIn(f"### Company {i}", left)
            self.assertIn("haneul@example.com", left)
            self.assertIn("Python, SQL", left)

    def test_costs(self):
        resume = jobs(60, 1).replace("pipeline 3-0 with Airflow", "a board in Tableau")
        said = self.tailor(resume, "--pages", 1, "-o", "out.md")
        costs = {hidden["line"]: hidden["costs"] for hidden in said["hidden"]}
        self.assertEqual(costs[self.line_of(resume, "Tableau")], ["Tableau"])
        self.assertNotIn("Tableau", costs[self.line_of(resume, "pipeline 4-0")])
        self.assertEqual(said["coverage"]["baseline"]["required"]["met"] - said["coverage"]["tailored"]["required"]["met"],
                         len({cost for of_one in costs.values() for cost in of_one}))
        self.assertIn("    weakens: Tableau\n", self.succeed(*self.arguments("--pages", 1, "-o", "out.md")).decode())

    def test_pin_and_hide(self):
        resume = jobs(6, 20)
        pinned, hidden = self.line_of(resume, "pipeline 5-19"), self.line_of(resume, "pipeline 0-0")
        said = self.tailor(resume, "--pages", 1, "--pin", pinned, "--hide", hidden, "-o", "out.md")
        text = (self.folder / "out.md").read_text()
        self.assertIn("pipeline 5-19 ", text)
        self.assertNotIn("pipeline 0-0 ", text)
        self.assertIn({"line": hidden, "why": "asked"}, [{"line": one["line"], "why": one["why"]} for one in said["hidden"]])
        self.assertEqual([one["line"] for one in said["hidden"]], sorted(one["line"] for one in said["hidden"]))

    def test_what_cannot_be(self):
        resume = jobs(60, 2)
        self.write("resume.md", resume)
        said = self.tailor(resume, "--pages", 1, "-o", "out.md", "-o", "out.pdf")
        self.assertEqual(said["fit"], "infeasible")
        self.assertGreater(said["least_pages"], 1)
        self.assertEqual(self.count_pages("out.pdf"), said["least_pages"])
        text = (self.folder / "out.md").read_text()
        self.assertEqual(text.count("### Company"), 60)
        self.assertNotIn("pipeline", text)
        self.assertIn("Does not fit", self.succeed(*self.arguments("--pages", 1, "-o", "out.md")).decode())
        said = self.tailor(resume, "--pages", said["least_pages"], "-o", "out.pdf")
        self.assertEqual(said["fit"], "optimal")
        said = self.tailor(resume, "--pages", 1, "--allow-gaps", "-o", "out.pdf")
        self.assertEqual(said["fit"], "optimal")
        self.assertEqual(self.count_pages("out.pdf"), 1)

    def test_words(self):
        self.write("resume.md", jobs(6, 20))
        said = self.succeed(*self.arguments("--pages", 1, "-o", "out.md")).decode()
        self.assertIn("Made to fit on 1 page. Nothing that fits shows the requirements better.", said)
        self.assertRegex(said, r"Left out, line \d+ \(frees \d+ lines?\): ")
        self.assertIn("Pages: 1.0", said)
        self.write("posting.md", "Acme\n\nWe are a company.\n")
        said = self.succeed(*self.arguments("--pages", 1, "-o", "out.md")).decode()
        self.assertIn("asks nothing that a resume shows", said)

    def test_same_again(self):
        self.write("resume.md", jobs(6, 20))
        first = self.succeed(*self.arguments("--pages", 1, "--format", "json", "-o", "out.pdf"))
        pdf = (self.folder / "out.pdf").read_bytes()
        self.assertEqual(first, self.succeed(*self.arguments("--pages", 1, "--format", "json", "-o", "out.pdf")))
        self.assertEqual(pdf, (self.folder / "out.pdf").read_bytes())

    def test_wrong_numbers(self):
        self.write("resume.md", RESUME)
        for wrong in ("0", "-1", "1.5", "one", "", "101", "99999999999999999999"):
            with self.subTest(wrong=wrong):
                self.assertIn("--pages", self.fail(2, *self.arguments(f"--pages={wrong}", "-o", "out.md")))
        self.assertFalse((self.folder / "out.md").exists())

    def test_cases(self):
        """Resumes that were written for the tests, in every theme and on both papers."""
        for resume in sorted((CASES / "resumes").iterdir()):
            for theme, paper in (("standard", "a4"), ("ats", "letter")):
                with self.subTest(resume=resume.name, theme=theme):
                    done = self.run_cli("tailor", "--resume", resume, "--posting", "posting.md", "--as-of", DAY, "--pages", 1, "--theme",
                                        theme, "--paper", paper, "--format", "json", "-o", "out.pdf")
                    self.assertEqual(done.returncode, 0)
                    said = json.loads(done.stdout)
                    self.assertEqual(said["fit"], "optimal")
                    self.assertEqual(self.count_pages("out.pdf"), 1)
                    self.assertGreaterEqual(said["pages"]["used"], 0.9)


if __name__ == "__main__":
    unittest.main()
