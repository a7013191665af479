"""Results as plain data."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from binadd.live.messages import camel, plain


class Pair(NamedTuple):
    first_one: int
    w_hh: np.ndarray


@dataclass
class Holder:
    big_number: int
    pairs: list


def test_names_become_those_of_javascript_but_mathematics_stays():
    assert [camel(name) for name in ("wrong_bit", "exact", "w_hh", "per_bit_map")] == [
        "wrongBit",
        "exact",
        "w_hh",
        "perBitMap",
    ]


def test_nested_results_become_dictionaries_of_flat_arrays():
    told = plain(Holder(2**60, [Pair(1, np.array([[True, False]]))]))
    assert told["bigNumber"] == str(2**60)
    assert told["pairs"][0]["firstOne"] == 1
    assert told["pairs"][0]["w_hh"].dtype == np.uint8
    assert told["pairs"][0]["w_hh"].tolist() == [1, 0]


def test_integers_get_32_bits_and_numpys_own_numbers_become_pythons():
    assert plain(np.arange(3, dtype=np.int64)).dtype == np.int32
    assert type(plain(np.float64(0.5))) is float
    assert type(plain(np.bool_(True))) is bool
