"""Articles to measure with: the samples, as many as wanted, each with an id of its own."""

import json
from importlib.resources import files

from schemas import CleanArticle, RawArticle, Removed, Segment, content_hash
from streams.stage import Prepared, Stage, each

PASSED_LENGTH = 1200  # characters: such an article is a clean event of about 2 KB

_WORDS = "the council voted on tuesday to keep the harbour open through the winter months "


def samples(count: int) -> list[bytes]:
    """So many raw articles, JSON, in the samples' order again and again."""
    lines = files("streams.samples").joinpath("articles.jsonl").read_bytes().splitlines()
    articles = [json.loads(line) for line in lines]
    return [
        json.dumps({**articles[n % len(articles)], "id": f"bench-{n}", "url": None}).encode()
        for n in range(count)
    ]


def short_articles(count: int) -> list[bytes]:
    """So many raw articles of about 2 KB, JSON."""
    text = (_WORDS * (PASSED_LENGTH // len(_WORDS) + 1))[:PASSED_LENGTH]
    return [json.dumps({"id": f"bench-{n}", "content": text}).encode() for n in range(count)]


def passing_stage(batch: int) -> Stage:
    """A stage that does nothing: what it costs is what decoding, sending and Kafka cost."""
    return Stage("pass", RawArticle, CleanArticle, lambda: Prepared(each(_as_it_is)), batch)


def _as_it_is(raw: RawArticle) -> CleanArticle:
    text = raw.content if isinstance(raw.content, str) else ""
    end = len(text)
    return CleanArticle(
        article_id=raw.article_id,
        version=raw.version,
        text=text,
        segments=(Segment(start=0, end=end, raw_start=0, raw_end=end),),
        removed=(Removed(raw_start=end, raw_end=end, reason="other", confidence=1.0),),
        content_hash=content_hash(text),
    )
