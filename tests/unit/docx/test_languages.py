"""Languages in Word have a region."""

from unit.docx.made import S, body, p

from reportbuilder.docx.languages import with_region
from reportbuilder.model import nodes as n


def test_a_language_without_a_region_gets_the_likeliest() -> None:
    assert [with_region(tag) for tag in ("en", "en-US", "nl-BE", "tlh")] == ["en-GB", "en-US", "nl-BE", "tlh"]
    assert body(p(n.Foreign("en", (n.Text("Start", S),), S))).find("//w:r//w:lang/@w:val") == ["en-GB"]
