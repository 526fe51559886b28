"""What this machine computes with, as the system says it, without loading what would use it."""

import platform
from pathlib import Path


def gpus(driver: Path = Path("/proc/driver/nvidia/gpus")) -> list[str]:
    """The GPUs' models as the driver names them: to ask torch, it would have to be loaded."""
    told = [file.read_text("utf-8", "replace") for file in sorted(driver.glob("*/information"))]
    lines = [line.partition(":") for text in told for line in text.splitlines()]
    return [value.strip() for name, _, value in lines if name == "Model"]


def processor() -> str:
    """The processor's model, as far as the system says."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    told = [x.partition(":")[2].strip() for x in lines if x.startswith("model name")]
    return " ".join(dict.fromkeys(told)) or platform.machine()
