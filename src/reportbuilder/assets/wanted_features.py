"""Whether the fonts have the forms that the styles ask for: none are ever made by scaling or slanting others."""

from reportbuilder.assets.faces import Faces
from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.nearest import nearest
from reportbuilder.style.features import ORDINARY
from reportbuilder.style.sheet import Sheet, TextStyle

SMALL_CAPITALS = "c2sc"


def warn_of_features(sheet: Sheet, faces: Faces, log: Log) -> None:
    """Warn of each feature that a style wants and its font lacks, once for each font. All fonts of the styles must be sound."""
    seen: set[tuple[str, str]] = set()
    for style in sheet.styles.values():
        face = faces.face(style.face)
        for feature in _wanted(style):
            if feature not in face.features and (face.name, feature) not in seen:
                seen.add((face.name, feature))
                near = nearest(feature, face.features)
                message = f"the style ‘{style.name}’ wants the feature ‘{feature}’, which the font {face.name} lacks"
                hint = f"it has ‘{near}’" if near else f"it has {', '.join(sorted(face.features)) or 'no features'}"
                log.warn("feature-missing", message, sheet.places[f"styles/{style.name}"], hint)


def _wanted(style: TextStyle) -> tuple[str, ...]:
    switched_on = tuple(feature for feature in style.features if feature not in ORDINARY and not feature.startswith("-"))
    return (*switched_on, SMALL_CAPITALS) if style.acronyms else switched_on
