"""What each figure is called, when it is better, and how much of it may be lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .gold import ALL, EvaluationError, Groups

ONE_POINT = 0.01
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Kind:
    """What a figure is called; which way is better, 0 for neither; how far it may fall back."""

    label: str
    better: int = 1
    slack: float = ONE_POINT


class Difference(NamedTuple):
    """A figure that is not what it was."""

    group: str
    name: str
    was: float
    now: float
    is_drop: bool  # by more than is allowed


FAMILIES: dict[str, dict[str, Kind]] = {
    "Cleaning": {
        "body_p": Kind("body precision"),
        "body_r": Kind("body recall"),
        "body_f1": Kind("body F1"),
        "leaks": Kind("boilerplate strings left", -1, 0),
        "leak_rate": Kind("share of them left", -1),
        "articles_with_leaks": Kind("articles with such", -1, 0),
        "missing_predictions": Kind("articles missing", -1, 0),
    },
    "Metadata": {
        "title_exact": Kind("title exact"),
        "language_accuracy": Kind("language"),
        "published_day_accuracy": Kind("publication day"),
        "author_f1": Kind("author F1"),
    },
    "Summary": {
        "sum_rouge1": Kind("ROUGE-1"),
        "sum_rouge2": Kind("ROUGE-2"),
        "sum_rougeL": Kind("ROUGE-L"),
        "sum_facts": Kind("key facts"),
        "sum_facts_top3": Kind("key facts, first 3"),
        "sum_words": Kind("words", 0),
    },
    "For comparison: the first three sentences": {
        "lead3_rouge1": Kind("ROUGE-1", 0),
        "lead3_rouge2": Kind("ROUGE-2", 0),
        "lead3_rougeL": Kind("ROUGE-L", 0),
        "lead3_facts": Kind("key facts", 0),
        "lead3_facts_top3": Kind("key facts, first 3", 0),
        "lead3_words": Kind("words", 0),
        "ref_facts": Kind("key facts of the reference", 0),
        "ref_words": Kind("words of the reference", 0),
    },
    "Entities": {
        "ent_p": Kind("precision"),
        "ent_r": Kind("recall"),
        "ent_f1": Kind("F1"),
        "ent_typed_p": Kind("typed precision"),
        "ent_typed_r": Kind("typed recall"),
        "ent_typed_f1": Kind("typed F1"),
        "ent_type_accuracy": Kind("types right"),
        "salient_recall": Kind("salient recall"),
        "boilerplate_entities": Kind("names from boilerplate", -1, 0),
        "fragments": Kind("found twice", -1, 0),
    },
}


def differences(was: Groups, now: Groups) -> list[Difference]:
    """What changed since an earlier run, in the order of the catalogue. EvaluationError."""
    if was.get(ALL, {}).get("articles") != now[ALL]["articles"]:
        raise EvaluationError("the saved figures are of other articles: save them anew")
    return [
        difference
        for group in was
        for name, kind in _kinds()
        if (difference := _difference(group, name, kind, was, now)) is not None
    ]


def drops(was: Groups, now: Groups) -> list[Difference]:
    """The figures that fell back by more than they may."""
    return [one for one in differences(was, now) if one.is_drop]


def _kinds() -> Iterator[tuple[str, Kind]]:
    for family in FAMILIES.values():
        yield from family.items()


def _difference(group: str, name: str, kind: Kind, was: Groups, now: Groups) -> Difference | None:
    """None where nothing changed. A figure that is gone counts as 0, and as a drop."""
    before, after = was[group].get(name), now.get(group, {}).get(name)
    if before is None or after == before:
        return None
    if after is None:
        return Difference(group, name, before, 0.0, is_drop=True)
    lost = kind.better * (before - after)
    return Difference(group, name, before, after, is_drop=lost > kind.slack + _ROUNDING)
