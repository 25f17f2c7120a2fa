"""What a screen reader says of links, in the language of the report."""

from msgspec import Struct

from reportbuilder.model.nodes import Inlines
from reportbuilder.model.text import plain_text

SOFT_HYPHEN = "\u00ad"


class Spoken(Struct, frozen=True):
    """Patterns with ``{}`` where the number stands."""

    note: str
    back: str
    page: str


SPOKEN = {
    "nl": Spoken("Noot {}", "Terug naar de verwijzing naar noot {}", "pagina {}"),
    "en": Spoken("Note {}", "Back to the reference to note {}", "page {}"),
    "fr": Spoken("Note {}", "Retour à l’appel de note {}", "page {}"),
    "de": Spoken("Anmerkung {}", "Zurück zum Verweis auf Anmerkung {}", "Seite {}"),
    "es": Spoken("Nota {}", "Volver a la llamada de la nota {}", "página {}"),
    "ar": Spoken("الحاشية {}", "العودة إلى موضع الحاشية {}", "الصفحة {}"),
    "uk": Spoken("Примітка {}", "Назад до посилання на примітку {}", "сторінка {}"),
}


def spoken_in(language: str) -> Spoken:
    """The patterns of a language (a BCP 47 tag), English where we have none."""
    return SPOKEN.get(language.split("-")[0].lower(), SPOKEN["en"])


def plain(content: Inlines) -> str:
    """The words of inlines on one line, without marks of notes and soft hyphens."""
    return " ".join(plain_text(content).replace(SOFT_HYPHEN, "").split())
