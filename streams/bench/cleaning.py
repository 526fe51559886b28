"""`clean` beside bare trafilatura on the same web pages, and alone on plain text.

What is measured is CPU time of one thread: articles a second of one core that does nothing else.
"""

import json
import subprocess
from collections.abc import Iterator

from streams.leash import leashed
from streams.processes import python_module

from .errors import BenchError
from .measure import Figure, figure

# What the process measures: its figure, and the unit.
_FIGURES = {
    "clean": ("clean on web pages: speed", "articles/s of a core"),
    "trafilatura": ("trafilatura.bare_extraction: speed", "articles/s of a core"),
    "plain text": ("clean on plain text: speed", "articles/s of a core"),
    "orjson": ("reading the pages' JSON alone: speed", "messages/s of a core"),
}


def cleaning(pages: int, repeats: int) -> Iterator[Figure]:
    """The speed of each over so many pages, and the ratio. BenchError."""
    command = python_module("streams.bench.yardsticks.cleaning", str(pages), str(repeats))
    done = subprocess.run(leashed(command), capture_output=True, text=True, check=False)
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not found:
        last = done.stderr.strip().splitlines()[-5:]
        raise BenchError("measuring clean on web pages failed\n" + "\n".join(last))
    for name, (label, unit) in _FIGURES.items():
        yield figure(label, unit, [repeat[name] for repeat in found])
    ratios = [repeat["clean"] / repeat["trafilatura"] for repeat in found]
    yield figure("clean on web pages beside trafilatura", "times its articles/s", ratios)
