"""What is written about the command and the sections is what they are."""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

from reportbuilder.arguments import command_line
from reportbuilder.load.describe import json_schema, sections_md

ROOT = Path(__file__).resolve().parents[1]


def text(*names: str) -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names)


def words(parser: argparse.ArgumentParser, before: str = "reportbuilder") -> Iterator[str]:
    """Every command and every long option of the command line."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield f"{before} {name}"
                yield from words(command, f"{before} {name}")
        else:
            yield from (option for option in action.option_strings if option.startswith("--") and option != "--help")


def test_every_command_and_option_is_described() -> None:
    described = text("README.md", "docs/handleiding.md", "docs/vertalen.md")
    known = set(words(command_line()))
    assert {"reportbuilder build", "--strict"} <= known
    assert sorted(word for word in known if word not in described) == []


def test_the_description_of_sections_is_made_from_the_schema() -> None:
    assert text("docs/sections.md") == sections_md(), "run `make schema`"


def test_the_schema_for_editors_is_made_from_the_schema() -> None:
    assert json.loads(text("docs/section.schema.json")) == json_schema(), "run `make schema`"


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    shown = {page: re.sub(r"(?ms)^```.*?^```|`[^`\n]*`", "", page.read_text(encoding="utf-8")) for page in pages}
    links = [(page, *link) for page in pages for link in re.findall(r"\]\(([^)#\s:]*)(?:#([^)]*))?\)", shown[page])]
    assert len(links) > 20
    assert [f"{page.name}: {file}" for page, file, _ in links if not (page.parent / file).exists()] == []
    assert [f"{page.name}: {file}#{place}" for page, file, place in links if place and place not in headings(page.parent / file if file else page)] == []


def headings(page: Path) -> set[str]:
    """What links to the headings of a page say, as GitHub makes it of their words."""
    titles = re.findall(r"(?m)^#+ (.*)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_what_the_booklet_repeats_of_the_report_is_the_same() -> None:
    """A project has all its assets inside it, so that it can be copied and built elsewhere; fonts, profiles and logos of the booklet are those of the house."""
    booklet = ROOT / "examples" / "talen" / "assets"
    repeated = [path.relative_to(booklet) for folder in ("fonts", "icc", "logos") for path in sorted((booklet / folder).iterdir())]
    assert len(repeated) > 10
    assert [path.as_posix() for path in repeated if (booklet / path).read_bytes() != (ROOT / "assets" / path).read_bytes()] == []


def test_every_target_of_make_is_told_by_make_help() -> None:
    makefile = text("Makefile")
    targets = makefile.split(".PHONY:")[1].split("\n")[0].split()
    assert "report" in targets
    assert [target for target in targets if not any(line.startswith(f"{target}:") and "## " in line for line in makefile.splitlines())] == []
