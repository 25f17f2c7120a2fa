"""Lengths are points everywhere inside; millimetres are converted here, at the edge."""

POINTS_PER_MM = 72 / 25.4


def mm(value: float) -> float:
    """Millimetres in points."""
    return value * POINTS_PER_MM


def to_mm(points: float) -> float:
    """Points in millimetres."""
    return points / POINTS_PER_MM
