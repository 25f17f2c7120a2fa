"""`assets.mosaic`: rows that fill the width, in order, within a height."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportbuilder.assets.mosaic import NARROWEST, WIDEST, mosaic


@given(st.lists(st.floats(0.05, 20.0), min_size=1, max_size=5), st.floats(100, 600), st.floats(0, 12), st.floats(80, 800))
def test_every_row_fills_the_width_and_all_stay_within_the_height(aspects: list[float], width: float, gap: float, most: float) -> None:
    tiles = mosaic(aspects, width, gap, most)
    assert len(tiles) == len(aspects) and [tile.row for tile in tiles] == sorted(tile.row for tile in tiles)
    heights = 0.0
    for row in range(tiles[-1].row + 1):
        own = [tile for tile in tiles if tile.row == row]
        assert own[0].x == 0.0 and own[-1].x + own[-1].width == pytest.approx(width)
        assert len({tile.height for tile in own}) == 1
        assert all(right.x - left.x - left.width == pytest.approx(gap, abs=1e-6) for left, right in zip(own, own[1:]))
        heights += own[0].height
    assert heights + gap * tiles[-1].row <= most + 1e-6


def test_pictures_of_usual_shapes_are_not_cropped() -> None:
    for tile, aspect in zip(mosaic([1.5, 1.5, 0.75], 340.0, 6.0, 400.0), [1.5, 1.5, 0.75]):
        assert tile.width / tile.height == pytest.approx(aspect)


def test_extreme_shapes_are_cropped_to_something_that_can_be_seen() -> None:
    narrow, wide = mosaic([0.1, 9.0], 340.0, 6.0, 400.0)
    assert (narrow.width / narrow.height, wide.width / wide.height) == pytest.approx((NARROWEST, WIDEST))
