"""Converted models are made once and never seen half-written."""

import pytest

from agents.models.conversions import folder_for, kept
from agents.models.engines import Engine
from agents.models.errors import ModelError

ENGINE = Engine("onnx", "int8")


def test_what_is_there_is_not_made_again(tmp_path):
    folder = kept(tmp_path / "cache" / "model", lambda made: (made / "a").touch())
    assert (folder / "a").exists()
    assert kept(folder, lambda _: pytest.fail("made twice")) == folder


def test_what_an_interrupted_process_leaves_is_not_taken_for_a_model(tmp_path):
    def interrupted(made):
        (made / "half").touch()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kept(tmp_path / "model", interrupted)
    (tmp_path / ".making-killed" / "model").mkdir(parents=True)
    folder = kept(tmp_path / "model", lambda made: (made / "whole").touch())
    assert [path.name for path in folder.iterdir()] == ["whole"]


def test_of_two_that_convert_at_once_the_first_stays(tmp_path):
    def slower(made):
        (made / "slow").touch()
        kept(tmp_path / "model", lambda other: (other / "quick").touch())

    folder = kept(tmp_path / "model", slower)
    assert [path.name for path in folder.iterdir()] == ["quick"]
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_a_cache_that_cannot_be_written_is_not_hidden(tmp_path):
    (tmp_path / "model").touch()
    with pytest.raises(OSError, match="model"):
        kept(tmp_path / "model", lambda _: None)


def test_a_folder_is_named_by_model_revision_and_engine(tmp_path):
    commit = "a" * 40
    found = folder_for(ENGINE, tmp_path, "someone/some-model", commit)
    assert found == tmp_path / f"some-model-{commit}-onnx-int8"


def test_there_must_be_a_cache():
    with pytest.raises(ModelError, match="onnx int8 converts the model and needs a folder"):
        folder_for(ENGINE, None, "someone/some-model", "a" * 40)
