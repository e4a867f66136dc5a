"""The compared readers: this repository's reader and Tesseract. Both return the lines of words of an image."""

import hashlib
import json
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLI = ROOT / "artifacts" / "bin" / "Ocr.ReceiptCli" / "release" / "receipt-cli.dll"
MODES = (3, 6, 11)
CHUNK = 8  # images per Tesseract process


def read(folder, profile, jobs, keep, pack=None):
    """(words of every image, score of the folder) of one run of receipt-cli; both are stored in the folder `keep` with a hash of their inputs."""
    if not CLI.exists():
        raise SystemExit("build it first: dotnet build -c Release tools/ReceiptCli")
    keep.mkdir(parents=True, exist_ok=True)
    words, score, made_from = keep / "words.json", keep / "score.json", keep / "made-from.txt"
    stamp = _stamp(folder, profile, pack or ROOT / "models" / "compact")
    if made_from.exists() and made_from.read_text() == stamp:
        return json.loads(words.read_text()), json.loads(score.read_text())
    command = ["dotnet", str(CLI), "score", str(folder), "--profile", profile, "--jobs", str(jobs), "--words", str(words), "--out", str(score)]
    subprocess.run(command + (["--pack", str(pack)] if pack else []), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    made_from.write_text(stamp)
    return json.loads(words.read_text()), json.loads(score.read_text())


def _stamp(folder, profile, pack):
    """A hash of the truth, the pack, the rules and the programs. After any change the images are read again."""
    files = [folder / "truth.json", pack / "manifest.json", *sorted((ROOT / "rules").glob("*.json")), *sorted(CLI.parent.glob("Ocr.*.dll")), CLI]
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest() + f" {profile}\n"


def lines_of(page):
    """The words of a page that this repository's reader returned, by line."""
    words = (page or {"words": []})["words"]
    return [[word["text"] for word in line] for _, line in groupby(words, key=lambda word: word["line"])]


class Tesseract:
    """Texts by image and mode, cached under `cache` by the image's hash."""

    def __init__(self, cache, jobs):
        self.cache, self.jobs = cache, jobs
        cache.mkdir(parents=True, exist_ok=True)
        self.version = subprocess.run(["tesseract", "--version"], capture_output=True, text=True).stdout.split("\n")[0]

    def lines(self, images, mode):
        """Lines of words of every image, in the order of `images`."""
        kept = [self._kept(image, mode) for image in images]
        missing = [(image, path) for image, path in zip(images, kept) if not path.exists()]
        chunks = [missing[start : start + CHUNK] for start in range(0, len(missing), CHUNK)]
        with ThreadPoolExecutor(self.jobs) as pool:
            list(pool.map(lambda chunk: self._read(chunk, mode), chunks))
        return [[line.split() for line in path.read_text().splitlines() if line.strip()] for path in kept]

    def _kept(self, image, mode):
        key = hashlib.sha256(image.read_bytes()).hexdigest()[:32]
        return self.cache / f"{key}-{self.version.split()[-1]}-psm{mode}.txt"

    def _read(self, chunk, mode):
        texts = self._run([image for image, _ in chunk], mode)
        if len(texts) == len(chunk) + 1 and not texts[-1]:  # some versions terminate the last page with the separator too
            texts.pop()
        if len(texts) != len(chunk):  # a picture without a page; only single runs show which one
            texts = ["".join(self._run([image], mode)) for image, _ in chunk]
        for (_, path), text in zip(chunk, texts):
            path.write_text(text)

    def _run(self, images, mode):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as listing:
            listing.write("".join(f"{image}\n" for image in images))
            listing.flush()
            command = ["tesseract", listing.name, "stdout", "-l", "spa", "--psm", str(mode)]
            done = subprocess.run(command, env=dict(os.environ, OMP_THREAD_LIMIT="1"), capture_output=True, check=True)
        return done.stdout.decode().split("\f")
