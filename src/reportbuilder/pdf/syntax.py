"""PDF syntax: numbers, strings, names and streams as they stand in a file."""

from functools import lru_cache

from reportbuilder.assets.decimals import decimal as num


@lru_cache(maxsize=1 << 17)
def hundredths(count: int) -> str:
    """A length given in hundredths of a point; remembered, as a report uses the same few again and again."""
    return num(count / 100, 2)


def nums(*values: float, places: int = 3) -> str:
    """Several numbers with spaces between."""
    return " ".join(num(value, places) for value in values)


def text_string(text: str) -> str:
    """A text string: literal where ASCII says it all, else UTF-16 in hex (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<FEFF{utf16(text)}>"


def utf16(text: str) -> str:
    """The text as hex digits of UTF-16, big end first."""
    return text.encode("utf-16-be").hex().upper()


def name(text: str) -> str:
    """A name object, with what is not a regular character escaped."""
    return "/" + "".join(c if "!" <= c <= "~" and c not in "#%()<>[]{}/" else "".join(f"#{b:02X}" for b in c.encode()) for c in text)
