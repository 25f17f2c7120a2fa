"""What the colours of the file are meant for: the output intent and its profile."""

from pikepdf import Stream, String

from reportbuilder.preflight.evidence import Evidence
from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Level, gwg, house, x4
from reportbuilder.preflight.space import whole

X = "ISO 15930-7"
RULES = (
    x4("08", f"{X}, 6.2.2", "the file has one output intent, with the printing condition by name and its profile inside", "export with the printer’s profile"),
    x4("09", f"{X}, 6.2.2", "the profile of the intent is whole, and one of an output device", "put the printer’s own profile in"),
    gwg("0035", Level.ERROR, "the output intent is for CMYK", "export with a CMYK profile of the printing condition"),
    house("11", Level.ERROR, "the printing condition is one that the printer takes", "choose the printer’s condition and profile"),
)


def judge(evidence: Evidence, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    intents = evidence.intents
    if not intents:
        findings.add("X4-08", "the file has no output intent for PDF/X")
        return
    if len(intents) > 1:
        findings.add("X4-08", f"the file has {len(intents)} output intents for PDF/X")
    intent = intents[0]
    name = intent.get("/OutputConditionIdentifier")
    if not isinstance(name, String) or not str(name):
        findings.add("X4-08", "the intent does not name its printing condition")
    elif evidence.limits.conditions and str(name) not in evidence.limits.conditions:
        taken = ", ".join(evidence.limits.conditions)
        findings.add("P-11", f"the file is made for ‘{name}’, the printer takes {taken}")
    if "/DestOutputProfileRef" in intent:
        findings.add("X4-08", "the intent refers to a profile outside the file")
    if "/RegistryName" not in intent and not str(intent.get("/Info", "")):
        findings.add("X4-08", "the intent names no registry, and does not say in words what it is")
    stream = intent.get("/DestOutputProfile")
    if not isinstance(stream, Stream):
        findings.add("X4-08", "the profile of the intent is not in the file")
        return
    _profile(evidence, whole(stream.get("/N")), findings)


def _profile(evidence: Evidence, count: int, findings: Findings) -> None:
    """The header of the profile (ICC.1, 7.2)."""
    profile = evidence.profile
    if len(profile) < 132 or profile[36:40] != b"acsp" or int.from_bytes(profile[:4], "big") != len(profile):
        findings.add("X4-09", "the profile of the intent is broken")
        return
    if profile[12:16] != b"prtr":
        findings.add("X4-09", "the profile of the intent is not one of a printing device")
    if profile[8] > 4:
        findings.add("X4-09", f"the profile of the intent is of version {profile[8]}")
    if count != {"CMYK": 4, "RGB": 3, "GRAY": 1}.get(evidence.intended):
        findings.add("X4-09", f"the profile of the intent is for {evidence.intended}, the file says {count} components")
    if evidence.intended != "CMYK":
        findings.add("R0035", f"the output intent is for {evidence.intended}")
