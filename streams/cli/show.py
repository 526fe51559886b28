"""What the demo shows: events as they arrive, and what died, if something did."""

import time
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .crew import Voices
from .faults import CommandError
from .output import console, is_terminal, write_line
from .stopping import Stop

if TYPE_CHECKING:
    from streams.broker.embedded import EmbeddedBroker
    from streams.message import Message
    from streams.processes import Supervisor
    from streams.settings import Settings

    from .gather import Card

DEADLINE_S = 300.0  # for the samples; an idle machine with two cores takes some 20
_LAST_LINES = 20
_FOR_PROGRAMS = ("summaries", "entities", "rejected")


class Crew:
    """The demo's broker and workers: none of them may die."""

    def __init__(self, broker: "EmbeddedBroker", names: list[str]) -> None:
        self._broker = broker
        self._names = names
        self._said = {name: deque[str](maxlen=_LAST_LINES) for name in names}
        self.supervisor: Supervisor | None = None

    def hear(self, name: str, line: str) -> None:
        """Keeps the last lines, for the case that the worker dies."""
        self._said[name].append(line)

    def check(self) -> None:
        """Raises CommandError where something has ended."""
        if not self._broker.is_running():
            raise CommandError(f"Kafka ended by itself: see {self._broker.data_dir}/broker.log")
        for name, code in self.supervisor.ended().items() if self.supervisor else ():
            self.repeat(name)
            raise CommandError(
                f"the worker {name} ended with code {code}: its last words are above"
            )

    def repeat(self, *names: str) -> None:
        """Prints the last lines of these workers; of all where none is named."""
        speak = Voices(self._names)
        for name in names or self._names:
            for line in list(self._said[name]):
                speak(name, line)


class Show:
    """Follows the topics until the samples are through, or for as long as the user likes."""

    def __init__(
        self, settings: "Settings", crew: Crew, total: int, stop: Stop, *, once: bool
    ) -> None:
        from streams.launch import find_stages

        from .gather import Gathering

        self._settings, self._crew, self._total = settings, crew, total
        self._stop, self._once = stop, once
        self._gathering = Gathering(find_stages(settings, ()))
        self._done: set[str] = set()
        self._deadline = time.monotonic() + DEADLINE_S

    def run(self) -> None:
        """Shows what comes. Raises CommandError where something dies, or never comes."""
        from streams.broker.tail import tail
        from streams.topics import RAW, TOPICS

        names = [self._settings.topic_prefix + t.name for t in TOPICS if t != RAW]
        messages = tail(self._settings.connection, names, from_beginning=True, stop=self._is_over)
        if self._once or not is_terminal():
            shown = [self._settings.topic_prefix + name for name in _FOR_PROGRAMS]
            self._write(messages, shown)
        else:
            self._draw(messages)

    def _is_over(self) -> bool:
        self._stop.check()
        self._crew.check()
        if self._is_through():
            return self._once
        if time.monotonic() > self._deadline:
            self._crew.repeat()
            raise CommandError(
                f"{len(self._done)} of {self._total} articles are through after {DEADLINE_S:.0f} s:"
                " the workers' last words are above"
            )
        return False

    def _is_through(self) -> bool:
        return len(self._done) >= self._total

    def _take(self, message: "Message") -> "Card | None":
        card = self._gathering.add(message)
        if card:
            self._done.add(card.article_id)
        return card

    def _write(self, messages: Iterator["Message"], shown: list[str]) -> None:
        from streams.codecs import to_line

        for message in messages:
            if message.topic in shown:
                write_line(to_line(message))
            self._take(message)

    def _draw(self, messages: Iterator["Message"]) -> None:
        from .view import card_view, what_next

        screen = console()
        with screen.status("") as status:
            status.update(f"workers are loading their models; {self._total} articles wait")
            for message in messages:
                was_through = self._is_through()
                if card := self._take(message):
                    screen.print(card_view(card))
                if self._is_through() and not was_through:
                    screen.print(what_next(self._settings.bootstrap or "", len(self._done)))
                    status.update("waiting for your articles; Ctrl-C ends it all")
                elif not self._is_through() and self._done:
                    status.update(f"{len(self._done)} of {self._total} articles")
