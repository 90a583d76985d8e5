"""Two engines, written from the same specification in two ways, must give the same for every history."""

from collections.abc import Mapping, Sequence

import duckdb
import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.counting.invented import invented_book, invented_question
from thads.foundation.ledger.rules.entries import Entry
from thads.reporting.counting import engine
from thads.reporting.counting.rules import reference
from thads.reporting.counting.rules.codes import LINES
from thads.reporting.counting.rules.questions import Question
from thads.reporting.counting.rules.spans import spans_of
from thads.reporting.counting.tables import SpanRows

pytestmark = pytest.mark.database_independent
SEEDS = st.integers(0, 2**40)
WHO = ("case_id", "number", "agency", "bailiff", "initiation", "judgment_kind", "origin")
QUESTIONS_PER_BOOK = 5


def load(connection: duckdb.DuckDBPyConnection, histories: Mapping[str, Sequence[Entry]]) -> None:
    rows = SpanRows()
    for case_id, entries in histories.items():
        rows.add(entries[0].id, case_id, spans_of(entries))
    for name, table in zip(("case_spans", "obligation_spans"), rows.tables(), strict=True):
        connection.register("incoming", table)
        connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM incoming")


def fast_marks(connection: duckdb.DuckDBPyConnection, question: Question) -> set[object]:
    found = connection.sql(str(ibis.to_sql(engine.marks(question), dialect="duckdb"))).to_arrow_table()
    return {
        (
            tuple(row[name] for name in WHO),
            frozenset(line for line in LINES if row[f"in_{line}"]),
            frozenset((line, row[f"a_{line}"]) for line in LINES if row[f"a_{line}"]),
        )
        for row in found.to_pylist()
    }


def reference_marks(histories: Mapping[str, Sequence[Entry]], question: Question) -> set[object]:
    return {
        (tuple(getattr(mark, name) for name in WHO), mark.members, frozenset(mark.shares.items()))
        for mark in reference.count(histories, question)
    }


@settings(max_examples=15)
@given(seed=SEEDS)
def test_ibis_gives_the_cases_and_the_dong_of_the_reference(seed: int) -> None:
    histories = invented_book(seed)
    questions = [invented_question(seed + number, histories) for number in range(QUESTIONS_PER_BOOK)]

    with duckdb.connect(":memory:") as connection:
        load(connection, histories)
        for question in questions:
            assert fast_marks(connection, question) == reference_marks(histories, question), question
