"""The measures and inks of blocks that are drawn, from keys that were found right."""

from typing import Any

from msgspec.structs import replace

from reportbuilder.diag.diagnostic import Log
from reportbuilder.load.keys import Keys
from reportbuilder.load.names import known
from reportbuilder.style.displays import Displays


def read_displays(tokens: Keys, log: Log) -> Displays:
    """The defaults, and over them what the sheet says."""
    defaults, inks = Displays(), tokens.inner("inks")
    said = {name: _display(getattr(defaults, name), tokens.inner(name), inks, log) for name in defaults.__struct_fields__ if name in tokens}
    return Displays(**said)


def _display(default: Any, keys: Keys, inks: Keys, log: Log) -> Any:
    """One of them; its fields are measures, and inks, one or several."""
    changes: dict[str, object] = {}
    for name in keys:
        match getattr(default, name):
            case float():
                changes[name] = keys.measure(name)
            case str():
                changes[name] = keys.text(name)
                if keys.text(name):
                    known(keys.scalar(name), inks, "ink", log)
            case _:
                changes[name] = tuple(ink.text for ink in keys.items_of(name) if known(ink, inks, "ink", log))
    return replace(default, **changes)
