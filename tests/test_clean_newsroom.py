"""The cleaner on made-up pages whose boilerplate is worded as no list has it."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from agents.clean import Cues, ProcessMemory, clean
from agents.clean.cues import load_cues
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


def score(language: str, cues: Cues) -> tuple[float, float]:
    """Mean word F1 once the source is known, and the share of true headlines."""
    memory, scores, headlines = ProcessMemory(), [], 0
    pages = newsroom.make_pages(language, 16)
    for number, page in enumerate(pages):
        raw = RawArticle(id=f"{language}{number}", source=language, content=page.content)
        answer = clean(raw, memory=memory, cues=cues)
        assert isinstance(answer, CleanArticle)
        headlines += answer.title == page.title
        if number >= LEARNT:
            scores.append(newsroom.word_f1(answer.text, "\n\n".join(page.body)))
    return sum(scores) / len(scores), headlines / len(pages)


@pytest.mark.parametrize("language", newsroom.LANGUAGES)
@pytest.mark.parametrize(
    ("keep", "least"),
    [(lambda _: False, 0.93), (lambda phrase: len(phrase) % 2 == 0, 0.95), (lambda _: True, 0.95)],
    ids=["no-cues", "half", "all-cues"],
)
def test_article_is_found_among_unlisted_boilerplate(
    language: str, keep: Callable[[str], bool], least: float
) -> None:
    found, headlines = score(language, load_cues(keep))
    assert found >= least
    assert headlines >= 0.8


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
