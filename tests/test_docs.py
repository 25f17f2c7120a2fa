"""What is written about the command and the sections is what they are."""

import argparse
import json
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


def test_every_target_of_make_is_told_by_make_help() -> None:
    makefile = text("Makefile")
    targets = makefile.split(".PHONY:")[1].split("\n")[0].split()
    assert "report" in targets
    assert [target for target in targets if not any(line.startswith(f"{target}:") and "## " in line for line in makefile.splitlines())] == []
