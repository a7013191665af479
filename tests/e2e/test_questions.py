"""Every command and question of the worker, in the browser, against the package run natively."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from binadd.in_parts import finish
from binadd.saving import capsule, npz_file
from binadd.training.run import Run
from tests.asking import QUESTIONS
from tests.e2e.app import BOOT, TRAINING
from tests.e2e.conftest import Watch

# An empty page of the site, with what PyScript wants to find, and the site's own trainer in it.
PLUGINS = [
    *("!error", "!deprecations-manager", "!py-editor", "!py-game"),
    *("!py-terminal", "!donkey", "!codemirror"),
]
CONFIG = json.dumps({"plugins": PLUGINS})
EMPTY = f"""<!doctype html><link rel="icon" href="data:,">
<py-config hidden>{CONFIG}</py-config><mpy-config hidden>{CONFIG}</mpy-config>"""
START = """async () => {
  const { Trainer } = await import("./worker-client.js");
  globalThis.heard = [];
  globalThis.trainer = new Trainer((event) => {
    heard.push(event);
    if (event.type === "frame") trainer.send({ type: "take" });
  });
}"""
PLAIN = """([kind, id]) => {
  const found = heard.findLast((event) => event.type === kind && (id < 0 || event.id === id));
  if (!found) return null;
  const flat = (_, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value);
  return JSON.parse(JSON.stringify(found, flat));
}"""
FIXED = {"alpha": "4", "iterations": "16000", "biases": "yes", "batch": "8"}


class Worker:
    """The worker of a page, talked to in messages."""

    def __init__(self, page) -> None:
        self.page = page
        self._asked = 0

    def send(self, **command) -> None:
        self.page.evaluate("command => { trainer.send(command); }", command)

    def wait_for(self, kind: str, id: int = -1, timeout: int = TRAINING):
        """The last event of a kind that has come."""
        for _ in range(timeout // 50):
            if event := self.page.evaluate(PLAIN, [kind, id]):
                return event
            self.page.evaluate("new Promise((done) => setTimeout(done, 50))")
        raise AssertionError(f"no {kind} within {timeout} ms")

    def forget(self) -> None:
        self.page.evaluate("heard.length = 0")

    def ask(self, about: str, **details):
        """The answer to a question, or its refusal."""
        self._asked += 1
        self.send(type="ask", id=self._asked, about=about, **details)
        for _ in range(TRAINING // 50):
            for kind in ("answer", "ask-refused"):
                if event := self.page.evaluate(PLAIN, [kind, self._asked]):
                    return event.get("result") or event["message"]
            self.page.evaluate("new Promise((done) => setTimeout(done, 50))")
        raise AssertionError(f"no answer to {about}")

    def train(self, **texts: str):
        self.forget()
        self.send(type="reset", texts=texts)
        self.wait_for("run")
        self.send(type="train")
        frame = self.wait_for("frame")
        while frame["state"] != "finished":
            frame = self.wait_for("frame")
        return frame


@pytest.fixture(scope="module")
def worker(browser: Browser, site: str) -> Iterator[Worker]:
    context = browser.new_context()
    page = context.new_page()
    watch = Watch(page, site)
    page.route("**/empty.html", lambda route: route.fulfill(body=EMPTY, content_type="text/html"))
    page.goto(site + "empty.html")
    page.evaluate(START)
    worker = Worker(page)
    worker.wait_for("ready", timeout=BOOT)
    yield worker
    context.close()
    assert watch.complaints == []
    assert watch.foreign == []


@pytest.fixture(scope="module")
def fixed(worker: Worker) -> Worker:
    """The worker with the preset "fixed", trained."""
    worker.train(**FIXED)
    return worker


def test_the_presets_come_with_the_limits(worker):
    ready = worker.wait_for("ready")
    assert ready["presets"]["fixed"]["alpha"] == 4
    assert ready["presets"]["2015"]["biases"] is False
    assert ready["limits"]["biases"]["wanted"] == "yes or no"


def test_fixed_is_proved_in_the_worker(fixed):
    proof = fixed.ask("proof")
    assert proof["verdict"] == "proved"
    assert proof["boxes"] > 0
    assert proof["margin"] > 0


def test_the_weights_have_their_shapes(fixed):
    weights = fixed.ask("weights")["weights"]
    sizes = {name: len(array) for name, array in weights.items()}
    assert sizes == {"w_xh": 32, "w_hh": 256, "w_hy": 16, "b_h": 16, "b_y": 1}


def test_one_sum_is_taken_apart_and_both_derivatives_agree(fixed):
    view = fixed.ask("view", a="9", b="60")
    assert len(view["fromMemory"]) == 8 * 16 * 16
    said = sum(int(output > 0.5) << t for t, output in enumerate(view["outputs"]))
    assert said == 69
    both = fixed.ask("derivative", a="9", b="60", array="w_hh", index=[3, 4])
    assert both["analytic"] == pytest.approx(both["numeric"], abs=1e-8)


def test_the_carry_is_read_and_the_machine_is_a_full_adder(fixed):
    carry = fixed.ask("carry")["carry"]
    assert carry["accuracy"] == 1
    assert len(carry["accuracies"]) == 16
    automaton = fixed.ask("automaton")
    assert automaton["fullAdder"] is True
    assert automaton["agreement"] == 1


def test_interventions_agree_with_those_made_natively(fixed):
    same = npz_file.from_bytes(bytes(fixed.ask("save")["file"]), "the file").weights
    for about, details in (
        ("without-memory", {}),
        ("silenced", {"unit": 3}),
        ("transplant", {"host": ["9", "60"], "donor": ["127", "1"], "step": 3}),
    ):
        there = fixed.ask(about, **details)
        here = finish(QUESTIONS[about].answer(same, 8, **details))
        told = {"pairs", "exact", "answer", "donorCarry", "expected", "asExpected"} & set(here)
        assert {name: there[name] for name in told} == {name: here[name] for name in told}
    assert fixed.ask("without-memory")["exact"] == 2187 / 16384
    assert len(fixed.ask("lesions")["exact"]) == 16


def test_a_sum_of_any_length_is_added(fixed):
    total = fixed.ask("add", first=hex(2**200 - 1), second="1")
    assert (total["truth"], total["answer"], total["right"]) == (str(2**200), str(2**200), True)
    assert fixed.ask("add", first="", second="1").startswith("first number is empty")


def test_a_question_about_what_cannot_be_is_refused_in_words(fixed):
    assert fixed.ask("silenced", unit=16) == "unit must be from 0 to 15, not 16"
    assert "at most 7 bits" in fixed.ask("view", a="128", b="0")


def test_the_network_of_2015_at_20000_iterations_fails_at_the_thirty_first_bit(worker):
    worker.train(iterations="20000")
    proof = worker.ask("proof")
    assert proof["verdict"] == "fails"
    assert proof["failure"] == {"a": str(2**31 - 1), "b": "1", "wrongBit": 30}


def test_rewinding_in_the_page_brings_back_the_same_numbers(worker):
    worker.train(iterations="3000")
    errors = worker.page.evaluate(
        "heard.filter((e) => e.type === 'frame').flatMap((e) => Array.from(e.errors))"
    )
    worker.forget()
    worker.send(type="rewind", iteration=1234)
    assert worker.wait_for("rewound")["iteration"] == 1234
    worker.send(type="train")
    while worker.wait_for("frame")["state"] != "finished":
        pass
    again = worker.page.evaluate(
        "heard.filter((e) => e.type === 'frame').flatMap((e) => Array.from(e.errors))"
    )
    assert again == errors[1234:]
    worker.send(type="rewind", iteration=99_999)
    assert "at most 3,000" in worker.wait_for("rewind-refused")["message"]


def test_a_network_saved_in_the_page_is_read_natively_and_the_other_way_round(worker):
    worker.train(iterations="500", seed="3")
    saved = worker.ask("save")
    here = npz_file.from_bytes(bytes(saved["file"]), "the file")
    assert (here.iteration, here.settings.seed) == (500, 3)
    run = Run(here.settings)
    run.advance(500)
    assert here.weights.w_hh == pytest.approx(run.weights.w_hh, abs=1e-9)
    assert capsule.decode(saved["text"]).settings == here.settings
    worker.forget()
    worker.send(type="load", text=capsule.encode(here))
    loaded = worker.wait_for("run")
    assert (loaded["iteration"], loaded["settings"]["seed"]) == (500, 3)
    worker.send(type="load", text="nonsense")
    assert worker.wait_for("load-refused")["message"]


def test_a_frozen_network_is_reported_and_stops(worker):
    worker.forget()
    worker.send(type="reset", texts={"alpha": "100"})
    worker.send(type="train")
    warning = worker.wait_for("warning")
    assert (warning["finding"], warning["fatal"]) == ("saturated", True)
