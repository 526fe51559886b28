"""Tries engines on the sample articles, one after the other: how fast, and how like the reference.

Run as a process of its own by whoever chooses; reads its question from standard input, and prints
one JSON object an engine.
"""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from agents.models.engines import REFERENCE, Engine
from agents.models.errors import ModelError
from schemas import CleanArticle, Entities, Summary

from .codecs import decode_raw
from .cpus import limit_threads
from .engines import Trial
from .message import Message
from .preparing import Choices, prepared_on

_SECONDS = 1.5  # for each engine, and at least one batch
_BATCH = 4


def main(stage: str) -> None:
    """Tries the engines of the question, the reference first."""
    question = json.load(sys.stdin)
    given = question["choices"]
    choices = Choices(**{**given, "machine_dir": Path(given["machine_dir"])})
    limit_threads(choices.threads)
    engines = [Engine(*engine) for engine in question["engines"]]
    articles = _articles()
    said: list[Any] = []
    for engine in sorted(engines, key=lambda engine: engine != REFERENCE):
        trial, found = _tried(engine, stage, choices, articles)
        said = said or found
        agreed = agreement(said, found) if found else 0.0
        print(json.dumps(asdict(trial) | {"agreement": agreed}), flush=True)


def _tried(
    engine: Engine, stage: str, choices: Choices, articles: Sequence[Any]
) -> tuple[Trial, list[Any]]:
    found: list[Any] = []
    best = 0.0
    try:
        function = prepared_on(engine, stage, choices).function
        function(articles[:1])  # what the first call sets up is no matter of speed
        began = time.perf_counter()
        while not best or time.perf_counter() - began < _SECONDS:
            for at in range(0, len(articles), _BATCH):
                batch, started = articles[at : at + _BATCH], time.perf_counter()
                said = function(batch)
                best = max(best, len(batch) / (time.perf_counter() - started))
                found += said if len(found) == at else []
                if time.perf_counter() - began > _SECONDS:
                    break
    except (ModelError, RuntimeError, ValueError) as error:  # as on a processor without bf16
        return Trial(engine, error=str(error).partition("\n")[0]), []
    return Trial(engine, best), found  # the best batch: other programs only slow one down


def agreement(expected: Sequence[Any], found: Sequence[Any]) -> float:
    """The mean share of what the expected events say that those found say too, 0 to 1."""
    shares = [
        len(_said(one) & _said(other)) / max(1, len(_said(one)))
        for one, other in zip(expected, found, strict=False)
        if _said(one)
    ]
    return round(sum(shares) / len(shares), 3) if shares else 1.0


def _said(event: Any) -> set[tuple[str, ...]]:
    if isinstance(event, Summary):
        return {(sentence.text,) for sentence in event.sentences}
    if isinstance(event, Entities):
        return {(m.text, entity.type) for entity in event.entities for m in entity.mentions}
    return set()


def _articles() -> list[CleanArticle]:
    """The samples as `clean` gives them."""
    from agents.clean import clean

    lines = files("streams.samples").joinpath("articles.jsonl").read_bytes().splitlines()
    cleaned = (clean(decode_raw(Message("raw", None, line))) for line in lines)
    return [article for article in cleaned if isinstance(article, CleanArticle)]


if __name__ == "__main__":
    main(sys.argv[1])
