"""Predicted entities held against the annotated ones of an article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .gold import Fields
from .normal import normal

_TYPES = {
    "PERSON": "PER", "ORGANIZATION": "ORG", "ORGANISATION": "ORG", "COMPANY": "ORG", "GPE": "LOC",
    "FAC": "LOC", "LOCATION": "LOC", "WORK_OF_ART": "WORK", "LAW": "WORK",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """What became of every entity. Optional ones count neither when found nor when missed."""

    right: tuple[tuple[Fields, Fields], ...]  # annotated and predicted
    mistyped: tuple[tuple[Fields, Fields], ...]  # among the right ones
    missed: tuple[Fields, ...]  # annotated, not optional
    wrong: tuple[Fields, ...]  # predicted, and no part of any annotated one
    fragments: tuple[Fields, ...]  # predicted, a second time for an annotated one
    from_boilerplate: tuple[Fields, ...]  # among the wrong ones
    salient: tuple[Fields, ...]
    salient_missed: tuple[Fields, ...]


def match(gold: Fields, predicted: Sequence[Fields | str]) -> Match:
    """The predicted entities of the article, each a name or fields, matched one to one."""
    wanted = gold["entities"]
    found = [{"name": one} if isinstance(one, str) else one for one in predicted]
    pairs = dict(_pairs(wanted, found))
    right = tuple((wanted[w], found[f]) for w, f in pairs.items() if not _is_optional(wanted[w]))
    names = set().union(*map(_names, wanted))
    rest = [one for place, one in enumerate(found) if place not in set(pairs.values())]
    wrong = tuple(one for one in rest if not _names(one) & names)
    outside = {normal(name) for name in gold["not_entities"]}
    unmatched = [one for place, one in enumerate(wanted) if place not in pairs]
    return Match(
        right=right,
        mistyped=tuple(pair for pair in right if not _has_type(*pair)),
        missed=tuple(one for one in unmatched if not _is_optional(one)),
        wrong=wrong,
        fragments=tuple(one for one in rest if _names(one) & names),
        from_boilerplate=tuple(one for one in wrong if _names(one) & outside),
        salient=tuple(one for one in wanted if one["salient"]),
        salient_missed=tuple(one for one in unmatched if one["salient"]),
    )


def _pairs(wanted: Sequence[Fields], found: Sequence[Fields]) -> Iterator[tuple[int, int]]:
    """Places of entities that share a form: same canonical name first, then most shared forms."""
    ours, theirs = [_names(one) for one in wanted], [_names(one) for one in found]
    candidates = [
        (normal(wanted[w]["name"]) not in theirs[f], -len(ours[w] & theirs[f]), w, f)
        for w in range(len(wanted))
        for f in range(len(found))
        if ours[w] & theirs[f]
    ]
    used_wanted, used_found = set(), set()
    for _, _, w, f in sorted(candidates):
        if w not in used_wanted and f not in used_found:
            used_wanted.add(w)
            used_found.add(f)
            yield w, f


def _names(entity: Fields) -> set[str]:
    """Its name and the forms in which the article has it, normal."""
    forms = (entity.get("name") or "", *(entity.get("mentions") or ()))
    return {name for name in map(normal, forms) if name}


def _is_optional(wanted: Fields) -> bool:
    return bool(wanted.get("optional"))


def _has_type(wanted: Fields, found: Fields) -> bool:
    type_ = str(found.get("type") or "").upper()
    return _TYPES.get(type_, type_) in (wanted["type"], *wanted.get("type_alt", ()))
