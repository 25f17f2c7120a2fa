"""Where the content of a form or pattern stands on a page (ISO 32000-1, 8.7.3 and 8.10)."""

from pikepdf import Array, Object

from reportbuilder.preflight.finding import Box
from reportbuilder.preflight.fonts import number
from reportbuilder.preflight.matrix import EVERYWHERE, IDENTITY, Matrix, around


def matrix_of(form: Object) -> Matrix:
    """The matrix of a form or pattern."""
    found = form.get("/Matrix")
    if not isinstance(found, Array) or len(found) != 6:
        return IDENTITY
    a, b, c, d, e, f = (number(part) for part in found)
    return (a, b, c, d, e, f)


def box_of(form: Object, matrix: Matrix) -> Box:
    """The bounding box of a form on the page."""
    found = form.get("/BBox")
    if not isinstance(found, Array) or len(found) != 4:
        return EVERYWHERE
    x1, y1, x2, y2 = (number(part) for part in found)
    return around(matrix, x1, y1, x2, y2)
