"""Certificates convince a checker that knows nothing of the package, and none if changed."""

import copy
import json
import subprocess
import sys
from decimal import Decimal, localcontext
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binadd.judging import certificate, checker
from binadd.judging.checker import ONE, Refused, check_text, exponential, sigmoid
from binadd.judging.proof import prove
from binadd.network import Weights
from tests.trained import fixed, handmade, tutorial

ROOT = Path(__file__).parent.parent


@cache
def certified(seed: int) -> str:
    proof = prove(fixed(seed))
    assert proof.certified
    return certificate.text(fixed(seed), proof.certified)


def test_whatever_is_proved_passes_the_checker() -> None:
    checked = 0
    for seed in range(30):  # those of test_proof
        proof = prove(fixed(seed))
        if proof.certified:
            words = check_text(certificate.text(fixed(seed), proof.certified))
            assert words.startswith("Checked: the network of 16 hidden units")
            checked += 1
    assert checked >= 25


def test_an_adder_made_by_hand_passes_with_nine_boxes() -> None:
    proof = prove(handmade())
    assert proof.certified
    assert "(9 boxes, runs of 1)" in check_text(certificate.text(handmade(), proof.certified))


def test_the_checker_stands_alone_and_needs_no_numpy(tmp_path: Path) -> None:
    file = tmp_path / "proof.json"
    file.write_text(certified(0))
    alone = tmp_path / "checker.py"
    alone.write_text((ROOT / "binadd" / "judging" / "checker.py").read_text())
    program = f"""
import sys
sys.modules["numpy"] = None  # an import of it would fail
sys.argv = ["checker.py", {str(file)!r}]
import runpy
runpy.run_path({str(alone)!r}, run_name="__main__")
"""
    command = [sys.executable, "-I", "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Checked: ")


def test_a_certificate_is_the_same_whenever_it_is_written() -> None:
    proof = prove(fixed(0))
    assert proof.certified
    assert certificate.text(fixed(0), proof.certified) == certified(0)


def test_a_certificate_is_of_its_own_network_alone() -> None:
    assert certificate.is_of(fixed(0), certified(0))
    w_hy = fixed(0).w_hy.copy()
    w_hy[3] = np.nextafter(w_hy[3], 9)
    assert not certificate.is_of(fixed(0)._replace(w_hy=w_hy), certified(0))
    assert not certificate.is_of(fixed(1), certified(0))
    assert not certificate.is_of(handmade(), certified(0))


# ---- what is no proof ----------------------------------------------------------------------------


def changed(change: Any, seed: int = 0) -> str:
    content = json.loads(certified(seed))
    change(content)
    return json.dumps(content)


def with_its_largest_turned(name: str) -> Any:
    def turn(content: dict[str, Any]) -> None:
        array = np.array(content["weights"][name])
        array.flat[np.abs(array).argmax()] *= -1
        content["weights"][name] = array.tolist()

    return turn


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.update({"binadd certificate": 2}),
        lambda c: c.update(steps=0),
        lambda c: c.update(steps=2),
        lambda c: c.update(steps=True) or c["situations"].pop(),
        lambda c: c.update(grid=2.0**-19),
        lambda c: c.update(situations=[]),
        lambda c: c["situations"].pop(),
        lambda c: c["situations"][0].update(carry=1),
        lambda c: c["situations"][3].update(carry=1 - c["situations"][3]["carry"]),
        lambda c: c["situations"][3].update(low=c["situations"][3]["high"]),
        lambda c: c["situations"][3]["next"].reverse(),
        lambda c: c["situations"][3]["next"].pop(),
        lambda c: c["situations"][3]["next"].append(0),
        lambda c: c["situations"][3]["next"].__setitem__(0, -1),
        lambda c: c["situations"][3]["next"].__setitem__(0, 0.5),
        lambda c: c["situations"][3]["low"].__setitem__(0, 0.25),
        lambda c: c["situations"][3]["low"].pop(),
        lambda c: c["situations"][3]["low"].__setitem__(0, -(10**9)),
        lambda c: c["situations"][0].update(low=[1] * 16, high=[2] * 16),
        lambda c: c["weights"].pop("b_y"),
        lambda c: c["weights"]["w_hh"].pop(),
        lambda c: c["weights"]["w_hh"][2].pop(),
        lambda c: c["weights"]["w_hh"][2].__setitem__(1, True),
        lambda c: c["weights"]["w_hh"][2].__setitem__(1, "1"),
        lambda c: c["weights"]["w_hh"][2].__setitem__(1, 1.7e308),
        lambda c: c["weights"].update(b_y=[]),
        with_its_largest_turned("w_xh"),
        with_its_largest_turned("w_hh"),
        with_its_largest_turned("w_hy"),
        with_its_largest_turned("b_y"),
    ],
)
def test_a_changed_certificate_is_refused_in_a_sentence(change: Any) -> None:
    with pytest.raises(Refused) as refused:
        check_text(changed(change))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "null", "[" * 100_000, '{"binadd certificate": NaN}', "9" * 10_000, "\x00",
     certified(0)[:-9], certified(0).replace("1", "Infinity", 9), b"\xff\xfe"],
)  # fmt: skip
def test_what_is_no_certificate_is_refused(text: Any) -> None:
    with pytest.raises(Refused):
        check_text(text)


def test_narrower_boxes_are_refused_one_by_one() -> None:
    content = json.loads(certified(1))
    for number in range(1, len(content["situations"]), 4):
        for side, step in (("low", 1), ("high", -1)):
            narrow = copy.deepcopy(content)
            bounds, other = (narrow["situations"][number][s] for s in ("low", "high"))
            widest = max(range(16), key=lambda unit: other[unit] - bounds[unit])
            by = (other[widest] - bounds[widest]) // 2
            narrow["situations"][number][side][widest] += step * by
            with pytest.raises(Refused, match="does not lie in its box"):
                check_text(json.dumps(narrow))


def test_boxes_of_a_network_that_forgets_are_refused() -> None:
    """The tutorial's network with the boxes of a sound one: no lie of the search would help."""
    content = json.loads(certified(0))
    weights = Weights(*tutorial(0, 20_000))
    content["weights"] = {name: array.tolist() for name, array in weights._asdict().items()}
    with pytest.raises(Refused):
        check_text(json.dumps(content))


# ---- bounds --------------------------------------------------------------------------------------


@given(st.integers(-80 * ONE, 80 * ONE))
def test_the_bounds_of_sigmoid_hold_it_to_fifty_digits(z: int) -> None:
    with localcontext() as context:
        context.prec = 60
        exact = 1 / (1 + (-Decimal(z) / ONE).exp())
        low, high = sigmoid(z)
        assert Decimal(low) / ONE <= exact <= Decimal(high) / ONE
    assert 0 <= low <= high <= ONE
    assert high - low < 100


@given(st.integers(0, 64 * ONE))
def test_the_bounds_of_the_exponential_hold_it_to_fifty_digits(x: int) -> None:
    with localcontext() as context:
        context.prec = 60
        low, high = exponential(x)
        assert Decimal(low) / ONE <= (-Decimal(x) / ONE).exp() <= Decimal(high) / ONE


@given(
    st.integers(-20 * ONE, 20 * ONE),
    st.integers(1 << 40, 10 * ONE),
    st.lists(st.integers(0, 1000), min_size=5, max_size=5),
)
def test_between_two_points_sigmoid_keeps_as_near_to_its_chord_as_is_said(
    z: int, reach: int, places: list[int]
) -> None:
    low, high = sigmoid(z - reach)[0], sigmoid(z + reach)[1]
    state, slope, noise = checker.chord(z, reach, low, high, 0)
    for place in places:
        x = z - reach + 2 * reach * place // 1000
        for bound in sigmoid(x):
            assert abs(bound - state - slope * (x - z) // ONE) <= noise
