"""Records whose headers are named in bytes that are no UTF-8.

Kafka's protocol wants UTF-8 and its brokers do not look. The client libraries decode the names
while they parse a batch and raise, at every try: the partition would stand still for good.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from struct import Struct
from types import ModuleType
from typing import Any

_LENGTH = Struct(">i")


class _Lenient(bytearray):
    r"""Bytes of a batch whose parts decode whatever they are: 0xFF as `\xff`."""

    def __getitem__(self, place: Any) -> Any:
        part = super().__getitem__(place)
        return _Lenient(part) if isinstance(place, slice) else part

    def decode(self, *_: Any) -> str:
        return super().decode("utf-8", "backslashreplace")


@dataclass(frozen=True)
class Parsers:
    """A client's: of a fetch, and of one batch in Python."""

    fetch: Any
    batch: Any

    def leniently(self, data: memoryview) -> Iterator[Any]:
        """The records of the batch of these bytes."""
        batch = self.batch(data)
        batch._maybe_uncompress()
        batch._buffer = _Lenient(batch._buffer)
        return iter(batch)


class Records:
    """A client's MemoryRecords of one fetch."""

    def __init__(self, parsers: Parsers, data: bytes) -> None:
        self._records, self._parsers, self._data = parsers.fetch(data), parsers, data
        self._at = 0  # where the next batch begins

    def __getattr__(self, name: str) -> Any:
        return getattr(self._records, name)

    def next_batch(self) -> Any:
        batch = self._records.next_batch()
        if batch is None:
            return None
        start = self._at
        (length,) = _LENGTH.unpack_from(self._data, start + 8)  # behind the offset
        self._at = end = start + 12 + length
        return _Batch(batch, lambda: self._parsers.leniently(memoryview(self._data)[start:end]))


class _Batch:
    """A client's batch, parsed again where a name stops it."""

    def __init__(self, batch: Any, again: Any) -> None:
        self._batch, self._again = batch, again

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batch, name)

    def __next__(self) -> Any:
        return next(self._batch)

    def __iter__(self) -> Iterator[Any]:
        read = 0
        try:
            for record in self._batch:
                yield record
                read += 1
        except Exception as error:
            if not _is_a_name(error):
                raise
            yield from islice(self._again(), read, None)


def _is_a_name(error: BaseException | None) -> bool:
    """Whether a text that is no UTF-8 was the cause; kafka-python calls it a corrupt record."""
    return error is not None and (
        isinstance(error, UnicodeDecodeError) or _is_a_name(error.__cause__ or error.__context__)
    )


def tolerate_names(fetcher: ModuleType, parsers: Parsers) -> None:
    """From now on that client's fetcher reads such records."""
    fetcher.MemoryRecords = lambda data: Records(parsers, data)  # type: ignore[attr-defined] # theirs


def tolerate_names_in_aiokafka() -> None:
    """The same for the client of the workers, whose parsers are compiled."""
    from aiokafka.consumer import fetcher
    from aiokafka.record import default_records, memory_records

    batch = default_records._DefaultRecordBatchPy
    tolerate_names(fetcher, Parsers(memory_records.MemoryRecords, batch))
