"""Torch networks: devices, precisions, cores, and memory that runs short."""

from types import SimpleNamespace

import pytest
import torch
from transformers import BartConfig

from agents.models.engines import REFERENCE, Engine
from agents.models.errors import ModelError
from agents.models.generation import Decoding, TorchWriter
from agents.models.networks import (
    device_for,
    dtype_of,
    each_alone,
    halving,
    in_batches,
    padded,
    ready,
)

INT8 = Engine("torch", "int8")


@pytest.mark.parametrize(("has_gpu", "expected"), [(True, "cuda"), (False, "cpu")])
def test_a_gpu_is_used_where_there_is_one(monkeypatch, has_gpu, expected):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: has_gpu)
    assert device_for(REFERENCE, "auto").type == expected
    assert device_for(REFERENCE, "cpu").type == "cpu"
    assert device_for(INT8, "auto").type == "cpu"


def test_int8_is_refused_on_a_gpu():
    with pytest.raises(ModelError, match="torch int8 runs on the CPU only, not on cuda"):
        device_for(INT8, "cuda")


def test_only_bf16_is_loaded_as_such():
    assert dtype_of(Engine("torch", "bf16")) is torch.bfloat16
    assert dtype_of(REFERENCE) is dtype_of(INT8) is torch.float32


def test_int8_keeps_what_a_layer_computes():
    torch.manual_seed(1)
    layer = torch.nn.Sequential(torch.nn.Linear(64, 64))
    texts = torch.randn(4, 64)
    exact = layer(texts)
    found = ready(layer, INT8, torch.device("cpu"))(texts)
    assert torch.nn.functional.cosine_similarity(exact, found).min() > 0.99
    assert not torch.equal(exact, found)


def test_a_torch_without_quantisation_is_named(monkeypatch):
    monkeypatch.setattr(torch.backends.quantized, "engine", "qnnpack")  # that of ARM
    with pytest.raises(ModelError, match="cannot make int8 weights"):
        ready(torch.nn.Linear(2, 2), INT8, torch.device("cpu"))


def test_texts_are_padded_and_masked():
    ids, mask = padded([[5, 6], [7]], 3, 9, torch.device("cpu"))
    assert ids.tolist() == [[5, 6, 9], [7, 9, 9]]
    assert mask.tolist() == [[1, 1, 0], [1, 0, 0]]


def test_to_a_gpu_texts_are_copied_from_pinned_memory(monkeypatch):
    pinned, moved = [], []

    def to(tensor, device, non_blocking):
        moved.append((device.type, non_blocking))
        return tensor

    monkeypatch.setattr(torch.Tensor, "pin_memory", lambda tensor: pinned.append(1) or tensor)
    monkeypatch.setattr(torch.Tensor, "to", to)
    padded([[5]], 2, 0, torch.device("cuda"))
    assert (len(pinned), moved) == (2, [("cuda", True)] * 2)


def test_each_runs_on_one_core_and_the_others_are_given_back():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        found = each_alone(lambda item: (item, torch.get_num_threads()), range(5), threads=2)
        assert found == [(item, 1) for item in range(5)]
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)


class Small:
    """A network whose memory holds `rows` texts; it writes each text's first token twice."""

    device = torch.device("cpu")

    def __init__(self, rows):
        self.rows, self.sizes = rows, []

    def generate(self, *, input_ids, **_):
        self.sizes.append(len(input_ids))
        if len(input_ids) > self.rows:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return input_ids[:, :1].repeat(1, 2)


def writer(network):
    return TorchWriter(network, Decoding(1, 2), longest=16, batch_size=8, pad=0)


def test_a_batch_too_large_for_the_memory_is_halved():
    network = Small(rows=3)
    assert writer(network)([[i] for i in range(8)]) == [[i, i] for i in range(8)]
    assert network.sizes == [8, 4, 2, 2, 4, 2, 2]


def test_a_single_text_too_large_for_the_memory_is_an_error():
    with pytest.raises(torch.OutOfMemoryError):
        writer(Small(rows=0))([[1]])


def test_long_texts_run_in_fewer_rows(monkeypatch):
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (80 << 30, 80 << 30))
    network = SimpleNamespace(  # nothing runs on it
        device=torch.device("cuda"), dtype=torch.float32, config=BartConfig()
    )
    rows_of = TorchWriter(network, Decoding(1, 2), longest=1024, batch_size=None, pad=0)._rows_of
    assert (rows_of[128], rows_of[512], rows_of[1024]) == (64, 64, 32)


@pytest.mark.parametrize("room", [1, 2, 3, 7])
def test_batches_are_halved_until_the_memory_holds_them(room):
    def run(items):
        if len(items) > room:
            raise torch.OutOfMemoryError
        return [-item for item in items]

    assert halving(run, range(7)) == [-item for item in range(7)]


def test_a_full_batch_runs_before_later_texts_are_made():
    noted = []

    def texts():
        for number in range(4):
            noted.append("made")
            yield [number]

    def run(rows, **_):
        noted.append("run")
        return [row[0] for row in rows]

    assert in_batches(run, texts(), {1: 2}) == [0, 1, 2, 3]
    assert noted == ["made", "made", "run"] * 2
