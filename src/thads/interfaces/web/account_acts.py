"""The acts on an account as forms: one row of the table for each verb, with its fields and the action it
calls.

Likely values stand in the fields: today, the money that is free, its usual payee, what is due.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django import forms

from thads.enforcement.cases.queries.briefs import case_brief
from thads.enforcement.cases.queries.debtors import cases_owed_by_creditors
from thads.enforcement.cases.rules.briefs import CaseBrief
from thads.enforcement.money import actions, queries
from thads.enforcement.money.queries.accounts import FeePage
from thads.enforcement.money.rules.account import AccountState
from thads.enforcement.money.rules.costs import CostKind
from thads.enforcement.money.rules.fee_items import FeeItem
from thads.enforcement.money.rules.pages import AccountPage
from thads.enforcement.money.rules.payees import usual_kind, usual_payee
from thads.enforcement.money.rules.vocabulary import (
    AsideForm,
    CostSource,
    PayeeKind,
    PayoutForm,
    PayoutStatus,
    Place,
    Purse,
)
from thads.enforcement.money.rules.words import purse_name
from thads.foundation.access.rules.viewer import Viewer
from thads.interfaces.web.fields import (
    Choice,
    ChoiceField,
    DayField,
    MoneyField,
    PlainForm,
    VocabularyField,
    WordsField,
    with_nothing,
    words_of,
)
from thads.kernel.text import write_date, write_dong
from thads.law import LAW


@dataclass(frozen=True, slots=True)
class Till:
    """What a form's fields are made from: the account, the case, its fees, the person; a payment when one is
    meant.
    """

    page: AccountPage
    case: CaseBrief
    fees: FeePage
    viewer: Viewer
    payout: int = 0

    @property
    def state(self) -> AccountState:
        return self.page.state


Fields = Callable[[Till], Mapping[str, forms.Field]]
When = Callable[[Till], bool]


@dataclass(frozen=True, slots=True)
class AccountAct:
    """One verb on an account: its words, what is said when done, its day, when there is occasion for it."""

    verb: str
    label: str
    done: str
    call: Callable[..., object]
    fields: Fields
    when: When
    day: str = "Ngày"
    icon: str = "file-text"
    group: str = "other"
    beside: Mapping[str, str] = field(default_factory=dict)


class AccountForm(PlainForm):
    """The form of one act on one account."""

    seq = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, act: AccountAct, till: Till, given: Mapping[str, str] | None = None) -> None:
        self.act, self.till = act, till
        super().__init__(given, initial={"seq": till.page.seq}, auto_id=f"{act.verb}-%s")
        self.beside = {**BESIDE, **act.beside}
        self.fields.update(act.fields(till))
        self.fields["on"] = DayField(label=act.day, initial=till.viewer.on)
        for name, one in self.fields.items():
            one.error_messages["required"] = f"Hãy nhập “{one.label or name}”."
        first = next(name for name in self.fields if name != "seq")
        self.fields[first].widget.attrs["data-first"] = ""

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of the action, besides the viewer and the case."""
        given = dict(self.cleaned_data)
        told: dict[str, Any] = {"expected_seq": given.pop("seq"), "on": given.pop("on")}
        for name, value in given.items():
            if name in READERS:
                told.update(READERS[name](value))
            elif value not in (None, ""):
                told[name] = value
        if self.till.payout and self.act.group == "payout":
            told["payout"] = self.till.payout
        return told


def _purse(value: str) -> dict[str, Any]:
    purse, _, no = value.partition(".")
    return {"purse": Purse(purse), "no": int(no or 0)}


def _no(value: str) -> dict[str, Any]:
    return {"no": int(value)}


def _item(value: str) -> dict[str, Any]:
    no, _, seq = value.partition(".")
    return {"no": int(no), "source_seq": int(seq)}


def _other(value: str) -> dict[str, Any]:
    case_id, _, no = value.partition(".")
    return {"other_case_id": UUID(case_id), "other_no": int(no)}


READERS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "held": _purse, "duty": _no, "item": _item, "other": _other,
}  # fmt: skip
"""Fields that stand for two arguments: a purse with its obligation, a payment with its place."""


# --------------------------------------------------------------------------- fields


def held_choices(till: Till, only: Sequence[Purse] = tuple(Purse)) -> list[Choice]:
    """Return the purses that hold money not bound by a payment, with how much is free."""
    found = []
    for one in till.state.held:
        free = till.state.free(one.purse, one.no)
        if free and one.purse in only:
            words = f"{purse_name(one.purse, one.no)}: {write_dong(free)}"
            found.append((f"{one.purse.value}.{one.no}", words))
    return found


def _held(till: Till, label: str = "Từ khoản tiền", only: Sequence[Purse] = tuple(Purse)) -> ChoiceField:
    return ChoiceField(label=label, choices=held_choices(till, only))


def _amount(value: int | None = None, *, required: bool = True, hint: str = "") -> MoneyField:
    return MoneyField(label="Số tiền (đồng)", initial=value, required=required, help_text=hint)


def _place(label: str = "Nơi", initial: Place | None = None) -> VocabularyField:
    found = VocabularyField(Place, label=label)
    found.initial = initial.value if initial else None
    return found


def _duties(till: Till, nos: Sequence[int]) -> ChoiceField:
    kinds = {duty.no: LAW.label(duty.kind) for duty in till.case.duties}
    return ChoiceField(label="Khoản", choices=[(str(no), f"Khoản {no}: {kinds.get(no, '')}") for no in nos])


def _fees_due(till: Till) -> list[int]:
    return [fee.no for fee in till.state.fees if fee.due]


def _ground(till: Till, kind: str, *, nothing: str = "Chọn căn cứ", required: bool = True) -> ChoiceField:
    grounds = LAW.grounds(kind, on=till.viewer.on)
    choices = [(one.code, f"{one.vi} ({one.basis})") for one in grounds]
    return ChoiceField(label="Căn cứ", choices=with_nothing(nothing, choices), required=required)


def _proposing(till: Till) -> dict[str, forms.Field]:
    choices = held_choices(till, PAYABLE)
    purse, no = Purse.DUTY, 0
    if choices:
        told = _purse(choices[0][0])
        purse, no = told["purse"], told["no"]
    return {
        "held": ChoiceField(label="Từ khoản tiền", choices=choices),
        "amount": _amount(required=False, hint="Để trống: toàn bộ số tiền chưa đề nghị chi."),
        "payee": WordsField(label="Người nhận", max_length=200, initial=usual_payee(till.case, purse, no)),
        "payee_kind": _initial(
            VocabularyField(PayeeKind, label="Đối tượng"), usual_kind(till.case, purse, no).value
        ),
        "form": _initial(VocabularyField(PayoutForm, label="Hình thức"), PayoutForm.TRANSFER.value),
        "bank": WordsField(label="Ngân hàng", required=False, max_length=160),
        "bank_account": WordsField(label="Số tài khoản", required=False, max_length=64),
        "reason": WordsField(label="Lý do, ghi chú", required=False, max_length=500),
    }


def _initial(one: VocabularyField, value: str) -> VocabularyField:
    one.initial = value
    return one


PAYABLE = tuple(purse for purse in Purse if purse is not Purse.POOL)


def _deciding_fee(till: Till) -> dict[str, forms.Field]:
    items = [item for item in till.fees.items if item.decided is None]
    choices = [
        (
            f"{item.no}.{item.source_seq}",
            _item_words(item),
        )
        for item in items
    ]
    ground = _ground(till, "fee_exempt", nothing="Không miễn", required=False)
    ground.label = "Không phải chịu phí vì"
    return {"item": ChoiceField(label="Lần thực nhận", choices=choices), "ground": ground}


def _item_words(item: FeeItem) -> str:
    came = f"Khoản {item.no}, nhận {write_date(item.on)}: {write_dong(item.base)}"
    return f"{came}, phí {write_dong(item.line.fee)}"


def _relieving_fee(till: Till) -> dict[str, forms.Field]:
    percent = forms.IntegerField(
        label="Mức giảm (%)", required=False, help_text="Chỉ ghi khi luật cho giảm “đến” một mức."
    )
    return {
        "duty": _duties(till, _fees_due(till)),
        "ground": _ground(till, "fee_relief"),
        "percent": percent,
    }


def _incurring(_till: Till) -> dict[str, forms.Field]:
    return {
        "cost_kind": VocabularyField(CostKind, label="Loại chi phí"),
        "item": WordsField(label="Nội dung chi", required=False, max_length=200),
        "amount": _amount(),
        "paid_to": WordsField(label="Trả cho", required=False, max_length=200),
        "source": VocabularyField(CostSource, label="Nguồn chi"),
        "place": _place("Chi từ"),
    }


def _paying(till: Till) -> dict[str, forms.Field]:
    payout = till.state.payout(till.payout)
    is_cash = payout is not None and payout.form is PayoutForm.CASH
    found: dict[str, forms.Field] = {"place": _place("Chi từ", Place.CASH if is_cash else Place.BANK)}
    if is_cash:
        found["cashier"] = WordsField(label="Thủ quỹ", max_length=160, required=False)
    return found


def _moving(till: Till) -> dict[str, forms.Field]:
    return {
        "amount": _amount(till.state.at(Place.CASH) or None, required=False, hint="Để trống: toàn bộ."),
        "from_place": _place("Từ", Place.CASH),
        "to_place": _place("Đến", Place.TREASURY),
    }


def _putting_aside(till: Till) -> dict[str, forms.Field]:
    return {
        "held": _held(till),
        "form": VocabularyField(AsideForm, label="Hình thức gửi"),
        "from_place": _place("Từ", Place.CASH),
        "to_place": _place("Gửi tại", Place.BANK),
        "until": DayField(label="Kỳ hạn đến ngày", required=False),
    }


def _carrying(till: Till) -> dict[str, forms.Field]:
    held: dict[str, forms.Field] = {
        f"sum_{duty.no}": MoneyField(label=f"Đang giữ cho khoản {duty.no}", required=False)
        for duty in till.case.duties
    }
    held["sum_pool"] = MoneyField(label="Chờ phân chia", required=False)
    for place, words in words_of(Place):
        held[f"place_{place}"] = MoneyField(label=f"{words}", required=False)
    held["cost_due"] = MoneyField(label="Chi phí còn phải thu", required=False)
    held["advance_due"] = MoneyField(label="Tạm ứng chưa hoàn trả", required=False)
    return held


def _owed(till: Till) -> list[Choice]:
    return [
        (
            f"{case.case_id}.{duty.no}",
            f"Việc {case.number}, khoản {duty.no}: {case.debtor} còn {write_dong(duty.remaining)}",
        )
        for case in cases_owed_by_creditors(till.viewer, till.case.case_id)
        for duty in case.duties
        if duty.is_open and duty.remaining
    ]


def _balancing(till: Till) -> dict[str, forms.Field]:
    nos = [duty.no for duty in till.case.duties if duty.is_open]
    return {"duty": _duties(till, nos), "other": ChoiceField(label="Với nghĩa vụ", choices=_owed(till))}


# --------------------------------------------------------------------------- when there is occasion


def _has(*purses: Purse) -> When:
    return lambda till: bool(held_choices(till, purses or tuple(Purse)))


def _payout_is(status: PayoutStatus) -> When:
    return lambda till: any(one.status is status for one in till.state.payouts)


def _is_empty(till: Till) -> bool:
    return till.page.seq == 0


# --------------------------------------------------------------------------- calls that need another shape


def _receive_fee(*, viewer: Viewer, case_id: UUID, no: int, **given: Any) -> object:
    from thads.enforcement.cases.rules.facts import Part

    return actions.receive_fee(viewer=viewer, case_id=case_id, fees=(Part(no),), **given)


def _move(
    *, viewer: Viewer, case_id: UUID, expected_seq: int, amount: int | None = None, **given: Any
) -> object:
    moves = (actions.CaseSum(case_id, amount),)
    return actions.move_money(viewer=viewer, moves=moves, **given)


def _fund(
    *, viewer: Viewer, case_id: UUID, expected_seq: int, amount: int | None = None, **given: Any
) -> object:
    return actions.fund_cash(viewer=viewer, moves=(actions.CaseSum(case_id, amount),), **given)


def _carry(*, viewer: Viewer, case_id: UUID, **given: Any) -> object:
    from thads.enforcement.money.rules.facts import Lying, Sum

    sums, places, rest = [], [], {}
    for name, value in given.items():
        kind, _, key = name.partition("_")
        if kind == "sum":
            sums.append(Sum(Purse.POOL, value) if key == "pool" else Sum(Purse.DUTY, value, int(key)))
        elif kind == "place":
            places.append(Lying(Place(key), value))
        else:
            rest[name] = value
    return actions.carry_balance(
        viewer=viewer, case_id=case_id, sums=tuple(sums), places=tuple(places), **rest
    )


BESIDE: Mapping[str, str] = {
    "money.in_the_future": "on",
    "money.before_decision": "on",
    "money.amount_needed": "amount",
    "money.more_than_held": "amount",
    "money.not_at_place": "place",
    "money.same_place": "to_place",
    "money.payee_needed": "payee",
    "money.payee_stranger": "payee",
    "money.organisation_by_transfer": "form",
    "money.transfer_is_rule": "reason",
    "money.account_needed": "bank_account",
    "money.place_for_form": "place",
    "money.cashier_needed": "cashier",
    "money.cashier_is_accountant": "cashier",
    "money.fee_not_decided": "held",
    "money.fee_first": "held",
    "money.wrong_payer_purse": "payee_kind",
    "money.notice_running": "on",
    "money.receipt_used": "receipt_no",
    "money.receipt_form": "receipt_no",
    "money.receipt_no_book": "receipt_no",
    "law.ground_unknown": "ground",
    "law.ground_not_in_force": "ground",
}
"""Code of a refusal → its field; others stand above the form."""


def _row(verb: str, label: str, done: str, fields: Fields, when: When, **more: Any) -> AccountAct:
    call = more.pop("call", None) or getattr(actions, verb)
    return AccountAct(verb, label, done, call, fields, when, **more)


def _nothing(_till: Till) -> dict[str, forms.Field]:
    return {}


ACCOUNT_ACTS: Mapping[str, AccountAct] = {
    act.verb: act
    for act in (
        _row("decide_fee", "Quyết định thu phí", "Đã ra quyết định thu phí thi hành án.", _deciding_fee,
             lambda till: any(item.decided is None for item in till.fees.items), icon="writing-sign",
             day="Ngày quyết định", group="fee"),
        _row("withhold_fee", "Trừ phí trước khi chi trả", "Đã trừ phí thi hành án.",
             lambda till: {"duty": _duties(till, _fees_due(till))},
             lambda till: bool(_fees_due(till)), icon="receipt-2", group="fee"),
        _row("receive_fee", "Thu phí bằng biên lai", "Đã thu phí thi hành án.",
             lambda till: {
                 "duty": _duties(till, _fees_due(till)),
                 "receipt_no": WordsField(label="Số biên lai phí", required=False, max_length=64),
                 "payer": WordsField(label="Người nộp", required=False, max_length=200),
                 "place": _place("Nơi thu"),
             },
             lambda till: bool(_fees_due(till)), call=_receive_fee, icon="receipt", group="fee"),
        _row("relieve_fee", "Miễn, giảm phí", "Đã ra quyết định miễn, giảm phí.", _relieving_fee,
             lambda till: bool(_fees_due(till)), icon="percentage", day="Ngày quyết định", group="fee"),
        _row("correct_fee", "Tính lại phí", "Đã tính lại phí thi hành án.",
             lambda till: {"duty": _duties(till, [check.no for check in till.fees.checks])},
             lambda till: bool(till.fees.checks), icon="refresh", day="Ngày quyết định", group="fee"),
        _row("propose_payout", "Đề nghị chi trả", "Đã đề nghị chi trả.", _proposing, _has(*PAYABLE),
             icon="send", day="Ngày đề nghị", group="pay"),
        _row("prepare_payout", "Lập phiếu chi", "Đã lập phiếu chi.", _nothing,
             _payout_is(PayoutStatus.PROPOSED), icon="file-text", day="Ngày lập phiếu", group="payout"),
        _row("approve_payout", "Duyệt chi", "Đã duyệt chi.", _nothing, _payout_is(PayoutStatus.PREPARED),
             icon="writing-sign", day="Ngày duyệt", group="payout"),
        _row("pay_out", "Chi tiền", "Đã chi tiền.", _paying, _payout_is(PayoutStatus.APPROVED), icon="cash",
             day="Ngày chi", group="payout"),
        _row("turn_down_payout", "Không duyệt chi", "Đã ghi không duyệt chi.",
             lambda _till: {"reason": WordsField(label="Lý do", max_length=500)},
             lambda till: any(one.is_open for one in till.state.payouts), icon="x", group="payout"),
        _row("fund_cash", "Nộp tiền mặt vào quỹ", "Đã nhập quỹ tiền mặt.",
             lambda till: {"amount": _amount(till.state.in_hand or None, required=False)},
             lambda till: bool(till.state.in_hand), call=_fund, icon="cash", day="Ngày nhập quỹ",
             group="place"),
        _row("move_money", "Chuyển tiền giữa quỹ, kho bạc, ngân hàng", "Đã chuyển tiền.", _moving,
             lambda till: bool(till.state.total), call=_move, icon="transfer", group="place"),
        _row("advance_cost", "Nhận tạm ứng chi phí", "Đã ghi tạm ứng chi phí.",
             lambda _till: {"amount": _amount(), "place": _place("Nhận tại")}, lambda till: till.case.is_open,
             icon="wallet", group="cost"),
        _row("incur_cost", "Ghi chi phí", "Đã ghi chi phí.", _incurring, lambda till: till.case.is_open,
             icon="receipt-2", day="Ngày chi", group="cost"),
        _row("settle_cost", "Trừ chi phí vào tiền đã thu", "Đã trừ chi phí.",
             lambda till: {
                 "held": _held(till, only=(Purse.POOL, Purse.DUTY, Purse.DEBTOR)),
                 "amount": _amount(till.state.cost_due or None, required=False),
             },
             lambda till: bool(till.state.cost_due and held_choices(till, (Purse.POOL, Purse.DUTY))),
             icon="minus", group="cost"),
        _row("relieve_cost", "Miễn, giảm chi phí", "Đã ra quyết định miễn, giảm chi phí.",
             lambda till: {"ground": _ground(till, "cost_relief")}, lambda till: bool(till.state.cost_due),
             icon="percentage", day="Ngày quyết định", group="cost"),
        _row("notify_payee", "Thông báo nhận tiền", "Đã ghi thông báo nhận tiền.",
             lambda till: {"held": _held(till, "Tiền của")}, _has(*PAYABLE), icon="mail",
             day="Ngày nhận được thông báo", group="absent"),
        _row("put_aside", "Gửi tiền của người chưa nhận", "Đã gửi tiền.", _putting_aside,
             lambda till: bool(till.state.notified and till.state.held), icon="building-bank",
             group="absent"),
        _row("earn_interest", "Ghi lãi tiền gửi", "Đã ghi lãi tiền gửi.",
             lambda till: {
                 "held": _held(till, "Tiền của"), "amount": _amount(),
                 "place": _place("Nhận tại", Place.BANK),
             },
             lambda till: bool(till.state.aside), icon="percentage", group="absent"),
        _row("unclaimed_to_state", "Sung quỹ tiền không có người nhận", "Đã nộp ngân sách.",
             lambda till: {"held": _held(till), "place": _place("Nộp từ", Place.BANK)},
             lambda till: bool(till.state.notified and till.state.held), icon="building-bank",
             day="Ngày quyết định", group="absent"),
        _row("set_off", "Bù trừ nghĩa vụ", "Đã bù trừ nghĩa vụ.", _balancing, lambda till: bool(_owed(till)),
             icon="switch-horizontal", group="absent"),
        _row("use_own_money", "Dùng tiền của đương sự cho nghĩa vụ của người đó",
             "Đã chuyển tiền sang nghĩa vụ của đương sự.", _balancing,
             lambda till: bool(held_choices(till, (Purse.DUTY,)) and _owed(till)), icon="arrow-right",
             group="absent"),
        _row("carry_balance", "Nhập số dư đầu kỳ", "Đã nhập số dư đầu kỳ.", _carrying, _is_empty,
             call=_carry, icon="file-import", day="Ngày chuyển sổ", group="place"),
    )
}  # fmt: skip
"""Every act on an account that an officer does from its page; money comes in on the page of the case."""


def till_of(viewer: Viewer, case_id: UUID, payout: int = 0) -> Till:
    """Return what the forms of an account are made from; refuses a case out of sight."""
    page = queries.account_page(viewer, case_id)
    return Till(page, case_brief(viewer, case_id), queries.fee_page(viewer, case_id), viewer, payout)
