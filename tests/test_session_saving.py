"""A visitor's session whose network is saved, loaded, restored."""

import numpy as np
import pytest

from binadd.network import Weights
from binadd.saving import npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import Settings
from binadd.training.run import Run
from tests.visiting import Page, answered, frames, gathered, reset


def loaded(page, change):
    """Let the page go on with a network of its own kind, every weight changed."""
    run = Run(Settings(hidden=3, iterations=20))
    weights = Weights(*(change(array) for array in run.weights))
    file = np.frombuffer(npz_file.to_bytes(Saved(weights, run.settings, 0)), np.uint8)
    assert page.do("load", file=file)[0][0] == "run"
    return file


def test_a_network_too_large_for_a_text_is_saved_as_a_file(page):
    file = loaded(page, lambda array: np.sign(array) * 1e39)
    saved = answered(page, "save")
    assert saved["text"] is None
    assert saved["refusal"] == "a weight is too large for a text or a link, but a file can hold it"
    assert np.array_equal(saved["file"], file)


def test_a_network_that_has_overflowed_is_not_saved_and_its_run_can_be_restored(page):
    loaded(page, lambda array: np.sign(array) * 1.7e308)
    page.do("step", count=3)
    page.session._driver.run._engine._calls.matrix[:] = np.nan  # as after many steps of such a size
    kind, refused = page.do("ask", id=2, about="save")[0]
    assert kind == "ask-refused"
    assert refused["message"].startswith("w_xh must be finite, but holds nan at")
    told = dict(page.do("checkpoint")[0][1])
    aims = {name: told[name] for name in ("start", "file", "iteration", "target", "furthest")}
    new = Page()
    assert "rewound" in [kind for kind, _ in new.do("restore", generation=1, **aims)]


def test_a_run_that_cannot_be_restored_is_an_error_for_then_there_is_none(page):
    nothing = np.zeros(3, np.uint8)
    content = {"start": nothing, "file": nothing, "iteration": 1, "target": 2, "furthest": 1}
    with pytest.raises(ValueError, match="the checkpoint is not a sound weights file"):
        page.send("restore", generation=1, **content)


SIZES = [1.7e308, 1e308, 1e155, 1e39, 1e-320, 0.0]


ABOUT = [
    *({"about": about} for about in ("weights", "proof", "carry", "automaton", "lesions")),
    *({"about": about} for about in ("accuracy", "without-memory", "history")),
    {"about": "silenced", "unit": 1},
    {"about": "save"},
    {"about": "add", "first": "5", "second": "6"},
    {"about": "view", "a": "5", "b": "6"},
    {"about": "reading", "a": "5", "b": "6"},
    {"about": "derivative", "a": "5", "b": "6", "array": "w_hh", "index": [0, 1]},
    {"about": "transplant", "host": ["5", "2"], "donor": ["15", "1"], "step": 4},
]


@pytest.mark.parametrize("size", SIZES)
def test_every_question_about_a_network_of_any_size_is_answered_or_refused(page, capfd, size):
    loaded(page, lambda array: np.sign(array) * size)
    for number, asked in enumerate(ABOUT):
        kind, told = page.do("ask", id=number, **asked)[-1]
        assert kind in ("answer", "ask-refused")
        assert "own code" not in told.get("message", "")
    page.do("train")
    assert capfd.readouterr() == ("", "")


def test_a_saved_network_can_be_loaded_as_a_file_exactly_and_as_a_text_nearly(page):
    page.do("step", count=300)
    saved = answered(page, "save")
    errors = gathered(page.do("step", count=50), "errors")
    reset(page, seed="5")
    loaded = page.do("load", file=saved["file"])
    assert loaded[0][0] == "run"
    assert (loaded[0][1]["iteration"], loaded[0][1]["settings"]["seed"]) == (300, 0)
    assert np.array_equal(gathered(page.do("step", count=50), "errors"), errors)
    page.do("load", text=saved["text"])
    assert np.allclose(gathered(page.do("step", count=50), "errors"), errors, atol=1e-4)
    assert frames(page.events)[-1]["iteration"] == 350


def test_a_network_that_cannot_be_loaded_is_refused_and_the_run_goes_on(page):
    page.do("step", count=5)
    for bad in ({"text": "nonsense"}, {"file": np.frombuffer(b"PK\x03\x04", dtype=np.uint8)}):
        kind, content = page.do("load", **bad)[0]
        assert kind == "load-refused"
        assert content["message"]
    assert frames(page.do("step", count=1))[-1]["iteration"] == 6
