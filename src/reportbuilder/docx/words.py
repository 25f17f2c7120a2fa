"""The few words that only the DOCX says, in the language of the report: names of tables for those who hear them, and heads of columns."""

from msgspec import Struct


class Words(Struct, frozen=True):
    """Heads of the two columns of a chart's numbers, and what a group of key figures is called."""

    what: str
    value: str
    key_figures: str


_WORDS = {
    "nl": Words("Onderdeel", "Waarde", "Kerncijfers"),
    "en": Words("Item", "Value", "Key figures"),
    "fr": Words("Élément", "Valeur", "Chiffres clés"),
    "de": Words("Posten", "Wert", "Kennzahlen"),
    "es": Words("Elemento", "Valor", "Cifras clave"),
    "uk": Words("Складова", "Значення", "Ключові цифри"),
    "ar": Words("البند", "القيمة", "أرقام رئيسية"),
}


def words_in(language: str) -> Words:
    """The words of a language (a BCP 47 tag), English where we have none."""
    return _WORDS.get(language.partition("-")[0].lower(), _WORDS["en"])
