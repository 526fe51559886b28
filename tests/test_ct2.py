"""CTranslate2: converted once, and as transformers runs the model."""

import sys

import ctranslate2
import pytest
import torch
from tiny import TEXTS, bart, save, t5

from agents.models import ct2
from agents.models.engines import Engine
from agents.models.errors import ModelError
from agents.models.seq2seq import Seq2Seq

ENGINE = Engine("ctranslate2", "int8")


def test_a_model_is_converted_once(tmp_path, monkeypatch):
    folder, cache = save(tmp_path / "bart", bart()), tmp_path / "cache"
    first = Seq2Seq(folder, engine=ENGINE, cache=cache, max_new_tokens=4)
    monkeypatch.setattr(ct2, "_save", None)  # what converting begins with
    second = Seq2Seq(folder, engine=ENGINE, cache=cache, max_new_tokens=4)
    assert first.generate(TEXTS) == second.generate(TEXTS)
    [kept] = cache.iterdir()
    assert kept.name.startswith("bart-")
    assert kept.name.endswith("-ctranslate2-int8")


def test_without_a_cache_the_engine_is_refused(tmp_path):
    with pytest.raises(ModelError, match="ctranslate2 int8 converts the model and needs a folder"):
        Seq2Seq(save(tmp_path, bart()), engine=ENGINE)


def test_a_missing_package_is_named_with_its_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    with pytest.raises(ModelError, match="install newsmill's extra `ct2`"):
        Seq2Seq(save(tmp_path / "bart", bart()), engine=ENGINE, cache=tmp_path)


def test_a_model_that_cannot_be_converted_is_refused(tmp_path):
    network = bart()
    network.config.activation_function = "tanh"
    folder = save(tmp_path / "bart", network)
    with pytest.raises(ModelError, match="cannot convert it"):
        Seq2Seq(folder, engine=ENGINE, cache=tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_summaries_start_and_end_as_the_model_is_made_to(tmp_path):
    network = bart(vocab_size=15, spread=0.02)  # which would write for ever
    network.generation_config.forced_bos_token_id = 5  # "ship"
    folder = save(tmp_path / "bart", network)
    options = {"max_new_tokens": 6, "beam_count": 2}
    exact = Seq2Seq(folder, **options).generate(TEXTS)
    found = Seq2Seq(folder, engine=ENGINE, cache=tmp_path / "cache", **options).generate(TEXTS)
    for one, other in zip(exact, found, strict=True):
        assert one.split()[0] == other.split()[0] == "ship"
        assert len(one.split()) == len(other.split()) == 5  # and the final token


@pytest.mark.parametrize("divides", [True, False])
@pytest.mark.parametrize("is_tied", [True, False])
def test_t5s_outputs_are_divided_where_the_model_divides_them(tmp_path, divides, is_tied):
    network = t5(tie_word_embeddings=divides)
    if not is_tied:
        network.lm_head.weight = torch.nn.Parameter(torch.randn(24, 16))
    folder = save(tmp_path / "t5", network, limit=64)
    exact = Seq2Seq(folder, device="cpu")._write._network
    source, target = [5, 6, 2], [7, 8]
    with torch.inference_mode():
        shares = (
            exact(input_ids=torch.tensor([source]), decoder_input_ids=torch.tensor([[0, *target]]))
            .logits[0]
            .log_softmax(-1)
        )
    words = Seq2Seq(folder, engine=ENGINE, cache=tmp_path / "cache")._write._tokenizer
    [made] = (tmp_path / "cache").iterdir()
    # Not in int8: on processors without VNNI its sums overflow, and show no division.
    translator = ctranslate2.Translator(str(made), device="cpu", compute_type="float32")
    [scored] = translator.score_batch(
        [words.convert_ids_to_tokens(source)], [words.convert_ids_to_tokens(target)]
    )
    wanted = [float(shares[i, token]) for i, token in enumerate([*target, 2])]
    assert scored.log_probs == pytest.approx(wanted, abs=0.15)
