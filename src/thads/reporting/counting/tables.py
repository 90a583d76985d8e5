"""The two tables of spans: their columns, the same in Arrow, in Parquet and as ibis tables."""

from collections.abc import Iterable, Mapping, Sequence

import ibis
import pyarrow as pa

from thads.reporting.counting.rules.ordering import sorted_by
from thads.reporting.counting.rules.spans import CaseSpans

_HELD = {"valid_from": "date", "valid_to": "date", "known_from": "int64", "known_to": "int64"}
CASE_COLUMNS: Mapping[str, str] = {
    "case_key": "int64", "case_id": "string", "number": "string", "agency": "string", "bailiff": "string",
    "initiation": "string", "judgment_kind": "string", "route": "string", "from_agency": "string",
    "flags": "string", "decided_on": "date", "carried_on": "date", **_HELD,
}  # fmt: skip
LINE_COLUMNS: Mapping[str, str] = {
    "case_key": "int64", "no": "int64", "kind": "string", "amount": "int64", "status": "string",
    "ground": "string", "collected": "int64", "terminated": "int64", "reduced": "int64",
    "delegated": "int64", "pulled_up": "int64", "recalled": "int64", "remaining": "int64", **_HELD,
}  # fmt: skip
NUMBER_ORDER_COLUMNS: Mapping[str, str] = {"number": "string", "sorted_by": "string"}

_ARROW = {"int64": pa.int64(), "string": pa.string(), "date": pa.date32()}


def arrow_schema(columns: Mapping[str, str]) -> pa.Schema:
    """Return the Arrow schema of a table of spans."""
    return pa.schema([(name, _ARROW[kind]) for name, kind in columns.items()])


def case_spans() -> ibis.Table:
    """The spans of cases as an ibis table, bound to no engine."""
    return ibis.table(dict(CASE_COLUMNS), name="case_spans")


def obligation_spans() -> ibis.Table:
    """The spans of obligations as an ibis table, bound to no engine."""
    return ibis.table(dict(LINE_COLUMNS), name="obligation_spans")


def number_orders() -> ibis.Table:
    """What case numbers are sorted by, as an ibis table, bound to no engine."""
    return ibis.table(dict(NUMBER_ORDER_COLUMNS), name="number_orders")


def number_order_rows(numbers: Sequence[str]) -> pa.Table:
    """Return what each of these case numbers is sorted by."""
    return pa.table(
        [pa.array(numbers, pa.string()), pa.array([sorted_by(number) for number in numbers], pa.string())],
        schema=arrow_schema(NUMBER_ORDER_COLUMNS),
    )


class SpanRows:
    """Rows of spans being gathered, case by case."""

    def __init__(self) -> None:
        self._cases: list[tuple[object, ...]] = []
        self._lines: list[tuple[object, ...]] = []

    def add(self, key: int, case_id: str, spans: CaseSpans) -> None:
        """Add the spans of one case under its key: the position of its first entry."""
        for valid_from, valid_to, case, known_from, known_to in spans.case:
            *plain, flags, decided_on, carried_on = case
            written = f"|{'|'.join(flags)}|" if flags else ""
            self._cases.append(
                (
                    key, case_id, *plain, written, decided_on, carried_on,
                    valid_from, valid_to, known_from, known_to,
                )
            )  # fmt: skip
        for no, (valid_from, valid_to, line, known_from, known_to) in spans.lines:
            self._lines.append((key, no, *line, line.remaining, valid_from, valid_to, known_from, known_to))

    def tables(self) -> tuple[pa.Table, pa.Table]:
        """Return the gathered rows as Arrow tables."""
        return _table(self._cases, CASE_COLUMNS), _table(self._lines, LINE_COLUMNS)


def _table(rows: list[tuple[object, ...]], columns: Mapping[str, str]) -> pa.Table:
    schema = arrow_schema(columns)
    values: Iterable[Iterable[object]] = zip(*rows, strict=True) if rows else [[] for _ in columns]
    return pa.table(
        [pa.array(column, type=kind) for column, kind in zip(values, schema.types, strict=True)],
        schema=schema,
    )
