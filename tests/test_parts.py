"""`newsmill bench` with several parts: what is asked for, what is left out, what the page says."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from streams.bench import parts, plan, repeats, versus
from streams.bench.errors import BenchError
from streams.bench.grouped import Measured, runs
from streams.bench.machine import this_machine
from streams.bench.markdown import markdown
from streams.bench.measure import Figure, figure
from streams.bench.parts import Run, Talk, measurements
from streams.bench.programs import OURS, RIVALS
from streams.bench.wanted import Amounts, Wanted
from streams.cli import main
from streams.cli.stopping import INTERRUPTED
from streams.cli.wishes import STAGES, Wishes, wanted
from streams.settings import Settings

NOTHING: Wishes = {
    "everything": False, "names": (), "rivals": (), "latency": False, "scaling": False,
    "backlog": None, "engines": None, "articles": None, "repeats": None,
}  # fmt: skip


def wish(**fields: Any) -> Wanted:
    return wanted({**NOTHING, **fields}, is_busy=False)  # type: ignore[typeddict-item] # a test's own


def run(asked: Wanted, folder: Path, told: list[str]) -> Run:
    talk = Talk(told.append, lambda _text: nullcontext(), lambda _done, _total: None)
    return Run(Settings(data_dir=folder), asked, "run", folder, talk)


def fails(*_: Any) -> Iterator[Figure]:
    raise BenchError("no way")
    yield


def one_figure(*_: Any) -> Iterator[Figure]:
    yield figure("clean: speed", "articles/s", [1.0, 3.0])


def test_without_a_wish_the_stages_are_measured() -> None:
    assert wish() == Wanted(stages=STAGES)
    assert wish(latency=True).stages == ()
    assert wish(latency=True, names=("pass",)).stages == ("pass",)


def test_all_is_everything_in_its_usual_numbers() -> None:
    found = wish(everything=True)
    assert found == Wanted(STAGES, tuple(RIVALS), True, True, 100_000, "large")
    assert (found.repeats, found.rounds) == (3, 2)


def test_what_is_said_beside_all_holds() -> None:
    found = wish(
        everything=True, names=("pass",), rivals=("faust_agent",), backlog=1000, engines="small",
        articles=7, repeats=5,
    )  # fmt: skip
    assert found == Wanted(
        ("pass",), ("faust_agent",), True, True, 1000, "small", 5, 5, Amounts().each(7)
    )
    assert found.amounts.raced == 7
    assert {pace.articles for pace in found.amounts.paces} == {7}
    assert set(found.amounts.scaled.values()) == {7}


def test_a_part_that_fails_is_told_of_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "scaling", fails)
    monkeypatch.setattr(parts, "sizes", one_figure)
    told: list[str] = []
    found = list(measurements(run(Wanted(scaling=True), tmp_path, told)))
    assert [one.part for one in found] == ["Longer articles"]
    assert told == ["part 1 of 2: More workers", "left out: More workers: no way",
                    "part 2 of 2: Longer articles"]  # fmt: skip


def test_nothing_measured_but_the_machine_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "measured_peaks", lambda _repeats: {"copy": [1.0]})
    monkeypatch.setattr(parts, "encoders", fails)
    found = measurements(run(Wanted(engines="small"), tmp_path, []))
    assert next(found).part == parts.MACHINE
    with pytest.raises(BenchError, match="no way"):
        next(found)


def test_the_peaks_are_measured_once_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []
    seen: list[Any] = []

    def measured_peaks(repeats: int) -> dict[str, list[float]]:
        counted.append(repeats)
        return {"copy": [1.0]}

    def encoders(_settings: Any, _count: int, peaks: Any, _course: Any) -> Iterator[Figure]:
        seen.append(peaks)
        return one_figure()

    def taggers(peaks: Any, _course: Any) -> Iterator[Figure]:
        seen.append(peaks)
        return one_figure()

    for name, fake in {"encoders": encoders, "generators": one_figure, "taggers": taggers}.items():
        monkeypatch.setattr(parts, name, fake)
    monkeypatch.setattr(parts, "measured_peaks", measured_peaks)
    list(measurements(run(Wanted(engines="large"), tmp_path, [])))
    assert (counted, seen) == ([3], [{"copy": [1.0]}] * 2)


def test_rivals_that_cannot_be_installed_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def python_for(name: str, _folder: Path) -> Path:
        if name != "faust_agent":
            raise BenchError("no network")
        return tmp_path

    monkeypatch.setattr(versus, "python_for", python_for)
    told: list[str] = []
    found = versus._pythons(["quix_streams", "faust_agent"], tmp_path, told.append)
    assert found == {"faust_agent": tmp_path}
    assert "left out: quix_streams: no network" in told
    with pytest.raises(BenchError, match="quix_streams: no network"):
        versus._pythons(["quix_streams"], tmp_path, told.append)


def test_settings_reach_the_processes_that_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []

    def ran(command: Any, env: Any) -> subprocess.CompletedProcess[str]:
        seen.append(env)
        return subprocess.CompletedProcess(command, 0, '{"efficiency": 1}', "")

    for module in (plan, versus):
        monkeypatch.setattr(module, "create_topics", lambda *_: None)
    monkeypatch.setattr(repeats, "ran", ran)
    monkeypatch.setattr(versus, "attempt", lambda program, *_: seen.append(program.environment))
    settings = Settings(bootstrap="localhost:1", data_dir=tmp_path, summary_sentences=3)
    list(plan.measure(settings, plan.PLAN[:1], 1, "run", {}))
    versus._trial(settings, OURS, None, "run.", {})
    assert [each["NEWSMILL_SUMMARY_SENTENCES"] for each in seen] == ["3", "3"]


def test_a_page_has_a_heading_for_each_part_of_a_run() -> None:
    speed = figure("clean: speed", "articles/s", [1.0])
    figures = tuple(Figure(**{**speed.to_dict(), "part": part}) for part in ("One", "Two"))
    page = markdown([Measured(this_machine("newsmill bench --all"), figures)])
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert headings == ["# Benchmarks", "## `newsmill bench --all`", "### One", "### Two"]


def test_repeats_are_said_for_each_part_where_they_differ() -> None:
    def page(*counts: int) -> str:
        found = [Figure("x: y", "s", 1, 1, 1, count, f"Part {count}") for count in counts]
        return markdown([Measured(this_machine("newsmill"), tuple(found))])

    assert "- Repeats: 3\n" in page(3)
    assert "- Repeats" not in page(3, 2)
    assert "### Part 2\n\nRepeats: 2\n\n|" in page(3, 2)


def test_what_was_measured_before_ctrl_c_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> Iterator[Figure]:
        yield from one_figure()
        os.kill(os.getpid(), signal.SIGINT)
        yield figure("never: seen", "s", [1.0])

    monkeypatch.setattr(parts, "measured_peaks", lambda _repeats: {"copy": [1.0]})
    monkeypatch.setattr(parts, "encoders", interrupted)
    page = tmp_path / "page.md"
    done = CliRunner().invoke(main, ("bench", "--engines", "small", "--write-markdown", str(page)))
    assert done.exit_code == INTERRUPTED
    assert "interrupted: " in done.stderr
    assert "| clean | 2 (1–3) |" in page.read_text()
    assert "never" not in page.read_text()


def test_lines_of_earlier_runs_are_read(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text(
        '{"machine": {"command": "newsmill bench", "processor": "x", "cores": 2, "memory_gb": 1,'
        ' "system": "Linux", "load": 0, "versions": {}}}\n'
        '{"name": "pass: speed", "unit": "s", "median": 1, "least": 1, "greatest": 1,'
        ' "repeats": 1}\n'
    )
    assert runs(lines.read_text().splitlines())[0].figures[0].part == ""
    page = tmp_path / "page.md"
    options = ("bench", "--read", str(lines), "--write-markdown", str(page))
    assert CliRunner().invoke(main, options).exit_code == 0
    assert "| pass | 1 |" in page.read_text()
