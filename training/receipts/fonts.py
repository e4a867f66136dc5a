"""The font families of pages, and their installation: python3 -m receipts.fonts

Families come from npm (@fontsource/*, Latin subset, which covers Spanish) and from Debian; each is installed to
FONTS/<family>/<weight>[-italic].(woff|ttf). fonts.json lists the families of training, those for
fitting confidences, and those held out of both.
"""
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .paths import FONTS, PACKAGE

WEIGHTS = (300, 400, 500, 600, 700)
DEBIAN = {
    "liberation-sans": {
        "400": "liberation*/LiberationSans-Regular.ttf",
        "700": "liberation*/LiberationSans-Bold.ttf",
        "400-italic": "liberation*/LiberationSans-Italic.ttf",
    },
    "dejavu-sans": {"400": "dejavu/DejaVuSans.ttf", "700": "dejavu/DejaVuSans-Bold.ttf"},
}


def families(split):
    """Names of the families of a split ("train", "calibration" or "heldout"), in the order of fonts.json."""
    return _by_split()[split]


def every_family():
    return [family for split in _by_split().values() for family in split]


def _by_split():
    return json.loads((PACKAGE / "fonts.json").read_text())


def files(family):
    """Installed files of a family: {weight: path}, upright styles only. Raises an error for a missing family, which the browser would silently replace."""
    found = {int(p.stem): p for p in sorted((FONTS / family).glob("*")) if p.stem.isdigit()}
    if not found:
        raise FileNotFoundError(f"{family} is not in {FONTS}: run python3 -m receipts.fonts")
    return found


def install():
    missing = [family for family in every_family() if not (FONTS / family).exists()]
    _install_npm([f for f in missing if f not in DEBIAN])
    for family in missing:
        if family in DEBIAN:
            _copy_debian(family)
    (FONTS / "READY").touch()


def _install_npm(names):
    if not names:
        return
    with tempfile.TemporaryDirectory() as work:
        (Path(work) / "package.json").write_text("{}")
        subprocess.run(
            [
                "npm",
                "install",
                "--no-save",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
                *(f"@fontsource/{n}@5" for n in names),
            ],
            cwd=work,
            check=True,
        )
        for name in names:
            source = Path(work) / "node_modules/@fontsource" / name
            found = {f"{w}": source / f"files/{name}-latin-{w}-normal.woff" for w in WEIGHTS}
            found["400-italic"] = source / f"files/{name}-latin-400-italic.woff"
            _store(name, {key: path for key, path in found.items() if path.exists()})


def _copy_debian(family):
    root = Path("/usr/share/fonts/truetype")
    _store(family, {key: next(root.glob(pattern)) for key, pattern in DEBIAN[family].items()})


def _store(family, sources):
    if not sources:
        sys.exit(f"no usable font file for {family}")
    part = FONTS / (family + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for key, path in sources.items():
        shutil.copy(path, part / (key + path.suffix))
    part.rename(FONTS / family)


if __name__ == "__main__":
    install()
    print(f"{sum(1 for _ in FONTS.glob('*/*'))} files of {sum(1 for p in FONTS.iterdir() if p.is_dir())} families in {FONTS}")
