"""The structure types that every reader knows (ISO 32000-1, 14.8.4), and what those of a file stand for."""

from pikepdf import Dictionary, Object

STANDARD = frozenset(
    (
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody"
        " TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
    ).split()
)
GROUPS = frozenset(("Div", "NonStruct"))
"""Types that say nothing of what is in them: their kids count as kids of what they stand in."""


class Roles:
    """The role map of a file. ``remapped`` are the types of the standard that it leads elsewhere, which it should not; readers follow it nevertheless."""

    def __init__(self, found: Object | None) -> None:
        pairs = found.items() if isinstance(found, Dictionary) else ()
        self._to = {key[1:]: str(value)[1:] for key, value in pairs}
        self.remapped = {name for name in self._to if name in STANDARD}
        self._known: dict[str, tuple[str, bool]] = {}

    def standard(self, name: str) -> str:
        """The standard type that a type stands for; empty for none."""
        return self._resolved(name)[0]

    def is_circular(self, name: str) -> bool:
        """Whether the role map leads from this type in a circle."""
        return self._resolved(name)[1]

    def _resolved(self, name: str) -> tuple[str, bool]:
        if name not in self._known:
            seen, now = {name}, name
            while now in self._to and self._to[now] not in seen:
                now = self._to[now]
                seen.add(now)
            self._known[name] = (now if now in STANDARD else "", now in self._to and now not in STANDARD)
        return self._known[name]
