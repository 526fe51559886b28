"""What `eval` shows on a terminal."""

from rich.console import Console, RenderableType

from streams.cli.scores import change_view, figures_view, verdict_view
from streams.evaluation.catalogue import Difference
from streams.evaluation.reasons import Verdict

FIGURES = {"articles": 2, "body_f1": 0.9876, "leaks": 3, "sum_words": 51.25}


def drawn(view: RenderableType) -> str:
    console = Console(width=100, color_system=None)
    with console.capture() as captured:
        console.print(view)
    return captured.get()


def test_a_column_a_group_and_only_what_was_measured() -> None:
    text = drawn(figures_view({"all": FIGURES, "de": {"articles": 1, "leaks": 0}}, []))
    rows = {" ".join(line.split()) for line in text.splitlines()}
    assert {"all (2) de (1)", "body F1 0.988 –", "boilerplate strings left 3 0",
            "words 51.2 –"} <= rows  # fmt: skip
    assert "Entities" not in text


def test_a_change_stands_behind_its_figure() -> None:
    change = Difference("all", "leaks", 1, 3, is_drop=True)
    shown = " ".join(drawn(figures_view({"all": FIGURES}, [change])).split())
    assert "boilerplate strings left 3 +2" in shown
    assert drawn(change_view(change)) == "dropped  all leaks: 1 → 3\n"


def test_a_verdict_lists_its_reasons() -> None:
    text = drawn(verdict_view(Verdict("a-1", "de", 0.5, ("title: A", "no entity: C"))))
    assert text.split() == ["a-1", "de", "0.500", "title:", "A", "no", "entity:", "C"]
    assert "nothing wrong" in drawn(verdict_view(Verdict("a-1", "de", 1.0, ())))
