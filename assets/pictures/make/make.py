"""python make.py [--small] [name ...]   prints the pictures (all of them without names)"""
import importlib
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import cv2  # noqa: E402
import press  # noqa: E402
from PIL import Image  # noqa: E402
from plates import Plates  # noqa: E402


def names() -> list[str]:
    return sorted(p.stem for p in (HERE / "scenes").glob("*.py") if p.stem != "__init__")


def make(name: str, small: float) -> None:
    """`small`: pixels to a unit of a sketch, or 0 for the picture itself."""
    began = time.time()
    scene = importlib.import_module(f"scenes.{name}")
    (w, h), scale = scene.SIZE, small or scene.SCALE
    plates = Plates(w, h, scale * 2)
    scene.draw(plates)
    a = plates.array()
    a = cv2.resize(a, (round(w * scale), round(h * scale)), interpolation=cv2.INTER_AREA)
    picture = press.printed(a, scale / 2.6, 1 + sum(map(ord, name)))
    if small:
        path = Path(tempfile.gettempdir()) / "sketches" / f"{name}.png"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(picture).save(path)
        size = path.stat().st_size
    else:
        path = HERE.parent / f"{name.replace('_', '-')}.jpg"
        size = press.save(picture, path, getattr(scene, "QUALITY", 86))
    print(f"{path.name}  {picture.shape[1]} × {picture.shape[0]}  {size / 1e6:.2f} MB  {time.time() - began:.1f} s", flush=True)


if __name__ == "__main__":
    small = 1.0 if "--small" in sys.argv else 0
    for each in [a.replace("-", "_") for a in sys.argv[1:] if not a.startswith("--")] or names():
        make(each, small)
