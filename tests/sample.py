"""A small project that uses everything a section may hold; built anew in a folder of the test."""

import re
import shutil
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]

REPORT = """\
title: Proefverslag 2025
subtitle: Alles op een rij
organisation: De Proefbank
year: 2025
slug: proef
language: nl-BE
description: Een klein verslag waarin alles voorkomt.
keywords: [proef, verslag]
order: [00-omslag, 01-colofon, 02-inhoud, 03-brief, 05-cijfers, 04-beeld, 10-een, 20-twee, 90-achter]
"""

FIGURES = """\
walk:
  deelnemers: 4158
  opbrengst: 812318
  aandeel: 11
"""

PARTS = {
    "00-omslag": """\
cover:
  title: Proefverslag 2025
  subtitle: Alles op een rij
  organisation: De Proefbank
  picture: groot.jpg
  alt: Een effen vlak in zachte kleuren, als stand-in voor een omslagbeeld.
  credit: "Beeld: de proefbank"
  logo: merk.svg
  logo_alt: Logo van de proefbank
id: omslag
""",
    "01-colofon": """\
colofon: Colofon
id: colofon
entries:
  - label: Uitgever
    text: |
      De Proefbank vzw\\
      Straat 1, 1000 Brussel
  - {label: Beelden, credits: pictures}
""",
    "02-inhoud": "contents: Inhoudstafel\nid: inhoud\n",
    "03-brief": """\
letter: Voorwoord
id: voorwoord
body:
  - text: |
      Beste lezer, dit is een brief met een noot[^brief] en een verwijzing naar [](#tabellen).

      Een tweede alinea met *nadruk*, **sterk** en een [koppeling](https://voorbeeld.be/pad).
signature: {name: An Peeters, function: Voorzitter, organisation: De Proefbank}
notes:
  brief: "Een noot bij de brief: <https://voorbeeld.be/brief>"
""",
    "05-cijfers": """\
numbers: Het jaar in cijfers
id: cijfers
lead: Een regel bij de cijfers
items:
  - {value: "{{ walk.deelnemers | getal }}", label: deelnemers aan de tocht, size: large}
  - {value: "{{ walk.opbrengst | euro }}", label: opgehaald}
  - {value: "{{ walk.aandeel | procent }}", label: meer dan vorig jaar}
  - chart:
      kind: column
      title: Twee zuilen
      values:
        - {label: tocht, value: "{{ walk.deelnemers }}"}
        - {label: andere, value: 1200}
      alt: De tocht trok meer dan drie keer zo veel mensen als de andere.
""",
    "04-beeld": """\
pictures:
  - {picture: groot.jpg, alt: Een effen vlak over de hele bladzijde., credit: "Beeld: de proefbank"}
id: beeld
""",
    "10-een": """\
chapter: Een eerste hoofdstuk met een lange titel over van alles en nog wat
id: een
running: Eerste hoofdstuk
opener: {picture: groot.jpg, alt: Een effen vlak boven de titel van het hoofdstuk., credit: "Beeld: iemand anders"}
lead: Een regel die het hoofdstuk inleidt
body:
  - section: Alinea’s en lijsten
    id: lijsten
  - subsection: Een kop met een noot[^kop]
  - text: |
      Er kwamen {{ walk.deelnemers | getal }} deelnemers, goed voor {{ walk.opbrengst | euro }} of {{ walk.aandeel | procent }} meer.[^lang] Deze alinea
      is lang genoeg om over enkele regels te lopen, zodat er wat te breken valt en de uitlijning haar werk kan doen in de kolom.

      - een eerste punt
      - een tweede punt met een noot[^punt]
        - genest onder het tweede
        - en nog een
      - een derde punt

      1. eerst dit
      2. dan dat
         1. met een onderdeel
      3. ten slotte dit

      Na de lijsten gaat de tekst gewoon verder, met nogmaals een oproep van dezelfde noot.[^lang]
  - section: Figuren en citaten
    id: figuren
  - figure:
      picture: klein.jpg
      width: column
      caption: "**Kolom**, een figuur met een noot[^figuur]"
      alt: Een klein vlak in de breedte van de kolom.
      credit: "Beeld: de proefbank"
      id: fig-kolom
  - text: |
      Zie [](#fig-kolom) of [de figuur](#fig-kolom) hierboven.
  - figure:
      picture: groot.jpg
      width: wide
      caption: Een brede figuur
      alt: Een breed vlak tot in de marge.
      credit: "Beeld: de proefbank"
  - quote: {text: "Een citaat staat op zichzelf.", by: An Peeters}
  - chart:
      kind: bar
      title: Een grafiek met een noot[^grafiek]
      unit: deelnemers
      values:
        - {label: "tocht, *lang*", value: "{{ walk.deelnemers }}", highlight: yes}
        - {label: andere, value: 1200}
      source: "Bron: [de telling](https://voorbeeld.be/telling)"
      alt: De tocht trok meer dan drie keer zo veel mensen als de andere.
      id: grafiek
  - chart:
      kind: donut
      title: Een ring
      format: procent
      width: wide
      values:
        - {label: tocht, value: "{{ walk.aandeel }}"}
        - {label: de rest, value: 89}
      alt: De tocht is een klein deel van het geheel.
  - chart:
      kind: line
      title: Een lijn
      values:
        - {label: "2023", value: -3}
        - {label: "2024", value: 4}
        - {label: "2025", value: 9, shown: ruim 9}
      alt: Elk jaar ging het vooruit.
  - text: In [](#grafiek) staan staven.
  - timeline:
      - {date: "mei[^datum]", text: Het begin van de tocht.}
      - date: juni
        text: |
          Het einde.

          - met een punt
  - people:
      - {name: An Peeters, function: voorzitter}
      - {name: Jan van den Berg, picture: klein.jpg, alt: Jan kijkt opzij., credit: "Beeld: iemand anders"}
  - logos:
      - {logo: merk.svg, logo_alt: Logo van de proefbank}
  - cluster:
      pictures:
        - {picture: klein.jpg, alt: Drie tinten naast elkaar op een rij., credit: "Beeld: de proefbank"}
        - {picture: groot.jpg, alt: Hoog en smal staat het tweede beeld ernaast., credit: "Beeld: de proefbank"}
        - {picture: klein.jpg, alt: Het laatste beeld sluit de rij., credit: "Beeld: de proefbank"}
      width: wide
      caption: "Drie beelden samen[^tegel]"
      id: groep
  - text: Dan is er nog [de groep van drie](#groep).
  - facts:
      - {value: "{{ walk.aandeel | procent }}", label: in de marge}
    place: margin
  - text: Een alinea met iets ernaast.
  - quote: {text: Een breed citaat., by: An Peeters, place: wide}
  - facts:
      - {value: "{{ walk.deelnemers | getal }}", label: deelnemers aan de tocht}
      - {value: "{{ walk.opbrengst | euro }}", label: opgehaald}
      - {value: "{{ walk.aandeel | procent }}", label: meer dan vorig jaar}
  - figure:
      picture: groot.jpg
      width: bleed
      caption: Een aflopende figuur
      alt: Een vlak van rand tot rand.
      credit: "Beeld: de proefbank"
  - figure:
      picture: breed.jpg
      width: spread
      caption: Een figuur over twee bladzijden
      alt: Een vlak over twee bladzijden naast elkaar.
      credit: "Beeld: de proefbank"
notes:
  kop: Een noot bij een kop.
  lang: |
    Een lange noot die over meer dan een regel loopt, want ze legt uit wat er in de tekst niet past, geeft er nog een voorbeeld bij, en verwijst ten slotte naar
    een adres: <https://voorbeeld.be/een/lang/adres/dat-ook-nog-eens-breekt/als-het-moet.pdf>.
  punt: Een noot bij een punt.
  figuur: Een noot bij een figuur.
  grafiek: Een noot bij een grafiek.
  datum: Een noot bij een datum.
  tegel: Een noot bij een beeld.
""",
    "20-twee": """\
chapter: Een tweede hoofdstuk
id: twee
body:
  - section: Tabellen en kaders
    id: tabellen
  - table:
      caption: Een lange tabel
      columns:
        - {title: Naam}
        - {title: Aantal, align: right}
        - {title: Omschrijving}
      rows:
ROWS
  - box:
      title: Een kader
      body:
        - text: |
            Tekst in een kader met een noot[^kader] en een lijst:

            - eerste
            - tweede
  - columns:
      body:
        - subsection: Smal
        - text: |
            Een stuk in kolommen met een noot.[^kolom]

            - eerste
            - tweede
notes:
  kolom: Een noot in een kolom.
  cel: Een noot in een cel.
  kader: Een noot in een kader.
""",
    "90-achter": """\
back-cover:
  logo: merk.svg
  logo_alt: Logo van de proefbank
  text: |
    **De Proefbank vzw**\\
    [www.voorbeeld.be](https://www.voorbeeld.be)
id: achter
""",
}

LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#12343B" d="M0 0H20V20H0Z"/><path fill="#C4401C" d="M22 0 L40 0 L40 20 Z"/></svg>
"""


def table_rows(count: int) -> str:
    """Rows of the sample's table; the third has a note."""
    return "\n".join(f'        - ["Rij {n}{"[^cel]" if n == 3 else ""}", "{n * 7}", Wat rij {n} te vertellen heeft]' for n in range(1, count + 1))


def make_sample(folder: Path, rows: int = 60, pictures: bool = True) -> Path:
    """Write the project; ``rows`` lengthens its table."""
    shutil.copytree(ROOT / "styles", folder / "styles")
    for name in ("fonts", "icc"):
        shutil.copytree(ROOT / "assets" / name, folder / "assets" / name)
    sections = folder / "sections"
    sections.mkdir()
    (sections / "report.yaml").write_text(REPORT, encoding="utf-8")
    (sections / "cijfers.yaml").write_text(FIGURES, encoding="utf-8")
    for name, text in PARTS.items():
        (sections / f"{name}.yaml").write_text(text.replace("ROWS", table_rows(rows)), encoding="utf-8")
    if pictures:
        make_pictures(folder / "assets")
    make_drawings(folder)
    return folder


def make_drawings(folder: Path) -> None:
    """Small things in place of the drawings that the style sheet names."""
    for name in re.findall(r"pictures/[\w-]+\.\w+", (folder / "styles" / "tokens.yaml").read_text(encoding="utf-8")):
        path = folder / "assets" / name
        path.parent.mkdir(exist_ok=True)
        if path.suffix == ".svg":
            path.write_text(LOGO, encoding="utf-8")
        else:
            Image.new("L", (1920, 2700), 60).save(path, quality=60)


def make_pictures(assets: Path) -> None:
    """Flat pictures, large enough for their places at 225 ppi and quick to convert; the large ones grey, which is quickest."""
    (assets / "pictures").mkdir(parents=True)
    (assets / "logos").mkdir()
    Image.new("L", (1920, 2700), 150).save(assets / "pictures" / "groot.jpg", quality=60)
    Image.new("RGB", (1100, 800), (80, 140, 130)).save(assets / "pictures" / "klein.jpg", quality=60)
    Image.new("L", (3840, 1300), 90).save(assets / "pictures" / "breed.jpg", quality=60)
    (assets / "logos" / "merk.svg").write_text(LOGO, encoding="utf-8")
