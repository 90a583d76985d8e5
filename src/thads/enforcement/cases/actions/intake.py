"""Intake of judgments: register 01, what came with them, what the court is told (L08 Đ28–29; L25 Đ33.1; N152
Đ7).
"""

from datetime import date, datetime
from uuid import UUID

from thads.enforcement.cases.dueing import replace_intake_dues
from thads.enforcement.cases.duties import duty_row
from thads.enforcement.cases.locking import lock_judgment
from thads.enforcement.cases.models import Duty, Judgment, Party
from thads.enforcement.cases.recording import party_rows
from thads.enforcement.cases.register_numbers import register_number
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.competence import check_asset_part
from thads.enforcement.cases.rules.dates import local_day
from thads.enforcement.cases.rules.duplicates import bare
from thads.enforcement.cases.rules.intake import (
    IntakeDuty,
    ReceiptManner,
    check_intake_duties,
    check_judgment,
    check_manner,
    check_receipt,
    check_short,
    check_written,
    owes_court_notice,
)
from thads.enforcement.cases.rules.parties import PartyDetails, check_details, check_parties
from thads.enforcement.cases.rules.vocabulary import Initiation, JudgmentKind
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.judgment_duplicate": "Bản án, quyết định số {number} ngày {issued_on} của {court} đã được "
        "nhận, ở số thứ "
        "tự {register_no} ngày {received_on}; hãy mở bản án đã nhận, không nhận lần nữa.",
        "cases.papers_needed": "Hãy ghi tên biên bản, tài liệu nhận thêm.",
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
    manner: ReceiptManner = ReceiptManner.DIRECT,
    received_at: datetime | None = None,
    handed_over_by: str = "",
    papers: tuple[str, ...] = (),
    awaits_papers: bool = False,
    is_interim: bool = False,
) -> UUID:
    """Enter a judgment in the register of the agency with its parties and duties (L08 Đ28–29; L25 Đ33.1).

    `papers`: what came with it; `awaits_papers`: seizure minutes are still to come; `received_at`: the
    instant at which the system had complete data, when it came electronically (N152 Đ7.2). Refuses one the
    agency has received already, naming its entry, a number without figures, and days that contradict each
    other.
    """
    rights.check_may(viewer, "cases.receive_judgment", agency=agency)
    today = local_day(viewer.at)
    check_written(80, số_bản_án=number)
    check_written(160, tên_tòa_án=court)
    check_short(200, người_giao=handed_over_by)
    check_judgment(number=number, issued_on=issued_on, effective_on=effective_on, today=today)
    check_receipt(issued_on=issued_on, received_on=received_on, today=today)
    system_day = local_day(received_at) if received_at else None
    check_manner(manner, received_on=received_on, received_at=received_at, local_day=system_day)
    _check_contents(kind, parties, duties, today)
    ledger.one_writer_at_a_time()
    _check_not_received(agency, number, court, issued_on)
    register_no = register_number(agency, "judgment", received_on)
    judgment = Judgment.objects.create(
        agency=agency,
        register_no=register_no,
        received_on=received_on,
        kind=kind.value,
        number=number.strip(),
        number_folded=bare(number),
        court=court.strip(),
        court_folded=bare(court),
        issued_on=issued_on,
        effective_on=effective_on,
        content=content,
        parties_folded=fold(" | ".join(f"{party.name} {party.id_number}" for party in parties)),
        awaits_decision=is_interim or any(duty.route is Initiation.EX_OFFICIO for duty in duties),
        manner=manner.value,
        received_at=received_at,
        handed_over_by=handed_over_by.strip(),
        papers=[paper.strip() for paper in papers if paper.strip()],
        awaits_papers=awaits_papers,
        is_interim=is_interim,
    )
    Party.objects.bulk_create(party_rows(parties, judgment=judgment))
    Duty.objects.bulk_create(duty_row(judgment, no, duty) for no, duty in enumerate(duties, start=1))
    replace_intake_dues(viewer, judgment)
    return judgment.uuid


def _check_contents(
    kind: JudgmentKind, parties: tuple[PartyDetails, ...], duties: tuple[IntakeDuty, ...], today: date
) -> None:
    check_parties(parties)
    for party in parties:
        check_details(party, today=today)
    check_intake_duties(duties)
    check_asset_part(kind, [duty.kind for duty in duties])


@action("cases.record_papers")
def record_papers(
    *, viewer: Viewer, judgment_id: UUID, on: date, papers: tuple[str, ...], still_awaits: bool = False
) -> UUID:
    """Record that further papers of a judgment came, such as seizure minutes; from 1/7/2026 the days for the
    decision run from when all are there (L08 Đ28; L25 Đ33.3a).
    """
    judgment = lock_judgment(viewer, judgment_id, "cases.record_papers")
    named = [paper.strip() for paper in papers if paper.strip()]
    if not named:
        raise Refusal("cases.papers_needed", basis="L08 Đ28; L25 Đ33.1")
    if not judgment.awaits_papers:
        raise Refusal("cases.papers_not_awaited")
    check_receipt(issued_on=judgment.issued_on, received_on=on, today=local_day(viewer.at))
    judgment.papers = [*judgment.papers, *named]
    judgment.awaits_papers, judgment.papers_on = still_awaits, on
    judgment.save(update_fields=["papers", "awaits_papers", "papers_on"])
    replace_intake_dues(viewer, judgment)
    return judgment.uuid


@action("cases.tell_court")
def tell_court(*, viewer: Viewer, judgment_id: UUID, on: date) -> UUID:
    """Record the written notice to the court that a judgment sent by post has come (L08 Đ29).

    Refuses a judgment that came otherwise, one received from 1/7/2026 on, and a second notice.
    """
    judgment = lock_judgment(viewer, judgment_id, "cases.tell_court")
    manner = ReceiptManner(judgment.manner or ReceiptManner.DIRECT)
    if not owes_court_notice(manner, received_on=judgment.received_on):
        raise Refusal("cases.court_not_to_be_told", basis="L08 Đ29")
    if judgment.court_told_on is not None:
        raise Refusal("cases.court_told_already", basis="L08 Đ29", on=judgment.court_told_on)
    check_receipt(issued_on=judgment.received_on, received_on=on, today=local_day(viewer.at))
    judgment.court_told_on = on
    judgment.save(update_fields=["court_told_on"])
    return judgment.uuid


def _check_not_received(agency: str, number: str, court: str, issued_on: date) -> None:
    known = Judgment.objects.filter(
        agency=agency, number_folded=bare(number), court_folded=bare(court), issued_on=issued_on
    ).first()
    if known is not None:
        raise Refusal(
            "cases.judgment_duplicate", basis="T04 Đ30", number=known.number, issued_on=known.issued_on,
            court=known.court, register_no=known.register_no, received_on=known.received_on,
            judgment_id=known.uuid,
        )  # fmt: skip
