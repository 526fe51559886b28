"""Running a stage over a batch: one outcome a message, in order, whatever comes."""

import logging
import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.errors import Reject
from agents.models.errors import ModelError
from schemas import CleanArticle, Event, Model, RawArticle, Summary, Withdrawal
from schemas.summary import EXTRACTIVE_SOURCE, Evidence, SummarySentence
from streams.codecs import DECODERS, encode
from streams.message import Message
from streams.result import Result
from streams.stage import Function, Outage, Prepared, Stage, each, execute

MOST = 1_000_000


def clean(raw: RawArticle) -> CleanArticle | Withdrawal:
    """The content as it is; some words in it are orders."""
    text = raw.content if isinstance(raw.content, str) else (raw.content or b"").decode()
    if raw.status != "usable":
        return Withdrawal(article_id=raw.article_id, status=raw.status)
    if "poison" in text:
        raise ZeroDivisionError("poisoned")
    if "advert" in text:
        raise Reject("not-an-article", "an advert")
    if "out of memory" in text:
        raise ModelError("no memory left")
    if not text:
        raise Reject("empty-text")
    return CleanArticle(
        article_id=raw.article_id, version=raw.version, text=text,
        segments=(), removed=(), content_hash="0",
    )  # fmt: skip


def first_sentences(articles: Sequence[CleanArticle]) -> list[Event | Reject]:
    """Summaries by a batch function, which fails as a whole."""
    for article in articles:
        if "poison" in article.text:
            raise ZeroDivisionError("poisoned")
    return [Reject("no-ai") if "secret" in a.text else first_sentence(a) for a in articles]


def first_sentence(article: CleanArticle) -> Summary:
    evidence = Evidence(start=0, end=len(article.text), score=1)
    return Summary(
        article_id=article.article_id, text=article.text, language="en",
        sentences=(SummarySentence(text=article.text, evidence=(evidence,)),),
        method="extractive", generative=False, digital_source_type=EXTRACTIVE_SOURCE,
        model=Model(name="first", revision="1"),
    )  # fmt: skip


def stage(function: Function, takes: Any = RawArticle, makes: type[Event] = CleanArticle) -> Stage:
    return Stage("clean", takes, makes, partial(Prepared, function))


def run(
    function: Function, *values: bytes | None, max_bytes: int = MOST, **kind: Any
) -> list[Result]:
    made = stage(function, **kind)
    messages = [Message("t", f"k{n}".encode(), value, offset=n) for n, value in enumerate(values)]
    return execute(made, made.prepare(), messages, max_bytes=max_bytes)


def outcomes(results: list[Result]) -> list[str]:
    return [result.outcome for result in results]


def test_every_message_gets_one_outcome_in_order() -> None:
    results = run(each(clean), b"a", b"{", b"advert", b"", None, b'{"content":"b","id":"x"}')
    assert outcomes(results) == [
        "ok", "unreadable", "not-an-article", "empty-text", "withdrawn", "ok",
    ]  # fmt: skip
    assert [result.message.offset for result in results] == [0, 1, 2, 3, 4, 5]
    assert [result.article_id for result in results[-2:]] == ["k4", "x"]
    assert results[2].detail == "an advert"


def test_an_empty_batch_gives_nothing_and_calls_nothing() -> None:
    assert run(_must_not_be_called) == []


def _must_not_be_called(articles: Sequence[Any]) -> list[Event | Reject]:
    raise AssertionError(articles)


def test_unreadable_messages_never_reach_the_stage() -> None:
    assert outcomes(run(_must_not_be_called, b"{", b"[]")) == ["unreadable", "unreadable"]


def test_a_poisoned_article_is_rejected_alone(caplog: pytest.LogCaptureFixture) -> None:
    results = run(each(clean), b"a", b"poison", b"b")
    assert outcomes(results) == ["ok", "bug", "ok"]
    assert results[1].detail == "ZeroDivisionError('poisoned')"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert caplog.records[0].exc_info


def test_a_poisoned_article_is_found_in_a_batch_function_too() -> None:
    values = [encode(_clean(text)) for text in ("a", "secret", "poison", "b")]
    results = run(first_sentences, *values, takes=CleanArticle, makes=Summary)
    assert outcomes(results) == ["ok", "no-ai", "bug", "ok"]


def _clean(text: str) -> CleanArticle:
    return CleanArticle(article_id=text, text=text, segments=(), removed=(), content_hash="0")


def test_a_failing_model_has_a_reason_of_its_own() -> None:
    results = run(each(clean), b"out of memory", b"a")
    assert outcomes(results) == ["model-failed", "ok"]
    assert results[0].detail == "no memory left"


class AcceleratorError(RuntimeError):
    """torch's, by its name."""


@pytest.mark.parametrize(
    ("error", "is_machine"),
    [
        (MemoryError(), True),
        (OSError(28, "No space left on device"), True),
        (sqlite3.OperationalError("database or disk is full"), True),
        (AcceleratorError("unspecified launch failure"), True),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), True),
        (RuntimeError("can't start new thread"), True),
        (RuntimeError("a tensor of another shape"), False),
        (ValueError("no number"), False),
    ],
    ids=repr,
)
def test_what_the_machine_lacks_is_no_articles_fault(error: Exception, is_machine: bool) -> None:
    def fails(_articles: Sequence[RawArticle]) -> list[Event | Reject]:
        raise error

    if is_machine:
        with pytest.raises(Outage, match="this machine fails"):
            run(fails, b"a", b"b")
    else:
        assert outcomes(run(fails, b"a", b"b")) == ["bug", "bug"]


def test_an_outage_is_no_articles_fault() -> None:
    def without_a_disk(articles: Sequence[RawArticle]) -> list[Event | Reject]:
        raise Outage(f"no room for {len(articles)}")

    with pytest.raises(Outage, match="no room for 2"):
        run(without_a_disk, b"a", b"b")


def test_a_batch_function_may_raise_what_it_rejects() -> None:
    def refuse(articles: Sequence[RawArticle]) -> list[Event | Reject]:
        return [clean(article) for article in articles]

    results = run(refuse, b"a", b"advert", b"b")
    assert outcomes(results) == ["ok", "not-an-article", "ok"]


@pytest.mark.parametrize("wrong", [[], [_clean("a"), _clean("b")], None, 7, "x", [None], [7]])
def test_a_stage_that_answers_wrongly_is_a_bug(wrong: Any) -> None:
    results = run(lambda articles: wrong, b"a")  # noqa: ARG005 - it answers the same to all
    assert outcomes(results) == ["bug"]


def test_a_bug_in_a_decoder_is_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(message: Message) -> RawArticle:
        raise KeyError(message.offset)

    monkeypatch.setitem(DECODERS, RawArticle, broken)
    results = run(each(clean), b"a")
    assert [(r.outcome, r.detail) for r in results] == [("bug", "KeyError(0)")]


def test_a_withdrawal_is_an_event_where_it_is_first_read() -> None:
    (result,) = run(each(clean), None)
    assert (result.outcome, result.event_type) == ("withdrawn", Withdrawal)
    assert result.value is not None


def test_a_withdrawal_leaves_nothing_further_on() -> None:
    withdrawal = Withdrawal(article_id="a", version=3, status="withheld")
    values = (encode(withdrawal), None)
    results = run(_must_not_be_called, *values, takes=CleanArticle, makes=Summary)
    assert outcomes(results) == ["withdrawn", "withdrawn"]
    assert [(r.article_id, r.version, r.value) for r in results] == [
        ("a", 3, None),
        ("k1", 1, None),
    ]


def test_an_event_that_is_too_large_is_rejected_as_too_long() -> None:
    exactly = len(run(each(clean), b"a" * 100)[0].value or b"")
    results = run(each(clean), b"a" * 100, b"a" * 101, max_bytes=exactly)
    assert outcomes(results) == ["ok", "too-long"]
    assert results[1].detail == f"its event takes {exactly + 1} bytes, {exactly} are allowed"
    assert results[1].value is None


@pytest.mark.parametrize(
    ("value", "article_id"),
    [
        (b'{"id": "a", "content": 5}', "a"),
        (b'{"guid": 7, "content": "A text", "status": "bogus"}', "7"),
        (
            b'{"url": "https://A.example/x#y", "embargoed": true, "text": "A"}',
            "https://a.example/x",
        ),
        (b'{"@type": "NewsArticle", "@id": "urn:a"}', "urn:a"),
        (b'\0\0\0\0\1{"id": "a"}', "a"),
        (b'{"id": ["", {}], "content": 5}', "key"),
    ],
)
def test_an_unreadable_article_goes_by_the_id_that_it_tells(value: bytes, article_id: str) -> None:
    made = stage(each(clean))
    (result,) = execute(made, made.prepare(), [Message("t", b"key", value)], max_bytes=MOST)
    assert (result.article_id, result.outcome) == (article_id, "unreadable")


def test_an_unreadable_message_goes_by_its_key_else_by_its_place() -> None:
    made = stage(each(clean))
    messages = [Message("t", key, b"{", partition=2, offset=7) for key in (b" k\n", b"\x00", None)]
    results = execute(made, made.prepare(), messages, max_bytes=MOST)
    assert [result.article_id for result in results] == ["k", "t/2/7", "t/2/7"]


def test_ignored_fields_are_counted_whatever_the_outcome() -> None:
    values = b'{"content":"a","x":1}', b'{"content":"advert","y":1}'
    assert [result.ignored for result in run(each(clean), *values)] == [("x",), ("y",)]


def test_a_batch_shares_its_time() -> None:
    first, second = run(each(clean), b"a", b"b")
    assert first.took_ms == second.took_ms > 0


def test_a_stage_knows_its_topics_by_what_it_takes_and_makes() -> None:
    made = stage(each(clean))
    assert (made.source.name, made.target.name) == ("raw", "clean")


@given(st.lists(st.binary(max_size=20) | st.sampled_from([b"poison", b"{", b"advert", None])))
def test_no_batch_loses_or_adds_a_message(values: list[bytes | None]) -> None:
    results = run(each(clean), *values)
    assert [result.message.value for result in results] == values
    again = run(each(clean), *values)
    assert [(r.outcome, r.value) for r in results] == [(r.outcome, r.value) for r in again]
