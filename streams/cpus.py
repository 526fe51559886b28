"""How many processors this process may use, and the models' libraries told so before they load."""

import math
import os
from pathlib import Path

_CGROUP = Path("/sys/fs/cgroup")


def cpu_count(cgroup: Path = _CGROUP) -> int:
    """Those of its affinity, or fewer where the container's limit is lower; at least one."""
    if hasattr(os, "sched_getaffinity"):
        available = len(os.sched_getaffinity(0))
    else:
        available = os.cpu_count() or 1
    limit = _limit(cgroup)
    return max(1, min(available, math.ceil(limit)) if limit else available)


def limit_threads(count: int) -> None:
    """Makes OpenMP start so many threads, which sleep while they wait. Before torch is imported.

    Spinning threads take the processor from the other stages on a busy machine.
    """
    os.environ.setdefault("OMP_NUM_THREADS", str(count))
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def _limit(cgroup: Path) -> float | None:
    """Processors by the control group's quota, version 2 or 1; None where there is no limit."""
    try:
        quota, period = (cgroup / "cpu.max").read_text().split()
    except (OSError, ValueError):
        try:
            quota = (cgroup / "cpu" / "cpu.cfs_quota_us").read_text().strip()
            period = (cgroup / "cpu" / "cpu.cfs_period_us").read_text().strip()
        except OSError:
            return None
    return int(quota) / int(period) if quota.isdigit() and int(period) > 0 else None
