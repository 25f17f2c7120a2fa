"""From drawing to print: bloom, tone, ink separation, misregistration, grain, paper; and the JPEG."""
import io
import struct
import numpy as np
import cv2
from PIL import Image, ImageCms
from canvas import rgb, INK, CORAL, GOLD


def blur(a, s):
    if s < .3:
        return a
    if s > 12:   # large blurs at reduced size
        f = int(s // 5)
        h, w = a.shape[:2]
        q = cv2.resize(a, (max(2, w // f), max(2, h // f)), interpolation=cv2.INTER_AREA)
        q = cv2.GaussianBlur(q, (0, 0), s / f)
        return cv2.resize(q, (w, h), interpolation=cv2.INTER_CUBIC)
    return cv2.GaussianBlur(a, (0, 0), s)


def field(rng, h, w, px):
    """smooth gaussian noise with a feature size of px pixels, unit variance"""
    hh, ww = max(2, int(h / px) + 2), max(2, int(w / px) + 2)
    n = rng.standard_normal((hh, ww)).astype(np.float32)
    n = cv2.resize(n, (w, h), interpolation=cv2.INTER_CUBIC if px > 1 else cv2.INTER_AREA)
    return n / (n.std() + 1e-6)


def finish(img, S, seed=1, bloom=.35, thr=.62, sat=1.14, split=.12, grain=1.0, misreg=1.0, vig=.22, gamma=1.0, contrast=.24):
    rng = np.random.default_rng(seed + 1000)
    h, w = img.shape[:2]
    img = img.astype(np.float32)
    # light that spills
    lum = img @ np.array([.3, .59, .11], np.float32)
    hi = img * np.clip((lum - thr) / (1 - thr), 0, 1)[..., None]
    b = blur(hi, 9 * S) * .6 + blur(hi, 38 * S) * .5
    img = 1 - (1 - img) * (1 - np.clip(b * bloom, 0, 1))
    if gamma != 1:
        img = img ** gamma
    # gentle contrast curve and saturation
    img = img + contrast * (img * img * (3 - 2 * img) - img)
    lum = img @ np.array([.3, .59, .11], np.float32)
    img = lum[..., None] + (img - lum[..., None]) * sat
    # split toning along the palette
    xs = [0, .22, .45, .68, .86, 1]
    ramp = [rgb(c) for c in ('#0d2a33', '#2a4152', '#8a4f52', '#d98a52', '#f3cf96', '#fbf3e4')]
    tone = np.stack([np.interp(lum, xs, [r[i] for r in ramp]).astype(np.float32) for i in range(3)], -1)
    img = img * (1 - split) + tone * split
    # vignette
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    d = ((xx / w - .5) ** 2 + (yy / h - .5) ** 2) * 2
    img *= (1 - vig * np.clip(d - .12, 0, 1))[..., None]
    img = np.clip(img, 0, 1)
    # lift the blacks to ink, hold the whites at paper
    lo = np.array([.052, .135, .155], np.float32); hi_ = np.array([.985, .955, .905], np.float32)
    img = lo + img * (hi_ - lo)
    # into three inks (densities), each moved a little and grained on its own
    paper = np.array([.992, .965, .92], np.float32)
    D = -np.log(np.clip(img / paper, .02, 1.2))
    inks = np.stack([-np.log(np.clip(np.array(rgb(c), np.float32), .02, 1) / paper) for c in ('#12343B', '#E4572E', '#F2A541')])
    A = (D.reshape(-1, 3) @ np.linalg.inv(inks).astype(np.float32)).reshape(h, w, 3)
    pos = np.maximum(A, 0)
    R = D - pos @ inks.astype(np.float32)
    sh = np.array([(.0, .0), (.55, -.4), (-.5, .45)]) * misreg * S
    px = S / 3.0
    out = np.zeros_like(D)
    for k in range(3):
        a = np.ascontiguousarray(pos[..., k])
        M = np.float32([[1, 0, sh[k][0]], [0, 1, sh[k][1]]])
        if k:
            a = cv2.warpAffine(a, M, (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        g = field(rng, h, w, max(.8, 2.1 * px)) * .62 + field(rng, h, w, max(1., 4.5 * px)) * .38
        cl = field(rng, h, w, max(3., 60 * px))
        amp = (.092, .08, .06)[k] * grain
        # grain is strongest in the middle tones of each ink, plus a sparse speckle of missing ink
        mid = np.sqrt(np.clip(a, 0, 1.2)) * np.exp(-np.clip(a - .7, 0, 3) * .9)
        a = a + amp * g * mid + .012 * grain * cl * a
        out += np.maximum(a, 0)[..., None] * inks[k]
    out += R
    # paper: fibres and tooth
    fib = field(rng, h, w, 7 * px) * .5 + cv2.GaussianBlur(field(rng, h, w, max(1., 2.4 * px)), (0, 0), sigmaX=6 * px, sigmaY=.8 * px + .1) * .9
    out += (.010 * grain * fib)[..., None]
    spk = field(rng, h, w, max(1., 3 * px))
    out *= (1 - .16 * grain * np.clip((spk - 2.3), 0, 1))[..., None]
    img = paper * np.exp(-out)
    return (np.clip(img, 0, 1) * 255 + rng.random((h, w, 1), dtype=np.float32)).clip(0, 255).astype(np.uint8)


def srgb_icc():
    p = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile('sRGB')).tobytes())
    p[24:36] = struct.pack('>6H', 2024, 1, 1, 0, 0, 0)   # fixed date: same bytes each time
    return bytes(p)


def save_jpeg(arr, path, lo=1.3e6, hi=2.35e6, goal=1.95e6):
    im = Image.fromarray(arr)
    icc = srgb_icc()
    def enc(q):
        f = io.BytesIO()
        im.save(f, 'JPEG', quality=q, subsampling=2, optimize=True, progressive=False, icc_profile=icc)
        return f.getvalue()
    a, b, best = 40, 94, None
    while a <= b:
        q = (a + b) // 2
        d = enc(q)
        if len(d) <= goal:
            best = (q, d); a = q + 1
        else:
            b = q - 1
    q, d = best or (40, enc(40))
    open(path, 'wb').write(d)
    return q, len(d)
