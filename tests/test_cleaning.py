"""`clean` beside trafilatura on the same web pages."""

import json

import pytest

from agents.clean import clean
from schemas import CleanArticle, RawArticle
from streams.bench import repeats
from streams.bench.articles import clean_articles
from streams.bench.cleaning import cleaning
from streams.bench.errors import BenchError
from streams.bench.offline import incoming
from streams.bench.webpages import web_pages
from streams.bench.yardsticks.cleaning import _check
from streams.codecs import DECODERS
from streams.settings import Settings

COUNT = 16  # one of each sample, and two of each kind of site


def test_pages_are_sites_own_and_their_articles_are_found() -> None:
    pages = web_pages(Settings(), COUNT)
    assert pages == web_pages(Settings(), COUNT)
    assert 20_000 < sum(map(len, pages)) / COUNT < 60_000
    texts = [json.loads(value)["text"] for value in clean_articles(Settings(), COUNT)]
    for message, text in zip(incoming("raw", pages), texts, strict=True):
        found = clean(DECODERS[RawArticle](message))
        assert isinstance(found, CleanArticle)
        assert found.text.split() == text.split()


def test_a_ratio_is_that_within_a_repeat() -> None:
    figures = {one.name: one for one in cleaning(2, 2)}
    ratio = figures["clean on web pages beside trafilatura"]
    speed, theirs = (
        figures[f"{name}: speed"] for name in ("clean on web pages", "trafilatura.bare_extraction")
    )
    assert speed.least / theirs.greatest <= ratio.median * 1.01
    assert ratio.median * 0.99 <= speed.greatest / theirs.least
    assert figures["reading the pages' JSON alone: speed"].median > speed.median
    assert figures["clean on plain text: speed"].least > 0


def test_who_finds_no_article_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BenchError, match="trafilatura finds no article"):
        _check("trafilatura", "Menu")
    monkeypatch.setattr(repeats, "python_module", lambda *_: ["false"])
    with pytest.raises(BenchError, match="web pages failed"):
        list(cleaning(1, 1))
