"""Vector pictures as SVG: made anew from the paths that were understood, so that nothing of a foreign file comes along."""

from reportbuilder.assets.pictures import InkedPath, InkedPicture

NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
LETTERS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


def svg(picture: InkedPicture) -> bytes:
    """The file; it shows what lies within the picture's frame."""
    width, height = _number(picture.width), _number(picture.height)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(map(_path, picture.paths))}</svg>'.encode()


def _path(path: InkedPath) -> str:
    steps = "".join(LETTERS[line[-1]] + line[:-2] for line in path.code.split("\n") if line)
    rule = ' fill-rule="evenodd"' if path.even_odd else ""
    return f'<path fill="#{"%02x%02x%02x" % path.rgb}"{rule} d="{steps}"/>'


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def shown_as(raster: str, vector: str) -> str:
    """The blip of a picture by the relations to its raster, for programs that know no SVG, and to its SVG."""
    extension = f'<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{NAMESPACE}" r:embed="{vector}"/></a:ext>'
    return f'<a:blip r:embed="{raster}"><a:extLst>{extension}</a:extLst></a:blip>'
