"""Objects that must not be, or not be so: forms from elsewhere, graphics states, images, layers."""

from pikepdf import Array, Dictionary, Object, Stream

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.inventory import Found, called
from reportbuilder.preflight.rule import Level, house, x4
from reportbuilder.preflight.space import inner, whole

X = "ISO 15930-7"
RULES = (
    x4("23", f"{X}, 6.2", "no content is brought in from elsewhere or left to PostScript", "embed the content itself"),
    x4("35", f"{X}, 6.2", "no transfer functions and halftones of the maker’s, only blend modes of the standard", "remove them in the program that made the object"),
    x4("36", f"{X}, 6.2", "only the four rendering intents of the standard", "export again"),
    x4("40", f"{X}, 6.2", "images have no stand-ins, are not smoothed by the viewer, and have 1, 2, 4, 8 or 16 bits", "place the picture itself again"),
    x4("41", "ISO 32000-1, 7.4.9", "JPEG 2000 images have one, three or four channels", "save the picture as TIFF or JPEG"),
    x4("44", f"{X}, 6.19", "layers have names and do not switch by themselves", "export without layers"),
    house("15", Level.INFO, "images have 8 bits and are no JPEG 2000", "nothing needs doing; some older machines stumble"),
)
BLENDS = frozenset(
    "/" + name
    for name in (
        "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation"
        " Color Luminosity"
    ).split()
)
INTENTS = ("AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual")
BITS = (1, 2, 4, 8, 16)


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    resources = evidence.inventory.resources
    for found in resources["/ExtGState"]:
        if isinstance(found.object, Dictionary):
            _state(found, findings)
    for found in evidence.inventory.streams:
        if found.object.get("/Subtype") == "/Image":
            _image(found, findings)
        elif found.object.get("/Subtype") in ("/Form", "/PS"):
            _form(found, findings)
    for content in evidence.contents:
        for intent in content.intents - set(INTENTS):
            findings.add("X4-36", f"the rendering intent ‘{intent}’ is none of the standard", content.number)
    _layers(evidence.pdf.Root, findings)


def _state(found: Found, findings: Findings) -> None:
    state, name = found.object, called(found)
    for key in ("/TR", "/HTP"):
        if key in state:
            findings.add("X4-35", f"a graphics state has {key[1:]}", found.page, object=name)
    if state.get("/TR2", "/Default") != "/Default":
        findings.add("X4-35", "a graphics state has a transfer function (TR2)", found.page, object=name)
    halftone = inner(state, "/HT")
    if halftone is not None and (whole(halftone.get("/HalftoneType")) not in (1, 5) or "/HalftoneName" in halftone):
        findings.add("X4-35", "a graphics state has a halftone of its own kind", found.page, object=name)
    blend = state.get("/BM", "/Normal")
    if any(str(mode) not in BLENDS for mode in (list(blend) if isinstance(blend, Array) else [blend])):
        findings.add("X4-35", "a blend mode is none of the standard", found.page, object=name)
    if "/RI" in state and str(state.RI)[1:] not in INTENTS:
        findings.add("X4-36", f"the rendering intent ‘{str(state.RI)[1:]}’ is none of the standard", found.page, object=name)


def _form(found: Found, findings: Findings) -> None:
    form, name = found.object, called(found)
    if form.get("/Subtype") == "/PS" or form.get("/Subtype2") == "/PS" or "/PS" in form:
        findings.add("X4-23", "PostScript stands in for content", found.page, object=name)
    if "/Ref" in form:
        findings.add("X4-23", "content refers to another file", found.page, object=name)
    if "/OPI" in form:
        findings.add("X4-23", "a picture is to be replaced by the printer (OPI)", found.page, object=name)


def _image(found: Found, findings: Findings) -> None:
    image, name = found.object, called(found)
    if "/OPI" in image:
        findings.add("X4-23", "a picture is to be replaced by the printer (OPI)", found.page, object=name)
    if "/Alternates" in image:
        findings.add("X4-40", "an image has stand-ins (Alternates)", found.page, object=name)
    if image.get("/Interpolate") is True:
        findings.add("X4-40", "an image asks to be smoothed (Interpolate)", found.page, object=name)
    if "/Intent" in image and str(image.Intent)[1:] not in INTENTS:
        findings.add("X4-36", f"the rendering intent ‘{str(image.Intent)[1:]}’ is none of the standard", found.page, object=name)
    filters = image.get("/Filter")
    if "/JPXDecode" in (list(filters) if isinstance(filters, Array) else [filters]):  # type: ignore[call-overload]
        channels = _jpeg2000_channels(image)
        if channels not in (1, 3, 4):
            findings.add("X4-41", f"a JPEG 2000 image has {channels} channels", found.page, object=name)
        findings.add("P-15", "an image is JPEG 2000", found.page, object=name)
        return
    bits = 1 if image.get("/ImageMask") is True else whole(image.get("/BitsPerComponent"))
    if bits not in BITS:
        findings.add("X4-40", f"an image has {bits} bits a channel", found.page, object=name)
    elif bits == 16:
        findings.add("P-15", "an image has 16 bits a channel", found.page, object=name)


def _jpeg2000_channels(image: Stream) -> int:
    """From the size marker of the code stream (ISO/IEC 15444-1, A.5.1)."""
    data = image.read_raw_bytes()
    place = data.find(b"\xff\x4f\xff\x51")
    return int.from_bytes(data[place + 40 : place + 42], "big") if place >= 0 else 0


def _layers(root: Object, findings: Findings) -> None:
    properties = inner(root, "/OCProperties")
    if properties is None:
        return
    configs = properties.get("/Configs")
    every = [properties.get("/D"), *(list(configs) if isinstance(configs, Array) else ())]
    for config in every:
        if not isinstance(config, Dictionary):
            findings.add("X4-44", "the layers have no default setting")
            continue
        if not str(config.get("/Name", "")):
            findings.add("X4-44", "a setting of layers has no name")
        if "/AS" in config:
            findings.add("X4-44", "layers switch by themselves (AS)")
