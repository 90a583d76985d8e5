"""The enforcement decision opens a case: ex officio, on request, on another agency's delegation (L08 Đ36,
57; L25 Đ33–34, 49).
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from thads.enforcement.cases.locking import lock_judgment, lock_request
from thads.enforcement.cases.models import Duty, EnforcementCase, Judgment
from thads.enforcement.cases.recording import check_bailiff, next_number, open_case, order_number
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.intake import (
    IntakeDuty,
    check_intake_duties,
    check_limitation,
    check_written,
)
from thads.enforcement.cases.rules.parties import PartyDetails, check_parties
from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    PartyRole,
    RequestStatus,
)
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.no_duty_waits": "Bản án số {number} không còn khoản chủ động thi hành nào chờ quyết định.",
        "cases.duty_on_request": "Khoản {no} chỉ được thi hành khi có yêu cầu; không ra quyết định chủ động.",
        "cases.duty_decided": "Khoản {no} đã có quyết định thi hành án (việc {case}); một khoản không thi "
        "hành hai lần.",
        "cases.duty_not_there": "Bản án không có khoản số {no}; các khoản: {known}.",
        "cases.decided_before_receipt": "Ngày quyết định {on} có trước ngày nhận ({received_on}); hãy kiểm "
        "tra lại.",
        "cases.delegated_to_itself": "Cơ quan ủy thác phải là cơ quan khác {agency}.",
    }
)


@action("cases.issue_ex_officio")
def issue_ex_officio(
    *,
    viewer: Viewer,
    judgment_id: UUID,
    on: date,
    duty_nos: tuple[int, ...] = (),
    bailiff: str = "",
    ground: str = "",
    flags: tuple[Flag, ...] = (),
) -> UUID:
    """Decide ex officio on duties of a judgment, all that wait when none is named; opens a case (L08 Đ36.2;
    L25 Đ33.2).

    Refuses duties that need a request, that are enforced already, and a decision before the receipt.
    """
    judgment = lock_judgment(viewer, judgment_id, "cases.issue_ex_officio")
    duties = _ex_officio_duties(judgment, duty_nos)
    _check_receipt_first(on, judgment.received_on)
    case = _decide(
        viewer, judgment, duties, on=on, initiation=Initiation.EX_OFFICIO, bailiff=bailiff, ground=ground,
        flags=flags,
    )  # fmt: skip
    judgment.awaits_decision = judgment.duties.filter(
        initiation=Initiation.EX_OFFICIO.value, case__isnull=True
    ).exists()
    judgment.save(update_fields=["awaits_decision"])
    return case.uuid


@action("cases.issue_on_request")
def issue_on_request(
    *,
    viewer: Viewer,
    request_id: UUID,
    on: date,
    bailiff: str = "",
    flags: tuple[Flag, ...] = (),
    obstacle: str = "",
) -> UUID:
    """Decide on the duties requested; opens a case (L08 Đ36.1; L25 Đ34.3).

    Refuses a request beyond the limitation unless an obstacle is named (L08 Đ30; N62 Đ4.2; N152 Đ10.2).
    """
    request = lock_request(viewer, request_id, "cases.issue_on_request")
    judgment = request.judgment
    starts_on = judgment.effective_on or judgment.issued_on
    check_limitation(requested_on=request.requested_on, starts_on=starts_on, obstacle=obstacle)
    _check_receipt_first(on, request.received_on)
    duties = list(request.duties.select_related("case").order_by("no"))
    case = _decide(
        viewer, judgment, duties, on=on, initiation=Initiation.ON_REQUEST, bailiff=bailiff, flags=flags,
        request=request,
    )  # fmt: skip
    request.status = RequestStatus.DECIDED.value
    request.save(update_fields=["status"])
    return case.uuid


@action("cases.accept_delegation")
def accept_delegation(
    *,
    viewer: Viewer,
    agency: str,
    from_agency: str,
    judgment_no: str,
    judgment_on: date,
    court: str,
    judgment_kind: JudgmentKind,
    initiation: Initiation,
    parties: tuple[PartyDetails, ...],
    duties: tuple[IntakeDuty, ...],
    on: date,
    bailiff: str = "",
    flags: tuple[Flag, ...] = (),
) -> UUID:
    """Decide on what another agency has delegated; opens a case that counts as delegated in (L08 Đ57.1b;
    L25 Đ49.2).
    """
    rights.check_may(viewer, "cases.accept_delegation", agency=agency)
    check_written(80, số_bản_án=judgment_no)
    check_written(160, tên_tòa_án=court, cơ_quan_ủy_thác=from_agency)
    if from_agency.strip() == agency:
        raise Refusal("cases.delegated_to_itself", basis="L08 Đ55; L25 Đ49", agency=agency)
    check_parties(parties)
    check_intake_duties(duties)
    number, decision_no = _numbered(agency, initiation, on)
    fact = facts.DecisionIssued(
        number=number,
        decision_no=decision_no,
        initiation=initiation,
        judgment_kind=judgment_kind,
        duties=tuple(duty.numbered(no) for no, duty in enumerate(duties, start=1)),
        judgment_no=judgment_no.strip(),
        judgment_on=judgment_on,
        court=court.strip(),
        route=IntakeRoute.DELEGATED_IN,
        from_agency=from_agency.strip(),
        bailiff=_checked_bailiff(agency, bailiff, on),
        flags=flags,
    )
    return open_case(viewer, fact, agency=agency, on=on, parties=parties).uuid


def _decide(
    viewer: Viewer,
    judgment: Judgment,
    duties: Sequence[Duty],
    *,
    on: date,
    initiation: Initiation,
    bailiff: str,
    flags: tuple[Flag, ...],
    ground: str = "",
    **links: object,
) -> EnforcementCase:
    number, decision_no = _numbered(judgment.agency, initiation, on)
    fact = facts.DecisionIssued(
        number=number,
        decision_no=decision_no,
        initiation=initiation,
        judgment_kind=JudgmentKind(judgment.kind),
        duties=tuple(_line(no, duty) for no, duty in enumerate(duties, start=1)),
        judgment_no=judgment.number,
        judgment_on=judgment.issued_on,
        court=judgment.court,
        bailiff=_checked_bailiff(judgment.agency, bailiff, on),
        flags=flags,
        ground=ground,
    )
    case = open_case(
        viewer,
        fact,
        agency=judgment.agency,
        on=on,
        parties=_parties(judgment, duties),
        judgment=judgment,
        **links,
    )
    Duty.objects.filter(pk__in=[duty.pk for duty in duties]).update(case=case)
    return case


def _numbered(agency: str, initiation: Initiation, on: date) -> tuple[str, str]:
    """Return the number of the case and of the decision, both next in their series."""
    number, year = next_number(agency, "case", on)
    return f"{number}/{year}/{agency}", order_number(agency, f"decision.{initiation.value}", on)


def _checked_bailiff(agency: str, bailiff: str, on: date) -> str:
    if bailiff:
        check_bailiff(agency, bailiff, on=on)
    return bailiff


def _line(no: int, duty: Duty) -> facts.Duty:
    kind = ObligationKind(duty.kind)
    return facts.Duty(no, kind, duty.amount, duty.creditor, duty.debtor, duty.content)


def _parties(judgment: Judgment, duties: Sequence[Duty]) -> tuple[PartyDetails, ...]:
    """Return the judgment's parties whom these duties name; all of them when the duties name nobody."""
    rows = list(judgment.parties.order_by("id"))
    named = {name.strip() for duty in duties for name in (duty.creditor, duty.debtor) if name.strip()}
    chosen = [row for row in rows if row.name.strip() in named] or rows
    return tuple(
        PartyDetails(PartyRole(row.role), row.name, row.address, row.id_number, row.phone) for row in chosen
    )


def _ex_officio_duties(judgment: Judgment, nos: tuple[int, ...]) -> Sequence[Duty]:
    duties = {duty.no: duty for duty in judgment.duties.select_related("case").order_by("no")}
    for no in nos:
        if no not in duties:
            raise Refusal("cases.duty_not_there", no=no, known=", ".join(map(str, duties)))
        case = duties[no].case
        if case is not None:
            raise Refusal("cases.duty_decided", basis="L08 Đ36; L25 Đ33", no=no, case=case.number)
        if duties[no].initiation != Initiation.EX_OFFICIO:
            raise Refusal("cases.duty_on_request", basis="L08 Đ36.2; L25 Đ33.2", no=no)
    chosen = [
        duty
        for duty in duties.values()
        if (duty.no in nos or not nos) and duty.initiation == Initiation.EX_OFFICIO and duty.case is None
    ]
    if not chosen:
        raise Refusal("cases.no_duty_waits", basis="L08 Đ36.2; L25 Đ33.2", number=judgment.number)
    return chosen


def _check_receipt_first(on: date, received_on: date) -> None:
    if on < received_on:
        raise Refusal(
            "cases.decided_before_receipt", basis="L08 Đ36; L25 Đ33–34", on=on, received_on=received_on
        )
