"""Real child processes, small ones: kept running, ended in time, never left behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from streams.processes import MISUSED, Child, Supervisor, newsmill

DEADLINE_S = 30.0
SLEEPS = "import time; print('ready', flush=True); time.sleep(600)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + SLEEPS
POLITE = (
    "import signal, sys, time\n"
    "def bye(*_):\n"
    "    print('bye', flush=True)\n"
    "    sys.exit(0)\n"
    "signal.signal(signal.SIGTERM, bye)\n"
    "print('ready', flush=True)\n"
    "time.sleep(600)\n"
)


class Heard:
    """What children said."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []

    def __call__(self, name: str, line: str) -> None:
        self.lines.append((name, line))

    def count(self, name: str, line: str) -> int:
        return sum(said == (name, line) for said in list(self.lines))


def python(name: str, code: str) -> Child:
    return Child(name, (sys.executable, "-c", code))


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline, "too late"
        threading.Event().wait(0.01)


@contextmanager
def supervised(*children: Child, heard: Heard, grace_s: float = 10.0) -> Iterator[Supervisor]:
    supervisor = Supervisor(children, heard, grace_s=grace_s)
    supervisor.start()
    try:
        yield supervisor
    finally:
        supervisor.stop()


def pid_of(child: Child) -> int:
    assert child.process is not None
    return child.process.pid


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_what_children_say_is_passed_on_with_their_name() -> None:
    heard, child = Heard(), python("clean", "print('one'); print('two')")
    with supervised(child, heard=heard) as supervisor:
        until(lambda: supervisor.ended() == {"clean": 0})
        until(lambda: len(heard.lines) == 2)
    assert heard.lines == [("clean", "one"), ("clean", "two")]


def test_a_child_that_dies_is_started_again() -> None:
    heard, child = Heard(), python("clean", SLEEPS)
    with supervised(child, heard=heard) as supervisor:
        until(lambda: heard.count("clean", "ready") == 1)
        os.kill(pid_of(child), signal.SIGKILL)
        supervisor.watch(until=lambda: heard.count("clean", "ready") == 2)
    assert ("clean", "ended with code -9, starts again in 0 s") in heard.lines


def test_a_child_that_keeps_dying_waits_longer_each_time() -> None:
    heard, child = Heard(), python("clean", "raise SystemExit(1)")
    with supervised(child, heard=heard) as supervisor:
        supervisor.watch(until=lambda: len(heard.lines) >= 3)
    assert [line.rpartition(" in ")[2] for _, line in heard.lines[:3]] == ["0 s", "1 s", "2 s"]


def test_misuse_ends_the_watch_since_no_restart_will_mend_it() -> None:
    heard = Heard()
    children = python("clean", f"raise SystemExit({MISUSED})"), python("recognize", SLEEPS)
    with supervised(*children, heard=heard) as supervisor:
        assert supervisor.watch() == MISUSED
    assert ("clean", "ended for good: see its last lines") in heard.lines


def test_a_stop_lets_children_finish() -> None:
    heard, child = Heard(), python("clean", POLITE)
    with supervised(child, heard=heard):
        until(lambda: heard.count("clean", "ready") == 1)
    assert heard.count("clean", "bye") == 1
    assert child.process is not None
    assert child.process.returncode == 0


def test_a_child_that_outlasts_the_grace_period_is_killed() -> None:
    heard, child = Heard(), python("clean", STUBBORN)
    supervisor = Supervisor([child], heard, grace_s=0.2)
    supervisor.start()
    assert child.process is not None
    until(lambda: heard.count("clean", "ready") == 1)
    stopping = threading.Thread(target=supervisor.stop)
    stopping.start()
    until(lambda: not stopping.is_alive())
    assert child.process.returncode == -signal.SIGKILL


def test_a_request_to_stop_ends_the_watch() -> None:
    with supervised(python("clean", SLEEPS), heard=Heard()) as supervisor:
        threading.Timer(0.2, supervisor.request_stop).start()
        assert supervisor.watch() == 0


def orphan(program: str, grace: str = "") -> int:
    """The id of a child that runs the program and whose parent has just been killed."""
    code = (
        "import sys\n"
        "from streams.processes import Child, Supervisor\n"
        f"child = Child('clean', (sys.executable, '-c', {program!r}))\n"
        "def say(name, line):\n"
        "    print(child.process.pid, flush=True)\n"
        f"supervisor = Supervisor([child], say{grace})\n"
        "supervisor.start()\n"
        "supervisor.watch()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    return pid


def test_children_end_with_a_killed_parent() -> None:
    pid = orphan(SLEEPS)
    until(lambda: not is_alive(pid))


def test_a_child_that_outlasts_its_killed_parent_is_killed_after_the_grace_period() -> None:
    pid = orphan(STUBBORN, ", grace_s=0.5")
    killed = time.monotonic()
    until(lambda: not is_alive(pid))
    assert time.monotonic() - killed > 0.3


def test_newsmill_runs_this_program_wherever_the_user_stands(tmp_path: Path) -> None:
    (tmp_path / "streams").mkdir()
    (tmp_path / "streams" / "__init__.py").write_text("raise RuntimeError('the wrong one')")
    command = newsmill("--version")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("newsmill, version ")
