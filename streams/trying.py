"""Tries engines on the sample articles, one after the other: how fast, and how like the reference.

The yardstick is always torch in fp32, also where settings leave it out; where it cannot run, no
engine is said to agree with anything. Run as a process of its own by whoever chooses; reads its
question from standard input, and prints one JSON object an engine.
"""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
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
_BATCH = 4  # at first


def main(stage: str) -> None:
    """Tries the engines of the question, after the reference, which all are compared with."""
    question = json.load(sys.stdin)
    given = question["choices"]
    choices = Choices(**{**given, "machine_dir": Path(given["machine_dir"])})
    limit_threads(choices.threads)
    engines = [Engine(*engine) for engine in question["engines"]]
    articles = _articles()
    reference, expected = _tried(REFERENCE, stage, choices, articles)
    _print(reference)
    for engine in engines:
        if engine == REFERENCE:
            continue
        trial, found = _tried(engine, stage, choices, articles)
        _print(replace(trial, agreement=agreement(expected, found)))


def _print(trial: Trial) -> None:
    print(json.dumps(asdict(trial)), flush=True)


def _tried(
    engine: Engine, stage: str, choices: Choices, articles: Sequence[Any]
) -> tuple[Trial, list[Any]]:
    found: list[Any] = []
    best = 0.0
    try:
        function = prepared_on(engine, stage, choices).function
        function(articles[:1])  # what the first call sets up is no matter of speed
        began = time.perf_counter()
        size = _BATCH
        while not best or time.perf_counter() - began < _SECONDS:
            for at in range(0, len(articles), size):
                batch, started = articles[at : at + size], time.perf_counter()
                said = function(batch)
                best = max(best, len(batch) / (time.perf_counter() - started))
                found += said if len(found) == at else []
                if time.perf_counter() - began > _SECONDS:
                    break
            size = len(articles)  # a GPU shows what it can do in a large batch only
    except (ModelError, RuntimeError, ValueError) as error:  # as on a processor without bf16
        return Trial(engine, error=str(error).partition("\n")[0]), []
    # Its own yardstick, until another one is laid on.
    return Trial(engine, best, 1.0), found  # the best batch: other programs only slow one down


def agreement(expected: Sequence[Any], found: Sequence[Any]) -> float | None:
    """The mean share of what the expected events say that those found say too, 0 to 1.

    None where there is nothing to compare.
    """
    shares = [
        len(_said(one) & _said(other)) / max(1, len(_said(one)))
        for one, other in zip(expected, found, strict=False)
        if _said(one)
    ]
    return round(sum(shares) / len(shares), 3) if shares else None


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
