"""The orders of a case: every decision that somebody signed, to whom it must be told, and whether it was.

Each order is told to the parties and sent to the procuracy within three working days (L08 Đ38–39; L25 Đ35);
the exceptions stand on the facts (`told_to`). Histories taken in name no signer and owe nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import HistoryFact, standing
from thads.enforcement.cases.rules.vocabulary import OrderRecipient

Sent = Mapping[tuple[int, OrderRecipient], date]


@dataclass(frozen=True, slots=True)
class CaseOrder:
    """One order of a case: its place in the case (from 1), kind of fact, number, day, signer, and when it was
    told and sent; `owes` are the recipients who must still have it.
    """

    seq: int
    kind: str
    order_no: str
    issued_on: date
    signer: str
    parties_told_on: date | None = None
    procuracy_sent_on: date | None = None
    owes: tuple[OrderRecipient, ...] = ()


def orders_of(lines: Sequence[HistoryFact]) -> tuple[CaseOrder, ...]:
    """Return the orders of a history that stand, in the order of the law."""
    sent = {(fact.of, fact.to): line.took_effect for line, fact in _sendings(lines)}
    return tuple(_orders(lines, sent))


def _sendings(lines: Sequence[HistoryFact]) -> Iterator[tuple[HistoryFact, f.OrderSent]]:
    for place in standing(lines):
        fact = lines[place].fact
        if isinstance(fact, f.OrderSent):
            yield lines[place], fact


def _orders(lines: Sequence[HistoryFact], sent: Sent) -> Iterator[CaseOrder]:
    bailiff = ""
    for place in standing(lines):
        fact = lines[place].fact
        if isinstance(fact, f.Order) and (bailiff or not isinstance(fact, f.BailiffAssigned)):
            yield _order(place + 1, lines[place], fact, sent)
        if isinstance(fact, f.DecisionIssued | f.CarriedOver | f.BailiffAssigned):
            bailiff = fact.bailiff


def _order(seq: int, line: HistoryFact, fact: f.Order, sent: Sent) -> CaseOrder:
    assert line.fact is not None
    owed = [one for one in fact.told_to if fact.signer and (seq, one) not in sent]
    return CaseOrder(
        seq, line.fact.kind, line.order_no, line.took_effect, fact.signer,
        sent.get((seq, OrderRecipient.PARTIES)), sent.get((seq, OrderRecipient.PROCURACY)), tuple(owed),
    )  # fmt: skip
