"""Raw articles of any number and length, each one different and the same again for its number."""

import json
import random
import re
from collections.abc import Iterator, Sequence

from schemas import CleanArticle
from streams.settings import Settings

from .articles import clean_articles

SMALL_WORDS = 60
_SAMPLES = 16  # as many as there are
_SOURCES = 40
_SYLLABLES = re.findall(r"\w+", "ba ce di fo gu ka le mi no pu ra se ti vo zu shar ter lin mon dal")
_COMMON = re.findall(r"\w+", "the of a in to and for on with at from by after that has will its")
_SENTENCE_WORDS = (8, 16)  # at least and at most
_PARAGRAPH = 4  # sentences
_BETWEEN = re.compile(r"(?<=[.!?]) |\n\n")


def raw_articles(settings: Settings, count: int, name: str) -> list[bytes]:
    """So many of the samples as plain text, no two of which share a sentence."""
    found = _events(clean_articles(settings, count))
    return [
        _raw(f"{name}-{n}", article.text, title=article.title, language=article.language)
        for n, article in enumerate(found)
    ]


def long_articles(settings: Settings, count: int, words: int) -> list[bytes]:
    """So many plain texts of about so many words, made of the samples' sentences.

    No sentence comes twice: in its later uses it has a number in it.
    """
    samples = _events(clean_articles(settings, _SAMPLES))
    texts = [article.text for article in samples if article.language == "en"]
    stock = [sentence.split() for text in texts for sentence in _BETWEEN.split(text)]
    return [
        _raw(f"long-{n}", "\n\n".join(_paragraphs(stock, n, words)), title="Long", language="en")
        for n in range(count)
    ]


def small_articles(count: int, seed: int = 0) -> Iterator[tuple[bytes, bytes]]:
    """So many ids and articles of about 60 words: news of made-up places, from a few sources.

    Each source ends all of its articles with the same line, as sources do.
    """
    for number in range(count):
        dice = random.Random(f"{seed}-{number}")
        source = dice.randrange(_SOURCES)
        text = "\n\n".join(
            [*_invented(dice), f"Read more news of town {source} every morning in the letter."]
        )
        name = f"small-{number}"
        yield name.encode(), _raw(
            name, text, title=_sentence(dice, 6), language="en",
            source=f"town-{source}.example", url=f"https://town-{source}.example/news/{number}",
        )  # fmt: skip


def _events(values: Sequence[bytes]) -> list[CleanArticle]:
    return [CleanArticle.from_dict(json.loads(value)) for value in values]


def _paragraphs(stock: Sequence[Sequence[str]], number: int, words: int) -> Iterator[str]:
    """Sentences of the stock up to so many words, with the article's number, and the round's."""
    at = 0
    while words > 0:
        chosen = []
        for _ in range(_PARAGRAPH):
            first, *rest = stock[at % len(stock)]
            chosen.append([first, f"{number}{at // len(stock):03}", *rest])
            at += 1
            words -= len(chosen[-1])
            if words <= 0:
                break
        yield " ".join(word for sentence in chosen for word in sentence)


def _invented(dice: random.Random) -> Iterator[str]:
    left = SMALL_WORDS
    while left > 0:
        length = dice.randint(*_SENTENCE_WORDS)
        left -= length
        yield _sentence(dice, length)


def _sentence(dice: random.Random, length: int) -> str:
    words = (dice.choice(_COMMON) if n % 2 else _word(dice) for n in range(length))
    return " ".join(words).capitalize() + "."


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=dice.randint(2, 3)))


def _raw(name: str, text: str, **fields: str | None) -> bytes:
    return json.dumps({"id": name, "content": text, **fields}).encode()
