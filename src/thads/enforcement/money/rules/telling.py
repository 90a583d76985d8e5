"""A fact of an account told in Vietnamese: its particulars, for the ledger card of a case."""

from dataclasses import dataclass
from datetime import date

from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.facts import AccountFact, Credit
from thads.enforcement.money.rules.words import purse_name
from thads.kernel.text import write_date, write_dong
from thads.law import LAW

BASES: dict[type[AccountFact], tuple[str, str]] = {
    f.BalanceCarried: ("T78 Đ11.2", "T78 Đ11.2"),
    f.Received: ("L08 Đ45–47; T04 Đ13–17", "L25 Đ36, 54; T04 Đ13–17"),
    f.CashFunded: ("T04 Đ17", "T04 Đ17"),
    f.PoolShared: ("L08 Đ47; N62 Đ49", "L25 Đ54; N152 Đ29–30"),
    f.ShareReceived: ("L08 Đ47; N62 Đ49", "L25 Đ54; N152 Đ29–30"),
    f.CostAdvanced: ("L08 Đ73.6; N62 Đ43", "L25 Đ53.7"),
    f.CostIncurred: ("L08 Đ73", "L25 Đ53.3–5; N152 Đ79–83"),
    f.CostSettled: ("L08 Đ47.1, 73", "L25 Đ53.7, 54.1"),
    f.CostRelieved: ("N62 Đ44", "N152 Đ87"),
    f.FeeDecided: ("L08 Đ60; T216 Đ4–5", "L25 Đ53.1; T216 Đ4–5"),
    f.FeeCollected: ("T216 Đ5.4a", "T216 Đ5.4a"),
    f.FeeRelieved: ("T216 Đ7", "T216 Đ7"),
    f.FeeCorrected: ("T216 Đ5.5", "T216 Đ5.5"),
    f.PayoutProposed: ("L08 Đ47; T04 Đ18", "L25 Đ54; T04 Đ18"),
    f.PayoutPrepared: ("T04 Đ18", "T04 Đ18"),
    f.PayoutApproved: ("T04 Đ18", "T04 Đ18"),
    f.PayoutTurnedDown: ("T04 Đ18", "T04 Đ18"),
    f.PaidOut: ("L08 Đ47.5; T04 Đ18", "L25 Đ54.6; N152 Đ30"),
    f.MoneyMoved: ("T04 Đ17", "T04 Đ17"),
    f.SetOff: ("L08 Đ126.1", "L25 Đ59.5; N152 Đ31"),
    f.PayeeNotified: ("L08 Đ126; N62 Đ49", "L25 Đ59"),
    f.PutAside: ("L08 Đ126; N62 Đ49.5", "L25 Đ59; N152 Đ30.5"),
    f.InterestEarned: ("N62 Đ49.5", "N152 Đ30.8"),
    f.UnclaimedToState: ("N62 Đ49.5", "L25 Đ59.1"),
}
"""The article of each act, under the law of 2008 and under that of 2025."""

Detail = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in words: what it is called, its particulars, the đồng it is about, its article."""

    title: str
    details: tuple[Detail, ...]
    amount: int
    basis: str


def told(fact: AccountFact, *, on: date) -> Told:
    """Return a fact in words, with its article on its day."""
    details = tuple((name, text) for name, text in _details(fact) if text)
    return Told(LAW.label("FactKind", fact.kind), details, amount_of(fact), basis_of(fact, on=on))


def basis_of(fact: AccountFact, *, on: date) -> str:
    """Return the article of an act on its day."""
    r2008, r2025 = BASES[type(fact)]
    return r2008 if LAW.regime(on) == "R2008" else r2025


def amount_of(fact: AccountFact) -> int:
    """Return the đồng a fact is about, 0 for a fact that speaks of none."""
    if isinstance(fact, f.BalanceCarried):
        return sum(one.amount for one in fact.sums)
    if isinstance(fact, f.FeeCorrected):
        return fact.after
    return int(getattr(fact, "amount", 0))


def _details(fact: AccountFact) -> list[Detail]:
    """Return label and text of what an officer asks about the fact first."""
    match fact:
        case f.Received():
            return [
                ("Số biên lai", fact.receipt_no),
                ("Người nộp", fact.payer),
                ("Nơi thu", LAW.label(fact.place)),
                ("Cách thu", LAW.label(fact.means)),
                *_credits(fact.parts),
                ("Chờ phân chia", _dong(fact.pool)),
                ("Chi phí", _dong(fact.cost)),
                *((f"Phí, khoản {part.no}", _dong(part.amount or 0)) for part in fact.fees),
            ]
        case f.PoolShared():
            return [("Lần phân chia", fact.order_no), *(_share(share) for share in fact.shares)]
        case f.ShareReceived():
            return [("Lần phân chia", fact.order_no), ("Từ việc", fact.from_case), *_credits(fact.parts)]
        case f.BalanceCarried():
            held = ((purse_name(one.purse, one.no), _dong(one.amount)) for one in fact.sums)
            return [*held, *((LAW.label(one.place), _dong(one.amount)) for one in fact.places)]
        case f.CostIncurred():
            return [
                ("Chi cho", fact.item),
                ("Trả cho", fact.paid_to),
                ("Người chịu", LAW.label(fact.bearer)),
                ("Nguồn", LAW.label(fact.source)),
                ("Chứng từ", fact.voucher_no),
            ]
        case f.FeeDecided():
            return [
                ("Số quyết định", fact.decision_no),
                ("Khoản", str(fact.no)),
                ("Người chịu phí", fact.payer),
                ("Trên số thực nhận", _dong(fact.base)),
            ]
        case f.FeeCorrected():
            return [
                ("Số quyết định", fact.decision_no),
                ("Khoản", str(fact.no)),
                ("Đã tính", write_dong(fact.before)),
                ("Tính lại", write_dong(fact.after)),
                ("Hoàn trả", _dong(fact.refund)),
            ]
        case f.PayoutProposed():
            return [
                ("Đề nghị số", str(fact.payout)),
                ("Trả cho", fact.payee),
                ("Từ", purse_name(fact.purse, fact.no)),
                ("Hình thức", LAW.label(fact.form)),
                ("Tài khoản", f"{fact.bank_account} {fact.bank}".strip()),
                ("Lý do", fact.reason),
            ]
        case f.PaidOut():
            return [
                ("Đề nghị số", str(fact.payout)),
                ("Phiếu chi", fact.slip_no),
                ("Từ", LAW.label(fact.place)),
                ("Thủ quỹ", fact.cashier),
            ]
        case f.SetOff():
            return [("Khoản", str(fact.no)), ("Với việc", f"{fact.other_case}, khoản {fact.other_no}")]
        case f.PutAside():
            until = write_date(fact.until) if fact.until else ""
            return [("Hình thức", LAW.label(fact.form)), *_moved(fact), ("Đến ngày", until)]
        case f.MoneyMoved():
            return _moved(fact)
        case _:
            return _plainly(fact)


def _plainly(fact: AccountFact) -> list[Detail]:
    """Return the few fields that the smaller facts share, in one order."""
    words = [
        (label, str(getattr(fact, name, "") or ""))
        for name, label in (
            ("payout", "Đề nghị số"),
            ("no", "Khoản"),
            ("payee", "Người nhận"),
            ("slip_no", "Phiếu chi"),
            ("decision_no", "Số quyết định"),
            ("ground", "Căn cứ"),
            ("reason", "Lý do"),
            ("voucher_no", "Chứng từ"),
            ("receipt_no", "Số biên lai"),
        )
    ]
    place = getattr(fact, "place", None)
    return [*words, ("Nơi", LAW.label(place) if place is not None else "")]


def _moved(fact: f.MoneyMoved | f.PutAside) -> list[Detail]:
    return [
        ("Từ", LAW.label(fact.from_place)),
        ("Đến", LAW.label(fact.to_place)),
        ("Chứng từ", fact.voucher_no),
    ]


def _credits(parts: tuple[Credit, ...]) -> list[Detail]:
    found = []
    for part in parts:
        found.append((f"Khoản {part.no}", _dong(part.principal)))
        found.append((f"Lãi chậm thi hành án, khoản {part.no}", _dong(part.interest)))
    return found


def _share(share: f.Share) -> Detail:
    return (share.words or purse_name(share.purse, share.no), write_dong(share.amount))


def _dong(amount: int) -> str:
    return write_dong(amount) if amount else ""
