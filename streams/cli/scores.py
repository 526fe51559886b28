"""What `eval` shows on a terminal: rich renderables, nothing printed here."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from streams.evaluation.catalogue import FAMILIES, Difference, Kind
from streams.evaluation.gold import Groups
from streams.evaluation.reasons import Verdict

_COUNTS = ("leaks", "articles_with_leaks", "missing_predictions", "boilerplate_entities",
           "fragments")  # fmt: skip
_WORDS = ("sum_words", "lead3_words", "ref_words")


def figures_view(groups: Groups, changes: Sequence[Difference]) -> RenderableType:
    """A column a group; what changed since the earlier run stands behind a figure."""
    table = Table(box=None, pad_edge=False)
    table.add_column()
    for group, figures in groups.items():
        table.add_column(f"{group} ({figures['articles']:.0f})", justify="right")
    known = {(one.group, one.name): one for one in changes}
    for title, family in FAMILIES.items():
        rows = [(name, kind) for name, kind in family.items() if _has(groups, name)]
        if rows:
            table.add_row(Text(title, "bold"))
        for name, kind in rows:
            cells = (
                _cell(name, kind, figures.get(name), known.get((group, name)))
                for group, figures in groups.items()
            )
            table.add_row(Text(f"  {kind.label}"), *cells)
    return table


def verdict_view(verdict: Verdict) -> RenderableType:
    """An article, and what is wrong with it, one thing a line."""
    head = Text.assemble((verdict.id, "bold"), f"  {verdict.language}  {verdict.quality:.3f}")
    body = Group(*map(Text, verdict.reasons)) if verdict.reasons else Text("nothing wrong", "dim")
    return Padding(Group(head, Padding(body, (0, 0, 0, 2))), (1, 0, 0, 0))


def change_view(change: Difference) -> RenderableType:
    """One line: whose figure it is, what it was, what it is."""
    sign = Text("dropped", "bold red") if change.is_drop else Text("changed", "dim")
    was, now = (shown(change.name, value) for value in (change.was, change.now))
    return Text.assemble(sign, f"  {change.group} {change.name}: {was} → {now}")


def shown(name: str, value: float) -> str:
    """The figure with as many digits as say something."""
    if name in _COUNTS:
        return f"{value:.0f}"
    return f"{value:.1f}" if name in _WORDS else f"{value:.3f}"


def _has(groups: Groups, name: str) -> bool:
    return any(name in figures for figures in groups.values())


def _cell(name: str, kind: Kind, value: float | None, change: Difference | None) -> Text:
    if value is None:
        return Text("–", "dim")
    cell = Text(shown(name, value))
    if change is not None and change.now != change.was:
        sign = "+" if change.now > change.was else "−"
        better = kind.better * (change.now - change.was)
        style = "red" if change.is_drop else "green" if better > 0 else "dim"
        cell.append(f" {sign}{shown(name, abs(change.now - change.was))}", style)
    return cell
