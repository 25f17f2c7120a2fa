"""Dutch compounds cut at their seams: the cheapest way to read a word as parts that other compounds have.

The parts and how many compounds have each come from a file that is made of OpenTaal's list (see its head); docs/analysis/lines.md tells how well it does.
"""

import re
from collections.abc import Container
from pathlib import Path

FILE = Path(__file__).with_name("compounds-nl.txt")
RARE = 18
"""What a part costs that stands in one compound, in the unit of the file: half a natural logarithm. Each part costs something, so few parts win."""
PARTICLES = frozenset(
    "aan achter af bij binnen bijeen boven buiten door in langs los mee mis na neer om omhoog onder op open over samen tegen terecht terug toe"
    " tussen uit vast voor vooruit vol weg wel zonder".split()
)
"""What stands before a verb or what is made of it: a seam, but inside compounds of two words a lesser one."""
SUFFIXES = frozenset(
    "aal aan aans aar aard aarde aarden aars aat ade ades age ages aire ale alen ange ans ant ante anten antes arden aren asten aten ats baar bare ben"
    " den der ders dom echt echte ede eden eder eel een eer eerd eerde eerden eerder eers eerst eert eeste el ele elen elijk elijke elijks ellen"
    " elles elletje elletjes els en end ende enden ense ens ent ente enten er erd erde eren erig erige ern ers es ese est ets ette etten eur"
    " eurs euze gen ging gingen heid heids iaan iel iele ielen ier ieren iers iest iet ieten ieke iek ijk ijke ijken ijks ijl ijn ijnen ijnse ijs"
    " in ing inge ingen ings ion ionen isme ist iste isten istisch iteit ken ker kers len ler lers lijk lijke ling lingen loos loze men ner ners nen"
    " oen oentje ons oot ootje oren pel pels pen per pers pje pjes ren ring ringen schap schappen sen ser sers ste sten ster sters stes tel ten"
    " ter teren tere ters tig tige tigste tje tjes uier ven ver ving vingen wen zen achtig taan tijk tijken geren delen delend deling natie essen eling gering".split()
)
"""What looks like a word but ends one in most words that end so."""
PREFIX = re.compile("be|ge|her|ont|er|te|ver")
SPEAKABLE = re.compile("[aeiouyà-ü]")


class Compounds:
    """What the file knows of Dutch."""

    def __init__(self, file: Path = FILE) -> None:
        lists: dict[str, dict[str, int]] = {}
        known: dict[str, int] = {}
        for line in file.read_text(encoding="utf-8").splitlines():
            if line[0] == "[":
                known = lists[line[1:-1]] = {}
            elif line[0] != "#":
                rank, *words = line.split()
                known.update(dict.fromkeys(words, RARE - int(rank)))
        self._begin, self._end, self._doubling = lists["begin"], lists["end"], lists["doubling"]

    def seams(self, word: str, breaks: Container[int]) -> tuple[int, ...]:
        """Offsets of the seams of a word in small letters; ``breaks``: where patterns would break it, which all but clear cases must agree with."""
        length = len(word)
        best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
        for end in range(2, length - 2):
            for start, (cost, before) in list(best.items()):
                known = self._begin.get(word[start:end])
                if known is not None and _fits(word, start, end, breaks) and (end not in best or cost + known < best[end][0]):
                    best[end] = cost + known, (*before, end)
        whole: tuple[int, tuple[int, ...]] | None = None
        for start, (cost, before) in best.items():
            known = self._end.get(word[start:]) if start else None
            if known is not None and _fits(word, start, length, breaks) and (whole is None or cost + known < whole[0]):
                whole = cost + known, before
        return whole[1] if whole else ()

    def doubles(self, noun: str) -> bool:
        """Whether a noun doubles its last vowel in its diminutive (``oma``, ``café``)."""
        return noun in self._doubling


def _fits(word: str, start: int, end: int, breaks: Container[int]) -> bool:
    """Whether a part may stand there: edges where the patterns don't break are believed of longer parts only."""
    part = word[start:end]
    if start and (part in SUFFIXES or (start not in breaks and len(part) < 4)):
        return False
    if end < len(word) and end not in breaks:
        prefix = PREFIX.match(part)
        return len(part) >= 4 and not (prefix and len(part) <= prefix.end() + 2)
    return bool(SPEAKABLE.search(part))
