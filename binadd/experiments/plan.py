"""What is to be compared: which networks to train, and for how long."""

from dataclasses import dataclass

from binadd.settings import LIMITS, Limit

MOST_NETWORKS = Limit("the number of networks", True, 1, 1_000)
MOST_POINTS = Limit("the number of evaluations, all networks together,", True, 1, 2_000_000)
EVERY = Limit("iterations between evaluations", True, 1, 10_000)


@dataclass(frozen=True)
class Plan:
    """Which networks to train: one for each seed, number of hidden units and learning rate.

    iterations: how long each of them may take to become perfect
    every: iterations between two evaluations

    Raises ValueError, naming the value and what would be right.
    """

    seeds: tuple[int, ...] = tuple(range(10))
    hidden: tuple[int, ...] = (4, 8, 16, 32)
    alphas: tuple[float, ...] = (0.1,)
    biases: bool = False
    bits: int = 8
    iterations: int = 20_000
    every: int = 100

    def __post_init__(self) -> None:
        for name, values in (("seed", self.seeds), ("hidden", self.hidden), ("alpha", self.alphas)):
            if not values or len(set(values)) < len(values):
                raise ValueError(f"{LIMITS[name].label} must be given, each value once")
            for value in values:
                LIMITS[name].check(value)
        for name in ("biases", "bits", "iterations"):
            LIMITS[name].check(getattr(self, name))
        EVERY.check(self.every)
        MOST_NETWORKS.check(self.networks)
        MOST_POINTS.check(self.networks * (self.iterations // self.every))

    @property
    def networks(self) -> int:
        """The number of networks."""
        return len(self.seeds) * len(self.hidden) * len(self.alphas)
