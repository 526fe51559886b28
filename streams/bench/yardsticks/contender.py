"""One contender in a process of its own: loads its model, then runs when told to.

Reads its question from the first line of standard input, and answers with what it found out; runs
over the texts for each line more, and answers with what that took.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from agents.models.engines import Engine
from agents.models.errors import ModelError
from streams.bench.finish import cpu_s
from streams.cpus import limit_threads

Run = Callable[[Sequence[str]], Any]


def main() -> None:
    """Answers line by line until standard input ends."""
    answers = sys.stdout
    sys.stdout = sys.stderr  # whatever libraries say is no answer
    for answer in _answers(json.loads(sys.stdin.readline())):
        print(json.dumps(answer), file=answers, flush=True)


def _answers(question: dict[str, Any]) -> Iterator[dict[str, Any]]:
    engine = Engine(*question["engine"]) if question["engine"] else None
    if engine is not None:
        limit_threads(question["threads"])  # as our workers do
    elif question["threads_sleep"]:
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    folder, task = Path(question["folder"]), question["task"]
    try:
        run, texts = _TASKS[task](question, folder, engine)
        found = run(texts)  # what the first call sets up is no matter of speed
    except (ImportError, ModelError, RuntimeError, ValueError) as error:
        yield {"error": str(error).partition("\n")[0]}
        return
    operations = _operations(task, texts, folder) if question["operations"] else 0.0
    reference = Path(question["reference"])
    yield {"agreement": _AGREEMENT[task](found, reference), "operations": operations}
    for _ in sys.stdin:
        started, used = time.perf_counter(), cpu_s()
        run(texts)
        yield {"wall_s": time.perf_counter() - started, "cpu_s": cpu_s() - used}


def _encoder(
    question: dict[str, Any], folder: Path, engine: Engine | None
) -> tuple[Run, list[str]]:
    if engine is not None:
        from agents.models.minilm import MiniLM

        ours = MiniLM(engine=engine, cache=folder, threads=question["threads"])
        return ours.encode, question["texts"]
    from .encoders import ENCODERS

    return ENCODERS[question["name"]](folder, question["threads"]), question["texts"]


def _generator(
    question: dict[str, Any], folder: Path, engine: Engine | None
) -> tuple[Run, list[str]]:
    from .random_models import NEW_TOKENS, distilbart, model_folder, naive_summaries, texts

    place = model_folder(folder, distilbart)
    given = texts(question["count"], *question["lengths"])
    if engine is None:
        return naive_summaries(place), given
    from agents.models.seq2seq import Seq2Seq

    ours = Seq2Seq(
        str(place), engine=engine, cache=folder, threads=question["threads"],
        beam_count=1, max_new_tokens=NEW_TOKENS,
    )  # fmt: skip
    return ours.generate, given


def _tagger(question: dict[str, Any], folder: Path, engine: Engine | None) -> tuple[Run, list[str]]:
    from .random_models import bert, model_folder, naive_labels, texts

    place = model_folder(folder, bert)
    given = texts(question["count"], *question["lengths"])
    if engine is None:
        return naive_labels(place), given
    from agents.models.tokens import TokenTagger

    tagger = TokenTagger(str(place), engine=engine, cache=folder, threads=question["threads"])
    return lambda some: tagger.tag(some, ["en"] * len(some)), given


def _operations(task: str, texts: Sequence[str], folder: Path) -> float:
    """What the texts take in matrix products, where that is known."""
    from .operations import encoder_work, tagger_work

    if task == "encoder":
        return encoder_work(texts)
    return tagger_work(texts, folder / "bert") if task == "tagger" else 0.0


def _mean_cosine(found: Any, reference: Path) -> float:
    import numpy as np

    if not reference.exists():
        np.save(reference, found)
    return float((np.load(reference) * found).sum(axis=1).mean())


def _share_of_words(found: list[str], reference: Path) -> float:
    """How many of the words stand where the reference has them."""
    if not reference.exists():
        reference.write_text(json.dumps(found), "utf-8")
    pairs = [
        (one, other)
        for text, expected in zip(found, json.loads(reference.read_text("utf-8")), strict=True)
        for one, other in zip(text.split(), expected.split(), strict=False)
    ]
    return len([1 for one, other in pairs if one == other]) / max(1, len(pairs))


_TASKS = {"encoder": _encoder, "generator": _generator, "tagger": _tagger}
_AGREEMENT: dict[str, Callable[[Any, Path], float | None]] = {
    "encoder": _mean_cosine,
    "generator": _share_of_words,
    "tagger": lambda _found, _reference: None,  # our spans are no labels of tokens
}


if __name__ == "__main__":
    main()
