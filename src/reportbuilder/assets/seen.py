"""What can be seen of a finished picture in a part of it, for questions about the text that stands there."""

import zlib
from collections import Counter
from io import BytesIO

from PIL import Image

from reportbuilder.assets.samples import Encoded

LARGEST = 800
"""Pixels a side that a JPEG is opened with at least, if it has so many: half of what is on a page, and a quarter of the memory."""
MOST_SAMPLES = 60
"""Samples a side of what is looked at; finer than this no letter is."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in parts of the picture."""


class Seen:
    """A rendition for screens, opened once; gray or RGB."""

    def __init__(self, rendition: Encoded) -> None:
        if rendition.filter == "flate":
            mode = "L" if rendition.space == "gray" else "RGB"
            self._image = Image.frombytes(mode, (rendition.width, rendition.height), zlib.decompress(rendition.data)).convert("RGB")
        else:
            image = Image.open(BytesIO(rendition.data))
            image.draft("RGB", (LARGEST, LARGEST))
            self._image = image.convert("RGB")

    def colours(self, box: Box) -> Counter[tuple[int, int, int]]:
        """The sRGB colours within the box, and how often each is there."""
        width, height = self._image.size
        left, top = min(max(0, int(box[0] * width)), width - 1), min(max(0, int(box[1] * height)), height - 1)
        right, bottom = max(left + 1, min(width, round(box[2] * width))), max(top + 1, min(height, round(box[3] * height)))
        part = self._image.crop((left, top, right, bottom))
        part.thumbnail((MOST_SAMPLES, MOST_SAMPLES), Image.Resampling.BOX)
        return Counter({colour: count for count, colour in part.getcolors(MOST_SAMPLES * MOST_SAMPLES) or ()})
