"""What a result sends: headers, dead letters, tombstones, the journey."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # untyped

from agents.errors import Reject
from schemas import (
    CleanArticle,
    Event,
    JourneyRecord,
    Model,
    RawArticle,
    Rejected,
    Summary,
    Withdrawal,
)
from schemas.asyncapi import headers_of
from schemas.publish import schema_of
from streams.codecs import encode
from streams.message import Headers, Message
from streams.outgoing import Sender, rfc3339
from streams.stage import Prepared, Stage, each

NOW = datetime(2026, 3, 4, 10, 0, 0, 250_999, tzinfo=UTC)
RAW = Message("news.raw", b"k", b"text", offset=7, partition=1, timestamp_ms=1_772_618_399_000)


def clean(raw: RawArticle) -> CleanArticle | Withdrawal:
    if raw.status != "usable":
        return Withdrawal(article_id=raw.article_id, status=raw.status)
    if raw.content == b"speechless":
        raise Reject("empty-text")
    if b"\xe4" in (raw.content or b""):
        raise Reject("not-an-article", "because \ud83d " + "x" * 1000)
    return CleanArticle(
        article_id=raw.article_id, text="t", segments=(), removed=(), content_hash="0"
    )


def no_summary(article: CleanArticle) -> Summary:
    raise AssertionError(article)


def sender(stage: str = "clean", fingerprint: str = "m@1", model: Model | None = None) -> Sender:
    function: Any = {"clean": clean, "summarize": no_summary}[stage]
    takes, makes = (RawArticle, CleanArticle) if stage == "clean" else (CleanArticle, Summary)
    prepare = partial(Prepared, each(function), model, fingerprint)
    return Sender(Stage(stage, takes, makes, prepare), prepare(), "news.", "host-0", 1_000_000)


def sent(message: Message, by: Sender | None = None) -> list[Message]:
    ((_, messages),) = (by or sender()).work([message])
    return messages


def headers(message: Message) -> dict[str, str]:
    assert len(dict(message.headers)) == len(message.headers), "a header twice"
    return {name: value.decode() for name, value in message.headers}


def test_an_event_has_its_key_and_cloud_events_headers() -> None:
    event, _ = sent(replace(RAW, headers=(("traceparent", b"00-1"), ("other", b"x"))))
    assert (event.topic, event.key) == ("news.clean", headers(event)["ce_subject"].encode())
    told = headers(event)
    assert re.fullmatch(r"[0-9a-f]{32}", told.pop("ce_id"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", told.pop("ce_time"))
    assert told == {
        "ce_specversion": "1.0",
        "ce_source": "newsmill/clean",
        "ce_type": "newsmill.clean-article.v1",
        "ce_subject": "hash:19d513484e1b0b6fbf8c2197a8ce5473",
        "content-type": "application/json",
        "newsmill-origin": "news.raw/1/7",
        "traceparent": "00-1",
    }


@pytest.mark.parametrize("value", [b"text", b"\xe4", None, b"{"])
def test_all_that_is_sent_has_the_described_headers(value: bytes | None) -> None:
    forms: dict[str, type[Event]] = {
        "newsmill.journey-record.v1": JourneyRecord,
        "newsmill.clean-article.v1": CleanArticle,
        "newsmill.withdrawal.v1": Withdrawal,
    }
    for message in sent(replace(RAW, value=value)):
        told = headers(message)
        if message.topic == "news.rejected":
            Draft202012Validator(headers_of(Rejected)["allOf"][0]).validate(told)
            Draft202012Validator(schema_of(Rejected)).validate(told)
            assert Rejected.model_validate(told).origin == "news.raw/1/7"
        else:
            Draft202012Validator(headers_of(forms[told["ce_type"]])).validate(told)


def test_the_origin_is_handed_on() -> None:
    article = CleanArticle(article_id="a", text="t", segments=(), removed=(), content_hash="0")
    message = Message(
        "news.clean", b"a", encode(article), (("newsmill-origin", b"news.raw/1/7"),), offset=9
    )
    rejected, journey = sent(message, sender("summarize"))
    assert headers(rejected)["newsmill-origin"] == "news.raw/1/7"
    assert json.loads(journey.value or b"")["origin"] == "news.raw/1/7"


def test_the_same_input_gives_the_same_ids_and_values() -> None:
    first, again = sent(RAW), sent(replace(RAW, offset=8, timestamp_ms=None))
    assert [headers(m)["ce_id"] for m in first] == [headers(m)["ce_id"] for m in again]
    assert first[0].value == again[0].value


def test_ids_are_those_that_they_were() -> None:
    """Consumers keep ids for years: what makes them may become faster, never other."""
    event, journey = sent(replace(RAW, headers=(("ce_id", b"given"), ("x", b"y"))))
    again, _ = sent(RAW)
    assert [headers(message)["ce_id"] for message in (event, journey, again)] == [
        "25c5382e8a1e44e9f59b577d09b9a2f2",
        "6ad468a4303c0afbed2a6353a27d6023",
        "750e0ebaf4eeeacd3a727d268422beb6",
    ]


def test_no_two_messages_of_a_result_share_an_id() -> None:
    for value in (b"text", b"\xe4"):
        event, journey = sent(replace(RAW, value=value))
        assert headers(event)["ce_id"] != headers(journey)["ce_id"]


@pytest.mark.parametrize(
    "other",
    [
        replace(RAW, value=b"text2"),
        replace(RAW, key=b"k2"),
        replace(RAW, key=b"kte", value=b"xt"),
        replace(RAW, headers=(("ce_id", b"1"),)),
        replace(RAW, key=b"ktext", value=b""),
        replace(RAW, key=b"ktext", value=None),
    ],
)
def test_other_input_gives_another_id(other: Message) -> None:
    assert headers(sent(other)[0])["ce_id"] != headers(sent(RAW)[0])["ce_id"]


def test_a_tombstone_and_an_empty_text_differ() -> None:
    tombstone, empty = (sent(replace(RAW, value=value))[-1] for value in (None, b""))
    assert headers(tombstone)["ce_id"] != headers(empty)["ce_id"]


def test_other_models_and_settings_give_another_id() -> None:
    ids = {headers(sent(RAW, sender(fingerprint=f))[0])["ce_id"] for f in ("m@1", "m@2")}
    assert len(ids) == 2


def test_a_withdrawal_leaves_a_tombstone() -> None:
    withdrawal = Withdrawal(article_id="a", status="canceled")
    message = Message("news.clean", b"a", encode(withdrawal))
    tombstone, journey = sent(message, sender("summarize"))
    assert (tombstone.topic, tombstone.key, tombstone.value) == ("news.summaries", b"a", None)
    assert headers(tombstone)["ce_type"] == "newsmill.summary.v1"
    assert json.loads(journey.value or b"")["outcome"] == "withdrawn"


# Dead letters


def test_a_dead_letter_is_the_original_with_its_cause() -> None:
    original = replace(RAW, value=b"\xe4\x00", headers=(
        ("content-type", b"text/html"), ("mine", b"\xff"), ("mine", b"2"), ("ce_id", b"theirs"),
    ))  # fmt: skip
    letter, _ = sent(original)
    assert (letter.topic, letter.key, letter.value) == ("news.rejected", b"k", b"\xe4\x00")
    assert letter.headers[:3] == original.headers[:3]
    told = dict(letter.headers)
    assert told["newsmill-stage"] == b"clean"
    assert told["newsmill-reason"] == b"not-an-article"
    assert told["newsmill-attempts"] == b"1"
    assert [name for name, _ in letter.headers].count("ce_id") == 1
    assert told["ce_id"] != b"theirs"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((), b"application/octet-stream"),
        ((("content-type", None),), b"application/octet-stream"),
        ((("content-type", b"text/html"),), b"text/html"),
    ],
)
def test_a_dead_letter_says_what_its_bytes_are(said: Headers, told: bytes) -> None:
    letter, _ = sent(replace(RAW, value=b"\xe4\x00", headers=said))
    assert [value for name, value in letter.headers if name == "content-type"] == [told]


def test_a_detail_is_short_and_fit_for_a_header() -> None:
    letter, journey = sent(replace(RAW, value=b"\xe4"))
    detail = headers(letter)["newsmill-detail"]
    assert detail.startswith("because ? xxx")
    assert len(detail) == 500
    assert json.loads(journey.value or b"")["detail"] == detail


def test_no_detail_is_no_header_not_even_that_of_an_earlier_rejection() -> None:
    earlier = (("newsmill-detail", b"of another stage"), ("newsmill-reason", b"bug"))
    letter, _ = sent(replace(RAW, value=b"speechless", headers=earlier))
    assert headers(letter)["newsmill-reason"] == "empty-text"
    assert "newsmill-detail" not in headers(letter)


@pytest.mark.parametrize(
    "large",
    [
        replace(RAW, value=b"\xe4" * 1_500_001),
        replace(RAW, value=b"\xe4", key=b"k" * 1_500_001),
        replace(RAW, value=b"\xe4", headers=(("x", b"x" * 1_500_001),)),
    ],
)
def test_what_no_topic_can_hold_stays_where_it_is(large: Message) -> None:
    letter, _ = sent(large)
    assert (letter.key, letter.value) == (None, None)
    assert sum(len(value) for _, value in letter.headers) < 2000
    assert "it stays at news.raw/1/7: because" in headers(letter)["newsmill-detail"]
    (whole, _) = sent(replace(RAW, value=b"\xe4" * 1_000_001))
    assert whole.value == b"\xe4" * 1_000_001


def test_headers_of_absurd_length_are_not_handed_on() -> None:
    for message in sent(replace(RAW, headers=tuple(
        (name, b"x" * 10_000) for name in ("traceparent", "newsmill-origin")
    ))):  # fmt: skip
        told = headers(message)
        assert "traceparent" not in told
        assert told["newsmill-origin"] == "news.raw/1/7"


@pytest.mark.parametrize(
    ("said", "handed_on"),
    [
        (b"other.raw/0/3", "other.raw/0/3"),
        (b"page 3", "news.raw/1/7"),
        (b"news.raw/1/7\n", "news.raw/1/7"),
        (b"", "news.raw/1/7"),
    ],
)
def test_an_origin_is_a_place_on_a_topic(said: bytes, handed_on: str) -> None:
    for message in sent(replace(RAW, headers=(("newsmill-origin", said),))):
        assert headers(message)["newsmill-origin"] == handed_on


@pytest.mark.parametrize(
    ("before", "now"),
    [(b"1", b"2"), (b"9", b"10"), (b"", b"1"), (b"x", b"1"), (b"-1", b"1"), (b"\xff", b"1"),
     ("²".encode(), b"1"), (b"9" * 5000, b"1")],
)  # fmt: skip
def test_attempts_are_counted_on(before: bytes, now: bytes) -> None:
    again = replace(RAW, value=b"\xe4", headers=(("newsmill-attempts", before),))
    letter, _ = sent(again)
    assert dict(letter.headers)["newsmill-attempts"] == now
    assert len(letter.headers) == len(dict(letter.headers))


# The journey


def test_the_journey_tells_what_happened() -> None:
    by = sender(model=Model(name="m", revision="1"))
    ((result, _),) = by.work([RAW])
    *_, record = by.messages(replace(result, took_ms=4.5), NOW)
    assert (record.topic, record.key) == ("news.journey", result.article_id.encode())
    assert json.loads(record.value or b"") == {
        "article_id": result.article_id, "version": 1, "schema": "journey-record/1",
        "stage": "clean", "outcome": "ok", "origin": "news.raw/1/7", "worker": "host-0",
        "model": "m@1", "at": "2026-03-04T10:00:00.250999Z", "took_ms": 4.5, "waited_ms": 1246.499,
    }  # fmt: skip


@pytest.mark.parametrize("timestamp_ms", [None, -1, 0, 2**63 - 1])
def test_who_was_never_stamped_has_not_waited(timestamp_ms: int | None) -> None:
    record = sent(replace(RAW, timestamp_ms=timestamp_ms))[-1]
    assert json.loads(record.value or b"")["waited_ms"] == 0


def test_every_message_has_one_journey_record() -> None:
    values = (b"text", b"\xe4", None, b"{")
    for _, messages in sender().work([replace(RAW, value=value) for value in values]):
        assert [m.topic for m in messages].count("news.journey") == 1


@given(
    st.binary(max_size=30) | st.none(),
    st.binary(max_size=30) | st.none(),
    st.lists(
        st.tuples(
            st.sampled_from(["newsmill-origin", "newsmill-attempts", "traceparent", "ce_id", "x"]),
            st.binary(max_size=10),
        )
    ),
)
def test_no_input_stops_the_sending(
    key: bytes | None, value: bytes | None, given_headers: list[tuple[str, bytes]]
) -> None:
    message = Message("news.raw", key, value, tuple(given_headers))
    first, journey = sent(message)
    assert first.topic in ("news.clean", "news.rejected")
    assert journey.topic == "news.journey"
    if first.topic == "news.rejected":
        assert (first.key, first.value) == (key, value)


def test_times_are_rfc_3339_to_the_millisecond() -> None:
    assert rfc3339(NOW) == "2026-03-04T10:00:00.250Z"
