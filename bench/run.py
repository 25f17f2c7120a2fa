"""Speed of the whole command, cold processes one after another; writes bench/results.md. Run by ``make bench``; see bench/README.md."""

import compileall
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "tests")]

from copies import copies  # noqa: E402


def build(project: Path, *options: str) -> dict:
    """Run the command in a new process; its JSON with the wall seconds added."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "reportbuilder", "build", str(project), "--format", "json", "--timings", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed with {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return {**json.loads(done.stdout), "wall": wall}


def real(folder: Path, lines: list[str]) -> None:
    """The real report: cold, then warm (the best of three)."""
    project = folder / "real"
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(".git", ".venv", ".cache", "out", "tests", ".judges"))
    cold = min((_cold(project) for _ in range(3)), key=lambda run: run["wall"])
    warm = min((build(project) for _ in range(3)), key=lambda run: run["wall"])
    lines.append(_row("real, cold", cold))
    lines.append(_row("real, warm picture cache", warm))


def _cold(project: Path) -> dict:
    shutil.rmtree(project / ".cache", ignore_errors=True)
    return build(project)


def texts(folder: Path, lines: list[str]) -> None:
    """The text ten and a hundred times over, and platypus on the largest."""
    runs = {}
    for times in (10, 100):
        project = folder / f"x{times}"
        copies(ROOT, project, times)
        runs[times] = build(project, "--only", "print", "--only", "web")
        lines.append(_row(f"text ×{times}, both PDFs", runs[times]))
    peer = subprocess.run([sys.executable, str(ROOT / "bench" / "platypus.py"), str(folder / "x100"), str(folder / "peer.pdf")], capture_output=True, text=True, check=True)
    seconds = float(peer.stdout.split()[1])
    lines.append(f"| platypus, text ×100, one PDF | {seconds:.2f} | {peer.stdout.split()[3]} | {peer.stdout.split()[5]} | |")
    a_page = {times: run["wall"] / run["pages"] for times, run in runs.items()}
    lines.append("")
    lines.append(f"Time a page, ×100 over ×10: **{a_page[100] / a_page[10]:.2f}** (asked: ≤ 1.3). Both PDFs ×100 over platypus' one: **{runs[100]['wall'] / seconds:.2f}** (asked: ≤ 2).")


def translations(folder: Path, lines: list[str]) -> None:
    """5,000 texts to a translator and back; what comes back is the file with each word changed, with its ids and without any."""
    from pseudo import W, translated_docx

    def nameless(tree, part: str) -> None:
        for mark in list(tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)

    project = folder / "x24"
    copies(ROOT, project, 24)
    lines.append(_step("translate export", project, "export"))
    data = next(project.glob("out/*-translate.docx")).read_bytes()
    for name, harm in (("with ids", None), ("without ids", nameless)):
        (folder / "back.docx").write_bytes(translated_docx(data, harm))
        lines.append(_step(f"translate import, {name}", project, "import", str(folder / "back.docx"), "--dry-run"))


def _step(name: str, project: Path, step: str, *more: str) -> str:
    """One step of translate, as a row; seconds of the processor, since nothing in it runs side by side."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "reportbuilder", "translate", step, *more[:1], str(project), *more[1:], "--lang", "en", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = json.loads(done.stdout)
    if told["exit"]:
        raise SystemExit(f"{' '.join(command)} failed\n{done.stderr[-2000:]}")
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"| {name}, 5,076 texts | {seconds:.2f} (processor) | | {told['memory']} | {', '.join(f'{stage} {spent:.2f}' for stage, spent in told['timings'].items())} |"


def _row(name: str, run: dict) -> str:
    stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in run["timings"].items())
    return f"| {name} | {run['wall']:.2f} | {run['pages']} | {run['memory']:.0f} | {stages} |"


def main() -> None:
    """All of it, printed and written. Modules are compiled first, as ``make report`` does, also where the environment says that Python may not keep that."""
    compileall.compile_dir(ROOT / "src", quiet=1)
    lines = ["# Last run", "", "| what | wall s | pages | peak MB | stages, s |", "|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        real(Path(folder), lines)
        translations(Path(folder), lines)
        texts(Path(folder), lines)
    text = "\n".join(lines) + "\n"
    (ROOT / "bench" / "results.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
