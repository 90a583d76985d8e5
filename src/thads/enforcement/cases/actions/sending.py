"""Telling orders to the parties and sending them to the procuracy and others (L08 Đ38–39; L25 Đ35; N152
Đ42.7).
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.order_pages import OrderRef
from thads.enforcement.cases.rules.vocabulary import OrderRecipient
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences({"cases.nothing_to_send": "Hãy chọn ít nhất một quyết định để gửi."})


@action("cases.send_order")
def send_order(
    *,
    viewer: Viewer,
    case_id: UUID,
    of: int,
    to: OrderRecipient,
    on: date,
    manner: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Record that an order was told to the parties or sent to a body; `of` is its place in the case (L08
    Đ38–39; L25 Đ35).

    Refuses what is no order of the case, and a day before that of the order.
    """
    case = lock_case(viewer, case_id, "cases.send_order", expected_seq)
    return record(viewer, case, facts.OrderSent(of, to, manner), on=on)


@action("cases.send_orders")
def send_orders(
    *,
    viewer: Viewer,
    orders: tuple[OrderRef, ...],
    to: tuple[OrderRecipient, ...],
    on: date,
    manner: str = "",
) -> int:
    """Record that many orders, of one case or of several, went to the same recipients on a day; return how
    many sendings that were. All are recorded, or none (L08 Đ38–39; L25 Đ35).
    """
    if not orders or not to:
        raise Refusal("cases.nothing_to_send", basis="L08 Đ38–39; L25 Đ35")
    for case_id, places in _by_case(orders).items():
        case = lock_case(viewer, case_id, "cases.send_orders", None)
        for of in places:
            for recipient in to:
                record(viewer, case, facts.OrderSent(of, recipient, manner), on=on)
    return len(orders) * len(to)


def _by_case(orders: Sequence[OrderRef]) -> dict[UUID, list[int]]:
    found: dict[UUID, list[int]] = {}
    for one in orders:
        found.setdefault(one.case_id, []).append(one.of)
    return found
