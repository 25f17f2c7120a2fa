"""What the review says of each doubt in the words of the editor (Dutch); the message of the command stands beside it, with its numbers and names."""

REASONS: dict[str, str] = {
    "guess": "Herkend aan wat er staat, en niet zeker.",
    "joined": "Twee teruggekomen alinea’s zijn samengevoegd.",
    "divided": "Twee teksten kwamen in één alinea terug en zijn hier op de gok gesplitst.",
    "cut": "Twee teksten kwamen in één alinea terug en zijn gesplitst waar de tweede begint.",
    "aligned": "Herkend aan wat er staat; de naam van de tekst was weg.",
    "by-mark": "Noot herkend aan haar cijfer; de naam van de tekst was weg.",
    "outdated": "De Nederlandse tekst is veranderd sinds het bestand vertrok.",
    "source-again": "Het Nederlands kwam terug, in plaats van een vertaling.",
    "fuzzy": "De vertaler was niet zeker.",
    "empty": "De tekst kwam leeg terug.",
    "code": "Een code van het vertaalprogramma is onbekend.",
    "note-marks": "De nootcijfers kloppen niet.",
    "note-added": "Hier staat een noot die het verslag niet heeft; haar tekst staat bij wat nergens bij hoort.",
    "number-changed": "Een getal is anders dan in het Nederlands.",
    "figure-lost": "Een cijfer uit cijfers.yaml staat hier niet als getal; het verandert niet mee.",
    "figure-added": "Hier staat een cijfer dat niet in het Nederlands staat.",
    "figure-unknown": "Hier staat een cijfer dat niet bestaat.",
    "figure-changed": "Het cijfer zelf is veranderd; in het verslag blijft het zoals het was.",
    "address-changed": "Een adres is veranderd; in het verslag blijft het zoals het was.",
    "link-added": "Een koppeling die niet in het Nederlands staat; de woorden blijven zonder.",
    "link-lost": "Een koppeling is weg.",
    "emphasis": "Vet of cursief is anders dan in het Nederlands.",
    "marks-dropped": "Vet of cursief kan hier niet staan en is weggelaten.",
    "line-break": "Een regeleinde is weg.",
    "quotes": "Aanhalingstekens van een andere taal.",
    "quotes-set": "De aanhalingstekens en apostrofs zijn die van de taal geworden.",
    "double-space": "Er staan twee spaties achter elkaar.",
    "name": "Een naam staat niet in de vertaling.",
    "glossary": "Een term is anders vertaald dan de woordenlijst zegt.",
    "too-long": "Te lang voor deze vaste plaats.",
}
"""By the code of the doubt (`checks.Fault`)."""
LEFT: dict[str, str] = {
    "a second paragraph bears the name of a text that stands elsewhere": "Een tweede alinea met de naam van een tekst die elders staat.",
    "the text that it translates is no longer in the report": "De tekst die dit vertaalt, staat niet meer in het verslag.",
    "nothing in the report is like it": "Niets in het verslag lijkt hierop.",
    "a note that the report does not have": "Een noot die het verslag niet heeft.",
}
"""Why a passage is left over."""


def place_in_dutch(place: str) -> str:
    """Where a passage stands in the file."""
    return place.replace("paragraph ", "alinea ").replace("note foot", "voetnoot ").replace("note end", "eindnoot ")
