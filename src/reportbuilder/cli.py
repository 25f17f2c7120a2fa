"""The command: reads what the user asks, runs a build, and prints what came of it. Nothing else prints."""

import argparse
import gc
import io
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from msgspec import Struct

from reportbuilder import __version__
from reportbuilder.arguments import command_line
from reportbuilder.diag.diagnostic import Diagnostic, Family, Log, Severity
from reportbuilder.diag.render import as_data, as_text, count, plural, visible
from reportbuilder.outputs import Output
from reportbuilder.progress import Progress
from reportbuilder.project import FORMATS

if TYPE_CHECKING:
    from reportbuilder.preflight.limits import Limits

WRONG, STRICT, OURS, STOPPED, BROKEN_PIPE, TERMINATED = 2, 3, 70, 130, 141, 143
"""Exit codes beside those of `Family` and 0 (done); argparse itself leaves with 2 after a wrong call."""
MOST_TOLD = 1000
"""Who has more faults than this has one that makes the others."""


def command() -> NoReturn:
    """The whole process: run the command and leave at once. To take apart millions of values that nobody wants any more takes longer than some builds."""
    code = main()
    sys.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives its exit code (argparse leaves by SystemExit 2 after a wrong call)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    call = command_line().parse_args(arguments)
    try:
        with _termination():
            code = RUNS[call.command](call)
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE


@contextmanager
def _termination() -> Iterator[None]:
    """SIGTERM leaves like an exception, so that everything is cleaned up on the way out."""

    def leave(number: int, frame: FrameType | None) -> None:
        raise SystemExit(TERMINATED)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


# ---------------------------------------------------------------- the commands


def _schema(call: argparse.Namespace) -> int:
    from reportbuilder.load.describe import json_schema

    print(json.dumps(json_schema(), indent=2))
    return 0


def _build(call: argparse.Namespace) -> int:
    return _run(call, _outputs)


def _translate(call: argparse.Namespace) -> int:
    return _run(call, call.work)


def _run(call: argparse.Namespace, work: Callable[[argparse.Namespace, Log, Progress], tuple[Output, ...]]) -> int:
    """Do the work of a command, whatever happens in it, and tell what came of it."""
    log, line = Log(), ProgressLine(sys.stderr, quiet=call.format == "json")
    progress = Progress(line.tell)
    start = time.perf_counter()
    gc.disable()  # a build makes millions of frozen values and hardly a cycle; looking for cycles would take a fifth of its time
    outputs: tuple[Output, ...] = ()
    try:
        outputs = work(call, log, progress)
        code = exit_code(log, call.strict)
    except KeyboardInterrupt:
        code = STOPPED
    except MemoryError:
        hint = "close other programs, or use smaller pictures"
        log.error("out-of-memory", "the memory of this machine is not enough", hint=hint, family=Family.LIMIT)
        code = exit_code(log, call.strict)
    except BrokenPipeError:
        raise
    except Exception as fault:
        line.clear()
        _note_fault(fault, log, show=call.debug)
        code = OURS
    finally:
        line.clear()
    outcome = Outcome(log, outputs, progress.seconds, time.perf_counter() - start, code)
    (_tell_json if call.format == "json" else _tell_text)(call, outcome)
    return code


def _outputs(call: argparse.Namespace, log: Log, progress: Progress) -> tuple[Output, ...]:
    from reportbuilder.build import Options, build

    options = Options(call.root, call.out, tuple(f for f in FORMATS if f in (call.only or FORMATS)), call.lang, call.strict, call.write, call.style, call.printer, call.web)
    return build(options, log, progress)


def _preflight(call: argparse.Namespace) -> int:
    """Judge files; findings are what is asked for, so they go to standard output."""
    return _looked(call, _judged)


def _agree(call: argparse.Namespace) -> int:
    return _looked(call, _compared)


def _looked(call: argparse.Namespace, work: Callable[[argparse.Namespace], int]) -> int:
    """Look at finished files, whatever happens."""
    try:
        return work(call)
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        raise
    except Exception as fault:
        log = Log()
        _note_fault(fault, log, show=False)
        print(*map(as_text, log.in_order()), sep="\n", file=sys.stderr)
        return OURS


def _judged(call: argparse.Namespace) -> int:
    from reportbuilder.judging import Looked, Unreadable, exit_code, judge_file
    from reportbuilder.preflight.told import data, lines

    limits = _limits(call.printer)
    if limits is None:
        return WRONG
    looked: list[Looked] = []
    for path in call.files:
        try:
            looked.append(judge_file(path, limits, not call.quick, call.html, tuple(call.purposes or ())))
        except Unreadable as fault:
            print(f"reportbuilder preflight: {fault}", file=sys.stderr)
            return WRONG
        if call.format == "text":
            print(*(visible(line) for line in lines(str(path), looked[-1].judgement, call.notes)), sep="\n", flush=True)
            if looked[-1].report:
                print(looked[-1].report, flush=True)
    code = exit_code(looked, call.strict)
    if call.format == "json":
        print(json.dumps({"files": [data(each.name, each.judgement) for each in looked], "exit": code}, indent=2))
    return code


def _compared(call: argparse.Namespace) -> int:
    from reportbuilder.judging import Looked, Unreadable, agreement, exit_code
    from reportbuilder.preflight.told import data, lines

    try:
        found = agreement(call.files)
    except Unreadable as fault:
        print(f"reportbuilder agree: {fault}", file=sys.stderr)
        return WRONG
    code = exit_code([Looked("agree", found, None)], False)
    if call.format == "json":
        print(json.dumps({**data("agree", found), "files": [str(path) for path in call.files], "exit": code}, indent=2))
    else:
        print(*(visible(line) for line in lines("agree", found, True)), sep="\n", flush=True)
    return code


def _limits(printer: str | None) -> "Limits | None":
    """Those of a printer by name; None, and told why, when it can't be read."""
    from reportbuilder.judging import limits_of
    from reportbuilder.load.printers import printer_style
    from reportbuilder.preflight.limits import Limits

    if printer is None:
        return Limits()
    log = Log()
    found = printer_style(Path("."), printer, log)
    for diagnostic in log.in_order():
        print(as_text(diagnostic), file=sys.stderr)
    return limits_of(*found) if found else None


RUNS: dict[str, Callable[[argparse.Namespace], int]] = {"agree": _agree, "build": _build, "preflight": _preflight, "schema": _schema, "translate": _translate}


def exit_code(log: Log, strict: bool) -> int:
    """0 when all went well, 3 for warnings under ``--strict``, else the greatest family of the errors."""
    if log.errors:
        return max(error.family for error in log.errors)
    return STRICT if log.stops(strict) else 0


def _note_fault(fault: Exception, log: Log, show: bool) -> None:
    """A fault of ours: the traceback goes into a file, its path into the log."""
    import tempfile
    import traceback

    text = "".join(traceback.format_exception(fault))
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", errors="replace", prefix="reportbuilder-", suffix=".log", delete=False) as file:
        file.write(f"reportbuilder {__version__}, Python {sys.version}, {sys.platform}\n{text}")
    if show:
        print(text, file=sys.stderr, end="")
    log.error("fault-of-ours", f"reportbuilder itself failed ({type(fault).__name__})", hint=f"please send its makers the file {file.name}")


# ---------------------------------------------------------------- telling


class Outcome(Struct, frozen=True):
    """What came of a build: messages, files, the seconds of each stage and of all, the exit code."""

    log: Log
    outputs: tuple[Output, ...]
    stages: dict[str, float]
    seconds: float
    code: int


class ProgressLine:
    """What a build is doing: one line written over and over on a terminal, a line for each stage in a pipe."""

    def __init__(self, stream: TextIO, quiet: bool) -> None:
        self._stream = stream
        self._quiet = quiet
        self._live = stream.isatty() and os.environ.get("TERM") != "dumb"
        self._width = 0

    def tell(self, text: str) -> None:
        """Show what begins now."""
        if self._quiet:
            return
        if self._live:
            print("\r" + text.ljust(self._width), end="", file=self._stream, flush=True)
            self._width = len(text)
        else:
            print(text, file=self._stream, flush=True)

    def clear(self) -> None:
        """Wipe the line, so that the messages begin at its start."""
        if self._width:
            print("\r" + " " * self._width + "\r", end="", file=self._stream, flush=True)
            self._width = 0


def _tell_text(call: argparse.Namespace, outcome: Outcome) -> None:
    """Messages and the summary on standard error, the files and what a command tells of itself on standard output."""
    if told := getattr(call, "told", ""):
        print(told, flush=True)
    messages = _told(call, outcome.log)
    for diagnostic in messages[:MOST_TOLD]:
        print(as_text(diagnostic), file=sys.stderr)
    if len(messages) > MOST_TOLD:
        print(f"… and {len(messages) - MOST_TOLD} more (all of them with --format json)", file=sys.stderr)
    for output in outcome.outputs:
        pages = f"{plural(output.pages, 'page')}, " if output.pages else ""
        print(f"{output.path}  ({pages}{output.bytes / 1_000_000:.1f} MB)", flush=True)
    if summary := _summary(call, outcome):
        print(summary, file=sys.stderr)
    if call.timings:
        for stage, seconds in outcome.stages.items():
            print(f"  {stage:24}{seconds:8.2f} s", file=sys.stderr)
        print(f"  {'peak memory':24}{_peak_megabytes():8.0f} MB", file=sys.stderr)


def _told(call: argparse.Namespace, log: Log) -> list[Diagnostic]:
    """The messages by place; advice is told by `check` alone, a build only counts it."""
    return [d for d in log.in_order() if d.severity is not Severity.ADVICE or not call.write]


def _summary(call: argparse.Namespace, outcome: Outcome) -> str:
    found = count(outcome.log.diagnostics)
    if outcome.code == STOPPED:
        return "stopped"
    if outcome.outputs:
        return f"{found + '; ' if found else ''}{plural(len(outcome.outputs), 'file')} written in {outcome.seconds:.1f} s"
    if not call.write:
        if outcome.log.stops(strict=True) or getattr(call, "told", ""):
            return found
        return f"nothing wrong; {found + '; ' if found else ''}checked in {outcome.seconds:.1f} s"
    return f"{found}; nothing written" + (" (--strict)" if outcome.code == STRICT else "")


def _tell_json(call: argparse.Namespace, outcome: Outcome) -> None:
    data: dict[str, Any] = {
        "diagnostics": [as_data(diagnostic) for diagnostic in _told(call, outcome.log)],
        "advice": sum(diagnostic.severity is Severity.ADVICE for diagnostic in outcome.log.diagnostics),
        "outputs": [{"path": str(o.path), "bytes": o.bytes, "pages": o.pages} for o in outcome.outputs],
        "pages": max((output.pages or 0 for output in outcome.outputs), default=0),
        "seconds": round(outcome.seconds, 3),
        "timings": {stage: round(seconds, 3) for stage, seconds in outcome.stages.items()},
        "memory": round(_peak_megabytes()),
        "exit": outcome.code,
        **getattr(call, "data", {}),
    }
    print(json.dumps(data, ensure_ascii=True, indent=2))


def _peak_megabytes() -> float:
    """The most memory that this process has had; 0 where the system does not tell (Windows)."""
    try:
        import resource
    except ImportError:
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000
