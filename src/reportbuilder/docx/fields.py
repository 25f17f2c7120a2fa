"""Fields of Word, each with the result that it has now, so that nothing needs to be updated when the file is opened."""

from reportbuilder.docx.xml import escape


def field(instruction: str, result: str, properties: str = "") -> str:
    """A field: its instruction and the runs or, with plain text, one run of its result. ``properties`` are those of the runs."""
    return begin(instruction, properties) + result + end(properties)


def begin(instruction: str, properties: str = "") -> str:
    """The runs before the result."""
    return (
        _mark("begin", properties)
        + f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        + _mark("separate", properties)
    )


def end(properties: str = "") -> str:
    return _mark("end", properties)


def _mark(kind: str, properties: str) -> str:
    return f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'
