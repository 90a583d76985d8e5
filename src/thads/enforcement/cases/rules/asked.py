"""What is asked of those who act today, and not of histories taken in: old registers do not tell it.

The end of a deferral, notices before coercion, measures released before a case is closed (process.md 2.9).
The buttons of a case ask the same where no particulars are needed.
"""

from dataclasses import replace
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.ability import check_fresh
from thads.enforcement.cases.rules.closing import check_released, check_unpublished, closes_case
from thads.enforcement.cases.rules.coercion_days import check_day
from thads.enforcement.cases.rules.coercion_steps import check_prepared
from thads.enforcement.cases.rules.contents import check_deferral_end
from thads.enforcement.cases.rules.lifecycle import Step, lawful_moves
from thads.enforcement.cases.rules.moves import MOVES
from thads.enforcement.cases.rules.securing import standing_measure
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.vocabulary import CoercionKind, NoticeManner
from thads.enforcement.deadlines.rules.calendar import OfficeCalendar
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "cases.decision_served_directly": "Từ ngày 01/7/2026 quyết định thi hành án được giao trực tiếp; "
        "các văn bản sau đó mới thông báo bằng phương tiện điện tử.",
        "cases.paid_before_release": "Khoản {no} còn {remaining} đồng phải thi hành nên chưa thể chấm dứt "
        "biện pháp số {measure} vì đã thi hành xong nghĩa vụ.",
    }
)

WHOLE_ENDS = (f.Performed, f.RequestReturned, f.ClosedOtherwise)
PAID = "duty_and_costs_paid"


def check_asked(
    state: CaseState, fact: f.CaseFact, *, on: date, calendar: OfficeCalendar | None = None
) -> None:
    """Refuse what the law wants of those who act now; the state is that to which the fact comes."""
    match fact:
        case f.Deferred():
            check_deferral_end(fact.ground, fact.until, on=on)
        case f.NoticeServed():
            _check_manner(fact, on)
        case f.CoercionDecided():
            check_fresh(state, on=on, basis=MOVES[f.CoercionDecided].basis(on))
            if fact.planned_on is not None:
                check_day(
                    fact.planned_on, is_forceful=fact.is_forceful, is_honoured=fact.is_honoured,
                    calendar=calendar,
                )  # fmt: skip
        case f.CoercionPrepared():
            _check_planned(state, fact, on, calendar)
        case f.CoercionCarriedOut():
            _check_carried_out(state, fact, on, calendar)
        case f.MeasureEnded():
            _check_paid(state, fact, on)
        case f.Performed() | f.RequestReturned() | f.ClosedOtherwise():
            if closes_case(state, fact.parts):
                _check_whole_end(state, type(fact), on)
        case f.FileArchived():
            _check_whole_end(state, f.FileArchived, on)
        case _:
            return


def asked_moves(state: CaseState, on: date) -> tuple[Step, ...]:
    """Return every step as a button for those who act today: lawful, and nothing that is asked lacks."""
    return tuple(_asked(state, step, on) for step in lawful_moves(state, on))


def _asked(state: CaseState, step: Step, on: date) -> Step:
    if not step.possible:
        return step
    try:
        _check_button(state, step, on)
    except Refusal as refusal:
        return replace(step, possible=False, reason=refusal.message)
    return step


def _check_button(state: CaseState, step: Step, on: date) -> None:
    shape = f.KINDS[step.kind]
    if shape in WHOLE_ENDS:
        if len(step.nos) == len(state.open_obligations):
            _check_whole_end(state, shape, on)
    elif shape is f.FileArchived:
        _check_whole_end(state, shape, on)
    elif shape is f.CoercionDecided:
        check_fresh(state, on=on, basis=step.basis)


def _check_whole_end(state: CaseState, shape: type[f.CaseFact], on: date) -> None:
    basis = MOVES[shape].basis(on)
    check_released(state, shape, basis=basis)
    check_unpublished(state, shape, basis=basis)


def _check_manner(fact: f.NoticeServed, on: date) -> None:
    if fact.manner == NoticeManner.ELECTRONIC and LAW.regime(on) is Regime.R2025:
        raise Refusal("cases.decision_served_directly", basis="N152 Đ16.1b")


def _check_planned(
    state: CaseState, fact: f.CoercionPrepared, on: date, calendar: OfficeCalendar | None
) -> None:
    if fact.planned_on is None:
        return
    basis = MOVES[f.CoercionPrepared].basis(on)
    measure = standing_measure(state, fact.no, basis=basis, kinds=CoercionKind)
    check_day(
        fact.planned_on, is_forceful=measure.is_forceful, is_honoured=measure.is_honoured, calendar=calendar
    )


def _check_carried_out(
    state: CaseState, fact: f.CoercionCarriedOut, on: date, calendar: OfficeCalendar | None
) -> None:
    basis = MOVES[f.CoercionCarriedOut].basis(on)
    measure = standing_measure(state, fact.no, basis=basis, kinds=CoercionKind)
    check_day(
        on, is_forceful=measure.is_forceful, is_honoured=measure.is_honoured, begun_at=fact.begun_at,
        calendar=calendar,
    )  # fmt: skip
    if not state.is_interim:
        check_prepared(state, measure, on=on, calendar=calendar)


def _check_paid(state: CaseState, fact: f.MeasureEnded, on: date) -> None:
    """Refuse to release because all is paid while đồng are owed on what the measure answers for (L25
    Đ95.2).
    """
    if fact.ground != PAID:
        return
    basis = MOVES[f.MeasureEnded].basis(on)
    answers_for = {part.no for part in standing_measure(state, fact.no, basis=basis).parts}
    for line in state.obligations:
        if line.remaining and (line.no in answers_for or not answers_for):
            raise Refusal(
                "cases.paid_before_release", basis=basis, no=line.no, remaining=line.remaining,
                measure=fact.no,
            )  # fmt: skip
