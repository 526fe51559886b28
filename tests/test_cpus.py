"""The processors of a container."""

import os

import pytest

from streams.cpus import cpu_count

HERE = len(os.sched_getaffinity(0))


@pytest.mark.parametrize(
    ("files", "count"),
    [
        ({}, HERE),
        ({"cpu.max": "max 100000"}, HERE),
        ({"cpu.max": "50000 100000"}, 1),
        ({"cpu.max": f"{HERE * 800_000} 100000"}, HERE),
        ({"cpu/cpu.cfs_quota_us": "100000", "cpu/cpu.cfs_period_us": "100000"}, 1),
        ({"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, HERE),
        ({"cpu.max": "nonsense"}, HERE),
    ],
)
def test_the_lower_of_limit_and_affinity_counts(tmp_path, files, count):
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text + "\n")
    assert cpu_count(tmp_path) == count
