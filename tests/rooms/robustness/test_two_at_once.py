"""Two people in one office at once: nothing is lost, numbers have no gap, who waited is told."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from rooms.cases.office import BAILIFF, FEE, Office, day, found_office
from rooms.cases.test_at_once import at_once, empty_guarded_tables
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.models import Judgment
from thads.enforcement.cases.rules.vocabulary import VerificationResult
from thads.enforcement.documents.numbering import next_number
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal


@pytest.fixture
def office(transactional_db: None) -> Iterator[Office]:
    found_office()
    yield Office()
    assert queries.drift() == []
    empty_guarded_tables()


def refusals(done: list[object]) -> list[Refusal]:
    return [one for one in done if isinstance(one, Refusal)]


def verifying(viewer: Viewer, case: object, seq: int | None) -> Callable[[], object]:
    return lambda: actions.record_verification(
        viewer=viewer, case_id=case, on=viewer.on, result=VerificationResult.ABLE, expected_seq=seq
    )


def test_who_comes_second_is_told_which_fact_came_in_by_whom_and_when(office: Office) -> None:
    case = office.ex_officio("2024-01-10", FEE)
    person = office.bailiff("2024-03-01")

    (told,) = refusals(at_once(verifying(person, case, 1), verifying(person, case, 1)))

    assert told.code == "ledger.changed_meanwhile"
    assert f"Xác minh điều kiện thi hành án ({person.username}, 09:00 ngày 01/03/2024)" in told.message
    assert office.page(case).seq == 2


def test_who_began_earlier_and_waited_for_the_other_is_not_refused(office: Office) -> None:
    case = office.ex_officio("2024-01-10", FEE)
    later = office.bailiff("2024-03-01")
    earlier = replace(later, at=later.at - timedelta(seconds=2))

    verifying(later, case, None)()
    verifying(earlier, case, None)()

    assert office.page(case).seq == 3


def test_a_clock_that_went_back_is_still_refused(office: Office) -> None:
    case = office.ex_officio("2024-01-10", FEE)
    later = office.bailiff("2024-03-01")
    verifying(later, case, None)()

    with pytest.raises(Refusal) as refused:
        verifying(replace(later, at=later.at - timedelta(minutes=2)), case, None)()

    assert refused.value.code in {"cases.recorded_backwards", "ledger.recorded_backwards"}


def test_a_judgment_that_two_clerks_receive_is_received_once(office: Office) -> None:
    def receive() -> object:
        return office.judgment("2024-01-10", FEE)

    assert [one.code for one in refusals(at_once(receive, receive))] == ["cases.judgment_duplicate"]
    assert Judgment.objects.count() == 1


def test_a_series_under_eight_threads_has_no_gap_and_no_double(office: Office) -> None:
    from django.db import transaction

    def take() -> list[int]:
        taken = []
        for _ in range(10):
            with transaction.atomic():
                taken.append(next_number("TQ.CH", "deferral", day("2024-03-01"))[0])
        return taken

    done = at_once(*(take for _ in range(8)))

    assert sorted(number for taken in done for number in taken) == list(range(1, 81))  # type: ignore[attr-defined]


def test_a_head_assigns_while_a_bailiff_records_and_both_stand(office: Office) -> None:
    case = office.ex_officio("2024-01-10", FEE)

    def assign() -> object:
        return actions.assign_bailiff(
            viewer=office.head("2024-03-01"), case_id=case, on=day("2024-03-01"), bailiff=BAILIFF
        )

    done = at_once(assign, verifying(office.bailiff("2024-03-01"), case, None))

    assert office.page(case).seq == 1 + len(done) - len(refusals(done))
