"""Deadlines follow from where a case stands; each names its rule, article, start and length."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rules.cases.telling import day
from thads.enforcement.cases.rules.dues import DECIDED_BY_HEAD, DeskShare, due, dues_of, share_of
from thads.enforcement.cases.rules.standing import CaseStanding
from thads.enforcement.cases.rules.vocabulary import Flag, Initiation, VerificationResult
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.deadlines.rules.calendar import office_calendar
from thads.law import LAW, Authority

ASSIGNED = CaseStanding(Initiation.ON_REQUEST, S.ASSIGNED, day("2024-01-10"), True, day("2024-01-10"))
UNABLE = replace(
    ASSIGNED, status=S.UNABLE, since=day("2024-02-05"), unable_on=day("2024-02-05"),
    last_verified_on=day("2024-02-01"), last_found=VerificationResult.NOT_ABLE,
)  # fmt: skip


def keys(case: CaseStanding, on: str) -> dict[str, date]:
    return {one.key: one.due_on for one in dues_of(case, on=day(on))}


def test_notice_is_due_three_working_days_after_the_decision() -> None:
    only = dues_of(ASSIGNED, on=day("2024-01-11"))[0]

    assert (only.key, only.due_on, only.basis) == ("order.notice", day("2024-01-15"), "L08 Đ39.2")
    assert (only.length, only.certainty) == ("3 ngày làm việc", "stated")
    assert only.is_overdue(day("2024-01-16"))
    assert not only.is_overdue(day("2024-01-15"))
    assert only.days_left(day("2024-01-12")) == 3


def test_the_voluntary_period_runs_and_then_verification_is_due() -> None:
    case = replace(
        ASSIGNED, status=S.VOLUNTARY, notice_on=day("2024-01-12"), voluntary_until=day("2024-01-22")
    )

    assert keys(case, "2024-01-22") == {"voluntary.period": day("2024-01-22")}
    assert keys(case, "2024-01-23") == {"verification.first": day("2024-02-01")}


@pytest.mark.parametrize(("until", "last"), [("2026-06-29", "2026-07-09"), ("2026-07-02", "2026-07-13")])
def test_first_verification_is_due_in_ten_days_and_in_nine_under_the_law_of_2025(
    until: str, last: str
) -> None:
    case = replace(ASSIGNED, status=S.VOLUNTARY, notice_on=day("2026-06-19"), voluntary_until=day(until))

    assert keys(case, "2026-07-05")["verification.first"] == day(last)  # 11/7/2026 is a Saturday


def test_found_not_able_waits_for_the_head() -> None:
    case = replace(UNABLE, status=S.VERIFYING)

    assert keys(case, "2024-02-02") == {"unable.decision": day("2024-02-15")}  # five working days over Tết


def test_an_unable_case_is_verified_again_and_ripens_for_the_separate_ledger() -> None:
    assert keys(UNABLE, "2024-03-01") == {
        "verification.periodic": day("2024-08-01"),
        "unable.separate_ledger": day("2025-02-05"),
    }


@pytest.mark.parametrize("change", [{"flags": (Flag.PRISONER,)}, {"ground": "address_unknown"}])
def test_a_prisoner_and_an_unknown_address_are_verified_yearly_and_wait_two_years(change: dict) -> None:
    assert keys(replace(UNABLE, **change), "2024-03-01") == {
        "verification.periodic_long": day("2025-02-03"),
        "unable.separate_ledger_long": day("2026-02-05"),
    }


def test_a_request_is_sent_back_under_the_law_of_2025() -> None:
    assert "unable.return_of_request" in keys(UNABLE, "2026-07-01")
    assert "unable.separate_ledger" in keys(replace(UNABLE, initiation=Initiation.EX_OFFICIO), "2026-07-01")


def test_found_able_again_asks_for_the_decision_to_go_on() -> None:
    case = replace(UNABLE, last_found=VerificationResult.ABLE, last_verified_on=day("2024-06-03"))

    assert keys(case, "2024-06-04") == {"unable.resumption": day("2024-06-10")}


def test_the_separate_ledger_is_verified_on_too() -> None:
    assert set(keys(replace(UNABLE, status=S.SEPARATE_LEDGER), "2025-03-01")) == {"verification.periodic"}


def test_a_deferral_that_ends_asks_for_the_decision_to_go_on() -> None:
    case = replace(ASSIGNED, status=S.DEFERRED, until=day("2024-03-29"))

    assert keys(case, "2024-03-01") == {"deferral.resumption": day("2024-04-05")}
    assert keys(replace(case, until=None), "2024-03-01") == {}


@pytest.mark.parametrize("status", [S.ENFORCING, S.SUSPENDED, S.PERFORMED])
def test_other_statuses_have_no_deadline_yet(status: S) -> None:
    assert keys(replace(ASSIGNED, status=status), "2024-03-01") == {}


def test_a_decision_is_due_in_five_working_days() -> None:
    assert due("decision.ex_officio", start=day("2024-02-05")).due_on == day("2024-02-19")


def test_the_calendar_knows_the_holidays_of_viet_nam() -> None:
    calendar = office_calendar()

    for off in ("2024-01-01", "2024-02-09", "2024-04-18", "2024-04-30", "2024-05-01", "2024-09-02"):
        assert not calendar.is_working(day(off))
    assert calendar.is_working(day("2024-05-02"))


@pytest.mark.parametrize("on", ["2024-06-28", "2026-07-01"])
def test_what_waits_for_the_head_is_signed_by_him_and_prepared_by_the_bailiff(on: str) -> None:
    for key, act in DECIDED_BY_HEAD.items():
        if key == "unable.return_of_request" and on < "2026-07-01":
            continue
        who = {str(rule.role): rule.authority for rule in LAW.signers(act, on=day(on))}
        assert (who["agency_head"], who["bailiff"]) == (Authority.SIGNS, Authority.PREPARES), key


@pytest.mark.parametrize(
    ("case", "on", "share", "first"),
    [
        (ASSIGNED, "2024-01-11", DeskShare.SOON, "order.notice"),
        (ASSIGNED, "2024-01-16", DeskShare.OVERDUE, "order.notice"),
        (UNABLE, "2024-02-06", DeskShare.LATER, "verification.periodic"),
        (UNABLE, "2024-08-06", DeskShare.OVERDUE, "verification.periodic"),
        (
            replace(UNABLE, last_verified_on=day("2025-01-15")),
            "2025-02-06",
            DeskShare.TO_PROPOSE,
            "unable.separate_ledger",
        ),
        (
            replace(ASSIGNED, status=S.DEFERRED, until=day("2024-02-01")),
            "2024-02-01",
            DeskShare.LATER,
            "deferral.resumption",
        ),
        (
            replace(ASSIGNED, status=S.DEFERRED, until=day("2024-02-01")),
            "2024-06-01",
            DeskShare.TO_PROPOSE,
            "deferral.resumption",
        ),
        (
            replace(ASSIGNED, status=S.ENFORCING, notice_on=day("2024-01-12")),
            "2024-06-01",
            DeskShare.QUIET,
            "",
        ),
    ],
)
def test_what_only_the_head_decides_is_never_the_bailiff_s_delay(
    case: CaseStanding, on: str, share: DeskShare, first: str
) -> None:
    dues = dues_of(case, on=day(on))
    found, ordered = share_of(dues, on=day(on), soon=day(on) + timedelta(days=7))

    assert (found, ordered[0].key if ordered else "") == (share, first)
    assert set(ordered) == set(dues)
