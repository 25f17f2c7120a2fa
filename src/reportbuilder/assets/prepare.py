"""All pictures of a build made ready in the background: from the cache where they are in it, else by worker processes."""

import os
import signal
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock, Thread

from reportbuilder.assets.child import Child, Died
from reportbuilder.assets.inspect import examine_bytes, remarks_on_size
from reportbuilder.assets.kept_renditions import digest, keep_rendition, key, kept_rendition
from reportbuilder.assets.kinds import remarks_on_name
from reportbuilder.assets.pictures import Job, PictureFault, PictureSettings, Remark, Rendition
from reportbuilder.assets.places import read_picture
from reportbuilder.assets.wire import from_message
from reportbuilder.diag.diagnostic import Family
from reportbuilder.kept import prune

MOST_WORKERS = 4
SIGXCPU = getattr(signal, "SIGXCPU", 24)
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
        outcomes = self._work.finished()
        self.warnings[:] = [(job, *remark) for job, outcome in outcomes if not isinstance(outcome, PictureFault) for remark in outcome[1]]
        renditions = {job: outcome[0] for job, outcome in outcomes if not isinstance(outcome, PictureFault)}
        return renditions, [(job, outcome) for job, outcome in outcomes if isinstance(outcome, PictureFault)]

    @property
    def is_long(self) -> bool:
        """Whether pictures are being made now, which takes seconds, and not only read from the cache."""
        return bool(self._work.children) and any(thread.is_alive() for thread in self._threads)

    def cancel(self) -> None:
        """Stop, and end the workers; for when the pictures are not wanted any more."""
        self._end()


class Idle:
    """Workers that were started before there is work, so that they are ready when it comes."""

    def __init__(self, count: int) -> None:
        self._children = [Child() for _ in range(count)]
        self._lock = Lock()

    def take(self) -> Child | None:
        """One of them, or None when all are taken."""
        with self._lock:
            return self._children.pop() if self._children else None

    def close(self) -> None:
        """End those that nobody took."""
        while child := self.take():
            child.close()


def started(cache_folder: Path) -> Idle:
    """Workers for a build that has no cache yet and so will surely need them; none for others."""
    return Idle(0 if cache_folder.exists() else _most())


def prepare(
    root: Path, jobs: Sequence[Job], settings: PictureSettings, idle: Idle | None = None, word_ppi: Mapping[Job, float] | None = None
) -> Preparation:
    """Begin to make all renditions, each once; ``word_ppi``: the pixels an inch that the DOCX wants at the size of the job. Raises `PictureFault`
    (``profile-missing``, ``profile-broken``) for the output profile.
    """
    work = _Work(root, tuple(dict.fromkeys(jobs)), settings, _profile(settings.profile), idle or Idle(0), word_ppi or {})
    return Preparation(work, min(_most(), len(work.groups)))


def _most() -> int:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST_WORKERS, max(2, processors))


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


class _Cancelled(Exception):
    """The pictures are not wanted any more."""


class _Work:
    """What the threads share: the jobs, grouped by picture, and what became of each. A thread waits for its own worker process."""

    def __init__(self, root: Path, jobs: tuple[Job, ...], settings: PictureSettings, profile: bytes, idle: Idle, word_ppi: Mapping[Job, float]) -> None:
        self.root = root
        self.word_ppi = word_ppi
        self.idle = idle
        self.jobs = jobs
        self.settings = settings
        self.profile = profile
        self.profile_digest = digest(profile)
        self.outcomes: dict[Job, Outcome] = {}
        self.crashes: list[BaseException] = []
        self.children: list[Child] = []
        self.cancelled = False
        self.lock = Lock()
        files: dict[str, list[Job]] = {}
        for job in jobs:
            files.setdefault(job.file, []).append(job)
        # Taken from the end: the largest first, so that no thread begins one when the others are done.
        self.groups = sorted(files.values(), key=lambda group: sum(job.width * job.height for job in group))

    def run(self) -> None:
        """Do groups until none is left: the life of one thread."""
        child: Child | None = None
        try:
            while group := self._next():
                data, missing = self._from_cache(group)
                if missing:
                    child = child or self._start()
                    try:
                        self._from_worker(child, data, missing)
                    except Died as death:
                        child.close()
                        child = None
                        self.outcomes.update((job, _fault(death, job.file)) for job in missing if job not in self.outcomes)
        except _Cancelled:
            pass
        except BaseException as error:  # told by `finished` in the thread that asks
            self.crashes.append(error)
            self.cancel()
        finally:
            if child:
                child.close()

    def finished(self) -> list[tuple[Job, Outcome]]:
        """Each job with what became of it, when all threads are done. Raises what ended a thread before its time."""
        if self.crashes:
            raise self.crashes[0]
        if self.cancelled:
            raise RuntimeError("the pictures were given up before")
        if self.children:
            prune(self.settings.cache)
        return [(job, self.outcomes[job]) for job in self.jobs]

    def cancel(self) -> None:
        """Take no more groups, and end all workers."""
        with self.lock:
            self.cancelled = True
            for child in self.children:
                child.kill()

    def _next(self) -> list[Job] | None:
        with self.lock:
            return self.groups.pop() if self.groups and not self.cancelled else None

    def _start(self) -> Child:
        with self.lock:
            if self.cancelled:
                raise _Cancelled
            self.children.append(self.idle.take() or Child())
            return self.children[-1]

    def _from_cache(self, group: list[Job]) -> tuple[bytes, dict[Job, tuple[str, tuple[Remark, ...]]]]:
        """The bytes of the picture, and the jobs still to do, each with the name of its entry and the remarks so far."""
        file = group[0].file
        try:
            data = read_picture(self.root, file)
            info, header = examine_bytes(data, file)
        except PictureFault as fault:
            self.outcomes.update((job, fault) for job in group)
            return b"", {}
        named = remarks_on_name(file, header.kind if header else "svg")
        content = digest(data)
        missing = {}
        for job in group:
            try:
                remarks = named + remarks_on_size(info, job)
            except PictureFault as fault:
                self.outcomes[job] = fault
                continue
            name = key(content, job, self.settings, self.profile_digest, self.word_ppi.get(job, 0.0))
            found = kept_rendition(self.settings.cache, name)
            if found:
                self.outcomes[job] = (found[0], remarks + found[1])
            else:
                missing[job] = (name, remarks)
        return data, missing

    def _from_worker(self, child: Child, data: bytes, missing: dict[Job, tuple[str, tuple[Remark, ...]]]) -> None:
        request = {
            "jobs": [[job.file, job.width, job.height, job.crop, self.word_ppi.get(job, 0.0)] for job in missing],
            "settings": {name: getattr(self.settings, name) for name in ("print_ppi", "web_ppi", "web_quality", "ink_limit", "intent", "spots")},
        }
        replies = child.ask(request, data, self.profile, replies=len(missing))
        for (job, (name, remarks)), (header, blobs) in zip(missing.items(), replies, strict=True):
            if "crash" in header:
                raise RuntimeError(header["crash"])
            if "fault" in header:
                *texts, family = header["fault"]
                self.outcomes[job] = PictureFault(*texts, Family(family))
                continue
            rendition, seen = from_message(header, blobs)
            self.outcomes[job] = (rendition, remarks + seen)
            keep_rendition(self.settings.cache, name, rendition, seen)


def _fault(death: Died, file: str) -> PictureFault:
    if death.late or death.status == -SIGXCPU:
        return PictureFault("picture-too-slow", f"the picture ‘{file}’ takes too long to decode", "export it again, smaller or simpler", Family.LIMIT)
    message = f"decoding the picture ‘{file}’ ended the process that did it (status {death.status})"
    return PictureFault("picture-failed", message, "export it again; if that does not help, see that the machine has memory to spare")
