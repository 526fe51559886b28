"""Each stage as a plain function over a list: no Kafka, no Faust."""

from collections.abc import Iterator, Sequence
from functools import partial

from streams.message import Message
from streams.outgoing import Sender

from .measure import Figure, figure, seconds


def incoming(topic: str, values: Sequence[bytes]) -> list[Message]:
    """The values as messages of one partition."""
    return [Message(topic, None, value, offset=n) for n, value in enumerate(values)]


def stage_rates(senders: Sequence[Sender], raw: Sequence[bytes], repeats: int) -> Iterator[Figure]:
    """Articles a second of each stage, the stages in turn within each repeat; then CPU shares."""
    first = senders[0]
    messages = {first.stage.source: incoming(first.prefix + "raw", raw)}
    for sender in senders:
        sent = [m for _, ms in _work(sender, messages[sender.stage.source]) for m in ms]
        name = sender.prefix + sender.stage.target.name
        messages.setdefault(sender.stage.target, [m for m in sent if m.topic == name])
    rates: dict[str, list[float]] = {sender.stage.name: [] for sender in senders}
    for _ in range(repeats):
        for sender in senders:
            batch = messages[sender.stage.source]
            took = seconds(partial(_work, sender, batch))
            rates[sender.stage.name].append(len(batch) / took)
    for stage, values in rates.items():
        yield figure(f"{stage} offline", "articles/s", values)


def _work(sender: Sender, messages: Sequence[Message]) -> list[tuple[object, list[Message]]]:
    """The messages in batches of the stage's size, as a worker would take them."""
    size = sender.stage.batch
    return [
        done
        for start in range(0, len(messages), size)
        for done in sender.work(messages[start : start + size])
    ]
