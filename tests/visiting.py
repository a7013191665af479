"""A page for tests: it sends commands to a session, and hears and keeps its events."""

import time
from pathlib import Path

import numpy as np
import pytest

from binadd.live.session import Session

ROOT = Path(__file__).parent.parent
TEXTS = {"bits": "8", "hidden": "16", "alpha": "0.1", "iterations": "300", "seed": "0"}


class Page:
    """Collects events, works until there is nothing left to do, and takes frames if `taking`."""

    def __init__(self, clock=time.perf_counter):
        self.events = []
        self.taking = True
        self.session = Session(lambda kind, **content: self.events.append((kind, content)), clock)
        self.session.start()
        self.work()

    def send(self, kind, **content):
        self.session.obey({"type": kind, **content})

    def work(self, slices=100_000):
        for _ in range(slices):
            wait = self.session.work()
            if self.taking and self.events and self.events[-1][0] == "frame":
                self.send("take")
            if wait is None:
                return
            self._pass(wait)
        assert slices < 100_000, "the session never comes to rest"

    def _pass(self, seconds):
        """Nothing is waited for here; the clock goes on by itself."""

    def do(self, kind, **content):
        """Send a command, work to the end, and return the events that came of it."""
        start = len(self.events)
        self.send(kind, **content)
        self.work()
        return self.events[start:]


class ClockedPage(Page):
    """A page whose session has a clock of its own, `now`; work takes no time on it."""

    def __init__(self):
        self.now = 0.0
        super().__init__(lambda: self.now)

    def _pass(self, seconds):
        self.now += seconds


@pytest.fixture
def page():
    return Page()


def frames(events):
    return [content for kind, content in events if kind == "frame"]


def gathered(events, what):
    return np.concatenate([frame[what] for frame in frames(events)])


def reset(page, **texts):
    return page.do("reset", texts=TEXTS | texts)


def answered(page, about, **details):
    """The answer to a question, which is the next thing that is told."""
    kind, content = page.do("ask", id=1, about=about, **details)[0]
    assert kind == "answer"
    return content["result"]
