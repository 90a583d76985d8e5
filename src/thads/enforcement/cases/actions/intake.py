"""Intake: judgments received (register 01), requests received or refused (register 02) (L08 Đ28–31; L25
Đ33–34).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.dueing import replace_intake_dues
from thads.enforcement.cases.locking import lock_judgment, lock_request
from thads.enforcement.cases.models import Duty, EnforcementRequest, Judgment, Party
from thads.enforcement.cases.recording import next_number, party_rows
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.dates import local_day
from thads.enforcement.cases.rules.intake import (
    IntakeDuty,
    check_intake_duties,
    check_judgment,
    check_receipt,
    check_request,
    check_written,
)
from thads.enforcement.cases.rules.parties import PartyDetails, check_parties
from thads.enforcement.cases.rules.vocabulary import Initiation, JudgmentKind, RequestStatus
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.judgment_duplicate": "Bản án, quyết định số {number} ngày {issued_on} của {court} đã được "
        "nhận, ở số thứ "
        "tự {register_no} ngày {received_on}; hãy mở bản án đã nhận, không nhận lần nữa.",
        "cases.duty_unknown": "Bản án không có khoản số {no}; các khoản: {known}.",
        "cases.duty_taken": "Khoản {no} đã có quyết định thi hành án (việc {case}); một khoản không thi "
        "hành hai lần.",
        "cases.duty_requested": "Khoản {no} đã có yêu cầu ở số thứ tự {register_no} đang chờ giải quyết.",
        "cases.duty_ex_officio": "Khoản {no} thuộc diện chủ động thi hành, không cần yêu cầu.",
        "cases.nos_needed": "Yêu cầu phải ghi rõ các khoản yêu cầu thi hành.",
    }
)


@action("cases.receive_judgment")
def receive_judgment(
    *,
    viewer: Viewer,
    agency: str,
    number: str,
    issued_on: date,
    court: str,
    kind: JudgmentKind,
    received_on: date,
    parties: tuple[PartyDetails, ...],
    duties: tuple[IntakeDuty, ...],
    effective_on: date | None = None,
    content: str = "",
) -> UUID:
    """Enter a judgment in the register of the agency with its parties and duties (L08 Đ28–29; L25 Đ33.1).

    Refuses one the agency has received already, naming its entry, a number without figures, and days that
    contradict each other or are still to come.
    """
    rights.check_may(viewer, "cases.receive_judgment", agency=agency)
    check_written(80, số_bản_án=number)
    check_written(160, tên_tòa_án=court)
    today = local_day(viewer.at)
    check_judgment(number=number, issued_on=issued_on, effective_on=effective_on, today=today)
    check_receipt(issued_on=issued_on, received_on=received_on, today=today)
    check_parties(parties)
    check_intake_duties(duties)
    ledger.one_writer_at_a_time()
    _check_not_received(agency, number, court, issued_on)
    register_no = _register_number(agency, "judgment", received_on)
    judgment = Judgment.objects.create(
        agency=agency,
        register_no=register_no,
        received_on=received_on,
        kind=kind.value,
        number=number.strip(),
        number_folded=_bare(number),
        court=court.strip(),
        court_folded=_bare(court),
        issued_on=issued_on,
        effective_on=effective_on,
        content=content,
        parties_folded=fold(" | ".join(f"{party.name} {party.id_number}" for party in parties)),
        awaits_decision=any(duty.route is Initiation.EX_OFFICIO for duty in duties),
    )
    Party.objects.bulk_create(party_rows(parties, judgment=judgment))
    Duty.objects.bulk_create(
        Duty(
            judgment=judgment, no=no, kind=duty.kind.value, initiation=duty.route.value, amount=duty.amount,
            creditor=duty.creditor, debtor=duty.debtor, content=duty.content,
        )
        for no, duty in enumerate(duties, start=1)
    )  # fmt: skip
    replace_intake_dues(viewer, judgment)
    return judgment.uuid


@action("cases.receive_request")
def receive_request(
    *,
    viewer: Viewer,
    judgment_id: UUID,
    requester: str,
    requested_on: date,
    received_on: date,
    duty_nos: tuple[int, ...],
    content: str = "",
) -> UUID:
    """Enter a request for the enforcement of some duties of a judgment (L08 Đ30–31; L25 Đ34).

    Refuses duties enforced already or waiting on another request, and those enforced ex officio.
    """
    judgment = lock_judgment(viewer, judgment_id, "cases.receive_request")
    if not requester.strip():
        raise Refusal("cases.requester_needed", basis="L08 Đ31.2; L25 Đ34.1")
    check_written(200, tên_người_yêu_cầu=requester)
    check_request(
        requested_on=requested_on, received_on=received_on, issued_on=judgment.issued_on,
        today=local_day(viewer.at),
    )  # fmt: skip
    duties = _requestable(judgment, duty_nos)
    request = EnforcementRequest.objects.create(
        agency=judgment.agency,
        register_no=_register_number(judgment.agency, "request", received_on),
        judgment=judgment,
        requester=requester.strip(),
        requester_folded=fold(requester),
        requested_on=requested_on,
        received_on=received_on,
        content=content,
        status=RequestStatus.RECEIVED.value,
    )
    for duty in duties:
        duty.request = request
    Duty.objects.bulk_update(duties, ["request"])
    replace_intake_dues(viewer, request)
    return request.uuid


@action("cases.refuse_request")
def refuse_request(*, viewer: Viewer, request_id: UUID, ground: str, on: date) -> UUID:
    """Refuse a request on a listed ground; its duties may be requested anew (L08 Đ31.5; L25 Đ34.4)."""
    request = lock_request(viewer, request_id, "cases.refuse_request")
    LAW.ground("request_refusal", ground, on=on)
    check_receipt(issued_on=request.received_on, received_on=on, today=local_day(viewer.at))
    request.status = RequestStatus.REFUSED.value
    request.refused_on = on
    request.refusal_ground = ground
    request.save(update_fields=["status", "refused_on", "refusal_ground"])
    request.duties.update(request=None)
    replace_intake_dues(viewer, request)
    return request.uuid


def _check_not_received(agency: str, number: str, court: str, issued_on: date) -> None:
    known = Judgment.objects.filter(
        agency=agency, number_folded=_bare(number), court_folded=_bare(court), issued_on=issued_on
    ).first()
    if known is not None:
        raise Refusal(
            "cases.judgment_duplicate", basis="T04 Đ30", number=known.number, issued_on=known.issued_on,
            court=known.court, register_no=known.register_no, received_on=known.received_on,
            judgment_id=known.uuid,
        )  # fmt: skip


def _requestable(judgment: Judgment, nos: tuple[int, ...]) -> list[Duty]:
    if not nos:
        raise Refusal("cases.nos_needed", basis="L08 Đ31.2; L25 Đ34.1")
    duties = {duty.no: duty for duty in judgment.duties.select_related("case", "request")}
    wanted = []
    for no in dict.fromkeys(nos):
        duty = duties.get(no)
        if duty is None:
            raise Refusal("cases.duty_unknown", no=no, known=", ".join(map(str, sorted(duties))))
        if duty.case is not None:
            raise Refusal("cases.duty_taken", basis="L25 Đ34.4đ; L08 Đ36", no=no, case=duty.case.number)
        if duty.request is not None:
            raise Refusal("cases.duty_requested", no=no, register_no=duty.request.register_no)
        if duty.initiation == Initiation.EX_OFFICIO:
            raise Refusal("cases.duty_ex_officio", basis="L08 Đ36.2; L25 Đ33.2", no=no)
        wanted.append(duty)
    return wanted


def _register_number(agency: str, register: str, on: date) -> str:
    number, year = next_number(agency, register, on)
    return f"{number}/{year}"


def _bare(text: str) -> str:
    """Fold for comparing: two clerks space a number differently."""
    return fold(text).replace(" ", "")[:160]
