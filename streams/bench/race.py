"""Contenders in processes of their own, in turns over the same texts."""

import json
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, NamedTuple, Self

from agents.models.engines import Engine
from streams.processes import python_module

from .ending import started, wait_to_read
from .errors import BenchError


class Contender(NamedTuple):
    """Who runs, in what precision, and on which of our engines, if on one."""

    name: str
    precision: str
    engine: Engine | None = None


class Pass(NamedTuple):
    """What one run over all texts took."""

    wall_s: float
    cpu_s: float


@dataclass(frozen=True, slots=True)
class Raced:
    """How a contender did, repeat by repeat; `operations` is what all texts take at least."""

    contender: Contender
    agreement: float | None
    operations: float
    passes: list[Pass] = field(default_factory=list)


class Runner:
    """A contender's process while entered."""

    def __init__(self, contender: Contender) -> None:
        self.contender = contender

    def __enter__(self) -> Self:
        self._said = tempfile.TemporaryFile("w+", errors="replace")
        command, pipe = python_module("streams.bench.yardsticks.contender"), subprocess.PIPE
        self._process = started(command, stdin=pipe, stdout=pipe, stderr=self._said, text=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
        self._said.close()

    def ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """Its answer to a line. BenchError where it ended instead."""
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answers is not None
        try:
            _send(asked, question)
            wait_to_read(answers)  # it says only answers
            line = answers.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            self._said.seek(0)
            last = self._said.read().strip().splitlines()[-5:]
            raise BenchError("\n".join([f"{self.contender.name} failed", *last]))
        found: dict[str, Any] = json.loads(line)
        return found


def race(
    contenders: Sequence[Contender],
    question: Mapping[str, Any],
    repeats: int,
    tell: Callable[[str], None],
) -> list[Raced]:
    """How each did; the first is the reference. Whoever cannot run here is told of and left out."""
    with ExitStack() as stack:
        own = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="newsmill-")))
        asked = {**question, "reference": str(own / "reference.npy")}
        running: list[tuple[Runner, Raced]] = []
        for at, contender in enumerate(contenders):
            tell(f"loading {contender.name}")
            runner = stack.enter_context(Runner(contender))
            mine = {"name": contender.name, "engine": contender.engine, "operations": not at}
            answer = runner.ask({**asked, **mine})
            if "error" in answer and not at:
                raise BenchError(f"{contender.name}: {answer['error']}")
            if "error" in answer:
                tell(f"left out: {contender.name}: {answer['error']}")
                continue
            running.append((runner, Raced(contender, **answer)))
        for repeat in range(repeats):
            tell(f"measuring, {repeat + 1} of {repeats}")
            # There and back again: whatever changes on the machine meets all alike.
            for runner, raced in running[:: -1 if repeat % 2 else 1]:
                raced.passes.append(Pass(**runner.ask({})))
    return [replace(raced, operations=running[0][1].operations) for _, raced in running]


def _send(stream: IO[str], question: Mapping[str, Any]) -> None:
    stream.write(json.dumps(question) + "\n")
    stream.flush()
