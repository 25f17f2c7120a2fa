"""What is said of an element of SVG: attributes, over them the rules of style sheets, over them its own ``style`` (CSS 2.1, 6.4)."""

import re
from collections.abc import Mapping

from msgspec import Struct

from reportbuilder.assets.svg_elements import Element, refused

COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
RULE = re.compile(r"\s*([^{}@]+)\{([^{}]*)\}", re.DOTALL)
ELSEWHERE = re.compile(
    r"@(?:charset|namespace)[^;{}]*;|@font-face\s*\{[^{}]*\}|@media[^{};]*\(\s*(?:prefers-|forced-colors|hover|pointer)[^{};]*\{(?:[^{}]|\{[^{}]*\})*\}"
)
"""What says nothing about this page: encodings, fonts (there is no text), looks for dark or otherwise unlike screens."""
SIMPLE = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][A-Za-z_\\][\w\\-]*)*)")
PART = re.compile(r"([.#])([\w\\-]+)")
AS_ATTRIBUTES = "export it with presentation attributes instead of CSS"
MAX_RULES = 5_000
INHERITED = frozenset(
    (
        "color", "fill", "fill-opacity", "fill-rule", "clip-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "visibility", "paint-order", "marker", "marker-start", "marker-mid", "marker-end",
        "color-interpolation", "font-size",
    )  # fmt: skip
)
"""Properties that children take over."""


class _Rule(Struct, frozen=True):
    """Declarations for elements of a ``name`` (empty for all) with an ``id`` (empty for any) and all of the ``classes``."""

    weight: tuple[int, int, int]
    name: str
    id: str
    classes: frozenset[str]
    declarations: dict[str, str]

    def fits(self, element: Element, id: str, classes: frozenset[str]) -> bool:
        return self.name in ("", element.name) and self.id in ("", id) and self.classes <= classes


class Styles:
    """The style sheets of a drawing. Raises `PictureFault` ``svg-feature`` for what is more than elements, classes and ids."""

    def __init__(self, root: Element, file: str) -> None:
        self._rules: list[_Rule] = []
        for element in root.all():
            if element.name == "style":
                self._read(element, file)
        self._rules.sort(key=lambda rule: rule.weight)

    def of(self, element: Element) -> Mapping[str, str]:
        """All properties of an element by name; those that it does not have itself are not in it."""
        attributes = element.attributes
        own = attributes.get("style")
        if own is None and not self._rules:
            return attributes
        found = dict(attributes)
        if self._rules:
            id, classes = attributes.get("id", ""), frozenset(attributes.get("class", "").split())
            for rule in self._rules:
                if rule.fits(element, id, classes):
                    found.update(rule.declarations)
        if own:
            found.update(declarations(own))
        return found

    def _read(self, element: Element, file: str) -> None:
        sheet = ELSEWHERE.sub(" ", COMMENT.sub(" ", element.text))
        end = 0
        for found in RULE.finditer(sheet):
            if sheet[end : found.start()].strip():
                break
            end = found.end()
            for selector in found[1].split(","):
                self._add(selector.strip(), declarations(found[2]), element, file)
        rest = sheet[end:].strip()
        if rest or len(self._rules) > MAX_RULES:
            what = "a style sheet that brings in others or has conditions" if rest.startswith("@") else "a style sheet that can't be read"
            raise refused(file, what, AS_ATTRIBUTES, element.line)

    def _add(self, selector: str, declared: dict[str, str], element: Element, file: str) -> None:
        found = SIMPLE.fullmatch(selector)
        if not found or not selector:
            raise refused(file, f"a style sheet with the selector ‘{selector[:40]}’", AS_ATTRIBUTES, element.line)
        name = "" if found[1] in (None, "*") else found[1]
        parts = PART.findall(found[2])
        ids = [part for kind, part in parts if kind == "#"]
        classes = frozenset(part for kind, part in parts if kind == ".")
        self._rules.append(_Rule((len(ids), len(classes), bool(name)), name, ids[0] if ids else "", classes, declared))


def declarations(text: str) -> dict[str, str]:
    """The declarations of a block or of a ``style`` attribute."""
    split = (part.partition(":") for part in COMMENT.sub(" ", text).split(";"))
    return {key.strip(): value.replace("!important", "").strip() for key, _, value in split if value.strip()}
