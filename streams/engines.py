"""Which engine a stage runs its model on here: tried once on this machine, then remembered.

What is fastest depends on the processor: bf16 is twice as fast as fp32 on one and half as fast on
another. What also counts is that results stay: an engine whose results differ too much from those
of torch in fp32 is never chosen by itself.
"""

import json
import logging
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from filelock import FileLock

from agents.models.engines import REFERENCE, Engine
from agents.models.errors import ModelError

log = logging.getLogger(__name__)

LEAST_AGREEMENT = 0.9  # share of what the reference says that an engine must say too
_PACKAGES = ("torch", "transformers", "onnxruntime", "ctranslate2")


@dataclass(frozen=True, slots=True)
class Trial:
    """How an engine did on the sample articles; `error` where it could not run."""

    engine: Engine
    articles_s: float = 0.0
    agreement: float = 0.0
    error: str | None = None

    def __str__(self) -> str:
        if self.error:
            return f"{self.engine}: {self.error}"
        return f"{self.engine}: {self.articles_s:.3g} articles/s, agreement {self.agreement:.2f}"


def fastest(trials: Sequence[Trial]) -> Trial:
    """The fastest of those that agree with the reference. Raises ModelError where none runs."""
    fit = [t for t in trials if not t.error and t.agreement >= LEAST_AGREEMENT]
    if not fit:
        raise ModelError("no engine runs the model: " + "; ".join(map(str, trials)))
    return max(fit, key=lambda trial: trial.articles_s)


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
        raise ModelError(f"{wanted[0].library} is missing: pip install 'newsmill[{extra}]'")
    return installed


class Remembered:
    """The choices made on this machine, in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def choice(self, key: str) -> Trial | None:
        """What was chosen for the key, if it was tried."""
        found = self._read().get(key)
        return _trial(found["chosen"]) if found else None

    def choose(self, key: str, command: Sequence[str], question: bytes) -> Trial:
        """What was chosen, or now is: the trial is a process of its own, of which nothing stays.

        `command` reads the question and prints one JSON object a trial. Raises ModelError.
        """
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self._file}.lock"):  # workers that start together try once
            if known := self.choice(key):
                return known
            log.info("trying engines once on this machine; it takes some seconds each")
            trials = _tried(command, question)
            for trial in trials:
                log.info("%s", trial)
            chosen = fastest(trials)
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
    """What a choice holds for: the model, this processor, and these versions."""
    return " ".join([model, processor(), f"x{threads}", *map(_version, _PACKAGES)])


def _trial(found: dict[str, Any]) -> Trial:
    return Trial(**{**found, "engine": Engine(*found["engine"])})


def _tried(command: Sequence[str], question: bytes) -> list[Trial]:
    done = subprocess.run(command, input=question, capture_output=True, check=False)
    trials = [_trial(json.loads(line)) for line in done.stdout.splitlines()]
    if done.returncode or not trials:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-3:]
        log.warning("trying engines failed, %s is used: %s", REFERENCE, " ".join(last))
        return [*trials, Trial(REFERENCE, 0.0, 1.0)]
    return trials


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"no {package}"


def processor() -> str:
    """The processor's model, as far as the system says."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    told = [x.partition(":")[2].strip() for x in lines if x.startswith("model name")]
    return " ".join(dict.fromkeys(told)) or platform.machine()
