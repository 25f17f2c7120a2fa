"""Languages as Word names them: with a region, without which programs find no dictionary and no hyphenation."""

REGIONS = {
    "ar": "SA", "da": "DK", "de": "DE", "en": "GB", "es": "ES", "fa": "IR", "fr": "FR", "he": "IL", "it": "IT", "nl": "BE", "pl": "PL", "ps": "AF",
    "pt": "PT", "ro": "RO", "ru": "RU", "so": "SO", "sq": "AL", "ti": "ER", "tr": "TR", "uk": "UA",
}  # fmt: skip
"""The region that a report of a Belgian organisation means most likely where it names none."""


def with_region(tag: str) -> str:
    """A language (a BCP 47 tag) with a region: its own, or the likeliest."""
    return f"{tag}-{REGIONS[tag.lower()]}" if tag.lower() in REGIONS else tag
