"""What the tests of the command line share: the program, a folder to write in, and the samples."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "samples"
CASES = ROOT / "tests" / "cases"
CLI = os.environ["MATCHUM_CLI"]
DAY = "2026-11-01"


class CommandLine(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run_cli(self, *words, env=None):
        return subprocess.run([CLI, *map(str, words)], capture_output=True, cwd=self.folder, timeout=60,
                              stdin=subprocess.DEVNULL, env={**os.environ, **(env or {})})

    def succeed(self, *words, env=None):
        done = self.run_cli(*words, env=env)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stderr, b"")
        return done.stdout

    def succeed_json(self, *words):
        return json.loads(self.succeed(*words, "--format", "json"))

    def fail(self, status, *words):
        """Runs what must fail with status; returns the one line that it says."""
        done = self.run_cli(*words)
        self.assertEqual(done.returncode, status, done.stdout.decode() + done.stderr.decode())
        self.assertEqual(done.stdout, b"")
        message = done.stderr.decode()
        if status == 1:
            self.assertEqual(message.count("\n"), 1, message)
        return message


RESUME = """# Kim Haneul

haneul@example.com

## Experience

### Bluewave | Data Engineer | 2021.03 - Present

- Built batch pipelines in Airflow and PySpark
- Wrote the zebrafish dashboard in Tableau
- 쿠버네티스로 모델 서빙을 옮김

### Redleaf | Analyst | 2019.01 - 2021.02

- Ran A/B tests for the checkout

## Projects

### Quokka bot

- A quokka chat bot in Go

## Skills

- Python, SQL, Airflow
"""

POSTING = """# [Acme] Data Engineer

## Responsibilities

- Run our pipelines

## Requirements

- Airflow experience
- Python or Scala
- Tableau
- Kafka
- A positive attitude

## Nice to have

- Kubernetes

## Benefits

- Free lunch
"""


class Pair(CommandLine):
    """A small resume and posting in the folder."""

    def setUp(self):
        super().setUp()
        self.resume = self.write("resume.md", RESUME)
        self.posting = self.write("posting.md", POSTING)
        self.pair = ("--resume", "resume.md", "--posting", "posting.md", "--as-of", DAY)

    def unpacked(self, name):
        """The bytes of a PDF without compression."""
        if shutil.which("qpdf") is None:
            self.skipTest("qpdf is not installed")
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", name, "unpacked.pdf"], cwd=self.folder, check=True)
        return (self.folder / "unpacked.pdf").read_bytes()

    def words_of(self, name):
        if shutil.which("pdftotext") is None:
            self.skipTest("pdftotext is not installed")
        return subprocess.run(["pdftotext", name, "-"], cwd=self.folder, check=True, capture_output=True).stdout.decode()

    @staticmethod
    def line_of(text, words):
        return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)
