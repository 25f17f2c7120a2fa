"""The calls of ``reportbuilder translate``: what a user may ask, and the work that is done for it. `cli` runs it and prints."""

import argparse
from collections.abc import Callable
from pathlib import Path

from reportbuilder.diag.diagnostic import Log
from reportbuilder.outputs import Output
from reportbuilder.progress import Progress

Kind = Callable[[str], object]


def add_translate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", folder: Kind, language: Kind) -> None:
    """The command with its steps, each with the ``work`` that it does. ``folder`` and ``language`` read an argument of that kind."""
    parent = commands.add_parser("translate", help="send the report to a translator, and take the translation back")
    steps = parent.add_subparsers(title="steps", metavar="STEP", required=True)
    given = steps.add_parser("export", help="make a file for a translator")
    _add_telling(given, folder)
    given.add_argument("--lang", type=language, metavar="TAG", required=True, help="language to translate into, such as en or fr-BE")
    given.add_argument("--only", choices=("changed",), help="only what is new or changed, with what stands around it in gray")
    forms = ("docx", "xliff", "xliff2", "po")
    given.add_argument("--as", dest="form", choices=forms, default="docx", help="kind of file: docx (default), xliff (1.2), xliff2 (2.1), po")
    given.add_argument("--out", type=Path, metavar="DIR", help="write into this folder (default: out/ in the project)")
    given.set_defaults(command="translate", work=exported, write=True)
    taken = steps.add_parser("import", help="take back a file from a translator: DOCX, ODT, XLIFF or PO")
    taken.add_argument("file", type=Path, metavar="FILE", help="the file that came back")
    _add_telling(taken, folder)
    taken.add_argument("--lang", type=language, metavar="TAG", required=True, help="language of the translation")
    taken.add_argument("--dry-run", action="store_true", help="show what would change, change nothing")
    taken.add_argument("--accept-same", action="store_true", help="take texts that are as in the report's own language as translated (names, places)")
    taken.add_argument("--out", type=Path, metavar="DIR", help="write the review into this folder (default: out/ in the project)")
    taken.set_defaults(command="translate", work=imported, write=True)
    told = steps.add_parser("status", help="how far each language is")
    _add_telling(told, folder)
    told.add_argument("--lang", type=language, metavar="TAG", help="only this language")
    told.set_defaults(command="translate", work=told_status, write=False, out=None)


def _add_telling(parser: argparse.ArgumentParser, folder: Kind) -> None:
    parser.add_argument("root", nargs="?", type=folder, default=Path("."), metavar="DIR", help="folder of the project (default: here)")
    parser.add_argument("--strict", action="store_true", help="warnings count as faults too (exit code 3)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to tell: for people (default) or as one JSON object")
    parser.add_argument("--timings", action="store_true", help="tell how long each stage took, and the memory used")
    parser.add_argument("--debug", action="store_true", help="show the traceback if reportbuilder itself fails")


def exported(call: argparse.Namespace, log: Log, progress: Progress) -> tuple[Output, ...]:
    """Make a file for a translator."""
    from reportbuilder.handout import ExportOptions, export

    return export(ExportOptions(call.root, call.lang, call.form, call.only == "changed", call.out), log, progress)


def imported(call: argparse.Namespace, log: Log, progress: Progress) -> tuple[Output, ...]:
    """Take a file back; ``call.told`` is what to print, ``call.data`` the same for programs."""
    from reportbuilder.intake import ImportOptions, receive

    received = receive(ImportOptions(call.root, call.file, call.lang, call.dry_run, call.accept_same, call.out), log, progress)
    call.told = received.told
    call.data = {"texts": received.counts()}
    return received.outputs


def told_status(call: argparse.Namespace, log: Log, progress: Progress) -> tuple[Output, ...]:
    """How far each language is; ``call.told`` and ``call.data`` as above."""
    from reportbuilder.intake import statuses
    from reportbuilder.translate.status import as_json, as_table

    found = statuses(call.root, call.lang, log)
    call.told, call.data = as_table(found), {"languages": as_json(found)}
    return ()
