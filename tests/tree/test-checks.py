#!/usr/bin/python3
"""The checks of build-aux find what they are there to find."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Tree(unittest.TestCase):
    """A small tree in a folder of its own, and a check run over it."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.root = pathlib.Path(holder.name)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def check(self, name, *more):
        return subprocess.run([sys.executable, ROOT / "build-aux" / name, "--root", self.root, *more],
                              capture_output=True, text=True)


class Layers(Tree):
    def setUp(self):
        super().setUp()
        self.write("src/core/text/matchum-a.h", "#pragma once\n")
        self.write("src/core/match/matchum-b.h", '#include "text/matchum-a.h"\n')
        self.write("src/cli/matchum-c.h", '#include "match/matchum-b.h"\n')
        self.write("src/ui/matchum-d.h", "#include <gtk/gtk.h>\n")

    def test_clean(self):
        self.assertEqual(self.check("check-layers").returncode, 0)

    def assert_breach(self, place, line, words):
        self.write(place, line + "\n")
        result = self.check("check-layers")
        self.assertEqual(result.returncode, 1)
        self.assertIn(f"{place}:1: ", result.stdout)
        self.assertIn(words, result.stdout)

    def test_upwards_in_core(self):
        self.assert_breach("src/core/text/matchum-a.c", '#include "match/matchum-b.h"', "core/text may not see core/match")

    def test_gtk_in_core(self):
        self.assert_breach("src/core/text/matchum-a.c", "#include <gtk/gtk.h>", "only ui/")

    def test_gtk_in_print(self):
        self.assert_breach("src/print/matchum-p.c", "#include <gdk/gdk.h>", "only ui/")

    def test_cli_sees_ui(self):
        self.assert_breach("src/cli/matchum-e.c", '#include "matchum-d.h"', "cli may not see ui")

    def test_ui_sees_cli(self):
        self.assert_breach("src/ui/matchum-e.c", '#include "matchum-c.h"', "ui may not see cli")

    def test_sqlite_outside_store(self):
        self.assert_breach("src/core/match/matchum-e.c", "#include <sqlite3.h>", "core/store/")

    def test_libxml2_outside_its_file(self):
        self.assert_breach("src/core/posting/matchum-html-text.c", "#include <libxml/HTMLparser.h>", "core/posting/matchum-html-tree")

    def test_symbols(self):
        self.write("a.c", "extern void gtk_widget_show (void *w); void f (void) { gtk_widget_show (0); }\n")
        subprocess.run(["cc", "-c", "a.c", "-o", "a.o"], cwd=self.root, check=True)
        subprocess.run(["ar", "rc", "libmatchum-core.a", "a.o"], cwd=self.root, check=True)
        result = self.check("check-layers", self.root / "libmatchum-core.a")
        self.assertEqual(result.returncode, 1)
        self.assertIn("gtk_widget_show", result.stdout)


class Translations(Tree):
    HEAD = 'msgid ""\nmsgstr "Language: ko\\nContent-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=1; plural=0;\\n"\n'

    def setUp(self):
        super().setUp()
        self.write("src/a.c", 'void f (void) { puts (_ ("Hide")); }\n')
        self.write("po/POTFILES", "src/a.c\n")
        self.write("po/LINGUAS", "ko\n")
        self.write("po/ko.po", self.HEAD + '\nmsgid "Hide"\nmsgstr "숨기기"\n')

    def test_clean(self):
        result = self.check("check-potfiles")
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_file_not_listed(self):
        self.write("src/b.c", 'void g (void) { puts (_ ("Hide")); }\n')
        result = self.check("check-potfiles")
        self.assertEqual(result.returncode, 1)
        self.assertIn("src/b.c is missing", result.stdout)

    def test_string_not_translated(self):
        self.write("src/a.c", 'void f (void) { puts (_ ("Hide")); puts (_ ("Show")); }\n')
        result = self.check("check-potfiles")
        self.assertEqual(result.returncode, 1)

    def test_fuzzy(self):
        self.write("po/ko.po", self.HEAD + '\n#, fuzzy\nmsgid "Hide"\nmsgstr "보이기"\n')
        self.assertEqual(self.check("check-potfiles").returncode, 1)


if __name__ == "__main__":
    unittest.main()
