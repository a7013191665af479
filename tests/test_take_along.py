"""What somebody wrote, as a file: it runs anywhere, prints the same figures, and is taken again."""

import re
import subprocess
import sys

import pytest

from binadd.settings import Settings
from binadd.training.examples import log_block
from binadd.training.run import Run
from binadd.trying.take_along import text
from binadd.trying.written import ours
from tests.attempts import BLAME, trial_of

SHORT = Settings(iterations=1_001, bits=5, hidden=6, seed=2)
CHANGED = ours().replace(BLAME, "")


def printed(program, folder):
    file = folder / "mine.py"
    file.write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", str(file)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        cwd=folder,
    )
    assert done.stderr == ""
    return done.stdout


def test_ours_prints_the_blocks_of_the_run_and_the_share_of_all_sums(tmp_path):
    run = Run(SHORT)
    part = run.advance(1_001)
    out = printed(text(ours(), SHORT), tmp_path)
    blocks = [log_block(part.example(row)) for row in (0, 1_000)]
    assert out.startswith("\n".join(blocks))


@pytest.mark.parametrize("theirs", [ours(), CHANGED])
def test_it_prints_the_share_that_the_trial_finds(tmp_path, theirs):
    trial = trial_of(theirs, SHORT)
    out = printed(text(theirs, SHORT), tmp_path)
    (share,) = re.findall(r"^(\d+\.\d{4}) % of all sums are right\.$", out, re.MULTILINE)
    assert share == f"{100 * trial.points[-1].exact:.4f}"


def test_the_file_can_be_tried_and_comes_to_the_same():
    trial, again = trial_of(CHANGED, SHORT), trial_of(text(CHANGED, SHORT), SHORT)
    assert again.mistake is None
    assert again.points == trial.points
    assert again.check == trial.check


def test_weights_drawn_otherwise_do_not_change_the_sums(tmp_path):
    theirs = ours().replace("2 * random.random_sample(hidden) - 1", "np.full(hidden, 0.3)")
    trial = trial_of(theirs, SHORT)
    out = printed(text(theirs, SHORT), tmp_path)
    assert f"{100 * trial.points[-1].exact:.4f} % of all sums" in out
