"""The cleaner on made-up pages: some of their boilerplate is in listed words, most is not."""

import importlib.util
import random
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from statistics import mean
from types import ModuleType

import pytest

from agents.clean import Cues, ProcessMemory, clean
from agents.clean.cues import all_cues, load_cues
from agents.clean.tokens import tokens_of
from schemas import CleanArticle, RawArticle


def _newsroom() -> ModuleType:
    """tests/ is no package, so its helpers are loaded by path."""
    spec = importlib.util.spec_from_file_location(
        "newsroom", Path(__file__).with_name("newsroom.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["newsroom"] = module
    spec.loader.exec_module(module)
    return module


newsroom = _newsroom()
LEARNT = 10  # articles of a source after which its boilerplate is known
PAGES = 26  # of each source
SEED = 7
FULL = ("de", "en", "fr", "es")  # with four topics each, and boilerplate that the cues know
LEAST = {"no-cues": 0.93, "half": 0.95, "all-cues": 0.95}


def cues_of(setting: str, seed: int) -> Cues:
    """No cue phrases, a seeded half of them, or all."""
    share = {"no-cues": 0.0, "half": 0.5, "all-cues": 1.0}[setting]
    return load_cues(lambda phrase: random.Random(f"{seed}{phrase}").random() < share)


@cache
def results(language: str, setting: str, seed: int) -> tuple[tuple[float, ...], float]:
    """Word F1 of each page in order of arrival, and the share of true headlines."""
    memory, scores, headlines = ProcessMemory(), [], 0
    pages, cues = newsroom.make_pages(language, PAGES, seed=seed), cues_of(setting, seed)
    for number, page in enumerate(pages):
        raw = RawArticle(id=f"{language}{number}", source=language, content=page.content)
        answer = clean(raw, memory=memory, cues=cues)
        assert isinstance(answer, CleanArticle)
        headlines += answer.title == page.title
        scores.append(newsroom.word_f1(answer.text, "\n\n".join(page.body)))
    return tuple(scores), headlines / PAGES


def learnt(setting: str, seed: int, languages: Sequence[str] = FULL) -> list[float]:
    """Word F1 of the pages that came once their source was known."""
    return [f1 for name in languages for f1 in results(name, setting, seed)[0][LEARNT:]]


def holds_for(seed: int, language: str, setting: str) -> None:
    assert mean(learnt(setting, seed, [language])) >= LEAST[setting]
    assert results(language, setting, seed)[1] >= 0.8


def cues_help(seed: int) -> None:
    assert len(learnt("half", seed)) >= 60
    none, half, whole = (mean(learnt(setting, seed)) for setting in LEAST)
    assert none <= half <= whole
    assert none < whole


@pytest.mark.parametrize("language", newsroom.LANGUAGES)
@pytest.mark.parametrize("setting", LEAST)
def test_article_is_found_among_boilerplate(language: str, setting: str) -> None:
    holds_for(SEED, language, setting)


def test_the_more_cue_phrases_the_better() -> None:
    cues_help(SEED)


def test_first_article_of_a_site_is_found_by_form_and_words_alone() -> None:
    first = [results(name, "no-cues", seed)[0][0] for name in FULL for seed in range(5)]
    assert mean(first) >= 0.9


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_articles_are_found_whatever_the_dice_say(seed: int) -> None:
    for language in newsroom.LANGUAGES:
        for setting in LEAST:
            holds_for(seed, language, setting)
    cues_help(seed)


def is_known(line: str) -> bool:
    tokens = tokens_of(line)
    return all_cues().find(tokens, sum(token[0].isalnum() for token in tokens)) is not None


@pytest.mark.parametrize("language", FULL)
def test_a_good_part_of_the_boilerplate_is_in_listed_words_and_more_is_not(language: str) -> None:
    lines = [line for page in newsroom.make_pages(language, PAGES) for line in page.foreign]
    assert 0.2 < mean(map(is_known, lines)) < 0.5
    sentences = [line for line in lines if line[-1] in ".!?" and not is_known(line)]
    assert len(sentences) > 0.25 * len(lines)


@pytest.mark.parametrize("language", newsroom.LANGUAGES)
def test_pages_have_no_blank_lines_and_bodies_of_their_own(language: str) -> None:
    pages = newsroom.make_pages(language, PAGES)
    assert not any("\n\n" in page.content for page in pages)
    assert len({page.body for page in pages}) == PAGES


NEW_BLOCK = "Diese Zeitung gehört seit der Gründung einer Stiftung im Norden des Landes."
OPENING = "Jeden Freitag geht es an dieser Stelle um die Frage, was das Leben teurer macht."


def stream(extra: Callable[[int], tuple[str, str]]) -> list[str]:
    """The cleaned texts of one source; `extra` gives lines to put before and after each body."""
    memory, texts = ProcessMemory(), []
    for number, page in enumerate(newsroom.make_pages("de", 12, seed=3)):
        before, after = extra(number)
        lines = [page.title, before, *page.body[:2], after, *page.body[2:]]
        content = "\n\n".join(filter(None, lines))
        raw = RawArticle(id=str(number), source="s", content=content)
        answer = clean(raw, memory=memory, cues=load_cues(lambda _: False))
        assert isinstance(answer, CleanArticle)
        texts.append(answer.text)
    return texts


def test_recurring_block_is_gone_from_the_fifth_article_on() -> None:
    texts = stream(lambda _: ("", NEW_BLOCK))
    assert [number for number, text in enumerate(texts) if NEW_BLOCK in text and number >= 4] == []


def test_opening_of_a_weekly_column_stays() -> None:
    texts = stream(lambda number: (OPENING if number % 3 == 0 else "", ""))
    assert all(OPENING in text for text in texts[::3])


def test_updates_of_one_report_keep_all_their_text() -> None:
    memory = ProcessMemory()
    body = newsroom.make_pages("de", 1)[0].body
    for number in range(8):
        content = "\n\n".join(
            [*body, f"Nachtrag {number}: Der Rat tagt am Abend noch einmal dazu."]
        )
        raw = RawArticle(
            id=str(number), source="s", content=content, url=f"https://s.example/{number}"
        )
        answer = clean(raw, memory=memory)
        assert isinstance(answer, CleanArticle)
        assert [paragraph for paragraph in body if paragraph not in answer.text] == []


def test_wire_copy_in_many_sources_stays() -> None:
    memory = ProcessMemory()
    body = newsroom.make_pages("en", 1)[0].body
    for number in range(6):
        raw = RawArticle(id=str(number), source=f"s{number}", content="\n\n".join(body))
        answer = clean(raw, memory=memory)
        assert isinstance(answer, CleanArticle)
        assert answer.text == "\n\n".join(body)
