"""Requests for enforcement: received, completed, refused, accepted after the limitation, decided on (L08
Đ30–31, 36; N62 Đ4, 7; L25 Đ34; N152 Đ9–11).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from thads.enforcement.cases.deciding import Deciding, check_receipt_first, decide, is_named
from thads.enforcement.cases.dueing import replace_intake_dues
from thads.enforcement.cases.duties import check_enforced_nowhere, freed, take_again
from thads.enforcement.cases.grouped import grouped_duty
from thads.enforcement.cases.limiting import check_in_time, is_any_over, written_excluded
from thads.enforcement.cases.locking import UNSETTLED, lock_judgment, lock_request
from thads.enforcement.cases.models import Duty, EnforcementCase, EnforcementRequest, Judgment, Party
from thads.enforcement.cases.register_numbers import register_number
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.dates import local_day
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.grouping import DecisionGroup, check_together, request_groups
from thads.enforcement.cases.rules.intake import check_receipt, check_request, check_short, check_written
from thads.enforcement.cases.rules.limitation import (
    ExcludedTime,
    check_excluded,
    check_paid,
    limitation_of,
)
from thads.enforcement.cases.rules.offices import check_contract
from thads.enforcement.cases.rules.parties import PartyDetails, check_details
from thads.enforcement.cases.rules.requested import (
    RequestChannel,
    RequestContents,
    RequiredField,
    check_channel,
    check_complete,
    missing_fields,
)
from thads.enforcement.cases.rules.vocabulary import Flag, Initiation, JudgmentKind, PartyRole, RequestStatus
from thads.enforcement.cases.showing import as_party
from thads.enforcement.documents.numbering import order_number
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.foundation.organisation.rules.private_offices import check_works_in
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "cases.duty_unknown": "Bản án không có khoản số {no}; các khoản: {known}.",
        "cases.duty_taken": "Khoản {no} đã có quyết định thi hành án (việc {case}); một khoản không thi "
        "hành hai lần.",
        "cases.duty_requested": "Khoản {no} đã có yêu cầu ở số thứ tự {register_no} đang chờ giải quyết.",
        "cases.duty_ex_officio": "Khoản {no} thuộc diện chủ động thi hành, không cần yêu cầu.",
        "cases.nos_needed": "Yêu cầu phải ghi rõ các khoản yêu cầu thi hành.",
        "cases.ability_proof_needed": "Yêu cầu lại khoản {no} đã gửi lại yêu cầu phải kèm tài liệu chứng "
        "minh "
        "người phải thi hành án có điều kiện; hãy ghi tài liệu đó vào nội dung yêu cầu.",
        "cases.requests_apart": "Các yêu cầu phải thuộc cùng một bản án mới ra quyết định cùng lúc.",
        "cases.limitation_decided": "Yêu cầu này đã có quyết định về việc quá hạn ngày {on}, số {number}.",
        "cases.limitation_refused": "Yêu cầu quá hạn không được chấp nhận (ngày {on}, số {number}); hãy ra "
        "thông báo từ chối.",
    }
)


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
    channel: RequestChannel = RequestChannel.DIRECT,
    details: PartyDetails | None = None,
    has_award_proof: bool = False,
    excluded: tuple[ExcludedTime, ...] = (),
    contract_no: str = "",
    contract_on: date | None = None,
    competent_agency: str = "",
) -> UUID:
    """Enter a request for the enforcement of some duties of a judgment (L08 Đ30–31; L25 Đ34).

    `details`: who asks, as written there; what the judgment's entry lacks of a party is filled in. From
    1/7/2026 a receipt slip is given, and a request that lacks something waits for completion instead of being
    registered (N152 Đ9.4, 9.6). At a private office the service contract and the agency competent where the
    office enforces are needed (L25 Đ31). Refuses duties enforced already anywhere, waiting on another
    request, or enforced ex officio.
    """
    judgment = lock_judgment(viewer, judgment_id, "cases.receive_request")
    if not requester.strip():
        raise Refusal("cases.requester_needed", basis="L08 Đ31.2; L25 Đ34.1")
    check_written(200, tên_người_yêu_cầu=requester)
    check_short(64, số_hợp_đồng=contract_no)
    check_short(80, cơ_quan_có_thẩm_quyền=competent_agency)
    today = local_day(viewer.at)
    check_request(
        requested_on=requested_on, received_on=received_on, issued_on=judgment.issued_on, today=today
    )
    check_channel(channel, on=requested_on, content=content)
    check_excluded(excluded, on=requested_on)
    _check_office(judgment, contract_no, contract_on, received_on, competent_agency)
    duties = _requestable(judgment, duty_nos, content)
    check_enforced_nowhere(judgment, duties)
    request = EnforcementRequest(
        agency=judgment.agency,
        judgment=judgment,
        requester=requester.strip(),
        requester_folded=fold(requester),
        requested_on=requested_on,
        received_on=received_on,
        content=content,
        channel=channel.value,
        by_debtor=is_named(requester, [duty.debtor for duty in duties]),
        has_award_proof=has_award_proof,
        excluded=written_excluded(excluded),
        contract_no=contract_no.strip(),
        contract_on=contract_on,
        place=competent_agency.strip(),
    )
    missing = _missing(request, duties, details, today)
    _enter(request, missing, on=received_on)
    for duty in duties:
        duty.request = request
    Duty.objects.bulk_update(duties, ["request"])
    replace_intake_dues(viewer, request)
    return request.uuid


def _enter(request: EnforcementRequest, missing: Sequence[RequiredField], *, on: date) -> None:
    """Register a complete request; from 1/7/2026 give a slip for any, and let an incomplete one wait."""
    if LAW.regime(on) is Regime.R2025 and not request.slip_no:
        request.slip_no = register_number(request.agency, "request_slip", on)
    request.missing = [one.value for one in missing]
    request.status = (RequestStatus.SUPPLEMENT if missing else RequestStatus.RECEIVED).value
    if not missing:
        request.register_no = register_number(request.agency, "request", on)
    request.save()


@action("cases.ask_supplement")
def ask_supplement(*, viewer: Viewer, request_id: UUID, on: date) -> UUID:
    """Record the notice that asks to complete a request, within one working day (N152 Đ9.6).

    Refuses a complete request and a second notice.
    """
    waiting = frozenset({RequestStatus.SUPPLEMENT})
    request = lock_request(viewer, request_id, "cases.ask_supplement", waiting=waiting)
    if request.supplement_asked_on is not None:
        raise Refusal(
            "cases.supplement_asked", basis="N152 Đ9.6", asked_on=request.supplement_asked_on,
            number=request.supplement_no,
        )  # fmt: skip
    check_receipt(issued_on=request.received_on, received_on=on, today=local_day(viewer.at))
    request.supplement_asked_on = on
    request.supplement_no = order_number(request.agency, "notice", on, symbol="TB")
    request.save(update_fields=["supplement_asked_on", "supplement_no"])
    replace_intake_dues(viewer, request)
    return request.uuid


@action("cases.complete_request")
def complete_request(
    *,
    viewer: Viewer,
    request_id: UUID,
    on: date,
    details: PartyDetails,
    debtor_address: str = "",
    has_award_proof: bool = False,
) -> UUID:
    """Complete a request and enter it in the register; the days for the decision run from then (N152 Đ9.4,
    9.6).

    Refuses while something is still missing, naming it.
    """
    waiting = frozenset({RequestStatus.SUPPLEMENT})
    request = lock_request(viewer, request_id, "cases.complete_request", waiting=waiting)
    today = local_day(viewer.at)
    check_receipt(issued_on=request.received_on, received_on=on, today=today)
    request.has_award_proof = request.has_award_proof or has_award_proof
    duties = list(request.duties.all())
    _fill_debtors(request.judgment, duties, debtor_address)
    check_complete(missing := _missing(request, duties, details, today))
    request.completed_on = on
    _enter(request, missing, on=on)
    replace_intake_dues(viewer, request)
    return request.uuid


@action("cases.refuse_request")
def refuse_request(*, viewer: Viewer, request_id: UUID, ground: str, on: date) -> UUID:
    """Refuse a request on a listed ground; its duties may be requested anew (L08 Đ31.5; L25 Đ34.4)."""
    request = lock_request(viewer, request_id, "cases.refuse_request", waiting=UNSETTLED)
    LAW.ground("request_refusal", ground, on=on)
    check_receipt(issued_on=request.received_on, received_on=on, today=local_day(viewer.at))
    request.status = RequestStatus.REFUSED.value
    request.refused_on = on
    request.refusal_ground = ground
    request.save(update_fields=["status", "refused_on", "refusal_ground"])
    request.duties.update(request=None)
    replace_intake_dues(viewer, request)
    return request.uuid


@action("cases.decide_limitation")
def decide_limitation(
    *,
    viewer: Viewer,
    request_id: UUID,
    on: date,
    is_accepted: bool,
    ground: str,
    excluded: tuple[ExcludedTime, ...] = (),
) -> UUID:
    """Accept or not a request that comes after the limitation, with the obstacle proven or the reason (N62
    Đ4.2; N152 Đ10.2).

    Refuses a request in time, a second decision, and one without ground.
    """
    request = lock_request(viewer, request_id, "cases.decide_limitation")
    if not ground.strip():
        raise Refusal("cases.limitation_ground_needed", basis="N62 Đ4.2; N152 Đ10.2")
    if request.limitation_on is not None:
        raise Refusal(
            "cases.limitation_decided", basis="N62 Đ4.2; N152 Đ10.2", on=request.limitation_on,
            number=request.limitation_no,
        )  # fmt: skip
    check_receipt(issued_on=request.received_on, received_on=on, today=local_day(viewer.at))
    check_excluded(excluded, on=request.requested_on)
    if not is_any_over(request, list(request.duties.all())):
        raise Refusal("cases.limitation_not_over", requested_on=request.requested_on, last=_last_day(request))
    if excluded:
        request.excluded = written_excluded(excluded)
    _accept(request, ground, is_accepted=is_accepted, on=on)
    return request.uuid


def _last_day(request: EnforcementRequest) -> date:
    starts_on = request.judgment.effective_on or request.judgment.issued_on
    return limitation_of(starts_on=starts_on, requested_on=request.requested_on).due_on


def _accept(request: EnforcementRequest, ground: str, *, is_accepted: bool, on: date) -> None:
    request.limitation_accepted, request.limitation_on = is_accepted, on
    request.limitation_ground = ground.strip()[:300]
    request.limitation_no = order_number(request.agency, "limitation", on)
    request.save(
        update_fields=[
            "limitation_accepted", "limitation_on", "limitation_ground", "limitation_no", "excluded",
        ]
    )  # fmt: skip


# --------------------------------------------------------------------------- the decision


@action("cases.issue_on_request")
def issue_on_request(
    *,
    viewer: Viewer,
    request_id: UUID,
    on: date,
    bailiff: str = "",
    flags: tuple[Flag, ...] = (),
    obstacle: str = "",
    paid: tuple[Part, ...] = (),
    signer: str = "",
) -> UUID:
    """Decide on the duties requested; opens a case (L08 Đ36.1; L25 Đ34.3).

    Refuses a request beyond the limitation unless it was accepted, or an obstacle is named here (L08 Đ30; N62
    Đ4.2; N152 Đ10.2), duties not due yet, and several debtors in one decision from 1/7/2026 (N152 Đ11).
    `paid`: after the limitation, the đồng a prisoner has paid, on which alone is decided (N62 Đ4.6; N152
    Đ10.3).
    """
    request = lock_request(viewer, request_id, "cases.issue_on_request")
    duties = _decidable([request], on=on, obstacle=obstacle, paid=paid, flags=flags)
    groups = request_groups([grouped_duty(duty, request) for duty in duties], on=on)
    check_together(groups, [duty.no for duty in duties])
    how = Deciding(on, Initiation.ON_REQUEST, bailiff, "", flags, signer)
    case = decide(viewer, request.judgment, duties, how, request=request, paid=paid)
    _settle(viewer, request)
    return case.uuid


@action("cases.issue_on_requests")
def issue_on_requests(
    *,
    viewer: Viewer,
    request_ids: tuple[UUID, ...],
    on: date,
    bailiff: str = "",
    flags: tuple[Flag, ...] = (),
    signer: str = "",
) -> tuple[UUID, ...]:
    """Decide on requests of one judgment at once, as many decisions as the law demands (N62 Đ7; N152 Đ11).

    Refuses the same as `issue_on_request`; when one cannot be, none is issued.
    """
    requests = [lock_request(viewer, one, "cases.issue_on_requests") for one in dict.fromkeys(request_ids)]
    if len({request.judgment_id for request in requests}) != 1:
        raise Refusal("cases.requests_apart", basis="N62 Đ7; N152 Đ11")
    duties = _decidable(requests, on=on)
    by_no = {duty.no: duty for duty in duties}
    asked = {request.pk: request for request in requests}
    grouped = [grouped_duty(duty, asked[duty.request_id or 0]) for duty in duties]
    how = Deciding(on, Initiation.ON_REQUEST, bailiff, "", flags, signer)
    cases = [_decide_group(viewer, group, by_no, asked, how) for group in request_groups(grouped, on=on)]
    for request in requests:
        _settle(viewer, request)
    return tuple(case.uuid for case in cases)


def _decide_group(
    viewer: Viewer,
    group: DecisionGroup,
    by_no: dict[int, Duty],
    asked: dict[int, EnforcementRequest],
    how: Deciding,
) -> EnforcementCase:
    rows = [by_no[no] for no in group.nos]
    request = asked[rows[0].request_id or 0]
    return decide(viewer, request.judgment, rows, how, request=request)


def _decidable(
    requests: Sequence[EnforcementRequest],
    *,
    on: date,
    obstacle: str = "",
    paid: tuple[Part, ...] = (),
    flags: tuple[Flag, ...] = (),
) -> list[Duty]:
    """Return the duties of the requests that a decision of the day covers, what is not due left for later."""
    found: list[Duty] = []
    for request in requests:
        check_receipt_first(on, request.completed_on or request.received_on)
        duties = list(request.duties.select_related("judgment", "case").order_by("no"))
        check_enforced_nowhere(request.judgment, duties)
        check_paid(paid, {duty.no: duty.amount for duty in duties}, is_prisoner=Flag.PRISONER in flags)
        _check_limitation(request, duties, on=on, obstacle=obstacle, is_paid=bool(paid))
        found += duties
    return found


def _check_limitation(
    request: EnforcementRequest, duties: Sequence[Duty], *, on: date, obstacle: str, is_paid: bool
) -> None:
    """Refuse what comes after the limitation and was not accepted; an obstacle named here is decided on
    now.
    """
    if request.limitation_accepted is False and not is_paid:
        raise Refusal(
            "cases.limitation_refused", basis="N62 Đ4.2; N152 Đ10.2", on=request.limitation_on,
            number=request.limitation_no,
        )  # fmt: skip
    if obstacle.strip() and request.limitation_on is None and is_any_over(request, duties):
        _accept(request, obstacle, is_accepted=True, on=on)
    check_in_time(request, duties, on=on, is_paid=is_paid)


def _settle(viewer: Viewer, request: EnforcementRequest) -> None:
    request.status = RequestStatus.DECIDED.value
    request.save(update_fields=["status"])
    replace_intake_dues(viewer, request)


# --------------------------------------------------------------------------- what may be asked for


def _requestable(judgment: Judgment, nos: tuple[int, ...], content: str) -> list[Duty]:
    if not nos:
        raise Refusal("cases.nos_needed", basis="L08 Đ31.2; L25 Đ34.1")
    rows = {duty.no: duty for duty in judgment.duties.select_related("case", "request", "judgment")}
    free = freed(rows.values())
    wanted = []
    for no in dict.fromkeys(nos):
        duty = rows.get(no)
        if duty is None:
            raise Refusal("cases.duty_unknown", no=no, known=", ".join(map(str, sorted(rows))))
        _check_requestable(duty, is_free=duty.pk in free)
        if duty.pk in free and not content.strip():
            raise Refusal("cases.ability_proof_needed", basis="L25 Đ34.2, 38.4; N152 Đ22.2", no=no)
        wanted.append(take_again(duty, free[duty.pk]) if duty.pk in free else duty)
    return wanted


def _check_requestable(duty: Duty, *, is_free: bool) -> None:
    if duty.initiation == Initiation.EX_OFFICIO:
        raise Refusal("cases.duty_ex_officio", basis="L08 Đ36.2; L25 Đ33.2", no=duty.no)
    if is_free:
        return
    if duty.case is not None:
        raise Refusal("cases.duty_taken", basis="L25 Đ34.4đ; L08 Đ36", no=duty.no, case=duty.case.number)
    if duty.request is not None:
        number = duty.request.register_no or duty.request.slip_no
        raise Refusal("cases.duty_requested", no=duty.no, register_no=number)


def _check_office(
    judgment: Judgment, contract_no: str, contract_on: date | None, received_on: date, competent: str
) -> None:
    """Refuse a private office a request without contract, or outside its province (L25 Đ31.1, 31.4)."""
    tree = organisation.agency_tree(on=received_on)
    if judgment.agency not in tree or tree[judgment.agency].kind is not AgencyKind.PRIVATE_OFFICE:
        return
    check_contract(number=contract_no, signed_on=contract_on, received_on=received_on, place=competent)
    check_works_in(judgment.agency, competent.strip(), tree)


# --------------------------------------------------------------------------- who asks


def _missing(
    request: EnforcementRequest, duties: Sequence[Duty], details: PartyDetails | None, today: date
) -> tuple[RequiredField, ...]:
    """Return what the request lacks, after the party's entry was filled in with what is written there."""
    parties = list(request.judgment.parties.order_by("id"))
    person = _who_asks(request, parties, details, today)
    debtors = [duty.debtor for duty in duties]
    owing = [row for row in parties if row.role == PartyRole.DEBTOR and is_named(row.name, debtors)]
    contents = RequestContents(
        person, tuple(as_party(row) for row in owing), JudgmentKind(request.judgment.kind),
        request.has_award_proof,
    )  # fmt: skip
    return missing_fields(contents, on=request.received_on)


def _who_asks(
    request: EnforcementRequest, parties: Sequence[Party], details: PartyDetails | None, today: date
) -> PartyDetails:
    row = next((one for one in parties if one.name_folded == request.requester_folded), None)
    if details is not None:
        check_details(details, today=today)
    if row is None:
        role = PartyRole.DEBTOR if request.by_debtor else PartyRole.CREDITOR
        return replace(details, name=request.requester) if details else PartyDetails(role, request.requester)
    if details is not None:
        _fill(row, details)
    return as_party(row)


FILLED = ("address", "id_number", "phone", "born", "bank_account")


def _fill(row: Party, details: PartyDetails) -> None:
    """Fill in of a party what the request says of him."""
    changed = [
        name
        for name in FILLED
        if (said := getattr(details, name).strip()) != "" and said != getattr(row, name)
    ]
    for name in changed:
        setattr(row, name, getattr(details, name).strip())
    if changed:
        row.save(update_fields=changed)


def _fill_debtors(judgment: Judgment, duties: Sequence[Duty], address: str) -> None:
    """Fill in the address of debtors who have none, when only one of them lacks it."""
    names = [duty.debtor for duty in duties]
    rows = [row for row in judgment.parties.filter(role=PartyRole.DEBTOR.value) if is_named(row.name, names)]
    lacking = [row for row in rows if not row.address.strip()]
    if address.strip() and len(lacking) == 1:
        lacking[0].address = address.strip()
        lacking[0].save(update_fields=["address"])
