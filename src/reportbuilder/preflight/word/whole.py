"""The file as a whole: title and language, contents, notes and parts that are complete, and nothing that locks readers out."""

import re
from collections import Counter

from reportbuilder.preflight.finding import Findings
from reportbuilder.preflight.rule import Level, word
from reportbuilder.preflight.word.document import Word
from reportbuilder.preflight.word.xml import OFF, R, W, first, found, is_on, run_words, runs

E, WARN, TIP = Level.ERROR, Level.WARNING, Level.INFO
OOXML = "ISO/IEC 29500"
RULES = (
    word("05", E, "the file has a title, and says who made it and in which language", "fill in the properties (File, Info)", "WCAG 2.1, 2.4.2"),
    word("06", E, "the language of the text is known, and letters from right to left are marked so", "set the language for proofing", "WCAG 2.1, 3.1.1"),
    word("13", TIP, "a long file has contents that lead to its headings", "insert contents by Word (References, Table of Contents)"),
    word("15", TIP, "notes are Word’s own, and each is called and there", "insert notes by Word (References, Insert Footnote)", OOXML),
    word("16", E, "the file may be read and changed by programs that help", "take the protection away (Review, Restrict Editing)"),
    word("19", TIP, "the text stands in its order, and in heads and feet of pages only what runs along", "take frames away; move content into the text"),
    word("20", E, "the file is whole: every part that is named is there, and no name is given twice", "export or save it anew", OOXML),
)
MANY_HEADINGS = 5
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_DC = "{http://purl.org/dc/elements/1.1/}"
CORE = "/core-properties"


def judge(held: Word, findings: Findings) -> None:
    """Look for breaches of the rules above."""
    _properties(held, findings)
    _language(held, findings)
    _contents(held, findings)
    _notes(held, findings)
    _locks(held, findings)
    for frame in held.look("//w:p[w:pPr/w:framePr]"):
        held.tell(findings, "19", "a paragraph stands in a frame", frame, level=WARN)
    for kind in ("header", "footer"):
        for name in held.related(kind):
            tree = held.tree(name)
            if tree is not None and found(tree, "//w:tbl | //w:footnoteReference | //w:hyperlink"):
                findings.add("D-19", f"the {kind} of pages has more than what runs along", object=name.rpartition("/")[2])
    _package(held, findings)


def _locks(held: Word, findings: Findings) -> None:
    if held.settings is None:
        return
    protection = first(held.settings, "w:documentProtection")
    if protection is not None and protection.get(f"{W}enforcement", "0") not in OFF:
        held.tell(findings, "16", "the file is protected against changes")
    if first(held.settings, "w:writeProtection") is not None:
        held.tell(findings, "16", "the file asks for a password, or to be opened for reading only", level=WARN)


def property_of(held: Word, name: str) -> str:
    """What the properties say: ``title``, ``creator`` or ``language``; empty where they say nothing."""
    names = [each.target for each in held.relations("").values() if each.kind.endswith(CORE)]
    tree = held.tree(names[0]) if names else None
    found_ = tree.find(_DC + name) if tree is not None else None
    return (found_.text or "").strip() if found_ is not None else ""


def _properties(held: Word, findings: Findings) -> None:
    if not property_of(held, "title"):
        held.tell(findings, "05", "the file has no title")
    for name, shown in (("creator", "who made it"), ("language", "in which language it is")):
        if not property_of(held, name):
            held.tell(findings, "05", f"the file does not say {shown}", level=WARN)


def _language(held: Word, findings: Findings) -> None:
    default = held.styles.default("w:lang")
    if default is None or not default.get(f"{W}val"):
        held.tell(findings, "06", "no language is set for the text")
    for paragraph in held.paragraphs:
        if _RIGHT_TO_LEFT.search(paragraph.text):
            wrong = [run for run in runs(paragraph.element) if _RIGHT_TO_LEFT.search(run_words(run)) and not is_on(run, "w:rPr/w:rtl")]
            if wrong:
                held.tell(findings, "06", f"letters from right to left are not marked so: {paragraph.shown}", paragraph, level=WARN)


def _contents(held: Word, findings: Findings) -> None:
    codes = [" ".join((each.text or "").split()) for each in found(held.body, "//w:instrText")] + [each.get(f"{W}instr", "") for each in found(held.body, "//w:fldSimple")]
    has = any(code.startswith("TOC ") or code == "TOC" for code in codes)
    headings = sum(held.styles.level(paragraph.style) > 0 for paragraph in held.paragraphs)
    if headings > MANY_HEADINGS and not has:
        held.tell(findings, "13", f"the file has {headings} headings and no contents")
    if held.settings is not None and is_on(held.settings, "w:updateFields"):
        held.tell(findings, "13", "Word asks to update fields when the file is opened")
    marks = {each.get(f"{W}name") for _, tree in held.parts for each in found(tree, "//w:bookmarkStart")}
    for link in held.look("//w:hyperlink[@w:anchor]"):
        if link.get(f"{W}anchor") not in marks:
            held.tell(findings, "13", f"a link leads to ‘{link.get(f'{W}anchor')}’, which is nowhere", link, level=WARN)


def _notes(held: Word, findings: Findings) -> None:
    for kind in ("footnote", "endnote"):
        called = [each.get(f"{W}id") for each in found(held.body, f"//w:{kind}Reference")]
        names = held.related(f"{kind}s")
        tree = held.tree(names[0]) if names else None
        notes = found(tree, f"w:{kind}") if tree is not None else []
        own = [each.get(f"{W}id") for each in notes if each.get(f"{W}type", "normal") == "normal"]
        if missing := set(called) - set(own):
            held.tell(findings, "15", f"{len(missing)} notes are called and are not there", level=E)
        if unused := set(own) - set(called):
            held.tell(findings, "15", f"{len(unused)} notes are there and are not called", level=WARN)
        kinds = {each.get(f"{W}type") for each in notes}
        if own and not {"separator", "continuationSeparator"} <= kinds:
            held.tell(findings, "15", "the line between text and notes is not there", level=WARN)


def _package(held: Word, findings: Findings) -> None:
    names = held.archive.names
    for name in sorted(each for each in names if each.endswith(".rels")):
        folder, _, own = name.rpartition("_rels/")
        for relation in held.relations(folder + own.removesuffix(".rels")).values():
            if not relation.outside and relation.target not in names:
                findings.add("D-20", f"‘{relation.target}’ is named and is not there", object=name)
    for path, key, shown in (("//wp:docPr", "id", "objects"), ("//w:bookmarkStart", f"{W}name", "bookmarks")):
        given = Counter(each.get(key) for each in held.look(path))
        if twice := [name for name, count in given.items() if count > 1]:
            held.tell(findings, "20", f"{shown} have the same name: ‘{twice[0]}’" + (f" and {len(twice) - 1} others" if len(twice) > 1 else ""))
    for part, tree in held.parts:
        known = held.relations(part)
        for each in found(tree, "//*[@r:id | @r:embed | @r:link]"):
            for key in ("id", "embed", "link"):
                wanted = each.get(f"{R}{key}")
                if wanted and wanted not in known:
                    held.tell(findings, "20", f"‘{wanted}’ is named and is not there", each)
