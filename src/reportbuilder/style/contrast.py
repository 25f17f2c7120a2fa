"""Contrast between two colours, as WCAG 2 reckons it."""

RGB = tuple[int, int, int]


def contrast(one: RGB, other: RGB) -> float:
    """From 1 (the same) to 21 (black and white): (L1 + 0.05) / (L2 + 0.05) of the relative luminances, the lighter on top."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: RGB) -> float:
    red, green, blue = (_linear(part / 255) for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
