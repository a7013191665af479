"""A regular file is replaced or overwritten whole, whatever goes wrong on the way."""

import os
import signal
import stat
from pathlib import Path

import pytest

from binadd.saving import files
from tests.written import NEW, OLD, names, room_for


@pytest.mark.parametrize("several_names", [False, True])
@pytest.mark.parametrize("room", [0, len(OLD), len(NEW) - 1])
def test_a_disk_with_too_little_room_leaves_the_file_of_before(tmp_path, old, room, several_names):
    if several_names:
        os.link(old, tmp_path / "other")
    before = names(tmp_path)
    with room_for(room), pytest.raises(ValueError, match="old cannot be written: File too large"):
        files.write(old, NEW)
    assert (old.read_bytes(), names(tmp_path)) == (OLD, before)
    with room_for(len(NEW)):
        files.write(old, NEW)
    assert (old.read_bytes(), names(tmp_path)) == (NEW, before)


def test_an_error_between_leaves_nothing_unfinished(tmp_path, old, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.write(old, NEW)
    assert (old.read_bytes(), names(tmp_path)) == (OLD, ["old"])


@pytest.mark.parametrize("several_names", [False, True])
def test_control_c_while_a_file_is_written_waits_until_it_is_whole(
    tmp_path, old, monkeypatch, several_names
):
    if several_names:
        os.link(old, tmp_path / "other")
    settle = os.fsync

    def impatient(opened):
        signal.raise_signal(signal.SIGINT)
        settle(opened)

    monkeypatch.setattr(os, "fsync", impatient)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            files.write(old, NEW)
    finally:
        signal.signal(signal.SIGINT, before)
    assert old.read_bytes() == NEW


def test_a_device_that_is_full_says_so():
    with pytest.raises(ValueError, match="/dev/full cannot be written: No space left on device"):
        files.write(Path("/dev/full"), NEW)
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)
