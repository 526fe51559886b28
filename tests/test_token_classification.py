"""Token-classification models, tried on tiny ones with random weights made here."""

from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertForTokenClassification, PreTrainedTokenizerFast

from agents.models.errors import ModelError
from agents.models.tokens import TokenTagger

PIECES = [
    "anna",
    "berg",
    "wohn",
    "##t",
    "in",
    "k",
    "##ö",
    "##ln",
    ".",
    "bei",
    "acme",
    "und",
    "lima",
    ",",
    "##s",
]
VOCABULARY = {t: i for i, t in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *PIECES])}
BIO = ["O", "B-PERSON", "I-PERSON", "B-GPE", "I-GPE", "B-DATE"]
NAMED = {"anna": "B-PERSON", "berg": "I-PERSON", "k": "B-GPE", "lima": "B-GPE"}
TEXT = "Anna Berg wohnt in Köln."


def saved(folder: Path, labels: list[str], named: dict[str, str]) -> str:
    """A tiny BERT whose label for a token depends on the token alone, as `named` says."""
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(VOCABULARY),
        hidden_size=len(VOCABULARY),
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=34,
        num_labels=len(labels),
        id2label=dict(enumerate(labels)),
        label2id={label: i for i, label in enumerate(labels)},
    )
    model = BertForTokenClassification(config)
    layers = model.bert.encoder.layer[0]
    with torch.no_grad():
        for linear in (layers.attention.output.dense, layers.output.dense):
            linear.weight.zero_()
        for embedding in (model.bert.embeddings.position_embeddings.weight,):
            embedding.mul_(0.01)
        model.bert.embeddings.word_embeddings.weight.copy_(torch.eye(len(VOCABULARY)) * 9)
        model.classifier.weight.zero_()
        for token, index in VOCABULARY.items():
            model.classifier.weight[labels.index(named.get(token, "O")), index] = 1
    model.save_pretrained(folder)
    tokenizer = Tokenizer(WordPiece(VOCABULARY, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]"
    ).save_pretrained(folder)
    return str(folder)


def found(tagger: TokenTagger, text: str) -> list[tuple[str, str]]:
    [spans] = tagger.tag([text], ["de"])
    return [(text[s.start : s.end], s.type) for s in spans]


def test_pieces_are_joined_to_words_and_words_to_names(tmp_path: Path) -> None:
    tagger = TokenTagger(saved(tmp_path, BIO, NAMED))
    assert found(tagger, TEXT) == [("Anna Berg", "PER"), ("Köln", "LOC")]


@pytest.mark.parametrize(
    ("labels", "named"),
    [
        (["O", "I-PER", "I-LOC"], {"anna": "I-PER", "berg": "I-PER", "k": "I-LOC"}),
        (["O", "PER", "LOC"], {"anna": "PER", "berg": "PER", "k": "LOC"}),
        (["O", "B-PER", "L-PER", "U-LOC"], {"anna": "B-PER", "berg": "L-PER", "k": "U-LOC"}),
        (["O", "B-PER", "E-PER", "S-LOC"], {"anna": "B-PER", "berg": "E-PER", "k": "S-LOC"}),
    ],
    ids=["iob1", "io", "bilou", "bioes"],
)
def test_label_schemes_read_alike(tmp_path: Path, labels: list[str], named: dict[str, str]) -> None:
    tagger = TokenTagger(saved(tmp_path, labels, named))
    assert found(tagger, TEXT) == [("Anna Berg", "PER"), ("Köln", "LOC")]


def test_b_and_u_part_neighbours_of_one_type(tmp_path: Path) -> None:
    named = {"anna": "B-PERSON", "berg": "B-PERSON"}
    tagger = TokenTagger(saved(tmp_path, BIO, named))
    assert found(tagger, "Anna Berg.") == [("Anna", "PER"), ("Berg", "PER")]


def test_unknown_labels_are_dropped(tmp_path: Path) -> None:
    tagger = TokenTagger(saved(tmp_path, BIO, {"anna": "B-DATE", "lima": "B-GPE"}))
    assert found(tagger, "Anna in Lima") == [("Lima", "LOC")]


def test_long_texts_are_read_in_windows(tmp_path: Path) -> None:
    tagger = TokenTagger(saved(tmp_path, BIO, NAMED))
    text = " ".join(["Anna Berg wohnt in Köln , und"] * 30)
    assert found(tagger, text) == [("Anna Berg", "PER"), ("Köln", "LOC")] * 30


def test_a_text_is_tagged_the_same_in_every_batch(tmp_path: Path) -> None:
    tagger = TokenTagger(saved(tmp_path, BIO, NAMED), batch=2)
    texts = [TEXT, "", "Lima", "bei Acme in Lima und Köln " * 12, TEXT, "  "]
    together = tagger.tag(texts, ["de"] * 6)
    assert together == [tagger.tag([text], ["de"])[0] for text in texts]
    assert together[1] == together[5] == []


def test_a_folder_is_its_own_revision(tmp_path: Path) -> None:
    one = TokenTagger(saved(tmp_path / "one", BIO, NAMED)).model
    two = TokenTagger(saved(tmp_path / "two", BIO, {})).model
    assert one.name == "one"
    assert one.revision != two.revision


def test_pickled_weights_are_refused(tmp_path: Path) -> None:
    saved(tmp_path, BIO, NAMED)
    (tmp_path / "model.safetensors").rename(tmp_path / "pytorch_model.bin")
    with pytest.raises(ModelError, match="never loaded"):
        TokenTagger(str(tmp_path))


@pytest.mark.parametrize("revision", [None, "main", "v1.0"])
def test_a_hub_name_needs_a_commit(revision: str | None) -> None:
    with pytest.raises(ModelError, match="pin it to a commit"):
        TokenTagger("someone/some-model", revision)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no such folder"):
        TokenTagger(str(tmp_path / "nothing"))


def test_a_model_without_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="none of its labels"):
        TokenTagger(saved(tmp_path, ["O", "B-DATE"], {}))


def test_a_folder_that_is_no_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError, match="cannot be loaded"):
        TokenTagger(str(tmp_path))
