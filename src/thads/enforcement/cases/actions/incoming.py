"""Taking in what other agencies pass on: received in register 06, then decided on as a case of one's own
(L08 Đ35.2h, 57; L25 Đ49).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from thads.enforcement.cases.dueing import replace_intake_dues
from thads.enforcement.cases.locking import check_office, lock_case
from thads.enforcement.cases.models import ForwardedRuling, IncomingCase
from thads.enforcement.cases.queries.incoming import incoming_row
from thads.enforcement.cases.recording import checked_bailiff, numbered_decision, open_case
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.dates import local_day
from thads.enforcement.cases.rules.intake import (
    IntakeDuty,
    check_intake_duties,
    check_receipt,
    check_written,
)
from thads.enforcement.cases.rules.pages import IncomingRow
from thads.enforcement.cases.rules.parties import PartyDetails, check_parties
from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
)
from thads.enforcement.cases.showing import as_party
from thads.enforcement.documents.numbering import next_number
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.delegated_to_itself": "Cơ quan ủy thác phải là cơ quan khác {agency}.",
        "cases.incoming_received": "Quyết định {order_no} đã vào sổ ngày {received_on}, số thứ tự "
        "{register_no}.",
        "cases.incoming_settled": "Quyết định {order_no} đã được thi hành tại việc {case}; một khoản không "
        "thi hành hai lần.",
        "cases.incoming_returned": "Quyết định {order_no} đã được trả lại ngày {on}; không thể nhận hay ra "
        "quyết "
        "định thi hành.",
        "cases.return_reason_needed": "Hãy ghi rõ sai sót của quyết định ủy thác.",
        "cases.return_not_in_law": "Chỉ quyết định ủy thác có sai sót mới được trả lại; hồ sơ được rút lên, "
        "hồ sơ "
        "của văn phòng thi hành án dân sự thì không.",
        "cases.ruling_before_delegation": "Bản án, quyết định nhận ngày {received_on}, trước ngày ủy thác "
        "{sent_on}; khi ủy thác phải gửi kèm, không chuyển tiếp.",
        "cases.ruling_forwarded": "Bản án, quyết định số {number} đã được chuyển tiếp.",
        "cases.nothing_delegated": "Việc {number} không ủy thác cho cơ quan nào.",
        "cases.receipt_needed": "Chưa ghi ngày nhận quyết định {order_no}; thời hạn ra quyết định tính từ "
        "ngày nhận.",
        "cases.decided_before_incoming": "Ngày quyết định {on} có trước ngày nhận ({received_on}); hãy kiểm "
        "tra lại.",
    }
)


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
    signer: str = "",
) -> UUID:
    """Decide on what another agency has delegated; opens a case that counts as delegated in (L08 Đ57.1b;
    L25 Đ49.2).
    """
    check_office(viewer, agency, "cases.accept_delegation")
    rights.check_may(viewer, "cases.accept_delegation", agency=agency)
    check_written(80, số_bản_án=judgment_no)
    check_written(160, tên_tòa_án=court, cơ_quan_ủy_thác=from_agency)
    if from_agency.strip() == agency:
        raise Refusal("cases.delegated_to_itself", basis="L08 Đ55; L25 Đ49", agency=agency)
    check_parties(parties)
    check_intake_duties(duties)
    number, decision_no = numbered_decision(agency, initiation, on)
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
        bailiff=checked_bailiff(agency, bailiff, on),
        flags=flags,
        signer=signer,
    )
    return open_case(viewer, fact, agency=agency, on=on, parties=parties).uuid


@action("cases.receive_incoming")
def receive_incoming(*, viewer: Viewer, incoming_id: UUID, received_on: date) -> UUID:
    """Enter in register 06 that a delegation, or a file pulled up, has come; the days for the decision run
    from it (L08 Đ57.1b; L25 Đ49.2).

    Refuses a second receipt, and a day before it was sent.
    """
    row, _sent = _locked(viewer, incoming_id, "cases.receive_incoming")
    if row.received_on is not None:
        raise Refusal(
            "cases.incoming_received", order_no=row.order_no, received_on=row.received_on,
            register_no=row.register_no,
        )  # fmt: skip
    _receive(viewer, row, received_on)
    return row.uuid


@action("cases.accept_incoming")
def accept_incoming(
    *,
    viewer: Viewer,
    incoming_id: UUID,
    on: date,
    received_on: date | None = None,
    bailiff: str = "",
    flags: tuple[Flag, ...] = (),
    signer: str = "",
) -> UUID:
    """Decide on exactly what was passed on; opens a case that names its sender (L08 Đ35.2h, 57.1b; L25
    Đ49.2).

    `received_on` when the receipt is not in the register yet. Refuses what a case has taken in already.
    """
    row, sent = _locked(viewer, incoming_id, "cases.accept_incoming")
    if row.received_on is None:
        if received_on is None:
            raise Refusal("cases.receipt_needed", basis="L08 Đ57.1b; L25 Đ49.2", order_no=row.order_no)
        _receive(viewer, row, received_on)
    if row.received_on is not None and on < row.received_on:
        raise Refusal("cases.decided_before_incoming", on=on, received_on=row.received_on)
    fact = replace(_decision(row, sent, on=on, bailiff=bailiff, flags=flags), signer=signer)
    case = open_case(viewer, fact, agency=row.agency, on=on, parties=_parties(row, sent.duties))
    row.case = case
    row.save(update_fields=["case"])
    replace_intake_dues(viewer, row)
    return case.uuid


@action("cases.return_incoming")
def return_incoming(*, viewer: Viewer, incoming_id: UUID, on: date, ground: str, reason: str) -> UUID:
    """Send a delegation back for a mistake in its content or in competence; there is no other ground (L08
    Đ57.1b; L25 Đ49.2).

    The sender then takes it back and goes on, or delegates rightly. Refuses what a case has taken in.
    """
    row, _sent = _locked(viewer, incoming_id, "cases.return_incoming")
    if row.route != IntakeRoute.DELEGATED_IN:
        raise Refusal("cases.return_not_in_law", basis="L08 Đ57.1b; L25 Đ31.6, 49.2")
    LAW.ground("incoming_return", ground, on=on)
    if not reason.strip():
        raise Refusal("cases.return_reason_needed", basis="L08 Đ57.1b; L25 Đ49.2")
    check_receipt(issued_on=row.sent_on, received_on=on, today=local_day(viewer.at))
    row.returned_on, row.return_ground, row.return_reason = on, ground, reason.strip()[:300]
    row.save(update_fields=["returned_on", "return_ground", "return_reason"])
    replace_intake_dues(viewer, row)
    return row.uuid


@action("cases.forward_ruling")
def forward_ruling(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    number: str,
    issued_on: date,
    received_on: date,
    content: str = "",
) -> UUID:
    """Send on a ruling on the judgment that came after the case was delegated, within three working days
    (N152 Đ26.8).

    It goes to every agency that took over a part. Refuses a case not delegated, a ruling that had come
    before, and a second time.
    """
    case = lock_case(viewer, case_id, "cases.forward_ruling", None)
    check_written(80, số_bản_án_quyết_định=number)
    check_receipt(issued_on=issued_on, received_on=received_on, today=local_day(viewer.at))
    check_receipt(issued_on=received_on, received_on=on, today=local_day(viewer.at))
    receivers = list(case.sent.filter(route=IntakeRoute.DELEGATED_IN.value, returned_on__isnull=True))
    if not receivers:
        raise Refusal("cases.nothing_delegated", basis="N152 Đ26.8", number=case.number)
    for row in receivers:
        _forward(row, number.strip(), issued_on, received_on, on, content)
    return case.uuid


def _forward(
    row: IncomingCase, number: str, issued_on: date, received_on: date, on: date, content: str
) -> None:
    if received_on < row.sent_on:
        raise Refusal(
            "cases.ruling_before_delegation", basis="N152 Đ26.8", received_on=received_on, sent_on=row.sent_on
        )
    _new, is_new = ForwardedRuling.objects.get_or_create(
        incoming=row, number=number, issued_on=issued_on,
        defaults={"received_on": received_on, "forwarded_on": on, "content": content.strip()[:300]},
    )  # fmt: skip
    if not is_new:
        raise Refusal("cases.ruling_forwarded", basis="N152 Đ26.8", number=number)


def _locked(viewer: Viewer, incoming_id: UUID, verb: str) -> tuple[IncomingCase, IncomingRow]:
    """Return what was passed on, locked; refuse it out of sight, without right, or taken in already."""
    ledger.one_writer_at_a_time()
    row = IncomingCase.objects.select_for_update(of=("self",)).filter(uuid=incoming_id).first()
    if row is None or not viewer.sees(row.agency):
        raise Refusal("cases.incoming_not_found", name=viewer.name)
    check_office(viewer, row.agency, verb)
    rights.check_may(viewer, verb, agency=row.agency)
    sent = incoming_row(viewer, incoming_id)
    if sent.case_id is not None:
        raise Refusal("cases.incoming_settled", order_no=row.order_no, case=sent.case_number)
    if row.returned_on is not None:
        raise Refusal("cases.incoming_returned", order_no=row.order_no, on=row.returned_on)
    return row, sent


def _receive(viewer: Viewer, row: IncomingCase, received_on: date) -> None:
    check_receipt(issued_on=row.sent_on, received_on=received_on, today=local_day(viewer.at))
    number, year = next_number(row.agency, "incoming", received_on)
    row.register_no, row.received_on = f"{number}/{year}", received_on
    row.save(update_fields=["register_no", "received_on"])
    replace_intake_dues(viewer, row)


def _decision(
    row: IncomingCase, sent: IncomingRow, *, on: date, bailiff: str, flags: tuple[Flag, ...]
) -> facts.DecisionIssued:
    number, decision_no = numbered_decision(row.agency, sent.initiation, on)
    return facts.DecisionIssued(
        number=number,
        decision_no=decision_no,
        initiation=sent.initiation,
        judgment_kind=sent.judgment_kind,
        duties=tuple(sent.duties),
        judgment_no=sent.judgment_no,
        judgment_on=sent.judgment_on,
        court=sent.court,
        route=sent.route,
        from_agency=sent.from_agency,
        bailiff=checked_bailiff(row.agency, bailiff, on),
        flags=flags,
    )


def _parties(row: IncomingCase, duties: Sequence[facts.Duty]) -> tuple[PartyDetails, ...]:
    """Return the sender's parties whom the duties passed on name; all of them when they name nobody."""
    known = tuple(as_party(party) for party in row.sender.parties.order_by("id"))
    named = {name.strip() for duty in duties for name in (duty.creditor, duty.debtor) if name.strip()}
    return tuple(party for party in known if party.name.strip() in named) or known
