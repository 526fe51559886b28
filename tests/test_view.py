"""What a person sees of articles and messages."""

import json
import re

import pytest
from rich.console import Console, RenderableType

from streams.cli.gather import Card
from streams.cli.view import NAMES_SHOWN, card_view, message_view, shortened
from streams.cli.visible import visible
from streams.message import Message


def text(view: RenderableType) -> str:
    screen = Console(width=100, color_system=None)
    with screen.capture() as captured:
        screen.print(view)
    return captured.get()


def entity(name: str, salience: float, type_: str = "PER") -> dict[str, object]:
    return {"name": name, "type": type_, "salience": salience}


def message(topic: str, value: object, *headers: tuple[str, bytes]) -> Message:
    return Message(topic, b"a", json.dumps(value).encode(), headers, partition=1, offset=2)


def test_a_card_shows_headline_summary_names_and_timing() -> None:
    card = Card("a-1", took_ms={"clean": 12.3, "summarize": 80.0})
    card.events = {
        "clean-article": {"language": "en", "source": "The Paper", "title": "Not this"},
        "summary": {"headline": "A bridge opens", "text": "It took six years."},
        "entities": {
            "entities": [entity("Low", 0.1), entity("High", 0.9), entity("Bonn", 1, "LOC")]
        },
    }
    shown = text(card_view(card))
    assert "a-1 · en · The Paper" in shown
    assert "A bridge opens" in shown
    assert "It took six years." in shown
    assert "people  High, Low" in shown
    assert "places  Bonn" in shown
    assert "clean 12 ms · summarize 80 ms" in shown


def test_many_names_are_counted_not_listed() -> None:
    names = [entity(f"N{number}", 0.1) for number in range(NAMES_SHOWN + 3)]
    shown = text(card_view(Card("a", events={"entities": {"entities": names}})))
    assert f"N{NAMES_SHOWN - 1}, +3" in shown


def test_nothing_that_a_terminal_obeys_is_shown() -> None:
    evil = "Kiel \x1b]0;PWNED\x07\x9b31m\u202eopens"
    card = Card("\x1b[5m1", rejections={"clean": evil}, events={
        "clean-article": {"language": "en", "source": evil, "title": evil, "text": evil},
        "summary": {"text": evil}, "entities": {"entities": [entity(evil, 0.9)]},
    })  # fmt: skip
    seen = [card_view(card), message_view(message("news.raw", evil, ("newsmill-reason", b"\x1b")))]
    seen.append(message_view(Message("news.raw", b"\x1b[31m", b"\x1b[2J", ())))
    shown = "".join(map(text, seen))
    assert "PWNED" in shown
    assert [sign for sign in ("\x1b", "\x07", "\x9b", "\u202e") if sign in shown] == []


def test_a_rejected_or_withdrawn_article_says_so() -> None:
    assert "rejected by clean: empty-text" in text(
        card_view(Card("a", rejections={"clean": "empty-text"}))
    )
    assert "withdrawn" in text(card_view(Card("a", outcomes={"clean": "withdrawn"})))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"schema": "summary/1", "headline": "Head", "text": "Body."}, "Head\n  Body."),
        ({"schema": "entities/1", "entities": [entity("Ada", 1)]}, "people  Ada"),
        ({"schema": "clean-article/1", "language": "de", "text": "Eins."}, "de\n  Eins."),
        ({"schema": "journey-record/1", "stage": "clean", "outcome": "ok", "took_ms": 3.4},
         "clean: ok, 3 ms"),
        ({"anything": "else"}, '{"anything": "else"}'),
        ("[markup] is text", "[markup] is text"),
    ],
)  # fmt: skip
def test_a_message_shows_where_it_lies_and_what_it_says(value: object, said: str) -> None:
    lines = [line.rstrip() for line in text(message_view(message("news.x", value))).splitlines()]
    assert lines[0] == "news.x  a  1/2"
    assert said in "\n".join(lines[1:])


def test_a_dead_letter_shows_its_cause_and_its_bytes() -> None:
    headers = (("newsmill-reason", b"unreadable"), ("newsmill-stage", b"clean"))
    shown = text(message_view(Message("news.rejected", None, b"\xff\xfe{", headers)))
    assert "rejected by clean: unreadable" in shown
    assert "{" in shown


def test_a_tombstone_is_a_withdrawal() -> None:
    assert "withdrawn" in text(message_view(Message("news.summaries", b"a", None)))


def test_long_texts_are_cut_on_one_line() -> None:
    assert shortened("one\ntwo") == "one two"
    assert shortened("word " * 1000).endswith("…")


# Sets the window's title, rings, colours, moves back, and turns the rest of the line around.
HOSTILE = "Kiel \x1b]0;PWNED\x07 \x1b[31m\x9b2J\r\x08\u202ered\u2066 \udcff"
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
HOSTILE_EVENTS = (
    {"schema": "summary/1", "headline": HOSTILE, "text": HOSTILE},
    {"schema": "entities/1", "entities": [entity(HOSTILE, 1)]},
    {"schema": "clean-article/1", "language": HOSTILE, "source": HOSTILE, "url": HOSTILE,
     "title": HOSTILE, "text": HOSTILE},
    {"schema": "journey-record/1", "stage": HOSTILE, "outcome": HOSTILE, "detail": HOSTILE,
     "took_ms": 1.0},
)  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE_EVENTS)
def test_a_message_cannot_steer_the_terminal(value: object) -> None:
    head = HOSTILE.encode("utf-8", "replace")
    headers = tuple((f"newsmill-{name}", head) for name in ("stage", "reason", "detail"))
    shown = text(message_view(Message("news.x", head, json.dumps(value).encode(), headers)))
    assert not STEERING.search(shown)
    assert "Kiel \ufffd]0;PWNED\ufffd" in shown


def test_bare_bytes_cannot_steer_the_terminal() -> None:
    raw = HOSTILE.encode("utf-8", "replace")
    assert not STEERING.search(text(message_view(Message("news.raw", raw, raw))))


def test_a_card_cannot_steer_the_terminal() -> None:
    events = {str(one["schema"]).partition("/")[0]: one for one in HOSTILE_EVENTS}
    shown = text(card_view(Card(HOSTILE, events, rejections={"clean": HOSTILE})))
    assert not STEERING.search(shown)


def test_lines_and_scripts_stay_as_they_are() -> None:
    assert visible("one\ttwo\nשלום é 🙂") == "one\ttwo\nשלום é 🙂"


def test_a_card_is_headed_by_the_name_that_the_user_knows() -> None:
    shown = text(card_view(Card("hash:1", rejections={"clean": "unreadable"}), "bin.txt"))
    assert "bin.txt" in shown
    assert "hash:1" not in shown
