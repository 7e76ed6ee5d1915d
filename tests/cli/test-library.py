#!/usr/bin/python3
"""The library from outside: checked, copied, brought back, taken out and in as a folder, saved from damage; and never a file lost."""
import fcntl
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import threading
import unittest

from support import CLI, POSTING, RESUME, CommandLine

PDF = bytes(range(256)) * 40
LETTER = "안녕하세요\n"
VERSION = 3

TABLES = {
    "baselines": [{"id": "baseline-1", "name": "이력서", "language": "ko", "markdown": {"file": "resumes/이력서.md"},
                   "next_number": 3, "is_archived": 0, "place": 1}],
    "blocks": [{"baseline": "baseline-1", "id": f"b{number}", "number": number, "kind": "item", "section": "experience", "parent": None,
                "place": number, "is_gone": 0, "text": f"- 배치 파이프라인 {number}\n"} for number in range(3)],
    "entry_links": [{"baseline": "baseline-1", "entry": "b0", "other_baseline": "baseline-1", "other_entry": "b2", "words": "배치",
                     "other_words": None}],
    "postings": [{"id": "posting-1", "company": "Acme", "title": "Data Engineer", "source_name": None,
                  "text": {"file": "postings/Acme Data Engineer.md"}, "created_on": "2026-11-25", "is_archived": 0, "place": 1},
                 {"id": "posting-2", "company": "같은/회사", "title": None, "source_name": "a.md",
                  "text": {"file": "postings/같은-회사.md"}, "created_on": None, "is_archived": 1, "place": 2}],
    "readings": [{"posting": "posting-1", "line": 3, "aspect": "section", "value": "required", "line_text": "- 줄"}],
    "applications": [{"id": "application-1", "baseline": "baseline-1", "posting": "posting-1", "title_line": None, "team": "추천팀",
                      "budget": 2, "paper": "a4", "theme": None, "stage": "서류", "notes": "메모\n둘째 줄", "created_on": None, "place": 1,
                      "style": "margin=18mm", "allows_gaps": 1}],
    "application_hidden": [{"application": "application-1", "block": "b1"}],
    "application_pinned": [],
    "application_order": [{"application": "application-1", "block": "b2", "place": 0}],
    "application_wordings": [{"application": "application-1", "block": "b2", "text": "- 다르게\n", "replaced": "- 배치\n"}],
    "aliases": [{"alias": "파토", "concept": "PyTorch"}],
    "sent_copies": [{"id": "sent-1", "application": "application-1", "baseline": "baseline-1", "posting": "posting-1", "company": "Acme",
                     "title": "Data Engineer", "posting_text": {"file": "sent/Acme Data Engineer.md"}, "sent_on": "2026-11-25", "n_files": 2}],
    "sent_files": [{"sent_copy": "sent-1", "name": "resume.pdf", "media_type": "application/pdf", "bytes": {"file": "sent/resume.pdf"},
                    "sha256": hashlib.sha256(PDF).hexdigest()},
                   {"sent_copy": "sent-1", "name": "편지.md", "media_type": None, "bytes": {"file": "sent/편지.md"},
                    "sha256": hashlib.sha256(LETTER.encode()).hexdigest()}],
    "settings": [{"key": "open", "value": "posting-1"}],
    "claims": [{"application": "application-1", "line_text": "BigQuery, Airflow, Kafka", "line": 12, "nth": 1, "n_same": 1, "part": 0,
                "criterion": "Kafka", "block": "", "kind": "have"},
               {"application": "application-1", "line_text": "배치 처리 경험", "line": 13, "nth": 1, "n_same": 1, "part": 0,
                "criterion": "", "block": "b2", "kind": "link"}],
    "block_tags": [{"baseline": "baseline-1", "block": "b1", "tag": "ML", "is_always": 1}],
    "block_priorities": [{"baseline": "baseline-1", "block": "b2", "priority": 3}],
}

# What version 2 did not have: tables, columns, and what they are for rows of before.
LATER_TABLES = ("block_tags", "block_priorities")
LATER_COLUMNS = {"applications": {"style": None, "allows_gaps": 0}, "entry_links": {"words": None, "other_words": None}}

FILES = {"resumes/이력서.md": RESUME.encode(), "postings/Acme Data Engineer.md": POSTING.encode(), "postings/같은-회사.md": b"text\r\n",
         "sent/Acme Data Engineer.md": POSTING.encode(), "sent/resume.pdf": PDF, "sent/편지.md": LETTER.encode()}


def write_folder(folder, tables=None, files=None, version=VERSION):
    """A library as its export writes it."""
    tables = TABLES if tables is None else tables
    index = {"format": "matchum-library", "version": version, "tables": list(tables)}
    contents = {"library.json": json.dumps(index).encode(), **(FILES if files is None else files)}
    for table, rows in tables.items():
        contents[f"tables/{table}.json"] = json.dumps(rows).encode()
    for name, data in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def read_tree(folder):
    """Everything below a folder: names, with content where it is a file and the goal where it is a link."""
    return {str(path.relative_to(folder)): os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else None
            for path in folder.rglob("*")}


class Library(CommandLine):
    """A library with some of everything in a folder of its own."""

    made = b""

    def setUp(self):
        super().setUp()
        self.home = self.folder / "home"
        self.source = write_folder(self.folder / "밖에서 온 것")
        self.place = self.folder / "내 서재"
        self.path = self.place / "library.db"
        self.place.mkdir()
        self.path.write_bytes(self.make_once())

    def make_once(self):
        """The bytes of a library with everything; the first test makes it."""
        if not Library.made:
            first = self.folder / "first" / "library.db"
            self.library("import", self.source, path=first)
            Library.made = first.read_bytes()
            shutil.rmtree(first.parent)
        return Library.made

    def run_cli(self, *words, env=None):
        return super().run_cli(*words, env={"XDG_DATA_HOME": str(self.home), **(env or {})})

    def library(self, *words, path=None):
        return self.succeed("library", "--library", path or self.path, *words).decode()

    def library_json(self, *words, path=None):
        return json.loads(self.library(*words, "--format", "json", path=path))

    def refuse(self, *words, path=None, status=1):
        return self.fail(status, "library", "--library", path or self.path, *words)

    def assert_untouched_by(self, call):
        """What call does leaves every file in the folder as it is; the mark of who may edit may come."""
        before = read_tree(self.folder)
        result = call()
        after = {name: data for name, data in read_tree(self.folder).items() if name in before or not name.endswith("-lock")}
        self.assertEqual(sorted(after), sorted(before))
        self.assertTrue(after == before, "a file has changed")
        return result

    def export(self, path=None):
        """All of a library, as the files of its export."""
        folder = self.folder / "exported"
        self.library("export", folder, path=path)
        tree = read_tree(folder)
        shutil.rmtree(folder)
        return tree

    def backups(self):
        folder = self.place / "backups"
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []

    def change(self):
        """Makes the library another one, and returns what it was."""
        before = self.export()
        tables = {**TABLES, "postings": [dict(TABLES["postings"][0], company="Other"), TABLES["postings"][1]]}
        self.library("import", write_folder(self.folder / "other", tables))
        shutil.rmtree(self.folder / "other")
        shutil.rmtree(self.place / "backups")
        self.assertNotEqual(self.export(), before)
        return before

    def damage(self, path=None, find="배치 파이프라인 1"):
        """Flips one bit in the middle of a text."""
        path = path or self.path
        data = bytearray(path.read_bytes())
        data[data.index(find.encode()) + 1] ^= 1
        path.write_bytes(data)

    def make_newer(self, path):
        database = sqlite3.connect(path)
        database.execute("UPDATE digests SET sum = 99 WHERE tbl = 'schema'")
        database.execute("PRAGMA user_version = 99")
        database.commit()
        database.close()

    def write_ahead(self):
        """Opens the library as another program does, with an edit in its log that is not in the file yet."""
        database = sqlite3.connect(self.path)
        database.execute("PRAGMA journal_mode = WAL")
        for _ in range(3):
            database.execute(f"PRAGMA user_version = {VERSION}")
            database.commit()
        self.addCleanup(database.close)
        self.assertGreater(os.path.getsize(f"{self.path}-wal"), 3 * 4096)
        return database

    def leave_log(self):
        """The library with its log, as a program leaves it that was killed."""
        database = self.write_ahead()
        log = pathlib.Path(f"{self.path}-wal").read_bytes()
        database.close()
        pathlib.Path(f"{self.path}-wal").write_bytes(log)
        return log

    def lock(self):
        """Holds the library as a window does."""
        file = open(f"{self.path}-lock", "a")
        self.addCleanup(file.close)
        fcntl.flock(file, fcntl.LOCK_EX)
        return file


class Check(Library):
    def test_sound(self):
        text = self.assert_untouched_by(lambda: self.library("check"))
        for words in (str(self.path), "Sound", "1 baseline resume,", "2 postings", "1 application,", "1 sent copy", f"Version {VERSION}", "none yet"):
            self.assertIn(words, text)

    def test_json(self):
        self.assertEqual(self.library_json("check"), {
            "library": str(self.path), "state": "sound", "version": VERSION, "bytes": os.path.getsize(self.path), "baselines": 1, "postings": 2,
            "applications": 1, "sent_copies": 1, "last_backup": None})
        self.library("import", self.source)
        name, = self.backups()
        backup = self.library_json("check")["last_backup"]
        self.assertEqual(backup["file"], str(self.place / "backups" / name))
        self.assertRegex(backup["time"], r"^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertEqual(backup["bytes"], os.path.getsize(backup["file"]))
        self.assertIn(name, self.library("check"))

    def test_default_place(self):
        self.assertIn(f"{self.home}/matchum/library.db", self.fail(1, "library", "check"))
        self.assertFalse(self.home.exists())
        self.succeed("library", "import", self.source)
        self.assertEqual(json.loads(self.succeed("library", "check", "--format", "json"))["library"], f"{self.home}/matchum/library.db")
        self.assertEqual((self.home / "matchum").stat().st_mode & 0o777, 0o700)
        self.assertEqual((self.home / "matchum" / "library.db").stat().st_mode & 0o777, 0o600)

    def test_leaves_nothing_in_write_ahead_mode(self):
        """As the window leaves it: SQLite would leave two files beside what it only reads."""
        database = sqlite3.connect(self.path)
        database.execute("PRAGMA journal_mode = WAL")
        database.close()
        self.path.chmod(0o644)
        self.assert_untouched_by(lambda: self.library("check"))
        self.assertEqual(self.path.stat().st_mode & 0o777, 0o644)
        self.damage()
        self.assert_untouched_by(lambda: self.refuse_check())

    def refuse_check(self, *words, path=None):
        """Checks what is not sound; returns what it says on both streams."""
        done = self.run_cli("library", "--library", path or self.path, "check", *words)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
        self.assertIn((path or self.path).name, done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def test_damaged(self):
        self.library("import", self.source)
        backup = str(self.place / "backups" / self.backups()[0])
        self.damage()
        text, line = self.assert_untouched_by(self.refuse_check)
        self.assertIn("is damaged", line)
        self.assertIn(f"restore '{backup}'", text)
        self.assertIn("salvage", text)
        report = json.loads(self.refuse_check("--format", "json")[0])
        self.assertEqual((report["state"], report["last_backup"]["file"]), ("damaged", backup))
        self.assertIn("is damaged", report["problem"])
        self.assertNotIn("postings", report)

    def test_advice_can_be_followed(self):
        before = self.export()
        self.library("import", self.source)
        self.damage()
        for line in self.refuse_check()[0].splitlines():
            if line.startswith("  ") and "restore" in line:
                command = line.replace("matchum-cli", CLI)
                subprocess.run(command, shell=True, check=True, capture_output=True, cwd=self.folder)
        self.assertEqual(self.export(), before)

    def test_every_kind_of_damage(self):
        whole = self.path.read_bytes()
        for name, data in (("cut", whole[:len(whole) // 2]), ("empty", b""), ("short", whole[:50]), ("header", bytes(100) + whole[100:])):
            with self.subTest(name):
                self.path.write_bytes(data)
                self.assertIn("salvage", self.refuse_check()[0])

    def test_newer(self):
        self.make_newer(self.path)
        self.assertEqual(self.library_json("check")["state"], "newer")
        self.assertIn("newer version", self.library("check"))

    def test_missing(self):
        self.assertIn("nowhere.db", self.refuse("check", path=self.folder / "nowhere.db"))
        self.assertIn("nowhere.db", self.refuse("check", "--format", "json", path=self.folder / "no folder" / "nowhere.db"))
        self.assertFalse((self.folder / "no folder").exists())

    def test_other_files(self):
        self.assertIn("folder", self.refuse("check", path=self.place))
        text = self.write("resume.md", RESUME)
        self.assertIn("not a Matchum library", self.assert_untouched_by(lambda: self.refuse_check(path=text))[1])
        self.assertEqual(json.loads(self.refuse_check("--format", "json", path=text)[0])["state"], "not-a-library")

    def test_beside_an_open_window(self):
        self.write_ahead()
        self.lock()
        self.assertEqual(self.library_json("check")["state"], "sound")
        self.assertTrue(os.path.exists(f"{self.path}-wal"))

    def test_log_that_was_left(self):
        log = self.leave_log()
        self.assertEqual(self.library_json("check")["state"], "sound")
        self.assertEqual(pathlib.Path(f"{self.path}-wal").read_bytes(), log)

    def test_broken_log(self):
        log = bytearray(self.leave_log())
        log[100] ^= 1
        pathlib.Path(f"{self.path}-wal").write_bytes(log)
        self.assertIn("the log of the last edits", self.refuse_check()[1])

    def test_links(self):
        link = self.folder / "고리.db"
        link.symlink_to(self.path)
        self.library("import", self.source)
        report = self.assert_untouched_by(lambda: self.library_json("check", path=link))
        self.assertEqual(report["library"], str(self.path))
        self.assertIsNotNone(report["last_backup"])
        (self.folder / "dangling.db").symlink_to("nowhere.db")
        self.refuse("check", path=self.folder / "dangling.db")

    def test_relative_and_strange_names(self):
        for name in ("file:a.db", "a?mode=rw.db", "두 칸  이름.db", "%41.db", "'a'.db"):
            with self.subTest(name):
                shutil.copy(self.path, self.folder / name)
                self.assertEqual(self.library_json("check", path=name)["library"], str(self.folder / name))
        shutil.copy(self.path, os.fsencode(self.folder) + b"/\xff.db")
        done = subprocess.run([CLI, "library", "--library", b"\xff.db", "check", "--format", "json"], capture_output=True, cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["state"], "sound")

    @unittest.skipIf(os.geteuid() == 0, "the superuser may write everywhere")
    def test_read_only_folder(self):
        database = sqlite3.connect(self.path)
        database.execute("PRAGMA journal_mode = WAL")
        database.close()
        self.path.chmod(0o400)
        self.place.chmod(0o500)
        self.addCleanup(self.place.chmod, 0o700)
        self.assertEqual(self.library_json("check")["state"], "sound")
        self.library("backup", self.folder / "copy.db")
        self.assertTrue(self.export())
        for words in (("restore", self.folder / "copy.db"), ("import", self.source)):
            self.assertIn("library.db", self.assert_untouched_by(lambda: self.refuse(*words)))


class Backup(Library):
    def test_backup(self):
        before = self.export()
        self.assertIn("사본 하나.db", self.library("backup", "사본 하나.db"))
        copy = self.folder / "사본 하나.db"
        self.assertEqual(copy.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.export(path=copy), before)
        self.assertEqual(sorted(os.listdir(self.folder)), sorted(["내 서재", "밖에서 온 것", "사본 하나.db"]))
        self.assertEqual(self.library_json("backup", "b.db"), {"library": str(self.path), "file": "b.db"})

    def test_nothing_is_replaced(self):
        self.write("copy.db", "mine")
        self.assertIn("copy.db", self.assert_untouched_by(lambda: self.refuse("backup", "copy.db")))
        (self.folder / "link.db").symlink_to("nowhere.db")
        self.assertIn("link.db", self.assert_untouched_by(lambda: self.refuse("backup", "link.db")))
        self.write("other.db-new", "mine too")
        self.assertIn("other.db-new", self.assert_untouched_by(lambda: self.refuse("backup", "other.db")))
        self.assertIn("folder", self.assert_untouched_by(lambda: self.refuse("backup", self.source)))
        self.assertIn("folder", self.assert_untouched_by(lambda: self.refuse("backup", "--force", self.source)))

    def test_force(self):
        goal = self.write("goal.db", "goal")
        (self.folder / "copy.db").symlink_to(goal)
        self.library("backup", "--force", "copy.db")
        self.assertEqual(self.export(path=self.folder / "copy.db"), self.export())
        self.assertEqual(goal.read_text(), "goal")

    def test_never_over_the_library(self):
        (self.folder / "link.db").symlink_to(self.path)
        os.link(self.path, self.folder / "twin.db")
        for name in (self.path, "link.db", "twin.db", self.place / ".." / self.place.name / "library.db"):
            with self.subTest(name):
                self.assert_untouched_by(lambda: self.refuse("backup", "--force", name, status=2))

    def test_never_over_another_open_library(self):
        copy = self.folder / "copy.db"
        self.library("backup", copy)
        shutil.move(self.path, self.folder / "kept.db")
        shutil.move(copy, self.path)
        self.write_ahead()
        line = self.refuse("backup", "--force", self.path, path=self.folder / "kept.db")
        self.assertIn("in use", line)

    def test_bad_places(self):
        self.assertIn("no such", self.assert_untouched_by(lambda: self.refuse("backup", "no such/copy.db")))
        self.assertIn("library.db", self.refuse("backup", "copy.db", path=self.folder / "library.db"))
        self.assertFalse((self.folder / "copy.db").exists())

    def test_damaged_is_not_copied(self):
        self.damage()
        self.assertIn("damaged", self.assert_untouched_by(lambda: self.refuse("backup", "copy.db")))

    def test_newer_is_copied(self):
        self.make_newer(self.path)
        self.library("backup", "copy.db")
        self.assertEqual(self.library_json("check", path=self.folder / "copy.db")["version"], 99)

    def test_beside_an_open_window(self):
        self.write_ahead()
        self.lock()
        self.library("backup", "copy.db")
        self.assertEqual(self.library_json("check", path=self.folder / "copy.db")["state"], "sound")


class Backups(Library):
    def test_list(self):
        self.assertEqual(self.library_json("backups"), {"library": str(self.path), "backups": []})
        self.assertIn("no backup", self.library("backups"))
        for _ in range(2):
            self.library("import", self.source)
        self.damage()
        self.library("import", self.source)
        backups = self.library_json("backups")["backups"]
        self.assertEqual([backup["damaged"] for backup in backups], [False, False, True])
        self.assertEqual(sorted(os.path.basename(backup["file"]) for backup in backups), self.backups())
        lines = self.library("backups").splitlines()
        self.assertEqual(len(lines), 3)
        for line, backup in zip(lines, backups):
            self.assertIn(backup["file"], line)
        self.assertTrue(lines[2].endswith("(damaged)"))
        self.assertTrue(lines[0].endswith(".db"))

    def test_of_a_library_that_is_gone(self):
        self.library("import", self.source)
        self.path.unlink()
        self.assertEqual(len(self.library_json("backups")["backups"]), 1)
        self.assertIn("nowhere.db", self.refuse("backups", path=self.place / "nowhere.db"))


class Restore(Library):
    def test_restore(self):
        self.library("backup", "사본.db")
        before = self.change()
        changed = self.export()
        text = self.library("restore", "사본.db")
        self.assertEqual(self.export(), before)
        name, = self.backups()
        self.assertIn(str(self.place / "backups" / name), text)
        answer = self.library_json("restore", self.place / "backups" / name)
        self.assertEqual(self.export(), changed)
        self.assertEqual(answer["from"], str(self.place / "backups" / name))
        self.assertFalse(answer["kept"]["damaged"])
        self.assertEqual(self.export(path=answer["kept"]["file"]), before)
        self.assertEqual(sorted(os.listdir(self.place)), ["backups", "library.db", "library.db-lock"])

    def test_missing_is_made(self):
        self.library("backup", "copy.db")
        new = self.folder / "새 곳" / "깊이" / "library.db"
        self.assertIsNone(self.library_json("restore", "copy.db", path=new)["kept"])
        self.assertEqual(self.export(path=new), self.export())
        self.assertEqual(sorted(os.listdir(new.parent)), ["library.db", "library.db-lock"])

    def test_log_of_a_library_that_is_gone(self):
        """It belongs to the old file, and must not be taken for one of the new."""
        self.library("backup", "copy.db")
        before = self.export()
        database = sqlite3.connect(self.path)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE stale (a)")
        database.commit()
        log = pathlib.Path(f"{self.path}-wal").read_bytes()
        database.close()
        for words in (("restore", "copy.db"), ("import", self.source)):
            with self.subTest(words):
                self.path.unlink()
                pathlib.Path(f"{self.path}-wal").write_bytes(log)
                self.library(*words)
                self.assertFalse(os.path.exists(f"{self.path}-wal"))
                self.assertEqual(self.library_json("check")["state"], "sound")
                self.assertEqual(self.export(), before)

    def test_damaged_is_set_aside(self):
        self.library("backup", "copy.db")
        before = self.export()
        self.library("import", self.source)
        self.damage()
        damaged = self.path.read_bytes()
        kept = self.library_json("restore", "copy.db")["kept"]
        self.assertTrue(kept["damaged"])
        self.assertEqual(pathlib.Path(kept["file"]).read_bytes(), damaged)
        self.assertEqual(self.export(), before)

    def test_refused(self):
        self.library("backup", "copy.db")
        copy = self.folder / "copy.db"
        self.damage(copy)
        self.assertIn("copy.db", self.assert_untouched_by(lambda: self.refuse("restore", "copy.db")))
        self.assertIn("nowhere.db", self.assert_untouched_by(lambda: self.refuse("restore", "nowhere.db")))
        self.assertIn("folder", self.assert_untouched_by(lambda: self.refuse("restore", self.source)))
        self.write("resume.md", RESUME)
        self.assertIn("resume.md", self.assert_untouched_by(lambda: self.refuse("restore", "resume.md")))
        self.library("backup", "--force", "copy.db")
        self.make_newer(copy)
        line = self.assert_untouched_by(lambda: self.refuse("restore", "copy.db"))
        self.assertIn("copy.db", line)
        self.assertIn("newer", line)

    def test_not_from_itself(self):
        (self.folder / "link.db").symlink_to(self.path)
        for name in (self.path, "link.db"):
            self.assert_untouched_by(lambda: self.refuse("restore", name, status=2))

    def test_a_link_stays_a_link(self):
        self.library("backup", "copy.db")
        before = self.change()
        link = self.folder / "link.db"
        link.symlink_to(self.path)
        self.library("restore", "copy.db", path=link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(self.export(), before)
        self.assertEqual(len(self.backups()), 1)

    def test_from_a_library_in_write_ahead_mode(self):
        other = self.folder / "other.db"
        shutil.copy(self.path, other)
        database = sqlite3.connect(other)
        database.execute("PRAGMA journal_mode = WAL")
        database.close()
        self.library("restore", "other.db")
        self.assertEqual(sorted(name for name in os.listdir(self.folder) if "other" in name), ["other.db"])


class Folder(Library):
    def test_round_trip(self):
        self.library("export", "하나 둘")
        one = read_tree(self.folder / "하나 둘")
        for name, data in FILES.items():
            self.assertEqual(one[name], data)
        for table, rows in TABLES.items():
            self.assertEqual(json.loads(one[f"tables/{table}.json"]), rows)
        second = self.folder / "second.db"
        self.library("import", "하나 둘", path=second)
        self.library("export", "둘", path=second)
        self.assertEqual(subprocess.run(["diff", "-r", "하나 둘", "둘"], cwd=self.folder).returncode, 0)
        self.assertEqual((self.folder / "둘").stat().st_mode & 0o777, 0o700)
        self.assertEqual(sorted(os.listdir(self.folder)),
                         sorted(["내 서재", "밖에서 온 것", "하나 둘", "둘", "second.db", "second.db-lock"]))

    def test_only_into_new_or_empty(self):
        (self.folder / "full").mkdir()
        self.write("full/mine.txt", "mine")
        self.write("file", "mine")
        (self.folder / "dangling").symlink_to("nowhere")
        for name in ("full", "file", "dangling", "no such/folder", self.place):
            with self.subTest(name):
                line = self.assert_untouched_by(lambda: self.refuse("export", name))
                self.assertIn(pathlib.Path(name).name, line)
        empty = self.folder / "empty"
        empty.mkdir()
        done = subprocess.run([CLI, "library", "--library", self.path, "export", "."], cwd=empty, capture_output=True)
        self.assertEqual((done.returncode, os.listdir(empty)), (1, []))
        (self.folder / "link").symlink_to("empty")
        self.library("export", "link/")
        self.assertTrue((self.folder / "link").is_symlink())
        self.assertIn("library.json", os.listdir(empty))

    def test_export_json(self):
        self.assertEqual(self.library_json("export", "out"), {"library": str(self.path), "folder": "out"})

    def test_export_refused(self):
        self.make_newer(self.path)
        self.assertIn("newer", self.assert_untouched_by(lambda: self.refuse("export", "out")))
        self.refuse("export", "out", path=self.folder / "nowhere.db")
        self.path.write_bytes(b"")
        self.assertIn("library.db", self.assert_untouched_by(lambda: self.refuse("export", "out")))

    def test_export_beside_an_open_window(self):
        before = self.export()
        self.write_ahead()
        self.lock()
        self.assertEqual(self.export(), before)

    def test_import_keeps_what_was_there(self):
        before = self.change()
        changed = self.export()
        text = self.library("import", self.source)
        self.assertEqual(self.export(), before)
        name, = self.backups()
        self.assertIn(str(self.place / "backups" / name), text)
        self.assertEqual(self.export(path=self.place / "backups" / name), changed)
        self.assertEqual(sorted(os.listdir(self.place)), ["backups", "library.db", "library.db-lock"])

    def test_import_over_a_damaged_one(self):
        before = self.export()
        self.damage()
        self.assertTrue(self.library_json("import", self.source)["kept"]["damaged"])
        self.assertEqual(self.export(), before)

    def test_import_makes_a_missing_one(self):
        new = self.folder / "새 곳" / "library.db"
        answer = self.library_json("import", self.source, path=new)
        self.assertEqual(answer, {"library": str(new), "from": str(self.source), "kept": None})
        self.assertEqual(sorted(os.listdir(new.parent)), ["library.db", "library.db-lock"])
        self.assertEqual(self.export(path=new), self.export())

    def test_import_from_an_older_version(self):
        old = {table: [{column: value for column, value in row.items() if column not in LATER_COLUMNS.get(table, {})} for row in rows]
               for table, rows in TABLES.items() if table not in LATER_TABLES}
        self.library("import", write_folder(self.folder / "old", tables=old, version=2))
        self.library("export", "new")
        new = read_tree(self.folder / "new")
        for table, rows in TABLES.items():
            expected = [] if table in LATER_TABLES else [{**row, **LATER_COLUMNS.get(table, {})} for row in rows]
            self.assertEqual(json.loads(new[f"tables/{table}.json"]), expected)
        write_folder(self.folder / "half", tables=old)
        self.assertIn("half: ", self.assert_untouched_by(lambda: self.refuse("import", "half")))

    def test_folders_that_cannot_be_used(self):
        bad = self.folder / "bad"
        rows = TABLES["applications"]

        def spoil(name, data):
            shutil.rmtree(bad, ignore_errors=True)
            write_folder(bad)
            if data is None:
                (bad / name).unlink()
            else:
                (bad / name).write_bytes(data)

        index = {"format": "matchum-library", "version": VERSION, "tables": []}
        for name, data in (("library.json", None), ("library.json", b"{}"), ("library.json", json.dumps({**index, "version": VERSION + 1}).encode()),
                           ("tables/postings.json", b"[" * 100_000), ("tables/postings.json", None), ("resumes/이력서.md", None),
                           ("resumes/이력서.md", b"\xff\xfe"), ("sent/resume.pdf", b"other"),
                           ("tables/applications.json", json.dumps([{**rows[0], "posting": "gone"}]).encode()),
                           ("tables/baselines.json", json.dumps([{**TABLES["baselines"][0], "markdown": {"file": "../file"}}]).encode())):
            with self.subTest(name, data=data and data[:40]):
                spoil(name, data)
                line = self.assert_untouched_by(lambda: self.refuse("import", "bad"))
                self.assertIn("bad: ", line)
                self.assertIn("Nothing has changed", line)
                self.assert_untouched_by(lambda: self.refuse("import", "bad", path=self.folder / "new place" / "library.db"))
        self.write("file", "mine")
        for name in ("file", "nowhere", "내 서재"):
            self.assertIn(name, self.assert_untouched_by(lambda: self.refuse("import", name)))


class Salvage(Library):
    def test_damaged(self):
        self.damage()
        damaged = self.path.read_bytes()
        answer = self.library_json("salvage")
        self.assertGreater(answer["saved"], 10)
        self.assertEqual(pathlib.Path(answer["kept"]).read_bytes(), damaged)
        self.assertEqual(self.library_json("check")["postings"], 2)
        self.assertEqual(self.backups(), [os.path.basename(answer["kept"])])
        self.assertEqual(sorted(os.listdir(self.place)), ["backups", "library.db", "library.db-lock"])

    def test_without_its_beginning(self):
        data = self.path.read_bytes()
        self.path.write_bytes(bytes(100) + data[100:])
        text = self.library("salvage")
        self.assertIn(str(self.place / "backups" / self.backups()[0]), text)
        self.assertEqual(self.export()["resumes/이력서.md"], RESUME.encode())

    def test_sound_is_left_alone(self):
        text = self.assert_untouched_by(lambda: self.library("salvage"))
        self.assertIn("nothing was changed", text)
        self.assertEqual(self.library_json("salvage"), {"library": str(self.path), "saved": 0, "lost": 0, "gaps": 0, "kept": None})

    def test_other_programs_files_are_left_alone(self):
        foreign = self.folder / "places.sqlite"
        database = sqlite3.connect(foreign)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE settings (key, value)")
        database.execute("INSERT INTO settings VALUES ('a', 'b')")
        database.commit()
        database.close()
        self.assertIn("places.sqlite", self.assert_untouched_by(lambda: self.refuse("salvage", path=foreign)))
        text = self.write("resume.md", RESUME)
        self.assertIn("resume.md", self.assert_untouched_by(lambda: self.refuse("salvage", path=text)))

    def test_nothing_to_save(self):
        self.path.write_bytes(b"")
        self.assertIn("library.db", self.assert_untouched_by(lambda: self.refuse("salvage")))
        self.path.unlink()
        self.assertIn("library.db", self.assert_untouched_by(lambda: self.refuse("salvage")))


class Locked(Library):
    """Another program has the library open."""

    def setUp(self):
        super().setUp()
        self.library("backup", "copy.db")

    def test_told(self):
        self.lock()
        for words in (("restore", "copy.db"), ("import", self.source)):
            for wait in ((), ("--wait", "0")):
                with self.subTest(words + wait):
                    line = self.assert_untouched_by(lambda: self.refuse(*words, *wait))
                    self.assertIn("library.db", line)
                    self.assertIn("open in another window or program", line)
        self.damage()
        self.assertIn("open in another", self.assert_untouched_by(lambda: self.refuse("salvage", "--wait", "0")))

    def test_waits(self):
        for words in (("restore", "copy.db"), ("import", self.source)):
            with self.subTest(words):
                timer = threading.Timer(0.3, self.lock().close)
                timer.start()
                self.library(*words, "--wait", "50")
                timer.join()

    def test_salvage_waits(self):
        self.damage()
        timer = threading.Timer(0.3, self.lock().close)
        timer.start()
        self.library("salvage", "--wait", "50")
        timer.join()

    def reader(self):
        """Reads the library, as another command does, until it is closed."""
        database = sqlite3.connect(self.path, check_same_thread=False)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("BEGIN")
        database.execute("SELECT count (*) FROM postings").fetchone()
        return database

    def test_readers_in_the_way(self):
        database = self.reader()
        line = self.refuse("restore", "copy.db", "--wait", "0")
        self.assertIn("library.db", line)
        self.assertIn("Another program", line)
        self.assertEqual(self.backups(), [])
        timer = threading.Timer(0.3, database.close)
        timer.start()
        self.library("restore", "copy.db", "--wait", "50")
        timer.join()
        self.assertEqual(len(self.backups()), 1)

    def test_files_of_other_readers_go_with_the_last(self):
        database = self.reader()
        self.library("check")
        self.assertTrue(os.path.exists(f"{self.path}-wal"))
        files = [pathlib.Path(f"{self.path}{ending}") for ending in ("-wal", "-shm")]
        left = [file.read_bytes() for file in files]
        database.close()
        for file, data in zip(files, left):
            file.write_bytes(data)
        self.library("check")
        self.assertEqual([file for file in files if file.exists()], [])

    def test_reading_needs_no_lock(self):
        self.lock()
        for words in (("check",), ("backup", "second.db"), ("backups",), ("export", "out")):
            self.library(*words)


class Usage(Library):
    def test_wrong_usage(self):
        for words in ((), ("dance",), ("check", "a"), ("backup",), ("backup", "a", "b"), ("backup", ""), ("backups", "a"), ("restore",),
                      ("export",), ("export", "a", "b"), ("import",), ("salvage", "a"), ("check", "--what"), ("check", "--format", "xml"),
                      ("check", "--force"), ("restore", "a", "--force"), ("check", "--wait", "1"), ("export", "a", "--wait", "1"),
                      ("import", self.source, "--wait", "-1"), ("import", self.source, "--wait", "x"), ("import", self.source, "--wait", "1e9"),
                      ("import", self.source, "--wait", ""), ("import", self.source, "--wait", "99999")):
            with self.subTest(words):
                self.assert_untouched_by(lambda: self.refuse(*words, status=2))
        self.fail(2, "library", "--library", "", "check")

    def test_names_that_look_like_options(self):
        self.library("backup", "--", "--force")
        self.assertTrue((self.folder / "--force").exists())

    def test_help(self):
        text = self.succeed("library", "--help").decode()
        for words in ("check", "backup FILE", "backups", "restore FILE", "export FOLDER", "import FOLDER", "salvage", "--library", "--wait",
                      "--force", "--format"):
            self.assertIn(words, text)
        self.assertIn("library", self.succeed("--help").decode())


if __name__ == "__main__":
    unittest.main()
