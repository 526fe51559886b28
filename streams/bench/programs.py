"""What is raced: our worker, and the programs in `rivals/` that a user would write instead."""

import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from streams.processes import newsmill

OURS = "newsmill"
STAGE = "summarize"
# By name, and whether it runs on packages that we do not have.
RIVALS = {
    "kafka_python_loop": False,
    "confluent_batches": True,
    "quix_streams": True,
    "bytewax_flow": True,
    "faust_agent": False,
}
_FOLDER = Path(__file__).with_name("rivals")


@dataclass(frozen=True, slots=True)
class Program:
    """How one program is started, and by which signal it ends, if not by itself."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    ended_by: signal.Signals | None = None


def worker(
    settings: Mapping[str, object], variables: Mapping[str, str], stage: str = STAGE
) -> Program:
    """Our worker of the stage; `variables` names the variable of each setting."""
    own = {variables[name]: str(value) for name, value in settings.items()}
    return Program(OURS, newsmill("worker", stage), {**os.environ, **own}, signal.SIGTERM)


def rival(name: str, python: Path, **options: object) -> Program:
    """The program of that name with the options all of them have; it ends by itself."""
    words = [word for key, value in options.items() for word in (f"--{key}", str(value))]
    # They find the file that they share beside them, which this variable would forbid.
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONSAFEPATH"}
    return Program(name, (str(python), str(_FOLDER / f"{name}.py"), *words), inherited)
