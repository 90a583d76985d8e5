"""A case taken over from old books: told once, right after the decision, nothing besides for those days."""

from datetime import date

import pytest

from rules.cases.telling import collected, day, decision, history, line, told
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.dues import all_dues
from thads.enforcement.cases.rules.histories import (
    HistoryFact,
    check_history,
    fold_lawfully,
    with_fact,
    without_fact,
)
from thads.enforcement.cases.rules.standing import standing_of_facts
from thads.enforcement.cases.rules.telling import told as told_words
from thads.enforcement.cases.rules.vocabulary import CarriedDoubt, VerificationResult
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.kernel.refusals import Refusal

DECIDED, CUT_OVER, AFTER = "2024-01-10", "2026-09-30", "2026-10-01"


def carried(*lines: f.CarriedLine, **more: object) -> f.CarriedOver:
    return f.CarriedOver(lines or (f.CarriedLine(1, S.ENFORCING),), **more)  # type: ignore[arg-type]


def of(status: S, **more: object) -> f.CarriedLine:
    return f.CarriedLine(1, status, **more)  # type: ignore[arg-type]


def refused(*steps: tuple[str, f.CaseFact]) -> str:
    with pytest.raises(Refusal) as refusal:
        told(*steps)
    assert refusal.value.message
    return refusal.value.code


def test_a_case_stands_where_the_old_books_had_it() -> None:
    fact = carried(
        of(S.UNABLE, since=day("2025-03-01"), ground="no_income_no_assets", collected=300, terminated=100),
        bailiff="TQ-01", last_verified_on=day("2026-02-02"), verifications=2, unable_on=day("2025-03-01"),
    )  # fmt: skip

    state = told((DECIDED, decision(1_000)), (CUT_OVER, fact))

    (obligation,) = state.obligations
    assert (obligation.status, obligation.since, obligation.remaining) == (S.UNABLE, day("2025-03-01"), 600)
    assert obligation.found is VerificationResult.NOT_ABLE
    assert (state.bailiff, state.verifications, state.unable_on) == ("TQ-01", 2, day("2025-03-01"))
    assert state.carried_on == day(CUT_OVER)


def test_what_the_old_books_do_not_say_counts_from_the_cut_over_day() -> None:
    state = told((DECIDED, decision()), (CUT_OVER, carried(of(S.UNABLE), doubts=(CarriedDoubt.GROUND,))))

    assert (state.obligations[0].since, state.obligations[0].ground) == (day(CUT_OVER), "")


def test_work_goes_on_from_the_day_after_under_the_ordinary_rules() -> None:
    start = ((DECIDED, decision()), (CUT_OVER, carried(of(S.ENFORCING, collected=400))))

    assert told(*start, (AFTER, collected(600)), (AFTER, f.Performed())).status is S.PERFORMED
    assert refused(*start, (AFTER, collected(601))) == "cases.amount_over_rest"


@pytest.mark.parametrize("on", ["2026-09-29", CUT_OVER])
def test_nothing_is_recorded_for_the_days_carried_over(on: str) -> None:
    lines = history((DECIDED, decision()), (CUT_OVER, carried())).facts
    late = line(on, collected(5), recorded="2026-10-05")

    with pytest.raises(Refusal, match="đã nằm trong số liệu tồn chuyển") as refusal:
        with_fact(lines, late)
    assert refusal.value.code == "cases.before_carried"
    with_fact(lines, line(AFTER, collected(5)))


def test_a_case_is_carried_over_on_the_day_of_its_decision_at_the_earliest() -> None:
    assert told((CUT_OVER, decision()), (CUT_OVER, carried())).carried_on == day(CUT_OVER)
    with pytest.raises(Refusal) as refusal:
        told((AFTER, decision()), line(CUT_OVER, carried(), recorded=AFTER))
    assert refusal.value.code == "cases.before_decision"


def test_it_is_carried_over_once() -> None:
    twice = ((DECIDED, decision()), (CUT_OVER, carried()), (AFTER, carried()))

    assert refused(*twice) == "cases.carried_twice"


def test_it_is_not_carried_over_once_work_has_begun() -> None:
    begun = ((DECIDED, decision()), ("2024-02-01", f.FileOpened()), (CUT_OVER, carried()))

    assert refused(*begun) == "cases.before_carried"


def test_live_recording_neither_carries_over_nor_takes_it_back() -> None:
    opened = history((DECIDED, decision())).facts
    lines = history((DECIDED, decision()), (CUT_OVER, carried())).facts

    with pytest.raises(Refusal) as recorded:
        with_fact(opened, line(CUT_OVER, carried()))
    with pytest.raises(Refusal) as cancelled:
        without_fact(lines, HistoryFact(None, day(AFTER), lines[1].recorded_at, cancels=1))
    assert (recorded.value.code, cancelled.value.code) == (
        "cases.carried_live",
        "cases.carried_not_cancelled",
    )


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (carried(of(S.ENFORCING), of(S.ENFORCING)), "cases.carried_lines_wrong"),
        (carried(f.CarriedLine(2, S.ENFORCING)), "cases.carried_lines_wrong"),
        (carried(of(S.ENFORCING, collected=600, reduced=401)), "cases.carried_over_amount"),
        (carried(of(S.ENFORCING, collected=-1)), "money.negative"),
        (carried(of(S.PERFORMED, collected=999)), "cases.carried_rest_wrong"),
        (carried(of(S.PULLED_UP)), "cases.carried_status_wrong"),
        (carried(of(S.UNABLE, since=date(2024, 1, 9))), "cases.carried_day_wrong"),
        (carried(notice_on=date(2026, 10, 1)), "cases.carried_day_wrong"),
        (carried(verifications=-1), "cases.carried_verifications_wrong"),
        (carried(of(S.DEFERRED, ground="no_income_no_assets")), "law.ground_unknown"),
    ],
)
def test_what_cannot_be_is_refused(fact: f.CarriedOver, code: str) -> None:
    assert refused((DECIDED, decision()), (CUT_OVER, fact)) == code


def test_an_obligation_that_ended_comes_along_with_one_that_is_open() -> None:
    fact = carried(of(S.PERFORMED, collected=1_000), f.CarriedLine(2, S.ENFORCING, collected=10))

    state = check_history(history((DECIDED, decision(1_000, 500)), (CUT_OVER, fact)))

    assert (state.status, state.remaining) == (S.ENFORCING, 490)


def test_the_old_office_had_the_notice_to_follow() -> None:
    """The notice of a decision is due in three working days: till the cut-over that was their affair."""
    old, fresh = ("2026-09-25", True), ("2026-09-28", False)
    for decided_on, was_due_before in (old, fresh):
        standing = standing_of_facts(
            history((decided_on, decision()), (CUT_OVER, carried(of(S.ASSIGNED)))).facts
        )
        assert standing is not None
        assert ("order.notice" not in {due.key for due in all_dues(standing)}) is was_due_before


def test_a_bailiff_already_at_work_opened_his_file_long_ago() -> None:
    lines = history(
        (DECIDED, decision()), (CUT_OVER, carried(bailiff="TQ-01")),
        (AFTER, f.BailiffAssigned("TQ-02", signer="TQ-00")),
    ).facts  # fmt: skip

    standing = standing_of_facts(lines)

    assert standing is not None
    assert standing.assigned_on is None
    assert fold_lawfully(lines).bailiff == "TQ-02"


def test_an_officer_reads_what_is_known_and_what_is_not() -> None:
    fact = carried(
        of(S.UNABLE, collected=300),
        doubts=(CarriedDoubt.GROUND, CarriedDoubt.STATUS_DAY),
        source="a.xlsx, dòng 4",
    )

    shown = {one.label: one.text for one in told_words(fact, on=day(CUT_OVER))}

    assert shown["Các khoản"] == ("khoản 1: chưa có điều kiện từ ngày nào sổ cũ không ghi, đã thu 300 đồng")
    assert shown["Chưa rõ, phải suy ra"] == "Căn cứ; Ngày của tình trạng"
    assert shown["Nguồn"] == "a.xlsx, dòng 4"
