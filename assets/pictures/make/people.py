"""Passers-by: people of all kinds, chosen by number, so that a crowd is the same crowd each time."""
import numpy as np
from figure import Figure, person
from inks import HAIRS, SKINS, Ink, brick, coral, deep, honey, lilac, mist, ochre, pine, plum, red, sand, sea, straw, sun, teal, umber, wine

CLOTHES: tuple[Ink, ...] = (deep, red, honey, teal, coral, plum, ochre, sand, sea, brick, wine, sun, pine, lilac, straw)
TROUSERS: tuple[Ink, ...] = (umber, deep, plum, teal, wine, pine, (1, .6, .3))
WOMEN = ("bob", "long", "bun", "pony", "braid", "hijab", "hijab", "curly", "hat")
MEN = ("short", "short", "crop", "beard", "curly", "cap", "beanie", "bald", "turban-beard")
PATTERNS = (None, None, None, None, "stripe", "check", "dots")


def anyone(number: int, view: str = "back", **fixed: object) -> Figure:
    """A person; what is given stays as given."""
    r = np.random.default_rng(number * 7919 + 13)
    pick = lambda seq: seq[int(r.integers(len(seq)))]  # noqa: E731
    fem = bool(r.random() < .5)
    ink, cloth = pick(CLOTHES), pick(CLOTHES)
    if cloth == ink:
        cloth = sand if ink != sand else red
    skirt = fem and r.random() < .35
    pattern = pick(PATTERNS)
    weave = (pattern, pick((mist, sand, deep, red)), float(r.uniform(.022, .04))) if pattern else None
    d: dict[str, object] = dict(
        fem=fem, hair=pick(WOMEN if fem else MEN), ink=ink, cloth=cloth, hc=pick(HAIRS), skin=pick(SKINS), skirt=skirt, legink=pick(TROUSERS),
        top=pick(("shirt", "jacket", "coat", "long", "jacket", "dress") if fem else ("shirt", "jacket", "parka", "coat", "jacket", "jacket")),
        legs=pick(("slim", "trousers", "wide", "trousers")), build=float(r.uniform(.93, 1.12)), weight=float(pick((-1, 1))), pattern=weave,
        walk=float(pick((-1, 1))) * float(r.uniform(.55, 1)) if view != "front" else 0., bag=pick((None, None, "pack", "shoulder", "tote", None)),
            bagink=pick(CLOTHES),
        tilt=float(r.uniform(-5, 5)))
    if skirt and d["top"] in ("coat", "long", "dress"):
        d["top"] = "jacket"
    d.update(fixed)
    if d.get("child"):
        d["hair"] = fixed.get("hair") or {"beard": "short", "turban-beard": "cap", "bald": "crop", "hijab": "braid"}.get(str(d["hair"]), d["hair"])
        d["hc"] = fixed.get("hc") or (HAIRS[number % 3])
    return person(view, **d)
