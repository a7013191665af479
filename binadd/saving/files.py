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
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from binadd.bits import visible
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
        if there is None or _may_be_replaced(target, there):
            _begin(target, there).unlink()
        elif stat.S_ISREG(there.st_mode):
            os.close(os.open(path, os.O_WRONLY))
        elif not _writable(path):  # opening a pipe would wake its reader
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
            _write_all(own.fileno(), content)
        elif there is None or _may_be_replaced(target, there):
            with uninterrupted():
                _replace(target, there, content)
        elif stat.S_ISREG(there.st_mode):
            with uninterrupted():
                _overwrite(path, content)
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


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _own_output(there: os.stat_result | None) -> TextIO | None:
    """Return the stream if this is where the command's own words go: both are to stay."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):  # closed, or no file at all
            if there and os.path.samestat(there, os.fstat(stream.fileno())):
                return stream
    return None


# ---- regular files -------------------------------------------------------------------------------


def _may_be_replaced(target: Path, there: os.stat_result) -> bool:
    """Whether it is a file, and a new one under its name would be the same to everybody."""
    alone = stat.S_ISREG(there.st_mode) and there.st_nlink == 1 and not os.path.ismount(target)
    return alone and _is_ours(there) and _writable(target.parent)


def _is_ours(there: os.stat_result) -> bool:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return True
    return there.st_uid == os.geteuid() and there.st_gid in {os.getegid(), *os.getgroups()}


def _begin(target: Path, there: os.stat_result | None) -> Path:
    """Make an empty file beside `target` that is like it in all but its name and its content."""
    if there:
        os.close(os.open(target, os.O_WRONLY))  # what may not be written is not replaced either
    unfinished = target.with_name(f".binadd-{os.urandom(8).hex()}.part")
    unfinished.open("xb").close()  # with the mode that the user's umask gives to a new file
    try:
        if there and hasattr(os, "chown"):
            os.chown(unfinished, there.st_uid, there.st_gid)
        if there:
            shutil.copystat(target, unfinished)
    except BaseException:
        unfinished.unlink()
        raise
    return unfinished


def _replace(target: Path, there: os.stat_result | None, content: bytes) -> None:
    unfinished = _begin(target, there)
    try:
        with unfinished.open("r+b") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink()
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Have the folder's entries on the disk, too, where the system can do that."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _overwrite(path: Path, content: bytes) -> None:
    with path.open("r+b", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        try:  # make room first: a full disk is noticed before anything is overwritten
            file.seek(size)
            _write_all(file.fileno(), bytes(max(0, len(content) - size)))
        except OSError:
            file.truncate(size)
            raise
        file.seek(0)
        _write_all(file.fileno(), content)
        file.truncate(len(content))
        os.fsync(file.fileno())


# ---- what is no regular file ---------------------------------------------------------------------


def _write_through(path: Path, content: bytes) -> None:
    opened = os.open(path, os.O_WRONLY)
    try:
        _write_all(opened, content)
    finally:
        os.close(opened)


def _write_all(opened: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(opened, left) :]
