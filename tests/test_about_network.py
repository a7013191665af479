"""What a page can ask of a network, each answer in plain data."""

import numpy as np
import pytest

from binadd.inside.interventions import lesions
from binadd.judging import certificate, checker
from binadd.live.questions.registry import BadFields
from binadd.network import Weights, forward
from tests.asking import QUESTIONS as REGISTERED
from tests.asking import is_plain, named, work_out
from tests.trained import digits_of, fixed, tutorial, two_units, untrained

OPERANDS = {"a": "9", "b": "60"}
W_HH = {**OPERANDS, "array": "w_hh", "index": [3, 4]}
QUESTIONS = {
    "weights": {},
    "proof": {},
    "certificate": {},
    "add": {"first": "9", "second": "60"},
    "view": OPERANDS,
    "lesson": {**OPERANDS, "alpha": 0.1, "biases": False},
    "derivative": W_HH,
    "reading": OPERANDS,
    "carry": {},
    "automaton": {},
    "lesions": {},
    "accuracy": {},
    "without-memory": {},
    "silenced": {"unit": 3},
    "transplant": {"host": ["9", "60"], "donor": ["127", "1"], "step": 3},
    "square": {},
    "way": OPERANDS,
    "leak": {"columns": "32"},
}
OF_TWO_UNITS = {"square", "way"}


def answer(about, weights, width=8, **details):
    return work_out(REGISTERED[about].answer(weights, width, **details))


@pytest.mark.parametrize("about", QUESTIONS)
def test_every_answer_is_plain_data(about):
    weights = two_units(40_000) if about in OF_TWO_UNITS else fixed(0)
    assert is_plain(answer(about, weights, **QUESTIONS[about]))


def test_every_question_is_tried_here():
    assert set(QUESTIONS) == named("network")


def test_the_weights_come_whole():
    weights = Weights(**answer("weights", fixed(0))["weights"])
    assert np.array_equal(weights.w_hh, fixed(0).w_hh.ravel())


def test_a_proof_and_a_failure_are_told_apart():
    assert answer("proof", fixed(0))["verdict"] == "proved"
    failed = answer("proof", tutorial(0, 20_000))
    assert failed["verdict"] == "fails"
    assert failed["failure"] == {"a": str(2**31 - 1), "b": "1", "wrongBit": 30}


def test_a_certificate_convinces_the_checker_and_there_is_none_of_a_network_that_fails():
    content = answer("certificate", fixed(0))["file"].tobytes()
    assert checker.check_text(content).startswith("Checked: ")
    assert certificate.is_of(fixed(0), content)
    with pytest.raises(ValueError, match="There is no certificate of this network. It fails."):
        answer("certificate", tutorial(0, 20_000))


def test_without_memory_just_the_sums_that_never_carry_are_left():
    done = answer("without-memory", tutorial(0))
    assert (done["exact"], done["pairs"]) == (2187 / 16384, 16384)
    a, b = np.divmod(np.arange(16384), 128)
    assert np.array_equal(done["map"] == 0, (a & b) == 0)


def test_silencing_one_unit_agrees_with_silencing_all_in_turn():
    shares = list(lesions(tutorial(0), 8))
    assert answer("lesions", tutorial(0))["exact"].tolist() == shares
    assert answer("silenced", tutorial(0), unit=2)["exact"] == shares[2]


def test_the_reading_of_a_trained_network_is_the_true_carry_and_of_an_untrained_one_not_always():
    done = answer("reading", fixed(0), a="127", b="1")
    assert done["carry"].tolist() == 7 * [1] + [0]
    assert done["byAll"].tolist() == done["carry"].tolist()
    assert done["accuracyOfAll"] == 1
    assert len(done["hidden"]) == 8 * 16
    assert answer("reading", untrained(0), **OPERANDS)["accuracyOfAll"] < 1


def test_each_unit_is_read_by_its_own_threshold_as_the_message_says():
    done = answer("reading", fixed(0), a="127", b="1")
    states, said = (done[name].reshape(8, 16) for name in ("hidden", "byUnit"))
    above = states > done["thresholds"]
    assert said.tolist() == np.where(done["rising"], above, ~above).astype(int).tolist()
    best = done["bestUnit"]
    assert said[:, best].tolist() == done["carry"].tolist()
    distances = np.abs(states[:, best] - done["thresholds"][best])
    assert distances.min() >= done["gaps"][best] / 2 > 0


def test_a_sum_of_any_length_is_read():
    done = answer("reading", fixed(0), a=str(2**1023 - 1), b="1")
    assert len(done["outputs"]) == len(done["byAll"]) == 1024
    assert done["byAll"].tolist() == done["carry"].tolist() == 1023 * [1] + [0]


def test_a_reading_with_a_donors_memory_is_that_of_the_transplant():
    sums = {"a": "9", "b": "60", "donor": ["127", "1"], "step": 3}
    read = answer("reading", fixed(0), **sums)
    done = answer("transplant", fixed(0), host=["9", "60"], donor=["127", "1"], step=3)
    assert read["outputs"].tolist() == done["outputs"].tolist()
    assert read["byAll"].tolist()[3:] == [1, 1, 1, 0, 0]
    with pytest.raises(ValueError, match="donor's first number must have at most 7 bits"):
        answer("reading", fixed(0), **{**sums, "donor": ["128", "1"]})


def test_a_transplant_brings_the_donors_carry():
    done = answer("transplant", fixed(0), host=["9", "60"], donor=["127", "1"], step=3)
    assert (done["donorCarry"], done["asExpected"]) == (1, True)


def test_a_lesson_is_of_the_network_and_the_sum_that_are_asked():
    taught = answer("lesson", tutorial(0, 100), **QUESTIONS["lesson"])
    assert (taught["a"], taught["b"]) == ("9", "60")
    assert taught["targets"].tolist() == [1, 0, 1, 0, 0, 0, 1, 0]
    both = answer("derivative", tutorial(0, 100), **QUESTIONS["derivative"])
    assert taught["whole"]["w_hh"][3 * 16 + 4] == pytest.approx(both["numeric"], abs=1e-9)
    with pytest.raises(ValueError, match="first number must have at most 7 bits"):
        answer("lesson", fixed(0), **{**QUESTIONS["lesson"], "a": "128"})


def test_both_derivatives_agree():
    both = answer("derivative", tutorial(0, 100), **QUESTIONS["derivative"])
    assert both["analytic"] == pytest.approx(both["numeric"], abs=1e-9)


def test_numbers_that_cannot_be_added_are_refused_each_in_words_of_its_own():
    with pytest.raises(BadFields) as refused:
        answer("add", fixed(0), first="", second="-1")
    first, second = refused.value.sentences.values()
    assert first.startswith("first number is empty")
    assert second.startswith("second number must be a whole number")
    assert str(refused.value) == f"{first}; {second}"


def test_the_way_of_a_sum_goes_through_the_states_of_its_forward_pass():
    weights, a, b = two_units(40_000), 114, 98
    told = answer("way", weights, a=str(a), b=str(b))
    trace = forward(weights, digits_of([a, b], 8).T)
    assert told["states"].reshape(8, 2).tolist() == trace.hidden[1:].tolist()
    assert told["outputs"].tolist() == trace.outputs.tolist()
    assert told["bits"].reshape(8, 2).tolist() == trace.inputs.tolist()
    assert told["ones"].tolist() == [0, 2, 1, 0, 1, 2, 3, 1]
    assert len(told["put"]) == 0


def test_of_a_long_sum_the_way_through_the_lowest_columns_is_told():
    told = answer("way", two_units(40_000), a=str(2**1023 - 1), b="1")
    assert (told["columns"], len(told["ones"]), len(told["states"])) == (1024, 16, 32)


def test_a_transplanted_state_is_the_donors_and_its_carry_goes_on_from_there():
    weights, sums = two_units(40_000), {"a": "2", "b": "4", "donor": ["7", "1"], "step": 3}
    told = answer("way", weights, **sums)
    donors = forward(weights, digits_of([7, 1], 8).T).hidden
    assert told["put"].tolist() == donors[3].tolist()
    assert told["states"].tolist() == answer("reading", weights, **sums)["hidden"].tolist()
    assert told["ones"].tolist() == [0, 1, 1, 1, 0, 0, 0, 0]  # 2 + 4 and, from bit 3 on, a carry
    done = answer("transplant", weights, host=["2", "4"], donor=["7", "1"], step=3)
    assert told["outputs"].tolist() == done["outputs"].tolist()


def test_the_leak_is_told_with_the_sum_and_its_first_wrong_bit():
    told = answer("leak", tutorial(0, 20_000), columns="1,000")
    assert (told["firstWrong"], len(told["outputs"]), len(told["reading"])) == (30, 1000, 1000)
    with pytest.raises(BadFields) as refused:
        answer("leak", fixed(0), columns="7")
    assert refused.value.sentences == {
        "columns": "columns must be a whole number from 8 to 1,024, not 7"
    }


@pytest.mark.parametrize(
    ("about", "details", "message"),
    [
        ("view", {"a": "128", "b": "0"}, "first number must have at most 7 bits"),
        ("view", {"a": "1", "b": ""}, "second number is empty"),
        ("transplant", {**QUESTIONS["transplant"], "step": 9}, "step must be"),
        ("silenced", {"unit": 16}, "unit must be from 0 to 15, not 16"),
        ("derivative", {**W_HH, "index": [16, 0]}, r"within w_hh, \(16, 16\), not be \[16, 0\]"),
        ("derivative", {**W_HH, "array": "x"}, "array must be one of w_xh, .*, not x"),
        ("square", {}, "the square shows two hidden units, not 16"),
        ("way", OPERANDS, "the square shows two hidden units, not 16"),
    ],
)
def test_a_question_about_what_cannot_be_is_refused_in_words(about, details, message):
    with pytest.raises(ValueError, match=message):
        answer(about, fixed(0), **details)
