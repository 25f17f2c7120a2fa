"""Timelines, people, logos and clusters in Word."""

from unit.docx.made import S, body, p, photo, t

from reportbuilder.model import nodes as n


def test_an_event_is_a_date_and_its_text() -> None:
    made = body(n.Timeline((n.Event(t("1 mei"), (p("Een dag."),), S), n.Event(t("2 mei"), (p("Nog een."),), S)), S))
    assert made.lines()[2:] == ["TimelineDate: 1 mei", "TimelineText: Een dag.", "TimelineDate: 2 mei", "TimelineText: Nog een.", "Gap: "]


def test_people_have_round_portraits_names_and_functions() -> None:
    made = body(n.People((n.Person(photo("An lacht"), t("An"), t("lid"), S), n.Person(None, t("Bo"), (), S)), S))
    assert made.lines()[2:] == ["Portrait: ", "PersonName: An", "PersonFunction: lid", "PersonName: Bo"]
    assert made.find("//a:prstGeom/@prst") == ["ellipse"] and made.find("//wp:docPr/@descr") == ["An lacht"]


def test_logos_stand_in_one_paragraph() -> None:
    made = body(n.Logos((photo("Een", "merk.svg"), photo("Twee", "merk.svg")), S))
    assert made.lines()[2:] == ["Figure:   "] and made.find("//wp:docPr/@descr") == ["Een", "Twee"]


def test_a_cluster_fills_the_width_and_has_one_number() -> None:
    pictures = tuple(n.ClusterPicture(photo(f"Foto {number}"), t(caption) if caption else (), S) for number, caption in enumerate(("", "links")))
    made = body(n.Cluster("column", pictures, t("Samen"), S))
    assert made.lines()[2:] == ["Figure: \u2009", "Caption: links", "Caption: Figuur\u00a01. Samen"]
    widths = [int(width) / 12700 for width in made.find("//wp:inline/wp:extent/@cx")]
    assert all(0 < width <= 300 for width in widths) and len(widths) == 2
