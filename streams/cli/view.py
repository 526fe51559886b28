"""What a person sees of articles and messages: rich renderables, nothing printed here."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from streams.message import Message

from .gather import Card
from .visible import visible

Fields = Mapping[str, Any]

NAMES_SHOWN = 6  # of each type; an article names dozens
_TYPES = {"PER": "people", "ORG": "organisations", "LOC": "places", "EVENT": "events",
          "PRODUCT": "products", "WORK": "works"}  # fmt: skip
_SALIENT = 0.5  # from here on a name is set in bold: what the article is about
_TEXT_SHOWN = 240  # characters of a body that only stands for itself


def card_view(card: Card, name: str = "") -> RenderableType:
    """An article: headline, summary, entities by type; how long each stage took.

    `name` is what the user knows it by, where stages know no more than its hash.
    """
    clean, summary = card.events.get("clean-article", {}), card.events.get("summary", {})
    headline = summary.get("headline") or clean.get("title") or clean.get("url")
    parts: list[RenderableType] = [_foreign(headline, "bold")] if headline else []
    if summary:
        parts.append(_foreign(summary["text"]))
    if entities := card.events.get("entities", {}).get("entities"):
        parts.append(Padding(entity_table(entities), (1, 0, 0, 0)))
    parts += [_foreign(f"rejected by {s}: {why}", "red") for s, why in card.rejections.items()]
    parts += [
        Text(outcome, style="yellow")
        for outcome in ("withdrawn", "held")
        if outcome in card.outcomes.values()
    ]
    return Panel(
        Group(*parts), title=_title(name or card.article_id, clean), title_align="left",
        subtitle=_timing(card), subtitle_align="right", box=box.ROUNDED, border_style="dim",
        padding=(0, 1),
    )  # fmt: skip


def entity_table(entities: list[Fields]) -> Table:
    """Names by type, the most salient first."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for type_, label in _TYPES.items():
        if found := [entity for entity in entities if entity["type"] == type_]:
            table.add_row(label, _names(found))
    return table


def _names(entities: list[Fields]) -> Text:
    ranked = sorted(entities, key=lambda entity: -entity["salience"])
    shown = [
        _foreign(entity["name"], "bold" if entity["salience"] >= _SALIENT else "")
        for entity in ranked[:NAMES_SHOWN]
    ]
    more = len(ranked) - NAMES_SHOWN
    if more > 0:
        shown.append(Text(f"+{more}", style="dim"))
    return Text(", ").join(shown)


def _title(article_id: str, clean: Fields) -> Text:
    facts = [article_id, clean.get("language"), clean.get("source")]
    return _foreign(" · ".join(str(fact) for fact in facts if fact), "dim")


def _timing(card: Card) -> Text:
    return _foreign(" · ".join(f"{s} {ms:.0f} ms" for s, ms in card.took_ms.items()), "dim")


def what_next(bootstrap: str, count: int) -> RenderableType:
    """What to try on the running demo, in another terminal."""
    commands = Table.grid(padding=(0, 3))
    commands.add_column(no_wrap=True, overflow="ignore")  # to be copied whole
    commands.add_column()
    for words, meaning in (
        (f"export NEWSMILL_BOOTSTRAP={bootstrap}", ""),
        ("newsmill publish your-article.txt", "it appears here"),
        ("newsmill tail rejected --from-beginning", "what could not be used, and why"),
        ("newsmill topics list", "how much is on each topic"),
    ):
        commands.add_row(Text(words, style="bold"), Text(meaning, style="dim"))
    head = Text(f"All {count} articles are through. Go on in another terminal:")
    return Padding(Group(head, Padding(commands, (1, 0, 1, 2))), (1, 0, 0, 0))


def message_view(message: Message) -> RenderableType:
    """A message of any topic: where it lies and its key, then what it says."""
    key = (message.key or b"").decode("utf-8", "replace")
    head = Text.assemble((message.topic, "cyan"), "  ", (visible(key), "bold"), "  ",
                         (f"{message.partition}/{message.offset}", "dim"))  # fmt: skip
    return Group(head, Padding(Group(*_body(message)), (0, 0, 0, 2)))


def _body(message: Message) -> Iterator[RenderableType]:
    if reason := message.header("newsmill-reason"):
        stage, detail = message.header("newsmill-stage"), message.header("newsmill-detail") or ""
        yield _foreign(f"rejected by {stage}: {reason} {detail}".rstrip(), "red")
    if message.value is None:
        yield Text("withdrawn" if message.key else "nothing", style="yellow")
        return
    text = message.value.decode("utf-8", "replace")
    fields = _object(text)
    yield from _BODIES.get(str(fields.get("schema")).partition("/")[0], _plain)(fields, text)


def _object(text: str) -> Fields:
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def _plain(_fields: Fields, text: str) -> Iterator[RenderableType]:
    yield _foreign(shortened(text), "dim")


def _summary(fields: Fields, _text: str) -> Iterator[RenderableType]:
    if headline := fields.get("headline"):
        yield _foreign(headline, "bold")
    yield _foreign(fields["text"])


def _entities(fields: Fields, _text: str) -> Iterator[RenderableType]:
    yield entity_table(fields["entities"])


def _clean(fields: Fields, _text: str) -> Iterator[RenderableType]:
    facts = (fields.get("language"), fields.get("source") or fields.get("url"))
    yield _foreign(" · ".join(fact for fact in facts if fact), "dim")
    if title := fields.get("title"):
        yield _foreign(title, "bold")
    yield _foreign(shortened(fields["text"]))


def _journey(fields: Fields, _text: str) -> Iterator[RenderableType]:
    style = "" if fields["outcome"] in ("ok", "withdrawn") else "red"
    detail = f" ({fields['detail']})" if fields.get("detail") else ""
    yield _foreign(
        f"{fields['stage']}: {fields['outcome']}{detail}, {fields['took_ms']:.0f} ms", style
    )


def _foreign(text: object, style: str = "") -> Text:
    """What others wrote, fit for a terminal."""
    return Text(visible(text), style)


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text[: 2 * _TEXT_SHOWN].split())
    return line if len(line) <= _TEXT_SHOWN else f"{line[:_TEXT_SHOWN]}…"


_BODIES = {"summary": _summary, "entities": _entities, "clean-article": _clean,
           "journey-record": _journey}  # fmt: skip
