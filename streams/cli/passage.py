"""What is said while articles pass through `run`: how far it is, and which were rejected."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from streams.files import Numbering

from .gather import Card, Gathering
from .inputs import nothing_in
from .output import Bar, note

if TYPE_CHECKING:
    from streams.message import Message
    from streams.stage import Stage


class Passage:
    """Follows the messages of one run, and counts the articles that are through."""

    def __init__(
        self, stages: "Iterable[Stage]", numbering: Numbering, bar: Bar, total: int | None
    ) -> None:
        self._gathering = Gathering(stages)
        self._numbering, self._bar, self._total = numbering, bar, total
        self._done_count = 0
        self._rejected_count = 0

    def follow(self, messages: "Iterable[Message]") -> "Iterator[tuple[Message, Card | None]]":
        """Each message, and with the last one of an article its card."""
        self._bar(0, self._total)
        for message in messages:
            card = self._gathering.add(message)
            if card:
                self._done_count += 1
                self._rejected_count += bool(card.rejections)
                self._bar(self._done_count, self._total)
            yield message, card

    def name(self, card: Card) -> str:
        """The article's file, and which one of it."""
        return self._numbering.name(int(card.origin.rpartition("/")[2]))

    def say_why(self, card: Card) -> None:
        """A line for an article that was rejected; stages that say the same say it once."""
        if card.rejections:
            with self._bar.aside():
                note(f"{self.name(card)}: {'; '.join(dict.fromkeys(card.rejections.values()))}")

    def sum_up(self, paths: Sequence[str]) -> bool:
        """The last line, where not all went as hoped; whether any article could be used."""
        if not self._numbering.count:
            note(nothing_in(paths))
        elif self._rejected_count:
            note(f"{self._rejected_count} of {self._numbering.count} articles rejected")
        return self._rejected_count < self._numbering.count
