"""What a fact that moves no obligation says: which measure, which step, which mandate, how many folios."""

from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.archive import check_archiving, check_step
from thads.enforcement.cases.rules.coercion import check_coercion, check_known_parts
from thads.enforcement.cases.rules.coercion_days import read_time
from thads.enforcement.cases.rules.coercion_steps import check_carrying_out, check_preparation
from thads.enforcement.cases.rules.moves import Move
from thads.enforcement.cases.rules.securing import check_end, check_security, standing_measure
from thads.enforcement.cases.rules.state import CaseState
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.mandate_of_another": "Không có ủy quyền xác minh nào gửi {agency} đang chờ kết quả; đang "
        "chờ: {known}.",
        "cases.agreement_end_wrong": "Thỏa thuận ghi đến ngày {until}, trước ngày lập biên bản {on}.",
    }
)


def check_note(state: CaseState, fact: f.CaseFact, move: Move, *, on: date) -> None:
    """Refuse a fact about the case itself that says what cannot be."""
    basis = move.basis(on)
    match fact:
        case f.SecurityOrdered():
            check_known_parts(state, fact.parts, basis=basis)
            check_security(state, fact, on=on, basis=basis)
        case f.CoercionDecided():
            check_coercion(state, fact, on=on, basis=basis)
        case f.CoercionPrepared():
            check_preparation(state, fact, on=on, basis=basis)
        case f.CoercionCarriedOut():
            check_carrying_out(state, fact, on=on, basis=basis)
            if fact.begun_at:
                read_time(fact.begun_at)
        case f.MeasureEnded():
            check_end(standing_measure(state, fact.no, basis=basis), fact, on=on, basis=basis)
        case f.OrderWithdrawn():
            LAW.ground("recall", fact.ground, on=on)
        case f.MandateAnswered():
            _check_mandate(state, fact.from_agency, basis)
        case f.AgreementRecorded() if fact.until is not None and fact.until < on:
            raise Refusal("cases.agreement_end_wrong", basis=basis, until=fact.until, on=on)
        case f.FileChecked():
            check_step(state, fact, basis=basis)
        case f.FileArchived():
            check_archiving(state, fact, basis=basis)
        case _:
            return


def _check_mandate(state: CaseState, agency: str, basis: str) -> None:
    open_ones = [one.to_agency for one in state.mandates if one.answered_on is None]
    if agency not in open_ones:
        raise Refusal(
            "cases.mandate_of_another", basis=basis, agency=agency, known="; ".join(open_ones) or "không có"
        )
