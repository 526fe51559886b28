"""The pipeline in memory: the same stages and messages as on Kafka."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from agents.errors import Reject
from schemas import CleanArticle, Entities, Event, Model, RawArticle, Withdrawal
from streams.local import run
from streams.message import Message
from streams.stage import Prepared, Stage, each

MODEL = Model(name="none", revision="1")


def clean(raw: RawArticle) -> CleanArticle | Withdrawal:
    if raw.status != "usable":
        return Withdrawal(article_id=raw.article_id, status=raw.status)
    if raw.content == "advert":
        raise Reject("not-an-article")
    return CleanArticle(
        article_id=raw.article_id, text=str(raw.content), segments=(), removed=(), content_hash="0"
    )


def recognize(article: CleanArticle) -> Entities:
    return Entities(article_id=article.article_id, language="en", model=MODEL, entities=())


def stages(batch: int = 2, sizes: list[int] | None = None) -> tuple[Stage, ...]:
    def counted(function: Any, articles: Sequence[Any]) -> Sequence[Event | Reject]:
        if sizes is not None:
            sizes.append(len(articles))
        return each(function)(articles)

    return (
        Stage("clean", RawArticle, CleanArticle, partial(Prepared, partial(counted, clean)), batch),
        Stage("recognize", CleanArticle, Entities, partial(Prepared, each(recognize)), batch),
    )


def raw(*contents: str) -> Iterator[Message]:
    for n, content in enumerate(contents):
        value = f'{{"id":"{n}","content":"{content}"}}'.encode()
        yield Message("n.raw", None, value, offset=n)


def walk(*messages: Message, batch: int = 2) -> list[Message]:
    return list(run(stages(batch), messages, prefix="n.", max_bytes=10_000))


def said(messages: list[Message]) -> list[tuple[str, bytes | None]]:
    return [(message.topic, message.key) for message in messages]


def test_an_article_walks_through_all_stages() -> None:
    assert said(walk(*raw("a"))) == [
        ("n.clean", b"0"), ("n.journey", b"0"), ("n.entities", b"0"), ("n.journey", b"0"),
    ]  # fmt: skip


def test_what_is_rejected_goes_no_further() -> None:
    messages = walk(*raw("advert", "b"))
    assert [topic for topic, key in said(messages) if key == b"1"] == [
        "n.clean", "n.journey", "n.entities", "n.journey",
    ]  # fmt: skip
    letter = next(message for message in messages if message.topic == "n.rejected")
    assert letter.value == b'{"id":"0","content":"advert"}'


def test_a_withdrawal_goes_all_the_way() -> None:
    messages = walk(Message("n.raw", b"a", None))
    assert said(messages)[0::2] == [("n.clean", b"a"), ("n.entities", b"a")]
    assert messages[2].value is None


def test_events_come_in_the_order_of_the_articles() -> None:
    messages = walk(*raw(*"abcde"), batch=3)
    for topic in ("n.clean", "n.entities"):
        assert [m.key for m in messages if m.topic == topic] == [b"0", b"1", b"2", b"3", b"4"]


def test_batches_are_as_large_as_the_stage_allows() -> None:
    sizes: list[int] = []
    list(run(stages(2, sizes), raw(*"abcde"), prefix="n.", max_bytes=10_000))
    assert sizes == [2, 2, 1]


def test_endless_input_flows() -> None:
    def endless() -> Iterator[Message]:
        while True:
            yield from raw("a")

    events = run(stages(), endless(), prefix="n.", max_bytes=10_000)
    assert [next(events).topic for _ in range(100)].count("n.clean") > 20


def test_a_second_run_gives_the_same_values_and_ids() -> None:
    def facts(messages: list[Message]) -> list[Any]:
        told = [(m.topic, m.key, m.header("ce_id")) for m in messages]
        return [*told, *(m.value for m in messages if m.topic != "n.journey")]

    articles = (
        *raw("a", "advert", "b"),
        Message("n.raw", b"x", None),
        Message("n.raw", None, b"{"),
    )
    assert facts(walk(*articles)) == facts(walk(*articles))
    # Batches decide the order between stages, and nothing else.
    assert sorted(map(str, facts(walk(*articles)))) == sorted(
        map(str, facts(walk(*articles, batch=9)))
    )


def test_messages_of_other_topics_are_passed_over() -> None:
    assert walk(Message("other.raw", None, b"text")) == []


def test_no_input_gives_no_output() -> None:
    assert walk() == []
