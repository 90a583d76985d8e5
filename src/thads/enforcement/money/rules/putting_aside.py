"""Money of a payee who does not come: notice, deposit, and at last the State (L08 Đ126; N62 Đ49.5; L25 Đ59;
N152 Đ30.5).
"""

from datetime import date

from thads.enforcement.deadlines.rules.deriving import earliest_day, last_day
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.account import AccountState
from thads.enforcement.money.rules.vocabulary import Place
from thads.enforcement.money.rules.words import act_name, purse_name
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "money.not_notified": "{act}: chưa ghi thông báo cho người nhận “{purse}”; phải thông báo trước.",
        "money.notice_running": "{act}: thông báo nhận tiền được nhận ngày {notified_on}, thời hạn đến nhận "
        "còn "
        "đến hết ngày {until}.",
        "money.not_yet_unclaimed": "Chưa thể sung quỹ “{purse}”: sớm nhất là ngày {earliest} ({length} kể từ "
        "ngày {since}).",
        "money.aside_in_cash": "Tiền gửi phải nằm tại kho bạc hoặc ngân hàng, không phải tại quỹ tiền mặt.",
    }
)


def check_put_aside(state: AccountState, fact: f.PutAside, *, on: date) -> None:
    """Refuse a deposit before the payee's time after the notice is over (L08 Đ126; L25 Đ59; N152 Đ30.5)."""
    if fact.to_place is Place.CASH:
        raise Refusal("money.aside_in_cash", basis="L08 Đ126; N62 Đ49; L25 Đ59")
    notified_on = state.notified_on(fact.purse, fact.no)
    purse = purse_name(fact.purse, fact.no)
    if notified_on is None:
        raise Refusal("money.not_notified", basis="L08 Đ126; L25 Đ59", act=act_name(fact), purse=purse)
    ruling = LAW.value("money.payee_absent", on=notified_on)
    until = last_day(ruling, start=notified_on)
    if on <= until:
        raise Refusal(
            "money.notice_running",
            basis=ruling.basis,
            act=act_name(fact),
            notified_on=notified_on,
            until=until,
        )
    held = state.in_purse(fact.purse, fact.no)
    if fact.amount > held:
        raise Refusal(
            "money.more_than_held", basis="T78 Đ11.2", act=act_name(fact), purse=purse, asked=fact.amount,
            held=held,
        )  # fmt: skip


def check_unclaimed(state: AccountState, fact: f.UnclaimedToState, *, on: date) -> None:
    """Refuse to hand money to the State before its time after the notice, and before that after the judgment
    took effect, is over (N62 Đ49.5; L25 Đ59.1).

    That both times must be over where both days are known is our reading [derived].
    """
    purse = purse_name(fact.purse, fact.no)
    if not fact.decision_no.strip():
        raise Refusal(
            "money.words_needed",
            basis="N62 Đ49.5; L25 Đ59.1",
            act=act_name(fact),
            what="số quyết định sung quỹ",
        )
    notified_on = state.notified_on(fact.purse, fact.no)
    if notified_on is None:
        raise Refusal("money.not_notified", basis="N62 Đ49.5; L25 Đ59.1", act=act_name(fact), purse=purse)
    starts = {"money.unclaimed_notice": notified_on, "money.unclaimed": fact.effective_on}
    for key, start in starts.items():
        if start is None:
            continue
        ruling = LAW.value(key, on=on)
        earliest = earliest_day(ruling, start=start)
        if on < earliest:
            raise Refusal(
                "money.not_yet_unclaimed", basis=ruling.basis, purse=purse, earliest=earliest, since=start,
                length=LAW.written(ruling),
            )  # fmt: skip
