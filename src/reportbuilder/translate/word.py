"""A DOCX that came back: its parts found, its styles, links and comments read, and its paragraphs as passages (`word_text`)."""

from collections import Counter

from reportbuilder.archive import Archive, Refused
from reportbuilder.translate.returned import Returned
from reportbuilder.translate.word_text import Reader, Styles, W, is_on

RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
MAX_PASSAGES = 100_000
TRACKED = {"deletion": "deletions", "insertion": "insertions", "move": "moves", "deletion of a table row": "deletions of table rows"}
"""What a reviewer may leave tracked, one and many."""
_MAIN = ("document.main+xml", "template.main+xml")
_HOSTILE = ("vbaProject", "activeX", "oleObject", "/embeddings/", "afchunk")


def read_docx(data: bytes) -> Returned:
    """What a DOCX holds. Raises `Refused`."""
    archive = Archive(data)
    main = _main_part(archive)
    folder = main.rpartition("/")[0]
    links, remarks = _links(archive, main)
    styles = _styles(archive, f"{folder}/styles.xml")
    comments = _comments(archive, f"{folder}/comments.xml")
    tree = archive.xml(main)
    if tree.tag != f"{W}document":
        raise Refused("not-a-translation", "the main part of the file is no Word document", "save it as an ordinary Word document (.docx)")
    body = Reader(styles, links, comments)
    passages = list(body.passages(tree))
    for part in ("footnotes", "endnotes"):
        if f"{folder}/{part}.xml" in archive.names:
            noted, _ = _links(archive, f"{folder}/{part}.xml")
            reader = Reader(styles, noted, comments, part[:-5])
            passages += reader.notes(archive.xml(f"{folder}/{part}.xml"))
            body.tracked += reader.tracked
    if len(passages) > MAX_PASSAGES:
        raise Refused("too-large", f"the file has more than {MAX_PASSAGES} paragraphs", limit=True)
    remarks += [f"{count} tracked {what if count == 1 else TRACKED[what]}, taken as accepted" for what, count in sorted(body.tracked.items())]
    return Returned(_identity(archive), tuple(passages), remarks=tuple(remarks))


def _main_part(archive: Archive) -> str:
    types = archive.xml("[Content_Types].xml")
    for entry in types.iter(f"{TYPES}Override"):
        kind = entry.get("ContentType", "")
        if "macroEnabled" in kind:
            raise Refused("hostile-file", "the file has macros", "ask for it as DOCX; macros are never read")
        if kind.endswith(_MAIN) and "wordprocessingml" in kind:
            name = entry.get("PartName", "").lstrip("/")
            if name in archive.names:
                return name
    if any("vbaProject" in name for name in archive.names):
        raise Refused("hostile-file", "the file has macros", "ask for it as DOCX; macros are never read")
    if any(name.startswith(("xl/", "ppt/")) for name in archive.names):
        raise Refused("not-a-translation", "this is a spreadsheet or a presentation", "ask for the Word document")
    raise Refused("damaged-file", "the file lacks its main part", "ask for it again")


def _links(archive: Archive, part: str) -> tuple[dict[str, str], list[str]]:
    """The addresses of links by the id of their relation, and remarks about relations that are left out."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.names:
        return {}, []
    links: dict[str, str] = {}
    dropped: Counter[str] = Counter()
    for relation in archive.xml(path).iter(f"{RELS}Relationship"):
        kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
        if kind == "hyperlink":
            links[relation.get("Id", "")] = target
        elif relation.get("TargetMode") == "External" or any(sign.lower() in f"{kind} {target}".lower() for sign in _HOSTILE):
            dropped[kind or "relation"] += 1
    return links, [f"{count} × ‘{kind}’ from outside or embedded, left out and not opened" for kind, count in sorted(dropped.items())]


def _identity(archive: Archive) -> str:
    if "docProps/core.xml" not in archive.names:
        return ""
    found = archive.xml("docProps/core.xml").find("{http://purl.org/dc/elements/1.1/}identifier")
    return (found.text or "") if found is not None else ""


# ---------------------------------------------------------------- styles, comments


def _styles(archive: Archive, part: str) -> Styles:
    if part not in archive.names:
        return Styles()
    names: dict[str, str] = {}
    strong, emphasis = set(), set()
    for style in archive.xml(part).iter(f"{W}style"):
        id, name = style.get(f"{W}styleId", ""), style.find(f"{W}name")
        title = name.get(f"{W}val", id) if name is not None else id
        names[id] = title
        if style.get(f"{W}type") == "character":
            properties = style.find(f"{W}rPr")
            if title.lower() == "strong" or is_on(properties, "b"):
                strong.add(id)
            if title.lower() == "emphasis" or is_on(properties, "i"):
                emphasis.add(id)
    return Styles(names, frozenset(strong), frozenset(emphasis))


def _comments(archive: Archive, part: str) -> dict[str, str]:
    if part not in archive.names:
        return {}
    found = {}
    for comment in archive.xml(part).iter(f"{W}comment"):
        lines = ("".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in comment.iter(f"{W}p"))
        words = " ".join(" ".join(lines).split())
        found[comment.get(f"{W}id", "")] = f"{comment.get(f'{W}author') or 'someone'}: {words}"
    return found
