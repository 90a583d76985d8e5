"""The forms of intake: a judgment with its parties and duties, a request, the decisions that open cases.

Likely values stand in the fields: received today, one debtor and one creditor, the duties that wait.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.pages import DutyLine
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import Flag, JudgmentKind, ObligationKind, PartyRole
from thads.foundation.organisation.queries import Bailiff
from thads.interfaces.web.fields import (
    Choice,
    ChoiceField,
    DayField,
    MoneyField,
    PlainForm,
    WordsField,
    offer,
    with_nothing,
    words_of,
)
from thads.kernel.text import write_dong
from thads.law import LAW, Ground


class JudgmentForm(PlainForm):
    """The entry of register 01."""

    agency = ChoiceField(label="Cơ quan nhận")
    court = WordsField(
        label="Tòa án, cơ quan ra bản án",
        max_length=160,
        widget=forms.TextInput({"list": "courts", "autocomplete": "off"}),
    )
    number = WordsField(
        label="Số bản án, quyết định", max_length=80, help_text="Như trên bản án, ví dụ 15/2024/HS-ST."
    )
    kind = ChoiceField(label="Loại án", choices=with_nothing("Chọn loại án", words_of(JudgmentKind)))
    issued_on = DayField(label="Ngày bản án")
    effective_on = DayField(label="Ngày có hiệu lực", required=False)
    received_on = DayField(label="Ngày nhận")
    content = WordsField(label="Nội dung cần ghi thêm", required=False, lines=2, max_length=4000)

    beside = {
        "cases.judgment_duplicate": "number",
        "cases.judgment_number_wrong": "number",
        "cases.judgment_in_future": "issued_on",
        "cases.effective_before_issued": "effective_on",
        "cases.received_before_issued": "received_on",
        "cases.received_in_future": "received_on",
        "access.not_your_role": "agency",
        "access.not_in_sight": "agency",
    }

    def __init__(
        self,
        given: Mapping[str, str] | None = None,
        *,
        agencies: Sequence[Choice],
        courts: Sequence[str],
        today: date,
    ) -> None:
        agency = agencies[0][0] if agencies else ""
        super().__init__(
            given, initial={"received_on": today, "agency": agency, "court": next(iter(courts), "")}
        )
        offer(self, "agency", agencies)
        if len(agencies) == 1:
            self.fields["agency"].widget = forms.HiddenInput()
        if given is None:
            self.fields["number" if courts else "court"].widget.attrs["autofocus"] = ""


class PartyForm(PlainForm):
    """One party; a line left empty is no party."""

    role = ChoiceField(label="Tư cách", choices=words_of(PartyRole))
    name = WordsField(label="Họ tên, tên tổ chức", required=False, max_length=200)
    id_number = WordsField(label="Số định danh, mã số thuế", required=False, max_length=32)
    address = WordsField(label="Địa chỉ", required=False, max_length=300)
    phone = WordsField(label="Điện thoại", required=False, max_length=32)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("name") and (given.get("id_number") or given.get("address") or given.get("phone")):
            self.add_error("name", "Hãy nhập họ tên của người này, hoặc bỏ dòng.")
        return given


class DutyForm(PlainForm):
    """One duty; a line without a kind is none."""

    kind = ChoiceField(
        label="Khoản", choices=with_nothing("Chọn khoản", words_of(ObligationKind)), required=False
    )
    amount = MoneyField(label="Số tiền (đồng)", required=False)
    debtor = WordsField(label="Người phải thi hành", required=False, max_length=200)
    creditor = WordsField(label="Người được thi hành", required=False, max_length=200)
    content = WordsField(label="Nội dung", required=False, max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("debtor", "creditor"):
            self.fields[name].widget.attrs.update({"list": "party-names", "autocomplete": "off"})

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("kind") and (given.get("amount") or given.get("content")):
            self.add_error("kind", "Hãy chọn khoản phải thi hành, hoặc bỏ dòng.")
        return given


class Lines(BaseFormSet):  # type: ignore[type-arg]
    """Lines of a table of inputs; the delete mark is a hidden field that a button sets."""

    deletion_widget = forms.HiddenInput


PartyLines = formset_factory(PartyForm, formset=Lines, extra=0, max_num=500, can_delete=True)
DutyLines = formset_factory(DutyForm, formset=Lines, extra=0, max_num=500, can_delete=True)

FIRST_PARTIES = ({"role": PartyRole.DEBTOR.value}, {"role": PartyRole.CREDITOR.value})
FIRST_DUTIES: tuple[dict[str, object], ...] = ({},)


def parties_of(lines: "BaseFormSet[forms.Form]") -> tuple[PartyDetails, ...]:
    """Return the parties typed, empty and removed lines left out."""
    return tuple(
        PartyDetails(PartyRole(one["role"]), one["name"], one["address"], one["id_number"], one["phone"])
        for one in _kept(lines)
        if one.get("name")
    )


def duties_of(lines: "BaseFormSet[forms.Form]", parties: Sequence[PartyDetails]) -> tuple[IntakeDuty, ...]:
    """Return the duties typed; who owes and who receives is supposed when there is only one of them."""
    debtor, creditor = _only(parties, PartyRole.DEBTOR), _only(parties, PartyRole.CREDITOR)
    return tuple(_duty(one, debtor, creditor) for one in _kept(lines) if one.get("kind"))


def _duty(given: Mapping[str, Any], debtor: str, creditor: str) -> IntakeDuty:
    kind = ObligationKind(given["kind"])
    receives = "" if LAW.obligations.of(kind).is_state_revenue else creditor
    return IntakeDuty(
        kind=kind,
        amount=given["amount"] or 0,
        creditor=given["creditor"] or receives,
        debtor=given["debtor"] or debtor,
        content=given["content"],
    )


def _kept(lines: "BaseFormSet[forms.Form]") -> list[Mapping[str, Any]]:
    return [
        form.cleaned_data for form in lines.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")
    ]


def _only(parties: Sequence[PartyDetails], role: PartyRole) -> str:
    names = [party.name for party in parties if party.role is role]
    return names[0] if len(names) == 1 else ""


# --------------------------------------------------------------------------- requests and decisions


class TickedForm(PlainForm):
    """A form that names duties by ticking them; all that fit are ticked to begin with."""

    def add_duties(self, duties: Sequence[DutyLine]) -> None:
        choices = [(str(one.no), duty_words(one)) for one in duties]
        self.fields["duty_nos"] = forms.MultipleChoiceField(
            label="Các khoản",
            choices=choices,
            initial=[no for no, _ in choices],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Hãy chọn ít nhất một khoản."},
        )

    def duty_nos(self) -> tuple[int, ...]:
        """Return the numbers ticked."""
        return tuple(int(no) for no in self.cleaned_data["duty_nos"])


def duty_words(duty: DutyLine) -> str:
    """Return a duty in one line: number, kind, đồng, who receives."""
    amount = f", {write_dong(duty.amount)}" if duty.amount else ""
    receives = f", cho {duty.creditor}" if duty.creditor else ""
    return f"Khoản {duty.no}: {LAW.label(duty.kind)}{amount}{receives}"


class RequestForm(TickedForm):
    """The entry of register 02."""

    requester = WordsField(label="Người yêu cầu", max_length=200)
    requested_on = DayField(label="Ngày yêu cầu")
    received_on = DayField(label="Ngày nhận")
    content = WordsField(
        label="Nội dung yêu cầu, thông tin tài sản", required=False, lines=2, max_length=4000
    )

    beside = {
        "cases.requester_needed": "requester",
        "cases.request_in_future": "requested_on",
        "cases.request_before_judgment": "requested_on",
        "cases.limitation_over": "requested_on",
        "cases.received_in_future": "received_on",
        "cases.duty_requested": "duty_nos",
        "cases.duty_taken": "duty_nos",
    }

    def __init__(
        self,
        given: Mapping[str, str] | None = None,
        *,
        duties: Sequence[DutyLine],
        requester: str,
        today: date,
    ) -> None:
        initial = {"requester": requester, "requested_on": today, "received_on": today}
        super().__init__(given, initial=initial, auto_id="request-%s")
        self.add_duties(duties)
        self.fields["requester"].widget.attrs["data-first"] = ""


class DecisionForm(TickedForm):
    """What a head decides with an enforcement decision: day, bailiff, marks."""

    on = DayField(label="Ngày quyết định")
    bailiff = ChoiceField(label="Phân công chấp hành viên", required=False)
    flags = forms.MultipleChoiceField(
        label="Đánh dấu", choices=words_of(Flag), required=False, widget=forms.CheckboxSelectMultiple
    )

    beside = {
        "cases.in_the_future": "on",
        "cases.decided_before_receipt": "on",
        "cases.before_judgment": "on",
        "cases.bailiff_unknown": "bailiff",
        "cases.limitation_over": "obstacle",
        "law.ground_not_in_force": "ground",
    }

    def __init__(
        self,
        given: Mapping[str, str] | None = None,
        *,
        bailiffs: Sequence[Bailiff],
        today: date,
        duties: Sequence[DutyLine] | None = None,
        grounds: Sequence[Ground] = (),
        late: bool = False,
        key: str = "decision",
    ) -> None:
        super().__init__(given, initial={"on": today}, auto_id=f"{key}-%s")
        people = [(one.code, f"{one.name} ({one.code})") for one in bailiffs]
        offer(self, "bailiff", with_nothing("Phân công sau", people))
        self.fields["bailiff"].widget.attrs["data-first"] = ""
        if duties is not None:
            self.add_duties(duties)
        if grounds:
            choices = [(one.code, f"{one.vi} ({one.basis})") for one in grounds]
            self.fields["ground"] = ChoiceField(
                label="Căn cứ chủ động", required=False, choices=with_nothing("Theo danh mục khoản", choices)
            )
        if late:
            self.fields["obstacle"] = WordsField(
                label="Trở ngại khách quan, sự kiện bất khả kháng",
                required=False,
                max_length=300,
                help_text="Chỉ ghi khi yêu cầu quá thời hiệu mà được chấp nhận.",
            )

    def flags_chosen(self) -> tuple[Flag, ...]:
        """Return the marks ticked."""
        return tuple(Flag(one) for one in self.cleaned_data["flags"])


class RefusalForm(PlainForm):
    """A head refuses a request on a listed ground."""

    on = DayField(label="Ngày thông báo")
    ground = ChoiceField(label="Căn cứ từ chối")

    def __init__(
        self, given: Mapping[str, str] | None = None, *, grounds: Sequence[Ground], today: date
    ) -> None:
        super().__init__(given, initial={"on": today}, auto_id="refusal-%s")
        choices = [(one.code, f"{one.vi} ({one.basis})") for one in grounds]
        offer(self, "ground", with_nothing("Chọn căn cứ", choices))
        self.fields["ground"].widget.attrs["data-first"] = ""
