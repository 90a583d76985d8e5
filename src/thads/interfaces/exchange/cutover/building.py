"""Rows that may come in as cases and balances: the decision on its day, how each obligation stood, what is
held.

No step is invented: what lies between the decision and the cut-over is one entry that says what is known.
"""

from collections.abc import Sequence
from datetime import date

from thads.enforcement.cases.rules.carrying import CarriedCase, SourceRow
from thads.enforcement.cases.rules.dates import voluntary_end
from thads.enforcement.cases.rules.facts import CarriedLine, CarriedOver, DecisionIssued, Duty, Part
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import (
    CarriedDoubt,
    IntakeRoute,
    ObligationKind,
    ObligationStatus,
    PartyRole,
)
from thads.enforcement.money.rules.facts import BalanceCarried, Lying, Sum
from thads.enforcement.money.rules.vocabulary import Place, Purse
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.columns import BY_KEY
from thads.interfaces.exchange.cutover.rows import OldBook, OldRow
from thads.interfaces.exchange.histories.reading import case_id
from thads.kernel.money import Dong
from thads.kernel.text import write_dong

S = ObligationStatus
UNKNOWN_SENDER = "Sổ cũ không ghi"
_REST_GOES_TO = {S.TERMINATED: "terminated", S.DELEGATED_OUT: "delegated", S.RECALLED: "recalled"}


def carried_case(
    number: str, rows: Sequence[OldRow], book: OldBook, doubts: Sequence[CarriedDoubt]
) -> CarriedCase:
    """Return a case as it is taken over; its rows have passed the checks."""
    return CarriedCase(
        case_id=case_id(book.agency, number),
        agency=book.agency,
        decided_on=_decided_on(rows[0]),
        decision=_decision(number, rows),
        carried=_carried(rows, book, doubts),
        parties=parties(rows),
        rows=tuple(SourceRow(row.place.file, row.place.sheet, row.place.row, row.digest) for row in rows),
    )


def _decided_on(row: OldRow) -> date:
    day = row.day("decided_on")
    if day is None:
        raise ValueError(f"{row.place} has no day of decision: a check is missing")
    return day


def _decision(number: str, rows: Sequence[OldRow]) -> DecisionIssued:
    first = rows[0]
    route = IntakeRoute(first.choice("route") or IntakeRoute.NEW)
    sender = cut(first, "from_agency") or (UNKNOWN_SENDER if route is IntakeRoute.DELEGATED_IN else "")
    return DecisionIssued(
        number=number,
        decision_no=first.text("decision_no"),
        initiation=assuming.initiation(rows)[0],
        judgment_kind=assuming.judgment_kind(rows)[0],
        duties=tuple(_duty(no, row) for no, row in enumerate(rows, start=1)),
        judgment_no=cut(first, "judgment_no"),
        judgment_on=assuming.judgment_on(first),
        court=cut(first, "court"),
        route=route,
        from_agency=sender,
    )


def _duty(no: int, row: OldRow) -> Duty:
    kind, assumed = assuming.duty_kind(row)
    told = cut(row, "content")
    content = "; ".join(text for text in (row.text("duty_kind") if assumed else "", told) if text)
    return Duty(
        no=no, kind=ObligationKind(kind), amount=row.amount("amount"), creditor=cut(row, "creditor"),
        debtor=cut(row, "debtor"), content=content,
    )  # fmt: skip


def cut(row: OldRow, key: str) -> str:
    """Return a text as long as it may be."""
    return row.text(key)[: BY_KEY[key].longest]


def _carried(rows: Sequence[OldRow], book: OldBook, doubts: Sequence[CarriedDoubt]) -> CarriedOver:
    notice_on = assuming.last_day(rows, "notice_on", book)
    lines = tuple(line(no, row, book) for no, row in enumerate(rows, start=1))
    is_voluntary = any(one.status is S.VOLUNTARY for one in lines)
    return CarriedOver(
        lines=lines,
        bailiff=book.bailiff(rows[0].text("bailiff")),
        notice_on=notice_on,
        voluntary_until=voluntary_end(notice_on) if notice_on and is_voluntary else None,
        last_verified_on=assuming.last_day(rows, "verified_on", book),
        verifications=assuming.verifications(rows, book),
        unable_on=assuming.unable_on(rows, book),
        doubts=tuple(doubt for doubt in CarriedDoubt if doubt in doubts),
        source=_source(rows),
    )


def line(no: int, row: OldRow, book: OldBook) -> CarriedLine:
    """Return where an obligation stood; the rest of one that ended otherwise than by performance went that
    way.
    """
    stands = assuming.status(row, book)[0]
    amounts = {key: row.amount(key) for key in ("collected", "terminated", "reduced", "delegated")}
    if (account := _REST_GOES_TO.get(stands)) is not None:
        rest = row.amount("amount") - row.gone
        amounts[account] = amounts.get(account, 0) + rest
    ground = cut(row, "ground")[:160] if stands is S.DELEGATED_OUT else assuming.ground(row, book)
    return CarriedLine(
        no=no, status=stands, since=assuming.since(row, book), ground=ground,
        until=assuming.until(row, book), **amounts,
    )  # fmt: skip


def _source(rows: Sequence[OldRow]) -> str:
    first, numbers = rows[0].place, ", ".join(str(row.place.row) for row in rows[:20])
    more = "…" if len(rows) > 20 else ""
    return f"{first.file}, sheet {first.sheet}, dòng {numbers}{more}"


def parties(rows: Sequence[OldRow]) -> tuple[PartyDetails, ...]:
    """Return the people of a case, each once, with what is told of them."""
    found: dict[tuple[PartyRole, str], PartyDetails] = {}
    for row in rows:
        for role, key in ((PartyRole.DEBTOR, "debtor"), (PartyRole.CREDITOR, "creditor")):
            if name := cut(row, key):
                number = cut(row, "debtor_id") if role is PartyRole.DEBTOR else ""
                found.setdefault((role, name), PartyDetails(role, name, cut(row, f"{key}_address"), number))
    return tuple(found.values())


def balance(rows: Sequence[OldRow]) -> BalanceCarried | None:
    """Return what was held and still due on a case; None when nothing was."""
    fact = BalanceCarried(
        sums=tuple(_sums(rows)),
        places=tuple(
            Lying(place, lying) for place, key in PLACES if (lying := sum(row.amount(key) for row in rows))
        ),
        fee_due=tuple(
            Part(no, due) for no, row in enumerate(rows, start=1) if (due := row.amount("fee_due"))
        ),
        cost_due=_total(rows, "cost_due"),
        advance_due=_total(rows, "advance_due"),
        note=_fees_paid(rows),
    )
    says_something = fact.sums or fact.fee_due or fact.cost_due or fact.advance_due
    return fact if says_something else None


PLACES = ((Place.CASH, "held_cash"), (Place.TREASURY, "held_treasury"), (Place.BANK, "held_bank"))


def _sums(rows: Sequence[OldRow]) -> Sequence[Sum]:
    """Return what is held by purse; what is neither fee, nor cost, nor still to be shared is for the duty."""
    found = []
    for no, row in enumerate(rows, start=1):
        duty = row.held - sum(row.amount(key) for key in ("held_fee", "held_cost", "held_pool"))
        found += [Sum(Purse.DUTY, duty, no), Sum(Purse.FEE, row.amount("held_fee"), no)]
    found += [Sum(Purse.COST, _total(rows, "held_cost")), Sum(Purse.POOL, _total(rows, "held_pool"))]
    return [one for one in found if one.amount]


def _total(rows: Sequence[OldRow], key: str) -> Dong:
    return sum(row.amount(key) for row in rows)


def _fees_paid(rows: Sequence[OldRow]) -> str:
    told = [
        f"khoản {no}: {write_dong(paid)}"
        for no, row in enumerate(rows, start=1)
        if (paid := row.amount("fee_collected"))
    ]
    return f"Phí đã thu đến ngày chuyển: {'; '.join(told)}" if told else ""
