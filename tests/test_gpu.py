"""Models on a real GPU; where there is none, nothing here can run and all of it is left out."""

import numpy as np
import pytest
import torch
from tiny import TEXTS, bart, save
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    BertConfig,
    BertForTokenClassification,
)

from agents.models import room
from agents.models.engines import REFERENCE, Engine
from agents.models.generation import Decoding, TorchWriter
from agents.models.judges import TorchJudge
from agents.models.minilm import MiniLM
from agents.models.networks import device_for, halving, ready
from agents.models.seq2seq import Seq2Seq

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a GPU")

BF16 = Engine("torch", "bf16")
ENGINES = pytest.mark.parametrize("engine", [REFERENCE, BF16], ids=str)
SENTENCES = [f"Ship {n} left the canal." + " It was late." * (n % 40) for n in range(90)]


@ENGINES
def test_a_vector_is_the_same_bytes_alone_and_in_any_company(engine):
    encoder = MiniLM(engine=engine)
    assert encoder._network._network.device.type == "cuda"
    together = encoder.encode([*SENTENCES, *SENTENCES[::-1]])
    assert (together[:90] == together[:89:-1]).all()
    for number in (0, 5, 39, 89):
        assert encoder.encode([SENTENCES[number]]).tobytes() == together[number].tobytes()


@pytest.mark.parametrize(("engine", "least"), [(REFERENCE, 0.99999), (BF16, 0.995)], ids=str)
def test_vectors_are_those_of_the_processor(engine, least, monkeypatch):
    found = MiniLM(engine=engine).encode(SENTENCES)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    expected = MiniLM().encode(SENTENCES)
    assert (found * expected).sum(axis=1).min() > least


@ENGINES
def test_a_summary_is_the_same_alone_and_in_company(tmp_path, engine):
    model = Seq2Seq(save(tmp_path, bart()), engine=engine, max_new_tokens=12)
    texts = [*TEXTS, *(f"{text} on the canal {text}" for text in TEXTS), "Monday ship. " * 60]
    together = model.generate([*texts, *texts[::-1]])
    assert len({*together}) > 1
    assert [model.generate([text])[0] for text in texts] == together[:7] == together[:6:-1]


def test_summaries_are_those_of_the_processor(tmp_path):
    folder = save(tmp_path, bart())
    on_gpu, on_cpu = (Seq2Seq(folder, max_new_tokens=12, device=one) for one in ("auto", "cpu"))
    assert on_gpu.generate(TEXTS) == on_cpu.generate(TEXTS)


@ENGINES
def test_a_window_has_the_same_labels_alone_and_in_company(engine):
    judge = judge_on(engine, hidden_size=128, num_attention_heads=4)
    windows = [[2, *range(9, 9 + length), 3] for length in range(1, 200, 7)]
    together = judge(windows)
    for number in (0, 7, 28):
        assert torch.equal(judge([windows[number]])[0], together[number])


def test_a_batch_that_does_not_fit_is_halved_and_all_of_it_is_found():
    """The batches are sized for an empty GPU; then all but a little of it is taken."""
    torch.cuda.empty_cache()
    judge = judge_on(REFERENCE, hidden_size=768, num_hidden_layers=2)
    windows = [[2, *[9 + number] * 508, 3] for number in range(32)]
    expected = judge(windows)
    torch.cuda.synchronize()
    taken = torch.cuda.memory_allocated()
    whole = torch.cuda.get_device_properties(0).total_memory
    torch.cuda.empty_cache()
    torch.cuda.set_per_process_memory_fraction((taken + 200 * 2**20) / whole)
    sizes = []
    run = judge._run

    def noted(rows, **options):
        sizes.append(len(rows))
        return run(rows, **options)

    judge._run = noted
    try:
        found = judge(windows)
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)
    assert min(sizes) < max(sizes)  # or the limit was none
    assert len(found) == len(windows)
    for one, other in zip(found, expected, strict=True):
        torch.testing.assert_close(one, other, atol=1e-4, rtol=1e-3)


def test_a_single_text_too_large_for_the_gpu_is_an_error():
    def run(_items):
        return [torch.empty(1 << 50, device="cuda")]

    with pytest.raises(torch.OutOfMemoryError):
        halving(run, [1, 2])


@pytest.mark.parametrize("engine", [REFERENCE, BF16], ids=str)
@pytest.mark.parametrize("length", [128, 512])
def test_reading_takes_no_more_memory_than_was_reckoned(engine, length):
    judge = judge_on(engine, hidden_size=768, num_hidden_layers=4)
    rows = judge._rows_of[length]
    windows = [[2, *[9] * (length - 2), 3]] * rows
    values = room.token_values(judge._network.config, length, 0)
    reckoned = rows * length * values * judge._network.dtype.itemsize
    assert 0.5 * reckoned < peak_bytes(lambda: judge(windows)) <= reckoned


@pytest.mark.parametrize("beams", [1, 4])
def test_writing_takes_no_more_memory_than_was_reckoned(beams):
    config = BartConfig(
        d_model=1024, encoder_layers=2, decoder_layers=2, vocab_size=5000, encoder_ffn_dim=4096,
        decoder_ffn_dim=4096,
    )  # fmt: skip
    network = ready(BartForConditionalGeneration(config), REFERENCE, device_for(REFERENCE, "cuda"))
    network.generation_config.cache_implementation = None
    writer = TorchWriter(network, Decoding(beams, 16), 1024, None, 1)
    rows = writer._rows_of[512]
    texts = [[0, *np.arange(5, 5 + 510).tolist(), 2]] * rows
    reckoned = rows * 512 * room.token_values(network.config, 512, beams) * 4
    assert 0.5 * reckoned < peak_bytes(lambda: writer(texts)) <= reckoned


def judge_on(engine, **config):
    torch.manual_seed(1)
    network = BertForTokenClassification(BertConfig(**config)).to(
        torch.bfloat16 if engine == BF16 else torch.float32
    )
    on_gpu = ready(network, engine, device_for(engine, "auto"))
    return TorchJudge(on_gpu, engine, longest=512, pad=0, threads=1)


def peak_bytes(run):
    """What `run` takes at most beside what is there already."""
    run()  # what libraries allocate once is not the batch's
    torch.cuda.synchronize()
    torch.cuda.reset_peak_memory_stats()
    before = torch.cuda.memory_allocated()
    run()
    torch.cuda.synchronize()
    return torch.cuda.max_memory_allocated() - before
