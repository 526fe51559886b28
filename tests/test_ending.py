"""A run of `newsmill bench` that is interrupted ends what it waits for, and soon."""

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from streams.bench import race
from streams.bench.ending import ending_by, ran
from streams.bench.programs import Program
from streams.bench.race import Contender, Runner
from streams.bench.watched import Watched

SOON_S = 3.0
SLEEPS = (
    sys.executable, "-c",
    "import os, time; print(os.getpid(), file=open('begun', 'w'), flush=True); time.sleep(600)",
)  # fmt: skip


def sleep_here(_folder: Path) -> None:
    ran(SLEEPS)


def look_at_a_sleeper(folder: Path) -> None:
    with Watched(Program("sleeper", SLEEPS, {}), folder) as sleeper:
        while True:
            sleeper.look()
            time.sleep(0.01)


def await_its_end(folder: Path) -> None:
    with Watched(Program("sleeper", SLEEPS, {}), folder) as sleeper:
        sleeper.end()


def await_an_answer(_folder: Path) -> None:
    with Runner(Contender("sleeper", "fp32")) as runner:
        runner.ask({})


@pytest.mark.parametrize("wait", [sleep_here, look_at_a_sleeper, await_its_end, await_an_answer])
def test_a_program_ends_with_the_run_that_waits_for_it(
    wait: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = tmp_path / "begun"

    def check() -> None:
        if begun.exists() and begun.read_text().endswith("\n"):
            raise KeyboardInterrupt

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(race, "python_module", lambda _name: SLEEPS)
    with ExitStack() as stack:
        stack.enter_context(ending_by(check))
        stack.enter_context(pytest.raises(KeyboardInterrupt))
        wait(tmp_path)
    assert time.time() - begun.stat().st_mtime < SOON_S
    assert not Path("/proc", begun.read_text().strip()).exists()
