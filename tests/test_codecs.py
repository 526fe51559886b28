"""Bytes to articles and back."""

import base64
import codecs
import json
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import CleanArticle, RawArticle, SchemaError, Withdrawal
from streams.codecs import LAST_MS, decode_clean, decode_raw, encode, to_line
from streams.message import Message

CLEAN = CleanArticle(article_id="a", text="Größe.", segments=(), removed=(), content_hash="0")


def raw(value: bytes | None, **fields: Any) -> RawArticle:
    return decode_raw(Message("news.raw", fields.pop("key", None), value, **fields))


# Raw articles


@pytest.mark.parametrize(
    "body",
    [
        b'{"content":"x"}',
        b' \r\n\t{"content":"x"}\n',
        b'\xef\xbb\xbf{"content":"x"}',
        b'\x00\x00\x00\x00\x2a{"content":"x"}',
        b'\x00\x7f\xff\xff\xff{"content":"x"}',
        b'\x00\x00\x00\x00\x2a \xef\xbb\xbf{"content":"x"}',
        b'{"content":"x","rate":NaN}',
        b'{"content":"x","rate":1e400}',
        b'{"content":"x","half":"\\ud83d"}',
        '{"content":"x"}'.encode("utf-16-le"),
        codecs.BOM_UTF16_LE + '{"content":"x"}'.encode("utf-16-le"),
    ],
)
def test_json_objects_are_read_however_they_begin(body: bytes) -> None:
    assert raw(body).content == "x"


@pytest.mark.parametrize(
    "body",
    [b"Plain text.", b"<p>HTML</p>", b"", b" ", b'"a JSON string"', b"17", b"null", b"[1] Berlin",
     b"\xff\xfe<\x00p\x00", b"\x00<\x00p", b"\xe4\xf6\xfc", b"\x00\x00\x00\x00\x2a\x00avro"],
)  # fmt: skip
def test_all_else_is_the_article_itself(body: bytes) -> None:
    assert raw(body).content == body


def test_the_confluent_prefix_is_taken_from_text_too() -> None:
    assert raw(b"\x00\x00\x00\x00\x2aPlain text.").content == b"Plain text."


def test_bare_content_has_the_type_of_its_header() -> None:
    article = raw(b"x", headers=(("content-type", b"text/html; charset=latin-1"),))
    assert article.content_type == "text/html; charset=latin-1"


@pytest.mark.parametrize(
    "body",
    [
        b'{"content":"x"',
        b'{"content":"x"}{"content":"y"}',
        b"{}",
        b"{content: x}",
        b'{"content":"\x00"}',
        b'{"content":"\xff"}',
        b'{"content":"x","a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b'{"version":' + b"9" * 10_000 + b"}",
        b"[]",
        b'[{"content":"x"}]',
        b' [{"content":"x"}]',
    ],
)
def test_json_that_is_no_article_is_unreadable(body: bytes) -> None:
    with pytest.raises(SchemaError):
        raw(body)


def test_an_array_is_refused_with_the_reason() -> None:
    with pytest.raises(SchemaError, match="one JSON object a message"):
        raw(b'[{"content":"x"}]')


def test_a_null_value_withdraws_the_article_of_its_key() -> None:
    article = raw(None, key=b" a\n")
    assert (article.article_id, article.status) == ("a", "canceled")


@pytest.mark.parametrize("key", [None, b"", b"\x00", b"  "])
def test_a_null_value_without_a_key_is_unreadable(key: bytes | None) -> None:
    with pytest.raises(SchemaError, match="there is no key"):
        raw(None, key=key)
    with pytest.raises(SchemaError, match="there is no key"):
        decode_clean(Message("news.clean", key, None))


def test_the_kafka_timestamp_is_when_it_was_received() -> None:
    received = raw(b"x", timestamp_ms=1_772_618_400_250).received_at
    assert received == datetime(2026, 3, 4, 10, 0, 0, 250_000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "second"), [(b"1772618400250", 0), (b"", 9), (b"-1", 9), (b"9" * 20, 9), (b"\xff", 9)]
)
def test_what_is_sent_again_was_received_when_it_came_first(told: bytes, second: int) -> None:
    headers = (("newsmill-received", told),)
    received = raw(b"x", timestamp_ms=1_772_618_409_250, headers=headers).received_at
    assert received == datetime(2026, 3, 4, 10, 0, second, 250_000, tzinfo=UTC)


@pytest.mark.parametrize("timestamp_ms", [None, -1, -(2**63), LAST_MS + 1000, 2**63 - 1])
def test_a_timestamp_that_no_clock_shows_is_none(timestamp_ms: int | None) -> None:
    assert raw(b"x", timestamp_ms=timestamp_ms).received_at is None


def test_the_last_timestamp_that_a_date_can_have_is_read() -> None:
    received = raw(b"x", timestamp_ms=LAST_MS).received_at
    assert received == datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


HOSTILE = st.binary(max_size=60) | st.builds(
    lambda start, body: start + body,
    st.sampled_from([b"{", b'{"content":', b"[", b"\0\0\0\0\1{", b"\xef\xbb\xbf", b"<"]),
    st.binary(max_size=40) | st.text(max_size=40).map(str.encode),
)


@given(HOSTILE | st.none(), st.binary(max_size=20) | st.none())
def test_any_bytes_are_read_or_unreadable(value: bytes | None, key: bytes | None) -> None:
    try:
        article = raw(value, key=key)
    except SchemaError:
        return
    assert article.article_id.encode()


@given(HOSTILE, st.binary(max_size=20) | st.none())
def test_any_clean_bytes_are_read_or_unreadable(value: bytes, key: bytes | None) -> None:
    with pytest.raises(SchemaError):
        decode_clean(Message("news.clean", key, value))


# Clean articles


def test_clean_articles_and_withdrawals_come_back() -> None:
    withdrawal = Withdrawal(article_id="a", version=2, status="withheld")
    for event in (CLEAN, withdrawal):
        assert decode_clean(Message("news.clean", b"a", encode(event))) == event


def test_a_tombstone_withdraws() -> None:
    assert decode_clean(Message("news.clean", b"a", None)) == Withdrawal(
        article_id="a", status="canceled"
    )


def test_fields_of_later_versions_of_us_are_passed_over() -> None:
    later = orjson.dumps({**CLEAN.to_dict(), "story_id": "s"})
    assert decode_clean(Message("news.clean", b"a", later)) == CLEAN


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"schema": "summary/1"}, "schema is 'summary/1', expected one of"),
        ({"schema": ["x"]}, "expected one of"),
        ({"text": ""}, "text: String should have at least 1 character"),
        ({"article_id": ""}, "article_id: "),
        ({"version": 2**53}, "version: "),
        ({"published_at": "0001-01-01T00:00:00+14:00"}, "published_at: "),
        ({"removed": [{"raw_start": 0, "raw_end": 1, "reason": "?", "confidence": 1}]},
         r"removed\.0\.reason: "),
    ],
)  # fmt: skip
def test_events_that_do_not_fit_are_unreadable(change: dict[str, Any], fault: str) -> None:
    body = orjson.dumps({**CLEAN.to_dict(), **change})
    with pytest.raises(SchemaError, match=fault):
        decode_clean(Message("news.clean", b"a", body))


def test_equal_events_are_equal_bytes_with_sorted_keys() -> None:
    wire = encode(CLEAN)
    assert wire == encode(CleanArticle.from_dict(dict(reversed(CLEAN.to_dict().items()))))
    assert list(json.loads(wire)) == sorted(json.loads(wire))
    assert "Größe.".encode() in wire
    assert b"null" not in wire


# One line a message


def test_a_message_is_one_line_of_json() -> None:
    value = b'{\r\n "text": "two\\nlines"\r}'
    line = to_line(Message("news.raw", b"k", value, (("content-type", b"application/json"),)))
    assert b"\n" not in line
    assert b"\r" not in line
    assert json.loads(line) == {
        "topic": "news.raw",
        "key": "k",
        "headers": {"content-type": "application/json"},
        "value": {"text": "two\nlines"},
    }


@pytest.mark.parametrize("value", [None, b"", b"text", "größe".encode(), b"{broken", b"17"])
def test_what_is_no_object_is_shown_as_text(value: bytes | None) -> None:
    shown = json.loads(to_line(Message("t", None, value)))["value"]
    assert shown == (None if value is None else value.decode())


@given(st.binary(), st.binary())
def test_bytes_that_are_no_text_come_back_from_base64(key: bytes, value: bytes) -> None:
    shown = json.loads(to_line(Message("t", b"\xff" + key, b"\xff" + value)))
    assert base64.b64decode(shown["key"]["base64"]) == b"\xff" + key
    assert base64.b64decode(shown["value"]["base64"]) == b"\xff" + value
