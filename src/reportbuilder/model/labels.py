"""The few words and signs that a report itself does not say, in its language."""

from msgspec import Struct

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import NOWHERE, Span


class Labels(Struct, frozen=True):
    figure: str
    table: str
    note: str
    page: str
    contents: str
    figures: str
    short_page: str = "p."
    comma: str = ", "


_LABELS = {
    "nl": Labels("Figuur", "Tabel", "Noot", "Pagina", "Inhoud", "Figuren"),
    "en": Labels("Figure", "Table", "Note", "Page", "Contents", "Figures"),
    "fr": Labels("Figure", "Tableau", "Note", "Page", "Table des matières", "Figures"),
    "de": Labels("Abbildung", "Tabelle", "Anmerkung", "Seite", "Inhalt", "Abbildungen", "S."),
    "es": Labels("Figura", "Tabla", "Nota", "Página", "Índice", "Figuras"),
    "ar": Labels("الشكل", "الجدول", "الحاشية", "الصفحة", "المحتويات", "الأشكال", "ص.", "، "),
    "uk": Labels("Рисунок", "Таблиця", "Примітка", "Сторінка", "Зміст", "Рисунки", "с."),
}


def labels_in(language: str, log: Log, span: Span = NOWHERE) -> Labels:
    """The words in a language (a BCP 47 tag such as nl-BE); for one we don't know the error ``unknown-language``, and English."""
    found = _LABELS.get(language.partition("-")[0].lower())
    if found is None:
        log.error("unknown-language", f"a report can't be made in the language ‘{language}’ yet", span, f"known here: {', '.join(_LABELS)}")
    return found or _LABELS["en"]


def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language, whatever the region."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()
