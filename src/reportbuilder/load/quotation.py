"""The quotation marks of each language: those that it begins with, those inside them, and others that it takes as well."""

from msgspec import Struct

FIXED = "\u00a0"
Pair = tuple[str, str]


class Quotation(Struct, frozen=True):
    """``outer`` and ``inner`` are what to write; ``spaced``: a no-break space stands inside the outer ones; ``others`` are outer ones as good."""

    outer: Pair
    inner: Pair
    others: tuple[Pair, ...] = ()
    spaced: bool = False

    @property
    def marks(self) -> frozenset[str]:
        """All that belong to the language."""
        return frozenset(mark for pair in (self.outer, self.inner, *self.others) for mark in pair)

    def is_outer(self, pair: Pair) -> bool:
        """Whether the pair may stand outermost."""
        return pair == self.outer or pair in self.others

    @property
    def written(self) -> tuple[str, str, str, str]:
        """The outer and the inner marks as they are typed, with the spaces that belong to them."""
        gap = FIXED if self.spaced else ""
        return self.outer[0] + gap, gap + self.outer[1], *self.inner


_CURLY, _SINGLE, _POINTED, _LOW = ("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“")
ENGLISH = Quotation(_CURLY, _SINGLE, (_SINGLE,))
QUOTATION: dict[str, Quotation] = {
    "nl": Quotation(_CURLY, _SINGLE, (_SINGLE,)),
    "en": ENGLISH,
    "fr": Quotation(_POINTED, _CURLY, spaced=True),
    "de": Quotation(_LOW, ("‚", "‘"), (("»", "«"), _POINTED)),
    "es": Quotation(_POINTED, _CURLY, (_CURLY,)),
    "it": Quotation(_POINTED, _CURLY, (_CURLY,)),
    "pt": Quotation(_CURLY, _SINGLE, (_POINTED,)),
    "uk": Quotation(_POINTED, _LOW),
    "ru": Quotation(_POINTED, _LOW),
    "pl": Quotation(("„", "”"), _POINTED),
    "ar": Quotation(_POINTED, _CURLY, (_CURLY, ("”", "“"))),
    "fa": Quotation(_POINTED, ("‹", "›")),
    "tr": Quotation(_CURLY, _SINGLE),
}


def quotation(language: str) -> Quotation:
    """Those of a language (a BCP 47 tag); of one that is not here, those of English."""
    return QUOTATION.get(language.partition("-")[0].lower(), ENGLISH)
