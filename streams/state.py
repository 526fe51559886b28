"""Where stages with memory keep it: what each source prints again and again, in one SQLite file.

Several worker processes may share the file. Every call is one transaction, taken for writing at
once, so that two of them never count the same report twice. Nothing depends on the clock: rows
are numbered as they come, and the lowest numbers go first when a table is full.

Rows are found by a hash of what they are about: with the names themselves the indexes outgrow the
cache, and a file of 300,000 articles took half as long again for each as an empty one.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from filelock import FileLock

from agents.clean import Sample, Seen, Trace, hashed, own_report, seen_before, with_report

from .stage import Outage

_WAIT_S = 30.0  # for another process's transaction, which takes milliseconds
_AT_ONCE = 500  # values in one query; SQLite allows 999 at least
# A table may grow by so much before it is cut back: rarely, and so little that nobody waits for it.
_SLACK = 1.01
_BOUND_OFTEN = 1_000  # times while as many articles come as are kept
_SETTINGS = (
    "journal_mode = wal",
    "synchronous = normal",
    "cache_size = -32768",  # KB
    "wal_autocheckpoint = 8000",  # pages of 4 KB, each written once then, however often it changed
)
_VERSION = 2  # of the tables; others are forgotten
_TABLES = """
create table source (key integer primary key, newest integer not null);
create table trace (
    number integer primary key autoincrement, key integer not null unique,
    since integer not null, times integer not null, reports text not null
);
create table report (
    number integer primary key autoincrement, key integer not null unique, report integer not null
);
create table answer (
    number integer primary key autoincrement, key integer not null unique, seen text not null
);
"""


_NAMES = ("source", "trace", "report", "answer")


class DurableMemory:
    """The SourceMemory of `agents.clean` in a file; see there for what it answers.

    Raises Outage where the file cannot be read or written.
    """

    def __init__(
        self, path: Path | str, *, most_blocks: int = 2_000_000, most_articles: int = 200_000
    ) -> None:
        self._limits = {"trace": most_blocks, "report": most_articles, "answer": most_articles}
        self._bound_every = max(1, most_articles // _BOUND_OFTEN)
        self._path = path
        # Turning to a write-ahead log, SQLite does not wait for others that do the same.
        with FileLock(f"{path}.lock"), self._faults_named():
            self._database = self._opened()

    def _opened(self) -> sqlite3.Connection:
        database = sqlite3.connect(
            self._path, timeout=_WAIT_S, isolation_level=None, check_same_thread=False
        )
        for setting in _SETTINGS:
            database.execute(f"pragma {setting}")
        if database.execute("pragma user_version").fetchone() != (_VERSION,):
            dropped = "".join(map("drop table if exists {};".format, _NAMES))
            database.executescript(
                f"begin immediate; {dropped} {_TABLES} pragma user_version = {_VERSION}; commit;"
            )
        return database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was answered is already in it."""
        self._database.close()

    def sight(
        self, source: str, article: str, version: str, samples: Sequence[Sample]
    ) -> tuple[Seen, ...]:
        """For each sample where it was seen before; then remembers this article."""
        here, asked, told = _key(source), _key(source, version), _key(source, article)
        with self._transaction() as database:
            known = database.execute("select seen from answer where key = ?", (asked,)).fetchone()
            if known:
                return tuple(Seen(times, share) for times, share in json.loads(known[0]))
            keys = {sample.fingerprint: sample.fingerprint ^ here for sample in samples}
            traces = self._traces(keys)
            newest = self._number("select newest from source where key = ?", here) or 0
            report = self._number("select report from report where key = ?", told)
            report = report or own_report(samples, traces)
            if report is None:
                newest = report = newest + 1
            answer = seen_before(samples, traces, report, newest)
            database.execute("replace into source values (?, ?)", (here, newest))
            database.execute("replace into report (key, report) values (?, ?)", (told, report))
            self._remember(keys, traces, report)
            added = database.execute(
                "insert into answer (key, seen) values (?, ?)", (asked, json.dumps(answer))
            )
            if added.lastrowid and added.lastrowid % self._bound_every == 0:
                self._bound()
        return answer

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._faults_named(), self._database:  # which commits, or rolls back
            self._database.execute("begin immediate")
            yield self._database

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:  # a full disk, a lock that stays, a damaged file
            raise Outage(f"the memory of sources in {self._path}: {error}") from error

    def _number(self, query: str, key: int) -> int | None:
        row = self._database.execute(query, (key,)).fetchone()
        return int(row[0]) if row else None

    def _traces(self, keys: Mapping[int, int]) -> dict[int, Trace]:
        """What is known of each fingerprint; `keys` has those of the rows."""
        of_key = {key: fingerprint for fingerprint, key in keys.items()}
        wanted = sorted(of_key)
        found: dict[int, Trace] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self._database.execute(
                f"select key, since, times, reports from trace where key in ({marks})", some
            )
            for key, since, times, reports in rows:
                found[of_key[key]] = Trace(since, times, tuple(json.loads(reports)))
        return found

    def _remember(self, keys: Mapping[int, int], traces: Mapping[int, Trace], report: int) -> None:
        """Write them anew, so that the blocks seen last have the highest numbers."""
        updated = ((key, with_report(traces.get(seen), report)) for seen, key in keys.items())
        self._database.executemany(
            "replace into trace (key, since, times, reports) values (?, ?, ?, ?)",
            ((key, t.since, t.times, json.dumps(t.reports)) for key, t in updated),
        )

    def _bound(self) -> None:
        for table, most in self._limits.items():
            # One query each: SQLite reads all of the table for both ends in one.
            (first,) = self._database.execute(f"select min(number) from {table}").fetchone()
            (last,) = self._database.execute(f"select max(number) from {table}").fetchone()
            if last is not None and last - first > most * _SLACK:
                self._cut_back(table, most)

    def _cut_back(self, table: str, most: int) -> None:
        self._database.execute(
            f"delete from {table} where number <="
            f" (select number from {table} order by number desc limit 1 offset ?)",
            (most,),
        )


def _key(*parts: str) -> int:
    """A number for the parts, of 63 bits: 2,000,000 rows meet by chance once in a million files."""
    return hashed("\0".join(parts).encode("utf-8", "replace"))
