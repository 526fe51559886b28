"""The pipeline in memory: the same stages and messages as on Kafka, over a deque."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from .message import Message
from .outgoing import Sender
from .stage import Stage


def run(
    stages: Iterable[Stage], messages: Iterable[Message], *, prefix: str, max_bytes: int
) -> Iterator[Message]:
    """Every message that the pipeline sends for the incoming ones, stage by stage.

    Takes as many incoming messages at a time as the largest batch, so that endless input flows.
    """
    senders = [Sender(stage, stage.prepare(), prefix, "local", max_bytes) for stage in stages]
    size = max((sender.stage.batch for sender in senders), default=1)
    for taken in _batches(messages, size):
        yield from _through(senders, taken, prefix)


def _through(senders: list[Sender], taken: list[Message], prefix: str) -> Iterator[Message]:
    """One batch through all stages; a stage runs after those whose topics it reads."""
    waiting: dict[str, deque[Message]] = defaultdict(deque)
    for message in taken:
        waiting[message.topic].append(message)
    for sender in senders:
        queue = waiting.get(prefix + sender.stage.source.name, deque())
        for batch in _batches(list(queue), sender.stage.batch):
            for _, sent in sender.work(batch):
                for message in sent:
                    waiting[message.topic].append(message)
                yield from sent


def _batches(messages: Iterable[Message], size: int) -> Iterator[list[Message]]:
    batch: list[Message] = []
    for message in messages:
        batch.append(message)
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch
