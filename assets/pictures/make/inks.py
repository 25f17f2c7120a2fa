"""The three inks and the paper, and the mixtures the pictures are drawn in. A colour is a triple: how much of teal, vermilion and marigold is printed, 0 to 1."""
PAPER = (.974, .944, .892)
TEAL = (.070, .352, .400)
VERMILION = (.890, .285, .145)
MARIGOLD = (.965, .660, .215)

Ink = tuple[float, float, float]

white: Ink = (0, 0, 0)
mist: Ink = (.10, 0, .04)
haze: Ink = (.22, 0, .05)
sky: Ink = (.36, 0, .05)
sea: Ink = (.58, .02, .05)
teal: Ink = (.86, .04, .04)
deep: Ink = (1, .22, .05)
night: Ink = (1, .52, .16)
dark: Ink = (1, .86, .45)
sand: Ink = (.02, .05, .20)
straw: Ink = (.02, .06, .45)
sun: Ink = (0, .04, .92)
honey: Ink = (.05, .20, .95)
ochre: Ink = (.24, .30, .95)
moss: Ink = (.62, .05, .72)
pine: Ink = (.92, .25, .60)
blush: Ink = (.02, .24, .18)
coral: Ink = (0, .62, .30)
red: Ink = (0, .98, .30)
brick: Ink = (.32, .96, .45)
wine: Ink = (.70, .95, .30)
plum: Ink = (.72, .58, .10)
lilac: Ink = (.34, .30, .04)
clay: Ink = (.16, .48, .42)
umber: Ink = (.55, .72, .62)

SKINS: tuple[Ink, ...] = ((.05, .24, .26), (.12, .34, .40), (.20, .44, .50), (.36, .56, .60), (.52, .64, .66), (.72, .74, .66))
HAIRS: tuple[Ink, ...] = ((1, .8, .5), (.9, .85, .6), (.62, .8, .75), (.34, .5, .8), (.36, .14, .14), (1, .6, .3))


def mix(a: Ink, b: Ink, t: float) -> Ink:
    """Between two colours: all of `a` at 0, all of `b` at 1."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def over(a: Ink, b: Ink) -> Ink:
    """One colour printed over another."""
    return (1 - (1 - a[0]) * (1 - b[0]), 1 - (1 - a[1]) * (1 - b[1]), 1 - (1 - a[2]) * (1 - b[2]))


def lighter(a: Ink, t: float) -> Ink:
    """Less ink: nothing changes at 0, bare paper at 1."""
    return mix(a, white, t)


def darker(a: Ink, t: float) -> Ink:
    """With teal printed over it."""
    return over(a, (t, t * .25, 0))


def seen(a: Ink) -> tuple[float, float, float]:
    """The sRGB values, 0 to 1, that a colour has on the paper."""
    r, g, b = (p * (1 - a[0] * (1 - t)) * (1 - a[1] * (1 - v)) * (1 - a[2] * (1 - m))
               for p, t, v, m in zip(PAPER, TEAL, VERMILION, MARIGOLD, strict=True))
    return (r, g, b)
