"""The form of a judgment received: its entry, its parties, its duties.

Likely values stand in the fields: received today, one debtor and one creditor; what is rare waits in a fold.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from thads.enforcement.cases.rules.facts import Instalment, Interest
from thads.enforcement.cases.rules.intake import IntakeDuty, ReceiptManner
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import JudgmentKind, ObligationKind, PartyRole
from thads.interfaces.clock import VIET_NAM
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
from thads.law import LAW

_YEAR = re.compile(r"(19|20)\d{2}")
_INSTANT = re.compile(r"(\S+)\s+(\d{1,2})[:hg](\d{2})?")
_BY_LAW = ("luật", "theo luật", "luat", "0")


class ReadField(WordsField):
    """Words that are read as something else; their length is that of what was typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.of_words, self.validators = list(self.validators), []

    def written(self, value: Any) -> str:
        """Return what was typed; refuse more of it than the field takes."""
        words = str(forms.CharField.to_python(self, value))
        for check in self.of_words:
            check(words)
        return words


class BornField(WordsField):
    """A birth date as officers write it, or the year alone; gives 1985-04-02 or 1985."""

    def to_python(self, value: Any) -> str:
        written = str(super().to_python(value))
        if not written or _YEAR.fullmatch(written):
            return written
        try:
            found = DayField().to_python(written)
        except forms.ValidationError:
            raise forms.ValidationError("Hãy ghi ngày sinh như 02/04/1985, hoặc năm sinh như 1985.") from None
        return found.isoformat() if found else ""


class InstantField(ReadField):
    """A day and a time: 02/07/2026 08:30."""

    def to_python(self, value: Any) -> Any:
        written = self.written(value)
        if not written:
            return None
        match = _INSTANT.fullmatch(written)
        day = DayField().to_python(match[1]) if match else None
        hour, minute = (int(match[2]), int(match[3] or 0)) if match else (24, 0)
        if day is None or hour > 23 or minute > 59:
            raise forms.ValidationError("Hãy ghi ngày và giờ như 02/07/2026 08:30.")
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIET_NAM)


class LinesField(ReadField):
    """Several entries, one a line; gives them as a tuple."""

    def to_python(self, value: Any) -> Any:
        return tuple(line.strip() for line in self.written(value).splitlines() if line.strip())


class InterestField(ReadField):
    """Late interest a year: “luật” for the rate of the law, or percent such as 9,5; gives hundredths of a
    percent, None when nothing is written.
    """

    def to_python(self, value: Any) -> Any:
        written = self.written(value).removesuffix("%").strip().lower()
        if not written:
            return None
        if written in _BY_LAW:
            return 0
        try:
            rate = Decimal(written.replace(",", ".")) * 100
        except InvalidOperation:
            rate = Decimal(-1)
        if not 0 < rate < 100_000 or rate != int(rate):
            raise forms.ValidationError("Hãy ghi “luật” hoặc lãi suất một năm, ví dụ 9,5.")
        return int(rate)


class InstalmentsField(ReadField):
    """Sums and their due days: “01/07/2026: 5.000.000; 01/10/2026: 5tr”."""

    def to_python(self, value: Any) -> Any:
        written = self.written(value)
        return tuple(_instalment(part) for part in re.split(r"[;\n]", written) if part.strip())


def _instalment(written: str) -> Instalment:
    day, colon, amount = written.partition(":")
    try:
        due_on = DayField().to_python(day)
        found = MoneyField().to_python(amount)
    except forms.ValidationError:
        due_on, found = None, None
    if not colon or due_on is None or found is None:
        raise forms.ValidationError(
            f"“{written.strip()}” không đọc được; hãy ghi như 01/07/2026: 5.000.000, các kỳ cách nhau bằng "
            "dấu chấm phẩy."
        )
    return Instalment(due_on, found)


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
    manner = ChoiceField(label="Hình thức nhận", required=False, choices=words_of(ReceiptManner))
    received_at = InstantField(
        label="Lúc hệ thống ghi nhận",
        required=False,
        max_length=40,
        help_text="Chỉ khi nhận điện tử, ví dụ 02/07/2026 08:30.",
    )
    handed_over_by = WordsField(label="Người giao", required=False, max_length=200)
    papers = LinesField(
        label="Tài liệu kèm theo",
        required=False,
        lines=2,
        max_length=2000,
        help_text="Mỗi tài liệu một dòng: biên bản kê biên, biên lai tạm ứng …",
    )
    awaits_papers = forms.BooleanField(label="Còn chờ biên bản kê biên, tạm giữ", required=False)
    is_interim = forms.BooleanField(label="Quyết định áp dụng biện pháp khẩn cấp tạm thời", required=False)

    beside = {
        "cases.judgment_duplicate": "number",
        "cases.judgment_number_wrong": "number",
        "cases.judgment_in_future": "issued_on",
        "cases.effective_before_issued": "effective_on",
        "cases.received_before_issued": "received_on",
        "cases.received_in_future": "received_on",
        "cases.system_time_needed": "received_at",
        "cases.system_time_differs": "received_at",
        "cases.manner_unknown": "manner",
        "cases.asset_part_only": "kind",
        "access.not_your_role": "agency",
        "access.not_in_sight": "agency",
    }
    rare = ("manner", "received_at", "handed_over_by", "papers", "awaits_papers", "is_interim")

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

    def clean_manner(self) -> ReceiptManner:
        """Return how it came; by hand when nothing is chosen."""
        return ReceiptManner(self.cleaned_data["manner"] or ReceiptManner.DIRECT)

    @property
    def is_rare(self) -> bool:
        """Whether the fold of rare fields stands open: something is written or wrong in it."""
        written = any(self.data.get(name) not in (None, "", ReceiptManner.DIRECT.value) for name in self.rare)
        return written or any(name in self.errors for name in self.rare)

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of the action, besides the viewer, parties and duties."""
        return {**self.cleaned_data, "kind": JudgmentKind(self.cleaned_data["kind"])}


class PartyForm(PlainForm):
    """One party; a line left empty is no party."""

    role = ChoiceField(label="Tư cách", choices=words_of(PartyRole))
    name = WordsField(label="Họ tên, tên tổ chức", required=False, max_length=200)
    id_number = WordsField(label="Số định danh, mã số thuế", required=False, max_length=32)
    born = BornField(label="Ngày sinh hoặc năm sinh", required=False, max_length=10)
    address = WordsField(label="Địa chỉ", required=False, max_length=300)
    phone = WordsField(label="Điện thoại", required=False, max_length=32)
    bank_account = WordsField(label="Tài khoản ngân hàng", required=False, max_length=120)

    details = ("id_number", "born", "address", "phone", "bank_account")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("name") and any(given.get(name) for name in self.details):
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
    interest = InterestField(label="Lãi chậm thi hành, %/năm", required=False, max_length=20)
    interest_since = DayField(label="Lãi tính từ ngày", required=False)
    instalments = InstalmentsField(label="Các kỳ trả", required=False, max_length=4000)
    joint = WordsField(label="Dấu liên đới", required=False, max_length=32)
    secured_by = WordsField(label="Tài sản bảo đảm", required=False, max_length=300)

    rare = ("interest", "interest_since", "instalments", "joint", "secured_by")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("debtor", "creditor"):
            self.fields[name].widget.attrs.update({"list": "party-names", "autocomplete": "off"})

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("kind") and (given.get("amount") or given.get("content")):
            self.add_error("kind", "Hãy chọn khoản phải thi hành, hoặc bỏ dòng.")
        if given.get("interest_since") and given.get("interest") is None and "interest" not in self.errors:
            self.add_error("interest", "Hãy ghi lãi suất, hoặc “luật” khi theo mức luật định.")
        return given

    @property
    def is_rare(self) -> bool:
        """Whether the fold of rare fields stands open: something is written or wrong in it."""
        written = any(self.data.get(self.add_prefix(name)) for name in self.rare)
        return written or any(name in self.errors for name in self.rare)


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
        PartyDetails(
            PartyRole(one["role"]), one["name"], one["address"], one["id_number"], one["phone"], one["born"],
            one["bank_account"],
        )
        for one in _kept(lines)
        if one.get("name")
    )  # fmt: skip


def duties_of(lines: "BaseFormSet[forms.Form]", parties: Sequence[PartyDetails]) -> tuple[IntakeDuty, ...]:
    """Return the duties typed; who owes and who receives is supposed when there is only one of them."""
    debtor, creditor = _only(parties, PartyRole.DEBTOR), _only(parties, PartyRole.CREDITOR)
    return tuple(_duty(one, debtor, creditor) for one in _kept(lines) if one.get("kind"))


def _duty(given: Mapping[str, Any], debtor: str, creditor: str) -> IntakeDuty:
    kind = ObligationKind(given["kind"])
    receives = "" if LAW.obligations.of(kind).is_state_revenue else creditor
    yearly = given["interest"]
    return IntakeDuty(
        kind=kind,
        amount=given["amount"] or sum(one.amount for one in given["instalments"]),
        creditor=given["creditor"] or receives,
        debtor=given["debtor"] or debtor,
        content=given["content"],
        interest=None if yearly is None else Interest(yearly, given["interest_since"]),
        instalments=given["instalments"],
        joint=given["joint"],
        secured_by=given["secured_by"],
    )


def _kept(lines: "BaseFormSet[forms.Form]") -> list[Mapping[str, Any]]:
    return [
        form.cleaned_data for form in lines.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")
    ]


def _only(parties: Sequence[PartyDetails], role: PartyRole) -> str:
    names = [party.name for party in parties if party.role is role]
    return names[0] if len(names) == 1 else ""
