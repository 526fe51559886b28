"""Token-classification models, tried on tiny ones with random weights made here."""

import sys
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertForTokenClassification, PreTrainedTokenizerFast

from agents.models.engines import CLASSIFIER, Engine
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


@pytest.mark.parametrize("engine", CLASSIFIER, ids=str)
def test_a_text_is_tagged_the_same_in_every_batch(tmp_path: Path, engine: Engine) -> None:
    folder = saved(tmp_path / "model", BIO, NAMED)
    tagger = TokenTagger(folder, engine=engine, cache=tmp_path / "cache", threads=2)
    assert found(tagger, TEXT) == [("Anna Berg", "PER"), ("Köln", "LOC")]
    texts = [TEXT, "", "Lima", "bei Acme in Lima und Köln " * 12, TEXT, "  "]
    together = tagger.tag(texts, ["de"] * 6)
    assert together == [tagger.tag([text], ["de"])[0] for text in texts]
    assert together[1] == together[5] == []


@pytest.mark.parametrize("engine", CLASSIFIER, ids=str)
def test_shares_are_the_same_bytes_alone_and_in_company(tmp_path: Path, engine: Engine) -> None:
    saved(tmp_path / "model", BIO, NAMED)
    torch.manual_seed(3)
    config = BertConfig(vocab_size=20, hidden_size=96, num_hidden_layers=2, num_attention_heads=4,
                        intermediate_size=192, max_position_embeddings=130, num_labels=6,
                        id2label=dict(enumerate(BIO)), initializer_range=0.3)  # fmt: skip
    BertForTokenClassification(config).save_pretrained(tmp_path / "model")
    tagger = TokenTagger(str(tmp_path / "model"), engine=engine, cache=tmp_path, threads=2)
    windows = [torch.randint(5, 20, (length,)).tolist() for length in (3, 17, 40, 40, 41, 100, 128)]
    together = tagger._judge([*windows, *windows[::-1]])
    for ids, shares in zip([*windows, *windows[::-1]], together, strict=True):
        assert shares.shape == (len(ids), 6)
        assert torch.equal(tagger._judge([ids])[0], shares)


def test_equal_texts_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tagger = TokenTagger(saved(tmp_path, BIO, NAMED))
    read: list[int] = []
    judge = tagger._judge
    monkeypatch.setattr(tagger, "_judge", lambda ids: judge([read.append(1) or one for one in ids]))
    once, other, twice = tagger.tag([TEXT, "Lima", TEXT], ["de"] * 3)
    assert (once, len(read)) == (twice, 2)
    assert other != once


def test_a_text_that_comes_again_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tagger = TokenTagger(saved(tmp_path, BIO, NAMED), remembered=10)
    spans = tagger.tag([TEXT], ["de"])
    assert spans[0]
    monkeypatch.setattr(tagger, "_judge", None)
    assert tagger.tag([TEXT, TEXT], ["de"] * 2) == spans * 2


def test_texts_that_are_split_ahead_keep_their_own_names(tmp_path: Path) -> None:
    tagger = TokenTagger(saved(tmp_path, BIO, NAMED))
    texts = ["bei Acme und " * number + TEXT for number in range(40)]  # up to seven windows
    assert tagger.tag(texts, ["de"] * 40) == [tagger.tag([text], ["de"])[0] for text in texts]


def test_a_network_is_exported_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, engine = saved(tmp_path / "model", BIO, NAMED), Engine("onnx", "int8")
    TokenTagger(folder, engine=engine, cache=tmp_path / "cache")
    monkeypatch.setattr(torch.onnx, "export", None)
    again = TokenTagger(folder, engine=engine, cache=tmp_path / "cache")
    assert found(again, TEXT) == [("Anna Berg", "PER"), ("Köln", "LOC")]


def test_an_engine_that_converts_needs_a_cache(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="needs a folder to keep it in"):
        TokenTagger(saved(tmp_path, BIO, NAMED), engine=Engine("onnx", "fp32"))


@pytest.mark.parametrize("package", ["onnx", "onnxruntime"])
def test_a_missing_package_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModelError, match="install newsmill's extra `onnx`"):
        TokenTagger(
            saved(tmp_path / "model", BIO, NAMED), engine=Engine("onnx", "int8"), cache=tmp_path
        )


def test_an_engine_that_runs_no_taggers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="ctranslate2 int8 cannot run it; what can: torch fp32"):
        TokenTagger(str(tmp_path), engine=Engine("ctranslate2", "int8"), cache=tmp_path)


def test_the_revision_names_the_engine(tmp_path: Path) -> None:
    folder = saved(tmp_path, BIO, NAMED)
    exact = TokenTagger(folder).model.revision
    assert TokenTagger(folder, engine=Engine("torch", "bf16")).model.revision == (
        f"{exact}+torch-bf16"
    )


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
    with pytest.raises(ModelError, match="a commit"):
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
