"""Gathering what the stages say about one article."""

import json

from streams.cli.gather import Card, Gathering
from streams.launch import stages
from streams.loading import load
from streams.message import Message

RAW = "news.raw/0/7"


def message(topic: str, value: object, **headers: str) -> Message:
    given = {"newsmill-origin": RAW, "ce_subject": "a", **headers}
    pairs = tuple((name.replace("_", "-"), text.encode()) for name, text in given.items())
    pairs = tuple((name.replace("ce-", "ce_"), text) for name, text in pairs)
    return Message(topic, b"a", json.dumps(value).encode(), pairs)


def event(name: str, topic: str) -> Message:
    return message(f"news.{topic}", {"schema": f"{name}/1"})


def journey(stage: str, outcome: str = "ok") -> Message:
    fields = {"schema": "journey-record/1", "stage": stage, "outcome": outcome, "took_ms": 1.5}
    return message("news.journey", fields)


def rejected(stage: str) -> Message:
    headers = {"newsmill_stage": stage, "newsmill_reason": "empty-text", "newsmill_detail": "none"}
    return message("news.rejected", {"text": ""}, **headers)


def gathered(*messages: Message) -> list[Card | None]:
    gathering = Gathering(stages(load()))
    return [gathering.add(one) for one in messages]


def test_a_card_is_complete_with_the_last_event_whatever_the_order() -> None:
    messages = [
        event("summary", "summaries"),
        journey("recognize"),
        event("clean-article", "clean"),
        journey("clean"),
        event("entities", "entities"),
        journey("summarize"),
    ]
    for order in (messages, messages[::-1]):
        *before, last = gathered(*order)
        assert before == [None] * 5
        assert last is not None
        assert last.took_ms == {"clean": 1.5, "summarize": 1.5, "recognize": 1.5}
        assert set(last.events) == {"clean-article", "summary", "entities"}


def test_an_article_that_the_first_stage_rejects_is_complete_at_once() -> None:
    card = gathered(rejected("clean"), journey("clean", "empty-text"))[-1]
    assert card is not None
    assert card.rejections == {"clean": "empty-text: none"}


def test_one_that_a_later_stage_rejects_still_waits_for_the_others() -> None:
    *before, last = gathered(
        event("clean-article", "clean"),
        journey("clean"),
        rejected("summarize"),
        journey("summarize", "empty-text"),
        event("entities", "entities"),
        journey("recognize"),
    )
    assert before == [None] * 5
    assert last is not None


def test_a_withdrawn_article_is_complete_when_every_stage_has_passed_it_on() -> None:
    withdrawn = [journey(name, "withdrawn") for name in ("clean", "summarize", "recognize")]
    assert [card is not None for card in gathered(*withdrawn)] == [False, False, True]


def test_an_article_under_embargo_is_complete_at_once() -> None:
    assert gathered(journey("clean", "held"))[-1] is not None


def test_messages_of_unknown_origin_are_left_alone() -> None:
    assert gathered(Message("news.clean", b"a", b"{}")) == [None]
