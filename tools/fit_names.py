"""Fit the weights of `agents/recognize/data/weights.json` on gold files, and judge them honestly.

    python tools/fit_names.py GOLD.jsonl [MORE.jsonl …] [--write]

A gold line has `id`, `language`, `title`, `body`, `entities` (`name`, `type`, `type_alt`,
`mentions`, `optional`) and `story_group`. Evaluation leaves out one story at a time: articles of a
story share names, so leaving out single articles would flatter. `--write` fits on everything.
"""

import argparse
import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.models.hanta import parts_of_speech
from agents.recognize.evidence import evidence
from agents.recognize.find import groups
from agents.recognize.kinds import LABELS, votes

WEIGHTS = Path(__file__).parents[1] / "agents/recognize/data/weights.json"
PENALTY = 12.0  # of the squared weights; C = 1 / PENALTY in other notation
STEPS = 400
RARE = 3  # evidence seen in fewer groups than this is left out
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
    for group in groups(text, article["language"], parts_of_speech):
        matches = [gold[m.text.casefold()] for m in group if m.text.casefold() in gold]
        found = evidence(group, article["language"])
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
    features = sorted(f for f, n in seen.items() if n >= RARE)
    column = {f: i for i, f in enumerate(features)}
    inputs = np.zeros((len(examples), len(features)))
    allowed = np.zeros((len(examples), len(LABELS)))
    for row, example in enumerate(examples):
        for f, value in example.found.items():
            if f in column:
                inputs[row, column[f]] = value
        allowed[row, list(example.right)] = 1
    weight = np.array([e.weight for e in examples])
    fitted = _descend(inputs, allowed, weight)
    return {f: [round(float(w), 2) for w in fitted[i]] for f, i in column.items()}


def _descend(
    inputs: NDArray[np.float64], allowed: NDArray[np.float64], weight: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Maximises the share of the vote that falls on allowed labels, less the penalty."""
    current = np.zeros((inputs.shape[1], allowed.shape[1]))
    ahead = current
    rate = 1.0 / (0.5 * float(np.linalg.norm(inputs.T @ inputs, 2)) + PENALTY)
    for step in range(STEPS):
        scores = inputs @ ahead
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        target = shares * allowed
        target /= target.sum(axis=1, keepdims=True)
        slope = inputs.T @ ((shares - target) * weight[:, None]) + PENALTY * 0.1 * ahead
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
    return f"names kept {kept} of {names}, others kept {dropped}, F1 {f1:.3f}, typed {typed / max(kept, 1):.3f}"


if __name__ == "__main__":
    assert math.isclose(sum(votes({}, {})), 1)
    main()
