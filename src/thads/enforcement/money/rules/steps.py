"""What is lawful next in an account: `check_step` refuses what the book cannot bear, naming đồng and place.

Dates and amounts first, then what each act asks of the account; `check_standing` holds what must be true
after any act: no purse, no place and nothing due falls below zero, and money bound by a payment stays.
"""

from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.account import AccountState
from thads.enforcement.money.rules.facts import AccountFact
from thads.enforcement.money.rules.payouts import check_payout_step
from thads.enforcement.money.rules.putting_aside import check_put_aside, check_unclaimed
from thads.enforcement.money.rules.words import act_name, purse_name
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "money.in_the_future": "{act} ghi ngày {on}, sau ngày ghi nhận {recorded_on}; không thể ghi một việc "
        "chưa xảy ra. Hãy kiểm tra lại ngày.",
        "money.before_decision": "{act} ghi ngày {on}, trước ngày ra quyết định thi hành án của việc "
        "{number} "
        "({decided_on}); hãy kiểm tra lại ngày.",
        "money.amount_needed": "{act}: số tiền phải lớn hơn 0 đồng; hãy nhập số tiền đã có thật.",
        "money.line_unknown": "Việc {number} không có khoản {no}; các khoản của việc: {known}.",
        "money.line_twice": "Khoản {no} được ghi hai lần; mỗi khoản chỉ ghi một lần.",
        "money.more_than_held": "{act}: cần {asked} đồng nhưng “{purse}” chỉ đang giữ {held} đồng; hãy kiểm "
        "tra lại số tiền.",
        "money.not_at_place": "{act}: cần {asked} đồng nhưng tại {place} của việc này chỉ còn {held} đồng; "
        "hãy "
        "chọn nơi khác hoặc chuyển tiền trước.",
        "money.bound_by_payout": "{act}: “{purse}” đang giữ {held} đồng, trong đó {bound} đồng đã được đề "
        "nghị "
        "chi; chỉ còn dùng được {free} đồng.",
        "money.fee_over_due": "{act}: phí còn phải thu của khoản {no} là {due} đồng; không thể ghi nhiều "
        "hơn.",
        "money.cost_over_due": "{act}: chi phí còn phải thu là {due} đồng; không thể ghi nhiều hơn.",
        "money.advance_over_due": "{act}: tạm ứng chi phí còn phải hoàn trả là {due} đồng; không thể ghi "
        "nhiều "
        "hơn.",
        "money.not_in_hand": "{act}: chấp hành viên chỉ còn giữ {held} đồng tiền mặt của việc này chưa nộp "
        "quỹ.",
        "money.same_place": "Nơi chuyển đi và nơi chuyển đến đều là {place}; hãy chọn hai nơi khác nhau.",
        "money.fee_over_base": "Mức phí {amount} đồng lớn hơn số tiền thực nhận {base} đồng; hãy kiểm tra "
        "lại.",
        "money.carried_once": "Tài khoản của việc {number} đã có số liệu; chỉ nhập số dư đầu kỳ vào tài "
        "khoản "
        "còn trống.",
        "money.carried_unequal": "Số dư đầu kỳ không khớp: tiền giữ cho các đối tượng là {sums} đồng, tiền "
        "tại "
        "quỹ, kho bạc, ngân hàng là {places} đồng; hai số phải bằng nhau.",
        "money.words_needed": "{act}: hãy ghi rõ {what}.",
        "money.set_off_not_yet": "Ngày {on}, pháp luật thi hành án chưa quy định bù trừ nghĩa vụ giữa các "
        "việc; "
        "chỉ áp dụng từ {since}. Có thể dùng tiền của đương sự đang giữ để thi hành nghĩa vụ của chính người "
        "đó.",
    }
)


@dataclass(frozen=True, slots=True)
class CaseOfAccount:
    """What the book must know of the case: its number, the day of the decision, its obligations."""

    number: str
    decided_on: date
    nos: tuple[int, ...]


def check_step(
    case: CaseOfAccount, state: AccountState, fact: AccountFact, *, on: date, recorded_on: date
) -> None:
    """Refuse a fact that is not lawful in this account on this day; what follows from it is checked after."""
    _check_day(case, fact, on, recorded_on)
    _check_amounts(fact)
    _check_lines(case, fact)
    _check_act(case, state, fact, on)


def check_standing(before: AccountState, after: AccountState, fact: AccountFact) -> None:
    """Refuse a fact after which a purse, a place or something due would be less than nothing."""
    act = act_name(fact)
    for held in after.held:
        if held.amount < 0:
            had = before.in_purse(held.purse, held.no)
            raise Refusal(
                "money.more_than_held", basis="T78 Đ11.2", act=act, purse=purse_name(held.purse, held.no),
                asked=had - held.amount, held=had,
            )  # fmt: skip
    for place, amount in after.places:
        if amount < 0:
            had = before.at(place)
            raise Refusal(
                "money.not_at_place", basis="T04 Đ17; T78 Đ8", act=act, place=LAW.label(place).lower(),
                asked=had - amount, held=had,
            )  # fmt: skip
    _check_bound(after, act)
    _check_dues(before, after, act)


def _check_bound(after: AccountState, act: str) -> None:
    for payout in after.payouts:
        free = after.free(payout.purse, payout.no)
        if payout.is_open and free < 0:
            held = after.in_purse(payout.purse, payout.no)
            purse = purse_name(payout.purse, payout.no)
            raise Refusal(
                "money.bound_by_payout", basis="T04 Đ18", act=act, purse=purse, held=held,
                bound=held - free, free=0,
            )  # fmt: skip


def _check_dues(before: AccountState, after: AccountState, act: str) -> None:
    for fee in after.fees:
        if fee.due < 0 or fee.decided < 0:
            due = before.fee_of(fee.no).due
            raise Refusal("money.fee_over_due", basis="T216 Đ5", act=act, no=fee.no, due=due)
    if after.in_hand < 0:
        raise Refusal("money.not_in_hand", basis="T04 Đ17", act=act, held=before.in_hand)
    if after.cost_due < 0:
        raise Refusal("money.cost_over_due", basis="L08 Đ73; L25 Đ53", act=act, due=before.cost_due)
    if after.advance_due < 0:
        raise Refusal("money.advance_over_due", basis="L08 Đ73.6; L25 Đ53.7", act=act, due=before.advance_due)


def _check_day(case: CaseOfAccount, fact: AccountFact, on: date, recorded_on: date) -> None:
    if on > recorded_on:
        raise Refusal(
            "money.in_the_future", basis="T78 Đ8", act=act_name(fact), on=on, recorded_on=recorded_on
        )
    if on < case.decided_on:
        raise Refusal(
            "money.before_decision", basis="L08 Đ36; L25 Đ33–34", act=act_name(fact), on=on,
            number=case.number, decided_on=case.decided_on,
        )  # fmt: skip


MAY_BE_NOTHING = (
    f.BalanceCarried, f.FeeDecided, f.FeeCorrected, f.PayoutPrepared, f.PayoutApproved, f.PayoutTurnedDown,
    f.PayeeNotified,
)  # fmt: skip
"""Facts that speak of no amount, or lawfully of none."""


def amounts_of(fact: AccountFact) -> tuple[Dong, ...]:
    """Return every single amount that a fact speaks of."""
    match fact:
        case f.Received():
            fees = (part.amount or 0 for part in fact.fees)
            credits_ = (each for part in fact.parts for each in (part.principal, part.interest))
            return (*credits_, fact.pool, fact.cost, *fees)
        case f.ShareReceived():
            return tuple(each for part in fact.parts for each in (part.principal, part.interest))
        case f.PoolShared():
            return tuple(share.amount for share in fact.shares)
        case f.BalanceCarried():
            fees = (part.amount or 0 for part in fact.fee_due)
            held = (*(one.amount for one in fact.sums), *(one.amount for one in fact.places))
            return (*held, fact.cost_due, fact.advance_due, *fees)
        case f.FeeDecided():
            return (fact.base, fact.amount)
        case f.FeeCorrected():
            return (fact.before, fact.after, fact.refund)
        case f.PayoutPrepared() | f.PayoutApproved() | f.PayoutTurnedDown() | f.PayeeNotified():
            return ()
        case _:
            return (fact.amount,)


def _check_amounts(fact: AccountFact) -> None:
    amounts = [dong(amount) for amount in amounts_of(fact)]
    if isinstance(fact, MAY_BE_NOTHING):
        return
    is_list = isinstance(fact, f.Received | f.ShareReceived)
    if not sum(amounts) or (not is_list and not all(amounts)):
        raise Refusal("money.amount_needed", basis="T04 Đ13; T78 Đ8", act=act_name(fact))
    dong(sum(amounts))


def lines_of(fact: AccountFact) -> tuple[int, ...]:
    """Return the numbers of the obligations that a fact names, as often as it names them."""
    match fact:
        case f.Received():
            return (*(part.no for part in fact.parts), *_numbers(fact.fees))
        case f.ShareReceived():
            return tuple(part.no for part in fact.parts)
        case f.PoolShared():
            return tuple(share.no for share in fact.shares if share.no and not share.case_id)
        case f.BalanceCarried():
            return (*(one.no for one in fact.sums if one.no), *_numbers(fact.fee_due))
        case _:
            no = getattr(fact, "no", 0)
            return (no,) if no else ()


def _numbers(parts: tuple[Part, ...]) -> tuple[int, ...]:
    return tuple(part.no for part in parts)


def _check_lines(case: CaseOfAccount, fact: AccountFact) -> None:
    for no in lines_of(fact):
        if no not in case.nos:
            known = ", ".join(map(str, case.nos))
            raise Refusal("money.line_unknown", basis="T78 Đ11.2", number=case.number, no=no, known=known)
    named = [part.no for part in fact.parts] if isinstance(fact, f.Received | f.ShareReceived) else []
    for no in named:
        if named.count(no) > 1:
            raise Refusal("money.line_twice", basis="T78 Đ11.2", no=no)
    if (
        isinstance(fact, f.FeeDecided | f.FeeCollected | f.FeeRelieved | f.FeeCorrected | f.SetOff)
        and not fact.no
    ):
        raise Refusal(
            "money.line_unknown",
            basis="T78 Đ11.2",
            number=case.number,
            no=0,
            known=", ".join(map(str, case.nos)),
        )


def _check_act(case: CaseOfAccount, state: AccountState, fact: AccountFact, on: date) -> None:
    match fact:
        case f.BalanceCarried():
            _check_carried(case, state, fact)
        case f.CostIncurred():
            _check_words(fact, fact.item, "chi cho việc gì")
        case f.CostRelieved() | f.FeeRelieved():
            _check_words(fact, fact.decision_no, "số quyết định miễn, giảm")
        case f.FeeDecided():
            if fact.amount > fact.base:
                raise Refusal("money.fee_over_base", basis="T216 Đ4", amount=fact.amount, base=fact.base)
        case f.MoneyMoved() | f.PutAside() if fact.from_place is fact.to_place:
            raise Refusal("money.same_place", basis="T78 Đ8", place=LAW.label(fact.from_place).lower())
        case f.PutAside():
            check_put_aside(state, fact, on=on)
        case f.PayeeNotified():
            if not state.in_purse(fact.purse, fact.no):
                purse = purse_name(fact.purse, fact.no)
                raise Refusal(
                    "money.more_than_held", basis="L08 Đ126; L25 Đ59", act=act_name(fact), purse=purse,
                    asked=1, held=0,
                )  # fmt: skip
        case f.UnclaimedToState():
            check_unclaimed(state, fact, on=on)
        case f.SetOff():
            _check_set_off(fact, on)
        case (
            f.PayoutProposed() | f.PayoutPrepared() | f.PayoutApproved() | f.PayoutTurnedDown() | f.PaidOut()
        ):
            check_payout_step(state, fact, on=on)
        case _:
            return


def _check_words(fact: AccountFact, words: str, what: str) -> None:
    if not words.strip():
        raise Refusal("money.words_needed", basis="T78 Đ8", act=act_name(fact), what=what)


def _check_carried(case: CaseOfAccount, state: AccountState, fact: f.BalanceCarried) -> None:
    if state != AccountState():
        raise Refusal("money.carried_once", basis="T78 Đ11.2", number=case.number)
    sums, places = sum(one.amount for one in fact.sums), sum(one.amount for one in fact.places)
    if sums != places:
        raise Refusal("money.carried_unequal", basis="T78 Đ11.2", sums=sums, places=places)


def _check_set_off(fact: f.SetOff, on: date) -> None:
    """Between the cases of one agency only since the decree of 2026; out of money held, as ever (L08
    Đ126.1).
    """
    ruling = LAW.value("setoff", on=on)
    if fact.place is None and not ruling.value:
        since = next(step.since for step in LAW.timeline("setoff").steps if step.value)
        raise Refusal("money.set_off_not_yet", basis="N152 Đ31", on=on, since=since)
