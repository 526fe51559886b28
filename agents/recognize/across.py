"""What the rest of the text says of a name: names listed beside it, its word written small."""

from collections.abc import Iterator, Sequence

from .mentions import Mention
from .words import Sentence

_JOINTS = frozenset((",", "and", "und", "et", "y", "e", "or", "oder", "ou", "o", "sowie", "&"))
_BETWEEN = _JOINTS | frozenset(("the", "der", "die", "das", "le", "la", "les", "l'", "l’", "el"))
# Evidence in a name itself that leaves little doubt about its type.
_SURE = {
    "country": "LOC", "city": "LOC", "region": "LOC", "town": "LOC", "legal form": "ORG",
    "known ORG": "ORG", "known PRODUCT": "PRODUCT", "known WORK": "WORK", "known EVENT": "EVENT",
    "known PER": "PER",
    "club": "ORG", "head ORG": "ORG", "head LOC": "LOC", "head EVENT": "EVENT",
    "head PRODUCT": "PRODUCT", "quoted": "WORK", "first name": "PER",
}  # fmt: skip
_LEARNED = (("organisation", "ORG"), ("product", "PRODUCT"), ("role", "PER"), ("place", "LOC"))

Group = Sequence[Mention]
Evidence = dict[str, float]


def across(groups: Sequence[Group], found: Sequence[Evidence]) -> list[Evidence]:
    """The evidence of each group with what its neighbours and the whole text add."""
    small = {w.text for s in _sentences(groups) for w in s if w.text.islower()}
    sure = [_sure(evidence) for evidence in found]
    added: list[Evidence] = [{} for _ in groups]
    for chain in _chains(groups):
        for i in chain:
            kinds = {kind for j in chain if j != i and (kind := sure[j])}
            for kind in sorted(kinds):  # the order of a sum shows in its last digits
                added[i][f"listed beside {kind}"] = 1.0
    for i, group in enumerate(groups):
        if all(m.text.lower() in small and not m.text.islower() for m in group):
            added[i]["also written small"] = 1.0
    return [{**evidence, **more} for evidence, more in zip(found, added, strict=True)]


def _sure(evidence: Evidence) -> str | None:
    for feature, kind in _SURE.items():
        if feature in evidence:
            return kind
    for context, kind in _LEARNED:
        if f"{context} before" in evidence:
            return kind
    return None


def _sentences(groups: Sequence[Group]) -> list[Sentence]:
    unique = {id(m.sentence): m.sentence for group in groups for m in group}
    return list(unique.values())


def _chains(groups: Sequence[Group]) -> Iterator[list[int]]:
    """Indices of the groups that one list names: Franprix, Monoprix et Casino."""
    placed = sorted((m.start, i, m) for i, group in enumerate(groups) for m in group)
    chain: list[int] = []
    last: Mention | None = None
    for _, i, mention in placed:
        if last is not None and _is_joined(last, mention):
            chain.append(i)
        else:
            if len(chain) > 1:
                yield chain
            chain = [i]
        last = mention
    if len(chain) > 1:
        yield chain


def _is_joined(one: Mention, two: Mention) -> bool:
    if one.sentence is not two.sentence:
        return False
    between = [w.text.lower() for w in one.sentence[one.last + 1 : two.first]]
    return 0 < len(between) < 4 and between[0] in _JOINTS and _BETWEEN.issuperset(between)
