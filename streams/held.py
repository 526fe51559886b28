"""Raw messages under embargo, kept in a file until they may pass; then they are sent again.

A partition cannot wait for one article, so the message is put aside, acknowledged, and sent to its
topic anew when its time has come. The file is as durable as its disk.
"""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from .message import Headers, Message

_WAIT_S = 30.0  # for another process's transaction, which takes milliseconds
_TABLE = """
create table if not exists held (
    number integer primary key autoincrement,
    article text not null, due real not null, topic text not null,
    key blob, value blob, headers text not null
);
create index if not exists held_due on held (due);
create index if not exists held_article on held (article);
"""


class Held:
    """The messages that wait; workers of one machine share the file. Raises sqlite3.Error."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, timeout=_WAIT_S, check_same_thread=False)
        self._database.execute("pragma journal_mode = wal")
        self._database.executescript(_TABLE)

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
            "select number, topic, key, value, headers from held where due <= ?"
            " order by due, number limit ?",
            (now.timestamp(), most),
        ).fetchall()
        return [
            (number, Message(topic, key, value, _headers(headers)))
            for number, topic, key, value, headers in rows
        ]

    def release(self, numbers: Sequence[int]) -> None:
        """Drops what was sent again."""
        with self._database as database:
            database.executemany("delete from held where number = ?", [(n,) for n in numbers])


def _headers(text: str) -> Headers:
    return tuple(
        (name, None if value is None else bytes.fromhex(value)) for name, value in json.loads(text)
    )
