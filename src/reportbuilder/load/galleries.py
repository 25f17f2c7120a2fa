"""From the items of a body to timelines, people, logos and clusters of pictures."""

from reportbuilder.diag.span import Span
from reportbuilder.load.fields import Fields, inner, items, place, typed
from reportbuilder.load.values import Mapping, Scalar
from reportbuilder.model.nodes import Cluster, ClusterPicture, ClusterWidth, Event, Logos, People, Person, Picture, Timeline

WIDTHS: dict[str, ClusterWidth] = {"column": "column", "wide": "wide"}
FEWEST, MOST = 2, 5
"""So many pictures make a cluster."""


def picture(mapping: Mapping, fields: Fields) -> Picture:
    """The picture that the mapping names, with its description and credit."""
    return Picture(typed(mapping, "picture"), fields.line(mapping, "alt"), fields.line(mapping, "credit"), _name_span(mapping, "picture"))


def logo(mapping: Mapping, fields: Fields) -> Picture:
    """The logo that the mapping names; logos have no credit."""
    return Picture(typed(mapping, "logo"), fields.line(mapping, "logo_alt"), "", _name_span(mapping, "logo"))


def _name_span(mapping: Mapping, name: str) -> Span:
    value = mapping.get(name)
    return value.span if isinstance(value, Scalar) else place(mapping)


def timeline(item: Mapping, fields: Fields) -> Timeline:
    return Timeline(tuple(_event(event, fields) for event in items(item, "timeline")), place(item))


def _event(event: Mapping, fields: Fields) -> Event:
    date = fields.inlines(event, "date")
    return Event(date, fields.blocks(event, "text"), place(event, date))


def people(item: Mapping, fields: Fields) -> People:
    return People(tuple(_person(person, fields) for person in items(item, "people")), place(item))


def _person(person: Mapping, fields: Fields) -> Person:
    name = fields.inlines(person, "name")
    portrait = picture(person, fields) if "picture" in person.names() else None
    return Person(portrait, name, fields.inlines(person, "function"), place(person, name))


def logos(item: Mapping, fields: Fields) -> Logos:
    return Logos(tuple(logo(one, fields) for one in items(item, "logos")), place(item))


def cluster(item: Mapping, fields: Fields) -> Cluster:
    mapping = inner(item, "cluster")
    pictures = tuple(ClusterPicture(picture(one, fields), fields.inlines(one, "caption"), place(one)) for one in items(mapping, "pictures"))
    if pictures and not FEWEST <= len(pictures) <= MOST:
        hint = "use ‘figure’ for one picture" if len(pictures) < FEWEST else "make two clusters of them"
        fields.log.error("cluster-size", f"a cluster has {FEWEST} to {MOST} pictures, and this one has {len(pictures)}", place(mapping), hint)
        pictures = pictures[:MOST]
    width = WIDTHS.get(typed(mapping, "width"), "column")
    return Cluster(width, pictures, fields.inlines(mapping, "caption"), place(mapping), typed(mapping, "id"))
