"""Whatever stands on a page in whatever order: marked content and text objects nest, and all that is painted is in one piece of it."""

from hypothesis import given
from hypothesis import strategies as st
from unit.pdf.by_hand import LOGO, operators, painted, words

from reportbuilder.layout.page import Area, Fill, Image, Item, Rule, Run
from reportbuilder.pdf.profile import WEB

NODES = st.integers(0, 3)
ITEMS = st.one_of(
    st.builds(lambda node, ink: words("a", node=node, ink=ink), NODES, st.sampled_from(["text", "accent"])),
    st.builds(lambda node: Run(0, 0, words("a").face, 10, "text", (), 0, node), NODES),
    st.builds(lambda node: Rule(0, 0, 9, 9, 1, "accent", node), NODES),
    st.builds(lambda node: Fill(0, 0, 9, 9, "tint", node), NODES),
    st.builds(lambda node: Image(0, 0, 9, 9, LOGO, node), NODES),
    st.just(Area(0, 0, 9, 9, 1, 1)),
)
PAINTING = (" f", " S", "Do Q", "TJ")


@given(st.lists(ITEMS, max_size=12))
def test_everything_nests_and_nothing_is_painted_outside(items: list[Item]) -> None:
    made = painted(WEB, *items)
    open_: list[str] = []
    shown: list[str] = []
    for line in operators(made.data):
        if line == "BT" or line.endswith("BDC"):
            assert line != "BT" or "BT" not in open_
            open_.append(line)
            assert sum(one != "BT" for one in open_) <= 1, "marked content never stands in other marked content"
        elif line in ("ET", "EMC"):
            begun = open_.pop()
            assert (begun == "BT") == (line == "ET")
        elif line.endswith(PAINTING):
            (tag,) = (one for one in open_ if one != "BT")
            assert ("BT" in open_) == line.endswith("TJ")
            shown.append(tag)
    assert open_ == []
    wanted = [item.node for item in items if not isinstance(item, Area) and not (isinstance(item, Run) and not item.pieces)]
    nodes = {f"/Span<</MCID {mark.mcid}>>BDC": mark.node for mark in made.marks}
    assert [nodes.get(tag, 0) for tag in shown] == wanted
