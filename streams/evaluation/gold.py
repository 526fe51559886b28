"""Annotated articles and saved figures, read from files."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Fields = Mapping[str, Any]
Figures = dict[str, float]  # by name
Groups = dict[str, Figures]  # by language; ALL for all articles
ALL = "all"

_NEEDED: dict[str, type] = {
    "id": str, "language": str, "title": str, "author": list, "body": str,
    "must_not_contain": list, "summary_reference": str, "key_facts": list,
    "entities": list, "not_entities": list,
}  # fmt: skip


class EvaluationError(Exception):
    """Nothing can be measured with these files; the text says why."""


def read_gold(path: Path) -> list[Fields]:
    """Annotated articles, JSON lines. Raises EvaluationError, OSError."""
    found: dict[str, Fields] = {}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.strip():
            article = _article(line, f"{path}, line {number}")
            if article["id"] in found:
                raise EvaluationError(f"{path}, line {number}: {article['id']} a second time")
            found[article["id"]] = article
    if not found:
        raise EvaluationError(f"{path}: no articles in it")
    return list(found.values())


def read_figures(path: Path) -> Groups:
    """Figures that `save_figures` wrote. Raises EvaluationError, OSError."""
    try:
        saved = json.loads(path.read_bytes())
        return {
            str(group): {str(name): float(value) for name, value in figures.items()}
            for group, figures in saved.items()
        }
    except (ValueError, TypeError, AttributeError):
        raise EvaluationError(f"{path}: no figures that `newsmill eval --save` wrote") from None


def save_figures(path: Path, groups: Groups) -> None:
    """One figure a line, so that a difference shows what changed. Raises OSError."""
    path.write_text(json.dumps(groups, indent=1) + "\n", "utf-8")


def languages(gold: Sequence[Fields]) -> list[str]:
    """Those of the articles, in alphabetical order."""
    return sorted({one["language"] for one in gold})


def _article(line: bytes, place: str) -> Fields:
    try:
        fields = json.loads(line)
    except ValueError:
        raise EvaluationError(f"{place}: not JSON") from None
    if not isinstance(fields, dict):
        raise EvaluationError(f"{place}: no JSON object")
    for name, type_ in _NEEDED.items():
        if not isinstance(fields.get(name), type_):
            raise EvaluationError(f"{place}: {name!r} is missing, or no {type_.__name__}")
    return fields
