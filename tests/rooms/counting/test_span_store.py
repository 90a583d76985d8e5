"""The store of spans: catches up with the ledger, survives restarts, and never mixes two ledgers."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction

from rooms.forms.world import NOW, case_id, decision, write_case
from thads.foundation.ledger import actions as ledger
from thads.foundation.ledger.rules.entries import CANCELLATION, NewEntry
from thads.kernel.periods import Period
from thads.reporting.counting import engine, pulling, store
from thads.reporting.counting.rules.questions import Question
from thads.reporting.counting.segments import SegmentFolder
from thads.reporting.counting.store import SpanStore

pytestmark = pytest.mark.django_db
QUESTION = Question.of(Period(2024, 9), known_at=NOW)


@pytest.fixture
def opened(tmp_path: Path):
    """Open stores on one folder, as several processes would, and close them afterwards."""
    stores = []

    def open_store() -> SpanStore:
        stores.append(SpanStore(SegmentFolder(tmp_path / "segments")))
        return stores[-1]

    yield open_store
    for one in stores:
        one.close()


def numbers(one: SpanStore, question: Question = QUESTION) -> dict[str, int]:
    """Return the đồng carried on by case number."""
    rows = one.ask(question, lambda marks: marks.select("number", "a_c17"))
    return {str(row["number"]): int(str(row["a_c17"])) for row in rows}


def add_fact(number: str, seq: int, kind: str, day: date, *, cancels: int | None = None, **payload):
    fact = NewEntry(kind if cancels else f"cases.{kind}", day, payload, cancels=cancels)
    return ledger.append(
        subject_kind="case", subject_id=case_id(number), facts=[fact], expected_seq=seq, agency="TQ.CH",
        actor="t", recorded_at=NOW - timedelta(hours=10 - seq),
    )[0]  # fmt: skip


def test_a_saved_fact_is_counted_at_the_next_question(opened) -> None:
    one = opened()
    write_case("1", [("decision_issued", "2023-11-01", decision("1", 100))])
    assert numbers(one) == {"1": 100}

    add_fact("1", 1, "money_collected", date(2024, 1, 5), parts=[{"no": 1, "amount": 30}])
    write_case("2", [("decision_issued", "2023-11-01", decision("2", 50))])

    assert numbers(one) == {"1": 70, "2": 50}


def test_a_cancelled_fact_counts_no_more_but_did_before_it_was_cancelled(opened) -> None:
    one = opened()
    write_case("1", [("decision_issued", "2023-11-01", decision("1", 100))])
    paid = add_fact("1", 1, "money_collected", date(2024, 1, 5), parts=[{"no": 1, "amount": 30}])
    add_fact("1", 2, CANCELLATION, date(2024, 1, 5), cancels=paid.id)

    assert numbers(one) == {"1": 100}
    assert numbers(one, Question.of(Period(2024, 9), known_at=paid.recorded_at)) == {"1": 70}


def test_a_transaction_taken_back_leaves_nothing_in_the_store(opened) -> None:
    one = opened()
    write_case("1", [("decision_issued", "2023-11-01", decision("1", 100))])
    with transaction.atomic():
        write_case("2", [("decision_issued", "2023-11-01", decision("2", 50))])
        assert set(numbers(one)) == {"1", "2"}
        transaction.set_rollback(True)

    write_case("3", [("decision_issued", "2023-11-01", decision("3", 70))])

    assert numbers(one) == {"1": 100, "3": 70}


def test_a_new_process_takes_over_the_segments_and_the_tail(opened, monkeypatch) -> None:
    monkeypatch.setattr(store, "TAIL", 0)
    write_case("1", [("decision_issued", "2023-11-01", decision("1", 100))])
    one = opened()
    one.rebuild()
    add_fact("1", 1, "money_collected", date(2024, 1, 5), parts=[{"no": 1, "amount": 30}])
    write_case("2", [("decision_issued", "2023-11-01", decision("2", 50))])
    one.catch_up()
    one.save()
    write_case("3", [("decision_issued", "2023-11-01", decision("3", 70))])

    folded: list[int] = []
    monkeypatch.setattr(store, "pulled", lambda position: folded.append(position) or pulling.pulled(position))
    other = opened()

    assert numbers(other) == {"1": 70, "2": 50, "3": 70}
    assert folded[0] > 0, "the tail only"


def test_rebuilding_gives_what_catching_up_gave(opened) -> None:
    one, other = opened(), opened()
    write_case("1", [("decision_issued", "2023-11-01", decision("1", 100, 40))])
    assert numbers(one)
    add_fact("1", 1, "unable_decided", date(2024, 2, 1), ground="no_income", parts=[{"no": 2}])
    add_fact("1", 2, "money_collected", date(2023, 12, 1), parts=[{"no": 1, "amount": 30}])
    one.catch_up()

    other.rebuild()

    def everything(which: SpanStore):
        rows = which.ask(QUESTION, lambda marks: marks)
        return [{name: value for name, value in row.items() if name != "case_key"} for row in rows]

    assert everything(one) == everything(other)


def test_segments_of_another_ledger_are_not_believed(opened, monkeypatch) -> None:
    monkeypatch.setattr(store, "TAIL", 0)
    with transaction.atomic():
        write_case("1", [("decision_issued", "2023-11-01", decision("1", 100))])
        opened().rebuild()
        transaction.set_rollback(True)
    write_case("9", [("decision_issued", "2023-11-01", decision("9", 10))])

    assert numbers(opened()) == {"9": 10}


def test_a_broken_manifest_or_segment_is_built_again(opened, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(store, "TAIL", 0)
    write_case("1", [("decision_issued", "2023-11-01", decision("1", 100))])
    opened().rebuild()
    for path in (tmp_path / "segments").glob("*.parquet"):
        path.write_bytes(b"torn")

    assert numbers(opened()) == {"1": 100}

    (tmp_path / "segments" / "manifest.json").write_text("{", encoding="utf-8")

    assert numbers(opened()) == {"1": 100}


def test_many_small_segments_are_joined(opened, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(store, "TAIL", 0)
    monkeypatch.setattr(store, "MOST_SEGMENTS", 3)
    one = opened()
    for number in range(8):
        write_case(str(number), [("decision_issued", "2023-11-01", decision(str(number), 100))])
        one.catch_up()
        one.save()

    assert len(list((tmp_path / "segments").glob("*-cases.parquet"))) <= 3
    assert len(numbers(opened())) == 8


def test_a_second_writer_leaves_the_segments_alone(opened, tmp_path) -> None:
    write_case("1", [("decision_issued", "2023-11-01", decision("1", 100))])
    one = opened()
    one.catch_up()

    with SegmentFolder(tmp_path / "segments").sole_writer() as mine:
        assert mine
        one.save()

    assert not list((tmp_path / "segments").glob("*.parquet"))


def test_a_case_of_thousands_of_obligations_stays_one_case_span(opened) -> None:
    duties = [{"no": no, "kind": "contract", "amount": 10} for no in range(1, 3001)]
    facts = [("decision_issued", "2023-11-01", decision("1", duties=duties))]
    facts += [
        ("money_collected", "2024-01-05", {"parts": [{"no": no, "amount": 10}]}) for no in range(1, 201)
    ]
    write_case("1", facts, recorded_at=datetime(2024, 2, 1, tzinfo=UTC))
    one = opened()

    assert numbers(one) == {"1": 28_000}
    assert len(one.ask(QUESTION, lambda _: engine.case_spans())) == 1
    assert len(one.ask(QUESTION, lambda _: engine.obligation_spans())) == 3_200
