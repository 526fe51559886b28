"""Figures as tables and as a picture."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from streams.bench.grouped import Measured, grids, runs, spread
from streams.bench.machine import Machine, this_machine
from streams.bench.markdown import markdown
from streams.bench.measure import Figure, figure
from streams.bench.picture import draw
from streams.bench.plan import BenchError
from streams.cli import main

MACHINE = Machine(
    "newsmill bench", "A processor", 2, 8.0, "Linux", 0.25, {"python": "3.11", "torch": "2"}
)
FIGURES = (
    figure("bare: on Kafka", "articles/s", [5000, 4000, 6000]),
    figure("clean: on Kafka", "articles/s", [100]),
    figure("clean: offline", "articles/s", [120]),
    figure("encoder, naive loop: speed", "articles/s", [1, 2, 3]),
    figure("encoder, ours, in batches: speed", "articles/s", [1234.5]),
    figure("newsmill beside faust_agent", "times its articles/s", [2]),
)
RUN = Measured(MACHINE, FIGURES)


def test_what_is_measured_alike_is_one_grid() -> None:
    stages, encoder, beside = grids(FIGURES)
    assert [*stages.rows] == ["bare", "clean"]
    assert [str(column) for column in stages.columns] == [
        "on Kafka, articles/s",
        "offline, articles/s",
    ]
    assert (encoder.title, [*encoder.rows]) == ("encoder", ["naive loop", "ours, in batches"])
    assert str(beside.columns[0]) == "times its articles/s"


def test_a_spread_is_shown_where_there_is_one() -> None:
    assert spread(figure("a", "s", [1234, 1000, 2000])) == "1,234 (1,000–2,000)"
    assert spread(figure("a", "s", [0.12345])) == "0.123"


def test_the_page_names_the_machine_and_has_a_table_a_kind() -> None:
    page = markdown([RUN])
    assert "## `newsmill bench`" in page
    assert "- Processor: A processor, 2 cores" in page
    assert "- Load at the start: 0.25" in page
    assert "- Versions: python 3.11, torch 2" in page
    assert "| bare | 5,000 (4,000–6,000) | – |" in page
    assert "### Encoder\n\n|  | speed, articles/s |\n| --- | ---: |\n" in page


def test_lines_are_read_as_they_were_written() -> None:
    lines = [json.dumps(MACHINE.to_dict()), *(json.dumps(one.to_dict()) for one in FIGURES), ""]
    assert runs(lines) == [RUN]
    for wrong in ([lines[1]], [lines[0], '{"name": "x"}']):
        with pytest.raises(ValueError, match="no line of `newsmill bench`"):
            runs(wrong)


def test_the_machine_is_this_one() -> None:
    found = this_machine("newsmill bench")
    assert found.cores >= 1
    assert found.memory_gb > 0.1
    assert {"python", "torch", "kafka"} <= found.versions.keys()


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_picture_has_a_bar_for_each_figure(tmp_path: Path, kind: str) -> None:
    pytest.importorskip("matplotlib")
    file = tmp_path / f"picture.{kind}"
    draw([RUN], file)
    if kind == "png":
        assert file.read_bytes().startswith(b"\x89PNG")
        return
    text = file.read_text("utf-8")
    for label in ("naive loop", "1,234", "encoder: speed, articles/s", "A processor, 2 cores"):
        assert label in text


def test_a_picture_of_nothing_or_of_no_known_kind_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    with pytest.raises(BenchError, match="nothing to draw"):
        draw([], tmp_path / "picture.svg")
    with pytest.raises(BenchError, match="xyz"):
        draw([RUN], tmp_path / "picture.xyz")


def test_without_matplotlib_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(BenchError, match=r"pip install 'newsmill\[bench\]'"):
        draw([RUN], tmp_path / "picture.svg")
    result = CliRunner().invoke(main, ["bench", "--picture", "picture.svg"])
    assert result.exit_code == 1
    assert "pip install 'newsmill[bench]'" in result.stderr


def test_an_earlier_run_becomes_a_page(tmp_path: Path) -> None:
    lines = [json.dumps(each.to_dict()) for each in (MACHINE, *FIGURES)]
    (tmp_path / "run.jsonl").write_text("\n".join(lines), "utf-8")
    page = tmp_path / "page.md"
    words = ["bench", "--read", str(tmp_path / "run.jsonl"), "--write-markdown", str(page)]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert page.read_text("utf-8") == markdown([RUN])


def test_a_figure_has_four_digits() -> None:
    assert figure("a", "s", [1.23456]) == Figure("a", "s", 1.235, 1.235, 1.235, 1)
