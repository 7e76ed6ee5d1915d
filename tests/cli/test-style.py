#!/usr/bin/python3
"""--style of tailor: what it changes in a PDF, and what is refused."""
import shutil
import struct
import subprocess
import unittest
import zlib

from support import DAY, RESUME, Pair


def png(width, height):
    """A grey picture."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\0" + b"\x80" * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Style(Pair):
    def tailor(self, *words):
        done = self.run_cli("tailor", *self.pair, "--as-of", DAY, *words, "-o", "out.pdf")
        done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
        return done

    def pdf(self, *words):
        done = self.tailor(*words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return (self.folder / "out.pdf").read_bytes()

    def text(self):
        if shutil.which("pdftotext") is None:
            self.skipTest("pdftotext is not installed")
        return subprocess.run(["pdftotext", "out.pdf", "-"], cwd=self.folder, check=True, capture_output=True).stdout.decode()

    def test_each_setting_changes_the_file(self):
        plain = self.pdf()
        seen = {plain}
        for setting in ("theme=classic", "theme=margin", "theme=compact", "theme=ats", "paper=letter", "margin-x=30mm", "margin-y=1in",
                        "size=11", "accent=#7a1f2b"):
            with self.subTest(setting=setting):
                changed = self.pdf("--style", setting)
                self.assertNotIn(changed, seen)
                seen.add(changed)
        self.assertEqual(self.pdf("--style", "size=theme", "--style", "accent=theme"), plain)
        self.assertEqual(self.pdf("--style", "theme=ats"), self.pdf("--theme", "ats"))
        self.assertEqual(self.pdf("--style", "paper=letter"), self.pdf("--paper", "letter"))
        self.assertEqual(self.pdf("--theme", "ats", "--style", "size=11", "--style", "size=10"),
                         self.pdf("--theme", "ats", "--style", "size=10"))

    def test_refused(self):
        for setting, word in (("size=90", "size=90"), ("colour=red", "accent"), ("accent=red", "#1c3b6e"), ("paper=a5", "letter"), ("size", "KEY=VALUE"),
                              ("theme=baroque", "compact")):
            with self.subTest(setting=setting):
                done = self.tailor("--style", setting)
                self.assertEqual(done.returncode, 2)
                self.assertIn(word, done.stderr)
                self.assertIn("--style", done.stderr)
                self.assertFalse((self.folder / "out.pdf").exists())

    def test_unknown_theme_lists_all(self):
        done = self.tailor("--theme", "baroque")
        self.assertEqual(done.returncode, 2)
        for name in ("standard", "ats", "classic", "margin", "compact"):
            self.assertIn(name, done.stderr)

    def test_font_that_is_gone(self):
        done = self.tailor("--style", "font=No Such Font")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("No Such Font", done.stdout)
        self.assertNotIn("No Such Font", self.tailor().stdout)

    def test_forms(self):
        self.write("resume.md", "---\nphoto: me.png\nbirth: 1994-05-02\nmilitary: Zebraservice\n---\n" + RESUME)
        (self.folder / "me.png").write_bytes(png(300, 400))
        plain = self.pdf()
        self.assertNotIn("Zebraservice", self.text())
        self.assertNotIn(b"/Image", plain)
        shown = self.pdf("--style", "birth=on", "--style", "military=on", "--style", "photo=on")
        self.assertIn("1994", self.text())
        self.assertIn("Zebraservice", self.text())
        self.assertIn(b"/Image", shown)

    def test_photo_that_cannot_be_shown(self):
        for content, words in ((None, ("missing.jpg",)), (b"no picture", ("missing.jpg", "PNG"))):
            with self.subTest(content=content):
                if content is not None:
                    (self.folder / "missing.jpg").write_bytes(content)
                done = self.tailor("--style", "photo=on", "--style", "photo-file=missing.jpg")
                self.assertEqual(done.returncode, 1)
                for word in words:
                    self.assertIn(word, done.stderr)
                self.assertFalse((self.folder / "out.pdf").exists())
        done = self.tailor("--style", "photo=on")
        self.assertEqual(done.returncode, 1)
        self.assertIn("photo:", done.stderr)


if __name__ == "__main__":
    unittest.main()
