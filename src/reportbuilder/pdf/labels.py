"""Page labels: what a reader of the PDF shows as the number of each page."""

from collections.abc import Sequence

from reportbuilder.pdf.syntax import text_string


def page_labels(labels: Sequence[str]) -> str:
    """A number tree that gives each page exactly its label (ISO 32000-1, 12.4.2); numbers that count up share an entry."""
    entries = []
    previous = ""
    for index, label in enumerate(labels):
        if not (_is_number(label) and _is_number(previous) and int(label) == int(previous) + 1):
            entries.append(f"{index}<</S/D/St {label}>>" if _is_number(label) else f"{index}<</P{text_string(label)}>>")
        previous = label
    return f"<</Nums[{' '.join(entries)}]>>"


def _is_number(label: str) -> bool:
    return label.isascii() and label.isdigit() and not label.startswith("0")
