"""The marks of the last questions, kept up with the ledger case by case.

A fact changes the marks of its own case only: no other case has a span that begins or ends by it, and asked
as of “now” every other case stands as it stood at the instant known before. So a kept question has only the
touched cases marked again, when it is asked next.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar, cast

import duckdb
import ibis
import pyarrow as pa

from thads.reporting.counting import engine
from thads.reporting.counting.rules.questions import Question, microseconds

Shape = TypeVar("Shape")
Rows = list[dict[str, object]]
Build = Callable[[ibis.Table], ibis.Table]

SPANS = ("case_spans", "obligation_spans")
KEPT_QUESTIONS = 12
MOST_TOUCHED = 2_000
"""With more cases touched since a question was last asked, its marks are made anew."""
MOST_COMPILED = 400
LOOKED_AT = "marks"
"""The view that queries over marks read: the marks of the question at hand."""
SOME_INSTANT = datetime(2199, 12, 31, 23, 59, 59, 987_654, tzinfo=UTC)
"""Stands for the instant of knowledge in compiled queries: no other number in them looks like it."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class _Kept:
    """The marks of one question: their table, the cases touched since, what was answered from them."""

    table: str
    touched: set[int] = field(default_factory=set)
    answers: dict[Hashable, object] = field(default_factory=dict)


class KeptMarks:
    """Marks in the tables of a connection that also holds the spans; not safe for threads by itself."""

    def __init__(self, db: duckdb.DuckDBPyConnection) -> None:
        self._db = db
        self._aside = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})
        self._kept: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()
        self._compiled: dict[Hashable, str] = {}
        self._names = 0

    # ------------------------------------------------------------ asking

    def rows(
        self,
        question: Question,
        build: Build,
        *,
        newest: int,
        per_kind: bool = False,
        name: Hashable = None,
        part: tuple[int, int] | None = None,
    ) -> Rows:
        """Return the rows of an expression over the marks of a question; under a name it is compiled once.

        `part` asks for so many rows from a place on: (start, length).
        """
        kept = self._of(question, newest, per_kind=per_kind)
        return self._asked(
            kept, build, name, "" if part is None else " LIMIT {1:d} OFFSET {0:d}".format(*part)
        )

    def remembered(
        self,
        question: Question,
        build: Build,
        *,
        newest: int,
        name: Hashable,
        shape: Callable[[Rows], Shape],
        per_kind: bool = False,
    ) -> Shape:
        """Return the rows of an expression, shaped, and keep them until a case of the question changes."""
        kept = self._of(question, newest, per_kind=per_kind)
        if name not in kept.answers:
            kept.answers[name] = shape(self._asked(kept, build, name))
        return cast(Shape, kept.answers[name])

    def _asked(self, kept: _Kept, build: Build, name: Hashable, part: str = "") -> Rows:
        """Give the marks of the question at hand one name, so that compiled queries serve every question."""
        self._db.execute(f"CREATE OR REPLACE VIEW {LOOKED_AT} AS SELECT * FROM {kept.table}")
        sql = self._sql(name, lambda: build(engine.marks_table(LOOKED_AT)))
        found: Rows = self._db.sql(sql + part).to_arrow_table().to_pylist()
        return found

    def _sql(self, name: Hashable, expression: Callable[[], ibis.Table]) -> str:
        if name is None:
            return str(ibis.to_sql(expression(), dialect="duckdb"))
        if name not in self._compiled:
            if len(self._compiled) > MOST_COMPILED:
                self._compiled.clear()
            self._compiled[name] = str(ibis.to_sql(expression(), dialect="duckdb"))
        return self._compiled[name]

    # ------------------------------------------------------------ keeping

    def touch(self, keys: Iterable[int]) -> None:
        """Note cases whose spans have changed."""
        for key in list(self._kept):
            self._kept[key].touched.update(keys)
            if len(self._kept[key].touched) > MOST_TOUCHED:
                self._drop(key)

    def forget(self) -> None:
        """Forget all questions: the spans are others now."""
        for key in list(self._kept):
            self._drop(key)

    def close(self) -> None:
        self._kept.clear()
        self._aside.close()

    def _of(self, question: Question, newest: int, *, per_kind: bool) -> _Kept:
        """Return the marks of a question, brought up to date; `newest`: the instant known last of all.

        Asking later than that is asking as of now: one answer serves all who do, and goes with the ledger.
        """
        asked = microseconds(question.known_at)
        is_now = asked >= newest
        known = newest if is_now else self._learned_by(asked)
        key = (question.period, question.as_of, question.kinds, None if is_now else known, per_kind)
        sql = self._marks_sql(question, known, per_kind=per_kind)
        if key not in self._kept:
            self._kept[key] = _Kept(self._materialised(sql))
            if len(self._kept) > KEPT_QUESTIONS:
                self._drop(next(iter(self._kept)))
        kept = self._kept[key]
        if kept.touched:
            self._mark_again(kept, sql)
        self._kept.move_to_end(key)
        return kept

    def _learned_by(self, known: int) -> int:
        """Return the last instant up to then at which anything was learned: till the next all stays."""
        instants = " UNION ALL ".join(
            f"SELECT max({end}) AS learned FROM {table} WHERE {end} <= {known:d}"
            for table in SPANS
            for end in ("known_from", "known_to")
        )
        found = self._db.execute(f"SELECT max(learned) FROM ({instants})").fetchone()
        return known if found is None or found[0] is None else int(found[0])

    def _marks_sql(self, question: Question, known: int, *, per_kind: bool) -> str:
        """Return the compiled marks of a question; for later knowledge only one number in it differs."""
        template = Question(question.period, question.as_of, SOME_INSTANT, question.kinds)
        sql = self._sql(("marks", template, per_kind), lambda: engine.marks(template, per_kind=per_kind))
        return sql.replace(str(microseconds(SOME_INSTANT)), str(known))

    def _materialised(self, sql: str) -> str:
        self._names += 1
        name = f"marks_{self._names}"
        self._db.execute(f"CREATE TABLE {name} AS {sql}")
        return name

    def _mark_again(self, kept: _Kept, sql: str) -> None:
        """Replace the marks of the touched cases; what was answered stays true if no mark has changed."""
        cursor = self._db.cursor()
        cursor.register("touched", pa.table({"case_key": pa.array(sorted(kept.touched), pa.int64())}))
        before = cursor.sql(f"SELECT * FROM {kept.table} SEMI JOIN touched USING (case_key)").to_arrow_table()
        after = self._marked_aside(cursor, sql)
        if not _same(before, after):
            cursor.register("after", after)
            cursor.execute("BEGIN")
            cursor.execute(f"DELETE FROM {kept.table} WHERE case_key IN (SELECT case_key FROM touched)")
            cursor.execute(f"INSERT INTO {kept.table} SELECT * FROM after")
            cursor.execute("COMMIT")
            kept.answers.clear()
        cursor.close()
        kept.touched.clear()

    def _marked_aside(self, cursor: duckdb.DuckDBPyConnection, sql: str) -> pa.Table:
        """Run the same query where there are no spans but those of the touched cases."""
        for table in SPANS:
            spans = cursor.sql(f"SELECT * FROM {table} SEMI JOIN touched USING (case_key)").to_arrow_table()
            self._aside.register(table, spans)
        return self._aside.sql(sql).to_arrow_table()

    def _drop(self, key: tuple[object, ...]) -> None:
        self._db.execute(f"DROP TABLE {self._kept.pop(key).table}")


def _same(before: pa.Table, after: pa.Table) -> bool:
    order = [("case_key", "ascending"), ("kind", "ascending")]
    return bool(before.num_rows == after.num_rows and before.sort_by(order).equals(after.sort_by(order)))
