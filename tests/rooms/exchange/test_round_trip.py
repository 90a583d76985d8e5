"""Export → import into an empty system → export gives the same bytes."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooms.exchange.invented import histories
from thads.enforcement.cases.rules.histories import CaseHistory
from thads.foundation.organisation import queries as organisation
from thads.interfaces.exchange.histories import writing
from thads.interfaces.exchange.histories.exporting import histories_file
from thads.interfaces.exchange.histories.importing import import_histories
from thads.interfaces.exchange.histories.lines import AgencyLine
from thads.kernel.refusals import Refusal

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "example-histories.jsonl"
FOUNDED = writing.header() + writing.agency(AgencyLine("HL", "Cục Hải Long", date(2010, 1, 1)))

PULLED_UP = b"""
{"case": "900", "agency": "HL.A", "fact": "decision_issued", "took_effect": "2024-01-10", \
"recorded_at": "2024-01-10", \
"data": {"initiation": "ex_officio", "judgment_kind": "criminal", \
"duties": [{"no": 1, "kind": "fine", "amount": 9}]}}
{"case": "900", "agency": "HL.A", "fact": "file_pulled_up", "took_effect": "2024-02-01", \
"recorded_at": "2024-02-01", \
"data": {"to_agency": "HL"}}
"""


@contextmanager
def a_system_of_its_own() -> Iterator[None]:
    """Whatever is written inside is gone afterwards; the ledger itself never deletes."""
    before = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(before)


def brought_in(content: bytes, now: datetime) -> None:
    outcome = import_histories(organisation.operator(at=now, on=now.date()), io.BytesIO(content))
    assert outcome.problems == ()


def taken_out(agency: str, now: datetime) -> bytes:
    viewer = organisation.operator(at=now, on=now.date())
    return "".join(histories_file(viewer, agency=agency)).encode()


def there_and_back(content: bytes, now: datetime) -> tuple[bytes, bytes]:
    """Return what the first and what a second system give out."""
    with a_system_of_its_own():
        brought_in(content, now)
        first = taken_out("HL", now)
    with a_system_of_its_own():
        brought_in(first, now)
        return first, taken_out("HL", now)


def test_the_worked_example_comes_back_byte_for_byte(now: datetime) -> None:
    content = EXAMPLE.read_bytes()

    first, second = there_and_back(content, now)

    assert first == second
    assert len(first.splitlines()) == len(content.splitlines())


def test_the_example_of_2026_comes_back_byte_for_byte() -> None:
    now = datetime(2026, 8, 31, 1, 0, tzinfo=UTC)
    content = EXAMPLE.with_name("example-histories-2026.jsonl").read_bytes()
    with a_system_of_its_own():
        brought_in(content, now)
        first = taken_out("HM", now)
    with a_system_of_its_own():
        brought_in(first, now)
        second = taken_out("HM", now)

    assert first == second
    assert len(first.splitlines()) == len(content.splitlines())


@settings(max_examples=25, suppress_health_check=list(HealthCheck), derandomize=True, deadline=None)
@given(cases=st.tuples(histories("1"), histories("Số “2”/2024")))
def test_any_lawful_history_comes_back_byte_for_byte(cases: tuple[CaseHistory, ...], now: datetime) -> None:
    content = FOUNDED + "".join(line for history in cases for line in writing.case(history))

    first, second = there_and_back(content.encode(), now)

    assert first == second


def test_an_agency_out_of_sight_is_not_exported(now: datetime) -> None:
    with pytest.raises(Refusal, match="XX"):
        taken_out("XX", now)


def test_a_unit_is_exported_without_its_superior_and_its_sisters(now: datetime) -> None:
    brought_in(EXAMPLE.read_bytes(), now)

    lines = taken_out("HL.A", now).decode().splitlines()

    assert '"HL.B"' not in "\n".join(line for line in lines if line.startswith('{"agency"'))
    assert {"HL.A"} == {
        line.split('"agency": "')[1].split('"')[0] for line in lines if line.startswith('{"case"')
    }


def test_a_file_pulled_up_comes_back_without_the_superior_that_has_it(now: datetime) -> None:
    with a_system_of_its_own():
        brought_in(EXAMPLE.read_bytes() + PULLED_UP, now)
        first = taken_out("HL.A", now)
    with a_system_of_its_own():
        brought_in(first, now)
        second = taken_out("HL.A", now)

    assert first == second
    assert first.splitlines()[-1].startswith(b'{"agency": {"code": "HL"')
