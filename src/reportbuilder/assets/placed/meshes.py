"""Meshes of colours (ISO 32000-1, 8.7.4.5.5 to 8.7.4.5.8): the colours at their corners become those of a device, their geometry stays bit by bit."""

from collections.abc import Iterator

from pikepdf import Stream

from reportbuilder.assets.placed.devices import Device
from reportbuilder.assets.placed.functions import Unreadable, Values
from reportbuilder.assets.placed.spaces import Space, converted

BITS = 16
"""Of each part of a colour that we write."""
MOST_CORNERS = 400_000
LATTICE = 5
PATCHES = {6: (12, 8), 7: (16, 12)}
"""Points of a patch by itself, and of one that goes on from another, which has two of its four colours."""


def mesh(found: Stream, used: Space, device: Device) -> tuple[dict[str, str], bytes]:
    """What is to be said of the mesh otherwise than before, and its data. Raises `Unreadable`."""
    decode = [float(value) for value in found["/Decode"]]
    bounds = list(zip(decode[4::2], decode[5::2]))
    if len(bounds) != used.count or used.kind == "indexed":
        raise Unreadable("a mesh whose colours do not fit")
    depth = int(found["/BitsPerComponent"])
    most = (1 << depth) - 1
    pieces = list(_pieces(found, used.count * depth))
    colours: list[Values] = []
    for _, _, packed, corners in pieces:
        parts = [packed >> (place * depth) & most for place in reversed(range(corners * used.count))]
        values = [low + part / most * (high - low) for part, (low, high) in zip(parts, bounds * corners)]
        colours += [tuple(values[start : start + used.count]) for start in range(0, len(values), used.count)]
        if len(colours) > MOST_CORNERS:
            raise Unreadable("a mesh of too many colours")
    made = converted(used, colours, device, ramp=True)
    data = bytearray()
    done = 0
    for head, bits, _, corners in pieces:
        written = head
        for colour in made[done : done + corners]:
            for part in colour:
                written = written << BITS | round(min(max(part, 0.0), 1.0) * 65535)
                bits += BITS
        done += corners
        data += (written << -bits % 8).to_bytes((bits + 7) // 8, "big")
    ends = " ".join(["0 1"] * (len(made[0]) if made else 1))
    said = {"BitsPerComponent": str(BITS), "Decode": f"[{' '.join(f'{value:.6g}' for value in decode[:4])} {ends}]"}
    return said, bytes(data)


def _pieces(found: Stream, colour: int) -> Iterator[tuple[int, int, int, int]]:
    """Vertices or patches: flag and points as one number and its bits, the colours as one number, and how many they are. ``colour``: bits of one."""
    kind, data = int(found["/ShadingType"]), found.read_bytes()
    flag_bits = int(found["/BitsPerFlag"]) if kind != LATTICE else 0
    point = 2 * int(found["/BitsPerCoordinate"])
    place = 0
    while place < len(data):
        points, corners = 1, 1
        if kind in PATCHES:
            goes_on = data[place] >> max(0, 8 - flag_bits) & 3
            points, corners = PATCHES[kind][bool(goes_on)], 2 if goes_on else 4
        head, packed = flag_bits + points * point, corners * colour
        size = (head + packed + 7) // 8
        whole = int.from_bytes(data[place : place + size], "big")
        if len(data) < place + size:
            return  # bytes after the last piece
        whole >>= -(head + packed) % 8
        yield whole >> packed, head, whole & (1 << packed) - 1, corners
        place += size
