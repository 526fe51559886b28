"""The way of single articles, read off the topics: when sent, when done, where the time went.

From `news.raw`'s CreateTime, the producer's clock at the sending, to the broker's LogAppendTime of
the summary: with a broker elsewhere, the two clocks must agree.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from streams.message import Message
from streams.topics import RAW, SUMMARIES

STAGES = ("clean", "summarize", "recognize")
WAY = ("clean", "summarize")  # the stages between an article and its summary


@dataclass(frozen=True, slots=True)
class Stop:
    """An article in one stage; times in ms."""

    ended: float  # the work on its batch
    took: float  # its share of that
    waited: float  # from the message's stamp to the batch

    @property
    def came(self) -> float:
        """The message's stamp."""
        return self.ended - self.waited - self.took


@dataclass(slots=True)
class Trip:
    """What is known of one article's way; times in ms."""

    sent: int = 0
    arrived: int = 0
    stops: dict[str, Stop] = field(default_factory=dict)  # by stage
    queued: float = 0.0  # while its stages worked on other articles

    @property
    def is_complete(self) -> bool:
        """Whether it has its summary, and all that is told of its way."""
        return bool(self.sent and self.arrived) and self.stops.keys() == set(STAGES)

    @property
    def whole(self) -> float:
        """From the producer to the summary."""
        return self.arrived - self.sent

    @property
    def added(self) -> float:
        """All but the time in the functions of the stages that it passed."""
        return self.whole - sum(self.stops[stage].took for stage in WAY)

    @property
    def overhead(self) -> float:
        """What is added where no other article is in the way."""
        return self.added - self.queued


class Notes:
    """The trips of articles by their keys, out of the messages of three topics."""

    def __init__(self, prefix: str, keys: Sequence[bytes]) -> None:
        self._trips: Mapping[bytes, Trip] = {key: Trip() for key in keys}
        self._prefix = prefix
        self._left = len(keys)

    def add(self, message: Message) -> bool:
        """Notes what it says; whether nothing is missing now."""
        trip = self._trips.get(message.key or b"")
        if trip is None or trip.is_complete:
            return False
        self._note(trip, message)
        self._left -= trip.is_complete
        return not self._left

    def _note(self, trip: Trip, message: Message) -> None:
        name = message.topic.removeprefix(self._prefix)
        if name == RAW.name:
            trip.sent = message.timestamp_ms or 0
        elif name == SUMMARIES.name:
            trip.arrived = trip.arrived or message.timestamp_ms or 0
        else:
            told = json.loads(message.value or b"{}")
            ended = datetime.fromisoformat(told["at"]).timestamp() * 1000
            stop = Stop(ended, told["took_ms"], told["waited_ms"])
            trip.stops.setdefault(told["stage"], stop)

    def trips(self) -> list[Trip]:
        """All of them, complete."""
        trips = list(self._trips.values())
        for stage in WAY:
            add_queues(trips, stage)
        return trips


def add_queues(trips: Sequence[Trip], stage: str) -> None:
    """Adds to each trip how long the stage, one worker, was at work on others while it waited."""
    before = 0.0  # when the batch before was done

    def ended(trip: Trip) -> float:
        return trip.stops[stage].ended

    for end, batch in groupby(sorted(trips, key=ended), ended):
        found = list(batch)
        for trip in found:
            stop = trip.stops[stage]
            trip.queued += max(before - stop.came, 0.0) + (len(found) - 1) * stop.took
        before = end
