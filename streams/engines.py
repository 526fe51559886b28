"""Which engine a stage runs its model on here: tried once on this machine, then remembered.

What is fastest depends on the processor: bf16 is twice as fast as fp32 on one and half as fast on
another. What also counts is that results stay: an engine whose results differ too much from those
of torch in fp32, or could not be compared with them, is chosen only where settings leave no other,
and is never used without saying so.
"""

import json
import logging
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from subprocess import PIPE
from typing import Any

from filelock import FileLock

from agents.models.engines import REFERENCE, Engine
from agents.models.errors import ModelError

from .hardware import gpus, processor
from .leash import leashed

log = logging.getLogger(__name__)

LEAST_AGREEMENT = 0.9  # share of what the reference says that an engine must say too
_BITS = {"fp32": 32, "bf16": 16, "int8": 8}
_PACKAGES = ("torch", "transformers", "onnxruntime", "ctranslate2")


@dataclass(frozen=True, slots=True)
class Trial:
    """How an engine did on the sample articles; `error` where it could not run."""

    engine: Engine
    articles_s: float = 0.0  # 0 where it was not tried
    agreement: float | None = None  # with the reference; None where that is not known
    error: str | None = None

    def __str__(self) -> str:
        if self.error:
            return f"{self.engine}: {self.error}"
        speed = f"{self.articles_s:.3g} articles/s" if self.articles_s else "not tried"
        known = self.agreement is not None
        likeness = f"agreement {self.agreement:.2f}" if known else f"not compared with {REFERENCE}"
        return f"{self.engine}: {speed}, {likeness}"

    @property
    def doubt(self) -> str:
        """Why its results may be worse than the reference's; empty where they are not."""
        if self.engine == REFERENCE:
            return ""
        if self.agreement is None:
            return f"{self.engine} has not been compared with {REFERENCE}"
        if self.agreement < LEAST_AGREEMENT:
            return (
                f"{self.engine} agrees with {REFERENCE} by {self.agreement:.2f} only,"
                f" less than {LEAST_AGREEMENT:.2f}"
            )
        return ""


def best(trials: Sequence[Trial]) -> Trial:
    """The fastest of those that agree with the reference; where none does, the one nearest to it.

    Raises ModelError where none runs.
    """
    running = [trial for trial in trials if not trial.error]
    if not running:
        raise ModelError("no engine runs the model: " + "; ".join(map(str, trials)))
    if fit := [trial for trial in running if not trial.doubt]:
        return max(fit, key=lambda trial: trial.articles_s)
    return max(running, key=_nearness)


def _nearness(trial: Trial) -> tuple[float, int, float]:
    """By agreement; where that is not known, more bits are nearer to the reference."""
    return trial.agreement or 0.0, _BITS[trial.engine.precision], trial.articles_s


def allowed(candidates: Sequence[Engine], library: str, precision: str) -> list[Engine]:
    """Those of the candidates that the settings allow and that are installed.

    Raises ModelError where there is none.
    """
    wanted = [
        engine
        for engine in candidates
        if library in ("auto", engine.library) and precision in ("auto", engine.precision)
    ]
    if not wanted:
        known = ", ".join(map(str, candidates))
        raise ModelError(f"this model does not run on {library} {precision}: there are {known}")
    installed = [engine for engine in wanted if engine.is_installed]
    if not installed:
        extra = {"ctranslate2": "ct2"}.get(wanted[0].library, wanted[0].library)
        raise ModelError(f"{wanted[0].library} is missing: install newsmill's extra `{extra}`")
    return installed


class Remembered:
    """The choices made on this machine, in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def choice(self, key: str) -> Trial | None:
        """What was chosen for the key, if it was tried."""
        found = self._read().get(key)
        return _trial(found["chosen"]) if found else None

    def choose(
        self, key: str, engines: Sequence[Engine], command: Sequence[str], question: bytes
    ) -> Trial:
        """Which of the engines was chosen, or now is. Raises ModelError where none runs.

        The trial is a process of its own, of which nothing stays: `command` reads the question and
        prints one JSON object a trial.
        """
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self._file}.lock"):  # workers that start together try once
            if known := self.choice(key):
                return known
            log.info("trying %d engines once on this machine, some seconds each", len(engines))
            trials = _tried(engines, command, question)
            chosen = best([trial for trial in trials if trial.engine in engines])
            entry = {"chosen": asdict(chosen), "tried": [asdict(trial) for trial in trials]}
            partial = self._file.with_suffix(".partial")
            partial.write_text(json.dumps({**self._read(), key: entry}, indent=1), "utf-8")
            partial.replace(self._file)
            return chosen

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):  # missing or damaged: try again
            return {}
        return found if isinstance(found, dict) else {}


def key_of(model: str, threads: int) -> str:
    """What a choice holds for: the model, this processor, its GPUs, and these versions."""
    return " ".join([model, processor(), f"x{threads}", *gpus(), *map(_version, _PACKAGES)])


def _trial(found: dict[str, Any]) -> Trial:
    return Trial(**{**found, "engine": Engine(*found["engine"])})


def first_choice(engines: Sequence[Engine]) -> Engine:
    """What is used of them while nothing is known."""
    return REFERENCE if REFERENCE in engines else engines[0]


def _tried(engines: Sequence[Engine], command: Sequence[str], question: bytes) -> list[Trial]:
    """What the command says of each engine, told as it comes."""
    trials: list[Trial] = []
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen(leashed(command), stdin=PIPE, stdout=PIPE, stderr=said) as child:
            try:
                assert child.stdin is not None
                assert child.stdout is not None
                with suppress(BrokenPipeError):  # it has ended, and has said why
                    child.stdin.write(question)
                    child.stdin.close()
                for line in child.stdout:
                    trials.append(_trial(json.loads(line)))
                    log.info("%s", trials[-1])
            except BaseException:
                child.kill()
                raise
        if child.returncode or not trials:
            said.seek(0)
            last = said.read().decode(errors="replace").strip().splitlines()[-3:]
            log.warning("trying engines failed: %s", " ".join(last))
    if not {trial.engine for trial in trials} & {*engines}:
        return [*trials, Trial(first_choice(engines))]
    return trials


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"no {package}"
