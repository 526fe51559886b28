"""How much of the machine's peak `summarize` uses: what its encoder reads, counted."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
import pytest

from agents.models.engines import Engine
from agents.models.minilm import MiniLM
from agents.models.protocols import Vectors
from agents.summarize import summarize
from schemas import Model
from streams.bench import plan
from streams.bench.encoded import counted, engine_of
from streams.bench.plan import PLAN
from streams.bench.work import encoder_operations
from streams.bench.yardsticks.operations import encoder_work
from streams.stage import Prepared, each

FIELDS = ("streamed_articles_s", "offline_articles_s", "efficiency", "cpu_us_an_article")


class Zeros:
    model = Model(name="zeros", revision="1")

    def encode(self, sentences: Sequence[str]) -> Vectors:
        return np.zeros((len(sentences), 2), np.float32)


def test_an_encoder_reads_equal_texts_of_a_call_once() -> None:
    prepared, encoder = counted(Prepared(partial(summarize, model=Zeros(), generator=None)))
    assert isinstance(prepared.function, partial)
    model = prepared.function.keywords["model"]
    assert model.encode(["a", "b", "a"]).shape == (3, 2)
    model.encode(["a"])
    assert encoder is not None
    assert encoder.take() == ["a", "b", "a"]
    assert encoder.take() == []


@pytest.mark.parametrize("function", [each(lambda one: one), partial(sorted, generator=1)])
def test_what_is_no_encoders_work_is_not_counted(function: Any) -> None:
    prepared = Prepared(function)
    assert counted(prepared) == (prepared, None)


@pytest.mark.parametrize(
    ("told", "engine"),
    [("onnx int8: 40 articles/s, agreement 1.00, tried", Engine("onnx", "int8")), ("", None)],
)
def test_the_engine_is_what_is_told_of_it(told: str, engine: Engine | None) -> None:
    assert engine_of(Prepared(each(lambda one: one), engine=told)) == engine


def test_work_is_that_of_the_tokens_which_the_encoder_reads() -> None:
    texts = ["The harbour stays open.", "No.", "word " * 1000]
    counts = [len(ids) for ids in MiniLM()._ids(texts)]
    expected = encoder_operations(counts, layers=6, width=384, inner=1536)
    assert encoder_work(texts) == expected
    assert encoder_work([]) == 0


def test_a_stages_share_is_that_of_the_peak_in_its_precision() -> None:
    repeat = {**dict.fromkeys(FIELDS, 1.0), "offline_s": 2.0, "operations": 1e9}
    repeats = [{**repeat, "engine": ["onnx", "int8"]}]
    peaks = {"fp32": [1.0], "int8": [4.0, 5.0]}
    figures = {one.name: one for one in plan._figures(PLAN[3], repeats, peaks)}
    assert figures["summarize: offline, of the peak"].median == 10
    assert len(list(plan._figures(PLAN[3], [repeat], peaks))) == 4
    assert len(list(plan._figures(PLAN[3], repeats, {}))) == 4
