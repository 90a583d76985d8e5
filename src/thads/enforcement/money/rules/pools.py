"""What is shared out and among whom: the pool of money, what is taken from it first, the claims upon it.

Values only; who is in the circle says `circle`, who gets what says `distribution`. Law: L08 Đ47, 115.5 and
N62 Đ49 until 30/6/2026; L25 Đ54, 89.2 and N152 Đ29–30 from 1/7/2026.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.enforcement.cases.rules.vocabulary import ObligationKind
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "money.pool_empty": "Số tiền để chia phải lớn hơn 0 đồng; hãy nhập số tiền đã thu thật.",
        "money.pool_needs_day": "Tiền từ “{source}” phải ghi ngày xác định những người được thanh toán: "
        "ngày quyết định cưỡng chế (quyết định kê biên đầu tiên), hoặc ngày biên bản giao tài sản.",
        "money.pool_before_its_day": "Ngày thanh toán {on} sớm hơn ngày {circle_on} xác định những người "
        "được thanh toán; hãy kiểm tra lại hai ngày.",
        "money.pool_elsewhere": "“{source}”: số tiền này không chia theo thứ tự thanh toán của Luật Thi "
        "hành án dân sự; hãy thanh toán theo {instead}.",
        "money.deduction_unlawful": "Ngày {on} không được trừ “{kind}” trước khi thanh toán; khoản này được "
        "trừ từ ngày {since}. Hãy bỏ khoản trừ này.",
        "money.deduction_twice": "“{kind}” được trừ hai lần; hãy cộng vào một khoản.",
        "money.claim_twice": "Khoản {no} của việc {case} được ghi hai lần; mỗi khoản chỉ ghi một lần.",
    }
)


class PoolSource(StrEnum):
    """Where the money to be shared came from; the source decides who is in the circle."""

    NOT_COERCED = "not_coerced"
    COERCION = "coercion"
    AGREED_HANDOVER = "agreed_handover"
    SECURED_ASSET = "secured_asset"
    NAMED_DUTY_ASSET = "named_duty_asset"
    BANKRUPTCY = "bankruptcy"
    BAD_DEBT = "bad_debt"


class DeductionKind(StrEnum):
    """What is taken from the pool before anyone is paid, in this order (L08 Đ47.1; L25 Đ54.1)."""

    ENFORCEMENT_COST = "enforcement_cost"
    RENT_SETASIDE = "rent_setaside"
    REGISTRATION_FEE = "registration_fee"
    TRANSFER_TAX = "transfer_tax"


class InterestOrder(StrEnum):
    """Which part of a debt a payment lessens first (TL11 Đ6.1; N152 Đ29.1)."""

    PRINCIPAL_FIRST = "principal_first"
    INTEREST_FIRST = "interest_first"


@dataclass(frozen=True, slots=True)
class Deduction:
    """An amount taken before the ranks."""

    kind: DeductionKind
    amount: Dong


@dataclass(frozen=True, slots=True)
class OutsideSecured:
    """A holder of pledge or mortgage who is no creditor in enforcement (L08 Đ47.3; L25 Đ54.3)."""

    name: str
    amount: Dong


@dataclass(frozen=True, slots=True)
class Security:
    """A creditor's security upon the asset sold: his place among those secured by it, and how much it secures
    (none: all).
    """

    place: int = 1
    up_to: Dong | None = None


@dataclass(frozen=True, slots=True)
class Pool:
    """Money to be shared out, the case it came in for, and the agency that shares it.

    `circle_on` fixes the circle: the coercion decision (with further seizures the first one), or the minutes
    of handing the asset over by agreement (N152 Đ29.3); money not coerced needs none.
    """

    amount: Dong
    source: PoolSource
    case: str
    agency: str
    circle_on: date | None = None
    deductions: tuple[Deduction, ...] = ()
    outside: tuple[OutsideSecured, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One duty of the debtor that may share in the pool, with what is due on the day of sharing.

    `enforced_on`: the day of its enforcement decision, none when there is none yet; `requested_on`: the day
    the creditor requested; `request_until`: the last day on which a request is still possible.
    """

    case: str
    no: int
    kind: ObligationKind
    creditor: str
    principal: Dong
    interest: Dong = 0
    agency: str = ""
    judgment: str = ""
    ex_officio: bool = False
    enforced_on: date | None = None
    requested_on: date | None = None
    request_until: date | None = None
    security: Security | None = None
    order: InterestOrder = InterestOrder.PRINCIPAL_FIRST

    @property
    def due(self) -> Dong:
        """Principal and late interest, đồng."""
        return self.principal + self.interest

    @property
    def has_asked(self) -> bool:
        """Whether the creditor has requested, or nobody need: the decision is ex officio."""
        return self.ex_officio or self.requested_on is not None

    def is_enforced(self, on: date) -> bool:
        """Say whether its enforcement decision stood on the day."""
        return self.enforced_on is not None and self.enforced_on <= on


_ELSEWHERE = {
    PoolSource.BANKRUPTCY: {
        Regime.R2008: ("L08 Đ47.4", "pháp luật về phá sản"),
        Regime.R2025: ("L25 Đ54.5", "pháp luật về phục hồi, phá sản"),
    },
    PoolSource.BAD_DEBT: {
        Regime.R2025: (
            "L25 Đ54.4",
            "pháp luật về các tổ chức tín dụng, sau khi trích tiền thuê nhà (nếu có)",
        ),
    },
}
"""Money that other laws share out, with the article that says so."""


def check_pool(pool: Pool, claims: Sequence[Claim], *, on: date) -> None:
    """Refuse a pool that cannot be shared on the day, deductions without law, and claims entered twice."""
    _check_amounts(pool, claims)
    _check_source(pool, on)
    _check_deductions(pool, on)
    seen: set[tuple[str, int]] = set()
    for claim in claims:
        if (claim.case, claim.no) in seen:
            raise Refusal("money.claim_twice", no=claim.no, case=claim.case)
        seen.add((claim.case, claim.no))


def _check_amounts(pool: Pool, claims: Sequence[Claim]) -> None:
    if dong(pool.amount) == 0:
        raise Refusal("money.pool_empty")
    for amount in (
        *(one.amount for one in pool.deductions),
        *(one.amount for one in pool.outside),
        *(part for claim in claims for part in (claim.principal, claim.interest)),
        *(claim.security.up_to for claim in claims if claim.security and claim.security.up_to is not None),
    ):
        dong(amount)


def _check_source(pool: Pool, on: date) -> None:
    if other := _ELSEWHERE.get(pool.source, {}).get(LAW.regime(on)):
        basis, instead = other
        raise Refusal("money.pool_elsewhere", basis=basis, source=LAW.label(pool.source), instead=instead)
    basis = LAW.value("payment.circle", on=on).basis
    if pool.source is not PoolSource.NOT_COERCED and pool.circle_on is None:
        raise Refusal("money.pool_needs_day", basis=basis, source=LAW.label(pool.source))
    if pool.circle_on is not None and on < pool.circle_on:
        raise Refusal("money.pool_before_its_day", basis=basis, on=on, circle_on=pool.circle_on)


def _check_deductions(pool: Pool, on: date) -> None:
    kinds = [one.kind for one in pool.deductions]
    for kind in kinds:
        ruling = LAW.value(key := f"payment.deduction.{kind}", on=on)
        if not ruling.value:
            since = LAW.timeline(key).steps[-1].since
            raise Refusal(
                "money.deduction_unlawful", basis=ruling.basis, kind=LAW.label(kind), on=on, since=since
            )
        if kinds.count(kind) > 1:
            raise Refusal("money.deduction_twice", kind=LAW.label(kind))
