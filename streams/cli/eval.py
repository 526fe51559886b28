"""`newsmill eval`: how well the pipeline understands annotated articles."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .faults import CommandError
from .options import Flags, settings_options
from .output import console, is_terminal, note, progress, write_object

if TYPE_CHECKING:
    from streams.evaluation.catalogue import Difference
    from streams.evaluation.gold import Fields, Groups
    from streams.evaluation.predictions import Predictions
    from streams.evaluation.reasons import Verdict
    from streams.settings import Settings

_BATCH = 8  # small, so that the bar moves; results do not depend on it
_file = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


@click.command()
@click.argument("gold_file", metavar="GOLD", type=_file)
@click.argument("raw_file", metavar="RAW", type=_file)
@click.option("--by-language", is_flag=True, help="Show the figures of each language too.")
@click.option("--worst", "count", metavar="N", type=click.IntRange(min=0), default=0,
              help="Show the N worst articles, and what is wrong with them.")  # fmt: skip
@click.option("--baseline", metavar="FILE", type=_file,
              help="Compare with figures saved earlier; exit code 1 if one dropped.")  # fmt: skip
@click.option("--save", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Keep the figures, of each language too, for --baseline.")  # fmt: skip
@settings_options
@click.pass_context
def command(
    ctx: click.Context,
    gold_file: Path,
    raw_file: Path,
    by_language: bool,
    count: int,
    baseline: Path | None,
    save: Path | None,
) -> None:
    """Score the pipeline on annotated articles.

    Runs the pipeline in memory over the articles of RAW, in order of arrival, and holds what comes
    out against the annotations of GOLD, JSON lines. On a terminal a table, else one JSON object.
    A drop is more than one point of a rate, or more of what should be none.

    \b
    Example:
      newsmill eval gold.jsonl raw.jsonl --by-language --worst 3
      newsmill eval gold.jsonl raw.jsonl --save figures.json
      newsmill eval gold.jsonl raw.jsonl --baseline figures.json
    """
    from streams.evaluation.catalogue import differences
    from streams.evaluation.figures import groups
    from streams.evaluation.gold import ALL, EvaluationError, read_figures, read_gold, save_figures
    from streams.evaluation.reasons import worst

    try:
        gold, earlier = read_gold(gold_file), read_figures(baseline) if baseline else None
        found = _predict(ctx.ensure_object(Flags).settings(batch=_BATCH), raw_file, gold)
        predictions = list(found.by_id.values())
        measured = groups(gold, predictions)
        changes = differences(earlier, measured) if earlier else []
    except EvaluationError as error:
        raise CommandError(str(error)) from None
    if save:
        save_figures(save, measured)
    shown = measured if by_language else {ALL: measured[ALL]}
    _show(shown, worst(gold, predictions, found.rejections, count), changes)
    if dropped := sum(one.is_drop for one in changes):
        note(f"{dropped} figures dropped since {baseline}")
        ctx.exit(1)


def _show(
    figures: "Groups", verdicts: "Sequence[Verdict]", changes: "Sequence[Difference]"
) -> None:
    if not is_terminal():
        write_object({
            "figures": figures,
            "worst": [asdict(one) for one in verdicts],
            "differences": [one._asdict() for one in changes],
        })  # fmt: skip
        return
    from .scores import change_view, figures_view, shown, verdict_view

    screen = console()
    screen.print(figures_view(figures, changes))
    seen = [
        one
        for one in changes
        if one.is_drop or shown(one.name, one.was) != shown(one.name, one.now)
    ]
    for view in (*map(verdict_view, verdicts), *map(change_view, seen)):
        screen.print(view)


def _predict(settings: "Settings", raw_file: Path, gold: "list[Fields]") -> "Predictions":
    """Raises CommandError where the two files are not of the same articles."""
    from streams.evaluation.predictions import predict
    from streams.files import read
    from streams.launch import find_stages
    from streams.topics import RAW

    prefix, stages = settings.topic_prefix, find_stages(settings, ())
    messages = list(read([str(raw_file)], prefix + RAW.name))
    known = {(message.key or b"").decode() for message in messages}
    if missing := [one["id"] for one in gold if one["id"] not in known]:
        some = ", ".join(missing[:3])
        raise CommandError(f"{raw_file} has no {some}: {len(missing)} articles of GOLD are missing")
    with progress("loading models, reading", "steps") as advance:
        total = len(messages) * len(stages)
        return predict(
            stages,
            messages,
            prefix=prefix,
            max_bytes=settings.max_message_bytes,
            advance=lambda done: advance(done, total),
        )
