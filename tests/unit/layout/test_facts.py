"""Key figures: the words keep clear of the value above them."""

from square import HERE, config, sheet, style, text

from reportbuilder.layout.facts import fact_marks
from reportbuilder.layout.page import Item
from reportbuilder.model.nodes import Fact


def label_top(leading: float) -> float:
    """How far below the value's baseline the letters of the words begin."""
    values, labels = style("fact-value", size=20.0, leading=leading), style("fact-label", size=5.0, leading=6.0)
    marks: list[Item] = []
    fact_marks(Fact(text("4"), text("ab"), HERE), 0.0, 0.0, 100.0, values, labels, config(sheet(**{"fact-value": values, "fact-label": labels})), marks, [])
    value, label = marks
    return label.y - 5.0 - value.y


def test_words_keep_clear_of_a_value_whose_leading_is_below_its_size() -> None:
    assert round(label_top(16.0), 2) == 0.75
    assert round(label_top(40.0), 2) == 10.5  # as the leadings say
