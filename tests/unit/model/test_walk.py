"""`model.walk`: reading order, rebuilding and ids."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from reportbuilder.diag.span import Span
from reportbuilder.model import nodes
from reportbuilder.model.nodes import CrossReference, Emphasis, Figure, Note, NoteMark, PageNumber, Paragraph, Pictures, Table, Text
from reportbuilder.model.walk import children, walk, with_children, with_ids

from ..written import part_of

HERE = Span("f.yaml", 1, 1)
PART = """\
chapter: "a *b*"
id: een
opener: {picture: o.jpg, alt: o, credit: c}
lead: c
body:
  - section: d
  - text: "e [f](https://x.be)[^n]"
  - figure: {picture: g.jpg, alt: g, caption: h}
  - table:
      caption: i
      columns: [{title: j}]
      rows: [[k]]
  - facts: [{value: l, label: m}]
  - quote: {text: n, by: o}
  - box: {title: p, body: [{text: "- q"}]}
notes:
  n: r
"""


def test_a_part_is_walked_in_reading_order() -> None:
    walked = list(walk(part_of(PART)))
    assert "".join(node.text.strip() for node in walked if isinstance(node, Text)) == "abcdefhijklmnopqr"
    kinds = [type(node).__name__ for node in walked]
    assert kinds[:6] == ["Chapter", "Heading", "Text", "Emphasis", "Text", "Picture"]
    assert kinds.index("Figure") + 1 == kinds.index("Picture", 6)
    assert kinds[-2:] == ["Note", "Text"]


def test_the_children_of_a_table_are_its_caption_its_head_and_its_rows() -> None:
    table = next(node for node in walk(part_of(PART)) if isinstance(node, Table))
    assert children(table) == (*table.caption, table.head, *table.rows)


def test_every_field_that_can_hold_nodes_is_walked() -> None:
    """A node with a distinct child in each such field gives all of them as children."""
    child = Text("x", HERE)
    names = {kind.__name__ for kind in get_args(nodes.Node)}
    for kind in get_args(nodes.Node):
        holding = [field for field, told in kind.__annotations__.items() if any(name in str(told) for name in (*names, "Inlines", "Blocks", "Inline", "Block"))]
        values = {field: (child,) if field in holding else field for field in kind.__struct_fields__}
        assert len(children(kind(**values))) == len(holding), kind


def test_every_node_is_a_frozen_struct_with_a_place_and_an_id() -> None:
    for kind in get_args(nodes.Node):
        assert issubclass(kind, Struct) and kind.__struct_config__.frozen and {"span", "id"} <= set(kind.__struct_fields__)


def test_a_rebuilt_node_has_the_changed_children_and_nothing_else() -> None:
    inner = Emphasis((Text("a", HERE),), HERE)
    old = Paragraph((inner, Text("b", HERE), Text("c", HERE)), HERE, 7)

    def change(node: nodes.Node) -> tuple[nodes.Node, ...]:
        match node:
            case Text("b"):
                return ()
            case Text("c"):
                return (node, node)
            case _:
                return (node,)

    assert with_children(old, change) == replace(old, content=(inner, Text("c", HERE), Text("c", HERE)))


def test_a_node_in_which_nothing_changes_stays_itself() -> None:
    part = part_of(PART)
    assert with_children(part, lambda child: (child,)) is part


def test_ids_count_from_one_in_reading_order() -> None:
    parts = with_ids((part_of(PART), part_of("contents: x\nid: y\n")))
    assert [node.id for node in walk(*parts)] == list(range(1, len(list(walk(*parts))) + 1))


def test_what_points_at_a_node_points_at_its_new_id() -> None:
    target = Paragraph((Text("a", HERE, 50),), HERE, 40)
    note = Note("k", (), HERE, 1, mark=60, id=70)
    pointing = Paragraph((CrossReference(40, (), HERE, 10), PageNumber(40, HERE, 0), NoteMark(1, 70, True, HERE, 60)), HERE, 30)
    chapter = nodes.Chapter(nodes.Heading(1, (), HERE), None, None, (pointing, target), (note,), HERE)
    (new,) = with_ids((chapter,))
    cross, page, mark = new.blocks[0].content
    assert cross.target == page.target == new.blocks[1].id == 7
    assert (mark.note, new.notes[0].mark) == (new.notes[0].id, mark.id) == (9, 6)


def test_a_pointer_at_nothing_points_at_nothing() -> None:
    (new,) = with_ids((Pictures((), HERE, "p", 5),))
    assert new.id == 1
    (chapter,) = with_ids((nodes.Chapter(nodes.Heading(1, (PageNumber(99, HERE),), HERE), None, None, (), (), HERE),))
    assert chapter.title.content[0].target == 0


def test_a_deep_tree_is_walked_without_recursion() -> None:
    node: nodes.Inline = Text("a", HERE)
    for _ in range(5000):
        node = Emphasis((node,), HERE)
    assert sum(1 for _ in walk(node)) == 5001


@given(st.lists(st.sampled_from(["a", "*b*", "[c](https://x.be)", "d[^n]", "[](#een)", "\n\n", "\n\n- "]), max_size=8))
def test_ids_have_no_gap_and_no_double_whatever_the_text(pieces: list[str]) -> None:
    text = "".join(f"      {line}\n" for line in " ".join(["x", *pieces]).split("\n"))
    parts = with_ids((part_of(f"letter: t\nid: een\nbody:\n  - text: |\n{text}notes:\n  n: N\n"),))
    found = [node.id for node in walk(*parts)]
    assert found == list(range(1, len(found) + 1))
    assert with_ids(parts) == parts
    assert not any(isinstance(node, Figure) for node in walk(*parts))
