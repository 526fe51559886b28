"""Articles to measure with: the samples, as many as wanted, each with an id of its own."""

import json
import re
from collections.abc import Sequence
from importlib.resources import files

from schemas import (
    EXTRACTIVE_SOURCE,
    CleanArticle,
    Evidence,
    Model,
    Segment,
    Summary,
    SummarySentence,
)
from streams.codecs import encode
from streams.launch import find_stages, make_sender
from streams.settings import Settings
from streams.stage import Prepared, Stage, each

from .offline import incoming

PASSED_LENGTH = 1200  # characters: such an article is a clean event of about 2 KB

# Also behind a closing quotation mark, and in the middle of a line.
_SENTENCE_START = re.compile(r"(?m)(?:^|(?<=[.!?] )|(?<=[.!?][\"”»“] ))\W*\w+")
_MODEL = Model(name="none", revision="none")
_WORDS = "the council voted on tuesday to keep the harbour open through the winter months "


def samples(count: int) -> list[bytes]:
    """So many raw articles, JSON, in the samples' order again and again."""
    articles = [json.loads(line) for line in _sample_lines()]
    return [
        json.dumps({**articles[n % len(articles)], "id": f"bench-{n}", "url": None}).encode()
        for n in range(count)
    ]


def _sample_lines() -> list[bytes]:
    return files("streams.samples").joinpath("articles.jsonl").read_bytes().splitlines()


def cleaned(settings: Settings, raw: Sequence[bytes]) -> list[bytes]:
    """What `clean` makes of the raw articles, without those that it rejects."""
    cleaner = make_sender(settings, find_stages(settings, ["clean"])[0], "bench")
    done = cleaner.work(incoming(settings.topic_prefix + "raw", raw))
    return [result.value for result, _ in done if result.value is not None]


def clean_articles(settings: Settings, count: int) -> list[bytes]:
    """So many clean articles of which no two share a sentence.

    Our encoder reads equal sentences once: samples that repeat would flatter it.
    """
    texts = [CleanArticle.from_dict(json.loads(v)) for v in cleaned(settings, samples(count))]
    size = len(_sample_lines())
    return [encode(_varied(article, n // size)) for n, article in enumerate(texts)]


def _varied(article: CleanArticle, number: int) -> CleanArticle:
    """The article with the number in each of its sentences, but for 0."""
    if not number:
        return article
    text = _SENTENCE_START.sub(lambda found: f"{found[0]} {number}", article.text)
    whole = Segment(start=0, end=len(text), raw_start=0, raw_end=len(text))
    return article.model_copy(update={"text": text, "segments": (whole,), "removed": ()})


def short_articles(count: int) -> list[bytes]:
    """So many clean articles, events of about 2 KB."""
    text = (_WORDS * (PASSED_LENGTH // len(_WORDS) + 1))[:PASSED_LENGTH]
    segment = Segment(start=0, end=len(text), raw_start=0, raw_end=len(text))
    return [
        encode(
            CleanArticle(
                article_id=f"bench-{n}", text=text, segments=(segment,), removed=(),
                content_hash="bench", title="The harbour stays open", language="en",
            )
        )
        for n in range(count)
    ]  # fmt: skip


def passing_stage(batch: int) -> Stage:
    """A stage that does nothing: what it costs is what decoding, sending and Kafka cost."""
    return Stage("pass", CleanArticle, Summary, lambda: Prepared(each(_as_it_is), _MODEL), batch)


def _as_it_is(article: CleanArticle) -> Summary:
    """All of the text, so that as much leaves as arrives."""
    evidence = Evidence(start=0, end=len(article.text), score=1.0)
    return Summary(
        article_id=article.article_id,
        version=article.version,
        text=article.text,
        language=article.language,
        sentences=(SummarySentence(text=article.text[:200], evidence=(evidence,)),),
        method="extractive",
        generative=False,
        digital_source_type=EXTRACTIVE_SOURCE,
        model=_MODEL,
    )
