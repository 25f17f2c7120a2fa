"""Sets five texts in three measures with every system, measures the finished PDFs, and writes results.md and results.json; see README.md.

    python bench/typography/run.py                                 all, as `make bench-typography` does
    python bench/typography/run.py --system ours --text verslag    some: printed beside the kept results, nothing written
    … --system ours --write                                        only these systems anew, the rest of the results as they are kept
    … --keep FOLDER                                                keep the PDFs
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from face import natural  # noqa: E402
from glyphs import drawn_lines, fonts  # noqa: E402
from hyphenation import permitted, seams  # noqa: E402
from measures import as_row, measure  # noqa: E402
from page import LEADING, LINES, MEASURES, SIZE, TOP, Work  # noqa: E402
from reading import Line, NotWhole, read_lines  # noqa: E402
from systems import SYSTEMS  # noqa: E402
from tables import BREAKS, SPACES, page, table, together  # noqa: E402
from texts import texts  # noqa: E402

RESULTS = HERE / "results.json"
NOTHING: dict[str, dict] = {"versions": {}, "texts": {}, "results": {}}
NAMES = {key: system.NAME for key, system in SYSTEMS.items()}


def lines_of(work: Work, pdf: Path) -> list[Line]:
    """The lines of a finished PDF, which must show the whole text in its size."""
    drawn = drawn_lines(pdf, TOP, TOP + LINES * LEADING + 4)
    sizes = {round(glyph.size, 1) for line in drawn for glyph in line.glyphs}
    if sizes != {SIZE}:
        raise NotWhole(f"it is set in sizes of {sorted(sizes)} points")
    return read_lines(drawn, work.paragraphs, natural)


def measured(work: Work, system: str, folder: Path, keep: Path | None) -> dict[str, float] | None:
    """Set a work with a system and measure it; None, with a message, if what comes out can't be measured."""
    name = f"{work.name}-{work.measure}-{system}"
    scratch = folder / name
    scratch.mkdir()
    pdf = folder / f"{name}.pdf"
    try:
        SYSTEMS[system].set_text(work, pdf, scratch)
        if keep:
            shutil.copy(pdf, keep)
        return as_row(measure(lines_of(work, pdf), work, permitted, seams))
    except NotWhole as fault:
        print(f"{name}: the text is not whole: {fault} (fonts: {', '.join(sorted(fonts(pdf)))})", file=sys.stderr)
    except (subprocess.CalledProcessError, RuntimeError, OSError) as fault:
        if system == "ours":
            raise
        print(f"{name}: {fault}", file=sys.stderr)
    return None


def run(works: Iterable[Work], systems: list[str], keep: Path | None) -> dict[str, dict[str, dict[str, float]]]:
    """Work → system → measures."""
    results: dict[str, dict[str, dict[str, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for work in works:
            rows = results[_name(work)] = {}
            for system in systems:
                row = measured(work, system, Path(folder), keep)
                if row:
                    rows[system] = row
            print(_name(work), file=sys.stderr)
    return results


def main() -> None:
    """All of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--system", action="append", choices=list(SYSTEMS))
    parser.add_argument("--text", action="append")
    parser.add_argument("--measure", action="append", type=int, choices=MEASURES)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    asked = options.system or list(SYSTEMS)
    missing = {system: reason for system in asked if (reason := SYSTEMS[system].missing())}
    systems = [system for system in asked if system not in missing]
    works = [Work(name, paragraphs, measure) for name, paragraphs in texts().items() for measure in MEASURES]
    works = [work for work in works if (not options.text or work.name in options.text) and (not options.measure or work.measure in options.measure)]
    if not works:
        parser.error(f"there are no such texts; there are {', '.join(texts())}")
    kept = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else NOTHING
    kept = {**NOTHING, **kept}
    changed = {_name(work) for work in works if kept["texts"].get(work.name) not in (None, _fingerprint(work))}
    if changed and options.write:
        raise SystemExit(f"the text has changed since the others were measured, so all must be: {', '.join(sorted(changed))}")
    results = run(works, systems, options.keep)
    if options.write or not (options.system or options.text or options.measure):
        texts_now = {work.name: _fingerprint(work) for work in works}
        _write(results, kept if options.write else NOTHING, texts_now, missing)
    else:
        print("\n".join(_skipped(missing)))
        _print(results, {work: rows for work, rows in kept["results"].items() if work not in changed})


def _skipped(reasons: dict[str, str]) -> list[str]:
    return [f"{NAMES[system]}: {reason}" for system, reason in reasons.items()]


def _name(work: Work) -> str:
    return f"{work.name}, {work.measure} mm"


def _fingerprint(work: Work) -> str:
    """What tells whether the text is still the same; the report's own goes on changing."""
    return blake2b("\n".join(work.paragraphs).encode(), digest_size=8).hexdigest()


def _write(results: dict, kept: dict, texts_now: dict[str, str], missing: dict[str, str]) -> None:
    """Results over those that are kept, and both files of them."""
    merged = {work: {**kept["results"].get(work, {}), **results.get(work, {})} for work in {**kept["results"], **results}}
    merged = {work: {system: rows[system] for system in SYSTEMS if system in rows} for work, rows in merged.items()}
    present = dict.fromkeys(system for rows in merged.values() for system in rows)
    versions = {system: kept["versions"].get(system) or SYSTEMS[system].version() for system in SYSTEMS if system in present}
    method = "## What is measured" + (HERE / "README.md").read_text(encoding="utf-8").partition("## What is measured")[2]
    partly = {system: "it did not set every text, so it is left out of the sums" for system in present if any(system not in rows for rows in merged.values())}
    skipped = _skipped({**missing, **partly})
    whole = {"versions": versions, "texts": {**kept["texts"], **texts_now}, "results": merged}
    RESULTS.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    RESULTS.with_suffix(".md").write_text(page(merged, NAMES, versions, skipped, method), encoding="utf-8")
    print("\n".join([*table(together(merged), SPACES, NAMES), "", *table(together(merged), BREAKS, NAMES)]))


def _print(results: dict, kept: dict) -> None:
    """What was measured now above the results that are kept, for the same works."""
    merged = {work: {**{f"kept: {NAMES[s]}": row for s, row in kept.get(work, {}).items()}, **rows} for work, rows in results.items()}
    for work, rows in [*merged.items(), *([("together", together(merged))] if len(merged) > 1 else [])]:
        print(f"\n{work}")
        print("\n".join([*table(rows, SPACES, NAMES), "", *table(rows, BREAKS, NAMES)]))


if __name__ == "__main__":
    main()
