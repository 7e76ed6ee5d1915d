"""Starts the desktop program, drives it from outside as a person with a keyboard, a mouse or a screen reader would, and
photographs it. For tests and pictures; needs a display and a session bus of its own (with-display)."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA_PATH = "io/github/matchum/Matchum"
# What GTK draws around a window in place of its shadow where there is no compositor.
PLAIN_BORDER = 5
# Hinted, the dot of an i gets lost between two pixels at some sizes.
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""


class Failed(Exception):
    """What was waited for did not come."""


def ensure_display(width=1600, height=1200):
    """Runs the script again on a display and a bus of its own, unless that is where it runs."""
    if os.environ.get("MATCHUM_TEST_DISPLAY") == "1":
        return
    environment = dict(os.environ, MATCHUM_TEST_DISPLAY="1")
    wrapper = pathlib.Path(__file__).with_name("with-display")
    command = [wrapper, f"{width}x{height}", sys.executable, *sys.argv]
    sys.exit(subprocess.run(command, env=environment).returncode)


def wait_for(condition, what, seconds=30):
    """Asks condition again and again until it gives something, for so many seconds at most."""
    deadline = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > deadline:
            raise Failed(f"waited {seconds} s for {what}")
        time.sleep(0.03)


class Program:
    """The program, running. A context manager: leaves nothing behind."""

    def __init__(self, build, *arguments, language="en", settings=None, dark=False, contrast=False, accessible=True,
                 home=None):
        """home: a folder that outlives the program, for one that comes back; without, one of its own."""
        self.build = pathlib.Path(build)
        self.keeps_home = home is not None
        self.home = pathlib.Path(home or tempfile.mkdtemp(prefix="matchum-session-"))
        self.arguments = [str(argument) for argument in arguments]
        self.environment = self._make_environment(language, dark, contrast, accessible)
        self._write_settings(settings or {})
        self.process = None
        self.window = None

    def _make_environment(self, language, dark, contrast, accessible):
        environment = dict(
            os.environ,
            LC_ALL="C.UTF-8",
            LANGUAGE=language,
            MATCHUM_LOCALEDIR=str(self.build / "po"),
            GSETTINGS_SCHEMA_DIR=str(self.build / "data"),
            GSETTINGS_BACKEND="keyfile",
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            HOME=str(self.home),
            XDG_CONFIG_HOME=str(self.home / "config"),
            XDG_DATA_HOME=str(self.home / "data"),
            XDG_CACHE_HOME=os.environ.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache")),
        )
        if dark:
            environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        if contrast:
            environment["ADW_DEBUG_HIGH_CONTRAST"] = "1"
        if accessible:
            environment.pop("GTK_A11Y", None)
        else:
            environment["GTK_A11Y"] = "none"
        return environment

    def _write_settings(self, settings):
        folder = self.home / "config/glib-2.0/settings"
        if folder.exists():
            return
        folder.mkdir(parents=True)
        lines = [f"[{SCHEMA_PATH}]"] + [f"{key}={value}" for key, value in settings.items()]
        (folder / "keyfile").write_text("\n".join(lines) + "\n", encoding="utf-8")
        fonts = self.home / "config/fontconfig"
        fonts.mkdir()
        (fonts / "fonts.conf").write_text(FONTS, encoding="utf-8")

    def __enter__(self):
        program = self.build / "src/ui/matchum"
        self.log = open(self.home / "log", "w+", encoding="utf-8")
        self.process = subprocess.Popen([program, *self.arguments], env=self.environment, stderr=self.log)
        try:
            self.window = wait_for(self._find_window, "the window")
        except Failed:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind, error, trace):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()
        if not self.keeps_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def kill(self):
        """Ends the program as a power cut would."""
        self.process.kill()
        self.process.wait(10)

    def read_log(self):
        """What the program wrote on standard error, without the bus's own words."""
        lines = (self.home / "log").read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line.strip() and not line.startswith("dbus-daemon")]

    def _find_window(self):
        if self.process.poll() is not None:
            raise Failed(f"the program ended with {self.process.returncode}: {self.read_log()}")
        return self.find_windows()[:1] and self.find_windows()[0]

    def find_windows(self):
        """X ids of the program's windows that are seen, the oldest first."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], capture_output=True, text=True)
        return [int(line) for line in found.stdout.split()]

    # keyboard and mouse

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "40", text], check=True)

    def click(self, x, y, window=None):
        subprocess.run(
            ["xdotool", "mousemove", "--window", str(window or self.window), str(int(x)), str(int(y)), "click", "1"],
            check=True)

    def copy(self, text):
        """Puts text on the clipboard."""
        subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), check=True)

    # pictures

    def wait_for_dialog(self):
        """The X id of the newest window, once there is more than one."""
        return wait_for(lambda: len(self.find_windows()) > 1 and self.find_windows()[-1], "a dialog")

    def wait_until_still(self, window=None):
        """Photographs the window until two pictures are the same, and returns the last one."""
        window = str(window or self.window)
        shots = [self.home / "shot-0.png", self.home / "shot-1.png"]

        def is_still():
            subprocess.run(["import", "-window", window, "-define", "png:exclude-chunks=date,time", shots[0]], check=True)
            was_same = shots[1].exists() and shots[0].read_bytes() == shots[1].read_bytes()
            shutil.copy(shots[0], shots[1])
            if not was_same:
                time.sleep(0.2)
            return was_same

        shots[1].unlink(missing_ok=True)
        wait_for(is_still, "a window that does not move")
        return shots[0]

    def photograph(self, path, window=None):
        """Writes the window as PNG once it has stopped changing."""
        window = window or self.window
        shot = self.wait_until_still(window)
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["convert", shot, "-shave", f"{PLAIN_BORDER}x{PLAIN_BORDER}", "+repage", "-strip", "-define",
             "png:exclude-chunks=date,time", path], check=True)
