"""An image of Python's memory, NumPy and binadd imported, from which pages start: see README.md."""

import base64
import hashlib
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from builder import digests, node, repack, stamps
from builder.places import CACHE, ROOT
from builder.report import say

NAME = "memory.image"
ROOM = ROOT / "builder" / "image"
RECIPE = [
    *(ROOM / name for name in ("make.mjs", "still.mjs", "sweep.mjs", "binadd_image.py")),
    ROOT / "web" / "runtime" / "python-image.js",
]
CORE = ("package.json", "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
IMPORTED = (
    *("numpy.linalg", "numpy.random", "numpy.ma"),  # the last of them by np.median, when called
    *("encodings.cp437", "traceback"),  # the first by zipfile, which reads networks, when called
    "_ast_unparse",  # by ast, which names what a line computes, when called
    *("binadd.live.session", "binadd.trying.telling", "binadd_image"),
)
LATE = (  # libraries that IMPORTED does not load
    *("numpy/fft/", "numpy/random/_generator.", "numpy/random/_pcg64."),
    *("numpy/random/_philox.", "numpy/random/_sfc64."),
)
SHOWN = "binadd/"  # the package whose sources programs show


def ensure(
    pyodide: Path, stdlib: Path, wheels: Iterable[Path], folder: Path = CACHE / "image"
) -> Path:
    """Return the image's file, made again if anything that it is made from has changed.

    pyodide: npm's folder; stdlib, wheels: in bytecode, as the page gets them
    """
    inputs = [*(pyodide / name for name in CORE), stdlib, *wheels, *RECIPE, IMPORTED, LATE]
    made, stamp = folder / NAME, folder / "made.stamp"
    key = digests.of_parts([*inputs, *_there(folder)])
    if not stamps.is_current(stamp, key):
        say("Taking an image of Python's memory")
        job = folder / "job.json"
        stamps.replace(job, json.dumps(_job(pyodide, stdlib, wheels, folder)).encode())
        node.run_script(ROOM / "make.mjs", job)
        stamps.write(stamp, digests.of_parts([*inputs, *_there(folder)]))
    return made


def told(image: Path) -> dict[str, str]:
    """Return what the lock file tells of an image."""
    digest = base64.b64encode(hashlib.sha256(image.read_bytes()).digest()).decode()
    header = base64.b64encode(_header(image.parent).read_bytes()).decode()
    return {"file_name": NAME, "integrity": f"sha256-{digest}", "header": header}


def _header(folder: Path) -> Path:
    return folder / "header.bin"


def _there(folder: Path) -> list[Path]:
    """Return those of the two files made that are there."""
    return [file for file in (folder / NAME, _header(folder)) if file.is_file()]


def _job(pyodide: Path, stdlib: Path, wheels: Iterable[Path], folder: Path) -> dict[str, Any]:
    """Unpack the wheels, and say what make.mjs is to do with what."""
    files = {f"{repack.PACKAGES}/binadd_image.py": ROOM / "binadd_image.py"}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as opened:
            opened.extractall(folder / "unpacked")
            names = [name for name in opened.namelist() if not name.endswith("/")]
        files |= {f"{repack.PACKAGES}/{name}": folder / "unpacked" / name for name in names}
    early = [path for path in files if path.endswith(".so") and not _is_late(path)]
    own = f"{repack.PACKAGES}/{SHOWN}"
    return {
        "pyodide": str(pyodide),
        "stdlib": str(stdlib),
        "files": {path: str(file) for path, file in sorted(files.items())},
        "libraries": [{"path": path, "file": str(files[path])} for path in sorted(early)],
        "sources": [p for p in sorted(files) if p.startswith(own) and p.endswith(".py")],
        "imports": IMPORTED,
        "image": str(folder / NAME),
        "header": str(_header(folder)),
    }


def _is_late(path: str) -> bool:
    return path.removeprefix(f"{repack.PACKAGES}/").startswith(LATE)
