import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from agents.clean import Sample
from streams.stage import Outage
from streams.state import DurableMemory

WRITER = """
import sys
from agents.clean import Sample
from streams.state import DurableMemory
path, name = sys.argv[1:]
with DurableMemory(path) as memory:
    for number in range(40):
        own = [Sample(hash((name, number, at)) & 0xffffffff, 40) for at in range(4)]
        memory.sight("s", f"{name}{number}", f"{name}{number}", [*own, Sample(7, 10)])
"""


def row_count(path: Path, table: str) -> int:
    with sqlite3.connect(path) as database:
        counts = [
            database.execute(f"select count(*) from {table}_{half}").fetchone()[0]
            for half in (0, 1)
        ]
    database.close()
    return sum(counts)


def test_memory_outlives_its_process(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with DurableMemory(path) as memory:
        memory.sight("s", "u1", "v1", [Sample(7, 0), Sample(1, 40)])
    with DurableMemory(path) as memory:
        assert memory.sight("s", "u2", "v2", [Sample(7, 0), Sample(2, 40)])[0].times == 1


def test_processes_that_start_together_on_one_file_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    command = [sys.executable, "-c", WRITER, str(path)]
    writers = [subprocess.Popen([*command, name]) for name in "abcd"]
    assert [writer.wait(120) for writer in writers] == [0] * 4
    with DurableMemory(path) as memory:
        assert memory.sight("s", "last", "last", [Sample(7, 0), Sample(3, 40)])[0].times == 160


def test_tables_stay_within_their_bounds(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with DurableMemory(path, most_blocks=50, most_articles=100) as memory:
        for number in range(60):
            samples = [Sample(number * 10 + at, 40) for at in range(5)]
            memory.sight("s", f"u{number}", f"v{number}", samples)
            assert row_count(path, "trace") <= 50
    with DurableMemory(path, most_blocks=1000, most_articles=20) as memory:
        for number in range(60, 100):
            memory.sight("s", f"u{number}", f"v{number}", [Sample(number * 10, 40)])
        assert row_count(path, "answer") <= 20
        assert row_count(path, "report") <= 20


def test_what_keeps_coming_is_kept_and_what_stays_away_forgotten(tmp_path: Path) -> None:
    with DurableMemory(tmp_path / "memory.sqlite", most_blocks=40) as memory:
        memory.sight("s", "u", "v", [Sample(8, 40)])
        for number in range(50):
            samples = [Sample(7, 0), Sample(100 + number, 40)]
            memory.sight("s", f"u{number}", f"v{number}", samples)
        again = memory.sight("s", "last", "last", [Sample(7, 0), Sample(8, 40)])
    assert [seen.times for seen in again] == [50, 0]


def test_a_full_memory_costs_no_more_than_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with DurableMemory(path) as memory:
        empty = steps_of(memory, "first")
        for half in (0, 1):
            rows = ((number,) for number in range(20_000))
            memory._database.executemany(f"insert into answer_{half} values (?, '[]')", rows)
        assert steps_of(memory, "second") < 2 * empty + 1000


def steps_of(memory: DurableMemory, version: str) -> int:
    """About how many instructions SQLite needs for one article."""
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 10

    memory._database.set_progress_handler(count, 10)
    memory.sight("s", version, version, [Sample(7, 10)])
    memory._database.set_progress_handler(None, 0)
    return steps


def test_failed_call_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with DurableMemory(path) as memory:
        with pytest.raises(OverflowError):
            memory.sight("s", "u1", "v1", [Sample(2**80, 1)])
        assert memory.sight("s", "u1", "v1", [Sample(7, 1)])[0].times == 0


def test_tables_of_an_earlier_version_make_room(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with sqlite3.connect(path) as database:
        database.executescript("create table trace (key); create table other (key);")
    database.close()
    with DurableMemory(path) as memory:
        names = memory._database.execute("select name from sqlite_schema where type = 'table'")
        assert {name for (name,) in names} >= {"other", "trace_0", "trace_1", "fill"}
        assert memory._database.execute("pragma user_version").fetchone() == (3,)
        old = memory._database.execute("select 1 from sqlite_schema where name = 'trace'")
        assert old.fetchone() is None


def test_full_disk_is_an_outage_and_passes(tmp_path: Path) -> None:
    samples = [Sample(number, 40) for number in range(2000)]
    with DurableMemory(tmp_path / "memory.sqlite") as memory:
        memory._database.execute("pragma max_page_count = 12")
        with pytest.raises(Outage, match=r"memory\.sqlite: database or disk is full"):
            memory.sight("s", "u1", "v1", samples)
        memory._database.execute("pragma max_page_count = 100000")
        assert memory.sight("s", "u2", "v2", samples)[0].times == 0


def test_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(Outage, match=r"memory\.sqlite: file is not a database"):
        DurableMemory(path)
