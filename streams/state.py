"""Where stages with memory keep it: what each source prints again and again, in one SQLite file.

Several worker processes may share the file. Every call is one transaction, taken for writing at
once, so that two of them never count the same report twice. Nothing depends on the clock: rows
are numbered as they come, and the lowest numbers go first when a table is full.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from agents.clean import Sample, Seen, Trace, own_report, seen_before, with_report

from .stage import Outage

_WAIT_S = 30.0  # for another process's transaction, which takes milliseconds
_AT_ONCE = 500  # values in one query; SQLite allows 999 at least
# A table may grow by so much before it is cut back: rarely, and so little that nobody waits for it.
_SLACK = 1.01
_TABLES = """
create table if not exists source (name text primary key, newest integer not null);
create table if not exists trace (
    number integer primary key autoincrement,
    source text not null, fingerprint integer not null,
    since integer not null, times integer not null, reports text not null,
    unique (source, fingerprint)
);
create table if not exists report (
    number integer primary key autoincrement,
    source text not null, article text not null, report integer not null,
    unique (source, article)
);
create table if not exists answer (
    number integer primary key autoincrement,
    source text not null, version text not null, seen text not null,
    unique (source, version)
);
"""


class DurableMemory:
    """The SourceMemory of `agents.clean` in a file; see there for what it answers.

    Raises Outage where the file cannot be read or written.
    """

    def __init__(
        self, path: Path | str, *, most_blocks: int = 2_000_000, most_articles: int = 200_000
    ) -> None:
        self._limits = {"trace": most_blocks, "report": most_articles, "answer": most_articles}
        self._path = path
        with self._faults_named():
            self._database = sqlite3.connect(
                path, timeout=_WAIT_S, isolation_level=None, check_same_thread=False
            )
            self._database.execute("pragma journal_mode = wal")
            self._database.execute("pragma synchronous = normal")
            self._database.executescript(f"begin immediate; {_TABLES} commit;")

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
        with self._transaction() as database:
            known = database.execute(
                "select seen from answer where source = ? and version = ?", (source, version)
            ).fetchone()
            if known:
                return tuple(Seen(times, share) for times, share in json.loads(known[0]))
            traces = self._traces(source, samples)
            newest = self._newest(source)
            report = self._report(source, article) or own_report(samples, traces)
            if report is None:
                newest = report = newest + 1
            answer = seen_before(samples, traces, report, newest)
            self._remember(source, article, report, newest)
            self._remember_traces(source, samples, traces, report)
            database.execute(
                "insert into answer (source, version, seen) values (?, ?, ?)",
                (source, version, json.dumps(answer)),
            )
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

    def _traces(self, source: str, samples: Sequence[Sample]) -> dict[int, Trace]:
        wanted = sorted({sample.fingerprint for sample in samples})
        found: dict[int, Trace] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self._database.execute(
                "select fingerprint, since, times, reports from trace"
                f" where source = ? and fingerprint in ({marks})",
                (source, *some),
            )
            for number, since, times, reports in rows:
                found[number] = Trace(since, times, tuple(json.loads(reports)))
        return found

    def _newest(self, source: str) -> int:
        row = self._database.execute(
            "select newest from source where name = ?", (source,)
        ).fetchone()
        return int(row[0]) if row else 0

    def _report(self, source: str, article: str) -> int | None:
        row = self._database.execute(
            "select report from report where source = ? and article = ?", (source, article)
        ).fetchone()
        return int(row[0]) if row else None

    def _remember(self, source: str, article: str, report: int, newest: int) -> None:
        self._database.execute("replace into source values (?, ?)", (source, newest))
        self._database.execute(
            "replace into report (source, article, report) values (?, ?, ?)",
            (source, article, report),
        )

    def _remember_traces(
        self, source: str, samples: Sequence[Sample], traces: dict[int, Trace], report: int
    ) -> None:
        """Write them anew, so that the blocks seen last have the highest numbers."""
        updated = {
            sample.fingerprint: with_report(traces.get(sample.fingerprint), report)
            for sample in samples
        }
        self._database.executemany(
            "replace into trace (source, fingerprint, since, times, reports)"
            " values (?, ?, ?, ?, ?)",
            (
                (source, number, trace.since, trace.times, json.dumps(trace.reports))
                for number, trace in updated.items()
            ),
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
