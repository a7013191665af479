"""What holds for every test: whether it passes says nothing about how fast a machine is."""

from hypothesis import HealthCheck, settings

from tests.commands import cured, leaky, run
from tests.visiting import page
from tests.written import old

__all__ = ["cured", "leaky", "old", "page", "run"]  # fixtures for every test

settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")
