"""`clean` and bare trafilatura in turns over the same web pages, and what is least: reading JSON.

One thread; run as a process of its own. Prints one JSON object a repeat: the CPU seconds of each.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

import orjson
import trafilatura

from agents.clean import ProcessMemory, clean
from schemas import CleanArticle, RawArticle
from streams.bench.articles import samples
from streams.bench.errors import BenchError
from streams.bench.offline import incoming
from streams.bench.webpages import web_pages
from streams.codecs import DECODERS
from streams.settings import Settings

CLEAN, TRAFILATURA, JSON, PLAIN = "clean", "trafilatura", "orjson", "plain text"

_LEAST_WORDS = 50  # of an article: with fewer, a page was not read


def main(count: int, repeats: int) -> None:
    """Over so many pages and as many plain texts, so often, and once before to warm up."""
    messages = web_pages(Settings(), count)
    pages, texts = _decoded(messages), _decoded(samples(count))
    texts = [text for text in texts if text.content_type == "text/plain"]
    runs: list[tuple[str, int, Callable[[], None]]] = [
        (CLEAN, count, partial(_clean, pages)),
        (TRAFILATURA, count, partial(_trafilatura, pages)),
        (JSON, count, partial(_json, messages)),
        (PLAIN, len(texts), partial(_clean, texts)),
    ]
    for repeat in range(-1, repeats):
        found = {}
        # There and back again: whatever changes on the machine meets all alike.
        for name, articles, run in runs[:: -1 if repeat % 2 else 1]:
            started = time.process_time()
            run()
            found[name] = articles / (time.process_time() - started)
        if repeat >= 0:
            print(json.dumps(found), flush=True)


def _decoded(values: Sequence[bytes]) -> list[RawArticle]:
    return [DECODERS[RawArticle](message) for message in incoming("raw", values)]


def _clean(articles: Sequence[RawArticle]) -> None:
    """With a memory of sources that is new: that of another repeat has seen all of it."""
    memory = ProcessMemory()
    for article in articles:
        found = clean(article, memory=memory)
        _check(CLEAN, found.text if isinstance(found, CleanArticle) else "")


def _trafilatura(articles: Sequence[RawArticle]) -> None:
    for article in articles:
        found = trafilatura.bare_extraction(article.content, with_metadata=True)
        _check(TRAFILATURA, getattr(found, "text", ""))


def _json(values: Sequence[bytes]) -> None:
    for value in values:
        orjson.loads(value)


def _check(name: str, text: str) -> None:
    if len(text.split()) < _LEAST_WORDS:
        raise BenchError(f"{name} finds no article on a page")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
