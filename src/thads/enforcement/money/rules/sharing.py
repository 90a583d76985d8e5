"""From a pool that waits to shares in accounts: what the officer says of the money, the claims of the
debtor's cases, and each step of the order of payment turned into đồng for a purse or another case (L08 Đ47;
N62 Đ49; L25 Đ54; N152 Đ29–30).

Preview and confirmation go through the same function, so that what is confirmed is what was shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules.briefs import CaseBrief, DutyBrief
from thads.enforcement.cases.rules.vocabulary import CollectionMeans, Initiation, ObligationKind
from thads.enforcement.money.rules.distribution import Distribution, Payment, StepKind, distribute
from thads.enforcement.money.rules.facts import Share
from thads.enforcement.money.rules.pools import (
    Claim,
    Deduction,
    DeductionKind,
    OutsideSecured,
    Pool,
    PoolSource,
    Security,
)
from thads.enforcement.money.rules.vocabulary import Purse
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "money.pool_too_small": "Số tiền chờ phân chia của việc {number} là {held} đồng, ít hơn {asked} đồng "
        "định chia.",
        "money.share_of_stranger": "Khoản {no} của việc {number} không thuộc các việc của cùng người phải "
        "thi hành án "
        "tại cơ quan; hãy kiểm tra lại.",
    }
)


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """What the officer adds to a duty: late interest due, or its security upon the asset sold."""

    case: str
    no: int
    interest: Dong = 0
    secured_place: int = 0
    secured_up_to: Dong | None = None


@dataclass(frozen=True, slots=True)
class CoCreditor:
    """A creditor of the same judgment who has not requested: his share is kept (TL11 Đ6.2; N152 Đ30.2)."""

    creditor: str
    amount: Dong
    judgment: str
    kind: ObligationKind = ObligationKind.OTHER
    request_until: date | None = None


@dataclass(frozen=True, slots=True)
class SharingAsked:
    """What is to be shared and what is known of the money; no amount means all that waits."""

    source: PoolSource = PoolSource.NOT_COERCED
    amount: Dong | None = None
    circle_on: date | None = None
    deductions: tuple[Deduction, ...] = ()
    outside: tuple[OutsideSecured, ...] = ()
    notes: tuple[ClaimNote, ...] = ()
    co_creditors: tuple[CoCreditor, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseShare:
    """What one duty of one case gets: principal, which lessens it, and late interest."""

    case: CaseBrief
    no: int
    principal: Dong
    interest: Dong

    @property
    def amount(self) -> Dong:
        return self.principal + self.interest


@dataclass(frozen=True, slots=True)
class Sharing:
    """A pool shared out: the derivation, the shares booked in the account, and those of each duty."""

    distribution: Distribution
    shares: tuple[Share, ...]
    duties: tuple[CaseShare, ...]

    @property
    def means(self) -> CollectionMeans:
        """How the money came in, for the fee and the figures."""
        is_free = self.distribution.pool.source in (PoolSource.NOT_COERCED, PoolSource.AGREED_HANDOVER)
        return CollectionMeans.VOLUNTARY if is_free else CollectionMeans.COERCION


DEDUCTED_INTO = {
    DeductionKind.ENFORCEMENT_COST: Purse.COST,
    DeductionKind.RENT_SETASIDE: Purse.DEBTOR,
    DeductionKind.REGISTRATION_FEE: Purse.THIRD_PARTY,
    DeductionKind.TRANSFER_TAX: Purse.THIRD_PARTY,
}
"""Where what is taken first is held: the rent is the debtor's, fee and tax of the transfer go to their
office.
"""


def share_out(cases: Sequence[CaseBrief], held: Dong, asked: SharingAsked, *, on: date) -> Sharing:
    """Return how the pool of the first case is shared out among the debtor's cases on the day, to the đồng;
    refuses more than waits, and what the law of the day does not share so (L08 Đ47; L25 Đ54).
    """
    own = cases[0]
    amount = held if asked.amount is None else asked.amount
    if amount > held:
        raise Refusal("money.pool_too_small", basis="T78 Đ11.2", number=own.number, held=held, asked=amount)
    pool = Pool(
        amount=amount, source=asked.source, case=own.number, agency=own.agency, circle_on=asked.circle_on,
        deductions=tuple(one for one in asked.deductions if one.amount), outside=asked.outside,
    )  # fmt: skip
    claims = claims_of(cases, asked, on=on)
    found = distribute(pool, claims, on=on)
    duties = tuple(_case_shares(cases, found))
    return Sharing(found, tuple(_shares(own, found, duties)), duties)


def claims_of(cases: Sequence[CaseBrief], asked: SharingAsked, *, on: date) -> tuple[Claim, ...]:
    """Return the claims upon a pool: every open duty of the debtor's cases that has a rank, with what the
    officer notes of it, and the co-creditors who have not requested.
    """
    own, notes = cases[0], {(note.case, note.no): note for note in asked.notes}
    reach = cases if asked.source is not PoolSource.NOT_COERCED else cases[:1]
    found = [
        _claim(case, duty, notes.pop((case.number, duty.no), ClaimNote(case.number, duty.no)))
        for case in reach
        for duty in case.duties
        if _shares_in(duty, notes.get((case.number, duty.no)), on)
    ]
    for number, no in notes:
        raise Refusal("money.share_of_stranger", basis="L08 Đ47; L25 Đ54", number=number, no=no)
    kept = [
        Claim(
            case="", no=place, kind=one.kind, creditor=one.creditor, principal=one.amount, agency=own.agency,
            judgment=one.judgment or own.judgment_no, request_until=one.request_until,
        )
        for place, one in enumerate(asked.co_creditors, start=1)
    ]  # fmt: skip
    return (*found, *kept)


def _shares_in(duty: DutyBrief, note: ClaimNote | None, on: date) -> bool:
    is_due = duty.remaining > 0 or (note is not None and note.interest > 0)
    return duty.is_open and is_due and LAW.obligations.of(duty.kind).payment_rank(on) is not None


def _claim(case: CaseBrief, duty: DutyBrief, note: ClaimNote) -> Claim:
    ex_officio = case.initiation is Initiation.EX_OFFICIO
    return Claim(
        case=case.number, no=duty.no, kind=duty.kind, creditor=duty.creditor or case.creditor,
        principal=duty.remaining, interest=note.interest, agency=case.agency, judgment=case.judgment_no,
        ex_officio=ex_officio, enforced_on=case.decided_on,
        requested_on=None if ex_officio else case.requested_on or case.decided_on,
        security=Security(note.secured_place, note.secured_up_to) if note.secured_place else None,
    )  # fmt: skip


def _case_shares(cases: Sequence[CaseBrief], found: Distribution) -> Iterator[CaseShare]:
    """Sum up what each duty gets over the steps."""
    by_number = {case.number: case for case in cases}
    sums: dict[tuple[str, int], tuple[Dong, Dong]] = {}
    for payment in found.payments:
        if payment.amount and not payment.is_kept and payment.claim.case in by_number:
            key = (payment.claim.case, payment.claim.no)
            principal, interest = sums.get(key, (0, 0))
            sums[key] = (principal + payment.principal, interest + payment.interest)
    for (number, no), (principal, interest) in sums.items():
        yield CaseShare(by_number[number], no, principal, interest)


def _shares(own: CaseBrief, found: Distribution, duties: Sequence[CaseShare]) -> Iterator[Share]:
    """Turn the derivation into đồng by purse; what other cases get leaves with their id."""
    kinds = iter(sorted(found.pool.deductions, key=lambda one: list(DeductionKind).index(one.kind)))
    for step in found.steps:
        if step.kind is StepKind.DEDUCTION:
            purse = DEDUCTED_INTO[next(kinds).kind]
            yield from _some(Share(purse, step.taken, words=step.vi))
        elif step.kind is StepKind.SECURED_OUTSIDE:
            yield from _some(Share(Purse.THIRD_PARTY, step.taken, words=step.vi))
        elif step.kind is StepKind.TO_DEBTOR:
            yield from _some(Share(Purse.DEBTOR, step.taken, words=step.vi))
        yield from _kept(step.payments)
    for duty in duties:
        if duty.case.case_id == own.case_id:
            yield from _some(Share(Purse.DUTY, duty.principal, duty.no))
            yield from _some(Share(Purse.INTEREST, duty.interest, duty.no))
        else:
            words = f"Việc {duty.case.number}, khoản {duty.no}"
            yield Share(Purse.DUTY, duty.amount, duty.no, str(duty.case.case_id), words)


def _kept(payments: Sequence[Payment]) -> Iterator[Share]:
    for payment in payments:
        if payment.is_kept:
            words = f"{LAW.label(Purse.KEPT)}: {payment.claim.creditor}"
            yield from _some(Share(Purse.KEPT, payment.amount, words=words))


def _some(share: Share) -> Iterator[Share]:
    if share.amount:
        yield share
