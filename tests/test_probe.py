"""The command probe."""

import re

import pytest


def test_probing_a_full_adder_finds_one(run, cured):
    status, out, err = run("probe", "--weights", cured)
    assert (status, err) == (0, "")
    assert out.startswith("100 % of sums of 8 bits are right, 13.35 % with its memory cut.\n")
    assert "a machine of 4 states: a full adder." in out
    assert out.endswith("5 + 2, with the state of 15 + 1 put in before bit 4, gives 23: "
                        "as the donor's carry demands.\n")  # fmt: skip
    lines = out.splitlines()
    assert len([line for line in lines if re.match(r" +\d+( +[\d.]+ %){3}$", line)]) == 16
    assert len([line for line in lines if re.match(r" +[0-3] +[01]( +[0-3]){4}$", line)]) == 4


@pytest.mark.parametrize("bits", ["2", "12"])
def test_an_untrained_network_of_any_width_can_be_probed(run, bits):
    status, out, _ = run("probe", "--bits", bits, "--iterations", "0", "--hidden", "3")
    assert status == 0
    assert f"of sums of {bits} bits are right" in out
