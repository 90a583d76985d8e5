"""Which posts a person may hold side by side, and which posts a kind of agency has.

Who keeps the books never keeps the cash (T78 Đ8.4). Posts of private offices exist there alone, and no others
do (L25 Đ26–31; N151): such an office is no agency of the State.
"""

from collections.abc import Iterable

from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.foundation.organisation.rules.private_offices import POSTS_OF_OFFICES
from thads.foundation.organisation.rules.signing import Seat
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "organisation.duties_not_separate": "{name} đang là {held} tại {agency} từ {since} đến {until} nên "
        "không thể đồng thời là {role}: kế toán không được kiêm thủ quỹ. Hãy bố trí người khác, hoặc kết "
        "thúc chức danh kia trước.",
        "organisation.post_of_other_kind": "Chức danh {role} không có tại {agency} ({kind}); hãy kiểm tra "
        "chức danh và cơ quan.",
    }
)

NEVER_TOGETHER = frozenset({Role.ACCOUNTANT, Role.CASHIER})


def check_separation(wish: Seat, others: Iterable[Seat]) -> None:
    """Refuse making an accountant the cashier, or the reverse, on any day, wherever it is (T78 Đ8.4)."""
    if wish.role not in NEVER_TOGETHER:
        return
    for held in others:
        if held.role in NEVER_TOGETHER - {wish.role} and held.span.overlaps(wish.span):
            until = held.span.end if held.span.end is not None else "nay"
            raise Refusal(
                "organisation.duties_not_separate", basis="T78 Đ8.4", name=wish.name,
                held=LAW.label(held.role), role=LAW.label(wish.role), agency=held.agency,
                since=held.span.start, until=until,
            )  # fmt: skip


def check_post_fits(role: Role, kind: AgencyKind, *, agency: str) -> None:
    """Refuse a post of a private office elsewhere, and a public officer's post in such an office."""
    private = kind is AgencyKind.PRIVATE_OFFICE
    if (role in POSTS_OF_OFFICES) is not private and role not in SERVING_BOTH:
        raise Refusal(
            "organisation.post_of_other_kind", basis="L25 Đ26–31", role=LAW.label(role), agency=agency,
            kind=LAW.label(kind),
        )  # fmt: skip


SERVING_BOTH = frozenset({Role.CLERK, Role.ACCOUNTANT, Role.CASHIER, Role.KEEPER, Role.ARCHIVIST})
"""Posts of ordinary office work, which a private office has too [derived]."""
