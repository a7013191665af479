"""Trained weights in a file: .npz without pickle, checked array by array on load."""

import hashlib
import io
import json
import math
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.bits import shorten
from binadd.network import Weights
from binadd.saving import files
from binadd.settings import Settings

FORMAT = 1  # raise it when a file of this version would be misread by an older reader
MOST_BYTES = 100_000  # twice a network of 64 hidden units; larger files are refused unread
MOST_ITERATIONS = 2**63 - 1
LONGEST = 300  # characters of a reason


class Saved(NamedTuple):
    """A network as it was saved."""

    weights: Weights
    settings: Settings
    iteration: int  # how many iterations it had been trained for


def save(path: Path, saved: Saved) -> None:
    """Write the network to `path`, exactly under that name; see `files` for what can be there.

    Raises ValueError with a sentence if it cannot be written, or read again.
    """
    files.write(path, to_bytes(checked(saved)))


def load(path: Path) -> Saved:
    """Read a network.

    Raises ValueError with a sentence that names the file and what is wrong with it, and the usual
    OSError if the file cannot be read at all.
    """
    with path.open("rb") as file:
        return from_bytes(file.read(MOST_BYTES + 1), str(path))


def to_bytes(saved: Saved) -> bytes:
    """Return the content of a file with the network, exact to the last bit."""
    header = json.dumps(
        {"binadd": FORMAT, "iteration": saved.iteration, "settings": asdict(saved.settings)}
    )
    arrays = {"header": np.array(header), **saved.weights._asdict()}
    file = io.BytesIO()
    np.savez(file, digest=np.array(_digest(arrays)), **arrays)
    return file.getvalue()


def from_bytes(content: bytes, name: str) -> Saved:
    """Read a network from the content of the file called `name`.

    Raises ValueError, and nothing else, with a sentence that says the name and what is wrong.
    """
    try:
        return _unpack(_read(content))
    except Exception as error:  # foreign content can make the readers raise almost anything
        raise ValueError(f"{name} is not a sound weights file of binadd: {_why(error)}") from error


def checked(saved: Saved) -> Saved:
    """Return `saved` if weights, settings and iteration are sound and fit each other.

    Raises ValueError that says what is wrong.
    """
    weights, settings, iteration = saved
    network.checked(weights)
    if weights.b_h.size != settings.hidden:
        raise ValueError(f"it must have {settings.hidden} hidden units, not {weights.b_h.size}")
    if type(iteration) is not int or not 0 <= iteration <= MOST_ITERATIONS:
        raise ValueError(f"its iteration must be a whole number, zero or more, not {iteration!r}")
    return saved


def _read(content: bytes) -> dict[str, NDArray[np.generic]]:
    if len(content) > MOST_BYTES:
        raise ValueError(f"it has more than {MOST_BYTES:,} bytes")
    file = io.BytesIO(content)
    if not (content.startswith(b"PK") and zipfile.is_zipfile(file)):  # np.load speaks of pickles
        raise ValueError("it is no .npz archive, or only a part of one")
    with zipfile.ZipFile(file) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
            raise ValueError(f"it would unpack into more than {MOST_BYTES:,} bytes")
        for name in archive.namelist():
            _check_claim(archive, name)
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}


def _check_claim(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse an array that claims to be larger than a file may be: NumPy would make room for it."""
    with archive.open(name) as file:
        if np.lib.format.read_magic(file) != (1, 0):
            raise ValueError(f"{name} is no array of the kind that binadd writes")
        shape, _, kind = np.lib.format.read_array_header_1_0(file)
    if math.prod(shape) * kind.itemsize > MOST_BYTES:
        raise ValueError(f"{name} would unpack into more than {MOST_BYTES:,} bytes")


def _unpack(arrays: dict[str, NDArray[np.generic]]) -> Saved:
    expected = {"header", "digest", *Weights._fields}
    if set(arrays) != expected:
        names = ", ".join(sorted(arrays)) or "nothing"
        raise ValueError(f"it must hold {', '.join(sorted(expected))}, not {names}")
    if str(arrays.pop("digest")) != _digest(arrays):
        raise ValueError("its digest does not fit its contents, so it is damaged")
    header = json.loads(str(arrays.pop("header")))
    if header["binadd"] != FORMAT:
        raise ValueError(f"its format must be {FORMAT}, not {header['binadd']}")
    settings = Settings(**header["settings"])
    weights = Weights(**arrays)  # type: ignore[arg-type]
    return checked(Saved(weights, settings, header["iteration"]))


def _digest(arrays: dict[str, NDArray[np.generic]]) -> str:
    """SHA-256 of everything but the digest: names, types, shapes and bytes."""
    hashed = hashlib.sha256()
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        hashed.update(f"{name} {array.dtype.str} {array.shape} ".encode())
        hashed.update(array.tobytes())
    return hashed.hexdigest()


def _why(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return shorten(str(error), LONGEST) or type(error).__name__
