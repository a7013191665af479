"""Files that are written whole or not at all, and never in the place of something else.

A file that is written anew is made beside its place, under a name of its own, and takes the place
only when all of it is on the disk: whatever goes wrong before, a full disk or Ctrl-C, leaves the
file of before. What must stay the same file, because it has several names or another owner, is
overwritten, once there is room for all of it. What is no regular file at all, such as a pipe, is
written through.
"""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from binadd.bits import visible
from binadd.saving import regular_file
from binadd.saving.interrupts import uninterrupted


def check_place(path: Path) -> None:
    """Try whether `path` can be written, before work begins that would be lost if it cannot.

    Raises ValueError with a sentence that names the path. Nothing is left changed.
    """
    with _naming(path):
        target, there = _target(path)
        if there is None:
            target.open("xb").close()  # the very name: it may be too long
            target.unlink()
        if _own_output(there):
            return
        if there is None or regular_file.may_be_replaced(target, there):
            regular_file.begin(target, there).unlink()
        elif stat.S_ISREG(there.st_mode):
            os.close(os.open(path, os.O_WRONLY))
        elif not regular_file.writable(path):  # opening a pipe would wake its reader
            raise ValueError(os.strerror(errno.EACCES))


def write(path: Path, content: bytes) -> None:
    """Write a file with this content to `path`, or leave the file of before as it was.

    A link stays a link, and what it names is written; mode, owner and other names of a file stay.
    Raises ValueError with a sentence that names the path.
    """
    with _naming(path):
        target, there = _target(path)
        own = _own_output(there)
        if own:
            own.flush()
            regular_file.write_all(own.fileno(), content)
        elif there is None or regular_file.may_be_replaced(target, there):
            with uninterrupted():
                regular_file.replace(target, there, content)
        elif stat.S_ISREG(there.st_mode):
            with uninterrupted():
                regular_file.overwrite(path, content)
        else:
            _write_through(path, content)


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Turn every error of the system into a sentence that names the path."""
    try:
        yield
    except (OSError, ValueError) as error:  # a ValueError is about characters that no name can have
        reason = getattr(error, "strerror", None) or str(error)
        raise ValueError(f"{visible(str(path))} cannot be written: {reason}") from error


def _target(path: Path) -> tuple[Path, os.stat_result | None]:
    """Follow links to what is to be written, and say what is there now, if anything.

    Raises ValueError or OSError if it is nothing that can be written.
    """
    try:
        there = os.stat(path)
    except FileNotFoundError:
        target = Path(os.path.realpath(path))
        if not target.parent.is_dir():
            raise ValueError(f"the folder {visible(str(target.parent))} does not exist") from None
        return target, None
    if stat.S_ISDIR(there.st_mode):
        raise ValueError("it is a folder; name a file in it")
    if stat.S_ISSOCK(there.st_mode) or stat.S_ISBLK(there.st_mode):
        raise ValueError("it is a socket or a disk; name a file")
    if stat.S_ISCHR(there.st_mode) and _is_terminal(path):
        raise ValueError("it is a terminal; name a file")
    return Path(os.path.realpath(path)), there


def _is_terminal(path: Path) -> bool:
    terminal = os.open(path, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    try:
        return os.isatty(terminal)
    finally:
        os.close(terminal)


def _own_output(there: os.stat_result | None) -> TextIO | None:
    """Return the stream if this is where the command's own words go: both are to stay."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):  # closed, or no file at all
            if there and os.path.samestat(there, os.fstat(stream.fileno())):
                return stream
    return None


def _write_through(path: Path, content: bytes) -> None:
    opened = os.open(path, os.O_WRONLY)
    try:
        regular_file.write_all(opened, content)
    finally:
        os.close(opened)
