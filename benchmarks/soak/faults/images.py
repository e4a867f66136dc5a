"""Receipts that are copies of known ones, and images that attack a reader."""

import struct
import zlib
from pathlib import Path

SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Copies:
    """Copies of the receipts of a folder. A comment makes the bytes of each copy unique; the pixels stay the same."""

    def __init__(self, folder, random, most):
        self.sources = {path.name: path.read_bytes() for path in sorted(Path(folder).glob("*.jpg"))[:most]}
        self._random, self._count = random, 0

    def next(self, name=None):
        name = name or self._random.choice(list(self.sources))
        self._count += 1
        note = f"copy {self._count}".encode()
        data = self.sources[name]
        return name, data[:2] + b"\xff\xfe" + struct.pack(">H", len(note) + 2) + note + data[2:]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def costly(note, width=5000, height=8000):
    """A blank PNG of 40 megapixels, 16 bits, interlaced: small to send, expensive to decode."""
    packer = zlib.compressobj(9)
    rows = [packer.compress(bytes(1 + 2 * columns)) if columns else b"" for columns in _rows(width, height)]
    header = struct.pack(">IIBBBBB", width, height, 16, 0, 0, 0, 1)
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"tEXt", note.encode()) + chunk(b"IDAT", b"".join(rows) + packer.flush()) + chunk(b"IEND", b"")


def _rows(width, height):
    """Pixels of every row of the seven Adam7 passes."""
    for x, y, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):
        for _ in range(y, height, dy):
            yield len(range(x, width, dx))


def hollow(note):
    """A PNG with a valid header and end, and pixels that are noise: accepted, and never readable."""
    header = struct.pack(">IIBBBBB", 600, 900, 8, 2, 0, 0, 0)
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", b"\x78\x9c" + note.encode() * 40) + chunk(b"IEND", b"")


def refused(data, number):
    """Files that an upload must refuse, one by one."""
    bomb = SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)) + chunk(b"IEND", b"")
    return (b"", b"MZ" + bytes(200), data[: len(data) // 2], b"<svg onload=alert(1)></svg>", bomb, b"GIF89a" + bytes(64))[number % 6]
