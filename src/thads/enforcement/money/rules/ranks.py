"""The rank in which a kind of duty is paid: a point of L08 Đ47.1 until 30/6/2026, of L25 Đ54.1 after."""

from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules.vocabulary import ObligationKind
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

POINTS = "abcdđe"
"""Points of an article in the order of the Vietnamese alphabet."""

register_sentences(
    {
        "money.no_rank": "Khoản “{kind}” không có thứ tự thanh toán: đây là tiền, tài sản của chính đương "
        "sự hoặc của Nhà nước, không chia cùng các khoản khác; hãy trả hoặc nộp riêng theo quyết định thi "
        "hành án.",
    }
)


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of payment: its point, its article, and whether we concluded it."""

    point: str
    basis: str
    is_derived: bool = False

    @property
    def order(self) -> int:
        """Place in the order of payment, the first being 0."""
        return POINTS.index(self.point)


def rank_of(kind: ObligationKind, *, on: date) -> Rank:
    """Return the rank of a kind of duty on the day; refuse kinds that are nobody's share of a pool."""
    ruling = LAW.obligations.of(kind).payment_rank(on)
    if ruling is None:
        basis = LAW.value("payment.rank_count", on=on).basis
        raise Refusal("money.no_rank", basis=basis, kind=LAW.label(kind))
    return Rank(str(ruling.value), ruling.basis, ruling.is_derived)
