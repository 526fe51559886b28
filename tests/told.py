"""Summaries of labelled articles, true and with one fault, led through the gate as in production.

Run on labelled sets:  python tests/told.py GOLD.jsonl...
"""

import json
import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from faults import FAULTS, Fault, Sentence
from turned import TURNED

from agents.models.minilm import MiniLM
from agents.summarize import summarize
from agents.summarize.abstract import drafts
from agents.summarize.choice import Limits
from agents.text import sentences
from schemas import CleanArticle

TURNED_COUNT = 200  # summaries with a fault of the rarer kinds; a set may have fewer
ROOM = Limits(sentences=100, chars=100_000)  # the gate is looked at, not the limits


class Told(NamedTuple):
    """A summary of an article; `fault` is None where every sentence is true."""

    article: CleanArticle
    origin: str  # "reference": paraphrased by people; "extracted": the article's own sentences
    sentences: tuple[str, ...]
    fault: str | None = None
    at: int = 0  # the faulty sentence
    true: str = ""  # what it says without the fault


class Remembering:
    """MiniLM that encodes no sentence twice: the articles' own come with every summary."""

    def __init__(self) -> None:
        self.encoder = MiniLM()
        self.model = self.encoder.model
        self.known: dict[str, np.ndarray] = {}

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        new = [text for text in dict.fromkeys(texts) if text not in self.known]
        self.known |= zip(new, self.encoder.encode(new) if new else (), strict=True)
        return np.stack([self.known[text] for text in texts])


class Labelled(NamedTuple):
    """An article with what people said of it."""

    article: CleanArticle
    reference: str
    names: dict[str, str]


def labelled(path: Path) -> list[Labelled]:
    found = []
    for line in path.read_text("utf-8").splitlines():
        gold = json.loads(line)
        body = gold["body"].replace("\u00ad", "").replace("\u200b", "").replace("\u00a0", " ")
        if "Ã" in body:  # as the cleaner would repair it
            body = body.encode("cp1252", "ignore").decode("utf-8", "ignore")
        article = CleanArticle(
            article_id=gold["id"], title=gold["title"], text=body, language=gold["language"],
            published_at=gold["published_at"], segments=(), removed=(), content_hash="x",
        )  # fmt: skip
        names = {m: e["type"] for e in gold["entities"] for m in e["mentions"]}
        found.append(Labelled(article, gold["summary_reference"], names))
    return found


def true_summaries(articles: Sequence[Labelled], model: Remembering, seed: int = 0) -> list[Told]:
    """Each article's reference, its extractive summary and some sentences of its text."""
    rng = random.Random(seed)
    extracts = summarize([each.article for each in articles], model=model)
    made = []
    for each, extract in zip(articles, extracts, strict=True):
        text, language = each.article.text, each.article.language
        own = [text[a:b] for a, b in sentences(text, language) if text[b - 1] in '.!?”“»"']
        picked = sorted(rng.sample(range(len(own)), min(4, len(own))))
        for origin, told in (
            ("reference", each.reference),
            ("extracted", extract.text),
            ("extracted", " ".join(own[i] for i in picked)),
        ):
            made.append(Told(each.article, origin, _sentences(told, language)))
    return made


def _sentences(text: str, language: str) -> tuple[str, ...]:
    return tuple(" ".join(text[a:b].split()) for a, b in sentences(text, language))


def faulty_summaries(
    articles: Sequence[Labelled],
    told: Sequence[Told],
    count: int,
    kinds: Sequence[Fault] = FAULTS,
    seed: int = 0,
) -> list[Told]:
    """`count` summaries with one fault each, the kinds and the origins in turn."""
    rng = random.Random(seed)
    names = {e.article.article_id: (e.names, _strangers(e, articles)) for e in articles}
    origins = ("reference", "extracted")
    pools = {o: [one for one in told if one.origin == o] for o in origins}
    made: dict[Told, None] = {}
    for turn in range(count * 40):
        if len(made) == count:
            break
        fault = kinds[turn % len(kinds)]
        one = rng.choice(pools[origins[turn // len(kinds) % 2]])
        at = rng.randrange(len(one.sentences))
        true = one.sentences[at]
        known = names[one.article.article_id]
        changed = fault(Sentence(true, one.article.language, *known), rng)
        if changed and changed != true:
            said = (*one.sentences[:at], changed, *one.sentences[at + 1 :])
            made[one._replace(sentences=said, fault=fault.__name__, at=at, true=true)] = None
    return list(made)


def _strangers(each: Labelled, articles: Sequence[Labelled]) -> dict[str, str]:
    """Names of other articles in the language, of which this one has no word."""
    return {
        name: kind
        for other in articles
        if other.article.language == each.article.language
        for name, kind in other.names.items()
        if not any(word in each.article.text for word in re.findall(r"\w{3,}", name))
    }


def reasons(told: Sequence[Told], model: Remembering) -> list[tuple[str | None, ...]]:
    """For each summary, why the gate stops each of its sentences, if so."""
    texts = [" ".join(one.sentences) for one in told]
    return [d.reasons for d in drafts([one.article for one in told], texts, model, ROOM)]


class Result(NamedTuple):
    """A sentence that went through the gate."""

    origin: str
    language: str
    fault: str | None
    sentence: str
    reason: str | None


def results(articles: Sequence[Labelled], count: int, model: Remembering) -> list[Result]:
    """All true sentences; then each faulty one whose true form the gate lets pass.

    A fault in a sentence that the gate stops anyway shows nothing.
    """
    told = true_summaries(articles, model)
    found: list[Result] = []
    stopped: set[tuple[str, str]] = set()
    for one, why in zip(told, reasons(told, model), strict=True):
        # A last sentence without its mark is taken for one that was cut off.
        for sentence, reason in zip(one.sentences, why, strict=False):
            found.append(Result(one.origin, one.article.language, None, sentence, reason))
            if reason:
                stopped.add((one.article.article_id, sentence))
    made = faulty_summaries(articles, told, count)
    made += faulty_summaries(articles, told, TURNED_COUNT, TURNED)
    for one, why in zip(made, reasons(made, model), strict=True):
        if (one.article.article_id, one.true) not in stopped and len(why) == len(one.sentences):
            said = one.sentences[one.at]
            found.append(Result(one.origin, one.article.language, one.fault, said, why[one.at]))
    return found


def share(found: Sequence[Result]) -> float:
    """The share of the sentences that the gate stops."""
    return sum(one.reason is not None for one in found) / max(1, len(found))


def main(*paths: str) -> None:
    articles = [each for path in paths for each in labelled(Path(path))]
    found = results(articles, 1000, Remembering())
    for one in found:
        if (one.reason is None) == (one.fault is not None):
            print("missed" if one.fault else "alarm", *one)
    for origin in ("reference", "extracted"):
        for by in ("language", "fault"):
            for is_true in (True, False):
                part = [one for one in found if one.origin == origin and (not one.fault) == is_true]
                for value in sorted({str(getattr(one, by)) for one in part}):
                    these = [one for one in part if str(getattr(one, by)) == value]
                    what = "alarms" if is_true else "found"
                    print(origin, what, value, f"{share(these):.3f} of {len(these)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
