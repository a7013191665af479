"""Every command comes to its end and to its exit status, whatever becomes of its words."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from binadd.saving import npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import Settings
from tests.trained import fixed, tutorial

ROOT = Path(__file__).parent.parent
LONG = "0x" + "f" * 300  # its sum is printed with an ellipsis
QUICK = "--hidden 2 --iterations 20"
COMMANDS = {
    f"train --log-every 1 {QUICK}": 0,
    f"train --quiet --capsule {QUICK} --save new.npz": 0,
    "train --save missing/w.npz": 2,
    f"add {LONG} 1 --weights proved.npz": 0,
    "evaluate --weights missing.npz": 2,
    "prove --weights other.npz": 1,
    "prove --weights proved.npz --certificate new.json": 0,
    "check missing.json": 2,
    "probe --weights proved.npz": 0,
    f"sweep --seeds 0 {QUICK} --every 10 --csv new.csv": 0,
    "bench --rounds 1": 0,
    "--help": 0,
}
SILENT = {command for command, status in COMMANDS.items() if status and "prove" not in command}
ENCODINGS = ("PYTHONIOENCODING=latin-1", "LC_ALL=C PYTHONUTF8=0")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("streams")
    chosen = Settings(hidden=16, alpha=2.0, biases=True)
    for name, weights in (("proved", fixed(0)), ("other", tutorial(0))):
        npz_file.save(folder / f"{name}.npz", Saved(weights, chosen, 0))
    return folder


def run(folder, command, redirected="", variables=""):
    """What a shell makes of it: status, standard output, standard error."""
    whole = f"env {variables} {sys.executable} -m binadd {command} {redirected}"
    done = subprocess.run(
        ["bash", "-c", whole],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("redirected", [">&-", ">/dev/full", "2>&-", "2>/dev/full", ">&- 2>&-"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_stream_that_takes_nothing_leaves_files_and_statuses_as_they_are(
    folder, command, redirected
):
    for file in ("new.npz", "new.csv"):
        (folder / file).unlink(missing_ok=True)
    usual = COMMANDS[command]
    status, out, err = run(folder, command, redirected)
    unsaid = redirected.startswith(">") and command not in SILENT
    assert status == (2 if unsaid else usual)
    if unsaid and "2>" not in redirected:
        assert re.fullmatch(rb"binadd: the output cannot be written: .+\n", err)
    if redirected.startswith("2>"):
        assert bool(out) == (command not in SILENT)
    for file in ("new.npz", "new.csv"):
        assert (folder / file).exists() == (file in command)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_has_left_changes_no_status(folder, command):
    status, _, err = run(folder, command, "| true; exit ${PIPESTATUS[0]}")
    assert status == COMMANDS[command]
    assert bool(err) == (command in SILENT)


@pytest.mark.parametrize("variables", ENCODINGS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_of_few_characters_gets_those_that_it_has(folder, command, variables):
    status, out, err = run(folder, command, variables=variables)
    assert status == COMMANDS[command]
    for said in (out, err):
        assert said.isascii()
        assert b"\\u" not in said


@pytest.mark.parametrize("redirected", ["> kept.npz", "| cat > kept.npz", "3> kept.npz"])
def test_a_network_can_be_saved_to_where_words_go(folder, redirected):
    place = "/dev/fd/3" if "3>" in redirected else "/dev/stdout"
    status, out, err = run(folder, f"train --quiet {QUICK} --save {place}", redirected)
    assert (status, out, err) == (0, b"", b"")
    assert npz_file.load(folder / "kept.npz").iteration == 20


def test_an_ellipsis_is_written_where_it_can_be(folder):
    _, plain, _ = run(folder, f"add {LONG} 1 --weights proved.npz", variables=ENCODINGS[0])
    _, usual, _ = run(folder, f"add {LONG} 1 --weights proved.npz", variables="PYTHONUTF8=1")
    assert "…" in usual.decode()
    assert usual.decode().replace("…", "...") == plain.decode()


NAME = "\x1b]0;owned\x07 a\nb\r\u202eright-to-left \udcff \x9b31m.npz"


@pytest.mark.parametrize(
    "command",
    [
        ["add", "1", "2", "--weights", NAME],
        ["train", "--save", f"/missing/{NAME}"],
        ["train", "--iterations", "9", "--save", NAME],
        ["train", NAME],
        ["train", "--preset", NAME],
        ["train", "--seed", NAME],
        ["add", "1", NAME],
        ["sweep", "--csv", f"/missing{NAME}/of.csv"],
        ["sweep", "--seeds", NAME],
    ],
    ids=lambda command: " ".join(word for word in command if word.isprintable()),
)
def test_a_name_does_nothing_to_a_terminal(folder, command):
    done = subprocess.run(
        [sys.executable, "-m", "binadd", *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    kept = (folder / NAME).exists()
    assert done.returncode == (0 if kept else 2)
    (folder / NAME).unlink(missing_ok=True)
    assert done.stderr.count(b"\n") == (0 if kept else 1)
    assert all(line.isprintable() for line in (done.stdout + done.stderr).decode().splitlines())
    assert b"Traceback" not in done.stderr


def test_a_foreign_file_does_nothing_to_a_terminal(folder):
    for content in ({"binadd": "\x1b[31m\n"}, {"binadd": 1, "iteration": "\x1b\u202e\n"}):
        header = json.dumps({"settings": {}, "iteration": 0, **content})
        arrays = {"header": np.array(header), **fixed(0)._asdict()}
        file = io.BytesIO()
        np.savez(file, digest=np.array(npz_file._digest(arrays)), **arrays)
        with pytest.raises(ValueError, match="is not a sound weights file") as caught:
            npz_file.from_bytes(file.getvalue(), "w.npz")
        assert str(caught.value).isprintable()


def test_help_says_what_the_statuses_mean():
    _, told, _ = run(ROOT, "prove --help")
    words = " ".join(told.decode().split())
    what = "0 if it is done (prove: if it is proved; check: if it is a proof); 1 if not"
    assert f"Exit status: {what}" in words
