"""The call: all commands with their options, and what may be given for each. `cli` runs them."""

import argparse
import re
from pathlib import Path
from typing import Any

from reportbuilder import __version__
from reportbuilder.project import FORMATS
from reportbuilder.translating import add_translate


def command_line() -> argparse.ArgumentParser:
    """All commands with their options."""
    parser = argparse.ArgumentParser("reportbuilder", description="One source, three finished documents: print PDF, web PDF and DOCX.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    build = commands.add_parser("build", help="make the documents", parents=[_shared()])
    build.add_argument("--out", type=Path, metavar="DIR", help="write into this folder (default: out/ in the project)")
    standards = "standard of the web PDF: ua1 (PDF/UA-1 and PDF/A-2a, the usual one) or ua2 (PDF/UA-2 and PDF/A-4, in a file …-web-ua2.pdf); default: as in the style sheet"
    build.add_argument("--web", choices=("ua1", "ua2"), help=standards)
    build.set_defaults(command="build", write=True)
    check = commands.add_parser("check", help="say all that is wrong and could be better, write nothing", parents=[_shared()])
    check.set_defaults(command="build", write=False, out=None, web=None)
    preflight = commands.add_parser("preflight", help="judge finished files, ours or not: as a printer does, or for those who listen")
    preflight.add_argument("files", nargs="+", type=Path, action=_Fitting, metavar="FILE", help="a PDF or DOCX")
    preflight.add_argument("--for", action="append", choices=("print", "web"), dest="purposes", help="judge PDFs for this, whatever they claim; may be given twice")
    preflight.add_argument("--html", type=Path, metavar="DIR", help="write a report of each file into this folder, to look at in a browser")
    preflight.add_argument("--printer", type=_style, metavar="NAME", help="the limits of styles/printers/NAME.yaml of the project here")
    preflight.add_argument("--quick", action="store_true", help="do not render pages: no look at ink, empty pages and filled bleed")
    preflight.add_argument("--notes", action="store_true", help="tell what is good to know, too")
    preflight.add_argument("--strict", action="store_true", help="warnings count too (exit code 3)")
    preflight.add_argument("--format", choices=("text", "json"), default="text", help="how to tell: for people (default) or as one JSON object")
    preflight.set_defaults(command="preflight")
    agree = commands.add_parser("agree", help="say whether print PDF, web PDF and DOCX of one report say the same")
    agree.add_argument("files", nargs="+", type=Path, action=_Fitting, metavar="FILE", help="the print PDF (and its cover), the web PDF and the DOCX, in any order")
    agree.add_argument("--format", choices=("text", "json"), default="text", help="how to tell: for people (default) or as one JSON object")
    agree.set_defaults(command="agree")
    schema = commands.add_parser("schema", help="print the JSON Schema of a section file, for completion in editors")
    schema.set_defaults(command="schema")
    add_translate(commands, _folder, _language)
    return parser


def _shared() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("root", nargs="?", type=_folder, default=Path("."), metavar="DIR", help="folder of the project (default: here)")
    parser.add_argument("--only", action="append", choices=FORMATS, help="make only this; may be given more than once")
    parser.add_argument("--lang", type=_language, metavar="TAG", help="language of the report, such as nl or nl-BE (default: as in report.yaml)")
    parser.add_argument("--style", type=_style, default="tokens", metavar="NAME", help="the style sheet styles/NAME.yaml (default: tokens)")
    parser.add_argument("--printer", type=_style, metavar="NAME", help="the printer styles/printers/NAME.yaml (default: as in the style sheet)")
    parser.add_argument("--strict", action="store_true", help="warnings stop the build too (exit code 3)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to tell: for people (default) or as one JSON object")
    parser.add_argument("--timings", action="store_true", help="tell how long each stage took, and the memory used")
    parser.add_argument("--debug", action="store_true", help="show the traceback if reportbuilder itself fails")
    return parser


class _Fitting(argparse.Action):
    """Files; of a pattern such as ``out/*.pdf``, which the shells of Windows pass on as it is, those that fit it."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option_string: str | None = None) -> None:
        setattr(namespace, self.dest, [path for value in values for path in _fitting(value)])


def _fitting(named: Path) -> list[Path]:
    """The file of that name, or those that fit it as a pattern; as it is when there is none, which is told where it is opened."""
    if "*" not in named.name or named.exists():
        return [named]
    return sorted(named.parent.glob(named.name)) or [named]


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder ‘{text}’")
    return Path(text)


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        raise argparse.ArgumentTypeError(f"‘{text}’ is no language tag, such as nl or nl-BE")
    return text


def _style(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise argparse.ArgumentTypeError(f"‘{text}’ is no name of a style sheet: small letters, digits and hyphens, without ‘.yaml’")
    return text
