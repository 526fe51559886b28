"""What `newsmill bench --engines` measures: our engines beside plain code.

Offline and in turns: the bundled encoder over the sentences of sample articles, and, if asked for,
larger models with random weights.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agents.models.engines import CLASSIFIER, ENCODER, SEQ2SEQ, Engine
from schemas import CleanArticle
from streams.cpus import cpu_count
from streams.settings import Settings

from .articles import clean_articles
from .limits import Peaks, peak_of
from .measure import Figure, figure
from .race import Contender, Raced, race
from .work import share

OURS = "newsmill"
NAIVE = Contender("naive loop", "fp32")
PLAIN = (
    NAIVE,
    Contender("torch fp32, batches of 32", "fp32"),
    Contender("torch int8, batches of 32", "int8"),
    Contender("onnx int8, batches of 8", "int8"),
    Contender("ctranslate2 int8, batches of 8", "int8"),
)
ARTICLES = 24  # half a minute a repeat on two cores
_GENERATED, _TAGGED = 8, 6  # texts a pass: half a minute at most for a loop in fp32
_TO_SUMMARISE, _TO_TAG = (480, 511), (440, 461)  # words


@dataclass(frozen=True, slots=True)
class Course:
    """How contenders run: how often, where they keep what they convert, and who is told.

    Threads of torch that wait spin, by default. That is fastest on an idle machine; on a busy one
    it makes the loop ten times slower than it need be, and us look as much better.
    """

    repeats: int
    folder: Path
    threads_sleep: bool
    tell: Callable[[str], None]

    def race(
        self, task: str, contenders: Sequence[Contender], question: Mapping[str, Any]
    ) -> list[Raced]:
        """How each did. BenchError."""
        place = self.folder / task
        place.mkdir(parents=True, exist_ok=True)
        whole = {
            "task": task, "folder": str(place), "threads": cpu_count(),
            "threads_sleep": self.threads_sleep, **question,
        }  # fmt: skip
        return race(contenders, whole, self.repeats, self.tell)


def encoders(settings: Settings, articles: int, peaks: Peaks, course: Course) -> Iterator[Figure]:
    """The bundled encoder over the sentences of so many articles. BenchError."""
    sentences = _sentences(settings, articles)
    raced = course.race("encoder", [*PLAIN, *_ours(ENCODER)], {"texts": sentences})
    yield from _figures("encoder", raced, articles, len(sentences), "sentences", peaks)
    yield from _beside_int8("encoder", raced)


def generators(course: Course) -> Iterator[Figure]:
    """A summariser of DistilBART's size, greedy. BenchError."""
    question = {"count": _GENERATED, "lengths": _TO_SUMMARISE}
    raced = course.race("generator", [NAIVE, *_ours(SEQ2SEQ)], question)
    yield from _figures("DistilBART's size", raced, _GENERATED, 0, "", {})


def taggers(peaks: Peaks, course: Course) -> Iterator[Figure]:
    """A token classifier of BERT's base size. BenchError."""
    question = {"count": _TAGGED, "lengths": _TO_TAG}
    raced = course.race("tagger", [NAIVE, *_ours(CLASSIFIER)], question)
    yield from _figures("BERT's base size", raced, _TAGGED, 0, "", peaks)


def _sentences(settings: Settings, articles: int) -> list[str]:
    """What the summariser reads of them, no sentence twice."""
    from agents.summarize.passages import passages

    texts = map(json.loads, clean_articles(settings, articles))
    given = [CleanArticle.from_dict(text) for text in texts]
    found = [one.text for each in given for one in passages(each.text, each.language)]
    return list(dict.fromkeys(found))


def _ours(engines: Sequence[Engine]) -> list[Contender]:
    return [
        Contender(f"{OURS} {engine}", engine.precision, engine)
        for engine in engines
        if engine.is_installed
    ]


def _figures(
    what: str, raced: Sequence[Raced], articles: int, parts: int, part: str, peaks: Peaks
) -> Iterator[Figure]:
    """Each contender's; `parts` are what the articles consist of, if that is of interest."""
    naive = raced[0].passes
    for one in raced:
        label, passes = f"{what}, {one.contender.name}", one.passes
        pairs = list(zip(naive, passes, strict=True))
        yield figure(f"{label}: speed", "articles/s", [articles / p.wall_s for p in passes])
        if parts:
            yield figure(f"{label}: parts", f"{part}/s", [parts / p.wall_s for p in passes])
        cpu = [p.cpu_s * 1000 / articles for p in passes]
        yield figure(f"{label}: CPU time", "ms an article", cpu)
        yield figure(f"{label}: speed", "times the loop's", [n.wall_s / p.wall_s for n, p in pairs])
        saved = [n.cpu_s / p.cpu_s for n, p in pairs]
        yield figure(f"{label}: CPU time", "times less than the loop", saved)
        if one.operations and (peak := peak_of(*one.contender[1:], peaks)):
            shares = [100 * share(one.operations, p.wall_s, peak) for p in passes]
            yield figure(f"{label}: of the peak", "%", shares)
        if one.agreement is not None:
            yield figure(f"{label}: likeness", "cosine or share", [one.agreement])


def _beside_int8(what: str, raced: Sequence[Raced]) -> Iterator[Figure]:
    """Our fastest engine beside the fastest int8 of others."""
    ours = [one for one in raced if one.contender.engine]
    others = [
        one for one in raced if not one.contender.engine and one.contender.precision == "int8"
    ]
    if ours and others:
        mine, best = _fastest(ours), _fastest(others)
        pairs = list(zip(mine.passes, best.passes, strict=True))
        label = f"{what}, {mine.contender.name} beside {best.contender.name}"
        yield figure(f"{label}: speed", "times", [b.wall_s / m.wall_s for m, b in pairs])
        yield figure(f"{label}: CPU time", "times less", [b.cpu_s / m.cpu_s for m, b in pairs])


def _fastest(raced: Sequence[Raced]) -> Raced:
    def median_s(one: Raced) -> float:
        return figure("", "", [each.wall_s for each in one.passes]).median

    return min(raced, key=median_s)
