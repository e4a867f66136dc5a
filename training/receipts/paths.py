"""Folders of fonts and the browser driver: RECEIPTS_CACHE, or training/.cache (never committed)."""
import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("RECEIPTS_CACHE") or PACKAGE.parent / ".cache")
FONTS = CACHE / "fonts"
