"""Mending orders by new orders: amended, withdrawn, annulled by a superior (L08 Đ37; L25 Đ52; T04 Đ36.4).

Nothing is overwritten. The enforcement decision itself is recalled with `recall_decision`.
"""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.folding import known_on
from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.moves import MOVES
from thads.enforcement.cases.rules.rights import HEADS
from thads.enforcement.cases.rules.targets import Told, is_bailiffs_own, target_of, withdrawing
from thads.enforcement.cases.rules.words import act_name
from thads.enforcement.documents.numbering import order_number
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.not_own_order": "{target} do Thủ trưởng cơ quan ra; Chấp hành viên chỉ sửa đổi, thu hồi "
        "quyết định do mình ban hành. Hãy trình Thủ trưởng.",
        "cases.not_heads_order": "{target} do Chấp hành viên ra; Thủ trưởng không sửa đổi, thu hồi thay mà "
        "yêu cầu Chấp hành viên sửa đổi, thu hồi, hoặc ra quyết định hủy.",
        "cases.annulled_by_superior_only": "{target} do Thủ trưởng cơ quan ra; chỉ cơ quan quản lý cấp "
        "trên trực tiếp mới được hủy.",
    }
)

ANNULLED = "annulled_by_superior"


@action("cases.amend_order")
def amend_order(
    *, viewer: Viewer, case_id: UUID, on: date, of: int, content: str, expected_seq: int | None = None
) -> UUID:
    """Mend an error that does not change the content of an order; `of` is its place in the case (L08 Đ37.2;
    L25 Đ52.2).

    Refuses what is no order of the case, and the order of another.
    """
    case = lock_case(viewer, case_id, "cases.amend_order", expected_seq)
    _check_own(viewer, case, _target(case, of, on, facts.OrderAmended))
    order_no = order_number(case.agency, "recall", on)
    return record(viewer, case, facts.OrderAmended(of, content), on=on, order_no=order_no)


@action("cases.withdraw_order")
def withdraw_order(
    *, viewer: Viewer, case_id: UUID, on: date, of: int, ground: str, expected_seq: int | None = None
) -> UUID:
    """Recall an order other than the enforcement decision: the measure it began ends, the rest it brought
    is over (L08 Đ37.1; L25 Đ52.1).

    Refuses an order whose effect cannot be taken back so, and the order of another.
    """
    case = lock_case(viewer, case_id, "cases.withdraw_order", expected_seq)
    target = _target(case, of, on, facts.OrderWithdrawn)
    _check_own(viewer, case, target)
    return _withdraw(viewer, case, target, facts.OrderWithdrawn(of, ground), on)


@action("cases.annul_order")
def annul_order(*, viewer: Viewer, case_id: UUID, on: date, of: int, expected_seq: int | None = None) -> UUID:
    """Annul an order that its issuer does not mend: the head those of his bailiffs, a superior those of the
    head (L08 Đ37.3; L25 Đ52.4).
    """
    case = lock_case(viewer, case_id, "cases.annul_order", expected_seq)
    target = _target(case, of, on, facts.OrderWithdrawn)
    _check_superior(viewer, case, target)
    return _withdraw(viewer, case, target, facts.OrderWithdrawn(of, ANNULLED, is_annulled=True), on)


def _withdraw(
    viewer: Viewer, case: EnforcementCase, target: Told, fact: facts.OrderWithdrawn, on: date
) -> UUID:
    state, _told = known_on(case, on)
    order_no = order_number(case.agency, "recall", on)
    return record(viewer, case, withdrawing(target, state, fact), on=on, order_no=order_no)


def _target(case: EnforcementCase, of: int, on: date, shape: type[facts.CaseFact]) -> Told:
    _state, told = known_on(case, on)
    return target_of(told, of, basis=MOVES[shape].basis(on))


def _check_own(viewer: Viewer, case: EnforcementCase, target: Told) -> None:
    """Refuse a bailiff the orders of the head, and a head those of the bailiff unless he runs the case
    himself (L08 Đ23.1g, 37; L25 Đ22.2k, 52).
    """
    roles, is_own = viewer.roles_at(case.agency), is_bailiffs_own(target.fact)
    name = act_name(target.fact)
    if is_own and Role.BAILIFF not in roles and case.bailiff not in viewer.staff_codes:
        raise Refusal("cases.not_heads_order", basis="L08 Đ23.1g, 37; L25 Đ22.2k, 52", target=name)
    if not is_own and not roles & HEADS:
        raise Refusal("cases.not_own_order", basis="L08 Đ37; L25 Đ52", target=name)


def _check_superior(viewer: Viewer, case: EnforcementCase, target: Told) -> None:
    above = any(
        post.role in SUPERIORS and post.agency != case.agency
        for post in viewer.posts
        if case.agency in post.reach
    )
    if not is_bailiffs_own(target.fact) and not above:
        raise Refusal(
            "cases.annulled_by_superior_only", basis="L08 Đ37.3; L25 Đ52.4", target=act_name(target.fact)
        )


SUPERIORS = frozenset({Role.CENTRAL_HEAD, Role.AGENCY_HEAD, Role.DEPUTY_HEAD})
