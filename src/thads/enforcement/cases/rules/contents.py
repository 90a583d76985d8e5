"""What a fact says besides which obligations it touches: grounds, means, ends, addressees."""

from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.dates import check_may_coerce, check_voluntary_period
from thads.enforcement.cases.rules.delegating import check_delegation
from thads.enforcement.cases.rules.moves import Move
from thads.enforcement.cases.rules.note_contents import check_note
from thads.enforcement.cases.rules.returns import check_can_return_request
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.texts import check_texts
from thads.enforcement.cases.rules.words import act_name
from thads.kernel.calendar import add_months
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Ground

register_sentences(
    {
        "cases.ground_needed": "{act} phải ghi căn cứ. Ngày {on} có các căn cứ: {allowed}.",
        "cases.bailiff_needed": "Phân công phải ghi rõ mã Chấp hành viên.",
        "cases.deferral_end_wrong": "Thời hạn hoãn ghi đến ngày {until}, không sau ngày quyết định {on}.",
        "cases.deferral_end_needed": "Hoãn theo căn cứ “{ground}” phải ghi ngày hết thời hạn hoãn, như đã "
        "ghi trong văn bản của đương sự.",
        "cases.deferral_too_long": "Hoãn theo căn cứ “{ground}” không quá {months} tháng (đến {latest}); "
        "quyết định ghi đến ngày {until}.",
        "cases.deferral_once": "Hoãn theo căn cứ “{ground}” chỉ được một lần; việc này đã hoãn theo căn cứ "
        "đó.",
        "cases.addressee_needed": "{act} phải ghi rõ cơ quan nhận.",
        "cases.not_interim": "Việc {number} không thi hành quyết định áp dụng biện pháp khẩn cấp tạm thời "
        "nên không có căn cứ này.",
    }
)


INTERIM_CANCELLED = "interim_measure_cancelled"
"""The court has cancelled its interim measure: the case is terminated at once (L08 Đ132; L25 Đ62.6)."""


def check_content(state: CaseState, fact: f.CaseFact, move: Move, *, on: date) -> None:
    """Refuse a ground that is not in the law's list on the day, coercion before its time, and what is left
    out.
    """
    check_texts(fact, move, on=on)
    match fact:
        case f.UnableDecided() | f.DecisionRecalled() | f.ClosedOtherwise() | f.HandedToAgency():
            _check_ground(move, fact.ground, on)
        case f.Terminated():
            _check_ground(move, fact.ground, on)
            _check_interim(state, fact.ground, basis=move.basis(on))
        case f.RequestReturned():
            _check_ground(move, fact.ground, on)
            nos = tuple(part.no for part in fact.parts)
            check_can_return_request(state, ground=fact.ground, nos=nos, on=on)
        case f.Deferred():
            _check_deferral(state, fact, move, on)
        case f.Suspended():
            LAW.ground("suspension", fact.cause, on=on)
        case f.Resumed() if fact.ground:
            _check_ground(move, fact.ground, on)
        case f.BailiffAssigned():
            if not fact.bailiff.strip():
                raise Refusal("cases.bailiff_needed", basis=move.basis(on))
        case f.NoticeServed():
            check_voluntary_period(fact, on=on, basis=move.basis(on))
        case f.MoneyCollected():
            _check_parts(fact.parts, move)
            check_may_coerce(state, fact, on=on, basis=move.basis(on))
        case f.DutyReduced():
            _check_parts(fact.parts, move)
        case f.DelegatedOut() | f.FilePulledUp():
            if not fact.to_agency.strip():
                raise Refusal("cases.addressee_needed", basis=move.basis(on), act=act_name(fact))
            if isinstance(fact, f.DelegatedOut):
                check_delegation(state, fact, on=on, basis=move.basis(on))
        case _:
            check_note(state, fact, move, on=on)


def _check_parts(parts: tuple[f.Part, ...], move: Move) -> None:
    if not parts:
        raise Refusal("cases.parts_needed", act=act_name(move.fact))


def _check_ground(move: Move, ground: str, on: date) -> None:
    if not ground:
        allowed = "; ".join(f"{one.code} ({one.vi})" for one in LAW.grounds(move.grounds, on=on))
        raise Refusal(
            "cases.ground_needed", basis=move.basis(on), act=act_name(move.fact), on=on, allowed=allowed
        )
    LAW.ground(move.grounds, ground, on=on)


def _check_interim(state: CaseState, ground: str, *, basis: str) -> None:
    """Refuse the end of an interim measure as ground where none is enforced (L08 Đ132; L25 Đ62.6)."""
    if ground == INTERIM_CANCELLED and not state.is_interim:
        raise Refusal("cases.not_interim", basis=basis, number=state.number)


def _check_deferral(state: CaseState, fact: f.Deferred, move: Move, on: date) -> None:
    _check_ground(move, fact.ground, on)
    if fact.until is not None and fact.until <= on:
        raise Refusal("cases.deferral_end_wrong", basis=move.basis(on), until=fact.until, on=on)
    ground = LAW.ground("deferral", fact.ground, on=on)
    months = ground.attributes.get("max_months")
    if isinstance(months, int) and fact.until is not None and fact.until > add_months(on, months):
        raise Refusal(
            "cases.deferral_too_long", basis=ground.basis, ground=ground.vi, months=months, until=fact.until,
            latest=add_months(on, months),
        )  # fmt: skip
    if ground.attributes.get("once") and fact.ground in state.deferral_grounds:
        raise Refusal("cases.deferral_once", basis=ground.basis, ground=ground.vi)


def _has_an_end(ground: Ground) -> bool:
    """Say whether a deferral on the ground lasts until a day: one agreed, or within the months allowed."""
    return bool(ground.attributes.get("needs_end")) or "max_months" in ground.attributes


def check_deferral_end(ground: str, until: date | None, *, on: date) -> None:
    """Refuse a deferral without its last day on a ground whose written agreement states the term (L08
    Đ48.1c; L25 Đ46.1c).

    Asked of those who decide today; histories taken in may lack the day, for old registers do.
    """
    listed = next((one for one in LAW.grounds("deferral", on=on) if one.code == ground), None)
    if until is None and listed is not None and _has_an_end(listed):
        raise Refusal("cases.deferral_end_needed", basis=listed.basis, ground=listed.vi)
