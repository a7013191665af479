"""The command try: a file's functions are trained, checked, and set beside ours."""

import pytest

from binadd.settings import Settings
from binadd.trying import take_along
from binadd.trying.written import ours
from tests.attempts import BLAME, OUTPUT_SLOPE
from tests.commands import run  # noqa: F401  (a fixture)

QUICK = ("--iterations", "500", "--bits", "4", "--hidden", "4", "--alpha", "0.5")


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "mine.py"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def test_what_becomes_of_it_is_told_beside_ours(run, file):  # noqa: F811
    status, out, err = run("try", file(ours().replace(BLAME, "")), *QUICK)
    assert (status, err) == (0, "")
    title, gradient, learning, head, *rows = out.splitlines()
    assert title.startswith("Not the gradient of this loss")
    assert gradient.startswith("Gradient: w_xh is off by ")
    assert learning.startswith("Learning: ")
    assert head.split() == ["sums", "yours", "ours"]
    assert rows[0].split()[0] == "0"
    assert rows[-1].split()[0] == "500"


def test_our_own_functions_come_to_the_same_in_every_row(run, file):  # noqa: F811
    status, out, _ = run("try", file(ours()), *QUICK)
    assert status == 0
    assert "The right gradient, and it learns as ours does." in out
    rows = [line.split() for line in out.splitlines()[4:]]
    assert all(row[1:3] == row[3:5] for row in rows)


def test_a_mistake_is_told_with_its_line_and_changes_the_status(run, file):  # noqa: F811
    text = ours().replace("inputs.T @ d_hidden", "inputs @ d_hidden")
    line = text[: text.index("inputs @ d_hidden")].count("\n") + 1
    name = file(text)
    status, out, err = run("try", name, *QUICK)
    assert status == 1
    assert out.splitlines()[0] == "It comes to an end after 0 sums."
    assert err.startswith(
        f"binadd try: {name}: Line {line}: (4, 2) and (4, 4) cannot be multiplied"
    )
    assert err.count("\n") == 1


def test_what_it_prints_is_shown_before(run, file):  # noqa: F811
    text = ours().replace(
        "    steps = len(inputs)\n", "    steps = len(inputs)\n    print('here')\n", 1
    )
    _, out, _ = run("try", file(text), *QUICK)
    assert out.startswith("here\nhere\n")


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"", 1, "There is no function sigmoid"),
        (b"\xff\xfe", 2, "must be a text in UTF-8"),
        (b"x" * 1_000_001, 2, "must have at most 1,000,000 bytes"),
        (b"import os\nos.listdir(3, 4)\n", 1, "Line 2: TypeError"),
    ],
)
def test_a_file_that_cannot_be_tried_is_refused_in_a_sentence(run, file, content, status, said):  # noqa: F811
    done, _, err = run("try", file(content), *QUICK)
    assert done == status
    assert said in err
    assert err.count("\n") == 1


def test_a_file_that_is_not_there_is_refused(run, tmp_path):  # noqa: F811
    status, _, err = run("try", str(tmp_path / "none.py"))
    assert status == 2
    assert "No such file" in err


def test_a_file_that_was_taken_along_is_taken_again(run, file):  # noqa: F811
    chosen = Settings(iterations=500, bits=4, hidden=4, alpha=0.5)
    text = take_along.text(ours().replace(OUTPUT_SLOPE, ""), chosen)
    status, out, err = run("try", file(text), *QUICK)
    assert (status, err) == (0, "")
    assert "cross-entropy" in out
