"""Sequence-to-sequence models: tiny ones with random weights, made here."""

import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    BertConfig,
    BertModel,
    PreTrainedTokenizerFast,
    T5Config,
    T5ForConditionalGeneration,
)

from agents.models.errors import ModelError
from agents.models.seq2seq import Seq2Seq

WORDS = ["the", "ship", "was", "freed", "on", "Monday", "canal", "days", "summarize", ":", "."]
TEXTS = ["The ship was freed.", "The canal traffic resumed on Monday after six days.", "Days."]


def save(folder, network, limit=None):
    vocabulary = {word: i for i, word in enumerate(["<pad>", "<s>", "</s>", "<unk>", *WORDS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)]
    )
    limits = {"model_max_length": limit} if limit else {}
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="<pad>",
        bos_token="<s>",
        eos_token="</s>",
        unk_token="<unk>",
        **limits,
    ).save_pretrained(folder)
    network.save_pretrained(folder)
    return str(folder)


def bart():
    torch.manual_seed(7)
    return BartForConditionalGeneration(
        BartConfig(
            vocab_size=24, d_model=16, encoder_layers=1, decoder_layers=1,
            encoder_attention_heads=2, decoder_attention_heads=2, encoder_ffn_dim=32,
            decoder_ffn_dim=32, max_position_embeddings=300, pad_token_id=0, bos_token_id=1,
            eos_token_id=2, decoder_start_token_id=2, forced_eos_token_id=2,
        )
    )  # fmt: skip


def t5():
    torch.manual_seed(7)
    config = T5Config(
        vocab_size=24, d_model=16, d_kv=8, d_ff=32, num_layers=1, num_heads=2, pad_token_id=0,
        eos_token_id=2, decoder_start_token_id=0,
    )  # fmt: skip
    config.task_specific_params = {"summarization": {"prefix": "summarize : "}}
    return T5ForConditionalGeneration(config)


@pytest.fixture(scope="module")
def bart_folder(tmp_path_factory):
    return save(tmp_path_factory.mktemp("bart"), bart())


@pytest.fixture(scope="module")
def model(bart_folder):
    return Seq2Seq(bart_folder, max_new_tokens=8, batch_size=2)


def test_each_text_has_its_summary_in_order(model):
    summaries = model.generate(TEXTS)
    assert len(summaries) == 3
    assert model.generate(TEXTS[::-1]) == summaries[::-1]
    assert any(summaries)


def test_a_summary_is_the_same_alone_and_in_company(model):
    together = model.generate([*TEXTS, "Monday ship. " * 60, *TEXTS])
    assert [model.generate([text])[0] for text in TEXTS] == together[:3] == together[4:]


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


def test_a_model_of_the_hub_needs_a_pinned_revision():
    with pytest.raises(ModelError, match="pinned revision"):
        Seq2Seq("someone/some-model")


def test_a_folder_without_a_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match="cannot be loaded"):
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
    with pytest.raises(ModelError, match="cannot be loaded"):
        Seq2Seq(str(folder))
