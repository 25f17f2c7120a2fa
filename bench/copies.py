"""Makes a project whose text is the report's own, many times over, without pictures."""

import re
import shutil
from pathlib import Path

import yaml
from sample import make_drawings

NO_PICTURE = ("figure", "cluster", "logos", "people")
IDS = re.compile(r"\]\(#([a-z0-9-]+)\)")


def copies(root: Path, target: Path, times: int) -> None:
    """Write to ``target`` a project with the letter and chapters of ``root`` repeated; every copy has ids of its own."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "sections").mkdir(parents=True)
    shutil.copytree(root / "styles", target / "styles")
    for folder in ("fonts", "icc"):
        shutil.copytree(root / "assets" / folder, target / "assets" / folder)
    make_drawings(target)
    shutil.copy(root / "sections" / "cijfers.yaml", target / "sections")
    report = yaml.load((root / "sections" / "report.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    order = ["02-inhoud"]
    shutil.copy(root / "sections" / "02-inhoud.yaml", target / "sections")
    parts = [name for name in report["order"] if _kind(root, name) in ("letter", "chapter")]
    for number in range(times):
        for name in parts:
            copy = f"{name}-{number:03d}"
            (target / "sections" / f"{copy}.yaml").write_text(_copied(root, name, number), encoding="utf-8")
            order.append(copy)
    report["order"] = order
    (target / "sections" / "report.yaml").write_text(yaml.safe_dump(report, allow_unicode=True), encoding="utf-8")


def _load(root: Path, name: str) -> dict:
    return yaml.load((root / "sections" / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def _kind(root: Path, name: str) -> str:
    return next(iter(_load(root, name)))


def _copied(root: Path, name: str, number: int) -> str:
    part = _load(root, name)
    part.pop("opener", None)
    part["body"] = [block for block in part["body"] if not any(key in block for key in NO_PICTURE)]
    for owner in (part, *part["body"], *(held for block in part["body"] for held in block.values() if isinstance(held, dict))):
        if "id" in owner:
            owner["id"] = f"{owner['id']}-{number}"
    text = yaml.dump(part, Dumper=_Dumper, allow_unicode=True, width=100, sort_keys=False)
    return IDS.sub(lambda match: f"](#{match.group(1)}-{number})", text)


class _Dumper(yaml.SafeDumper):
    """Writes long text as block scalars, as an editor would."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else '"' if len(value) < 60 else ">")


_Dumper.add_representer(str, _text)
