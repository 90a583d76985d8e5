"""What of a duty may be decided on now: before its due day there is no decision; of several due days, those
that have come; of monthly or quarterly alimony, those within the enforcement year (TL11 Đ1.6; N152 Đ11.2).
"""

from collections.abc import Iterable, Sequence
from datetime import date

from thads.enforcement.cases.rules.facts import Instalment
from thads.enforcement.cases.rules.vocabulary import ObligationKind
from thads.kernel.money import Dong, dong
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.instalments_differ": "Khoản {no}: tổng các kỳ trả ({total} đồng) khác số tiền của khoản "
        "({amount} đồng); hãy kiểm tra lại.",
        "cases.instalments_unordered": "Khoản {no}: các kỳ trả phải ghi theo ngày đến hạn, mỗi ngày một lần.",
        "cases.not_due_yet": "Khoản {no} đến hạn ngày {due_on}; chưa đến hạn thì chưa ra quyết định thi hành "
        "án.",
    }
)

RULE = "decision.periodic_duty"


def check_instalments(no: int, amount: Dong, instalments: Sequence[Instalment]) -> None:
    """Refuse instalments that do not add up to the duty, or whose days are not in order."""
    if not instalments:
        return
    days = [one.due_on for one in instalments]
    if days != sorted(set(days)):
        raise Refusal("cases.instalments_unordered", no=no)
    total = sum(dong(one.amount) for one in instalments)
    if total != amount:
        raise Refusal("cases.instalments_differ", no=no, total=total, amount=amount)


def decidable(
    kind: ObligationKind, instalments: Iterable[Instalment], *, on: date
) -> tuple[tuple[Instalment, ...], tuple[Instalment, ...]]:
    """Return the instalments that a decision of the day may cover, and those left for later."""
    last = last_due_day(kind, on=on)
    listed = tuple(instalments)
    return tuple(one for one in listed if one.due_on <= last), tuple(
        one for one in listed if one.due_on > last
    )


def last_due_day(kind: ObligationKind, *, on: date) -> date:
    """Return up to which due day a decision may reach: the day itself; for alimony the end of the enforcement
    year, which is taken to be the statistics year [derived].
    """
    if kind is ObligationKind.ALIMONY and LAW.timeline(RULE).find(on) is not None:
        return Period.containing(on).whole_year().end
    return on


def check_due(no: int, kind: ObligationKind, instalments: Sequence[Instalment], *, on: date) -> None:
    """Refuse a duty of which nothing is due yet, naming the first day it will be (TL11 Đ1.6; N152 Đ11.2)."""
    if instalments and not decidable(kind, instalments, on=on)[0]:
        basis = LAW.value(RULE, on=on).basis
        raise Refusal("cases.not_due_yet", basis=basis, no=no, due_on=instalments[0].due_on)


def last_instalments(instalments: Sequence[Instalment], amount: Dong) -> tuple[Instalment, ...]:
    """Return the instalments that make up what is left, the earlier ones taken to be performed first
    [derived].
    """
    left, kept = amount, list[Instalment]()
    for one in reversed(instalments):
        if left <= 0:
            break
        kept.insert(0, Instalment(one.due_on, min(one.amount, left)))
        left -= one.amount
    return tuple(kept)
