"""Little words by which a language shows, and which of them mean something else in another: for telling words of other languages in a text.

Each list was made for this: the commonest articles, pronouns, prepositions, conjunctions and auxiliaries that sentences and titles can hardly do without.
"""

FUNCTION_WORDS = {
    "nl": "het een van voor naar met zijn wordt worden niet ook maar bij deze dat die wij ons onze hun uit tot als aan wat wie hoe waar en de om te "
    "door of over onder tegen tussen zonder nog wel geen er ze zij hij ik je u jij heeft hebben had kan kunnen moet moeten zal zullen werd werden "
    "dit daar hier dan toen in is op we was elke alle meer veel samen",
    "en": "the with from your you are this that these those our their his its by to not what who how when which about into through between my it's "
    "we're don't can't be been being there here they them would should could and for of in is on we a an at as or he she her me us do does did has "
    "have had will was were but if so no all more",
    "fr": "les des du et dans pour avec sur par aux au qui que ne pas plus nous vous ils elles leur leurs cette ces ses sans sous chez mais le la un "
    "une de en est son sa où donc entre je tu il elle on se ce sont été être avoir",
    "de": "der die das und mit für auf ist nicht eine einen einer eines ein zum zur von dem den des im am auch sich sind wird werden über unter nach "
    "bei oder wie was wir ihr sie er es ich du man noch nur so aber wenn war hat haben kann",
    "es": "los las por para con del una el y que se no su sus más como pero sin sobre entre este esta esto son fue ser la de en un al lo es",
}
"""By language, in small letters."""

STRONG = {
    "nl": "het een voor naar wordt worden niet maar deze wij onze hun tot aan hoe waar zijn met",
    "en": "the with from your you are this that these those our their by to what who how when which about into through and my they we're don't",
    "fr": "les et dans pour avec sur aux qui nous vous leur leurs cette sans chez mais une",
    "de": "und mit für auf ist nicht eine einen einer zum zur auch sind wird über wir ihr sich",
    "es": "los las por para con del una más como pero sin sobre esta",
}
"""Those that hardly any other language has; what a language does have of them in another sense is in `DOUBLE`."""

DOUBLE = {
    "nl": "les mais pas sans sur par plus son et du des con para sin del como by are au pour",
    "en": "het hun met door van des sans par pour plus sur son et chez con para sin mais des die as",
    "fr": "par pour sans plus son on des les by sur con ton est",
    "de": "die war will also hat man des der not her so an am was in bei by these sin tot son et",
    "es": "a con de en para por sin son me te el la pie come",
}
"""Words that stand in texts of a language, as words of its own, as loans (“sans-papiers”, “et al.”) or in abbreviations."""

FEWEST = {"en": 1, "nl": 1, "fr": 2, "de": 2, "es": 2}
"""How many strong words a stretch has at least: those of English and Dutch are no part of names elsewhere."""
