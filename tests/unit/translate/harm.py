"""What happens to a file on its way back: single things to do to it, and many at random."""

import random
from collections.abc import Callable

from lxml import etree
from pseudo import W, pseudo, translated_docx

from reportbuilder.handout import Task
from reportbuilder.translate.receive import Taken

from .round import taken



def paragraph(tree: etree._Element, start: str) -> etree._Element:
    return next(p for p in tree.iter(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")).startswith(pseudo(start)))


def without_names(tree: etree._Element, part: str = "") -> None:
    for mark in list(tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)


def run(text: str) -> etree._Element:
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = text
    return made


def with_part(data: bytes, name: str, text: str) -> bytes:
    import io
    import zipfile

    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, text)
    return stream.getvalue()


HARMS = ("name", "delete", "join", "divide", "swap")


def harm_at_random(tree: etree._Element, part: str, chance: random.Random, share: float, harms: tuple[str, ...] = HARMS) -> None:
    """Drop names, delete, put together, divide, swap: each paragraph with that chance."""
    for text in [p for p in tree.iter(f"{W}p") if p.getparent().tag == f"{W}body"]:
        if chance.random() >= share:
            continue
        match chance.choice(harms):
            case "name":
                without_names(text)
            case "delete" if text.getparent() is not None and text.find(f"{W}pPr/{W}sectPr") is None:
                text.getparent().remove(text)
            case "join" if text.getnext() is not None and text.getnext().tag == f"{W}p" and text.getnext().find(f"{W}pPr/{W}sectPr") is None:
                other = text.getnext()
                text.append(run(" "))  # so that words stay words: they are counted
                for child in [child for child in other if child.tag != f"{W}pPr"]:
                    text.append(child)
                other.getparent().remove(other)
            case "divide":
                rest = etree.Element(f"{W}p")
                for child in [child for child in text if child.tag == f"{W}r"][1:]:
                    rest.append(child)
                text.addnext(rest)
            case "swap" if text.getnext() is not None and text.getnext().tag == f"{W}p":
                text.getnext().addnext(text)


def with_targets(data: bytes) -> bytes:
    """The XLIFF with its targets pseudo-translated, codes as they are."""
    tree = etree.fromstring(data)
    for target in tree.iter("{*}target"):
        for node in target.iter():
            node.text = pseudo(node.text) if node.text else node.text
            if node is not target:
                node.tail = pseudo(node.tail) if node.tail else node.tail
        target.set("state", "translated")
        if target.getparent().tag.endswith("}segment"):
            target.attrib.pop("state")
            target.getparent().set("state", "translated")
    return etree.tostring(tree)


def damaged(task: Task, file: bytes, harm: Callable[[etree._Element], None]) -> Taken:
    return taken(task, translated_docx(file, lambda tree, part: harm(tree) if part.endswith("document.xml") else None))
