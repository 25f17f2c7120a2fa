"""The organisation's (own, fictional design) logo: a house whose open door is a path; the name as outlines.
python logo.py    writes ../../logos/vluchtelingenwerk.svg and vluchtelingenwerk-wit.svg"""
from pathlib import Path
from fontTools.ttLib import TTFont
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen

FONT = str(Path(__file__).resolve().parents[2] / 'fonts' / 'SourceSans3_700Bold.ttf')
OUT = Path(__file__).resolve().parents[2] / 'logos'
INK, CORAL = '#12343B', '#E4572E'


def line(s, x, y, size, track=0):
    f = TTFont(FONT); gs = f.getGlyphSet(); cm = f.getBestCmap(); u = f['head'].unitsPerEm; k = size / u
    kern = {}
    pen = SVGPathPen(gs, ntos=lambda v: ('%.2f' % v).rstrip('0').rstrip('.'))
    for ch in s:
        g = cm[ord(ch)]
        gs[g].draw(TransformPen(pen, (k, 0, 0, -k, x, y)))
        x += gs[g].width * k + track
    return pen.getCommands(), x


def main():
    # house with a gable; the door stands open, light falls out as a path that runs on to the right
    house = 'M8 62 L60 14 L112 62 L112 112 L82 112 L82 66 L48 66 L48 112 L8 112 Z'
    leaf = 'M48 66 L63 73 L63 121 L48 112 Z'                       # the door leaf, turned outwards
    path = 'M68 112 L82 112 C82 121 88 125 98 125 L136 125 L136 138 L96 138 C78 138 68 128 68 112 Z'
    w1, x1 = line('Vluchtelingenwerk', 152, 74, 57, -.35)
    w2, x2 = line('Vlaanderen', 152, 129, 57, -.35)
    W = round(max(x1, x2) + 8)
    def svg(ink, coral):
        return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} 150">\n'
                f'<g fill="{ink}"><path d="{house}"/></g>\n<g fill="{coral}"><path d="{leaf}"/><path d="{path}"/></g>\n'
                f'<g fill="{ink}"><path d="{w1}"/></g>\n<g fill="{coral}"><path d="{w2}"/></g>\n</svg>\n')
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / 'vluchtelingenwerk.svg').write_text(svg(INK, CORAL))
    (OUT / 'vluchtelingenwerk-wit.svg').write_text(svg('#FFFFFF', '#FFFFFF'))


if __name__ == '__main__':
    main()
