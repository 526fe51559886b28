"""Fit the weights of `agents/recognize/data/weights.json` on gold files, and judge them honestly.

    python tools/fit_names.py GOLD.jsonl [MORE.jsonl …] [--write]

A gold line has `id`, `language`, `title`, `body`, `entities` (`name`, `type`, `type_alt`,
`mentions`, `optional`) and `story_group`. Evaluation leaves out one story at a time: articles of a
story share names, so leaving out single articles would flatter. `--write` fits on everything.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.models.hanta import parts_of_speech
from agents.recognize.find import groups, weighed
from agents.recognize.kinds import LABELS, votes

WEIGHTS = Path(__file__).parents[1] / "agents/recognize/data/weights.json"
PENALTY = 4.0  # of the squared distance from the prior
STEPS = 400
RARE = 3  # evidence seen in fewer groups than this is left out
# Where the fit starts from and returns to without evidence: what every reader of news would say.
PRIOR: dict[str, dict[str, float]] = {
    **{f"head {k}": {k: 2.5} for k in ("ORG", "LOC", "EVENT", "PRODUCT", "WORK")},
    **{f"known {k}": {k: 4.0} for k in ("PER", "ORG", "LOC", "EVENT", "PRODUCT", "WORK")},
    **{f"contains {k}": {k: 0.5} for k in ("ORG", "LOC", "EVENT", "PRODUCT", "WORK")},
    "country": {"LOC": 3}, "region": {"LOC": 2.5}, "city": {"LOC": 2.5}, "town": {"LOC": 2},
    "landmark": {"LOC": 2.5}, "institution compound": {"ORG": 2.5}, "road": {"LOC": 3},
    "club": {"ORG": 3}, "event compound": {"EVENT": 2.5},
    "opens with known": {"ORG": 1, "PRODUCT": 1, "PER": -1},
    "de indefinite article": {"None": 2}, "quoted behind capital": {"WORK": 1},
    "first name": {"PER": 2.5}, "last name": {"PER": 1}, "age": {"PER": 2}, "who": {"PER": 1},
    "said after": {"PER": 0.7}, "said before": {"PER": 0.7},
    "short form is last word": {"PER": 1.5},
    "two or three words without clue": {"PER": 1}, "particle": {"PER": 0.5},
    "acronym": {"ORG": 1.5}, "acronym and long form": {"ORG": 1.5}, "legal form": {"ORG": 3},
    "opens with article": {"LOC": 0.5, "ORG": 0.5, "WORK": 0.5},
    "opens with place name": {"ORG": 0.7},
    "contains acronym": {"ORG": 1}, "ends in place": {"ORG": 0.5},
    "odd capitals": {"ORG": 0.7, "PRODUCT": 0.7}, "digits": {"PRODUCT": 1.5},
    "ends in year": {"EVENT": 1.5}, "quoted": {"WORK": 2.5, "None": 0.5},
    "place preposition": {"LOC": 1}, "place preposition, listed": {"LOC": 1},
    "between": {"LOC": 0.5},
    "role before": {"PER": 2}, "role of": {"ORG": 0.5}, "role behind comma": {"PER": 1.5},
    "organisation before": {"ORG": 2}, "organisation behind comma": {"ORG": 1},
    "product before": {"PRODUCT": 2.5}, "product behind comma": {"PRODUCT": 1.5},
    "work before": {"WORK": 2}, "work behind comma": {"WORK": 1},
    "place before": {"LOC": 2}, "place of": {"LOC": 1.5}, "event before": {"EVENT": 1.5},
    "opens with event": {"EVENT": 3}, "opens with place": {"LOC": 1.5},
    **{f"listed beside {k}": {k: 1} for k in ("ORG", "LOC", "PER", "PRODUCT", "WORK")},
    "unlisted word": {"ORG": 0.5},
    "rare first name": {"PER": 1.5},
    "clear article": {"PER": -2},
    "also written small": {"None": 1}, "ends like ORG": {"ORG": 1}, "ends like LOC": {"LOC": 1},
    "ends like PER": {"PER": 0.7},
    "opens sentence like a common word": {"None": 1.5}, "opens sentence": {"None": 0.7},
}  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


class Example(NamedTuple):
    """A group of candidate mentions: its evidence, and which of LABELS are right (empty: any)."""

    story: str
    found: dict[str, float]
    right: tuple[int, ...]
    weight: float


def main() -> None:
    """Read, judge, and with `--write` store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    lines = [line for p in options.gold for line in p.read_text("utf-8").splitlines() if line]
    examples = [e for a in map(json.loads, lines) for e in _examples(a)]
    print(f"{len(examples)} candidates, story left out: {_judged(examples)}")
    if options.write:
        rows = (
            f"{json.dumps(f, ensure_ascii=False)}: {w}" for f, w in sorted(fit(examples).items())
        )
        WEIGHTS.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


def _clean(text: str) -> str:
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _examples(article: dict[str, Any]) -> Iterator[Example]:
    text = _clean(article["body"])
    gold = {
        _clean(form).casefold(): entity
        for entity in article["entities"]
        for form in (entity["name"], *entity["mentions"])
    }
    story = article.get("story_group") or article["id"]
    weight = 1.0 / article.get("copies", 1)
    found_groups = groups(text, article["language"], parts_of_speech)
    for group, found in zip(found_groups, weighed(found_groups, article["language"]), strict=True):
        matches = [gold[m.text.casefold()] for m in group if m.text.casefold() in gold]
        if not matches:
            yield Example(story, found, (len(LABELS) - 1,), weight)
            continue
        entity = Counter(map(json.dumps, matches)).most_common(1)[0][0]
        yield Example(story, found, _right(json.loads(entity)), weight)


def _right(entity: dict[str, Any]) -> tuple[int, ...]:
    types = [entity["type"], *entity.get("type_alt", [])]
    right = tuple(LABELS.index(t) for t in types)
    return (*right, len(LABELS) - 1) if entity.get("optional") else right


def fit(examples: Sequence[Example]) -> dict[str, list[float]]:
    """The weights by evidence, one a label; full-batch Nesterov descent, the same on every run."""
    seen = Counter(f for e in examples for f in e.found)
    features = sorted({f for f, n in seen.items() if n >= RARE} | set(PRIOR))
    column = {f: i for i, f in enumerate(features)}
    inputs = np.zeros((len(examples), len(features)))
    allowed = np.zeros((len(examples), len(LABELS)))
    for row, example in enumerate(examples):
        for f, value in example.found.items():
            if f in column:
                inputs[row, column[f]] = value
        allowed[row, list(example.right)] = 1
    weight = np.array([e.weight for e in examples])
    prior = np.zeros((len(features), len(LABELS)))
    for f, types in PRIOR.items():
        for kind, value in types.items():
            if f in column:
                prior[column[f], [str(label) for label in LABELS].index(kind)] = value
    fitted = _descend(inputs, allowed, weight, prior)
    return {f: [round(float(w), 2) for w in fitted[i]] for f, i in column.items()}


def _descend(
    inputs: NDArray[np.float64],
    allowed: NDArray[np.float64],
    weight: NDArray[np.float64],
    prior: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Maximises the share of the vote that falls on allowed labels, less the penalty."""
    current = ahead = prior
    rate = 1.0 / (0.5 * float(np.linalg.norm(inputs.T @ inputs, 2)) + PENALTY)
    for step in range(STEPS):
        scores = inputs @ ahead
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        target = shares * allowed
        target /= target.sum(axis=1, keepdims=True)
        slope = inputs.T @ ((shares - target) * weight[:, None]) + PENALTY * (ahead - prior)
        following = ahead - rate * slope
        ahead = following + step / (step + 3) * (following - current)
        current = following
    return current


def _judged(examples: Sequence[Example]) -> str:
    names = typed = dropped = kept = 0
    for story in sorted({e.story for e in examples}):
        weights = fit([e for e in examples if e.story != story])
        for example in (e for e in examples if e.story == story):
            shares = votes(example.found, weights)
            is_name = len(LABELS) - 1 not in example.right
            keeps = shares[-1] <= 0.5
            names += is_name
            kept += keeps and is_name
            typed += keeps and is_name and int(np.argmax(shares[:-1])) in example.right
            dropped += keeps and example.right == (len(LABELS) - 1,)
    f1 = 2 * kept / (names + kept + dropped)
    right = typed / max(kept, 1)
    return f"kept {kept} of {names} names and {dropped} others, F1 {f1:.3f}, typed {right:.3f}"


if __name__ == "__main__":
    main()
