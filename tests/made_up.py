"""Whatever a stranger may hand over, made up at random, for tests."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from binadd.saving.npz_file import Saved
from binadd.settings import Settings
from binadd.training.run import Run

RUN = Run(Settings(hidden=2))
SAVED = Saved(RUN.weights, RUN.settings, 0)
NUMBERS = st.integers() | st.floats() | st.sampled_from([2**31, 2**63, -1, 0, 10**100, 1e308])
TEXTS = st.text(max_size=60) | NUMBERS.map(str) | st.text("0123456789_.eE+-xb ", max_size=60)

many = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def sentence(error):
    """What a visitor reads: one line, not too long, with words in it."""
    text = str(error)
    assert "\n" not in text
    assert 10 < len(text) < 400
    assert " " in text
    return text
