"""The values of the YAML files of a project, kept between builds by what the files say: reading YAML takes longer than all else that is done with it."""

from hashlib import blake2b
from pathlib import Path

from msgspec import MsgspecError, Raw, msgpack

from reportbuilder.diag.diagnostic import Log
from reportbuilder.kept import keep, recall
from reportbuilder.load.values import Value

EDITION = "2"
"""Changes with what `compose` makes of a text."""
_DECODER = msgpack.Decoder(Value)


class Composed:
    """Composes YAML, and recalls what it made of the same text before. ``file`` keeps it; None: nothing is kept."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._before: dict[str, Raw] = (recall(file, EDITION, dict[str, Raw]) if file else None) or {}
        self._now: dict[str, Raw] = {}

    def value(self, text: str, file: str, log: Log) -> Value | None:
        """As `compose`. What there was something to say about is composed anew each time, and said again."""
        name = blake2b(f"{file}\0{text}".encode(), digest_size=20).hexdigest()
        kept = self._before.get(name)
        if kept is not None:
            try:
                value = _DECODER.decode(kept)
                self._now[name] = kept
                return value
            except (MsgspecError, RecursionError):
                pass  # damaged, yet with the right check; composed anew
        from reportbuilder.load.compose import compose  # and with it the parser, which is seldom needed

        said = len(log.diagnostics)
        value = compose(text, file, log)
        if self._file and value is not None and len(log.diagnostics) == said:
            self._now[name] = Raw(msgpack.encode(value))
        return value

    def keep(self) -> None:
        """Keep what was composed or recalled, and nothing else."""
        if self._file and self._now.keys() != self._before.keys():
            keep(self._file, EDITION, self._now)
            self._before = dict(self._now)
