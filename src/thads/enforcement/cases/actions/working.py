"""Working on a case: assignment, notice, verification, money coming in (L08 Đ36–47; L25 Đ32–37)."""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.folding import known_on
from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.recording import check_bailiff, record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.dates import voluntary_end
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import CollectionMeans, NoticeManner, VerificationResult
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {"cases.same_bailiff": "Chấp hành viên {bailiff} đang được giao việc {number} rồi; hãy chọn người khác."}
)


@action("cases.assign_bailiff")
def assign_bailiff(
    *,
    viewer: Viewer,
    case_id: UUID,
    bailiff: str,
    on: date,
    reason: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Assign the case to a bailiff, or change the bailiff, on a day (L08 Đ36.2; L25 Đ32.2; N62 Đ10; N152
    Đ13).

    Refuses a code that is no bailiff's at the agency on that day, and the bailiff who has the case already.
    """
    case = lock_case(viewer, case_id, "cases.assign_bailiff", expected_seq)
    check_bailiff(case.agency, bailiff, on=on)
    if case.bailiff == bailiff:
        raise Refusal("cases.same_bailiff", bailiff=bailiff, number=case.number)
    return record(viewer, case, facts.BailiffAssigned(bailiff, reason), on=on)


@action("cases.serve_notice")
def serve_notice(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    manner: NoticeManner | None = None,
    recipient: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Record the day on which the debtor had valid notice, that of the posting when it is posted; the
    voluntary period runs from it, but for an interim measure (L08 Đ39–43, 45; L25 Đ35–36; N152 Đ15–17).

    Refuses since 1/7/2026 to serve the decision itself in electronic form (N152 Đ16.1b).
    """
    case = lock_case(viewer, case_id, "cases.serve_notice", expected_seq)
    state, _told = known_on(case, on)
    until = None if state.is_interim else voluntary_end(on)
    return record(viewer, case, facts.NoticeServed(until, manner or "", recipient), on=on)


@action("cases.record_verification")
def record_verification(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    result: VerificationResult,
    findings: str = "",
    place: str = "",
    confirmed_by: str = "",
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Record minutes of verification, what they found, where, and who confirmed them (L08 Đ44; L25 Đ37);
    `nos` empty: all open obligations.
    """
    case = lock_case(viewer, case_id, "cases.record_verification", expected_seq)
    parts = tuple(Part(no) for no in nos)
    return record(viewer, case, facts.Verified(result, parts, findings, place, confirmed_by), on=on)


@action("cases.collect_money")
def collect_money(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    parts: tuple[Part, ...],
    receipt_no: str = "",
    means: CollectionMeans = CollectionMeans.VOLUNTARY,
    expected_seq: int | None = None,
) -> UUID:
    """Record money, or property at its value, that came in: obligation and đồng (L08 Đ45–47; T04 Đ13–17).

    Refuses more than is left, and coercion before the voluntary period is over.
    """
    case = lock_case(viewer, case_id, "cases.collect_money", expected_seq)
    return record(viewer, case, facts.MoneyCollected(parts, receipt_no, means), on=on, order_no=receipt_no)
