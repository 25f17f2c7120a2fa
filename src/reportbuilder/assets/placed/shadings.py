"""Shadings of a placed page (ISO 32000-1, 8.7.4.5) in the colours of a device: their functions become samples, close enough that no step shows."""

import math
import zlib
from collections.abc import Callable, Sequence
from itertools import product

from pikepdf import Array, Object, Stream

from reportbuilder.assets.placed.copying import simple
from reportbuilder.assets.placed.devices import Device
from reportbuilder.assets.placed.functions import Unreadable, Values, function
from reportbuilder.assets.placed.meshes import mesh
from reportbuilder.assets.placed.page import Page
from reportbuilder.assets.placed.spaces import Space, converted

ALONG, ACROSS = 1024, 64
"""Samples of a function of one number, and of one of two along each."""
MOST_SAMPLES = 20_000
GEOMETRY = ("/ShadingType", "/BBox", "/Coords", "/Domain", "/Extend", "/Matrix", "/BitsPerCoordinate", "/BitsPerComponent", "/BitsPerFlag", "/VerticesPerRow", "/Decode")


def shading(found: Object, used: Space, kept: bool, name: str, page: Page, device: Device) -> str:
    """A shading; ``kept`` when its colours, of the space ``name``, are those of the device already."""
    entries = {key[1:]: page.copier.syntax(found[key]) for key in GEOMETRY if key in found}
    entries["ColorSpace"] = name
    if "/Background" in found:
        background = tuple(float(part) for part in found["/Background"])
        entries["Background"] = f"[{' '.join(map(simple, background if kept else converted(used, [background], device)[0]))}]"
    if "/Function" in found:
        entries["Function"] = page.copier.syntax(found["/Function"]) if kept else _converted(found, used, page, device)
    elif not kept:
        if not isinstance(found, Stream):
            raise Unreadable("a shading without colours")
        said, data = mesh(found, used, device)
        return page.copier.add(entries | said, data)
    if not isinstance(found, Stream):
        return page.parts.dictionary(entries)
    return page.copier.add(entries, found.read_bytes())


def _converted(found: Object, used: Space, page: Page, device: Device) -> str:
    kind = int(found.ShadingType)
    domain = _domain(found, kind)
    return sampled(function(found["/Function"]), used, domain, [ALONG] if len(domain) == 1 else [ACROSS] * len(domain), page, device, ramp=True)


def _domain(found: Object, kind: int) -> list[tuple[float, float]]:
    if kind >= 4:
        decode = [float(value) for value in found["/Decode"]]
        return [(decode[4], decode[5])]
    default = [0.0, 1.0] * (2 if kind == 1 else 1)
    given = found.get("/Domain")
    values = [float(value) for value in given] if isinstance(given, Array) else default
    return list(zip(values[::2], values[1::2]))


def sampled(
    made: Callable[[Values], Values], used: Space, domain: Sequence[tuple[float, float]], grid: list[int], page: Page, device: Device, ramp: bool = False
) -> str:
    """A function into colours of a space as one into those of the device: type 0, 16 bits (7.10.2), the first input changing fastest."""
    if math.prod(grid) > MOST_SAMPLES:
        raise Unreadable("a colour of too many inks")
    axes = [[low + (high - low) * step / (size - 1) for step in range(size)] for (low, high), size in zip(domain, grid)]
    places = [tuple(reversed(values)) for values in product(*reversed(axes))]
    colours = converted(used, [made(values) for values in places], device, ramp)
    samples = b"".join(round(min(max(part, 0.0), 1.0) * 65535).to_bytes(2, "big") for colour in colours for part in colour)
    outputs = len(colours[0])
    entries = {
        "FunctionType": "0",
        "Domain": f"[{' '.join(simple(edge) for pair in domain for edge in pair)}]",
        "Range": f"[{' '.join(['0 1'] * outputs)}]",
        "Size": f"[{' '.join(map(str, grid))}]",
        "BitsPerSample": "16",
        "Filter": "/FlateDecode",
    }
    return page.copier.add(entries, zlib.compress(samples, 6))
