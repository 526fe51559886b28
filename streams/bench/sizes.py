"""What length costs: each stage offline over articles of the same words, cut long or short.

Run as a process of its own, a stage each; prints one JSON object for each repeat and length.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from streams.cpus import cpu_count, limit_threads
from streams.launch import find_stages, make_sender
from streams.loading import load
from streams.processes import python_module
from streams.settings import Settings, variable

from .articles import cleaned
from .ending import ran
from .errors import BenchError
from .finish import cpu_s
from .invented import long_articles
from .measure import Figure, figure
from .offline import incoming

STAGES = ("clean", "recognize", "summarize")
WORDS = (200, 2_000, 20_000)  # an article
TOTAL_WORDS = 20_000  # of the articles of one length, together, but for one article at least
_WITHIN_S = 600.0  # a stage; so patient that only what hangs is given up


def sizes(
    settings: Settings,
    words: Sequence[int],
    total_words: int,
    repeats: int,
    machine: Path,
    tell: Callable[[str], None] = lambda _what: None,
    stages: Sequence[str] = STAGES,
) -> Iterator[Figure]:
    """Speed and CPU of each stage at each length. `machine`: the data folder with engines' choices.

    BenchError.
    """
    own = {
        "data_dir": machine, "engine": settings.engine, "precision": settings.precision,
        "log_level": "ERROR", "remembered_texts": 0,
    }  # fmt: skip
    environment = {**os.environ, **{variable(name): str(own[name]) for name in own}}
    for stage in stages:
        tell(f"{stage} over articles of {', '.join(f'{n:,}' for n in words)} words")
        yield from _figures(stage, _measured(stage, words, total_words, repeats, environment))


def _measured(
    stage: str,
    words: Sequence[int],
    total_words: int,
    repeats: int,
    environment: Mapping[str, str],
) -> list[dict[str, float]]:
    numbers = map(str, (total_words, repeats, *words))
    command = python_module("streams.bench.sizes", stage, *numbers)
    try:
        done = ran(command, environment, _WITHIN_S * repeats)
    except subprocess.TimeoutExpired:
        raise BenchError(f"{stage} over long articles does not end") from None
    if done.returncode:
        last = done.stderr.strip().splitlines()[-5:]
        raise BenchError(f"{stage} over long articles failed: " + "\n".join(last))
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def _figures(stage: str, found: Sequence[Mapping[str, float]]) -> Iterator[Figure]:
    for words in dict.fromkeys(one["words"] for one in found):
        same = [one for one in found if one["words"] == words]
        length = f"{words:,} words"
        yield figure(f"{stage}: speed, {length}", "articles/s", [o["articles_s"] for o in same])
        yield figure(f"{stage}: CPU, {length}", "µs a word", [o["cpu_us_a_word"] for o in same])


def main(stage_name: str, total_words: int, repeats: int, words: Sequence[int]) -> None:
    """Measures the stage at each length, so often; settings from the environment."""
    settings = load()
    limit_threads(cpu_count())
    stage = find_stages(settings, [stage_name], may_try=True)[0]
    sender = make_sender(settings, stage, "bench")
    given = {length: _inputs(settings, stage_name, length, total_words) for length in words}
    topic = settings.topic_prefix + stage.source.name
    sender.work(incoming(topic, given[min(words)][:1]))  # what loads at first use is loaded now
    for _ in range(repeats):
        for length, values in given.items():
            messages = incoming(topic, values)
            started, cpu = time.perf_counter(), cpu_s()
            sends = sum(len(sent) > 1 for _, sent in sender.work(messages))
            took_s, cpu = time.perf_counter() - started, cpu_s() - cpu
            if sends != len(values):
                raise BenchError(f"{stage_name} rejects articles of {length} words")
            said = {
                "words": length, "articles_s": len(values) / took_s,
                "cpu_us_a_word": cpu * 1e6 / (length * len(values)),
            }  # fmt: skip
            print(json.dumps(said), flush=True)


def _inputs(settings: Settings, stage: str, words: int, total_words: int) -> list[bytes]:
    raw = long_articles(settings, max(total_words // words, 1), words)
    return raw if stage == "clean" else cleaned(settings, raw)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), [int(word) for word in sys.argv[4:]])
