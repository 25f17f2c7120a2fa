"""Colours, pictures, states and annotations: what is seen today is seen in fifty years."""

from pikepdf import Array, Dictionary, Object

from reportbuilder.preflight.evidence import box
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.inventory import Found, called
from reportbuilder.preflight.rule import archive
from reportbuilder.preflight.rules.objects import BLENDS, INTENTS
from reportbuilder.preflight.space import inner, whole
from reportbuilder.preflight.ua.evidence import Tagged
from reportbuilder.preflight.ua.language import annotations

PROFILE = "give the file an output intent with a profile of this kind of colours"
RULES = (
    archive("6.2.3-1", "the profile of the output intent is that of a screen or a printer", "take another profile"),
    archive("6.2.4.3-2", "colours in DeviceRGB mean what an output intent in RGB says", PROFILE),
    archive("6.2.4.3-3", "colours in DeviceCMYK mean what an output intent in CMYK says", PROFILE),
    archive("6.2.4.3-4", "greys mean what an output intent says", PROFILE),
    archive("6.2.5-1", "no transfer functions (TR)", "take them out"),
    archive("6.2.5-2", "no transfer functions (TR2) but the default", "take them out"),
    archive("6.2.5-3", "no origin of halftones (HTP)", "take it out"),
    archive("6.2.6-1", "rendering intents are the four of the standard", "export again"),
    archive("6.2.8-1", "images have no stand-ins", "place the picture itself again"),
    archive("6.2.8-2", "images are not to be replaced (OPI)", "place the picture itself again"),
    archive("6.2.8-3", "images are not smoothed by the viewer", "place the picture again"),
    archive("6.2.8-4", "images have 1, 2, 4, 8 or 16 bits", "save the picture again"),
    archive("6.2.9-1", "no PostScript and nothing to be replaced in forms", "place the drawing again"),
    archive("6.2.9-2", "no content is fetched from another file", "embed the content itself"),
    archive("6.2.9-3", "no PostScript stands for content", "place the drawing again"),
    archive("6.2.10-1", "blend modes are those of the standard", "choose another"),
    archive("6.3.1-1", "annotations are of kinds that last: no films, sounds, 3D", "take them out"),
    archive("6.3.2-1", "annotations say whether they are printed", "save them again"),
    archive("6.3.2-2", "annotations are seen and printed", "show them, or take them out"),
    archive("6.3.3-1", "annotations but links have their looks in the file", "save them with their looks"),
)
LASTING = frozenset(
    "/" + name
    for name in (
        "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Widget"
        " PrinterMark TrapNet Watermark Redact"
    ).split()
)
HIDING = 1 | 2 | 32 | 256
PRINTED = 4
BITS = (1, 2, 4, 8, 16)


def judge(tagged: Tagged, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    _colours(tagged, findings)
    resources = tagged.file.inventory.resources
    for found in resources["/ExtGState"]:
        if isinstance(found.object, Dictionary):
            _state(found, findings)
    for found in tagged.file.inventory.streams:
        kind = found.object.get("/Subtype")
        if kind == "/Image":
            _image(found, findings)
        elif kind in ("/Form", "/PS"):
            _form(found, findings)
    for page in tagged.file.pages:
        for note in annotations(page.object):
            _annotation(note, page.number, findings)


def _colours(tagged: Tagged, findings: Findings) -> None:
    """What each page paints, against the output intent for PDF/A."""
    found = tagged.root.get("/OutputIntents")
    intents = [each for each in found if isinstance(each, Dictionary) and each.get("/S") == "/GTS_PDFA1"] if isinstance(found, Array) else []  # type: ignore[attr-defined]
    profile = inner(intents[0], "/DestOutputProfile") if intents else None
    head = profile.read_bytes()[:20] if profile is not None else b""
    space = head[16:20].decode("latin-1").strip()
    if head and (head[12:16] not in (b"prtr", b"mntr") or space not in ("RGB", "CMYK", "GRAY")):
        findings.add("A2-6.2.3-1", f"the profile of the output intent is of the kind ‘{head[12:16].decode('latin-1')}’ for {space}")
    for content in tagged.contents:
        for used, what in content.spaces:
            own = used.base if used.kind == "indexed" and used.base else used
            place = content.spaces[used, what]
            if own.kind == "rgb" and space != "RGB":
                findings.add("A2-6.2.4.3-2", f"{what} is in DeviceRGB", content.number, place)
            elif own.kind == "cmyk" and space != "CMYK":
                findings.add("A2-6.2.4.3-3", f"{what} is in DeviceCMYK", content.number, place)
            elif own.kind == "gray" and not space:
                findings.add("A2-6.2.4.3-4", f"{what} is in DeviceGray", content.number, place)
        for intent in content.intents - set(INTENTS):
            findings.add("A2-6.2.6-1", f"the rendering intent ‘{intent}’ is none of the standard", content.number)


def _state(found: Found, findings: Findings) -> None:
    state, name = found.object, called(found)
    if "/TR" in state:
        findings.add("A2-6.2.5-1", "a graphics state has TR", found.page, object=name)
    if state.get("/TR2", "/Default") != "/Default":
        findings.add("A2-6.2.5-2", "a graphics state has TR2", found.page, object=name)
    if "/HTP" in state:
        findings.add("A2-6.2.5-3", "a graphics state has HTP", found.page, object=name)
    blend = state.get("/BM", "/Normal")
    if any(str(mode) not in BLENDS for mode in (list(blend) if isinstance(blend, Array) else [blend])):
        findings.add("A2-6.2.10-1", "a blend mode is none of the standard", found.page, object=name)
    if "/RI" in state and str(state.RI)[1:] not in INTENTS:
        findings.add("A2-6.2.6-1", f"the rendering intent ‘{str(state.RI)[1:]}’ is none of the standard", found.page, object=name)


def _image(found: Found, findings: Findings) -> None:
    image, name = found.object, called(found)
    if "/Alternates" in image:
        findings.add("A2-6.2.8-1", "an image has stand-ins (Alternates)", found.page, object=name)
    if "/OPI" in image:
        findings.add("A2-6.2.8-2", "an image is to be replaced (OPI)", found.page, object=name)
    if image.get("/Interpolate") is True:
        findings.add("A2-6.2.8-3", "an image asks to be smoothed (Interpolate)", found.page, object=name)
    if image.get("/ImageMask") is not True and "/BitsPerComponent" in image and whole(image.BitsPerComponent) not in BITS:
        findings.add("A2-6.2.8-4", f"an image has {whole(image.BitsPerComponent)} bits a channel", found.page, object=name)
    if "/Intent" in image and str(image.Intent)[1:] not in INTENTS:
        findings.add("A2-6.2.6-1", f"the rendering intent ‘{str(image.Intent)[1:]}’ is none of the standard", found.page, object=name)


def _form(found: Found, findings: Findings) -> None:
    form, name = found.object, called(found)
    if form.get("/Subtype") == "/PS":
        findings.add("A2-6.2.9-3", "PostScript stands for content", found.page, object=name)
    if form.get("/Subtype2") == "/PS" or "/PS" in form or "/OPI" in form:
        findings.add("A2-6.2.9-1", "a form has PostScript, or is to be replaced (OPI)", found.page, object=name)
    if "/Ref" in form:
        findings.add("A2-6.2.9-2", "content is fetched from another file", found.page, object=name)


def _annotation(note: Object, page: int, findings: Findings) -> None:
    kind, place = note.get("/Subtype"), box(note.get("/Rect"))
    shown = str(kind)[1:]
    if kind not in LASTING:
        findings.add("A2-6.3.1-1", f"an annotation is of the kind {shown}", page, place)
    if "/F" not in note:
        if kind != "/Popup":
            findings.add("A2-6.3.2-1", f"an annotation ({shown}) does not say whether it is printed", page, place)
    elif whole(note.F, 0) & HIDING or not whole(note.F, 0) & PRINTED:
        findings.add("A2-6.3.2-2", f"an annotation ({shown}) is hidden, or not printed", page, place)
    is_nothing = place is not None and place[0] == place[2] and place[1] == place[3]
    if kind not in ("/Popup", "/Link") and "/AP" not in note and not is_nothing:
        findings.add("A2-6.3.3-1", f"an annotation ({shown}) has no looks of its own", page, place)
