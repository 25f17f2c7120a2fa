"""From any colour to amounts of the four process inks, as the output profile of the file would print it."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageCms

from reportbuilder.preflight.space import PROCESS, Space

Inks = tuple[float, float, float, float]
NONE: Inks = (0.0, 0.0, 0.0, 0.0)
INTENT, FLAGS = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION


class Printing:
    """Conversions for one output profile; without a usable one, colours of screens become inks by plain subtraction."""

    def __init__(self, profile: bytes) -> None:
        self._profile = profile

    @cached_property
    def _to_inks(self) -> ImageCms.ImageCmsTransform | None:
        return self._between(lambda own, screen: ImageCms.buildTransform(screen, own, "RGB", "CMYK", INTENT, FLAGS))

    @cached_property
    def _to_screen(self) -> ImageCms.ImageCmsTransform | None:
        return self._between(lambda own, screen: ImageCms.buildTransform(own, screen, "CMYK", "RGB", INTENT))

    def _between(self, made: Callable[[Any, Any], ImageCms.ImageCmsTransform]) -> ImageCms.ImageCmsTransform | None:
        try:
            return made(ImageCms.ImageCmsProfile(BytesIO(self._profile)), ImageCms.createProfile("sRGB"))
        except (ImageCms.PyCMSError, OSError, ValueError):
            return None

    def inks(self, image: Image.Image) -> Image.Image:
        """RGB or grey as CMYK; grey is black ink alone."""
        if image.mode == "L":
            none = Image.new("L", image.size)
            return Image.merge("CMYK", (none, none, none, ImageChops.invert(image)))
        if self._to_inks is not None:
            return ImageCms.applyTransform(image, self._to_inks)
        return image.convert("CMYK")

    def screen(self, image: Image.Image) -> Image.Image:
        """CMYK as it will look, in sRGB."""
        return ImageCms.applyTransform(image, self._to_screen) if self._to_screen is not None else image.convert("RGB")

    @lru_cache(maxsize=4096)  # noqa: B019  one file, one of these
    def of(self, space: Space, parts: tuple[float, ...]) -> Inks:
        """One colour. Spot colours are no process inks."""
        kind, count = space.kind, len(parts)
        if kind in ("separation", "devicen"):
            return named(space.names, parts)
        if kind in ("cmyk", "icc") and count == 4:
            return (parts[0], parts[1], parts[2], parts[3])
        if kind == "lab" and count == 3:
            return (0.0, 0.0, 0.0, 1 - min(max(parts[0], 0.0), 100.0) / 100)
        if count == 1 and kind != "indexed":
            return (0.0, 0.0, 0.0, 1 - parts[0])
        if count == 3:
            levels = tuple(round(min(max(part, 0.0), 1.0) * 255) for part in parts)
            c, m, y, k = self.inks(Image.new("RGB", (1, 1), levels)).getpixel((0, 0))  # type: ignore[misc]
            return (c / 255, m / 255, y / 255, k / 255)
        return NONE


def named(names: tuple[str, ...], parts: tuple[float, ...]) -> Inks:
    """Amounts of named inks as far as they are process inks; All is all of them."""
    amounts = [0.0] * 4
    for name, part in zip(names, parts):
        if name in PROCESS:
            amounts[PROCESS.index(name)] += part
        elif name == "All":
            amounts = [part] * 4
    return (amounts[0], amounts[1], amounts[2], amounts[3])
