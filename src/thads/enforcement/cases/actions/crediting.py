"""Crediting the duties of a case with money that came in elsewhere: a share of a pool, a set-off (L08 Đ47;
L25 Đ54; N152 Đ31).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import CollectionMeans
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer


@action("cases.credit_share")
def credit_share(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    parts: tuple[Part, ...],
    order_no: str,
    means: CollectionMeans = CollectionMeans.VOLUNTARY,
    expected_seq: int | None = None,
) -> UUID:
    """Record that duties are lessened by a share the head confirmed; refuses more than is left (L08 Đ47; L25
    Đ54).
    """
    case = lock_case(viewer, case_id, "cases.credit_share", expected_seq)
    return record(viewer, case, facts.MoneyCollected(parts, order_no, means), on=on, order_no=order_no)
