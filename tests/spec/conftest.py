"""Runs every example of the specification on both engines."""

from collections.abc import Callable, Mapping

import duckdb
import ibis
import pytest

from spec.tables import Example, histories
from thads.reporting.counting import engine
from thads.reporting.counting.rules import reference
from thads.reporting.counting.rules.codes import LINES
from thads.reporting.counting.rules.spans import spans_of
from thads.reporting.counting.tables import SpanRows

Found = Mapping[str, tuple[set[str], int]]


@pytest.fixture(params=["reference", "ibis"])
def spec(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Check an example on one of the engines."""
    count = {"reference": by_reference, "ibis": by_ibis}[request.param]

    def check(**told: object) -> None:
        example = Example(**told)  # type: ignore[arg-type]
        found = count(example)
        wanted = {line: found[line][0] for line in example.cases}
        assert wanted == dict(example.cases)
        assert {line: found[line][1] for line in example.dong} == dict(example.dong)

    return check


def by_reference(example: Example) -> Found:
    marks = list(reference.count(histories(example.facts), example.question))
    return {
        line: ({m.number for m in marks if line in m.members}, sum(m.shares.get(line, 0) for m in marks))
        for line in LINES
    }


def by_ibis(example: Example) -> Found:
    spans = SpanRows()
    for case_id, entries in histories(example.facts).items():
        spans.add(entries[0].id, case_id, spans_of(entries))
    with duckdb.connect(":memory:") as connection:
        for name, table in zip(("case_spans", "obligation_spans"), spans.tables(), strict=True):
            connection.register(name, table)
        sql = str(ibis.to_sql(engine.marks(example.question), dialect="duckdb"))
        marks = connection.sql(sql).to_arrow_table().to_pylist()
    return {
        line: ({m["number"] for m in marks if m[f"in_{line}"]}, sum(m[f"a_{line}"] for m in marks))
        for line in LINES
    }
