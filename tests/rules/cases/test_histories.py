"""A history is checked step by step; what is learned late, or taken back, must leave the rest lawful."""

from dataclasses import replace

import pytest

from rules.cases.telling import (
    ABLE,
    AGREED,
    NOT_ABLE,
    UNABLE,
    collected,
    day,
    decision,
    history,
    instant,
    line,
    told,
)
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import (
    CaseHistory,
    HistoryFact,
    UnlawfulStep,
    check_history,
    fold_imported,
    fold_lawfully,
    with_fact,
    without_fact,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.kernel.refusals import Refusal

OPENED = ("2024-01-10", decision(1_000))
USUAL = history(OPENED, ("2024-02-01", NOT_ABLE), ("2024-02-05", UNABLE), ("2024-03-05", collected(400)))


def cancellation(place: int, recorded: str = "2024-06-01") -> HistoryFact:
    return HistoryFact(None, day(recorded), instant(recorded), cancels=place, reason="ghi nhầm")


def refusal(history: CaseHistory) -> Refusal:
    with pytest.raises(Refusal) as refused:
        check_history(history)
    return refused.value


def test_a_lawful_history_gives_its_state() -> None:
    state = check_history(USUAL)

    assert (state.status, state.collected, state.remaining) == (S.UNABLE, 400, 600)


def test_the_first_unlawful_step_is_named_by_its_place() -> None:
    with pytest.raises(UnlawfulStep) as fault:
        fold_lawfully(history(OPENED, ("2024-02-05", UNABLE)).facts)

    assert (fault.value.place, fault.value.refusal.code) == (1, "cases.not_lawful_now")


def test_a_history_without_a_decision_is_refused() -> None:
    assert refusal(history(("2024-02-05", ABLE))).code == "cases.no_case_yet"
    assert refusal(history()).code == "cases.no_decision"


def test_what_happened_before_the_decision_is_refused_by_its_date() -> None:
    early = refusal(history(OPENED, line("2024-01-09", ABLE, recorded="2024-03-01")))

    assert (early.code, early.basis) == ("cases.before_decision", "L08 Đ36")


def test_lines_stand_in_the_order_in_which_they_were_recorded() -> None:
    lines = history(OPENED, line("2024-02-01", ABLE, recorded="2024-05-01"), line("2024-03-01", AGREED))

    assert refusal(lines).code == "cases.recorded_backwards"


def test_a_fact_learned_late_takes_its_legal_place() -> None:
    late = line("2024-01-20", collected(100), recorded="2024-06-01")

    state = with_fact(USUAL.facts, late)

    assert (state.status, state.collected) == (S.UNABLE, 500)


def test_facts_of_one_day_stand_in_the_order_of_recording() -> None:
    state = told(OPENED, ("2024-02-01", NOT_ABLE), ("2024-02-01", UNABLE))

    assert state.status is S.UNABLE


def test_a_late_fact_that_is_itself_unlawful_says_so() -> None:
    with pytest.raises(Refusal) as refused:
        with_fact(USUAL.facts, line("2024-01-15", f.Performed(), recorded="2024-06-01"))

    assert refused.value.code == "cases.still_owed"


def test_a_late_fact_that_makes_a_later_one_unlawful_names_that_one() -> None:
    with pytest.raises(Refusal) as refused:
        with_fact(USUAL.facts, line("2024-02-03", ABLE, recorded="2024-06-01"))

    assert refused.value.code == "cases.breaks_later"
    assert "Quyết định về việc chưa có điều kiện thi hành án ngày 05/02/2024" in refused.value.message
    assert "Hãy hủy sự kiện đó trước" in refused.value.message
    assert refused.value.basis == "L08 Đ44a.1; N62 Đ9"


def test_money_found_late_may_not_exceed_what_later_receipts_took() -> None:
    paid = history(OPENED, ("2024-03-05", collected(1_000)))
    with pytest.raises(Refusal) as refused:
        with_fact(paid.facts, line("2024-02-01", collected(1), recorded="2024-06-01"))

    assert refused.value.code == "cases.breaks_later"


def test_a_cancelled_fact_never_was() -> None:
    state = without_fact(USUAL.facts, cancellation(3))

    assert (state.status, state.collected, state.remaining) == (S.UNABLE, 0, 1_000)


def test_a_fact_on_which_a_later_one_rests_is_not_cancelled_first() -> None:
    with pytest.raises(Refusal) as refused:
        without_fact(USUAL.facts, cancellation(1))

    assert refused.value.code == "cases.cancel_breaks_later"
    assert "chưa có điều kiện thi hành án ngày 05/02/2024" in refused.value.message


def test_cancelling_the_later_one_first_opens_the_way() -> None:
    lines = (*USUAL.facts, cancellation(2))
    state = without_fact(lines, cancellation(1, "2024-06-02"))

    assert state.status is S.DECIDED
    assert state.verifications == 0


@pytest.mark.parametrize("place", [7, 4, -1])
def test_only_a_fact_that_is_there_is_cancelled(place: int) -> None:
    with pytest.raises(Refusal) as refused:
        without_fact(USUAL.facts, cancellation(place))

    assert refused.value.code == "cases.nothing_to_cancel"


def test_a_fact_is_cancelled_once() -> None:
    with pytest.raises(Refusal) as refused:
        without_fact((*USUAL.facts, cancellation(3)), cancellation(3, "2024-06-02"))

    assert refused.value.code == "cases.nothing_to_cancel"


def test_the_decision_is_recalled_not_cancelled() -> None:
    with pytest.raises(Refusal) as refused:
        without_fact(USUAL.facts, cancellation(0))

    assert refused.value.code == "cases.decision_not_cancelled"


def test_a_history_may_hold_cancellations_of_its_own() -> None:
    wrong = line("2024-03-06", collected(600))
    state = told(*USUAL.facts, wrong, cancellation(4, "2024-03-07"), line("2024-03-08", collected(500)))

    assert state.remaining == 100


def test_the_number_is_that_of_the_decision() -> None:
    assert USUAL.opening.number == "1/2024/TQ"
    with pytest.raises(Refusal):
        assert replace(USUAL, facts=()).opening


def taken_back(*steps: object, place: int = -1, recorded: str = "2024-06-01") -> CaseHistory:
    """A history of steps, one of which is cancelled later."""
    told_so_far = history(OPENED, *steps)
    return replace(
        told_so_far, facts=(*told_so_far.facts, cancellation(place % len(told_so_far.facts), recorded))
    )


PAID = ("2024-02-01", collected(1_000))


@pytest.mark.parametrize(
    ("steps", "code", "basis"),
    [
        ((("2024-02-01", collected(1_001)),), "cases.amount_over_rest", "L08 Đ45–47; T04 Đ13–17"),
        (
            (PAID, ("2024-02-05", f.Performed()), ("2024-02-06", f.Resumed())),
            "cases.closed",
            "L08 Đ48.4, 49.3; N62 Đ9.4",
        ),
        ((("2024-02-05", f.Performed()),), "cases.still_owed", "L08 Đ52.1"),
        ((("2024-02-05", f.MovedToSeparateLedger()),), "cases.not_lawful_now", "N62 Đ9.5"),
    ],
)
def test_a_fact_taken_back_was_lawful_when_it_was_known(
    steps: tuple[object, ...], code: str, basis: str
) -> None:
    told_wrong = taken_back(*steps)

    fold_lawfully(told_wrong.facts)
    refused = refusal(told_wrong)

    assert (refused.code, refused.basis) == (code, basis)


def test_each_cancellation_is_asked_for_itself() -> None:
    lines = history(OPENED, PAID).facts
    lines = (*lines, cancellation(1, "2024-02-02"), line("2024-03-01", collected(1_001)))
    lines = (*lines, cancellation(3, "2024-03-02"))

    with pytest.raises(UnlawfulStep) as fault:
        fold_imported(lines)

    assert (fault.value.place, fault.value.refusal.code) == (3, "cases.amount_over_rest")


def test_what_was_corrected_at_one_instant_was_never_known_together() -> None:
    """The right receipt stands above the cancellation of the wrong one, both recorded at one instant."""
    lines = (*history(OPENED, PAID).facts, line("2024-02-01", collected(900), recorded="2024-06-01"))

    state = fold_imported((*lines, cancellation(1)))

    assert state.collected == 900


def test_a_fact_written_and_taken_back_at_one_instant_is_checked_as_well() -> None:
    lines = (*history(OPENED).facts, line("2024-02-01", collected(1_001), recorded="2024-06-01"))

    with pytest.raises(UnlawfulStep) as fault:
        fold_imported((*lines, cancellation(1)))

    assert fault.value.place == 1
