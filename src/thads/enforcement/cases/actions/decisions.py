"""The enforcement decision opens a case: ex officio or on request (L08 Đ36; L25 Đ33–34)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from thads.enforcement.cases.dueing import replace_intake_dues
from thads.enforcement.cases.locking import lock_judgment, lock_request
from thads.enforcement.cases.models import Duty, EnforcementCase, Judgment
from thads.enforcement.cases.recording import checked_bailiff, numbered_decision, open_case
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.limitation import check_limitation
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    JudgmentKind,
    ObligationKind,
    PartyRole,
    RequestStatus,
)
from thads.foundation.access.door import action
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
    replace_intake_dues(viewer, judgment)
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
    replace_intake_dues(viewer, request)
    return case.uuid


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
    number, decision_no = numbered_decision(judgment.agency, initiation, on)
    fact = facts.DecisionIssued(
        number=number,
        decision_no=decision_no,
        initiation=initiation,
        judgment_kind=JudgmentKind(judgment.kind),
        duties=tuple(_line(no, duty) for no, duty in enumerate(duties, start=1)),
        judgment_no=judgment.number,
        judgment_on=judgment.issued_on,
        court=judgment.court,
        bailiff=checked_bailiff(judgment.agency, bailiff, on),
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
