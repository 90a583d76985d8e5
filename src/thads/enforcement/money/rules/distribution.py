"""Order of payment: a pool of money shared out step by step, each step with its article and its đồng.

Deductions first; then the secured (after the court fee of that judgment, when he is a creditor in
enforcement); then rank by rank within the circle, pro rata inside a rank; then other decisions; the rest is
the debtor's (L08 Đ47 and N62 Đ49 until 30/6/2026; L25 Đ54 and N152 Đ29–30 from 1/7/2026). The law of the day
of payment decides (L25 Đ116.3).

Derived, as no text says: a claim's due in the pro rata is principal and late interest together; whole đồng go
by the largest remainder; the secured outside enforcement is paid after the costs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thads.enforcement.cases.rules.vocabulary import ObligationKind
from thads.enforcement.money.rules.circle import CirclePlace, Standing, circle
from thads.enforcement.money.rules.pools import (
    Claim,
    DeductionKind,
    InterestOrder,
    Pool,
    PoolSource,
    check_pool,
)
from thads.enforcement.money.rules.proportions import shared
from thads.enforcement.money.rules.ranks import Rank, rank_of
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "money.secured_not_enforced": "Khoản {no} của việc {case} có tài sản bảo đảm nhưng chưa được thi "
        "hành; hãy ghi người nhận bảo đảm vào mục “người nhận bảo đảm không phải người được thi hành án”.",
        "money.security_without_asset": "Khoản {no} của việc {case} ghi có tài sản bảo đảm, nhưng tiền "
        "không thu từ tài sản bảo đảm hoặc tài sản kê biên cho một nghĩa vụ cụ thể; hãy sửa nguồn tiền hoặc "
        "bỏ bảo đảm.",
        "money.secured_missing": "Nguồn tiền là “{source}” nhưng chưa ghi khoản nào được bảo đảm; hãy ghi "
        "khoản được bảo đảm hoặc người nhận bảo đảm không phải người được thi hành án.",
    }
)

FROM_ASSETS = frozenset({PoolSource.SECURED_ASSET, PoolSource.NAMED_DUTY_ASSET, PoolSource.BAD_DEBT})


class StepKind(StrEnum):
    """The steps of sharing out, in their order."""

    DEDUCTION = "deduction"
    SECURED_OUTSIDE = "secured_outside"
    COURT_FEE_OF_JUDGMENT = "court_fee_of_judgment"
    SECURED = "secured"
    RANK = "rank"
    LATER_RANK = "later_rank"
    TO_DEBTOR = "to_debtor"


@dataclass(frozen=True, slots=True)
class Payment:
    """What one claim gets in one step; `kept` for a creditor who has not requested yet."""

    claim: Claim
    due: Dong
    amount: Dong
    principal: Dong
    interest: Dong
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the derivation: what is paid, the article, what was there before and what is left after."""

    kind: StepKind
    vi: str
    basis: str
    wanted: Dong
    before: Dong
    taken: Dong
    payments: tuple[Payment, ...] = ()
    is_derived: bool = False

    @property
    def after(self) -> Dong:
        """What is left after the step, đồng."""
        return self.before - self.taken

    @property
    def is_full(self) -> bool:
        """Whether all that was wanted has been paid."""
        return self.taken == self.wanted


@dataclass(frozen=True, slots=True)
class Distribution:
    """A pool shared out: where each claim stands, the steps, and what is left for the debtor."""

    pool: Pool
    on: date
    standings: tuple[Standing, ...]
    steps: tuple[Step, ...]

    @property
    def payments(self) -> tuple[Payment, ...]:
        """All payments in the order of the steps; a claim secured for a part may have two."""
        return tuple(payment for step in self.steps for payment in step.payments)

    @property
    def deducted(self) -> Dong:
        """Costs, rent and taxes taken first, đồng."""
        return sum(step.taken for step in self.steps if step.kind is StepKind.DEDUCTION)

    @property
    def paid_outside(self) -> Dong:
        """Paid to holders of security who are no creditors in enforcement, đồng."""
        return sum(step.taken for step in self.steps if step.kind is StepKind.SECURED_OUTSIDE)

    @property
    def kept(self) -> Dong:
        """Kept for co-creditors who have not requested, đồng."""
        return sum(payment.amount for payment in self.payments if payment.is_kept)

    @property
    def to_debtor(self) -> Dong:
        """What is left for the debtor, đồng."""
        return self.steps[-1].taken

    def of(self, claim: Claim) -> Dong:
        """Return what a claim gets or is kept in all, đồng."""
        return sum(payment.amount for payment in self.payments if payment.claim == claim)


def distribute(pool: Pool, claims: Sequence[Claim], *, on: date) -> Distribution:
    """Return how a pool is shared out on the day, to the đồng; refuse what the law of the day does not share
    so (L08 Đ47; L25 Đ54).
    """
    check_pool(pool, claims, on=on)
    for claim in claims:
        rank_of(claim.kind, on=on)
    standings = circle(pool, claims, on=on)
    _check_security(pool, standings, on)
    purse = _Purse(pool.amount, dict.fromkeys(claims, 0))
    steps = (*_deductions(purse, pool, on), *_outside(purse, pool, on))
    rounds = (*_secured(standings, on), *_ranks(standings, on))
    paid = tuple(_paid(purse, one) for one in rounds)
    return Distribution(pool, on, standings, (*steps, *paid, _to_debtor(purse, on)))


@dataclass(slots=True)
class _Purse:
    """What is left of the pool, and what each claim has got so far."""

    left: Dong
    got: dict[Claim, Dong] = field(default_factory=dict)

    def take(self, wanted: Dong) -> Dong:
        taken = min(self.left, wanted)
        self.left -= taken
        return taken


@dataclass(frozen=True, slots=True)
class _Round:
    """Claims paid together, pro rata; `limits` holds those paid up to an amount only."""

    kind: StepKind
    vi: str
    basis: str
    claims: tuple[Claim, ...]
    limits: Mapping[Claim, Dong] = field(default_factory=dict)
    kept: frozenset[Claim] = frozenset()
    is_derived: bool = False


def _check_security(pool: Pool, standings: Sequence[Standing], on: date) -> None:
    basis = LAW.value("payment.secured_first", on=on).basis
    secured = [one for one in standings if one.claim.security is not None]
    for one in secured:
        place = {"no": one.claim.no, "case": one.claim.case}
        if pool.source not in FROM_ASSETS:
            raise Refusal("money.security_without_asset", basis=basis, **place)
        if one.place not in {CirclePlace.IN_CIRCLE, CirclePlace.LATER}:
            raise Refusal("money.secured_not_enforced", basis=basis, **place)
    if pool.source in FROM_ASSETS and not secured and not pool.outside:
        raise Refusal("money.secured_missing", basis=basis, source=LAW.label(pool.source))


def _deductions(purse: _Purse, pool: Pool, on: date) -> Iterator[Step]:
    for one in sorted(pool.deductions, key=lambda one: list(DeductionKind).index(one.kind)):
        before, taken = purse.left, purse.take(one.amount)
        ruling = LAW.value(f"payment.deduction.{one.kind}", on=on)
        yield Step(StepKind.DEDUCTION, LAW.label(one.kind), ruling.basis, one.amount, before, taken)


def _outside(purse: _Purse, pool: Pool, on: date) -> Iterator[Step]:
    ruling = LAW.value("payment.secured_outside", on=on)
    for one in pool.outside:
        before, taken = purse.left, purse.take(one.amount)
        vi = f"{LAW.label(StepKind.SECURED_OUTSIDE)}: {one.name}"
        yield Step(
            StepKind.SECURED_OUTSIDE,
            vi,
            ruling.basis,
            one.amount,
            before,
            taken,
            is_derived=ruling.is_derived,
        )


def _secured(standings: Sequence[Standing], on: date) -> Iterator[_Round]:
    """Yield the court fee of the judgments that found the security, then the secured in their places."""
    basis = LAW.value("payment.secured_first", on=on).basis
    secured = [one.claim for one in standings if one.claim.security is not None]
    judgments = {claim.judgment for claim in secured if claim.judgment}
    fees = tuple(
        one.claim
        for one in standings
        if one.claim.kind is ObligationKind.COURT_FEE
        and one.claim.judgment in judgments
        and one.place in {CirclePlace.IN_CIRCLE, CirclePlace.LATER}
    )
    if fees:
        kind = StepKind.COURT_FEE_OF_JUDGMENT
        yield _Round(kind, LAW.label(kind), basis, fees)
    for place in sorted({claim.security.place for claim in secured if claim.security}):
        level = tuple(claim for claim in secured if claim.security and claim.security.place == place)
        limits = {
            claim: claim.security.up_to
            for claim in level
            if claim.security and claim.security.up_to is not None
        }
        yield _Round(StepKind.SECURED, LAW.label(StepKind.SECURED), basis, level, limits)


def _ranks(standings: Sequence[Standing], on: date) -> Iterator[_Round]:
    """Yield the ranks of the circle with the shares kept, then the ranks of the other decisions."""
    kept = frozenset(one.claim for one in standings if one.place is CirclePlace.KEPT)
    first = tuple(one.claim for one in standings if one.place in {CirclePlace.IN_CIRCLE, CirclePlace.KEPT})
    later = tuple(one.claim for one in standings if one.place is CirclePlace.LATER)
    yield from _by_rank(StepKind.RANK, first, kept, on)
    yield from _by_rank(StepKind.LATER_RANK, later, frozenset(), on)


def _by_rank(kind: StepKind, claims: Sequence[Claim], kept: frozenset[Claim], on: date) -> Iterator[_Round]:
    ranks: dict[Rank, list[Claim]] = {}
    for claim in claims:
        ranks.setdefault(rank_of(claim.kind, on=on), []).append(claim)
    rest = LAW.value("payment.rest", on=on).basis
    for rank in sorted(ranks, key=lambda rank: rank.order):
        basis = rank.basis if kind is StepKind.RANK else f"{rest}; {rank.basis}"
        vi = f"{LAW.label(kind)} {rank.point}"
        yield _Round(kind, vi, basis, tuple(ranks[rank]), kept=kept, is_derived=rank.is_derived)


def _paid(purse: _Purse, one: _Round) -> Step:
    """Pay the claims of a round pro rata to what is still due to them."""
    dues = tuple(_still_due(purse, one, claim) for claim in one.claims)
    before = purse.left
    amounts = shared(before, dues)
    payments = tuple(
        _payment(purse, claim, due, amount, is_kept=claim in one.kept)
        for claim, due, amount in zip(one.claims, dues, amounts, strict=True)
    )
    taken = purse.take(sum(amounts))
    return Step(one.kind, one.vi, one.basis, sum(dues), before, taken, payments, one.is_derived)


def _still_due(purse: _Purse, one: _Round, claim: Claim) -> Dong:
    left = claim.due - purse.got[claim]
    return min(left, one.limits.get(claim, left))


def _payment(purse: _Purse, claim: Claim, due: Dong, amount: Dong, *, is_kept: bool) -> Payment:
    """Return a payment with its split: what went to interest by now, less what had gone before."""
    got = purse.got[claim]
    purse.got[claim] = got + amount
    interest = _interest_in(claim, got + amount) - _interest_in(claim, got)
    return Payment(claim, due, amount, amount - interest, interest, is_kept)


def _interest_in(claim: Claim, paid: Dong) -> Dong:
    """Return how much of all that was paid on a claim is late interest (TL11 Đ6.1; N152 Đ29.1)."""
    if claim.order is InterestOrder.INTEREST_FIRST:
        return min(paid, claim.interest)
    return max(0, paid - claim.principal)


def _to_debtor(purse: _Purse, on: date) -> Step:
    basis = LAW.value("payment.rest", on=on).basis
    before = purse.left
    vi = LAW.label(StepKind.TO_DEBTOR)
    return Step(StepKind.TO_DEBTOR, vi, basis, before, before, purse.take(before))
