"""Batches as large as a GPU's free memory has room for; the GPU is a fake one."""

from types import SimpleNamespace

import pytest
import torch
from transformers import BartConfig, BertConfig, T5Config

from agents.models import batched_pooling
from agents.models.engines import REFERENCE
from agents.models.generation import Decoding, TorchWriter
from agents.models.judges import TorchJudge
from agents.models.room import batch_tokens, token_values, tokens_within

MB, GB = 1 << 20, 1 << 30


@pytest.fixture
def free(monkeypatch):
    """Says how much memory is free on the GPU."""

    def say(free_bytes):
        monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (free_bytes, 80 * GB))

    return say


def fused(config):
    """Its attention runs in one kernel, as transformers has it for all but T5's kind."""
    config._attn_implementation = "sdpa"
    return config


def on_gpu(config, dtype=torch.float32):
    fused(config)
    return SimpleNamespace(device=torch.device("cuda"), dtype=dtype, config=config)


@pytest.mark.parametrize(
    ("free_bytes", "tokens"),
    [
        (0, 256),  # the least: what does not fit is halved
        (200 * 1000 * 2, 256),
        (1000 * 1000 * 2, 512),
        (1024 * 1000 * 2, 1024),
        (5000 * 1000 * 2, 4096),
        (80 * GB, 8192),
    ],
)
def test_half_of_the_free_memory_is_filled_up_to_what_keeps_a_gpu_busy(free_bytes, tokens):
    assert tokens_within(free_bytes, 1000, 8192) == tokens


def test_a_little_more_or_less_memory_changes_no_shape():
    around = {tokens_within(6000 * 2000 + more * 2000, 1000, 8192) for more in range(-500, 500)}
    assert around == {4096}


def test_wider_longer_and_more_beams_take_more_memory():
    small, large = BertConfig(hidden_size=384), BertConfig(hidden_size=768)
    assert token_values(small, 256, 0) < token_values(large, 256, 0) < token_values(large, 512, 0)
    bart = fused(BartConfig())
    assert token_values(bart, 512, 0) < token_values(bart, 512, 1) < token_values(bart, 512, 4)
    assert token_values(T5Config(), 512, 4) > token_values(fused(T5Config()), 512, 1)


def test_fused_attention_has_no_rows_for_each_head():
    bert = fused(BertConfig())
    assert token_values(bert, 256, 0) == token_values(bert, 512, 0)


def test_on_the_cpu_memory_is_not_asked_for(monkeypatch):
    monkeypatch.setattr(torch.cuda, "mem_get_info", None)
    network = SimpleNamespace(device=torch.device("cpu"))
    assert batch_tokens(network, 100, 8192, 256) == 100


def test_half_the_bytes_a_number_make_room_for_twice_the_tokens(free):
    free(GB)
    config = BertConfig()
    exact = batch_tokens(on_gpu(config), 100, 1 << 20, 512)
    assert batch_tokens(on_gpu(config, torch.bfloat16), 100, 1 << 20, 512) == 2 * exact


@pytest.mark.parametrize(("free_bytes", "rows"), [(80 * GB, 32), (16 * GB, 16), (GB, 1)])
def test_summaries_are_written_as_many_at_a_time_as_memory_holds(free, free_bytes, rows):
    free(free_bytes)
    writer = TorchWriter(on_gpu(BartConfig()), Decoding(4, 60), 1024, None, 0)
    assert writer._rows_of[1024] == rows


@pytest.mark.parametrize(("free_bytes", "rows"), [(80 * GB, 32), (512 * MB, 8)])
def test_windows_are_judged_as_many_at_a_time_as_memory_holds(free, free_bytes, rows):
    free(free_bytes)
    judge = TorchJudge(on_gpu(BertConfig()), REFERENCE, longest=512, pad=0, threads=1)
    assert judge._rows_of[512] == rows


@pytest.mark.parametrize(("free_bytes", "rows"), [(80 * GB, 32), (100 * MB, 8)])
def test_sentences_are_read_as_many_at_a_time_as_memory_holds(
    free, monkeypatch, tmp_path, free_bytes, rows
):
    free(free_bytes)
    config = BertConfig(hidden_size=384, num_hidden_layers=6)
    monkeypatch.setattr(batched_pooling, "loaded", lambda *_: None)
    monkeypatch.setattr(batched_pooling, "ready", lambda *_: on_gpu(config))
    rows_of = batched_pooling.BatchedPooled(tmp_path, REFERENCE)._rows_of
    assert rows_of[256] == rows
    assert [*rows_of] == [32, 64, 128, 256]  # few shapes: a GPU's batch takes as long half empty
