"""All pictures of a build made ready in the background: from the cache where they are in it, else by worker processes."""

import os
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from reportbuilder.assets import cache
from reportbuilder.assets.child import Child, Died
from reportbuilder.assets.inspect import examine_bytes, remarks_on_size
from reportbuilder.assets.kinds import HEAD, kind_of, remarks_on_name
from reportbuilder.assets.pictures import Job, PictureFault, PictureSettings, Remark, Rendition
from reportbuilder.assets.places import read_picture
from reportbuilder.assets.wire import from_message
from reportbuilder.diag.diagnostic import Family

MOST_WORKERS = 4
Outcome = tuple[Rendition, tuple[Remark, ...]] | PictureFault


class Preparation:
    """Pictures in the making. Made by `prepare`; ask for `results`, or `cancel`. After `results`, ``warnings`` has (job, code, message,
    hint) for each picture that can be used but should be looked at, in the order of the jobs.
    """

    def __init__(self, work: "_Work", workers: int) -> None:
        self.warnings: list[tuple[Job, str, str, str]] = []
        self._work = work
        self._threads = [Thread(target=work.run, daemon=True) for _ in range(workers)]
        self._end = weakref.finalize(self, work.cancel)
        for thread in self._threads:
            thread.start()

    def results(self) -> tuple[dict[Job, Rendition], list[tuple[Job, PictureFault]]]:
        """Wait, and give the renditions and the faults, both in the order of the jobs. Raises RuntimeError for a fault of ours."""
        try:
            for thread in self._threads:
                while thread.is_alive():
                    thread.join(0.2)  # with a timeout, for else Windows would not listen to the keyboard
        except BaseException:
            self.cancel()
            raise
        if self._work.crashes:
            raise self._work.crashes[0]
        outcomes = [(job, self._work.outcomes[job]) for job in self._work.jobs]
        self.warnings[:] = [(job, *remark) for job, outcome in outcomes if not isinstance(outcome, PictureFault) for remark in outcome[1]]
        renditions = {job: outcome[0] for job, outcome in outcomes if not isinstance(outcome, PictureFault)}
        return renditions, [(job, outcome) for job, outcome in outcomes if isinstance(outcome, PictureFault)]

    def cancel(self) -> None:
        """Stop, and end the workers; for when the pictures are not wanted any more."""
        self._end()


def prepare(root: Path, jobs: Sequence[Job], settings: PictureSettings) -> Preparation:
    """Begin to make all renditions, each once. Raises `PictureFault` (``profile-missing``, ``profile-broken``) for the output profile."""
    work = _Work(root, tuple(dict.fromkeys(jobs)), settings, _profile(settings.profile))
    return Preparation(work, min(MOST_WORKERS, max(2, _processors()), len(work.groups)))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _profile(path: Path) -> bytes:
    """The output profile. ICC.1:2022 §7.2: the colour space stands at byte 16, ‘acsp’ at byte 36."""
    hint = "name a CMYK profile under assets/icc as print: profile: in styles/tokens.yaml"
    try:
        data = path.read_bytes()
    except OSError:
        raise PictureFault("profile-missing", f"there is no output profile ‘{path.name}’", hint) from None
    if data[36:40] != b"acsp" or data[16:20] != b"CMYK" or int.from_bytes(data[:4], "big") > len(data):
        raise PictureFault("profile-broken", f"‘{path.name}’ is no whole CMYK profile", hint)
    return data


@dataclass(eq=False, slots=True)
class _Work:
    """What the threads share: groups of jobs on one picture, taken largest first, and what became of them."""

    root: Path
    jobs: tuple[Job, ...]
    settings: PictureSettings
    profile: bytes
    groups: list[list[Job]] = field(init=False)
    outcomes: dict[Job, Outcome] = field(default_factory=dict)
    crashes: list[BaseException] = field(default_factory=list)
    children: set[Child] = field(default_factory=set)
    cancelled: bool = False
    lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        files: dict[str, list[Job]] = {}
        for job in self.jobs:
            files.setdefault(job.file, []).append(job)
        self.groups = sorted(files.values(), key=lambda group: sum(job.width * job.height for job in group))

    def run(self) -> None:
        """Do groups until none is left; a worker process is started with the first picture that the cache has not."""
        child: Child | None = None
        stored = False
        try:
            while (group := self._next()) is not None:
                missing = self._from_cache(group)
                if missing is None:
                    continue
                child = child or self._start()
                stored = True
                try:
                    self._from_worker(child, *missing)
                except Died as death:
                    self._bury(child)
                    child = None
                    fault = _fault_of(death, group[0].file)
                    self.outcomes.update((job, fault) for job in missing[0] if job not in self.outcomes)
            if stored:
                cache.prune(self.settings.cache)
        except BaseException as error:
            if not self.cancelled:
                self.crashes.append(error)
                self.cancel()
        finally:
            if child is not None:
                self._bury(child)

    def cancel(self) -> None:
        """Take no more groups, and end all workers."""
        with self.lock:
            self.cancelled = True
            children, self.children = self.children, set()
        for child in children:
            child.close()
