"""Where stages with memory keep it: what each source prints again and again, in one SQLite file.

Several worker processes may share the file. Every call is one transaction, taken for writing at
once, so that two of them never count the same report twice. Nothing depends on the clock.

Rows are found by a hash of what they are about: with the names themselves the tables outgrow the
cache. They lie in two halves. What comes is written to one half; once that is full, the other is
emptied and takes its turn, so what was not seen for so long is forgotten. Emptying a table costs
SQLite next to nothing, while deleting the oldest rows one by one cost as much as all else.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

import orjson
from filelock import FileLock

from agents.clean import Sample, Seen, Trace, hashed, own_report, seen_before, with_report

from .stage import Outage

_WAIT_S = 30.0  # for another process's transaction, which takes milliseconds
_AT_ONCE = 500  # values in one query; SQLite allows 999 at least
_SETTINGS = (
    "journal_mode = wal",
    "synchronous = normal",
    "cache_size = -32768",  # KB
    "wal_autocheckpoint = 8000",  # pages of 4 KB, each written once then, however often it changed
)
_VERSION = 3  # of the tables; others are forgotten
_HALVES = (0, 1)
_COLUMNS = {
    "source": "newest integer not null",
    "trace": "since integer not null, times integer not null, reports blob not null",
    "report": "report integer not null",
    "answer": "seen blob not null",
}


class _Fill(NamedTuple):
    """The half that is written to, and how much was."""

    half: int = 0
    blocks: int = 0
    articles: int = 0


class DurableMemory:
    """The SourceMemory of `agents.clean` in a file; see there for what it answers.

    Raises Outage where the file cannot be read or written.
    """

    def __init__(
        self, path: Path | str, *, most_blocks: int = 2_000_000, most_articles: int = 200_000
    ) -> None:
        self._most = _Fill(blocks=most_blocks // 2, articles=most_articles // 2)
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
            names = database.execute("select name from sqlite_schema where type = 'table'")
            ours = {"fill", *_COLUMNS}
            old = [name for (name,) in names if name.partition("_")[0] in ours]
            database.executescript(f"begin immediate; {_made_anew(old)}; commit;")
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
            fill = _Fill(*database.execute("select half, blocks, articles from fill").fetchone())
            known = self._find("answer", asked, fill.half)
            if known is not None:
                return tuple(Seen(times, share) for times, share in orjson.loads(known))
            keys = {sample.fingerprint ^ here: sample.fingerprint for sample in samples}
            traces = self._traces(keys, fill.half)
            newest = self._find("source", here, fill.half) or 0
            report = self._find("report", told, fill.half) or own_report(samples, traces)
            if report is None:
                newest = report = newest + 1
            answer = seen_before(samples, traces, report, newest)
            self._write("source", [(here, newest)], fill.half)
            self._write("report", [(told, report)], fill.half)
            self._write("answer", [(asked, orjson.dumps([*map(tuple, answer)]))], fill.half)
            updated = ((key, with_report(traces.get(seen), report)) for key, seen in keys.items())
            rows = [(key, t.since, t.times, orjson.dumps(t.reports)) for key, t in updated]
            self._write("trace", rows, fill.half)
            self._count(fill, len(rows))
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

    def _find(self, table: str, key: int, half: int) -> Any:
        """The one value of a row, the newer half's first; None where there is none."""
        for each in (half, 1 - half):
            query = f"select * from {table}_{each} where key = ?"
            row = self._database.execute(query, (key,)).fetchone()
            if row:
                return row[1]
        return None

    def _traces(self, keys: Mapping[int, int], half: int) -> dict[int, Trace]:
        """What is known of each fingerprint; `keys` has them by the keys of their rows."""
        found: dict[int, Trace] = {}
        for each in (half, 1 - half):
            wanted = [key for key, fingerprint in keys.items() if fingerprint not in found]
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                query = f"select * from trace_{each} where key in ({marks})"
                for key, since, times, reports in self._database.execute(query, some):
                    found[keys[key]] = Trace(since, times, tuple(orjson.loads(reports)))
        return found

    def _write(self, table: str, rows: Sequence[tuple[int | bytes, ...]], half: int) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._database.executemany(f"replace into {table}_{half} values ({marks})", rows)

    def _count(self, fill: _Fill, blocks: int) -> None:
        """One article and its blocks more; the other half's turn where this one is full."""
        fill = _Fill(fill.half, fill.blocks + blocks, fill.articles + 1)
        if fill.blocks >= self._most.blocks or fill.articles >= self._most.articles:
            fill = _Fill(half=1 - fill.half)
            for table in _COLUMNS:
                self._database.execute(f"delete from {table}_{fill.half}")
        self._database.execute("update fill set half = ?, blocks = ?, articles = ?", fill)


def _made_anew(old: Sequence[str]) -> str:
    """The statements that leave empty tables, in place of those of an earlier version."""
    statements = [f'drop table "{name}"' for name in old]
    statements.append(f"pragma user_version = {_VERSION}")
    for name, columns in _COLUMNS.items():
        for half in _HALVES:
            statements.append(f"create table {name}_{half} (key integer primary key, {columns})")
    statements.append("create table fill (half integer, blocks integer, articles integer)")
    statements.append("insert into fill values (0, 0, 0)")
    return "; ".join(statements)


def _key(*parts: str) -> int:
    """A number for the parts, of 63 bits: 2,000,000 rows meet by chance once in a million files."""
    return hashed("\0".join(parts).encode("utf-8", "replace"))
