"""Long work in short parts."""

from binadd.in_parts import finish, in_larger_parts, within


def seven_parts():
    for _ in range(7):
        yield
    return "done"


def test_larger_parts_are_fewer_and_give_the_same_result():
    assert len(list(in_larger_parts(seven_parts(), 3))) == 2
    assert finish(in_larger_parts(seven_parts(), 3)) == "done"


def test_all_at_once_tells_what_is_yielded_and_returns_the_result():
    heard = []
    assert finish(in_halves(), heard.append) == "done"
    assert heard == [None, 0.5, None, 1.0]


def test_a_piece_of_larger_work_takes_its_share_and_never_goes_back():
    heard = []
    assert finish(within(in_halves(), 0.5, 0.75), heard.append) == "done"
    assert heard == [0.5, 0.625, 0.625, 0.75]


def in_halves():
    yield from (None, 0.5, None, 1.0)
    return "done"
