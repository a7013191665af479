"""A file is written whole or not at all, and nothing else is ever lost for it."""

import os
import socket
import stat
import threading
from pathlib import Path

import pytest

from binadd.saving import files
from tests.written import NEW, OLD, names

NOBODY = 65_534


def written(path, content=NEW):
    files.check_place(path)
    files.write(path, content)


@pytest.fixture
def somebody(tmp_path):
    """Be nobody in particular, in a folder of their own: root may write anywhere."""
    if os.geteuid():
        yield tmp_path
        return
    os.chown(tmp_path, NOBODY, NOBODY)
    closed = [folder for folder in tmp_path.parents if not folder.stat().st_mode & stat.S_IXOTH]
    for folder in closed:
        folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    yield tmp_path
    os.seteuid(0)
    os.setegid(0)
    os.setgroups(groups)
    for folder in closed:
        folder.chmod(folder.stat().st_mode & ~stat.S_IXOTH)


# ---- what is left --------------------------------------------------------------------------------


def test_a_trial_leaves_nothing_behind_and_changes_nothing(tmp_path, old):
    before = old.stat()
    for path in (old, tmp_path / "new"):
        files.check_place(path)
    assert names(tmp_path) == ["old"]
    assert (old.read_bytes(), old.stat()) == (OLD, before)


def test_a_new_file_has_the_mode_that_the_umask_gives(tmp_path):
    before = os.umask(0o027)
    try:
        written(tmp_path / "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    assert (names(tmp_path), (tmp_path / "new").read_bytes()) == (["new"], NEW)


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o666, 0o751])
def test_the_mode_of_a_file_stays(old, mode):
    old.chmod(mode)
    written(old)
    assert (old.read_bytes(), stat.S_IMODE(old.stat().st_mode)) == (NEW, mode)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to somebody else")
def test_the_owner_of_a_file_stays(old):
    os.chown(old, NOBODY, NOBODY)
    written(old)
    assert (old.read_bytes(), old.stat().st_uid, old.stat().st_gid) == (NEW, NOBODY, NOBODY)


@pytest.mark.parametrize("content", [b"", b"x", NEW])
def test_all_names_of_a_file_have_the_new_content(tmp_path, old, content):
    other = tmp_path / "other"
    os.link(old, other)
    written(old, content)
    assert (old.read_bytes(), other.read_bytes()) == (content, content)
    assert old.samefile(other)


@pytest.mark.parametrize("links", [1, 2])
def test_a_link_stays_a_link_and_what_it_names_is_written(tmp_path, links):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target = folder / "target"
    place, path = target, tmp_path
    for number in range(links):
        path = tmp_path / f"link{number}"
        path.symlink_to(os.path.relpath(place, tmp_path))
        place = path
    for content in (OLD, NEW):  # the first time, it leads nowhere
        written(path, content)
        assert path.is_symlink()
        assert (target.read_bytes(), names(folder)) == (content, ["target"])


def test_what_looks_unfinished_is_not_ours(tmp_path, old):
    foreign = tmp_path / "old.part"
    foreign.write_bytes(b"foreign")
    (tmp_path / "new.part").mkdir()
    written(old)
    written(tmp_path / "new")
    assert foreign.read_bytes() == b"foreign"
    assert names(tmp_path) == ["new", "new.part", "old", "old.part"]


def test_a_name_as_long_as_can_be_is_written(tmp_path):
    path = tmp_path / ("n" * os.pathconf(tmp_path, "PC_NAME_MAX"))
    written(path)
    assert path.read_bytes() == NEW


# ---- what is refused -----------------------------------------------------------------------------


def refusals(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(OLD)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "astray").symlink_to("missing/file")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "socket"))
    return {
        "folder": "it is a folder; name a file in it",
        "n" * 300: "File name too long",
        "missing/file": "missing does not exist",
        "file/inside": "Not a directory",
        "loop": "Too many levels of symbolic links",
        "astray": "missing does not exist",
        "socket": "it is a socket or a disk",
        "nul\0byte": "null byte",
        "\ud800": "surrogates not allowed",
    }


def test_a_place_that_cannot_be_written_is_refused_when_it_is_tried(tmp_path):
    for name, reason in refusals(tmp_path).items():
        before = names(tmp_path)
        for refuse in (files.check_place, lambda path: files.write(path, NEW)):
            with pytest.raises(ValueError, match="cannot be written: ") as caught:
                refuse(tmp_path / name)
            said = str(caught.value)
            assert reason in said
            assert said.isprintable()
        assert names(tmp_path) == before


def test_a_terminal_is_refused():
    leader, follower = os.openpty()
    try:
        with pytest.raises(ValueError, match="it is a terminal; name a file"):
            files.check_place(Path(os.ttyname(follower)))
    finally:
        os.close(leader)
        os.close(follower)


def test_what_may_not_be_written_is_refused_and_untouched(somebody):
    protected, closed = somebody / "protected", somebody / "closed"
    protected.write_bytes(OLD)
    protected.chmod(0o444)
    closed.mkdir()
    closed.chmod(0o555)
    for path in (protected, closed / "new"):
        for refuse in (files.check_place, lambda path: files.write(path, NEW)):
            with pytest.raises(ValueError, match="cannot be written: Permission denied"):
                refuse(path)
    assert (protected.read_bytes(), names(closed)) == (OLD, [])
    closed.chmod(0o755)


def test_a_file_in_a_folder_that_takes_no_other_is_overwritten(somebody):
    closed = somebody / "closed"
    closed.mkdir()
    (closed / "file").write_bytes(OLD)
    closed.chmod(0o555)
    try:
        written(closed / "file")
    finally:
        closed.chmod(0o755)
    assert ((closed / "file").read_bytes(), names(closed)) == (NEW, ["file"])


# ---- what is no regular file ---------------------------------------------------------------------


def test_a_pipe_with_a_name_is_written_through(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    files.check_place(pipe)
    reader.start()
    files.write(pipe, NEW)
    reader.join(30)
    assert read == [NEW]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_stays_a_device():
    written(Path("/dev/null"))
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_descriptor_is_written_through():
    reading, writing = os.pipe()
    written(Path(f"/dev/fd/{writing}"))
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == NEW
