"""How inks look on paper by an ICC profile, in floating point: the colour library gives whole levels, and one of those is as much as what is to be measured."""

from struct import unpack, unpack_from


class Paper:
    """The relative colorimetric table (A2B1) of a CMYK profile, of type lut16 with results in Lab (ICC.1:2010, 10.10)."""

    def __init__(self, profile: bytes) -> None:
        tags = (unpack_from(">4sII", profile, 132 + 12 * index) for index in range(unpack_from(">I", profile, 128)[0]))
        start = next(offset for name, offset, _ in tags if name == b"A2B1")
        assert profile[start : start + 4] == b"mft2" and profile[20:24] == b"Lab "
        ways, gives, self._side = profile[start + 8 : start + 11]
        into, out_of = unpack_from(">HH", profile, start + 48)
        assert (ways, gives) == (4, 3)
        numbers = iter(unpack(f">{4 * into + self._side**4 * 3 + 3 * out_of}H", profile[start + 52 :][: 2 * (4 * into + self._side**4 * 3 + 3 * out_of)]))
        self._into = [[next(numbers) / 65535 for _ in range(into)] for _ in range(4)]
        self._nodes = [(next(numbers), next(numbers), next(numbers)) for _ in range(self._side**4)]
        self._out_of = [[next(numbers) / 65535 for _ in range(out_of)] for _ in range(3)]

    def lab(self, *inks: float) -> tuple[float, float, float]:
        """L*, a*, b* of inks in parts of 1."""
        places = [_along(curve, ink) * (self._side - 1) for curve, ink in zip(self._into, inks)]
        low = [min(int(place), self._side - 2) for place in places]
        sums = [0.0] * 3
        for corner in range(16):
            weight, index = 1.0, 0
            for way in range(4):
                upper = corner >> way & 1
                part = places[way] - low[way]
                weight *= part if upper else 1 - part
                index = index * self._side + low[way] + upper
            if weight:
                sums = [total + weight * value for total, value in zip(sums, self._nodes[index])]
        light, a, b = (_along(curve, total / 65535) * 65535 for curve, total in zip(self._out_of, sums))
        return light / 652.8, a / 256 - 128, b / 256 - 128


def _along(curve: list[float], place: float) -> float:
    scaled = place * (len(curve) - 1)
    low = min(int(scaled), len(curve) - 2)
    return curve[low] + (curve[low + 1] - curve[low]) * (scaled - low)
