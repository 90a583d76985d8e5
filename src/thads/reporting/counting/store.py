"""The current spans in an in-process DuckDB: one store per process and database, shared by its threads.

Before every question the store catches up with the ledger, so that a saved fact is counted at once. What
it cannot find again in the ledger (a transaction taken back, another database) makes it start anew.
DuckDB is never attached to the database: it is handed Arrow tables.
"""

import atexit
import threading
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
from django.conf import settings
from django.db import connection

from thads.foundation.ledger import queries as ledger
from thads.reporting.counting import engine
from thads.reporting.counting.kept import Build, KeptMarks, Rows, Shape
from thads.reporting.counting.pulling import Batch, is_there, ledger_identity, pulled
from thads.reporting.counting.rules.questions import Question
from thads.reporting.counting.segments import Manifest, Mark, Segment, SegmentFolder, segments_after
from thads.reporting.counting.tables import CASE_COLUMNS, LINE_COLUMNS, arrow_schema, number_order_rows

NOWHERE = Mark(0, "")
TAIL = 5_000
"""So many folded cases not yet on disk are worth a segment."""
MOST_SEGMENTS = 12


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
        self._kept = KeptMarks(self._db)
        self._agencies: list[str] | None = None
        self._ordered = NOWHERE  # the numbers of cases up to here have their order
        self._db.execute("CREATE TABLE number_orders (number VARCHAR, sorted_by VARCHAR)")
        self._empty()

    # ------------------------------------------------------------ asking

    def ask(self, question: Question, build: Build, *, per_kind: bool = False) -> Rows:
        """Return the rows of an expression built on the marks of a question, in the ledger's newest state."""
        with self._lock:
            self._catch_up()
            return self._kept.rows(question, build, newest=self._newest_known, per_kind=per_kind)

    def remembered(
        self,
        question: Question,
        build: Build,
        *,
        name: Hashable,
        shape: Callable[[Rows], Shape],
        per_kind: bool = False,
    ) -> Shape:
        """Return what `ask` would, shaped, and keep it under a name as long as no mark changes.

        A name stands for one expression over the marks, whatever the question: it is compiled once.
        """
        with self._lock:
            self._catch_up()
            return self._kept.remembered(
                question, build, newest=self._newest_known, name=name, shape=shape, per_kind=per_kind
            )

    def in_order_of_numbers(
        self, question: Question, build: Build, *, name: Hashable, part: tuple[int, int] | None = None
    ) -> Rows:
        """Return the rows of an expression with numbers and ids of cases as people read the numbers.

        `part` asks for so many rows from a place on: (start, length). A name stands for one expression.
        """
        with self._lock:
            self._catch_up()
            self._order_numbers()
            return self._kept.rows(
                question,
                lambda marks: engine.in_order_of_numbers(build(marks)),
                newest=self._newest_known,
                name=("in order", name),
                part=part,
            )

    def _order_numbers(self) -> None:
        """Give every case number not yet met its place in the order in which people read them."""
        if self._ordered == self._reached:
            return
        cursor = self._db.cursor()
        found = cursor.sql("SELECT DISTINCT number FROM case_spans ANTI JOIN number_orders USING (number)")
        numbers = [number for (number,) in found.fetchall()]
        if numbers:
            cursor.register("met", number_order_rows(numbers))
            cursor.execute("INSERT INTO number_orders SELECT * FROM met")
        cursor.close()
        self._ordered = self._reached

    def agencies(self) -> Sequence[str]:
        """Return the codes of all agencies that ever opened a case."""
        with self._lock:
            self._catch_up()
            if self._agencies is None:
                found = self._db.execute("SELECT DISTINCT agency FROM case_spans ORDER BY agency").fetchall()
                self._agencies = [agency for (agency,) in found]
            return self._agencies

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
            self.save(wait=True)
            return self._reached.position

    def _start_anew(self) -> None:
        self._reached, self._seen, self._newest_known, self._on_disk = NOWHERE, 0, 0, 0
        self._dirty.clear()
        self._kept.forget()
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
        self._kept.touch(batch.keys)
        self._agencies = None
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
        self._kept.forget()
        self._agencies = None
        for cases, lines in loaded:
            self._replace(cases.column("case_key").unique().to_pylist(), cases, lines)
        self._reached, self._on_disk = manifest.reached, manifest.reached.position
        self._newest_known = max(self._newest_known, manifest.newest_known)
        self._dirty.clear()

    def close(self) -> None:
        """Let go of the memory; the store is of no use after."""
        with self._lock:
            self._kept.close()
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
