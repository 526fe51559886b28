"""The picture of a run: what it shows, and that equal figures are equal small files."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from streams.bench.errors import BenchError
from streams.bench.grouped import Measured, settings_of
from streams.bench.machine import Machine
from streams.bench.measure import Figure
from streams.bench.panels import sections
from streams.bench.picture import _colours, _limits, draw
from streams.cli import main

MACHINE = Machine("newsmill bench --all", "x", 2, 8, "Linux x86_64", 0.5, {"newsmill": "1"})
MANY = tuple(
    Figure(f"newsmill contender {row}: measured {panel}", f"articles/s {panel}", 1000 * row + 5,
           1000 * row, 1001 * row + 9, 3, f"Part {panel // 5}")
    for panel in range(45) for row in range(6)  # more than all measurements have
)  # fmt: skip


def one(name: str, unit: str = "ms", part: str = "Part") -> Figure:
    return Figure(name, unit, 2, 1, 3, 3, part)


def measured(*figures: Figure) -> list[Measured]:
    return [Measured(MACHINE, figures)]


def test_percentiles_stand_side_by_side_in_one_panel() -> None:
    figures = [one(f"{pace}: added, p{p}") for pace in ("slow", "fast") for p in (50, 99)]
    ((title, panels),) = sections(measured(*figures))
    assert title == "Part"
    assert [panel.title for panel in panels] == ["added, ms"]
    names = [name for name, _ in panels[0].rows]
    assert names == ["slow, p50", "slow, p99", "fast, p50", "fast, p99"]


def test_single_bars_and_what_others_show_are_left_to_the_tables() -> None:
    figures = [one("a: speed"), one("b: speed"), one("a: CPU"), one("a: speed", "times the loop's")]
    (section,) = sections(measured(*figures))
    assert [panel.title for panel in section.panels] == ["speed, ms"]
    (alone,) = sections(measured(one("a: CPU")))
    assert len(alone.panels) == 1


def test_parts_are_sections_in_their_order() -> None:
    found = sections(measured(one("a: x", part="Two"), one("a: y", part="One")))
    assert [section.title for section in found] == ["Two", "One"]
    assert sections(measured(one("a: x", part="")))[0].title == MACHINE.command


def test_bars_that_would_vanish_are_on_a_logarithmic_scale() -> None:
    assert _limits([10, 200], 250)[0] == 0
    start, end = _limits([10, 20_000], 25_000)
    assert 0 < start < 10 < 25_000 < end
    assert _limits([0, 1], 25_000)[0] == 0


def test_others_are_grey_where_ours_are_beside_them() -> None:
    ours, theirs = _colours(["newsmill", "faust_agent"])
    assert ours != theirs
    assert _colours(["part 1 of 2", "part 2 of 2"]) == [ours, ours]


def test_equal_figures_are_equal_small_files(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.svg", "other.svg")]
    for file in files:
        draw(measured(*MANY), file)
    drawn = files[0].read_text("utf-8")
    assert drawn == files[1].read_text("utf-8")
    assert 50_000 < len(drawn) < 200_000
    assert "<dc:date>" not in drawn
    assert all(f">Part {number}<" in drawn for number in range(9))


def test_a_file_of_no_known_kind_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="nonsense"):
        draw(measured(one("a: x")), tmp_path / "picture.nonsense")
    with pytest.raises(BenchError, match="nothing to draw"):
        draw(measured(), tmp_path / "picture.svg")


def test_the_page_shows_the_picture_that_is_drawn_with_it(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    told = [MACHINE.to_dict(), one("a: x").to_dict()]
    lines.write_text("\n".join(map(json.dumps, told)))
    page = tmp_path / "page.md"
    options = ["bench", "--read", str(lines), "--write-markdown", str(page)]
    assert CliRunner().invoke(main, options).exit_code == 0
    assert "![" not in page.read_text()
    picture = tmp_path / "drawn here" / "x.svg"
    picture.parent.mkdir()
    assert CliRunner().invoke(main, [*options, "--picture", str(picture)]).exit_code == 0
    assert "](drawn%20here/x.svg)" in page.read_text()
    assert picture.exists()


def test_the_page_names_the_gpus_of_a_machine_that_has_some() -> None:
    lines = dict(settings_of(replace(MACHINE, gpus=("NVIDIA H200",))))
    assert lines["GPU"] == "NVIDIA H200"
    assert "GPU" not in dict(settings_of(MACHINE))
