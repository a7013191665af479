"""Questions under way: each is worked on a part at a time, in turn, and can be cancelled."""

from collections.abc import Callable, Mapping
from typing import Any

from binadd.parts import Answer

PROGRESS = 0.01  # a share less than this further is not worth telling

Tell = Callable[..., None]  # tell(kind, **content)


class Jobs:
    """Works on questions and tells how they go: `progress`, `answer` or `ask-refused`."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._under_way: dict[int, tuple[Mapping[str, Any], Answer]] = {}
        self._told: dict[int, float] = {}

    def __bool__(self) -> bool:
        """Is anything under way?"""
        return bool(self._under_way)

    def add(self, id: int, about: str, iteration: int, answer: Answer) -> None:
        """Take on a question; one that has the same number is cancelled.

        iteration: how many the network that is asked has done, to be told with the answer
        """
        self.cancel(id)
        self._under_way[id] = {"about": about, "iteration": iteration}, answer
        self._told[id] = 0.0

    def cancel(self, id: int) -> None:
        """Forget a question; nothing more is told of it."""
        if id in self._under_way:
            self._under_way.pop(id)[1].close()

    def work(self) -> None:
        """Do one part of the question whose turn it is."""
        id, (asked, answer) = next(iter(self._under_way.items()))
        del self._under_way[id]
        try:
            share = next(answer)
        except StopIteration as done:
            self._tell("answer", id=id, **asked, result=done.value)
        except ValueError as error:
            self._tell("ask-refused", id=id, about=asked["about"], message=str(error))
        else:
            self._under_way[id] = asked, answer  # at the end of the queue
            self._report(id, share)

    def _report(self, id: int, share: float | None) -> None:
        if share is not None and share - self._told[id] >= PROGRESS:
            self._told[id] = share
            self._tell("progress", id=id, done=share)
