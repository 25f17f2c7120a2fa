"""Printing: the three plates, each screened, worn and a little out of register, on paper; and the JPEG file."""
import io
import struct
from pathlib import Path

import cv2
import numpy as np
from inks import MARIGOLD, PAPER, TEAL, VERMILION
from PIL import Image, ImageCms

INKS = (TEAL, VERMILION, MARIGOLD)
REGISTER = ((0, 0), (1.5, -1.1), (-1.3, 1.4))
"""How far each plate lies off, in pixels at 300 ppi."""
SCREENS = ((75, 0.), (45, 10.5), (15, 9.5))
"""Angle and cell of each plate's dots, pixels at 300 ppi; no cell: grain instead of dots."""


def field(rng: np.random.Generator, h: int, w: int, px: float) -> np.ndarray:
    """Even noise with features of `px` pixels, unit variance."""
    n = rng.standard_normal((max(2, int(h / px) + 2), max(2, int(w / px) + 2)), dtype=np.float32)
    n = cv2.resize(n, (w, h), interpolation=cv2.INTER_CUBIC)
    return n / (n.std() + 1e-6)


def dots(h: int, w: int, angle: float, cell: float) -> np.ndarray:
    """The threshold of a round-dot screen, -1 to 1."""
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    c, s = np.cos(np.radians(angle)) * 2 * np.pi / cell, np.sin(np.radians(angle)) * 2 * np.pi / cell
    return (np.cos(x * c + y * s) + np.cos(-x * s + y * c)) / 2


def printed(plates: np.ndarray, px: float, seed: int, screen: float = 1, wear: float = 1) -> np.ndarray:
    """The sheet as sRGB, 8 bits. `px`: pixels to a 300th of an inch; `screen` and `wear`: how strongly dots and grain show."""
    rng = np.random.default_rng(seed)
    h, w = plates.shape[:2]
    out = np.ones((h, w, 3), np.float32) * np.array(PAPER, np.float32)
    edge = 1.1 * px
    wx, wy = field(rng, h, w, 14 * px) * edge * .35, field(rng, h, w, 14 * px) * edge * .35
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    for k, ink in enumerate(INKS):
        ox, oy = (v * px for v in REGISTER[k])
        d = cv2.remap(np.ascontiguousarray(plates[..., k]), xx - ox + wx, yy - oy + wy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        tone = 4 * d * (1 - d)
        grain = field(rng, h, w, max(.9, 1.9 * px)) * .7 + field(rng, h, w, max(1., 3.6 * px)) * .5
        angle, cell = SCREENS[k]
        d = d + grain * np.sqrt(np.clip(tone, 0, 1)) * (.125 if not cell else .075) * screen
        if cell:
            d = d + dots(h, w, angle, max(3., cell * px)) * tone * .19 * screen
        solid = np.clip((d - .5) * 2, 0, 1)
        d = d + field(rng, h, w, 90 * px) * .012 * wear * d + grain * .022 * wear * solid
        specks = field(rng, h, w, max(1.1, 2.3 * px))
        d = d * (1 - .75 * wear * np.clip((specks - 3.05) * 2.2, 0, 1))
        d = np.clip(d, 0, 1)[..., None]
        out *= 1 - d * (1 - np.array(ink, np.float32))
    fibre = cv2.GaussianBlur(field(rng, h, w, max(1., 2.4 * px)), (0, 0), sigmaX=6 * px, sigmaY=.8 * px + .1)
    out *= 1 + .016 * wear * fibre[..., None] + .006 * field(rng, h, w, 60 * px)[..., None]
    return (np.clip(out, 0, 1) * 255 + rng.random((h, w, 1), dtype=np.float32)).clip(0, 255).astype(np.uint8)


def srgb() -> bytes:
    """The sRGB profile, with a fixed date: the same bytes each time."""
    p = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    p[24:36] = struct.pack(">6H", 2024, 1, 1, 0, 0, 0)
    return bytes(p)


def save(picture: np.ndarray, path: Path, quality: int = 86) -> int:
    """Writes the JPEG and gives its size in bytes."""
    f = io.BytesIO()
    Image.fromarray(picture).save(f, "JPEG", quality=quality, subsampling=2, optimize=True, icc_profile=srgb())
    path.write_bytes(f.getvalue())
    return len(f.getvalue())
