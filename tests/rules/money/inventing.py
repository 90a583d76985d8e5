"""Accounts invented for the tests of the book: lawful histories, told shortly."""

from datetime import date, datetime, timedelta
from random import Random

from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import CollectionMeans
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.account import EMPTY, AccountState, apply
from thads.enforcement.money.rules.facts import AccountFact, Credit, Lying, Share, Sum
from thads.enforcement.money.rules.histories import AccountLine
from thads.enforcement.money.rules.steps import CaseOfAccount, check_standing, check_step
from thads.enforcement.money.rules.vocabulary import (
    AsideForm,
    CostBearer,
    CostSource,
    PayeeKind,
    PayoutForm,
    Place,
    Purse,
    ReceiptSeries,
)
from thads.kernel.refusals import Refusal


def day(written: str) -> date:
    return date.fromisoformat(written)


def instant(written: str) -> datetime:
    return datetime.fromisoformat(f"{written}T09:00:00+07:00")


CASE = CaseOfAccount("1/2024/TQ", day("2024-01-10"), (1, 2))
RECORDED = instant("2028-12-31")
ELSEWHERE = "00000000-0000-0000-0000-000000000009"


def received(**more: object) -> f.Received:
    """A receipt of 1.000.000 đồng for obligation 1, in cash, unless told otherwise."""
    told: dict[str, object] = {
        "receipt_no": "0000001",
        "series": ReceiptSeries.PAPER,
        "place": Place.CASH,
        "means": CollectionMeans.VOLUNTARY,
    }
    if not {"parts", "pool", "cost", "fees"} & set(more):
        told["parts"] = (Credit(1, 1_000_000),)
    return f.Received(**{**told, **more})  # type: ignore[arg-type]


def proposed(number: int = 1, amount: int = 1_000_000, **more: object) -> f.PayoutProposed:
    told: dict[str, object] = {
        "payout": number,
        "purse": Purse.DUTY,
        "amount": amount,
        "payee_kind": PayeeKind.PERSON,
        "payee": "Trần Thị Bông",
        "form": PayoutForm.CASH,
        "no": 1,
        "reason": "không có tài khoản",
        "by": "bailiff",
    }
    return f.PayoutProposed(**{**told, **more})  # type: ignore[arg-type]


def paid(number: int = 1, amount: int = 1_000_000, **more: object) -> f.PaidOut:
    told: dict[str, object] = {
        "payout": number,
        "purse": Purse.DUTY,
        "amount": amount,
        "payee_kind": PayeeKind.PERSON,
        "place": Place.CASH,
        "no": 1,
    }
    return f.PaidOut(**{**told, **more})  # type: ignore[arg-type]


def line(written: str, fact: AccountFact, recorded: str = "") -> AccountLine:
    return AccountLine(fact, day(written), instant(recorded) if recorded else RECORDED)


def told(*steps: tuple[str, AccountFact]) -> AccountState:
    """The state after steps, lawful or not."""
    state = EMPTY
    for written, fact in steps:
        state = apply(state, fact, on=day(written))
    return state


def is_lawful(state: AccountState, fact: AccountFact, on: date) -> bool:
    try:
        check_step(CASE, state, fact, on=on, recorded_on=RECORDED.date())
        check_standing(state, apply(state, fact, on=on), fact)
    except Refusal:
        return False
    return True


def invented(seed: int, steps: int) -> tuple[AccountLine, ...]:
    """Invent a lawful history: at each step a fact is proposed and taken when the account can bear it."""
    chance = Random(seed)
    lines: list[AccountLine] = []
    state, on = EMPTY, day("2024-01-10")
    for _ in range(steps):
        on += timedelta(days=chance.choice([0, 0, 1, 5, 20, 370]))
        if on > RECORDED.date():
            break
        fact = any_fact(chance, state)
        if is_lawful(state, fact, on):
            lines.append(AccountLine(fact, on, RECORDED))
            state = apply(state, fact, on=on)
    return tuple(lines)


def any_fact(chance: Random, state: AccountState) -> AccountFact:
    """Propose a fact that often, not always, fits the account."""
    held = chance.choice(state.held) if state.held else None
    purse, no = (held.purse, held.no) if held else (Purse.DUTY, 1)
    amount = chance.choice([1, 300, held.amount if held else 7, (held.amount // 2 or 1) if held else 9])
    place, other = chance.sample(list(Place), 2)
    payout = chance.choice(state.payouts) if state.payouts else None
    number = payout.payout if payout else 1
    return chance.choice(
        [
            f.BalanceCarried((Sum(Purse.DUTY, 500, 1),), (Lying(place, 500),), cost_due=20, advance_due=20),
            received(parts=(Credit(1, amount, chance.choice([0, 3])),), place=place),
            received(pool=amount * 3, place=place),
            received(cost=min(state.cost_due, amount) or 1, place=place),
            received(fees=(Part(1, state.fee_of(1).due or 1),), place=place, in_hand=True),
            f.CashFunded(state.in_hand or 1),
            f.PoolShared("PC 1", shares(chance, state), place, case_seq=1),
            f.ShareReceived("PC 2", ELSEWHERE, "2/2024", place, (Credit(2, amount),)),
            f.CostAdvanced(amount, place),
            f.CostIncurred(
                "thẩm định giá",
                amount,
                chance.choice(list(CostBearer)),
                chance.choice(list(CostSource)),
                place,
            ),
            f.CostSettled(min(state.cost_due, amount) or 1, chance.choice([Purse.POOL, Purse.DUTY]), no),
            f.CostRelieved(min(state.cost_due, amount) or 1, "5/QĐ"),
            f.FeeDecided(1, amount * 30, amount),
            f.FeeCollected(1, state.fee_of(1).due or 1),
            f.FeeRelieved(1, state.fee_of(1).due or 1, "6/QĐ"),
            f.FeeCorrected(1, 9, 9 + amount, amount),
            proposed(len(state.payouts) + 1, amount, purse=purse, no=no, payee_kind=_payee(purse)),
            f.PayoutPrepared(number, "PC 1", "accountant"),
            f.PayoutApproved(number, "head"),
            f.PayoutTurnedDown(number, "sai số tiền", "head"),
            f.PaidOut(
                number,
                payout.purse if payout else purse,
                payout.amount if payout else amount,
                payout.payee_kind if payout else PayeeKind.PERSON,
                place,
                payout.no if payout else no,
            ),
            f.MoneyMoved(min(state.at(place), amount) or 1, place, other),
            f.SetOff(1, amount, ELSEWHERE, "3/2024", 1, chance.choice([None, place])),
            f.PayeeNotified(purse, no),
            f.PutAside(purse, amount, AsideForm.SAVINGS, place, other, no),
            f.InterestEarned(purse, 3, place, no),
            f.UnclaimedToState(purse, amount, place, no, "7/QĐ"),
        ]
    )


def _payee(purse: Purse) -> PayeeKind:
    return {
        Purse.DEBTOR: PayeeKind.DEBTOR,
        Purse.DUTY: PayeeKind.PERSON,
        Purse.INTEREST: PayeeKind.PERSON,
    }.get(purse, PayeeKind.BUDGET)


def shares(chance: Random, state: AccountState) -> tuple[Share, ...]:
    """Cut the pool into a few shares, some of them for another case."""
    left = state.in_purse(Purse.POOL)
    cost = min(state.cost_due, left // 4)
    found = [Share(Purse.COST, cost)] if cost else []
    left -= cost
    for purse, no, case_id in ((Purse.DUTY, 1, ""), (Purse.INTEREST, 2, ""), (Purse.DUTY, 1, ELSEWHERE)):
        part = chance.randint(0, left)
        left -= part
        if part:
            found.append(Share(purse, part, no, case_id))
    return (*found, Share(Purse.DEBTOR, left)) if left else tuple(found)
