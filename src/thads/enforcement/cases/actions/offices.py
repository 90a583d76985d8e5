"""A private enforcement office gives up a case: it recalls its decision and passes the file to the agency
(L25 Đ31.5–31.6).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.offices import check_handover
from thads.enforcement.documents.numbering import order_number
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.private_offices import check_works_in
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.receiver_unknown": "Không có cơ quan thi hành án dân sự nào mang mã {agency} vào ngày {on}; "
        "hãy "
        "chọn cơ quan nhận hồ sơ trong danh sách.",
    }
)


@action("cases.hand_to_agency")
def hand_to_agency(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    to_agency: str,
    ground: str,
    signer: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Recall the office's decision and give the file to the civil judgment enforcement agency of its
    province, whose register 06 then has it (L25 Đ31.5–31.6).

    Refuses an agency of the State as sender, another office or another province as receiver.
    """
    case = lock_case(viewer, case_id, "cases.hand_to_agency", expected_seq)
    tree = organisation.agency_tree(on=on)
    receiver = to_agency.strip()
    if receiver not in tree:
        raise Refusal("cases.receiver_unknown", basis="L25 Đ31.6", agency=receiver or "trống", on=on)
    sender = tree[case.agency]
    check_handover(sender.kind, tree[receiver].kind, from_agency=sender.name, to_agency=tree[receiver].name)
    check_works_in(case.agency, receiver, tree)
    order_no = order_number(case.agency, "recall", on)
    fact = facts.HandedToAgency(receiver, ground, signer=signer)
    return record(viewer, case, fact, on=on, order_no=order_no)
