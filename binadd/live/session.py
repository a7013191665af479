"""One visitor's session: commands in, events out, work in short slices between them.

The commands and events are those of web/runtime/messages.js, as dictionaries of plain data and
arrays; `post` sends an event. A session knows nothing of browsers: its owner calls `work` as long
as that returns True, and again after a command.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from binadd import settings
from binadd.inside import interventions
from binadd.live.driver import Driver, Post
from binadd.live.jobs import Jobs, refusal
from binadd.live.pace import Pace
from binadd.live.questions import about_network, about_run, about_states, beside_run  # noqa: F401
from binadd.live.questions.registry import ask, unchanged
from binadd.network import Weights
from binadd.saving import capsule, npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import LIMITS, PRESETS, Settings
from binadd.training.run import Run


def limits() -> dict[str, dict[str, Any]]:
    """Describe every setting: its range, its words and its default."""
    initial = asdict(Settings())
    return {
        name: {**asdict(limit), "wanted": limit.wanted, "initial": initial[name]}
        for name, limit in LIMITS.items()
    }


def presets() -> dict[str, dict[str, Any]]:
    """Describe the presets: all settings of each."""
    return {name: asdict(chosen) for name, chosen in PRESETS.items()}


Change = Callable[[Weights], Weights]  # what an intervention makes of the network


def _file_of(run: Run) -> NDArray[np.uint8]:
    """Return the content of a file with the run as it stands."""
    return about_run.file_of(Saved(run.weights, run.settings, run.iteration))


class Session:
    """Hears the page's commands and sees that they are carried out in turn."""

    def __init__(self, post: Post, clock: Callable[[], float] = time.perf_counter) -> None:
        self._post, self._clock = post, clock
        self._driver = Driver(Run(Settings()), 0, post, clock)
        self._jobs = Jobs(post)
        self._job_is_next = False  # questions and training take turns
        self._change: Change = unchanged
        self._checkpointed = (-1, -1)  # generation and iteration of the last checkpoint

    def start(self) -> None:
        """Tell the page of the run that stands at its beginning."""
        self._driver.start()

    def work(self) -> float | None:
        """Do one slice of work, if there is any.

        Return how many seconds later there is more, usually 0; None: not before the next command.
        """
        wait = self._driver.wait()
        self._job_is_next = bool(self._jobs) and not (self._job_is_next and wait == 0)
        with np.errstate(all="ignore"):  # what overflows is judged by `health`, not by warnings
            if self._job_is_next:
                self._jobs.work()
            elif wait == 0:
                self._driver.work()
        return 0.0 if self._jobs else self._driver.wait()

    def obey(self, command: Mapping[str, Any]) -> None:
        """Carry out one command, or tell why it is refused; either way the session goes on.

        Two things are raised: a name that is not in messages.js, which is no command at all, as an
        AttributeError; and whatever keeps a run from being restored, for then there is none.
        """
        content = dict(command)
        kind = content.pop("type")
        carry_out = getattr(self, "_on_" + kind)
        try:
            with np.errstate(all="ignore"):
                carry_out(**content)
        except Exception as error:  # whatever it is, it is the end of this command alone
            if kind == "restore":
                raise
            self._refuse(kind, content, error)

    def _refuse(self, kind: str, content: Mapping[str, Any], error: Exception) -> None:
        """Tell whoever sent a command that it is refused."""
        id = content.get("id", 0)
        if kind == "ask":
            self._jobs.refuse(id, content.get("about", ""), error)
        elif kind == "load":
            self._post("load-refused", id=id, message=refusal(error))
        elif kind == "rewind":
            self._post("rewind-refused", message=refusal(error))
        else:
            self._post("command-refused", id=id, command=kind, message=refusal(error))

    # ---- the run ---------------------------------------------------------------------------------

    def _on_reset(self, texts: Mapping[str, str], id: int = 0) -> None:
        values, messages = settings.parse(texts)
        if messages:
            self._post("settings-refused", id=id, messages=messages)
        else:  # each value has been parsed as its kind
            self._begin(Run(Settings(**values)), id)  # type: ignore[arg-type]

    def _on_load(self, text: str = "", file: Any = None, id: int = 0) -> None:
        in_file = file is not None
        saved = npz_file.from_bytes(bytes(file), "the file") if in_file else capsule.decode(text)
        self._begin(Run.resume(saved.settings, saved.weights, saved.iteration), id)

    def _begin(self, run: Run, id: int) -> None:
        self._drive(run, self._driver.generation + 1)
        self._change = unchanged
        self._driver.start(id)

    def _drive(self, run: Run, generation: int) -> None:
        """Let a run take the place of the one before; the pace stays."""
        pace = self._driver.pace
        self._driver = Driver(run, generation, self._post, self._clock)
        self._driver.pace = pace

    def _on_checkpoint(self) -> None:
        driver, run = self._driver, self._driver.run
        stands = (driver.generation, run.iteration)
        told, self._checkpointed = self._checkpointed, stands
        self._post(
            "checkpoint",
            generation=driver.generation,
            iteration=run.iteration,
            furthest=run.furthest,
            start=_file_of(run.again()) if driver.generation != told[0] else None,
            file=_file_of(run) if stands != told else None,
            **driver.aims,
        )

    def _on_restore(
        self, start: Any, file: Any, iteration: int, generation: int, target: int, furthest: int
    ) -> None:
        begun = npz_file.from_bytes(bytes(start), "the checkpoint")
        run = Run.resume(begun.settings, begun.weights, begun.iteration)
        try:
            saved = npz_file.from_bytes(bytes(file), "the checkpoint")
        except ValueError:  # its weights had overflowed: the way there is trained from the start
            saved = begun
        run.skip_to(saved.iteration, saved.weights)
        run.furthest = max(furthest, iteration)
        self._drive(run, generation)
        self._driver.take_up(iteration, target)

    def _on_train(self) -> None:
        self._driver.train()

    def _on_step(self, count: int) -> None:
        self._driver.step(count)

    def _on_pause(self) -> None:
        self._driver.pause()

    def _on_pace(self, speed: Pace) -> None:
        self._driver.pace = speed

    def _on_take(self, generation: int | None = None) -> None:
        if generation in (None, self._driver.generation):  # not a frame of the run of before
            self._driver.page_took_frame()

    def _on_rewind(self, iteration: int) -> None:
        self._driver.rewind(iteration)

    # ---- the network as it is now ----------------------------------------------------------------

    def _on_intervene(self, kind: str, unit: int = 0) -> None:
        changes: dict[str, Change] = {
            "none": unchanged,
            "no-memory": interventions.without_memory,
            "silence": partial(interventions.silence, unit=unit),
        }
        self._change = changes[kind]

    def _on_ask(self, id: int, about: str, **details: Any) -> None:
        run = self._driver.run
        self._jobs.add(id, about, run.iteration, ask(about, details, run, self._change))

    def _on_cancel(self, id: int) -> None:
        self._jobs.cancel(id)
