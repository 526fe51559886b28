"""A Kafka message as both ways of running see it: on a broker, or in memory."""

from dataclasses import dataclass

RECEIVED = "newsmill-received"  # of what is sent again: Kafka's timestamp when it came first
Headers = tuple[tuple[str, bytes | None], ...]  # Kafka knows headers without a value


@dataclass(slots=True)  # not frozen: that would take six times as long to make, thrice an article
class Message:
    """Bytes on a topic, never changed. `timestamp_ms` is Kafka's, of 1970; None before sending."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    partition: int = 0
    offset: int = 0
    timestamp_ms: int | None = None

    def header(self, name: str) -> str | None:
        """The last header of that name as text; None where there is none."""
        found = [value for key, value in self.headers if key == name and value is not None]
        return found[-1].decode("utf-8", "replace") if found else None

    @property
    def received_ms(self) -> int | None:
        """Kafka's timestamp when it came first, also of what is sent again."""
        told = self.header(RECEIVED) or ""
        return int(told) if told.isdecimal() and len(told) < 16 else self.timestamp_ms

    @property
    def place(self) -> str:
        """Where the message lies: topic/partition/offset."""
        return f"{self.topic}/{self.partition}/{self.offset}"
