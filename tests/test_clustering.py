import numpy as np
import pytest

from binadd.inside.clustering import centres_of, nearest


@pytest.mark.parametrize("seed", range(5))
def test_heaps_far_apart_are_found(seed: int) -> None:
    random = np.random.RandomState(seed)
    middles = random.permutation(6)[:, None] * 10.0 + np.zeros(3)
    heap = random.randint(0, 6, size=300)
    points = middles[heap] + random.random_sample((300, 3))
    centres = centres_of(points, 6, random)
    found = nearest(points, centres)
    for number in range(6):
        members = points[heap == number]
        assert len(set(found[heap == number])) == 1
        centre = centres[found[heap == number][0]]
        assert centre == pytest.approx(members.mean(axis=0))
    assert len(set(found.tolist())) == 6


def test_the_nearest_centre_is_the_nearest() -> None:
    random = np.random.RandomState(0)
    points, centres = random.random_sample((50, 4, 5)), random.random_sample((7, 5))
    for place in np.ndindex(50, 4):
        lengths = [float(np.linalg.norm(points[place] - centre)) for centre in centres]
        assert nearest(points, centres)[place] == lengths.index(min(lengths))


def test_more_groups_than_different_points_are_no_obstacle() -> None:
    points = np.zeros((10, 2))
    centres = centres_of(points, 3, np.random.RandomState(0))
    assert centres.shape == (3, 2)
    assert (centres == 0).all()
