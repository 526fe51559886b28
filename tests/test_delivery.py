"""In which order a worker works, sends and acknowledges; consumer and producer are lists."""

import asyncio
import threading
from collections.abc import Iterable, Iterator

import pytest

from schemas import CleanArticle, Summary
from streams.bench.articles import passing_stage, short_articles
from streams.consumer import Batch
from streams.message import Message
from streams.metrics import Metrics
from streams.outgoing import Sender
from streams.producer import Producer
from streams.progress import Progress
from streams.stage import Outage, Prepared, Stage
from streams.worker import Worker

VALUES = short_articles(4)


class EndError(Exception):
    """There are no more batches."""


class Given:
    """Gives a batch a message, then waits for what it gave; notes what is acknowledged."""

    def __init__(self, said: list[str], count: int) -> None:
        self._said = said
        self._left = list(range(count))
        self.acknowledged = 0
        self._count = count

    async def take(self, _: int, __: float) -> Batch:
        while not self._left:
            if self.acknowledged == self._count:
                raise EndError
            await asyncio.sleep(0.001)
        number = self._left.pop(0)
        return Batch([Message("clean", b"k", VALUES[number], offset=number)])

    def acknowledge(self, batch: Batch) -> None:
        self.acknowledged += 1
        self._said.append(f"acknowledged {batch.messages[0].offset}")


class Sent(Producer):
    """Delivers what is allowed to be; fails at the numbered delivery."""

    def __init__(self, said: list[str], fails_at: int | None = None) -> None:
        self._said = said
        self._fails_at = fails_at
        self._count = 0
        self.next_begun = [threading.Event() for _ in VALUES]

    async def send(self, messages: Iterable[Message]) -> None:
        number, self._count = self._count, self._count + 1
        assert len(list(messages)) == 2
        self._said.append(f"sends {number}")
        if number == self._fails_at:
            raise ConnectionError
        if number + 1 < len(VALUES):  # the next batch is worked on before this one has arrived
            await asyncio.to_thread(self.next_begun[number + 1].wait, 10)
        self._said.append(f"sent {number}")


def run(said: list[str], *, fails_at: int | None = None, breaks_at: int | None = None) -> None:
    """A worker until its end."""
    producer = Sent(said, fails_at)
    numbers: Iterator[int] = iter(range(len(VALUES)))

    def work(articles: list[CleanArticle]) -> list[Summary]:
        number = next(numbers)
        said.append(f"works {number}")
        producer.next_begun[number].set()
        if number == breaks_at:
            raise Outage("the store is gone")
        return [passing.function([article])[0] for article in articles]

    passing = passing_stage(1).prepare()
    stage = Stage("pass", CleanArticle, Summary, lambda: Prepared(work))
    progress = Progress()
    sender, metrics = Sender(stage, stage.prepare(), "", "w", 10_000), Metrics("pass", progress)
    worker = Worker(
        sender, producer, metrics, progress, held=None, linger_s=0, deadline_s=float("inf")
    )
    asyncio.run(worker.run(Given(said, len(VALUES))))


def test_a_batch_is_worked_on_while_the_one_before_is_sent_and_all_keep_their_order() -> None:
    said: list[str] = []
    with pytest.raises(ExceptionGroup) as ended:
        run(said)
    assert [type(error) for error in ended.value.exceptions] == [EndError]
    for what in ("works", "sends", "sent", "acknowledged"):
        numbers = range(len(VALUES))
        assert [one for one in said if one.split()[0] == what] == [f"{what} {n}" for n in numbers]
    for number in range(len(VALUES) - 1):
        assert said.index(f"works {number + 1}") < said.index(f"sent {number}")
        assert said.index(f"acknowledged {number}") < said.index(f"sends {number + 1}")


def test_a_delivery_that_fails_ends_the_worker_and_nothing_after_it_is_sent() -> None:
    said: list[str] = []
    with pytest.raises(ExceptionGroup) as ended:
        run(said, fails_at=1)
    assert [type(error) for error in ended.value.exceptions] == [ConnectionError]
    assert "sends 2" not in said
    assert [one for one in said if one.startswith("ack")] == ["acknowledged 0"]


def test_an_outage_of_a_stage_ends_the_worker_and_its_batch_is_not_acknowledged() -> None:
    said: list[str] = []
    with pytest.raises(ExceptionGroup) as ended:
        run(said, breaks_at=2)
    assert [type(error) for error in ended.value.exceptions] == [Outage]
    assert "acknowledged 2" not in said
    assert "sends 2" not in said
