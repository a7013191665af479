"""One visitor's session: commands in, events out, work in short slices between them.

The commands and events are those of web/messages.js, as dictionaries of plain data and arrays;
`post` sends an event. A session knows nothing of browsers: its owner calls `work` as long as that
returns True, and again after a command.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Protocol

from binadd import adder, bits, settings
from binadd.meter import Meter
from binadd.news import News
from binadd.settings import LIMITS, PRESETS, Settings
from binadd.training import Run

SLICE = 0.012  # seconds of training between two looks at the commands


class Post(Protocol):
    """Sends an event to the page."""

    def __call__(self, kind: str, /, **content: Any) -> None:
        """Send the event `kind` with its content, plain data and arrays."""


def limits() -> dict[str, dict[str, object]]:
    """Describe every setting: its range, its words and its default."""
    initial = asdict(Settings())
    return {
        name: {**asdict(LIMITS[name]), "wanted": LIMITS[name].wanted, "initial": initial[name]}
        for name in LIMITS
    }


def presets() -> dict[str, dict[str, Any]]:
    """Describe the presets: all settings of each."""
    return {name: asdict(chosen) for name, chosen in PRESETS.items()}


class Session:
    """A run, what the visitor wants of it, and what the page has not been told yet."""

    def __init__(self, post: Post, clock: Callable[[], float] = time.perf_counter) -> None:
        self._post, self._clock = post, clock
        self._generation = 0
        self._begin(Settings())

    def _begin(self, chosen: Settings) -> None:
        self._run = Run(chosen)
        self._meter = Meter(self._clock)
        self._news = News(self._run.next_example(), self._clock)
        self._state = "ready"
        self._target = chosen.iterations  # the run finishes there
        self._goal = 0  # training rests there
        self._stepping = False
        self._told = ("", -1)  # state and iteration of the last frame
        self._page_waits = True  # the page has drawn the last frame

    def start(self) -> None:
        """Tell the page of the run that stands at its beginning."""
        chosen = self._run.settings
        self._post("run", generation=self._generation, settings=asdict(chosen))
        self._offer_frame()

    # ---- commands --------------------------------------------------------------------------------

    def obey(self, command: Mapping[str, Any]) -> None:
        """Carry out one command; a name that is not in messages.js is an AttributeError."""
        content = dict(command)
        getattr(self, "_on_" + content.pop("type"))(**content)

    def _on_reset(self, texts: Mapping[str, str]) -> None:
        values, messages = settings.parse(texts)
        if messages:
            self._post("settings-refused", messages=messages)
            return
        self._generation += 1
        self._begin(Settings(**values))  # type: ignore[arg-type]  # each has been parsed as its kind
        self.start()

    def _on_train(self) -> None:
        step = self._run.settings.iterations
        if step and self._run.iteration >= self._target:
            self._target += step * ((self._run.iteration - self._target) // step + 1)
        self._go(self._target, stepping=False)

    def _on_step(self, count: int) -> None:
        start = self._goal if self._stepping else self._run.iteration
        self._go(start + count, stepping=True)

    def _on_pause(self) -> None:
        if self._state == "running":
            self._rest("paused")
            self._offer_frame()

    def _on_take(self) -> None:
        self._page_waits = True
        self._offer_frame()

    def _on_add(self, id: int, first: str, second: str) -> None:
        numbers, messages = {}, {}
        for name, text in (("first", first), ("second", second)):
            try:
                numbers[name] = bits.parse_number(text, f"{name} number")
            except ValueError as error:
                messages[name] = str(error)
        if messages:
            self._post("sum-refused", id=id, messages=messages)
        else:
            self._post("sum", id=id, **self._sum(numbers["first"], numbers["second"]))

    def _sum(self, a: int, b: int) -> dict[str, Any]:
        trained = self._run.settings.bits
        asked = adder.add(self._run.weights, a, b, trained)
        return {
            "iteration": self._run.iteration,
            "a": str(a),
            "b": str(b),
            "truth": str(a + b),
            "answer": str(asked.answer),
            "right": not len(asked.wrong),
            "wrongBits": len(asked.wrong),
            "firstWrong": int(asked.wrong[0]) if len(asked.wrong) else -1,
            "trained": trained,
            "aBits": bits.to_bits(a, asked.width),
            "bBits": bits.to_bits(b, asked.width),
            "trueBits": asked.truth,
            "outputs": asked.outputs,
        }

    # ---- work ------------------------------------------------------------------------------------

    def work(self) -> bool:
        """Do one slice of work, if there is any; return whether there is more."""
        iteration = self._run.iteration
        training = self._state == "running" and iteration < self._goal
        if self._meter.active:
            measured = self._meter.work()
            if measured:
                self._news.add_measurement(measured)
        elif self._meter.is_due(self._run) if training else iteration != self._meter.iteration:
            self._meter.start(self._run)
        elif training:
            self._train()
        elif self._state == "running":
            self._rest("finished" if iteration >= self._target else "paused")
        self._offer_frame()
        return self._state == "running" or self._meter.active or iteration != self._meter.iteration

    def _train(self) -> None:
        most = self._goal - self._run.iteration
        left = self._meter.iterations_left(self._run.iteration)
        if left is not None:
            most = min(most, left)
        self._news.add_slice(self._run.advance_for(SLICE, most, self._clock))

    def _go(self, goal: int, stepping: bool) -> None:
        if self._state != "running":
            self._news.start_timing()
        self._state, self._goal, self._stepping = "running", goal, stepping

    def _rest(self, state: str) -> None:
        self._state, self._stepping = state, False

    def halt(self) -> None:
        """Stop for good, whatever was asked for."""
        self._rest("paused")
        self._meter.iteration = self._run.iteration

    def _offer_frame(self) -> None:
        """Send what is new, if the page has drawn the last frame and there is anything new."""
        stands = (self._state, self._run.iteration)
        if not self._page_waits or (stands == self._told and not self._news.measurements):
            return
        self._page_waits, self._told = False, stands
        self._post(
            "frame",
            generation=self._generation,
            state=self._state,
            iteration=self._run.iteration,
            target=self._target,
            speed=self._news.speed() if self._state == "running" else 0.0,
            **self._news.take(),
        )
