"""A headless Chromium controlled over its debugging pipe: one page, kept open and refilled for every receipt."""
import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from .fonts import WEIGHTS, every_family, files
from .paths import PACKAGE

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --hide-scrollbars --force-color-profile=srgb --remote-debugging-pipe""".split()


class Browser:
    """Use as a context manager. Not thread-safe."""

    def __init__(self, executable=None, families=None):
        """`families`: fonts to load, by default all of the cache; the system's fonts are always available."""
        faces = _font_faces(every_family() if families is None else families)
        self._home = tempfile.mkdtemp(prefix="receipts-")
        self._process, self._write, self._read = _launch(executable or shutil.which("chromium"), self._home)
        self._buffer, self._count, self._session = b"", 0, None
        target = next(t for t in self._call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self._session = self._call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        self._open_base(faces)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def show(self, html, css, width, height, scale):
        """Lays a sheet out. Returns the result of words.js: {words, rows, width, height}, in CSS pixels."""
        self._metrics(width, height, scale)
        seen = self._evaluate(f"receipt({json.dumps(html)}, {json.dumps(css)})")
        if seen["height"] > height:
            self._metrics(width, seen["height"], scale)
        return seen

    def screenshot(self, width, height):
        """PNG bytes of the sheet's top left width x height CSS pixels."""
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        answer = self._call("Page.captureScreenshot", format="png", optimizeForSpeed=True, clip=clip)
        return base64.b64decode(answer["data"])

    def _open_base(self, faces):
        page = Path(self._home) / "base.html"
        page.write_text(
            f"<!doctype html><meta charset=utf-8><style>{faces}</style><style id=own></style><body></body>"
            f"<script>{(PACKAGE / 'words.js').read_text()}</script>",
            encoding="utf-8",
        )
        self._call("Page.enable")
        self._call("Page.navigate", url=page.as_uri())
        while self._evaluate("document.readyState") != "complete" or not self._evaluate("typeof receipt == 'function'"):
            pass
        # A face is loaded on first use, with a substitute until then: a page drawn meanwhile would not be reproducible from its seed.
        self._evaluate("Promise.all([...document.fonts].map(face => face.load())).then(() => true)")

    def _metrics(self, width, height, scale):
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)

    def _evaluate(self, expression):
        answer = self._call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def _call(self, method, **params):
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        _write_all(self._write, message)
        while True:
            answer = self._next()
            if answer.get("id") == self._count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def _next(self):
        while b"\0" not in self._buffer:
            chunk = os.read(self._read, 1 << 20)
            if not chunk:
                raise RuntimeError("the browser went away")
            self._buffer += chunk
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)


def _write_all(handle, message):
    data = json.dumps(message).encode() + b"\0"
    while data:
        data = data[os.write(handle, data) :]


def _launch(executable, home):
    """Chromium reads commands from descriptor 3 and writes responses to 4."""
    command_out, command_in = os.pipe()
    answer_out, answer_in = os.pipe()

    def wire():
        high = [os.dup2(h, n) for h, n in ((command_out, 30), (answer_in, 31))]
        os.dup2(high[0], 3)
        os.dup2(high[1], 4)

    process = subprocess.Popen(
        [executable, *FLAGS, f"--user-data-dir={home}", "about:blank"],
        preexec_fn=wire,
        close_fds=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(command_out)
    os.close(answer_in)
    return process, command_in, answer_out


def _font_faces(families):
    faces = []
    for family in families:
        for weight, path in files(family).items():
            if weight in WEIGHTS:
                faces.append(f"@font-face{{font-family:'{family}';font-weight:{weight};src:url('{path.as_uri()}')}}")
    return "\n".join(faces)
