"""Each node's span points at its first letter in the YAML file, in all styles of scalars."""

from collections.abc import Iterator

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.inlines import inlines
from reportbuilder.load.markdown import blocks
from reportbuilder.load.values import Scalar
from reportbuilder.load.variables import substitute
from reportbuilder.model.nodes import Node, Text
from reportbuilder.model.walk import walk

from ..written import known, mapping

MIXED = "Een *na **druk** erg*, [de link](https://x.be/a)[^noot] en {{ x.v }} na <https://x.be/b>\\\n  dan \\*ster\\* [](#leden) &amp; slot"

STYLES = {
    "literal": "a: b\nt: |\n" + "".join(f"    {line}\n" for line in MIXED.split("\n")),
    "folded": "a: b\nt: >\n" + "".join(f"  {line}\n" for line in MIXED.replace("\\\n ", "").split("\n")),
    "single": "a: b\nt: '" + MIXED.replace("\\\n", "") + "'\n",
    "double": 'a: b\nt: "' + MIXED.replace("\\\n", "\\\\n").replace("\\*", "\\\\*").replace("\\\\n", "\n\n") + '"\n',
    "plain": "a: b\nt:\n  " + MIXED.replace(" &", "\n  &").replace(" #", "#").replace("\\\n", "\n") + "\n",
}


def nodes(yaml: str, **values: str) -> Iterator[Node]:
    value = mapping(yaml).get("t")
    assert isinstance(value, Scalar)
    for block in blocks(substitute(value, known(**values), "nl-BE", Log()), Log()):
        yield from walk(block)


@pytest.mark.parametrize("style", STYLES)
def test_nodes_point_at_their_first_letter(style: str) -> None:
    yaml = STYLES[style]
    lines = yaml.split("\n")
    seen = set()
    for node in nodes(yaml, v="42"):
        there = lines[node.span.line - 1][node.span.column - 1 :]
        assert there[0] not in " *_[]<\\(#", (node, there)
        if isinstance(node, Text) and not node.text.startswith("42"):
            assert there.startswith(node.text.lstrip()[0]), (node, there)
        seen.add(there.partition(" ")[0])
    assert {"Een", "na", "druk**", "erg*,", "de", "noot]", "en", "x.be/b>", "leden)"} <= {there.partition("\\")[0] for there in seen}


def test_places_in_a_block_scalar_are_exact() -> None:
    yaml = "t: |\n  Dag *jij* en\n  [hier](https://x.be)[^n]\n\n  - punt **twee**\n    loopt\n"
    found = [f"{type(node).__name__} {node.span.line}:{node.span.column}" for node in nodes(yaml)]
    assert found == [
        "Paragraph 2:3", "Text 2:3", "Emphasis 2:8", "Text 2:8", "Text 2:13", "Link 3:4", "Text 3:4", "NoteCall 3:25",
        "List 5:5", "ListItem 5:5", "Paragraph 5:5", "Text 5:5", "Strong 5:12", "Text 5:12", "Text 6:5",
    ]  # fmt: skip


def test_a_note_points_at_its_key_and_an_empty_reference_at_its_id() -> None:
    value = mapping('t: "a[^noot] [](#id) [](https://x.be)"\n').get("t")
    assert isinstance(value, Scalar)
    places = [(type(node).__name__, node.span.column) for node in inlines(value, Log())]
    assert places == [("Text", 5), ("NoteCall", 8), ("Text", 18), ("Reference", 18), ("Text", 25), ("Link", 25)]


def test_text_after_values_has_its_own_place() -> None:
    yaml = 't: "{{ x.a }} *een* {{ x.b }}{{ x.a }} [twee](https://x.be/{{ x.a }}) drie"\n'
    places = {node.text.strip(): node.span.column for node in nodes(yaml, a="lang en breed", b="") if isinstance(node, Text)}
    assert places["een"] == yaml.index("een") + 1
    assert places["twee"] == yaml.index("twee") + 1
    assert places["drie"] == yaml.index("drie") + 1
