"""On what was measured: the machine, the versions, how busy it was, and the command."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from streams.cpus import cpu_count
from streams.hardware import gpus, processor

_PACKAGES = (
    "newsmill", "torch", "transformers", "onnxruntime", "ctranslate2", "numpy", "faust-streaming",
    "aiokafka", "kafka-python",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Machine:
    """What figures depend on."""

    command: str
    processor: str
    cores: int
    memory_gb: float
    system: str
    load: float  # processes that wanted a core when it began, in the mean of a minute
    versions: Mapping[str, str] = field(default_factory=dict)
    gpus: Sequence[str] = ()

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready, and told apart from a figure by its only key."""
        return {"machine": asdict(self)}


def this_machine(command: str) -> Machine:
    """As it is now."""
    pages, page_bytes = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return Machine(
        command=command,
        processor=processor(),
        cores=cpu_count(),
        memory_gb=round(pages * page_bytes / 2**30, 1),
        system=f"{platform.system()} {platform.machine()}",
        load=round(os.getloadavg()[0], 2),
        versions={"python": platform.python_version(), **_versions(), **_kafka()},
        gpus=gpus(),
    )


def _versions() -> dict[str, str]:
    found = {}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def _kafka() -> dict[str, str]:
    """The version of Kafka that the embedded broker runs."""
    from streams.broker.artifacts import kafka_version

    return {"kafka": kafka_version()}
