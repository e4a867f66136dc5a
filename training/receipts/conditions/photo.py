"""A photograph of a screen: perspective, bezel and desk, glare, moire, vignetting, noise, motion blur."""
import cv2
import numpy as np

from .focus import streak
from .shot import Shot, scaled, small_em


def photo(r, image, page):
    image, page = scaled(image, page, min(1.0, max(r.uniform(480, 900) / image.shape[1], 12 / small_em(page))))
    noise, em = np.random.default_rng(r.getrandbits(63)), small_em(page)
    screen = _moire(r, image.astype(np.float32), em)
    framed, inner = _bezel(r, screen)
    tilt, around = r.uniform(3, 15), r.uniform(0, 2 * np.pi)
    matrix, size = _view(framed.shape[1], framed.shape[0], tilt, around, r.uniform(-4, 4), r.uniform(1.05, 1.35))
    made = _desk(r, noise, size)
    mask = cv2.warpPerspective(np.ones(framed.shape[:2], np.float32), matrix, size, flags=cv2.INTER_LINEAR)[..., None]
    made = made * (1 - mask) + cv2.warpPerspective(framed, matrix, size, flags=cv2.INTER_CUBIC) * mask
    made = _glare(r, made, matrix, inner)
    made = _lens(r, noise, made, em)
    return Shot(made, page, boxes=False, quality=r.randint(60, 88), notes={"tilt": round(tilt, 1), "em": round(em, 1)})


def _moire(r, image, em):
    """Faint colored waves, bent, a few pixels long: interference of the camera's and the screen's grids."""
    y, x = np.mgrid[: image.shape[0], : image.shape[1]].astype(np.float32)
    bend = em * r.uniform(0, 3) * np.sin(2 * np.pi * y / (em * r.uniform(20, 60)) + r.uniform(0, 6))
    for channel in range(3):
        angle, period = r.uniform(0, np.pi), em * r.uniform(0.2, 0.8)
        wave = np.sin(2 * np.pi * ((x + bend) * np.cos(angle) + y * np.sin(angle)) / period)
        image[..., channel] *= 1 + r.uniform(0.015, 0.06) * wave
    return image


def _bezel(r, screen):
    """The screen with the phone's dark bezel, or without it: a photograph of a part of a screen only."""
    side = int(screen.shape[1] * r.choice((0, 0.02, 0.04, 0.06)))
    ends = int(side * r.uniform(1, 4))
    shade = r.uniform(5, 50)
    framed = cv2.copyMakeBorder(screen, ends, ends, side, side, cv2.BORDER_CONSTANT, value=(shade, shade, shade * r.uniform(0.9, 1.1)))
    return framed, (side, ends, side + screen.shape[1], ends + screen.shape[0])


def _view(width, height, tilt, around, roll, room):
    """Homography of a plane tilted by `tilt` degrees about an axis at `around`, seen from 1.6 times its height, and the photo's size."""
    angle, spin = np.radians(tilt), np.radians(roll)
    axis = np.array([np.cos(around), np.sin(around), 0.0])
    turn, _ = cv2.Rodrigues(axis * angle)
    spin_matrix = np.array([[np.cos(spin), -np.sin(spin), 0], [np.sin(spin), np.cos(spin), 0], [0, 0, 1]])
    far = 1.6 * max(width, height)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = []
    for x, y in corners:
        px, py, pz = spin_matrix @ turn @ np.array([x - width / 2, y - height / 2, 0.0])
        seen.append([px * far / (far + pz), py * far / (far + pz)])
    seen = np.array(seen, np.float32)
    low, high = seen.min(0), seen.max(0)
    size = np.ceil((high - low) * room).astype(int)
    return cv2.getPerspectiveTransform(corners, seen - (low + high) / 2 + size.astype(np.float32) / 2), (int(size[0]), int(size[1]))


def _desk(r, noise, size):
    """The surroundings of the phone: cloth, wood or a plain surface, out of focus."""
    width, height = size
    coarse = noise.normal(0, 1, (r.randint(4, 40), r.randint(4, 40), 1)).astype(np.float32)
    grain = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC).reshape(height, width, 1)
    color = np.array([r.uniform(20, 210) for _ in range(3)], np.float32)
    return color * 0.6 + color.mean() * 0.4 + grain * r.uniform(4, 25)


def _glare(r, made, matrix, inner):
    """The reflection of a lamp or a window: at most 55 % white, so that text stays legible."""
    height, width = made.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    for _ in range(r.choice((1, 1, 2))):
        spot = np.array([[[r.uniform(inner[0], inner[2]), r.uniform(inner[1], inner[3])]]], np.float32)
        cx, cy = cv2.perspectiveTransform(spot, matrix)[0, 0]
        angle, wide, long = r.uniform(0, np.pi), width * r.uniform(0.05, 0.2), width * r.uniform(0.15, 1.2)
        across = (x - cx) * np.cos(angle) + (y - cy) * np.sin(angle)
        along = -(x - cx) * np.sin(angle) + (y - cy) * np.cos(angle)
        veil = r.uniform(0.2, 0.55) * np.exp(-((across / wide) ** 2) - (along / long) ** 2)
        made = made + (255 - made) * veil[..., None]
    return made


def _lens(r, noise, made, em):
    """Blur, vignetting, white balance, exposure and sensor noise."""
    height, width = made.shape[:2]
    made = cv2.GaussianBlur(made, (0, 0), em * r.uniform(0.025, 0.06))
    if r.chance(0.3):
        made = cv2.filter2D(made, -1, streak(em * r.uniform(0.08, 0.18), r.uniform(0, 180)))
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    made = made * (1 - r.uniform(0.1, 0.35) * (x * x + y * y)[..., None] / 2)
    made = made * np.array([r.uniform(0.88, 1.08) for _ in range(3)], np.float32) * r.uniform(0.75, 1.05) + r.uniform(0, 18)
    made = made + noise.normal(0, r.uniform(1.5, 6), made.shape)
    return made.clip(0, 255).astype(np.uint8)
