"""The command add, held against the network that it asks."""

import re
import sys
from pathlib import Path

from binadd.saving import npz_file
from tests.trained import answers


def test_a_sum_of_4096_bits_is_added(run, cured):
    a = (1 << 4095) - 1
    status, out, _ = run("add", hex(a), "1", "--weights", cured)
    assert status == 0
    assert out.splitlines()[0].endswith("(right)")
    assert out.splitlines()[-1] == "4,096 bits: beyond the 8 bits it was trained on"


def test_a_decimal_number_of_100000_bits_can_be_added(run, leaky):
    sys.set_int_max_str_digits(50_000)  # as the program does for itself
    a = (1 << 99_999) - 1
    status, out, _ = run("add", str(a), "1", "--weights", leaky)
    head, *_ = out.splitlines()
    assert status == 0
    assert re.fullmatch(r"bits [\d,]+ to [\d,]+ of 100,000:", head)
    assert "first wrong bit: " in out
    assert len(out) < 5_000


def test_the_first_wrong_bit_is_the_first_one_wrong(run, leaky):
    a = (1 << 60) - 1
    _, out, _ = run("add", str(a), "1", "--weights", leaky)
    weights = npz_file.load(Path(leaky)).weights
    (said,) = answers(weights, [(a, 1)], 61)
    wrong = said ^ (a + 1)
    assert f"first wrong bit: {(wrong & -wrong).bit_length() - 1}; closest call: " in out


def test_margins_are_shown_where_asked_for(run, cured):
    _, out, _ = run("add", "9", "60", "--weights", cured, "--margins")
    call = re.fullmatch(r"closest call: an output of (0\.\d{3}) at bit (\d)", out.splitlines()[-1])
    assert call
    assert abs(float(call[1]) - 0.5) > 0.3
