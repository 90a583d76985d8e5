"""Finding out beyond one's own place, and what the parties agree (L08 Đ6, 44.3; N62 Đ5, 9; L25 Đ36–38; N152
Đ14, 21).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.addressing import addressee, check_other
from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.harm import check_harmless
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer


@action("cases.mandate_verification")
def mandate_verification(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    to_agency: str,
    registered_assets: bool = False,
    content: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Ask another agency, by code or by name, to verify; assets that must be registered have a longer time
    (L08 Đ44.3; N62 Đ9.2; N152 Đ21.5).
    """
    case = lock_case(viewer, case_id, "cases.mandate_verification", expected_seq)
    to_agency = addressee(to_agency, on=on)
    check_other(case, to_agency)
    return record(viewer, case, facts.VerificationMandated(to_agency, registered_assets, content), on=on)


@action("cases.record_mandate_answer")
def record_mandate_answer(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    from_agency: str,
    findings: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Record the answer of an agency asked to verify (N62 Đ9.2; N152 Đ21.5); refuses one that was not
    asked.
    """
    case = lock_case(viewer, case_id, "cases.record_mandate_answer", expected_seq)
    return record(viewer, case, facts.MandateAnswered(addressee(from_agency, on=on), findings), on=on)


@action("cases.record_information")
def record_information(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    source: str,
    content: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Record new information on the debtor's means or address; it is verified within days (N62 Đ9.4, 9.6; L25
    Đ38.2).
    """
    case = lock_case(viewer, case_id, "cases.record_information", expected_seq)
    return record(viewer, case, facts.InformationReceived(source, content), on=on)


@action("cases.record_agreement")
def record_agreement(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    content: str,
    is_harmless: bool = False,
    until: date | None = None,
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Record what the parties agreed in writing about performing the duty (L08 Đ6; N62 Đ5; L25 Đ36.2; N152
    Đ14).

    Refuses until `is_harmless` confirms that it neither harms others nor evades the fee.
    """
    case = lock_case(viewer, case_id, "cases.record_agreement", expected_seq)
    check_harmless(on=on, is_harmless=is_harmless)
    parts = tuple(Part(no) for no in nos)
    return record(viewer, case, facts.AgreementRecorded(content, parts, until), on=on)
