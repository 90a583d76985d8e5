"""The switch of 1/7/2026: what the law asks of open cases, confirmed once, nothing done of itself."""

from uuid import UUID

import pytest

from rooms.cases.office import DEBT, FEE, FINE, OTHER, PROVINCE, Office, day, viewer
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.models import TransitionReview
from thads.enforcement.cases.rules.transition import (
    Proposal,
    TransitionChoice,
    TransitionRow,
    TransitionTask,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.rules.vocabulary import VerificationResult
from thads.foundation.access.rules.viewer import Role
from thads.foundation.ledger.models import LedgerEntry
from thads.kernel.refusals import Refusal

SWITCH = "2026-07-01"
RETURN, LEDGER = TransitionTask.RETURN_REQUEST, TransitionTask.LEDGER_ON_REQUEST


def refuses(code: str) -> "pytest.RaisesExc[Refusal]":
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


def verified(office: Office, case: UUID, on: str) -> None:
    actions.record_verification(
        viewer=office.bailiff(on), case_id=case, on=day(on), result=VerificationResult.NOT_ABLE
    )


def unable(office: Office, on: str, *, number: str) -> UUID:
    """A case on request that the head found without means on the day, verified twice since."""
    case = office.on_request("2024-01-10", DEBT, number=number)
    verified(office, case, "2024-02-01")
    actions.decide_unable(viewer=office.head(on), case_id=case, on=day(on), ground="no_income_no_assets")
    for again in ("2025-01-02", "2025-07-02", "2026-01-05"):
        verified(office, case, again)
    return case


def rows(office: Office, on: str = SWITCH) -> list[TransitionRow]:
    return list(queries.transition_list(office.head(on), agency=office.agency, on=day(on)))


def tasks(office: Office, case: UUID, on: str = SWITCH) -> set[TransitionTask]:
    return {row.task for row in rows(office, on) if row.case_id == case}


def confirm(office: Office, *chosen: TransitionChoice, on: str = SWITCH, left: bool = False) -> int:
    given = {"declined": chosen} if left else {"confirmed": chosen}
    return actions.confirm_transition(viewer=office.head(on), agency=office.agency, on=day(on), **given)


@pytest.mark.parametrize(("decided", "ripe"), [("2024-07-01", True), ("2024-07-02", False)])
def test_two_years_without_means_send_the_request_back(office: Office, decided: str, ripe: bool) -> None:
    case = unable(office, decided, number="1/2023/DS")

    assert (RETURN in tasks(office, case)) is ripe


def test_the_list_is_a_dry_run_before_the_switch_and_changes_nothing(office: Office) -> None:
    case, before = unable(office, "2024-03-01", number="1/2023/DS"), LedgerEntry.objects.count()

    assert RETURN in tasks(office, case, "2026-06-30")
    with refuses("cases.transition_too_early"):
        confirm(office, TransitionChoice(case, RETURN), on="2026-06-30")
    assert LedgerEntry.objects.count() == before


def test_the_head_confirms_and_the_request_goes_back_once(office: Office) -> None:
    case = unable(office, "2024-03-01", number="1/2023/DS")

    assert confirm(office, TransitionChoice(case, RETURN)) == 1

    page = office.page(case, SWITCH)
    assert (page.row.status, page.row.remaining) == (S.REQUEST_RETURNED, 0)
    assert page.timeline[-1].kind == "cases.request_returned"
    (told,) = [row for row in rows(office) if row.task is RETURN]
    assert (told.is_confirmed, told.finding, told.reviewed_on) == (True, None, day(SWITCH))
    with refuses("cases.transition_reviewed"):
        confirm(office, TransitionChoice(case, RETURN))


def test_what_is_left_needs_a_reason_and_is_kept(office: Office) -> None:
    case = unable(office, "2024-03-01", number="1/2023/DS")
    with refuses("cases.transition_reason_needed"):
        confirm(office, TransitionChoice(case, RETURN), left=True)

    assert confirm(office, TransitionChoice(case, RETURN, "có thông tin về tài sản"), left=True) == 0

    kept = TransitionReview.objects.get()
    assert (kept.is_confirmed, kept.seq, kept.reason) == (False, None, "có thông tin về tài sản")
    assert office.page(case, SWITCH).row.status is S.UNABLE


def ledgered(office: Office) -> UUID:
    case = unable(office, "2024-03-01", number="2/2023/DS")
    actions.move_to_separate_ledger(viewer=office.head("2026-03-02"), case_id=case, on=day("2026-03-02"))
    return case


def test_what_the_law_leaves_open_is_shown_and_never_done(office: Office) -> None:
    case = ledgered(office)
    (row,) = [one for one in rows(office) if one.task is LEDGER]
    assert row.finding is not None
    assert row.finding.proposal is Proposal.OPEN

    with refuses("cases.transition_open"):
        confirm(office, TransitionChoice(case, LEDGER))
    confirm(office, TransitionChoice(case, LEDGER, "chờ hướng dẫn"), left=True)
    assert office.page(case, SWITCH).row.status is S.SEPARATE_LEDGER


def test_one_that_cannot_be_undoes_all(office: Office) -> None:
    ripe, open_one = unable(office, "2024-03-01", number="1/2023/DS"), ledgered(office)

    with refuses("cases.transition_open"):
        confirm(office, TransitionChoice(ripe, RETURN), TransitionChoice(open_one, LEDGER))
    assert office.page(ripe, SWITCH).row.status is S.UNABLE
    assert not TransitionReview.objects.exists()


def test_a_deferral_on_a_ground_that_moved_is_to_be_looked_at(office: Office) -> None:
    case = office.ex_officio("2026-01-05", FEE)
    actions.defer(
        viewer=office.head("2026-05-04"), case_id=case, on=day("2026-05-04"), ground="unsold_asset_not_taken"
    )

    (row,) = [one for one in rows(office) if one.task is TransitionTask.MOVED_DEFERRAL]
    assert row.finding is not None
    assert (row.case_id, row.finding.proposal) == (case, Proposal.REVIEW)
    assert confirm(office, TransitionChoice(case, TransitionTask.MOVED_DEFERRAL)) == 0
    assert office.page(case, SWITCH).row.status is S.DEFERRED


def test_cases_of_the_new_law_and_closed_ones_are_not_in_the_list(office: Office) -> None:
    new = office.ex_officio(SWITCH, FEE, number="1/2026/HS")
    closed = office.ex_officio("2026-01-05", FINE, number="2/2025/HS")
    actions.terminate(
        viewer=office.head("2026-02-02"), case_id=closed, on=day("2026-02-02"), ground="debtor_dead"
    )

    assert not {new, closed} & {row.case_id for row in rows(office)}


def test_the_list_is_for_those_in_whose_sight_the_agency_is(office: Office) -> None:
    case = unable(office, "2024-03-01", number="1/2023/DS")
    above = viewer(Role.AGENCY_HEAD, SWITCH, agency=PROVINCE)

    assert case in {row.case_id for row in queries.transition_list(above, agency=PROVINCE, on=day(SWITCH))}
    with refuses("access.not_in_sight"):
        queries.transition_list(
            viewer(Role.AGENCY_HEAD, SWITCH, agency=OTHER), agency=office.agency, on=day(SWITCH)
        )
    with refuses("access.not_your_role"):
        actions.confirm_transition(viewer=office.clerk(SWITCH), agency=office.agency, on=day(SWITCH))
