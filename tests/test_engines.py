"""Engines: which may be used, which is chosen, and that a choice is made once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from mill import wait_until

from agents.models.engines import ENCODER, REFERENCE, Engine
from agents.models.errors import ModelError
from streams.engines import Remembered, Trial, allowed, best, key_of
from streams.hardware import gpus
from streams.trying import agreement

BF16, INT8 = Engine("torch", "bf16"), Engine("onnx", "int8")
BOTH = (REFERENCE, INT8)


def test_the_fastest_that_agrees_is_chosen():
    slow = Trial(REFERENCE, 2.0, 1.0)
    good, wrong = Trial(BF16, 4.0, 0.95), Trial(INT8, 9.0, 0.5)
    broken = Trial(INT8, error="no such instruction")
    assert best([slow, good, wrong, broken]) == good
    assert best([slow, wrong]) == slow


def test_where_none_agrees_the_nearest_is_chosen():
    near, far = Trial(BF16, 1.0, 0.8), Trial(INT8, 9.0, 0.5)
    assert best([far, near]) == near
    assert "bf16 agrees with torch fp32 by 0.80 only" in near.doubt


def test_without_a_yardstick_the_engine_with_most_bits_is_chosen_and_doubted():
    unknown = [Trial(INT8, 9.0), Trial(BF16, 1.0)]
    assert best([Trial(REFERENCE, error="out of memory"), *unknown]) == unknown[1]
    assert best(unknown).doubt == "torch bf16 has not been compared with torch fp32"
    assert str(best(unknown)) == "torch bf16: 1 articles/s, not compared with torch fp32"


def test_what_agrees_is_not_doubted():
    assert Trial(BF16, 1.0, 0.9).doubt == Trial(REFERENCE).doubt == ""


def test_no_engine_that_runs_is_an_error_with_all_reasons():
    with pytest.raises(ModelError, match="onnx int8: no such instruction"):
        best([Trial(INT8, error="no such instruction")])


def test_settings_narrow_the_choice():
    assert allowed(ENCODER, "onnx", "int8") == [INT8]
    assert allowed(ENCODER, "torch", "auto") == [REFERENCE, BF16, Engine("torch", "int8")]
    with pytest.raises(ModelError, match="does not run on ctranslate2 auto: there are torch fp32"):
        allowed(ENCODER, "ctranslate2", "auto")


def test_a_missing_package_says_what_to_install(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ModelError, match="install newsmill's extra `ct2`"):
        allowed([Engine("ctranslate2", "int8")], "auto", "auto")


def test_an_engine_is_part_of_the_revision():
    assert REFERENCE.revision("abc") == "abc"
    assert INT8.revision("abc") == "abc+onnx-int8"


def test_results_with_a_scale_a_row_are_known_by_another_name():
    engine = Engine("torch", "int8")
    assert engine.results == "torch-int8-rows"
    assert engine.revision("abc") == "abc+torch-int8-rows"


def trials(tmp_path, *found):
    """A command that notes that it ran and answers with these trials."""
    said = "".join(json.dumps(one) + "\n" for one in found)
    (tmp_path / "said").write_text(said)
    code = (
        "import sys; open('runs','a').write(sys.stdin.read()); print(open('said').read(), end='')"
    )
    return [sys.executable, "-c", f"import os; os.chdir({str(tmp_path)!r}); {code}"]


def entry(engine, articles_s, agreement):
    return {"engine": engine, "articles_s": articles_s, "agreement": agreement, "error": None}


def test_engines_are_tried_once(tmp_path):
    command = trials(tmp_path, entry(REFERENCE, 1.0, 1.0), entry(INT8, 5.0, 0.97))
    remembered = Remembered(tmp_path / "models" / "engines.json")
    assert remembered.choice("key") is None
    first = remembered.choose("key", BOTH, command, b"x")
    assert (first.engine, first.agreement) == (INT8, 0.97)
    assert remembered.choose("key", BOTH, command, b"x") == remembered.choice("key") == first
    assert (tmp_path / "runs").read_text() == "x"
    remembered.choose("other", BOTH, command, b"y")
    assert (tmp_path / "runs").read_text() == "xy"
    assert remembered.choice("key") == first


TRIES = """
import sys
from pathlib import Path
from agents.models.engines import REFERENCE
from streams.engines import Remembered
sleeps = "import os, time; print(os.getpid(), file=open('pid', 'w'), flush=True); time.sleep(600)"
command = [sys.executable, "-c", sleeps]
Remembered(Path("e.json")).choose("key", [REFERENCE], command, b"")
"""


def test_a_trial_ends_with_the_worker_that_is_killed(tmp_path):
    file = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", TRIES], cwd=tmp_path) as worker:
        wait_until(lambda: file.exists() and file.read_text().endswith("\n"), "the trial begun")
        worker.kill()
    process = Path("/proc", file.read_text().strip())
    wait_until(
        lambda: not process.exists() or " Z " in (process / "stat").read_text(), "its end", 10
    )


def test_a_yardstick_that_settings_leave_out_is_not_chosen(tmp_path):
    command = trials(tmp_path, entry(REFERENCE, 9.0, 1.0), entry(INT8, 5.0, 0.4))
    chosen = Remembered(tmp_path / "e.json").choose("key", [INT8], command, b"")
    assert (chosen.engine, chosen.agreement) == (INT8, 0.4)


def test_a_trial_that_fails_leaves_what_settings_allow(tmp_path):
    failing = [sys.executable, "-c", "raise SystemExit(3)"]
    remembered = Remembered(tmp_path / "e.json")
    assert remembered.choose("key", BOTH, failing, b"") == Trial(REFERENCE)
    assert remembered.choose("other", [INT8, BF16], failing, b"") == Trial(INT8)
    assert remembered.choice("other").doubt


def test_a_damaged_memory_is_tried_again(tmp_path):
    (tmp_path / "e.json").write_text("{")
    command = trials(tmp_path, entry(REFERENCE, 1.0, 1.0))
    assert Remembered(tmp_path / "e.json").choose("key", BOTH, command, b"").engine == REFERENCE
    assert json.loads((tmp_path / "e.json").read_text())["key"]["tried"]


def test_a_choice_holds_for_a_model_a_processor_and_versions():
    assert key_of("minilm", 2) != key_of("minilm", 4)
    assert key_of("minilm", 2).startswith("minilm ")
    assert "torch 2" in key_of("minilm", 2)


def test_a_choice_holds_for_the_gpus_that_the_driver_names(tmp_path, monkeypatch):
    (tmp_path / "0000:01:00.0").mkdir()
    (tmp_path / "0000:01:00.0" / "information").write_text("Model: \t A100\nIRQ:   16\n")
    assert gpus(tmp_path) == ["A100"]
    assert gpus(tmp_path / "missing") == []
    monkeypatch.setattr("streams.engines.gpus", lambda: ["A100"])
    assert " x2 A100 torch 2" in key_of("minilm", 2)


def test_agreement_is_the_share_of_equal_sentences():
    from schemas.examples import EVENTS

    summary = next(e for e in EVENTS if type(e).__name__ == "Summary")
    sentence = summary.sentences[0]
    two = summary.model_copy(
        update={"sentences": (sentence, sentence.model_copy(update={"text": "Another one."}))}
    )
    assert agreement([two], [two]) == 1.0
    assert agreement([two, two], [two, summary]) == 0.75


def test_where_nothing_is_said_nothing_agrees():
    assert agreement([], []) is None
