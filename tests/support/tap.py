"""Answers of a test in the Test Anything Protocol."""
import sys


class Tap:
    def __init__(self):
        self.n_steps = 0
        print("TAP version 13", flush=True)

    def ok(self, what):
        self.n_steps += 1
        print(f"ok {self.n_steps} - {what}", flush=True)

    def check(self, condition, what):
        """Ends the test where condition does not hold."""
        if not condition:
            self.n_steps += 1
            print(f"not ok {self.n_steps} - {what}", flush=True)
            sys.exit(1)
        self.ok(what)

    def end(self):
        print(f"1..{self.n_steps}")
