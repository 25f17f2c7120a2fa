"""Numbers as PDF and SVG write them."""


def decimal(value: float, places: int = 3) -> str:
    """The shortest decimal with at most ``places`` places."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
