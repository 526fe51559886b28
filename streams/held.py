"""Raw messages under embargo, kept in a file until they may pass; then they are sent again.

A partition cannot wait for one article, so the message is put aside, acknowledged, and sent to its
topic anew when its time has come. The file is as durable as its disk. What is sent anew arrives
behind all that came meanwhile: it is known by its number, and passes only if none of that was a
newer message of the article, or its withdrawal.
"""

import json
import sqlite3
import uuid
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from .message import Headers, Message

_WAIT_S = 30.0  # for another process's transaction, which takes milliseconds
_TABLE = """
create table if not exists held (
    number integer primary key autoincrement,
    article text not null, due real not null, topic text not null,
    key blob, value blob, headers text not null, released integer not null default 0
);
create table if not exists file (number integer primary key, name text not null);
create index if not exists held_due on held (due);
create index if not exists held_article on held (article);
"""
_DIGITS = 18  # that an integer of SQLite has at least
_HEADER = "newsmill-held"  # of what is sent anew: the file that it waited in, and its number there


def is_sent_anew(message: Message) -> bool:
    """Whether the message comes from such a file, of any machine."""
    return message.header(_HEADER) is not None


class Held:
    """The messages that wait; workers of one machine share the file. Raises sqlite3.Error."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, timeout=_WAIT_S, check_same_thread=False)
        self._database.execute("pragma journal_mode = wal")
        self._database.executescript(_TABLE)
        with self._database as database:
            _add_column(database)
            given = (1, uuid.uuid4().hex)
            database.execute("insert or ignore into file (number, name) values (?, ?)", given)
        ((self._name,),) = self._database.execute("select name from file")

    def close(self) -> None:
        """Closes the file; what waits is in it."""
        self._database.close()

    def put(self, article_id: str, message: Message, due: datetime) -> None:
        """Keeps the message until `due`, in the place of what was kept of the article."""
        headers = json.dumps(
            [[name, None if value is None else value.hex()] for name, value in message.headers]
        )
        with self._database as database:
            database.execute("delete from held where article = ?", (article_id,))
            database.execute(
                "insert into held (article, due, topic, key, value, headers)"
                " values (?, ?, ?, ?, ?, ?)",
                (article_id, due.timestamp(), message.topic, message.key, message.value, headers),
            )

    def forget(self, article_ids: Sequence[str]) -> None:
        """Drops what is kept of articles that were withdrawn or came again."""
        with self._database as database:
            database.executemany("delete from held where article = ?", [(i,) for i in article_ids])

    def due(self, now: datetime, most: int = 100) -> list[tuple[int, Message]]:
        """What may pass now, the earliest first, with its number for `release`."""
        rows = self._database.execute(
            "select number, topic, key, value, headers from held where due <= ? and not released"
            " order by due, number limit ?",
            (now.timestamp(), most),
        ).fetchall()
        return [
            (number, Message(topic, key, value, self._marked(_headers(headers), number)))
            for number, topic, key, value, headers in rows
        ]

    def release(self, numbers: Sequence[int]) -> None:
        """Those were sent anew; they are known until something newer of their articles is read."""
        with self._database as database:
            database.executemany(
                "update held set released = 1 where number = ?", [(n,) for n in numbers]
            )

    def passed(self, article_ids: Sequence[str]) -> None:
        """What came back of those articles has passed, and may again: a topic can be replayed."""
        with self._database as database:
            database.executemany(
                "update held set value = null, headers = '[]' where article = ? and released",
                [(article_id,) for article_id in article_ids],
            )

    def is_current(self, message: Message) -> bool:
        """Whether nothing newer of the article was read since this was put aside.

        Of what waited on another machine that is not known here, and it counts as current.
        """
        name, _, number = (message.header(_HEADER) or "").rpartition("/")
        if name != self._name or not number.isdecimal() or len(number) > _DIGITS:
            return True
        found = self._database.execute("select 1 from held where number = ?", (int(number),))
        return found.fetchone() is not None

    def _marked(self, headers: Headers, number: int) -> Headers:
        others = tuple(pair for pair in headers if pair[0] != _HEADER)
        return (*others, (_HEADER, f"{self._name}/{number}".encode()))


def _add_column(database: sqlite3.Connection) -> None:
    """Files of earlier versions have none for what was sent."""
    columns = [column[1] for column in database.execute("pragma table_info(held)")]
    if "released" not in columns:
        database.execute("alter table held add column released integer not null default 0")


def _headers(text: str) -> Headers:
    return tuple(
        (name, None if value is None else bytes.fromhex(value)) for name, value in json.loads(text)
    )
