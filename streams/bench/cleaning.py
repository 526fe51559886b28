"""`clean` beside bare trafilatura on the same web pages, and alone on plain text.

What is measured is CPU time of one thread: articles a second of one core that does nothing else.
"""

from collections.abc import Iterator

from .measure import Figure, figure
from .repeats import printed

# What the process measures: its figure, and the unit.
_FIGURES = {
    "clean": ("clean on web pages: speed", "articles/s of a core"),
    "trafilatura": ("trafilatura.bare_extraction: speed", "articles/s of a core"),
    "plain text": ("clean on plain text: speed", "articles/s of a core"),
    "orjson": ("reading the pages' JSON alone: speed", "messages/s of a core"),
}


def cleaning(pages: int, repeats: int) -> Iterator[Figure]:
    """The speed of each over so many pages, and the ratio. BenchError."""
    module = "streams.bench.yardsticks.cleaning"
    found = printed("clean on web pages", module, pages, repeats)
    for name, (label, unit) in _FIGURES.items():
        yield figure(label, unit, [repeat[name] for repeat in found])
    ratios = [repeat["clean"] / repeat["trafilatura"] for repeat in found]
    yield figure("clean on web pages beside trafilatura", "times its articles/s", ratios)
