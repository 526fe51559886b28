"""An environment for each rival that runs on packages of its own, made at its first use.

It is small: torch, transformers and the weights are ours, found behind its own packages, which win.
"""

import hashlib
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from .ending import ran
from .errors import BenchError
from .programs import RIVALS

_PINS = Path(__file__).parents[2] / "requirements" / "rivals"
_MAKING_S = 300.0


def python_for(name: str, folder: Path) -> Path:
    """The interpreter that runs the rival; below `folder` where it needs its own. BenchError."""
    if not RIVALS[name]:
        return Path(sys.executable)
    pins = _PINS / f"{name}.txt"
    if not pins.is_file():
        raise BenchError(
            f"{name} needs packages whose pins are in the repository only: run it from a checkout"
            " that is installed in place, such as `make venv` makes"
        )
    place = folder / name
    ours = "\n".join(dict.fromkeys(sysconfig.get_path(key) for key in ("purelib", "platlib")))
    made = place / ".made"
    wanted = hashlib.sha256(pins.read_bytes() + f"{sys.version}{ours}".encode()).hexdigest()
    if not made.is_file() or made.read_text("utf-8") != wanted:
        _make(place, pins, ours)
        made.write_text(wanted, "utf-8")
    return _python(place)


def _make(place: Path, pins: Path, ours: str) -> None:
    shutil.rmtree(place, ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    python = str(_python(place))
    # Wheels alone: nothing is built, and nothing but the pinned files is run.
    options = ("--quiet", "--require-hashes", "--only-binary", ":all:", "-r", str(pins))
    if uv := _uv():
        _do(uv, "venv", "--quiet", "--python", sys.executable, str(place))
        _do(uv, "pip", "install", "--python", python, "--compile-bytecode", *options)
    else:
        _do(sys.executable, "-m", "venv", str(place))
        _do(python, "-m", "pip", "install", *options)
    (packages,) = place.glob("lib/python*/site-packages")
    # Lines of such a file go to the end of the path.
    (packages / "newsmill_bench.pth").write_text(ours + "\n", "utf-8")


def _uv() -> str | None:
    beside = Path(sys.executable).with_name("uv")
    return shutil.which("uv") or (str(beside) if beside.is_file() else None)


def _python(place: Path) -> Path:
    return place / "bin" / "python"


def _do(*command: str) -> None:
    try:
        done = ran(command, timeout_s=_MAKING_S)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BenchError(f"an environment cannot be made: {error}") from None
    if done.returncode:
        last = done.stderr.strip().splitlines()[-5:]
        raise BenchError("an environment cannot be made: " + "\n".join(last))
