"""Our engines beside plain code: the arithmetic, and a short race."""

import json
import os
import time
from pathlib import Path

import pytest

from agents.models.engines import REFERENCE, Engine
from agents.models.minilm import SHA_256
from streams.bench import contests
from streams.bench.contests import NAIVE, Course
from streams.bench.errors import BenchError
from streams.bench.limits import limits, peak_of
from streams.bench.race import Contender, Pass, Raced, race
from streams.bench.work import encoder_operations, share

INT8 = Contender("onnx int8, batches of 8", "int8")
OURS = Contender("newsmill onnx int8", "int8", Engine("onnx", "int8"))
SLOWER = Contender("newsmill torch fp32", "fp32", REFERENCE)
QUESTION = {
    "task": "encoder", "texts": ["The ship was freed.", "No.", "Trade resumes."], "threads": 1,
    "threads_sleep": True,
}  # fmt: skip


def raced(contender: Contender, *walls: float, likeness: float | None = None) -> Raced:
    return Raced(contender, likeness, 4e9, [Pass(wall, wall / 2) for wall in walls])


def test_a_layers_weights_count_twice_a_token_and_attention_a_pair() -> None:
    assert encoder_operations([1], layers=1, width=2, inner=3) == 2 * (16 + 12) + 8
    assert encoder_operations([2, 3], layers=1, width=2, inner=3) == 2 * 28 * 5 + 8 * (4 + 9)


def test_the_bundled_encoder_takes_some_two_million_operations_a_token() -> None:
    of_a_token = encoder_operations([30], layers=6, width=384, inner=1536) / 30
    assert of_a_token == pytest.approx(21.5e6, rel=0.01)


def test_a_share_is_that_of_the_peak() -> None:
    assert share(5e9, 2.0, 10.0) == 0.25


def test_figures_are_ratios_within_a_repeat() -> None:
    found = contests._figures(
        "encoder", [raced(NAIVE, 8, 16, likeness=1.0), raced(OURS, 2, 2, likeness=0.99)],
        4, 40, "sentences", {"int8": [1.0, 2.0]},
    )  # fmt: skip
    medians = {(f.name.removeprefix("encoder, "), f.unit): f.median for f in found}
    name = OURS.name
    assert medians[f"{name}: speed", "articles/s"] == 2
    assert medians[f"{name}: parts", "sentences/s"] == 20
    assert medians[f"{name}: CPU time", "ms an article"] == 250
    assert medians[f"{name}: speed", "times the loop's"] == 6  # of 4 and 8
    assert medians[f"{name}: of the peak", "%"] == 100
    assert medians[f"{name}: likeness", "cosine or share"] == 0.99
    assert (f"{NAIVE.name}: of the peak", "%") not in medians  # its peak is not known


def test_what_runs_on_a_gpu_is_a_share_of_the_gpus_peak() -> None:
    peaks = {"fp32": [2.0], "GPU fp32": [40.0], "int8": [5.0]}
    assert peak_of(*SLOWER[1:], peaks) == 40
    assert peak_of(*NAIVE[1:], peaks) == 2  # a plain loop knows of no GPU
    assert peak_of(*OURS[1:], peaks) == 5
    torch_int8 = Contender("newsmill torch int8", "int8", Engine("torch", "int8"))
    assert peak_of(*torch_int8[1:], peaks) == 5
    names = [each.name for each in limits({"copy": [1.0], "GPU copy": [3.0]})]
    assert names == ["copying memory: peak", "copying GPU memory: peak"]


def test_our_fastest_stands_beside_the_fastest_int8() -> None:
    slow = Contender("torch int8, batches of 32", "int8")
    given = [raced(NAIVE, 8), raced(slow, 4), raced(INT8, 3), raced(SLOWER, 6), raced(OURS, 2)]
    speed, cpu = contests._beside_int8("encoder", given)
    assert speed.name == f"encoder, {OURS.name} beside {INT8.name}: speed"
    assert (speed.median, cpu.median) == (1.5, 1.5)
    assert list(contests._beside_int8("encoder", given[:3])) == []


def test_no_sentence_is_read_twice() -> None:
    from streams.settings import Settings

    found = contests._sentences(Settings(), 3)
    assert len(found) == len(set(found)) > 20


def test_contenders_take_turns_and_agree(tmp_path: Path) -> None:
    told: list[str] = []
    course = Course(2, tmp_path, True, told.append)
    damaged = tmp_path / "encoder" / f"minilm-{SHA_256[:12]}-onnx-fp32" / "model.onnx"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b"no graph")
    left_out = Contender("newsmill onnx fp32", "fp32", Engine("onnx", "fp32"))
    found = course.race("encoder", [NAIVE, INT8, OURS, SLOWER, left_out], QUESTION)
    likeness = {one.contender: one.agreement for one in found}
    assert [*likeness] == [NAIVE, INT8, OURS, SLOWER]
    assert likeness[NAIVE] == pytest.approx(1)
    assert likeness[SLOWER] == pytest.approx(1)
    assert 0.95 < (likeness[OURS] or 0) < 1
    assert all(len(one.passes) == 2 and min(one.passes[0]) > 0 for one in found)
    assert {one.operations for one in found} == {found[0].operations}
    assert found[0].operations > 1e8
    assert any(line.startswith(f"left out: {left_out.name}: ") for line in told)
    assert told[-2:] == ["measuring, 1 of 2", "measuring, 2 of 2"]


def test_a_contender_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="no such contender failed"):
        race(
            [Contender("no such contender", "fp32")],
            {**QUESTION, "folder": str(tmp_path)},
            1,
            print,
        )


def test_no_larger_product_is_tried_where_a_small_one_takes_long(monkeypatch) -> None:
    from streams.bench.yardsticks import peaks

    monkeypatch.setattr(peaks, "_SLOW_S", 0.01)
    assert 0 < peaks._peak([(8, lambda: time.sleep(0.02)), (16, pytest.fail)]) < 1


def test_peaks_are_those_of_each_precision(capsys: pytest.CaptureFixture[str]) -> None:
    from streams.bench.yardsticks import peaks

    peaks.main(2, len(os.sched_getaffinity(0)), sizes=(64,))
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [set(line) for line in lines] == [{"fp32", "bf16", "int8", "copy"}] * 2
    assert min(lines[0].values()) > 0
    units = [one.unit for one in limits({"fp32": [1.0], "copy": [2.0]})]
    assert units == ["1e9 operations/s", "GB/s"]
