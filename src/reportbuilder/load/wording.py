"""How what an editor typed is shown in messages."""

_LONGEST = 60


def shown(text: str) -> str:
    """The text on one line and not too long to read."""
    line = " ".join(text[: 2 * _LONGEST].split())
    return line if len(line) <= _LONGEST and len(text) <= 2 * _LONGEST else line[:_LONGEST] + "…"
