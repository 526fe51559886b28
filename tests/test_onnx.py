"""The sentence encoder on ONNX Runtime: like the reference, and the same in any company."""

import subprocess
import sys

import numpy as np
import pytest

from agents.models.engines import Engine
from agents.models.errors import ModelError
from agents.models.minilm import SHA_256, MiniLM

SENTENCES = [
    "The container ship was freed from the canal.",
    "No.",
    "Der Rat senkte am Donnerstag die Zinsen, wie die Bank mitteilte. " * 3,
    "word " * 400,
]


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="module", params=["fp32", "int8"])
def encoder(request, cache):
    return MiniLM(engine=Engine("onnx", request.param), cache=cache, threads=2)


def test_vectors_are_like_the_references(encoder):
    cosines = (encoder.encode(SENTENCES) * MiniLM().encode(SENTENCES)).sum(axis=1)
    least = 0.95 if encoder.model.revision.endswith("int8") else 0.9999
    assert cosines.min() > least


def test_a_vector_is_the_same_bytes_alone_and_in_any_company(encoder):
    together = encoder.encode([*SENTENCES, *SENTENCES[::-1]])
    for sentence, vector in zip(SENTENCES, together, strict=False):
        assert encoder.encode([sentence]).tobytes() == vector.tobytes()


def test_the_engine_is_named(encoder):
    assert encoder.model.revision.startswith(f"{SHA_256[:12]}+onnx-")


def test_a_converted_network_is_used_again_without_torch(encoder, cache):
    [precision] = {encoder.model.revision.rpartition("-")[2]}
    code = (
        "import sys; from pathlib import Path; from agents.models.minilm import MiniLM;"
        "from agents.models.engines import Engine;"
        f"m = MiniLM(engine=Engine('onnx', {precision!r}), cache=Path({str(cache)!r}));"
        f"sys.stdout.buffer.write(m.encode({SENTENCES[:1]!r}).tobytes());"
        "assert 'torch' not in sys.modules and 'transformers' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    assert np.frombuffer(done.stdout, np.float32) == pytest.approx(encoder.encode(SENTENCES[:1])[0])


def test_a_half_made_network_is_never_used(tmp_path, monkeypatch):
    def broken(*_):
        raise RuntimeError("the disk is full")

    engine = Engine("onnx", "int8")
    monkeypatch.setattr("agents.models.onnx._quantise", broken)
    with pytest.raises(RuntimeError):
        MiniLM(engine=engine, cache=tmp_path)
    monkeypatch.undo()
    assert not list(tmp_path.rglob("*.onnx"))
    assert MiniLM(engine=engine, cache=tmp_path).encode(SENTENCES[:1]).shape == (1, 384)


def test_conversion_needs_a_folder():
    with pytest.raises(ModelError, match="needs a folder"):
        MiniLM(engine=Engine("onnx", "fp32"))


def test_a_graph_that_is_none_is_refused(tmp_path):
    file = tmp_path / f"minilm-{SHA_256[:12]}-onnx-fp32" / "model.onnx"
    file.parent.mkdir()
    file.write_bytes(b"no graph")
    with pytest.raises(ModelError, match="cannot be run"):
        MiniLM(engine=Engine("onnx", "fp32"), cache=tmp_path)
