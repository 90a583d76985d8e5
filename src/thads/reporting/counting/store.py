"""The current spans in an in-process DuckDB: one store per process and database, shared by its threads.

Before every question the store catches up with the ledger, so that a saved fact is counted at once. What
it cannot find again in the ledger (a transaction taken back, another database) makes it start anew.
DuckDB is never attached to the database: it is handed Arrow tables.
"""

import atexit
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar, cast

import duckdb
import ibis
import pyarrow as pa
from django.conf import settings
from django.db import connection

from thads.foundation.ledger import queries as ledger
from thads.reporting.counting import engine
from thads.reporting.counting.pulling import Batch, is_there, ledger_identity, pulled
from thads.reporting.counting.rules.questions import Question, microseconds
from thads.reporting.counting.segments import Manifest, Mark, Segment, SegmentFolder, segments_after
from thads.reporting.counting.tables import CASE_COLUMNS, LINE_COLUMNS, arrow_schema

Shape = TypeVar("Shape")

NOWHERE = Mark(0, "")
TAIL = 5_000
"""So many folded cases not yet on disk are worth a segment."""
MOST_SEGMENTS = 12
KEPT_QUESTIONS = 12
LOOKED_AT = "marks"
"""The view that queries over marks read: the marks of the question at hand."""
MOST_COMPILED = 200
SOME_INSTANT = datetime(2199, 12, 31, 23, 59, 59, 987_654, tzinfo=UTC)
"""Stands for the instant of knowledge in compiled queries: no other number in them looks like it."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class SpanStore:
    """The spans of one ledger in memory, kept up with it, and the marks of the last questions."""

    def __init__(self, folder: SegmentFolder) -> None:
        self._folder = folder
        self._lock = threading.RLock()
        self._db = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})
        self._reached = NOWHERE
        self._seen = 0  # the ledger's newest entry of any kind when last asked
        self._newest_known = 0
        self._on_disk = 0  # position up to which segments reach
        self._dirty: set[int] = set()  # keys of cases not yet on disk
        self._marks: OrderedDict[tuple[object, ...], str] = OrderedDict()
        self._answers: dict[str, dict[Hashable, object]] = {}  # by table of marks
        self._compiled: dict[Hashable, str] = {}
        self._agencies: list[str] | None = None
        self._names = 0
        self._empty()

    # ------------------------------------------------------------ asking

    def ask(
        self, question: Question, build: Callable[[ibis.Table], ibis.Table], *, per_kind: bool = False
    ) -> list[dict[str, object]]:
        """Return the rows of an expression built on the marks of a question, in the ledger's newest state."""
        with self._lock:
            self._catch_up()
            self._look_at(self._marks_of(question, per_kind=per_kind))
            return self._rows(_sql(build(engine.marks_table(LOOKED_AT))))

    def remembered(
        self,
        question: Question,
        build: Callable[[ibis.Table], ibis.Table],
        *,
        name: Hashable,
        shape: Callable[[list[dict[str, object]]], Shape],
        per_kind: bool = False,
    ) -> Shape:
        """Return what `ask` would, shaped, and keep it under a name as long as the ledger does not grow.

        A name stands for one expression over the marks, whatever the question: it is compiled once.
        """
        with self._lock:
            self._catch_up()
            marks = self._marks_of(question, per_kind=per_kind)
            kept = self._answers.setdefault(marks, {})
            if name not in kept:
                if name not in self._compiled:
                    self._compiled[name] = _sql(build(engine.marks_table(LOOKED_AT)))
                self._look_at(marks)
                kept[name] = shape(self._rows(self._compiled[name]))
            return cast(Shape, kept[name])

    def _look_at(self, marks: str) -> None:
        """Give the marks of the question at hand one name, so that compiled queries serve every question."""
        self._db.execute(f"CREATE OR REPLACE VIEW {LOOKED_AT} AS SELECT * FROM {marks}")

    def _rows(self, sql: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = self._db.sql(sql).to_arrow_table().to_pylist()
        return found

    def _marks_of(self, question: Question, *, per_kind: bool) -> str:
        known = self._effective_knowledge(question.known_at)
        asked = Question(question.period, question.as_of, known, question.kinds)
        key = (self._reached, asked, per_kind)
        if key not in self._marks:
            self._marks[key] = self._materialised(self._marks_sql(asked, per_kind=per_kind))
            self._forget_old_questions()
        self._marks.move_to_end(key)
        return self._marks[key]

    def agencies(self) -> Sequence[str]:
        """Return the codes of all agencies that ever opened a case."""
        with self._lock:
            self._catch_up()
            if self._agencies is None:
                found = self._db.execute("SELECT DISTINCT agency FROM case_spans ORDER BY agency").fetchall()
                self._agencies = [agency for (agency,) in found]
            return self._agencies

    def _effective_knowledge(self, known_at: datetime) -> datetime:
        """Asking later than the newest entry is asking as of it: one answer serves all who ask “now”."""
        return _EPOCH + timedelta(microseconds=min(microseconds(known_at), self._newest_known))

    def _marks_sql(self, asked: Question, *, per_kind: bool) -> str:
        """Return the compiled marks of a question; for later knowledge only one number in it differs."""
        template = Question(asked.period, asked.as_of, SOME_INSTANT, asked.kinds)
        name = (template, per_kind)
        if name not in self._compiled:
            if len(self._compiled) > MOST_COMPILED:
                self._compiled.clear()
            self._compiled[name] = _sql(engine.marks(template, per_kind=per_kind))
        known = str(microseconds(asked.known_at))
        return self._compiled[name].replace(str(microseconds(SOME_INSTANT)), known)

    def _materialised(self, sql: str) -> str:
        self._names += 1
        name = f"marks_{self._names}"
        self._db.execute(f"CREATE TABLE {name} AS {sql}")
        return name

    def _forget_old_questions(self) -> None:
        while len(self._marks) > KEPT_QUESTIONS:
            _, name = self._marks.popitem(last=False)
            self._drop(name)

    # ------------------------------------------------------------ catching up

    def catch_up(self) -> int:
        """Take in what the ledger has grown; return the position reached."""
        with self._lock:
            self._catch_up()
            return self._reached.position

    def _catch_up(self) -> None:
        newest = ledger.last_position()
        same_ledger = is_there(self._reached)
        if same_ledger and newest == self._seen:
            return
        if not same_ledger:
            self._start_anew()
        if newest - self._reached.position > TAIL:
            self._load_segments()
        for batch in pulled(self._reached.position):
            self._take(batch)
        self._seen = newest
        self._forget_stale_marks()
        if len(self._dirty) >= TAIL and not connection.in_atomic_block:
            self.save()

    def rebuild(self) -> int:
        """Throw the spans away and build them again from the first entry; return the position reached."""
        with self._lock:
            self._folder.forget()
            self._start_anew()
            for batch in pulled(0):
                self._take(batch)
            self._seen = ledger.last_position()
            self._forget_stale_marks()
            self.save(wait=True)
            return self._reached.position

    def _start_anew(self) -> None:
        self._reached, self._seen, self._newest_known, self._on_disk = NOWHERE, 0, 0, 0
        self._dirty.clear()
        self._empty()

    def _empty(self) -> None:
        for table, columns in (("case_spans", CASE_COLUMNS), ("obligation_spans", LINE_COLUMNS)):
            self._db.register("nothing", arrow_schema(columns).empty_table())
            self._db.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM nothing")
            self._db.unregister("nothing")

    def _take(self, batch: Batch) -> None:
        cases, lines = batch.rows.tables()
        known_before = self._reached.position
        old = [key for key in batch.keys if key <= known_before]
        self._replace(old, cases, lines)
        self._dirty.update(batch.keys)
        self._reached = batch.reached
        self._newest_known = max(self._newest_known, batch.newest_known)

    def _replace(self, keys: Sequence[int], cases: pa.Table, lines: pa.Table) -> None:
        cursor = self._db.cursor()
        cursor.execute("BEGIN")
        if keys:
            cursor.register("gone", pa.table({"case_key": pa.array(keys, pa.int64())}))
            for table in ("case_spans", "obligation_spans"):
                cursor.execute(f"DELETE FROM {table} WHERE case_key IN (SELECT case_key FROM gone)")
        _append(cursor, cases, lines)
        cursor.execute("COMMIT")
        cursor.close()

    def _forget_stale_marks(self) -> None:
        self._agencies = None
        for key in [key for key in self._marks if key[0] != self._reached]:
            self._drop(self._marks.pop(key))

    def _drop(self, marks: str) -> None:
        self._answers.pop(marks, None)
        self._db.execute(f"DROP TABLE {marks}")

    # ------------------------------------------------------------ segments

    def _load_segments(self) -> None:
        """Take over what another process, or an earlier one, has built of the same ledger."""
        manifest = self._folder.manifest()
        if manifest is None or manifest.reached.position <= self._reached.position:
            return
        if manifest.ledger != ledger_identity() or not is_there(manifest.reached):
            return
        try:
            loaded = [self._folder.read(segment) for segment in segments_after(manifest, self._on_disk)]
        except (OSError, pa.ArrowException):  # torn, or joined away meanwhile: build from the ledger
            return
        for cases, lines in loaded:
            self._replace(cases.column("case_key").unique().to_pylist(), cases, lines)
        self._reached, self._on_disk = manifest.reached, manifest.reached.position
        self._newest_known = max(self._newest_known, manifest.newest_known)
        self._dirty.clear()

    def close(self) -> None:
        """Let go of the memory; the store is of no use after."""
        with self._lock:
            self._marks.clear()
            self._answers.clear()
            self._db.close()

    def save(self, *, wait: bool = False) -> None:
        """Write the cases not yet on disk as a segment, unless another process is writing."""
        with self._lock, self._folder.sole_writer(wait=wait) as mine:
            if not mine or not self._dirty:
                return
            manifest = self._folder.manifest()
            theirs = (
                manifest.segments if manifest is not None and manifest.ledger == ledger_identity() else ()
            )
            reaches = manifest.reached.position if theirs and manifest is not None else 0
            if reaches > self._reached.position:
                return
            if reaches != self._on_disk or len(theirs) >= MOST_SEGMENTS or reaches == 0:
                segments: tuple[Segment, ...] = (self._write("SELECT * FROM {table}"),)
            else:
                segments = (
                    *theirs,
                    self._write("SELECT * FROM {table} WHERE case_key IN (SELECT case_key FROM dirty)"),
                )
            self._folder.publish(Manifest(ledger_identity(), self._reached, self._newest_known, segments))
            self._on_disk = self._reached.position
            self._dirty.clear()

    def _write(self, query: str) -> Segment:
        self._db.register("dirty", pa.table({"case_key": pa.array(sorted(self._dirty), pa.int64())}))
        cases, lines = (
            self._db.sql(query.format(table=table)).to_arrow_table()
            for table in ("case_spans", "obligation_spans")
        )
        self._db.unregister("dirty")
        return self._folder.write(cases, lines, position=self._reached.position)


def _append(cursor: duckdb.DuckDBPyConnection, cases: pa.Table, lines: pa.Table) -> None:
    for table, rows in (("case_spans", cases), ("obligation_spans", lines)):
        cursor.register("incoming", rows)
        cursor.execute(f"INSERT INTO {table} SELECT * FROM incoming")
        cursor.unregister("incoming")


def _sql(expression: ibis.Table) -> str:
    return str(ibis.to_sql(expression, dialect="duckdb"))


_STORES: dict[tuple[str, str], SpanStore] = {}


@atexit.register
def _close_stores() -> None:
    """Let DuckDB go before the interpreter does, or it complains on the way out."""
    for store in _STORES.values():
        store.close()
    _STORES.clear()


_STORES_LOCK = threading.Lock()


def current_store() -> SpanStore:
    """Return this process's store of the database in use."""
    database = f"{connection.settings_dict.get('HOST', '')}/{connection.settings_dict['NAME']}"
    folder = Path(settings.SEGMENTS)
    key = (database, str(folder))
    with _STORES_LOCK:
        if key not in _STORES:
            _STORES[key] = SpanStore(SegmentFolder(folder / _file_name(database)))
        return _STORES[key]


def _file_name(database: str) -> str:
    return "".join(character if character.isalnum() else "_" for character in database)[-80:]
