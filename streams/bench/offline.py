"""Articles as a stage gets them, without a broker."""

from collections.abc import Sequence

from streams.message import Message


def incoming(topic: str, values: Sequence[bytes]) -> list[Message]:
    """The values as messages of one partition."""
    return [Message(topic, None, value, offset=n) for n, value in enumerate(values)]
