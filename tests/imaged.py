"""Looks at the site's Python from inside, for test_image.py: it must not matter how it started."""

import hashlib
import importlib
import inspect
import os
import random
import sys
import time
from datetime import datetime

import numpy as np

from binadd.live.session import Session
from binadd.settings import PRESETS, Settings
from binadd.training.run import Run


def numbers():
    """The digest of all weights and errors of short runs of every preset, and of odd settings."""
    digest = hashlib.sha256()
    for settings in (*PRESETS.values(), Settings(hidden=12, batch=8, biases=True, seed=5)):
        run = Run(settings)
        digest.update(np.asarray(run.advance(300).errors).tobytes())
        for weights in run.weights:
            digest.update(np.ascontiguousarray(weights).tobytes())
    return digest.hexdigest()


ASKED = ["weights", "proof", "certificate", "carry", "automaton", "lesions", "accuracy"]
ASKED += ["without-memory", "history", "script", "save"]
RESTORED = ("start", "file", "iteration", "generation", "target", "furthest")
WITH_DETAILS = [
    {"about": "add", "first": "12", "second": "13"},
    {"about": "source", "module": "training.run", "name": "Run.advance"},
]


def session():
    """A session that trains a little and is asked nearly all there is; return what it answers."""
    heard, stands = [], {}

    def hear(kind, **content):
        heard.append(content.get("about") or kind)
        if kind == "checkpoint":
            stands.update(content)

    its = Session(hear)
    its.start()
    for command in ({"type": "train"}, {"type": "pause"}, {"type": "checkpoint"}):
        its.obey(command)
        its.work()
    for number, question in enumerate([*({"about": name} for name in ASKED), *WITH_DETAILS]):
        its.obey({"type": "ask", "id": number, **question})
        while its.work() == 0:
            pass
    its.obey({"type": "restore", **{name: stands[name] for name in RESTORED}})
    its.work()
    np.median([1.0, 2.0])  # as a measurement of speed does
    return [
        about
        for about in heard
        if about in {*ASKED, "add", "source", "checkpoint", "rewound", "ask-refused"}
    ]


def again():
    """What a start must make anew: figures of chance that nobody has seeded."""
    return [random.random(), np.random.random_sample(), random.SystemRandom().random()]


def late():
    """Use of what an image leaves out; the first of it is imported before the rest is there."""
    import html.parser

    spectrum = np.fft.fft([1.0, 2.0, 3.0])
    drawn = np.random.default_rng(3).random()
    masked = np.ma.array([1, 2], mask=[True, False]).sum()
    try:
        importlib.import_module("nonsense")
    except ImportError as error:
        missing = str(error)
    return {
        "parsed": html.parser.unescape("&amp;"),
        "fft": [complex(value).imag for value in spectrum],
        "drawn": float(drawn),
        "masked": int(masked),
        "missing": missing,
        "version": importlib.import_module("importlib.metadata").version("numpy"),
        "finders": [getattr(finder, "__name__", "") for finder in sys.meta_path],
    }


same = {
    "numbers": numbers(),
    "session": session(),
    "hashes": [hash("carry"), hash(b"carry"), list({"first", "second", "sum"})],
    "text": ["Grüße ẞ".casefold(), "٣".isdigit(), f"{2 / 3:.17g}", repr(10**30 // 7)],
    "source": inspect.getsource(Run.advance),
    "solved": np.linalg.solve([[2.0, 1.0], [1.0, 3.0]], [1.0, 2.0]).tolist(),
    "legacy": np.random.RandomState(3).random_sample(3).tolist(),
    "environment": dict(os.environ),
    "path": sys.path,
    "program": sys.executable,
    "zone": [*time.tzname, time.timezone, time.altzone, time.daylight],
    "july": list(time.localtime(1_784_000_000)),
}
found = {
    "same": same,
    "again": again(),
    "now": [time.time(), datetime.now().timestamp()],
    "late": late(),
}
