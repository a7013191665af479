"""The recording that the page plays while Python starts: the tutorial's run, made by binadd."""

from pathlib import Path

from builder import digests, stamps, venv
from builder.commands import run
from builder.places import CACHE, ROOT
from builder.report import say

RECORD = """
import sys
from pathlib import Path
from binadd.live.recording import as_json
from binadd.settings import PRESETS
Path(sys.argv[1]).write_text(as_json(PRESETS["2015"]), encoding="utf-8")
"""


def ensure(folder: Path = CACHE / "recording") -> Path:
    """Return the recording, made again if anything in binadd has changed."""
    made, stamp = folder / "recording.json", folder / "recording.stamp"
    inputs = [*venv.pins("build"), RECORD, *sorted((ROOT / "binadd").rglob("*.py"))]
    if not (made.is_file() and stamps.is_current(stamp, digests.of_parts([*inputs, made]))):
        say("Recording the tutorial's run")
        make(made)
        stamps.write(stamp, digests.of_parts([*inputs, made]))
    return made


def make(target: Path) -> None:
    """Train the network natively and write what happens to `target`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    run([venv.ensure("build"), "-c", RECORD, target], extra={"PYTHONPATH": str(ROOT)})
