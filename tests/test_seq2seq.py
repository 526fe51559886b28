"""Sequence-to-sequence models: tiny ones with random weights."""

import pytest
import torch
from tiny import TEXTS, bart, save, t5
from transformers import AutoTokenizer, BertConfig, BertModel

from agents.models.engines import SEQ2SEQ, Engine
from agents.models.errors import ModelError
from agents.models.seq2seq import Seq2Seq


@pytest.fixture(scope="module")
def bart_folder(tmp_path_factory):
    return save(tmp_path_factory.mktemp("bart"), bart())


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module", params=SEQ2SEQ, ids=str)
def model(request, bart_folder, cache):
    return Seq2Seq(bart_folder, engine=request.param, cache=cache, max_new_tokens=8, threads=2)


def test_each_text_has_its_summary_in_order(model):
    summaries = model.generate(TEXTS)
    assert len(summaries) == 3
    assert model.generate(TEXTS[::-1]) == summaries[::-1]
    assert len(set(summaries)) > 1


def test_a_summary_is_the_same_alone_and_in_company(model):
    others = [f"{text} on the canal {text}" for text in TEXTS] + ["Monday ship. " * 60]
    together = model.generate([*TEXTS, *others, *TEXTS])
    assert [model.generate([text])[0] for text in TEXTS] == together[:3] == together[-3:]


def test_a_text_that_comes_again_is_not_written_again(bart_folder, monkeypatch):
    model = Seq2Seq(bart_folder, max_new_tokens=8, remembered=10)
    summaries = model.generate(TEXTS)
    monkeypatch.setattr(model, "_write", None)
    assert model.generate(TEXTS[::-1]) == summaries[::-1]


def test_texts_that_are_split_ahead_are_written_in_order(bart_folder):
    model = Seq2Seq(bart_folder, beam_count=1, max_new_tokens=8)
    texts = [f"{TEXTS[number % 3]} {'canal ' * number}" for number in range(70)]
    assert model.generate(texts) == [model.generate([text])[0] for text in texts]


def test_no_texts_have_no_summaries(model):
    assert model.generate([]) == []


def test_a_text_that_does_not_fit_is_refused_rather_than_cut(model):
    assert model.max_tokens == 300
    text = "ship " * 299
    assert model.token_count(text) == 301
    with pytest.raises(ValueError, match="301 tokens; the model reads 300"):
        model.generate([text])


def test_the_longest_text_is_read_whole(model):
    text = "ship " * 298
    assert model.token_count(text) == model.max_tokens
    assert len(model.generate([text])) == 1


@pytest.mark.parametrize("engine", SEQ2SEQ[1:], ids=str)
def test_fewer_bits_write_what_the_reference_writes(tmp_path, engine):
    folder = save(tmp_path / "bart", bart(vocab_size=15, spread=0.02))
    exact = Seq2Seq(folder, max_new_tokens=8).generate(TEXTS)
    found = Seq2Seq(folder, engine=engine, cache=tmp_path / "cache", max_new_tokens=8)
    assert found.generate(TEXTS) == exact


def test_the_revision_names_the_engine(bart_folder, cache):
    weights = Seq2Seq(bart_folder).model.revision
    for engine in SEQ2SEQ[1:]:
        revision = Seq2Seq(bart_folder, engine=engine, cache=cache).model.revision
        assert revision == f"{weights}+{engine.results}"


def test_an_engine_that_runs_no_summarisers_is_refused(bart_folder, cache):
    with pytest.raises(ModelError, match=r"onnx int8 cannot run it; what can: torch fp32, .*ctr"):
        Seq2Seq(bart_folder, engine=Engine("onnx", "int8"), cache=cache)


def test_a_mask_that_the_model_does_not_know_is_read_as_unknown(tmp_path):
    folder = save(tmp_path, bart(vocab_size=15))
    tokenizer = AutoTokenizer.from_pretrained(folder)
    tokenizer.add_special_tokens({"mask_token": "<mask>"})
    tokenizer.save_pretrained(folder)
    model = Seq2Seq(folder, max_new_tokens=4)
    assert model.generate(["ship <mask>"]) == model.generate(["ship unknown"])


def test_a_tokenizer_of_another_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match="knows more tokens"):
        Seq2Seq(save(tmp_path, bart(vocab_size=14)))


def test_t5_is_told_its_task_and_its_limit_is_the_tokenizers(tmp_path):
    model = Seq2Seq(save(tmp_path, t5(), limit=64), beam_count=1, max_new_tokens=4)
    assert model.token_count("ship") == 5  # two of the prefix, two special ones
    assert model.max_tokens == 64
    assert len(model.generate(["ship", "canal"])) == 2


def test_a_folder_is_named_by_its_weights(bart_folder, tmp_path):
    first = Seq2Seq(bart_folder).model
    other = bart()
    torch.nn.init.ones_(other.model.shared.weight)
    second = Seq2Seq(save(tmp_path / "other", other)).model
    assert first == Seq2Seq(bart_folder).model
    assert (second.name, len(second.revision)) == ("other", 12)
    assert first.revision != second.revision


def test_a_folder_that_is_not_there_is_not_taken_for_a_model_of_the_hub():
    with pytest.raises(ModelError, match=r"^/nosuch/model: no such folder$"):
        Seq2Seq("/nosuch/model")
    with pytest.raises(ModelError, match=r"^nosuch/model: no such folder, and"):
        Seq2Seq("nosuch/model")


@pytest.mark.parametrize("revision", [None, "main", "v1.0"])
def test_a_model_of_the_hub_needs_a_commit(revision):
    with pytest.raises(ModelError, match="a commit"):
        Seq2Seq("someone/some-model", revision)


def test_a_folder_without_a_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match="pickled weights are never loaded"):
        Seq2Seq(str(tmp_path))


def test_a_model_of_another_kind_is_refused(tmp_path):
    config = BertConfig(
        vocab_size=24, hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=16,
    )  # fmt: skip
    with pytest.raises(ModelError, match="cannot be loaded"):
        Seq2Seq(save(tmp_path, BertModel(config)))


def test_pickled_weights_are_refused(tmp_path):
    folder = tmp_path / "pickled"
    save(folder, bart())
    (folder / "model.safetensors").unlink()
    torch.save(bart().state_dict(), folder / "pytorch_model.bin")
    with pytest.raises(ModelError, match="never loaded"):
        Seq2Seq(str(folder))
