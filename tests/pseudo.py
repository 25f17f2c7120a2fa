"""A translator who knows no language: words become other words of the same meaning to no one, and what must stay stays."""

import io
import re
import zipfile
from collections.abc import Callable

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD = re.compile(r"(?<![\w@./:-])[^\W\d_]+(?![\w@/:-]|\.\w)")


def pseudo(text: str) -> str:
    """Each word a third longer and changed; numbers, addresses and calls of figures as they are."""
    pieces = re.split(r"(\{\{.*?\}\})", text)
    return "".join(piece if piece.startswith("{{") else _WORD.sub(lambda word: _other(word[0]), piece) for piece in pieces)


def _other(word: str) -> str:
    return word + "oz"[: max(1, len(word) // 3)]


def translated_docx(data: bytes, change: Callable[[etree._Element, str], None] | None = None, words: Callable[[str], str] = pseudo) -> bytes:
    """The DOCX with its words changed; ``change(tree, part)`` may damage the body and the notes further."""
    source, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name in ("word/document.xml", "word/footnotes.xml"):
                tree = etree.fromstring(content)
                for text in tree.iter(f"{W}t"):
                    text.text = words(text.text or "")
                if change:
                    change(tree, name)
                content = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            target.writestr(name, content)
    return made.getvalue()
