"""The articles with the worst results, and what is wrong with each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .figures import (
    Pair,
    authors,
    body_rates,
    is_day_right,
    is_language_right,
    is_title_exact,
    paired,
    strings_left,
    text_of,
)
from .gold import Fields
from .matching import Match, match
from .measures import bag_rates, fact_coverage, mean, rates
from .normal import normal, tokens

_SHOWN = 90  # characters of a text
_COVERED = 0.5  # share of its words from which a fact counts as told
_KNOWN = 0.5  # share of its words that a paragraph has in common with the other body


@dataclass(frozen=True, slots=True)
class Verdict:
    """One article: how good what came of it is, 1 at best, and all that is wrong."""

    id: str
    language: str
    quality: float
    reasons: tuple[str, ...]


def worst(
    gold: Sequence[Fields], predictions: Sequence[Fields], rejections: dict[str, str], count: int
) -> list[Verdict]:
    """So many articles, the worst first. `rejections` says why a prediction is missing."""
    found = [_verdict(pair, rejections.get(pair[0]["id"])) for pair in paired(gold, predictions)]
    return sorted(found, key=lambda one: one.quality)[:count]


def _verdict(pair: Pair, rejection: str | None) -> Verdict:
    gold, prediction = pair
    matched = match(gold, prediction.get("entities") or ())
    reasons = [f"rejected by {rejection}"] if rejection else []
    if prediction:
        reasons += [*_of_body(*pair), *_of_metadata(*pair), *_of_summary(*pair)]
        reasons += _of_entities(matched)
    return Verdict(gold["id"], gold["language"], _quality(*pair, matched), tuple(reasons))


def _quality(gold: Fields, prediction: Fields, matched: Match) -> float:
    """The mean of body F1, title, facts against those of the reference, and typed entity F1."""
    told, possible = (
        mean(fact_coverage(text, gold["key_facts"], gold["language"]))
        for text in (text_of(prediction, "summary"), gold["summary_reference"])
    )
    right = len(matched.right)
    entities = rates(
        right - len(matched.mistyped), right + len(matched.wrong), right + len(matched.missed)
    )
    facts = min(1.0, told / possible) if possible else 1.0
    title = float(is_title_exact(gold, prediction))
    return mean((body_rates(gold, prediction).f1, title, facts, entities.f1))


def _of_body(gold: Fields, prediction: Fields) -> Iterator[str]:
    ours, theirs = text_of(prediction, "body"), gold["body"]
    for string in strings_left(gold, prediction):
        yield f"boilerplate left: {string}"
    for paragraph in _without(theirs, ours):
        yield f"paragraph lost: {_short(paragraph)}"
    for paragraph in _without(ours, theirs):
        yield f"not of the body: {_short(paragraph)}"


def _without(body: str, other: str) -> Iterator[str]:
    """The paragraphs of a body that the other one does not have."""
    whole, blocks = normal(other), [tokens(block) for block in other.split("\n\n")]
    for paragraph in body.split("\n\n"):
        words = tokens(paragraph)
        if normal(paragraph) not in whole and not any(
            bag_rates(block, words).recall >= _KNOWN for block in blocks
        ):
            yield paragraph


def _of_metadata(gold: Fields, prediction: Fields) -> Iterator[str]:
    for name, is_right in (
        ("title", is_title_exact),
        ("language", is_language_right),
        ("published_at", is_day_right),
    ):
        if not is_right(gold, prediction):
            yield f"{name}: {prediction.get(name)}, should be {gold.get(name)}"
    if authors(gold) != authors(prediction):
        found, wanted = (", ".join(one.get("author") or ["nobody"]) for one in (prediction, gold))
        yield f"author: {found}, should be {wanted}"


def _of_summary(gold: Fields, prediction: Fields) -> Iterator[str]:
    covered = fact_coverage(text_of(prediction, "summary"), gold["key_facts"], gold["language"])
    for fact, share in zip(gold["key_facts"], covered, strict=True):
        if share < _COVERED:
            yield f"fact missed ({share:.0%} of its words): {fact}"


def _of_entities(matched: Match) -> Iterator[str]:
    salient = {one["name"] for one in matched.salient_missed}
    for one in matched.missed:
        kind = "salient entity" if one["name"] in salient else "entity"
        yield f"{kind} missed: {one['name']} ({one['type']})"
    boilerplate = [id(one) for one in matched.from_boilerplate]
    for one in matched.wrong:
        kind = "name from boilerplate" if id(one) in boilerplate else "no entity"
        yield f"{kind}: {one.get('name')} ({one.get('type')})"
    for wanted, found in matched.mistyped:
        yield f"type: {found.get('name')} is {wanted['type']}, not {found.get('type')}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
