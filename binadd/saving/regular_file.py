"""A regular file: made anew beside its place and put there, or overwritten where it stands."""

import contextlib
import os
import shutil
import stat
from pathlib import Path


def may_be_replaced(target: Path, there: os.stat_result) -> bool:
    """Whether it is a file, and a new one under its name would be the same to everybody."""
    alone = stat.S_ISREG(there.st_mode) and there.st_nlink == 1 and not os.path.ismount(target)
    return alone and _is_ours(there) and writable(target.parent)


def _is_ours(there: os.stat_result) -> bool:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return True
    return there.st_uid == os.geteuid() and there.st_gid in {os.getegid(), *os.getgroups()}


def begin(target: Path, there: os.stat_result | None) -> Path:
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


def replace(target: Path, there: os.stat_result | None, content: bytes) -> None:
    """Put a file with this content into the place of `target`, when all of it is on the disk."""
    unfinished = begin(target, there)
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


def overwrite(path: Path, content: bytes) -> None:
    """Give the very file another content; a disk with too little room leaves it as it is."""
    with path.open("r+b", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        try:  # make room first: a full disk is noticed before anything is overwritten
            file.seek(size)
            write_all(file.fileno(), bytes(max(0, len(content) - size)))
        except OSError:
            file.truncate(size)
            raise
        file.seek(0)
        write_all(file.fileno(), content)
        file.truncate(len(content))
        os.fsync(file.fileno())


def writable(path: Path) -> bool:
    """Whether this process may write there."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def write_all(opened: int, content: bytes) -> None:
    """Write to a descriptor until nothing is left."""
    left = memoryview(content)
    while left:
        left = left[os.write(opened, left) :]
