"""All questions that a page can ask, by name, wherever they are answered.

A question is answered by a generator: it does its work in short parts, yields between them (None,
or the share that is done), and returns its answer as a dictionary of plain data and arrays. A
question about something that cannot be raises ValueError with a sentence.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple, TypeVar

from binadd.in_parts import Answer
from binadd.network import Weights
from binadd.training.run import Run

Answering = TypeVar("Answering", bound=Callable[..., Answer])
Need = Literal["network", "run"] | None


class Question(NamedTuple):
    """How a question is answered."""

    answer: Callable[..., Answer]
    needs: Need  # "network": weights and width; "run": the run; either before the details


class BadFields(ValueError):
    """What is wrong with fields that somebody typed into: a sentence for each, by its name."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        super().__init__("; ".join(sentences.values()))
        self.sentences = dict(sentences)


QUESTIONS: dict[str, Question] = {}  # filled while their modules are imported, and then read only


def question(about: str, needs: Need) -> Callable[[Answering], Answering]:
    """Enter a function as what answers the question of that name.

    needs: "network" hands it the weights and the width in bits of the sums that they are trained
    on, "run" the run; None hands it the details alone. What it is asked of is that of the moment:
    what it needs of a run, which goes on, it takes before it returns its generator.
    """
    if about in QUESTIONS:
        raise ValueError(f"the question {about} is answered twice")

    def enter(answer: Answering) -> Answering:
        QUESTIONS[about] = Question(answer, needs)
        return answer

    return enter


def unchanged(weights: Weights) -> Weights:
    """Return the network as it is."""
    return weights


def ask(
    about: str,
    details: Mapping[str, Any],
    run: Run,
    change: Callable[[Weights], Weights] = unchanged,
) -> Answer:
    """Return the generator that answers; details are the further arguments of the question.

    change: what is made of the run's network before it is asked
    """
    asked = QUESTIONS[about]
    if asked.needs == "network":
        return asked.answer(change(run.weights), run.settings.bits, **details)
    return asked.answer(run, **details) if asked.needs == "run" else asked.answer(**details)
