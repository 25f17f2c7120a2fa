"""Colour spaces, spot colours and transparency: what is printed in which inks."""

from collections import defaultdict
from collections.abc import Iterator

from pikepdf import Stream

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.inventory import called
from reportbuilder.preflight.rule import Level, gwg, house, x4
from reportbuilder.preflight.space import Space, digest, space

X = "ISO 15930-7"
E, W, I = Level.ERROR, Level.WARNING, Level.INFO
TO_CMYK = "convert it to CMYK with the printer’s profile"
RULES = (
    x4("30", f"{X}, 6.2.3", "no uncalibrated RGB where the output intent is for CMYK", TO_CMYK),
    x4("31", f"{X}, 6.2.3", "uncalibrated CMYK only where the output intent is for CMYK", "export with a CMYK profile"),
    x4("32", f"{X}, 6.2.3", "nothing carries the profile of the output intent once more", "leave these colours untagged (DeviceCMYK)"),
    x4("33", "ISO 32000-1, 8.6.5.7", "colours with a CMYK profile of their own do not overprint in mode 1", TO_CMYK),
    x4("34", f"{X}, 6.2.3", "a spot colour looks the same everywhere in the file", "merge the colours of one name in the swatches"),
    x4("37", f"{X}, 6.2.6", "transparency is blended in a space that the output intent explains", "choose CMYK as transparency blend space"),
    gwg("0020", E, "no spot colours, unless they are ordered", "convert it to CMYK, or order the ink"),
    gwg("0021", W, "one spot colour has one suffix (C, U, CV …)", "merge them in the swatches"),
    gwg("0022", E, "names of spot colours do not differ in capitals alone", "merge them in the swatches"),
    gwg("0023", E, "no two spot colours look the same", "merge them in the swatches"),
    gwg("0024", W, "nothing on the page is in the registration colour (All)", "use black"),
    gwg("0027", E, "all colours are bound early: DeviceCMYK, DeviceGray or named inks", TO_CMYK),
    gwg("0030", E, "transparency is blended in DeviceCMYK", "choose CMYK as transparency blend space"),
    house("16", I, "a page with transparency says in which space it is blended", "choose CMYK as transparency blend space"),
)
LATE = ("rgb", "calrgb", "calgray", "icc")
SUFFIXES = frozenset("C U M CV CVC CVU CP UP PC EC HC CVP".split())


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    named: dict[str, list[tuple[Space, int]]] = defaultdict(list)
    for content in evidence.contents:
        for (used, use), box in content.spaces.items():
            for each in chain(used):
                _space(evidence, each, use, content.number, box, findings)
                if each.kind in ("separation", "devicen"):
                    for name in each.names:
                        named[name].append((each, content.number))
            if used.kind == "lab" or (used.base is not None and used.kind == "indexed" and used.base.kind == "lab"):
                findings.add("R0027", f"Lab colour is used for {use}", content.number, box)
        for box in content.icc_overprints:
            findings.add("X4-33", "a colour with a CMYK profile overprints in mode 1", content.number, box)
    _soft_masks(evidence, findings)
    _names(named, evidence.limits.spot, findings)
    _groups(evidence, findings)


def chain(used: Space) -> Iterator[Space]:
    """A space and those beneath it."""
    each: Space | None = used
    while each is not None:
        yield each
        each = None if each.kind == "icc" else each.base


def _space(evidence: Evidence, used: Space, use: str, page: int, box: tuple[float, float, float, float], findings: Findings) -> None:
    intended = evidence.intended
    if used.kind == "rgb" and intended and intended != "RGB":
        findings.add("X4-30", f"DeviceRGB is used for {use}", page, box)
    if used.kind == "cmyk" and intended and intended != "CMYK":
        findings.add("X4-31", f"DeviceCMYK is used for {use}, but the output intent is for {intended}", page, box)
    if used.kind == "icc" and used.count == 4 and used.profile == _profile_of(evidence):
        findings.add("X4-32", f"the profile of the output intent is carried once more by {use}", page, box)
    if used.kind in LATE:
        shown = {"rgb": "DeviceRGB", "calrgb": "CalRGB", "calgray": "CalGray", "icc": "a colour profile"}[used.kind]
        findings.add("R0027", f"{shown} is used for {use}", page, box)
    if used.kind == "devicen" and used.nchannel:
        for name in set(used.spots) - set(used.colorants):
            findings.add("X4-34", f"the spot colour ‘{name}’ of an NChannel space is not described", page, box)
    for name in used.names if used.kind in ("separation", "devicen") else ():
        if name == "All":
            findings.add("R0024", f"the registration colour is used for {use}", page, box)
        elif name in used.spots:
            findings.add("R0020", f"the spot colour ‘{name}’ is used for {use}", page, box, level=W if evidence.limits.spot else None)


def _profile_of(evidence: Evidence) -> bytes:
    """What tells the output profile from others; empty when there is none."""
    stream = evidence.intents[0].get("/DestOutputProfile") if evidence.intents else None
    return digest(stream) if isinstance(stream, Stream) else b""


def _soft_masks(evidence: Evidence, findings: Findings) -> None:
    """Of images; they are grey (ISO 32000-1, 11.6.5.3)."""
    for found in evidence.inventory.streams:
        mask = found.object.get("/SMask") if found.object.get("/Subtype") == "/Image" else None
        if isinstance(mask, Stream):
            used = space(mask.get("/ColorSpace"))
            if used.kind == "rgb" or (used.kind == "icc" and used.count == 3):
                findings.add("X4-30", "the soft mask of an image is in RGB", found.page, object=called(found))


def _names(named: dict[str, list[tuple[Space, int]]], spot: bool, findings: Findings) -> None:
    spots = {name: uses for name, uses in named.items() if any(name in used.spots for used, _ in uses)}
    for name, uses in named.items():
        alone = {(used.base, used.tint) for used, _ in uses if used.kind == "separation"}
        if len(alone) > 1:
            findings.add("X4-34", f"the colour ‘{name}’ is described in {len(alone)} ways", uses[-1][1])
    if not spot:
        return
    _twins(spots, findings)


def _twins(spots: dict[str, list[tuple[Space, int]]], findings: Findings) -> None:
    """Pairs of names that mean one ink."""
    folded: dict[str, str] = {}
    stems: dict[str, str] = {}
    looks: dict[tuple[Space | None, bytes], str] = {}
    for name, uses in sorted(spots.items()):
        page = uses[0][1]
        other = folded.setdefault(name.casefold(), name)
        if other != name:
            findings.add("R0022", f"‘{other}’ and ‘{name}’ differ in capitals alone", page)
            continue
        words = name.split()
        stem = " ".join(words[:-1]) if len(words) > 1 and words[-1].upper() in SUFFIXES else name
        other = stems.setdefault(stem.casefold(), name)
        if other != name:
            findings.add("R0021", f"‘{other}’ and ‘{name}’ differ in their suffix alone", page)
        for used, _ in uses:
            if used.kind == "separation":
                other = looks.setdefault((used.base, used.tint), name)
                if other != name:
                    findings.add("R0023", f"‘{other}’ and ‘{name}’ look the same", page)


def _groups(evidence: Evidence, findings: Findings) -> None:
    for page, content in zip(evidence.pages, evidence.contents):
        for group, luminosity in content.groups:
            named = group.get("/CS")
            if named is None:
                continue
            used = space(named)
            shown = {"rgb": "DeviceRGB", "gray": "DeviceGray", "icc": "a colour profile"}.get(used.kind, used.kind)
            if used.kind == "rgb" and evidence.intended == "CMYK":
                findings.add("X4-37", f"transparency is blended in {shown}", content.number)
            if used.kind != "cmyk" and not (luminosity and used.kind == "gray"):
                findings.add("R0030", f"transparency is blended in {shown}", content.number)
        if content.transparent and not any("/CS" in group for group, _ in content.groups):
            findings.add("P-16", "transparency is used, and no blend space is named", page.number)
