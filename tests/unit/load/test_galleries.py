"""`load.galleries`: timelines, people, logos and clusters from their items."""

import pytest

from reportbuilder.diag.diagnostic import Log
from reportbuilder.layout.galleries import initials
from reportbuilder.load.check import check
from reportbuilder.load.tables import PART
from reportbuilder.model.nodes import Chapter, Cluster, Logos, People, Timeline

from ..written import mapping, part_of, said, short

BLOCKS = """\
chapter: H
id: h
body:
  - timeline:
      - {date: 1 mei, text: "Een dag[^n]"}
  - people:
      - {name: An, function: lid}
      - {name: Bo, picture: b.jpg, alt: Bo lacht, credit: Ik}
  - logos:
      - {logo: l.svg, logo_alt: Merk}
  - cluster:
      width: wide
      pictures: [{picture: a.jpg, alt: A, caption: "*a*"}, {picture: b.jpg, alt: B}]
      caption: Samen
      id: samen
notes: {n: Noot}
"""


def faults(body: str) -> list[str]:
    log = Log()
    value = mapping(f"chapter: H\nid: h\nbody:\n{body}")
    check(value, PART, log)
    part_of(f"chapter: H\nid: h\nbody:\n{body}", log)
    return [message.split()[1] for message in said(log)]


def test_each_block_has_what_is_written() -> None:
    made = part_of(BLOCKS)
    assert isinstance(made, Chapter)
    timeline, people, logos, cluster = made.blocks
    assert isinstance(timeline, Timeline) and (short(timeline.events[0].date), short(timeline.events[0].blocks)) == ("1 mei", "[Een dag<call n>]")
    assert isinstance(people, People) and [person.portrait.file if person.portrait else "" for person in people.persons] == ["", "b.jpg"]
    assert isinstance(logos, Logos) and [(logo.file, logo.alt) for logo in logos.logos] == [("l.svg", "Merk")]
    assert isinstance(cluster, Cluster) and (cluster.width, cluster.label, short(cluster.caption)) == ("wide", "samen", "Samen")
    assert [(one.picture.file, short(one.caption)) for one in cluster.pictures] == [("a.jpg", "<em a>"), ("b.jpg", "")]


@pytest.mark.parametrize("count", [1, 6])
def test_a_cluster_has_two_to_five_pictures(count: int) -> None:
    pictures = ", ".join("{picture: a.jpg, alt: A}" for _ in range(count))
    assert faults(f"  - cluster: {{pictures: [{pictures}]}}\n") == ["cluster-size"]


def test_a_portrait_needs_its_description_and_a_logo_its_name() -> None:
    assert faults("  - people: [{name: An, picture: a.jpg}]\n") == ["missing-alt"]
    assert faults("  - logos: [{logo: a.svg}]\n") == ["missing-alt"]


def test_what_is_missing_is_told() -> None:
    assert faults("  - timeline: [{date: nu}]\n") == ["missing-key"]
    assert faults("  - people: [{function: lid}]\n") == ["missing-key"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Tine Claus", "TC"), ("Jan van den Berg", "JB"), ("Issam", "I"), ("“Helen” Y.", "HY"), ("bell hooks", "b"), ("Élodie Ölçer", "ÉÖ"), ("", "")],
)
def test_initials_are_those_of_first_and_last_name(name: str, shown: str) -> None:
    assert initials(name) == shown
