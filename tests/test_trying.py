"""Trying engines: all are compared with fp32, and what was found is said."""

import io
import json
import sys

import pytest
from click.testing import CliRunner
from test_token_classification import BIO, NAMED, saved

from agents.models.engines import REFERENCE, Engine
from agents.models.errors import ModelError
from schemas import CleanArticle, Segment
from streams import engines, launch, preparing, trying
from streams.cli import main as newsmill
from streams.cpus import cpu_count
from streams.stage import Prepared

INT8, BF16 = Engine("torch", "int8"), Engine("torch", "bf16")
TEXTS = ["Anna Berg wohnt in Lima.", "Acme und Anna Berg bei Lima.", "In Lima wohnt Anna Berg."]


def article(number, text):
    whole = Segment(start=0, end=len(text), raw_start=0, raw_end=len(text))
    return CleanArticle(
        article_id=str(number), text=text, segments=(whole,), removed=(), content_hash="none",
        language="de",
    )  # fmt: skip


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A tiny classifier that finds the names of the texts."""
    return saved(tmp_path_factory.mktemp("model"), BIO, NAMED)


@pytest.fixture
def tried(monkeypatch, capsys, tmp_path, model):
    """What the trial prints of the engines, over three short articles."""
    articles = [article(number, text) for number, text in enumerate(TEXTS)]
    monkeypatch.setattr(trying, "_articles", lambda: articles)
    monkeypatch.setattr(trying, "_SECONDS", 0.0)
    monkeypatch.setattr(trying, "limit_threads", lambda _: None)

    def run(*asked):
        choices = preparing.Choices(entity_model=model, machine_dir=tmp_path / "models")
        question = preparing._question(choices, asked).decode()
        monkeypatch.setattr(sys, "stdin", io.StringIO(question))
        trying.main("recognize")
        found = map(json.loads, capsys.readouterr().out.splitlines())
        return {Engine(*one["engine"]): one for one in found}

    return run


def spoil(monkeypatch, engine, error=None):
    """Has the engine fail with the error, or find no names."""
    prepared = trying.prepared_on

    def on(wanted, stage, choices):
        if wanted == engine and error:
            raise error
        found = prepared(wanted, stage, choices)
        return Prepared(lambda some: without_names(found.function(some))) if (
            wanted == engine
        ) else found  # fmt: skip

    monkeypatch.setattr(trying, "prepared_on", on)


def without_names(events):
    return [event.model_copy(update={"entities": ()}) for event in events]


def test_engines_are_timed_and_compared_with_the_reference(tried):
    found = tried(REFERENCE, INT8, BF16)
    assert list(found) == [REFERENCE, INT8, BF16]
    assert all(one["agreement"] == 1.0 and one["articles_s"] > 0 for one in found.values())


def test_a_single_engine_is_compared_with_the_reference_all_the_same(tried, monkeypatch):
    spoil(monkeypatch, INT8)
    found = tried(INT8)
    assert (found[REFERENCE]["agreement"], found[INT8]["agreement"]) == (1.0, 0.0)


def test_the_first_engine_is_no_yardstick(tried, monkeypatch):
    spoil(monkeypatch, INT8)
    found = tried(INT8, BF16)
    assert (found[INT8]["agreement"], found[BF16]["agreement"]) == (0.0, 1.0)


@pytest.mark.parametrize("error", [RuntimeError("no memory\nat all"), ModelError("no memory")])
def test_without_the_reference_no_agreement_is_claimed(tried, monkeypatch, error):
    spoil(monkeypatch, REFERENCE, error)
    found = tried(REFERENCE, INT8, BF16)
    assert found[REFERENCE]["error"] == "no memory"
    assert found[INT8]["agreement"] is found[BF16]["agreement"] is None
    assert found[INT8]["articles_s"] > 0


def test_nothing_is_remembered_while_engines_are_timed(tmp_path):
    choices = preparing.Choices(remembered_texts=100, machine_dir=tmp_path)
    asked = json.loads(preparing._question(choices, [REFERENCE]))["choices"]
    assert asked["remembered_texts"] == 0


def test_an_engine_that_fails_says_why(tried, monkeypatch):
    spoil(monkeypatch, INT8, ValueError("no such instruction"))
    assert tried(INT8)[INT8]["error"] == "no such instruction"


@pytest.fixture
def check(monkeypatch, tmp_path, model):
    """What `newsmill check` says of `recognize` in int8, after a trial that found this."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSMILL_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("NEWSMILL_ENTITY_MODEL", model)
    monkeypatch.setenv("NEWSMILL_ENGINE", "torch")
    monkeypatch.setenv("NEWSMILL_PRECISION", "int8")
    monkeypatch.setattr("streams.cli.findings.stages", lambda known: launch.stages(known)[2:])

    choices = preparing.Choices(
        entity_model=model, engine="torch", precision="int8",
        machine_dir=tmp_path / "models", may_try=True,
    )  # fmt: skip

    def run(*trials):
        if trials:
            monkeypatch.setattr(engines, "_tried", lambda *_: list(trials))
            preparing.recognize(preparing.replace(choices, threads=cpu_count()))
        said = CliRunner().invoke(newsmill, ["check"]).stdout
        found = {one["what"]: one["found"] for one in map(json.loads, said.splitlines())}
        return found["stage recognize"]

    return run


def test_check_states_the_agreement_of_a_forced_engine(check):
    said = check(engines.Trial(REFERENCE, 2.0, 1.0), engines.Trial(INT8, 5.0, 0.97))
    assert "torch int8: 5 articles/s, agreement 0.97, tried on this machine; ready" in said


def test_check_doubts_a_forced_engine_that_agrees_too_little(check):
    said = check(engines.Trial(REFERENCE, 2.0, 1.0), engines.Trial(INT8, 5.0, 0.58))
    assert "agreement 0.58, tried on this machine" in said
    assert "; torch int8 agrees with torch fp32 by 0.58 only, less than 0.90;" in said


def test_check_claims_no_agreement_where_fp32_fails(check):
    said = check(engines.Trial(REFERENCE, error="no memory"), engines.Trial(INT8, 5.0))
    assert "not compared with torch fp32, tried on this machine" in said
    assert "; torch int8 has not been compared with torch fp32;" in said


def test_check_says_where_trying_has_failed(check):
    assert "torch int8, could not be tried; torch int8 has not been compared" in check(
        engines.Trial(INT8)
    )


def test_check_says_that_a_forced_engine_is_still_to_be_tried(check):
    said = check()
    assert "torch int8, until a worker has tried it" in said
    assert "has not been compared" in said


def test_a_single_quantised_engine_is_tried_by_the_process_that_tries(tmp_path, model):
    choices = preparing.Choices(
        entity_model=model, engine="torch", precision="int8",
        machine_dir=tmp_path / "models", may_try=True,
    )  # fmt: skip
    preparing.recognize(choices)
    [entry] = json.loads((tmp_path / "models" / "engines.json").read_text("utf-8")).values()
    assert [one["engine"] for one in entry["tried"]] == [[*REFERENCE], [*INT8]]
    assert entry["chosen"]["engine"] == [*INT8]


def test_a_doubted_engine_is_a_warning_of_its_worker(caplog, monkeypatch):
    class StopHere(Exception):  # noqa: N818 - it is none
        pass

    def stop():
        raise StopHere

    prepared = Prepared(lambda _: [], engine="torch int8", doubt="torch int8 agrees by 0.58 only")
    sender = type("Sender", (), {"prepared": prepared})()
    monkeypatch.setattr(launch, "make_sender", lambda *_: sender)
    monkeypatch.setattr("streams.app.create_app", lambda *_, **__: None)
    monkeypatch.setattr("streams.worker.keep_what_is_loaded", stop)
    settings = launch.Settings(web_port=0)
    with pytest.raises(StopHere):
        launch._run(settings, launch.stages(settings)[0], 0)
    [warning] = [one for one in caplog.records if one.levelname == "WARNING"]
    assert warning.getMessage() == "torch int8 agrees by 0.58 only"


def test_what_is_fast_is_tried_in_a_large_batch_too(monkeypatch):
    """A GPU takes about as long for four articles as for forty."""
    sizes = []

    def function(articles):
        sizes.append(len(articles))
        return []

    monkeypatch.setattr(trying, "prepared_on", lambda *_: Prepared(function))
    monkeypatch.setattr(trying, "_SECONDS", 0.1)
    trying._tried(REFERENCE, "recognize", preparing.Choices(), list(range(9)))
    assert sizes[:6] == [1, 4, 4, 1, 9, 9]
