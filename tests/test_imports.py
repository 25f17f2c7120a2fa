"""The house is as docs/architecture.md says: imports run downwards, each library has one home, only the command prints, and nothing grows too long."""

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

N = TypeVar("N", bound=ast.AST)
SOURCE = Path(__file__).resolve().parents[1] / "src" / "reportbuilder"
MODULES = {path.relative_to(SOURCE).with_suffix("").as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}
TEXTS = {name: path.read_text(encoding="utf-8") for name, path in MODULES.items()}
TREES = {name: ast.parse(text) for name, text in TEXTS.items()}
NODES = {name: list(ast.walk(tree)) for name, tree in TREES.items()}

LAYERS = {
    "diag": set(),
    "kept": set(),
    "model": {"diag"},
    "style": {"diag"},
    "load": {"diag", "kept", "model", "style"},
    "assets": {"diag", "kept", "model", "style"},
    "layout": {"abreast", "diag", "model", "style", "assets"},
    "pdf": {"diag", "model", "style", "assets", "layout"},
    "docx": {"diag", "model", "style", "assets"},
    "archive": set(),
    "translate": {"archive", "diag", "model", "load"},
    "preflight": {"abreast", "archive", "diag"},
    "project": set(),
    "progress": set(),
    "lock": {"diag"},
    "storing": {"diag"},
    "outputs": {"diag", "lock", "storing"},
    "abreast": set(),
    "options": {"project", "style"},
    "pictures": {"assets", "diag", "model", "project", "style"},
    "reading": {"options", "pictures", "project", "diag", "model", "style", "load", "assets", "translate"},
    "build": {"abreast", "assets", "diag", "docx", "layout", "options", "outputs", "pdf", "pictures", "printing", "progress", "project", "reading", "screening", "storing"},
    "judging": {"diag", "kept", "style", "preflight"},
    "printing": {"diag", "model", "style", "assets", "layout", "pdf", "preflight", "judging", "storing"},
    "screening": {"diag", "pdf", "preflight", "judging", "printing", "storing"},
    "translator_file": {"assets", "diag", "docx", "layout", "load", "model", "pictures", "progress", "project", "reading", "style"},
    "handout": {"translator_file", "diag", "docx", "load", "model", "outputs", "progress", "project", "translate"},
    "intake": {"archive", "diag", "handout", "load", "model", "outputs", "progress", "project", "translate"},
    "translating": {"handout", "intake", "translate", "diag", "outputs", "progress"},
    "arguments": {"project", "translating"},
    "cli": {"arguments", "build", "diag", "judging", "load", "outputs", "preflight", "progress", "project"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""What each package or module may import, beside itself; msgspec, of which all values are made, is everywhere."""

HOMES = {
    "babel": {"load"},
    "docx": {"docx"},
    "fontTools": {"assets", "preflight"},
    "jinja2": {"load", "preflight"},
    "lxml": {"archive", "docx", "preflight", "translate"},
    "markdown_it": {"load"},
    "pikepdf": {"assets", "pdf", "storing", "preflight"},
    "PIL": {"assets", "preflight"},
    "pypdfium2": {"assets", "preflight"},
    "polib": {"translate"},
    "pyphen": {"assets"},
    "reportlab": {"pdf"},
    "uharfbuzz": {"assets", "pdf"},
    "yaml": {"load"},
}


def imports(name: str) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that a module of ours imports, also inside functions."""
    for node in NODES[name]:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.module == "reportbuilder":
                yield from ((node.lineno, f"reportbuilder.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, node.module or ""


def nodes(kind: type[N]) -> Iterator[tuple[str, N]]:
    """All nodes of a kind, with the module that they stand in."""
    return ((name, node) for name, found in NODES.items() for node in found if isinstance(node, kind))


def breaches(found: Iterable[tuple[str, int, str]]) -> list[str]:
    return [f"{name}.py:{line}: {what}" for name, line, what in found]


def layer(name: str) -> str:
    return name.split("/")[0]


def calls(name: str) -> Iterator[tuple[int, str]]:
    """Line and last name of every call."""
    for node in NODES[name]:
        if isinstance(node, ast.Call):
            function = node.func
            yield node.lineno, function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""


def test_imports_run_downwards() -> None:
    ours = [(name, line, module.split(".")[1]) for name in MODULES for line, module in imports(name) if module.startswith("reportbuilder.")]
    assert len(ours) > 100
    assert breaches((name, line, to) for name, line, to in ours if to != "__version__" and to not in LAYERS[layer(name)] | {layer(name)}) == []


def test_each_library_has_one_home() -> None:
    libraries = [(name, line, module.split(".")[0]) for name in MODULES for line, module in imports(name)]
    foreign = [(name, line, library) for name, line, library in libraries if library not in sys.stdlib_module_names | {"reportbuilder", "msgspec"}]
    assert {"reportlab", "docx", "yaml"} <= {library for _, _, library in foreign}
    assert breaches((name, line, library) for name, line, library in foreign if layer(name) not in HOMES.get(library, set())) == []


def test_values_are_structs_which_are_made_far_quicker_than_dataclasses() -> None:
    assert breaches((name, line, library) for name in MODULES for line, library in imports(name) if library == "dataclasses") == []


def test_each_name_is_known_and_each_import_used() -> None:
    """A name that nothing defines is a traceback before the user, on a way that no quick test takes."""
    folders = [str(SOURCE.parents[1] / folder) for folder in ("src", "tests", "bench", "docs")]
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select=F,E9", "--ignore=F402", *folders], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_no_import_is_relative() -> None:
    assert breaches((name, node.lineno, "") for name, node in nodes(ast.ImportFrom) if node.level) == []


def test_only_the_command_prints() -> None:
    """A picture worker talks with the build on its standard output."""
    printed = [(name, line, called) for name in MODULES for line, called in calls(name) if called == "print"]
    attributes = [(name, node) for name, node in nodes(ast.Attribute) if node.attr in ("stdout", "stderr")]
    streams = [(name, node.lineno, node.attr) for name, node in attributes if ast.unparse(node.value) == "sys"]
    assert {name for name, _, _ in printed} == {"cli"}
    assert breaches(found for found in streams if found[0] not in ("cli", "assets/worker", "preflight/worker")) == []


def test_steps_between_values_open_no_files() -> None:
    opening = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
    pure = [name for name in MODULES if layer(name) in ("layout", "model", "style")]
    assert breaches((name, line, called) for name in pure for line, called in calls(name) if called in opening) == []


def test_every_module_says_its_place_in_one_sentence() -> None:
    firsts = ((name, (ast.get_docstring(tree) or "").split("\n\n")[0]) for name, tree in TREES.items())
    assert breaches((name, 1, first) for name, first in firsts if not first.endswith((".", "…"))) == []


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = ((name, len(text.splitlines())) for name, text in TEXTS.items())
    assert breaches((name, length, "lines") for name, length in lengths if length > 400) == []


def test_no_function_is_longer_than_60_lines() -> None:
    lengths = ((name, node, (node.end_lineno or 0) - node.lineno + 1) for name, node in nodes(ast.FunctionDef))
    assert breaches((name, node.lineno, f"{node.name}: {length} lines") for name, node, length in lengths if length > 60) == []


def test_the_command_starts_without_the_heavy_libraries() -> None:
    program = "import sys; import reportbuilder.cli; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "reportbuilder" in done.stdout
    assert not set(HOMES) & set(done.stdout.split())
