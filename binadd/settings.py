"""Every setting of a run, in one frozen dataclass that checks itself at birth."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from binadd import numerals
from binadd.bits import shorten


@dataclass(frozen=True)
class Limit:
    """What one setting may be: its name in words, whole or not, and its range."""

    label: str
    whole: bool
    low: float
    high: float

    @property
    def wanted(self) -> str:
        """The range in words, for hints and messages."""
        kind = "a whole number" if self.whole else "a number"
        return f"{kind} from {numerals.written(self.low)} to {numerals.written(self.high)}"

    def check(self, value: object) -> None:
        """Raise ValueError unless `value` is a number of the right kind within the range."""
        right_kind = isinstance(value, int if self.whole else (int, float))
        if isinstance(value, bool) or not right_kind:
            raise ValueError(self._refusal(shorten(repr(value))))
        if not self.low <= value <= self.high:  # type: ignore[operator]  # also refuses NaN
            raise ValueError(self._refusal(shorten(format(value, "d" if self.whole else "g"))))

    def parse(self, text: str) -> int | float:
        """Read the setting as it was typed; raise ValueError that says what would be right."""
        bare = text.strip()
        if not numerals.plain(bare):
            raise ValueError(f"{self.label} is empty; it must be {self.wanted}")
        if len(bare) > 40:  # also keeps int() away from text it would read slowly
            raise ValueError(self._refusal(f"“{shorten(bare)}”"))
        try:
            value = numerals.read(bare, self.whole)
        except ValueError as error:
            remedy = numerals.remedy(bare, self.whole)
            raise ValueError(self._refusal(f"“{shorten(bare)}”{remedy}")) from error
        self.check(value)
        return value

    def _refusal(self, shown: str) -> str:
        return f"{self.label} must be {self.wanted}, not {shown}"


@dataclass(frozen=True)
class Switch:
    """A setting that is on or off, with the same interface as `Limit`."""

    label: str
    wanted: str = "yes or no"

    def check(self, value: object) -> None:
        """Raise ValueError unless `value` is True or False."""
        if not isinstance(value, bool):
            raise ValueError(f"{self.label} must be {self.wanted}, not {shorten(repr(value))}")

    def parse(self, text: str) -> bool:
        """Read "yes" or "no"; raise ValueError that says what would be right."""
        words = {"yes": True, "no": False}
        if text.strip().lower() not in words:
            raise ValueError(f"{self.label} must be {self.wanted}, not “{shorten(text.strip())}”")
        return words[text.strip().lower()]


LIMITS: Mapping[str, Limit | Switch] = {
    "bits": Limit("bits", True, 2, 16),
    "hidden": Limit("hidden units", True, 1, 64),
    "alpha": Limit("learning rate", False, 1e-6, 100),
    "iterations": Limit("iterations", True, 0, 10_000_000),
    "seed": Limit("seed", True, 0, 2**32 - 1),
    "biases": Switch("biases"),
    "batch": Limit("batch size", True, 1, 128),
}


@dataclass(frozen=True)
class Settings:
    """The settings of one run; the defaults are the tutorial's.

    bits: width of the numbers; operands have one bit less, so that the sum fits
    hidden: number of hidden units
    alpha: learning rate
    iterations: examples to train on
    seed: of the random stream that draws the weights and the examples
    biases: whether the units have biases that learn; they start at zero
    batch: examples an update; alpha then multiplies the mean of their gradients

    Raises ValueError, naming the setting, the value and the range.
    """

    bits: int = 8
    hidden: int = 16
    alpha: float = 0.1
    iterations: int = 10_000
    seed: int = 0
    biases: bool = False
    batch: int = 1

    def __post_init__(self) -> None:
        for field in fields(self):
            LIMITS[field.name].check(getattr(self, field.name))


PRESETS: Mapping[str, Settings] = {
    "2015": Settings(),  # the tutorial, exactly
    # can be proved for any length: 197 of the seeds 0-199, and 199 have every sum of 8 bits right
    "fixed": Settings(alpha=4.0, iterations=16_000, biases=True, batch=8),
}


def parse(texts: Mapping[str, str]) -> tuple[dict[str, int | float | bool], dict[str, str]]:
    """Read settings as they were typed: (values by name, messages by name for the bad ones)."""
    values: dict[str, int | float | bool] = {}
    messages: dict[str, str] = {}
    for name, text in texts.items():
        try:
            values[name] = LIMITS[name].parse(text)
        except ValueError as error:
            messages[name] = str(error)
    return values, messages
