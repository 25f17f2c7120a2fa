"""`translate.review`: what the editor reads, and that nothing that came back is active in it."""

import re
from pathlib import Path

from reportbuilder.diag.span import NOWHERE
from reportbuilder.translate.checks import Fault
from reportbuilder.translate.names import Identity
from reportbuilder.translate.placing import Leftover
from reportbuilder.translate.po import Catalog
from reportbuilder.translate.reasons import LEFT, REASONS
from reportbuilder.translate.receive import Taken, Verdict
from reportbuilder.translate.returned import Passage, Run
from reportbuilder.translate.review import as_html
from reportbuilder.translate.segments import Unit
from reportbuilder.translate.translated import Segment

SOURCES = Path(__file__).resolve().parents[3] / "src/reportbuilder/translate"


def test_each_doubt_has_its_words() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.py") if path.name != "reasons.py")
    codes = {code for code in re.findall(r'Fault\(\s*"([a-z-]+)"', text)} | {"figure-added", "figure-unknown"}
    assert codes == set(REASONS)
    assert all(f'"{why}"' in text for why in LEFT)


def test_the_page_is_dutch_and_inert() -> None:
    segment = Segment("a_x", Unit("text", "deel", "x", NOWHERE, 1, "content"), "Een <b>tekst</b>\\\nmet twee regels", None, "missing")
    verdict = Verdict(segment, "unsure", "A <script>text</script>", "", "guess", (Fault("guess", "found by what it says, and not surely", "unsure"),), "paragraph 3")
    left = Leftover(Passage((Run("text", "<img src=x onerror=y>"),), note="foot3", place="note foot3"), "a note that the report does not have")
    page = as_html(Taken(Catalog("en"), (verdict,), (left,), ()), Identity("x", "nl", "en", "a"), "<x>.docx")
    assert "Herkend aan wat er staat, en niet zeker." in page and "alinea 3" in page and "voetnoot 3" in page and "tekst&lt;/b&gt;<br>met" in page
    assert "<script" not in page and "<img" not in page and "&lt;x&gt;.docx" in page and "default-src 'none'" in page
