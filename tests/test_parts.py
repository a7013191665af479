"""Long work in short parts."""

from binadd.parts import finish, in_larger_parts


def seven_parts():
    for _ in range(7):
        yield
    return "done"


def test_larger_parts_are_fewer_and_give_the_same_result():
    assert len(list(in_larger_parts(seven_parts(), 3))) == 2
    assert finish(in_larger_parts(seven_parts(), 3)) == "done"
