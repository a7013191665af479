"""Drives one run for somebody who watches: trains in slices, measures, warns, tells in frames.

It knows nothing of who watches: events go to `post`, and whoever owns a driver calls `work`
when `wait` says so.
"""

import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Protocol

from binadd.live.accuracy_meter import AccuracyMeter
from binadd.live.frame import NextFrame, next_carrying
from binadd.live.pace import Pace, watchable
from binadd.training.health import Finding
from binadd.training.run import Run
from binadd.training.watch import Watch

SLICE = 0.012  # seconds of training between two looks at the commands
PACED_SLICE = 1 / 30  # seconds between slices at a slower pace, or the time of an iteration


class Post(Protocol):
    """Sends an event to the page."""

    def __call__(self, kind: str, /, **content: Any) -> None:
        """Send the event `kind` with its content, plain data and arrays."""


class Driver:
    """A run, what the visitor wants of it, and what the page has not been told yet."""

    def __init__(
        self, run: Run, generation: int, post: Post, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self.run = run
        self.pace: Pace = None
        self.generation = generation  # of the frames; raised when those under way are worth nothing
        self._post, self._clock = post, clock
        self._state = "ready"
        self._target = run.iteration + run.settings.iterations  # the run finishes there
        self._look_afresh()

    def _look_afresh(self) -> None:
        """Forget what was measured and gathered: the run stands somewhere else."""
        self._meter = AccuracyMeter(self.run)
        self._watch = Watch(self.run)
        self._next_frame = NextFrame(next_carrying(self.run), self._clock)
        self._goal = self.run.iteration  # training rests there
        self._stepping = False
        self._next_slice = 0.0  # the time before which a slower pace wants no training
        self._going_to: int | None = None  # an iteration of before, on the way there
        self._told = ("", -1)  # state and iteration of the last frame
        self._page_waits = True  # the page has drawn the last frame

    def start(self, asked: int = 0) -> None:
        """Tell of the run as it stands.

        asked: the number of the command that asked for it; 0: nobody did
        """
        run = self.run
        stands = {"settings": asdict(run.settings), "iteration": run.iteration}
        self._post("run", id=asked, generation=self.generation, **stands)
        self._offer_frame()

    # ---- what the visitor wants ------------------------------------------------------------------

    def train(self) -> None:
        """Train to the target; if that is reached, for as many iterations again."""
        more = self.run.settings.iterations
        if more and self.run.iteration >= self._target:
            self._target += more * ((self.run.iteration - self._target) // more + 1)
        self._go(self._target, stepping=False)

    def step(self, count: int) -> None:
        """Train for so many iterations, on top of steps that are still to be done."""
        start = self._goal if self._stepping else self.run.iteration
        self._go(start + count, stepping=True)

    def pause(self) -> None:
        """Stop training between two slices, that is now."""
        if self._state == "running":
            self._rest("paused")
            self._offer_frame()

    def rewind(self, iteration: int) -> None:
        """Bring back an iteration where the run has been; raises ValueError if it has not."""
        self.run.go_near(iteration)
        self.generation += 1
        self._look_afresh()
        self._state, self._going_to = "paused", iteration

    def take_up(self, iteration: int, target: int) -> None:
        """Go to an iteration where the run has been driven before; it finishes at `target`."""
        self.rewind(iteration)
        self._target = target

    @property
    def aims(self) -> dict[str, int | None]:
        """Where the run is to finish, and the iteration that steps under way go to."""
        return {"target": self._target, "stepping": self._goal if self._stepping else None}

    def page_took_frame(self) -> None:
        """Note that the page has drawn the last frame and can take another."""
        self._page_waits = True
        self._offer_frame()

    def _go(self, goal: int, stepping: bool) -> None:
        if self._state != "running":
            self._next_frame.start_timing()
        self._state, self._goal, self._stepping = "running", goal, stepping

    def _rest(self, state: str) -> None:
        self._state, self._stepping = state, False

    # ---- work ------------------------------------------------------------------------------------

    def wait(self) -> float | None:
        """Return in how many seconds there is work; None: not before the next command."""
        measured = not self._meter.active and self._meter.iteration == self.run.iteration
        if self._state == "running" and self.run.iteration < self._goal and not self._meter.active:
            return max(0.0, self._next_slice - self._clock())
        if self._state == "running" or self._going_to is not None or not measured:
            return 0.0
        return None

    def work(self) -> None:
        """Do one slice of work."""
        iteration = self.run.iteration
        training = self._state == "running" and iteration < self._goal
        if self._going_to is not None:
            self._go_on_to(self._going_to)
        elif self._meter.active:
            self._measure()
        elif self._meter.is_due if training else iteration != self._meter.iteration:
            self._meter.start()
        elif training:
            self._train()
        elif self._state == "running":
            self._rest("finished" if iteration >= self._target else "paused")
        self._offer_frame()

    def _train(self) -> None:
        most = min(self._goal - self.run.iteration, self._meter.left, self._watch.left)
        pace = self._pace_now()
        if pace is not None:
            most = min(most, max(1, round(pace * PACED_SLICE)))
            self._next_slice = self._clock() + most / pace
        part = self.run.advance_for(SLICE, most, self._clock)
        slowly = self._stepping or (pace is not None and pace * PACED_SLICE <= 1)
        self._next_frame.add_slice(part, followed=slowly and len(part.errors) == 1)
        self._warn(self._watch.judge(part))

    def _pace_now(self) -> float | None:
        """Iterations a second; None: as many as possible. Steps are not for watching."""
        if self.pace != "watch":
            return self.pace
        whole = self.run.settings.iterations
        return None if self._stepping else watchable(self.run.iteration, whole, self._meter.exact)

    def _measure(self) -> None:
        if measured := self._meter.work():
            self._next_frame.add_measurement(measured)

    def _warn(self, finding: Finding | None) -> None:
        """Tell what is wrong with the network; stop if going on cannot help."""
        if finding is None:
            return
        if finding.fatal and self._state == "running":
            self._rest("paused")
        told = {"finding": finding.kind, "fatal": finding.fatal, "reason": finding.reason}
        self._post("warning", iteration=self.run.iteration, **told)

    def _go_on_to(self, iteration: int) -> None:
        """Train again, untold, from the checkpoint to the iteration that is wanted."""
        left = iteration - self.run.iteration
        if left > 0:
            self.run.advance_for(SLICE, left, self._clock)
        if self.run.iteration >= iteration:
            self._look_afresh()
            self._post("rewound", generation=self.generation, iteration=self.run.iteration)

    def _offer_frame(self) -> None:
        """Send what is new, if the page has drawn the last frame and there is anything new."""
        stands = (self._state, self.run.iteration)
        nothing_new = stands == self._told and not self._next_frame.measurements
        if not self._page_waits or nothing_new or self._going_to is not None:
            return
        self._page_waits, self._told = False, stands
        running = self._state == "running"
        self._post(
            "frame",
            generation=self.generation,
            state=self._state,
            iteration=self.run.iteration,
            target=self._target,
            speed=self._next_frame.speed() if running else 0.0,
            coming=None if running else self.run.next_example()._asdict(),
            **self._next_frame.take(),
        )
