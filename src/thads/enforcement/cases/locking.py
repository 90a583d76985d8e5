"""Taking a subject for an act: found in sight, with the right, locked until commit."""

from uuid import UUID

from thads.enforcement.cases.models import EnforcementCase, EnforcementRequest, Judgment
from thads.enforcement.cases.rules.histories import SUBJECT
from thads.enforcement.cases.rules.offices import OF_THE_STATE, check_office_verb
from thads.enforcement.cases.rules.vocabulary import RequestStatus
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.ledger import actions as ledger
from thads.foundation.organisation import queries as organisation
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.not_found": "Không tìm thấy việc thi hành án trong phạm vi được giao cho tài khoản {name}.",
        "cases.not_your_case": "Việc {number} được giao cho Chấp hành viên {bailiff}, không phải cho tài "
        "khoản "
        "{name}; chỉ Chấp hành viên được phân công mới được ghi việc này.",
        "cases.judgment_not_found": "Không tìm thấy bản án, quyết định trong phạm vi được giao cho tài khoản "
        "{name}.",
        "cases.request_not_found": "Không tìm thấy yêu cầu thi hành án trong phạm vi được giao cho tài khoản "
        "{name}.",
        "cases.request_settled": "Yêu cầu số thứ tự {register_no} đã được giải quyết rồi ({status}).",
    }
)


def lock_case(viewer: Viewer, case_id: UUID, verb: str, expected_seq: int | None) -> EnforcementCase:
    """Return the case locked for the viewer's act; refuse it out of sight, without right, or changed
    meanwhile.
    """
    ledger.one_writer_at_a_time()
    case = EnforcementCase.objects.select_for_update().filter(uuid=case_id).first()
    if case is None or not viewer.sees(case.agency):
        raise Refusal("cases.not_found", name=viewer.name)
    check_office(viewer, case.agency, verb)
    rights.check_may(viewer, verb, agency=case.agency)
    _check_own(viewer, case, verb)
    if expected_seq is not None and expected_seq != case.seq:
        raise changed_meanwhile(SUBJECT, case_id, expected=expected_seq, found=case.seq)
    return case


def changed_meanwhile(subject_kind: str, case_id: UUID, *, expected: int, found: int) -> Refusal:
    """Return the refusal of an act on a case or its account that others wrote in since, who by name."""
    names = organisation.account_names()
    return ledger.changed_meanwhile(subject_kind, case_id, expected=expected, found=found, names=names)


def _check_own(viewer: Viewer, case: EnforcementCase, verb: str) -> None:
    """Refuse a bailiff who acts only as bailiff in a case assigned to another (L08 Đ20; L25 Đ25)."""
    entitled = viewer.roles_at(case.agency) & rights.known_verbs()[verb]
    if (
        entitled <= {Role.BAILIFF, Role.PRIVATE_BAILIFF}
        and case.bailiff
        and case.bailiff not in viewer.staff_codes
    ):
        raise Refusal(
            "cases.not_your_case", basis="L08 Đ20; L25 Đ25", number=case.number, bailiff=case.bailiff,
            name=viewer.name,
        )  # fmt: skip


def lock_judgment(viewer: Viewer, judgment_id: UUID, verb: str) -> Judgment:
    ledger.one_writer_at_a_time()
    judgment = Judgment.objects.select_for_update().filter(uuid=judgment_id).first()
    if judgment is None or not viewer.sees(judgment.agency):
        raise Refusal("cases.judgment_not_found", name=viewer.name)
    check_office(viewer, judgment.agency, verb)
    rights.check_may(viewer, verb, agency=judgment.agency)
    return judgment


def check_office(viewer: Viewer, agency: str, verb: str) -> None:
    """Refuse a private office what only agencies of the State may do (L25 Đ31.1, 31.4)."""
    if verb in OF_THE_STATE:
        tree = organisation.agency_tree(on=viewer.on)
        if agency in tree:
            check_office_verb(verb, tree[agency].kind, agency=tree[agency].name)


WAITING = frozenset({RequestStatus.RECEIVED})
UNSETTLED = WAITING | {RequestStatus.SUPPLEMENT}


def lock_request(
    viewer: Viewer, request_id: UUID, verb: str, *, waiting: frozenset[RequestStatus] = WAITING
) -> EnforcementRequest:
    """Return the request locked for the viewer's act; refuse one that does not wait for it."""
    ledger.one_writer_at_a_time()
    request = EnforcementRequest.objects.select_for_update().filter(uuid=request_id).first()
    if request is None or not viewer.sees(request.agency):
        raise Refusal("cases.request_not_found", name=viewer.name)
    rights.check_may(viewer, verb, agency=request.agency)
    if RequestStatus(request.status) not in waiting:
        status = LAW.label(RequestStatus(request.status))
        raise Refusal("cases.request_settled", register_no=request.register_no, status=status)
    return request
