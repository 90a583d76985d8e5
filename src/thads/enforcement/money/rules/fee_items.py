"""Which money received still wants a fee decision, and what the fee on it is (L08 Đ60; L25 Đ53.1; T216 Đ4–6).

The head decides the fee for each payment (T216 Đ5.1): each fact that brought money for a creditor's duty is
one item. The fee grows with what the payee received before; a payment learnt late or taken back changes the
later fees, and the whole series is computed anew (T216 Đ5.5).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules.briefs import CaseBrief
from thads.enforcement.cases.rules.vocabulary import CollectionMeans, Initiation
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.facts import AccountFact
from thads.enforcement.money.rules.fee_relief import FeePayer, Requester, fee_payer
from thads.enforcement.money.rules.fees import (
    FeeLine,
    FeeManner,
    FeeReceipt,
    fee_series,
)
from thads.enforcement.money.rules.vocabulary import Purse
from thads.kernel.money import Dong
from thads.kernel.names import fold


@dataclass(frozen=True, slots=True)
class Standing:
    """A fact of an account that stands, with its place and its day."""

    seq: int
    fact: AccountFact
    on: date


@dataclass(frozen=True, slots=True)
class FeeItem:
    """Money received for a duty: by which fact, how much, how; its fee line, and the fee decided for it if
    any.
    """

    no: int
    source_seq: int
    on: date
    base: Dong
    manner: FeeManner
    line: FeeLine
    decided: Dong | None
    payer: str

    @property
    def is_waiting(self) -> bool:
        """Whether a fee is due on it that nobody has decided."""
        return self.decided is None and self.line.fee > 0


@dataclass(frozen=True, slots=True)
class FeeCheck:
    """The fees of one duty: as decided so far, and as they should be by the whole series (T216 Đ5.5)."""

    no: int
    decided: Dong
    should: Dong

    @property
    def difference(self) -> Dong:
        """More to collect, or with a minus to give back, in đồng."""
        return self.should - self.decided


def fee_items(case: CaseBrief, facts: Iterable[Standing]) -> Sequence[FeeItem]:
    """Return every payment that came in for duties that bear a fee, by payee and day, each with its fee
    line.
    """
    facts = list(facts)
    decided = {(one.fact.no, one.fact.source_seq): one for one in facts if isinstance(one.fact, f.FeeDecided)}
    found: list[FeeItem] = []
    for nos in _nos_by_payee(case).values():
        sources = [s for s in _sources(case, facts) if s[0] in nos and _payer(case, s) is not FeePayer.NOBODY]
        receipts = [_receipt(case, source, decided) for source in sources]
        lines = {line.receipt.key: line for line in fee_series(receipts)}
        for source in sources:
            no, at, base, manner = source
            known = decided.get((no, at.seq))
            amount = known.fact.amount if known and isinstance(known.fact, f.FeeDecided) else None
            line, payer = lines[_key(no, at.seq)], _payer_name(case, source)
            found.append(FeeItem(no, at.seq, at.on, base, manner, line, amount, payer))
    return sorted(found, key=lambda item: (item.on, item.source_seq, item.no))


def fee_checks(case: CaseBrief, facts: Iterable[Standing]) -> Sequence[FeeCheck]:
    """Return the duties whose fees, computed anew over the whole series, differ from what was decided (T216
    Đ5.5).

    A payment without a decision yet is no error; one whose receipt is gone is.
    """
    facts = list(facts)
    items = [item for item in fee_items(case, facts) if item.decided is not None]
    found = []
    for no in case.nos:
        decided = sum(
            one.fact.amount for one in facts if isinstance(one.fact, f.FeeDecided) and one.fact.no == no
        )
        corrected = sum(
            one.fact.after - one.fact.before
            for one in facts
            if isinstance(one.fact, f.FeeCorrected) and one.fact.no == no
        )
        should = sum(item.line.fee for item in items if item.no == no)
        if decided + corrected != should:
            found.append(FeeCheck(no, decided + corrected, should))
    return found


def _nos_by_payee(case: CaseBrief) -> Mapping[str, frozenset[int]]:
    payees: dict[str, set[int]] = {}
    for duty in case.duties:
        payees.setdefault(fold(duty.creditor or case.creditor), set()).add(duty.no)
    return {payee: frozenset(nos) for payee, nos in payees.items()}


Source = tuple[int, Standing, Dong, FeeManner]


def _sources(case: CaseBrief, facts: Iterable[Standing]) -> list[Source]:
    """Return obligation, fact, đồng and manner of everything that came in for an obligation, by day."""
    found: list[Source] = []
    for one in sorted(facts, key=lambda one: (one.on, one.seq)):
        found += [(no, one, base, _manner(case, one)) for no, base in _credits(one.fact)]
    return found


def _credits(fact: AccountFact) -> list[tuple[int, Dong]]:
    match fact:
        case f.Received() | f.ShareReceived():
            return [(part.no, part.amount) for part in fact.parts if part.amount]
        case f.PoolShared():
            sums: dict[int, Dong] = {}
            for share in fact.shares:
                if share.purse in (Purse.DUTY, Purse.INTEREST) and not share.case_id:
                    sums[share.no] = sums.get(share.no, 0) + share.amount
            return list(sums.items())
        case f.SetOff() if fact.place is None:
            return [(fact.no, fact.amount)]
        case _:
            return []


def _manner(case: CaseBrief, one: Standing) -> FeeManner:
    """Return how money came to the payee: coerced, within the voluntary period, else collected (T216 Đ4.5,
    6.8).
    """
    if getattr(one.fact, "means", None) is CollectionMeans.COERCION:
        return FeeManner.COERCED
    if case.voluntary_until is None or one.on <= case.voluntary_until:
        return FeeManner.VOLUNTARY_PERIOD
    return FeeManner.COLLECTED


def _receipt(case: CaseBrief, source: Source, decided: Mapping[tuple[int, int], Standing]) -> FeeReceipt:
    no, at, base, manner = source
    duty = next(duty for duty in case.duties if duty.no == no)
    known = decided.get((no, at.seq))
    ground = known.fact.ground if known and isinstance(known.fact, f.FeeDecided) else ""
    return FeeReceipt(_key(no, at.seq), at.on, base, manner, duty.kind, ground)


def _key(no: int, seq: int) -> str:
    return f"{no}.{seq}"


def _payer(case: CaseBrief, source: Source) -> FeePayer:
    """Return who pays the fee on money that came in (L08 Đ60; L25 Đ53.1)."""
    _no, at, _base, manner = source
    return fee_payer(on=at.on, requested_by=_requester(case), decided_on=case.decided_on, manner=manner).payer


def _requester(case: CaseBrief) -> Requester:
    if case.initiation is Initiation.EX_OFFICIO:
        return Requester.NOBODY
    debtors = {fold(duty.debtor) for duty in case.duties if duty.debtor}
    return Requester.DEBTOR if case.requester and fold(case.requester) in debtors else Requester.CREDITOR


def _payer_name(case: CaseBrief, source: Source) -> str:
    duty = case.duty(source[0])
    if _payer(case, source) is FeePayer.DEBTOR:
        return (duty.debtor if duty else "") or case.debtor
    return (duty.creditor if duty else "") or case.creditor
