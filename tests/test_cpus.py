"""The processors of a container."""

import os
import subprocess
import sys

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


def asked(code, **environment):
    """What a new process prints, in which no library has seen a processor yet."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("OMP_")}
    done = subprocess.run(
        [sys.executable, "-c", code], env={**plain, **environment}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


LIMITED = (
    "import os; from streams.cpus import limit_threads; limit_threads({}); import torch;"
    "print(torch.get_num_threads(), *map(os.environ.get, ('OMP_NUM_THREADS', 'OMP_WAIT_POLICY')))"
)


def test_models_start_as_many_threads_as_they_are_told():
    assert asked(LIMITED.format(1)) == ["1", "1", "PASSIVE"]
    assert asked(LIMITED.format(2)) == [str(min(2, HERE)), "2", "PASSIVE"]


def test_a_number_of_threads_that_the_user_has_set_stays():
    environment = {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "ACTIVE"}
    assert asked(LIMITED.format(2), **environment) == ["1", "1", "ACTIVE"]


WORKER = """
import contextlib, sys
from pathlib import Path
from streams import launch
from streams.cpus import cpu_count

async def topics(*_):
    pass

def run(settings, stage, number):
    assert "torch" not in sys.modules and "numpy" not in sys.modules
    import torch
    print(stage.name, torch.get_num_threads())
    return 0

launch.cpu_count = lambda: cpu_count(Path(sys.argv[1]))
launch._check_topics, launch._run = topics, run
launch.slot = lambda *_: contextlib.nullcontext(0)
settings = launch.Settings()
[stage] = launch.find_stages(settings, ["summarize"])
launch.run_worker(settings, stage)
"""


def test_a_worker_heeds_its_container_before_it_imports_its_model(tmp_path):
    (tmp_path / "cpu.max").write_text("100000 100000\n")
    code = f"import sys; sys.argv.append({str(tmp_path)!r})\n{WORKER}"
    assert asked(code) == ["summarize", "1"]


def test_engines_are_tried_on_the_threads_of_the_worker():
    code = (
        "import io, json, sys; from streams import trying;"
        "choices = {'machine_dir': '.', 'threads': 1};"
        "sys.stdin = io.StringIO(json.dumps({'choices': choices, 'engines': []}));"
        "trying._articles = list;"
        "trying._tried = lambda *_: __import__('torch') and (trying.Trial(trying.REFERENCE), []);"
        "assert 'torch' not in sys.modules; trying.main('summarize');"
        "print(sys.modules['torch'].get_num_threads())"
    )
    assert asked(code)[-1] == "1"
