"""Questions under way: each is worked on a part at a time, in turn, and can be cancelled."""

import traceback
from collections.abc import Callable, Mapping
from typing import Any

from binadd.in_parts import Answer
from binadd.live.questions.registry import BadFields

PROGRESS = 0.01  # a share less than this further is not worth telling
UNEXPECTED = "This failed because of an error in this page's own code; nothing else has changed"

Tell = Callable[..., None]  # tell(kind, **content)


def refusal(error: Exception) -> str:
    """Say in a sentence why something cannot be; of an error of our own show engineers more.

    A ValueError brings its sentence. The traceback of any other goes to standard error, which a
    browser shows in its developer tools.
    """
    if isinstance(error, ValueError):
        return str(error)
    traceback.print_exception(error)
    return f"{UNEXPECTED} ({type(error).__name__})."


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
            if self._goes_on(id, asked, answer):
                self._under_way[id] = asked, answer  # at the end of the queue
        except Exception as error:  # whatever it is, it is the end of this question alone
            self.refuse(id, asked["about"], error)

    def refuse(self, id: int, about: str, error: Exception) -> None:
        """Tell why a question is not answered; if fields are to blame, what is wrong with each."""
        fields = error.sentences if isinstance(error, BadFields) else {}
        self._tell("ask-refused", id=id, about=about, message=refusal(error), fields=fields)

    def _goes_on(self, id: int, asked: Mapping[str, Any], answer: Answer) -> bool:
        try:
            share = next(answer)
        except StopIteration as done:
            self._tell("answer", id=id, **asked, result=done.value)
            return False
        self._report(id, share)
        return True

    def _report(self, id: int, share: float | None) -> None:
        if share is not None and share - self._told[id] >= PROGRESS:
            self._told[id] = share
            self._tell("progress", id=id, done=share)
