"""Depth: a camera that stands upright, so that verticals stay vertical, and points of the world put on the picture."""
import math
from dataclasses import dataclass

import skia
from paths import Point, poly


@dataclass(frozen=True, slots=True)
class Camera:
    """World: x to the right, y up, z away, in metres. `horizon` and `cx`: where the vanishing point lies on the picture; `f`: units at one metre's distance."""

    cx: float
    horizon: float
    f: float
    eye: float = 1.6
    yaw: float = 0
    x: float = 0
    z: float = 0

    def at(self, x: float, y: float, z: float) -> Point:
        a = math.radians(self.yaw)
        dx, dz = x - self.x, z - self.z
        rx, rz = dx * math.cos(a) - dz * math.sin(a), dx * math.sin(a) + dz * math.cos(a)
        rz = max(rz, .05)
        return (self.cx + self.f * rx / rz, self.horizon - self.f * (y - self.eye) / rz)

    def size(self, x: float, z: float) -> float:
        """Units to a metre there."""
        a = math.radians(self.yaw)
        return self.f / max(.05, (x - self.x) * math.sin(a) + (z - self.z) * math.cos(a))

    def face(self, *corners: tuple[float, float, float]) -> skia.Path:
        return poly([self.at(*c) for c in corners])

    def floor(self, x0: float, x1: float, z0: float, z1: float, y: float = 0) -> skia.Path:
        return self.face((x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1))

    def wall(self, x0: float, z0: float, x1: float, z1: float, y0: float, y1: float) -> skia.Path:
        return self.face((x0, y0, z0), (x1, y0, z1), (x1, y1, z1), (x0, y1, z0))
