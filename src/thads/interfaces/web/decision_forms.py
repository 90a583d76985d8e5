"""The forms of requests and decisions: what a request says, what a head decides, one decision or several at
once.

Likely values stand in the fields: the requester's own entry, the bailiff who has least to do, the law's
ground.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.grouping import DecisionChoice
from thads.enforcement.cases.rules.intake_pages import BailiffLoad, ProposedDecision
from thads.enforcement.cases.rules.limitation import ExcludedCause, ExcludedTime, excluded_causes
from thads.enforcement.cases.rules.pages import DutyLine, RequestRow
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.requested import RequestChannel, open_channels
from thads.enforcement.cases.rules.vocabulary import Flag, JudgmentKind, PartyRole
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
from thads.interfaces.web.intake_forms import BornField
from thads.kernel.text import write_dong
from thads.law import LAW, Ground, Regime


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


# --------------------------------------------------------------------------- times that do not count


class ExcludingForm(TickedForm):
    """A form with a time that does not count in the limitation."""

    def add_excluded(self, on: date) -> None:
        causes = words_of(ExcludedCause, only=excluded_causes(on))
        self.fields["excluded_cause"] = ChoiceField(
            label="Thời gian không tính vào thời hiệu", required=False,
            choices=with_nothing("Không có", causes),
        )  # fmt: skip
        self.fields["excluded_since"] = DayField(label="Không tính từ ngày", required=False)
        self.fields["excluded_until"] = DayField(label="Đến trước ngày", required=False)

    def excluded(self) -> tuple[ExcludedTime, ...]:
        """Return the time written, none when no cause is chosen."""
        given = self.cleaned_data
        if not given.get("excluded_cause"):
            return ()
        cause = ExcludedCause(given["excluded_cause"])
        return (ExcludedTime(cause, given["excluded_since"], given["excluded_until"]),)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("excluded_cause"):
            for name in ("excluded_since", "excluded_until"):
                if given.get(name) is None and name not in self.errors:
                    self.add_error(name, "Hãy nhập ngày.")
        return given


# --------------------------------------------------------------------------- requests


class RequestForm(ExcludingForm):
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
        "cases.enforced_elsewhere": "duty_nos",
        "cases.channel_unknown": "channel",
        "cases.channel_not_announced": "channel",
        "cases.oral_needs_minutes": "content",
        "cases.ability_proof_needed": "content",
        "cases.born_wrong": "born",
        "cases.excluded_time_wrong": "excluded_until",
        "cases.excluded_time_unknown": "excluded_cause",
        "cases.contract_needed": "contract_no",
        "cases.contract_in_future": "contract_on",
        "cases.place_needed": "competent_agency",
        "organisation.office_outside_province": "competent_agency",
    }

    def __init__(
        self,
        given: Mapping[str, str] | None = None,
        *,
        duties: Sequence[DutyLine],
        requester: PartyDetails,
        judgment_kind: JudgmentKind,
        today: date,
        competent: Sequence[Choice] = (),
    ) -> None:
        initial = {"requester": requester.name, "requested_on": today, "received_on": today}
        super().__init__(given, initial=initial, auto_id="request-%s")
        self.add_duties(duties)
        self.fields["channel"] = ChoiceField(
            label="Hình thức yêu cầu", required=False,
            choices=words_of(RequestChannel, only=open_channels(today)),
        )  # fmt: skip
        if LAW.regime(today) is Regime.R2025:
            self._add_details(requester, judgment_kind)
        if competent:
            self._add_contract(competent)
        self.add_excluded(today)
        self.fields["requester"].widget.attrs["data-first"] = ""

    def _add_details(self, person: PartyDetails, judgment_kind: JudgmentKind) -> None:
        add_details(self, person)
        if judgment_kind is JudgmentKind.ARBITRATION:
            self.fields["has_award_proof"] = forms.BooleanField(
                label="Có tài liệu chứng minh phán quyết được thi hành", required=False
            )

    def _add_contract(self, competent: Sequence[Choice]) -> None:
        self.fields["contract_no"] = WordsField(label="Số hợp đồng dịch vụ", max_length=64)
        self.fields["contract_on"] = DayField(label="Ngày hợp đồng")
        self.fields["competent_agency"] = ChoiceField(
            label="Nơi thi hành thuộc địa bàn", choices=with_nothing("Chọn cơ quan", competent)
        )

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of the action, besides the viewer and the judgment."""
        given = self.cleaned_data
        plain = ("requester", "requested_on", "received_on", "content")
        more = ("has_award_proof", "contract_no", "contract_on", "competent_agency")
        return {
            **{name: given[name] for name in plain},
            **{name: given[name] for name in more if name in given},
            "duty_nos": self.duty_nos(),
            "channel": RequestChannel(given.get("channel") or RequestChannel.DIRECT),
            "details": details_of(given),
            "excluded": self.excluded(),
        }


DETAILS = ("id_number", "born", "address", "phone", "bank_account")


def add_details(form: PlainForm, person: PartyDetails) -> None:
    """Add what the law asks of whoever requests, as it is known (N152 Đ9.2)."""
    form.fields["id_number"] = WordsField(label="Số định danh, mã số thuế", required=False, max_length=32)
    form.fields["born"] = BornField(label="Ngày sinh", required=False, max_length=10)
    form.fields["address"] = WordsField(label="Địa chỉ", required=False, max_length=300)
    form.fields["phone"] = WordsField(label="Điện thoại", required=False, max_length=32)
    form.fields["bank_account"] = WordsField(label="Tài khoản ngân hàng", required=False, max_length=120)
    for name in DETAILS:
        known = getattr(person, name)
        form.fields[name].initial = _day_words(known) if name == "born" else known


def _day_words(born: str) -> str:
    return f"{date.fromisoformat(born):%d/%m/%Y}" if len(born) == 10 else born


def details_of(given: Mapping[str, Any]) -> PartyDetails | None:
    """Return what was written of the person who asks, None when nothing was asked of him."""
    if "address" not in given:
        return None
    return PartyDetails(
        PartyRole.CREDITOR, given.get("requester", ""), given["address"], given["id_number"], given["phone"],
        given["born"], given["bank_account"],
    )  # fmt: skip


class CompletionForm(PlainForm):
    """What a request lacked."""

    on = DayField(label="Ngày bổ sung đủ")

    beside = {
        "cases.received_in_future": "on",
        "cases.received_before_issued": "on",
        "cases.born_wrong": "born",
    }

    def __init__(
        self, given: Mapping[str, str] | None = None, *, row: RequestRow, person: PartyDetails, today: date
    ) -> None:
        super().__init__(given, initial={"on": today}, auto_id=f"completion-{row.request_id}-%s")
        add_details(self, person)
        self.fields["debtor_address"] = WordsField(
            label="Địa chỉ người phải thi hành án", required=False, max_length=300
        )
        if "award_proof" in row.missing:
            self.fields["has_award_proof"] = forms.BooleanField(
                label="Có tài liệu chứng minh phán quyết được thi hành", required=False
            )
        self.fields["on"].widget.attrs["data-first"] = ""

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of the action, besides the viewer and the request."""
        given = self.cleaned_data
        return {
            "on": given["on"],
            "details": details_of(given),
            "debtor_address": given["debtor_address"],
            "has_award_proof": given.get("has_award_proof", False),
        }


class LimitationForm(ExcludingForm):
    """A head accepts, or not, a request that comes after the limitation."""

    on = DayField(label="Ngày quyết định")
    is_accepted = ChoiceField(
        label="Yêu cầu quá hạn", choices=[("yes", "Chấp nhận"), ("no", "Không chấp nhận")]
    )
    ground = WordsField(
        label="Trở ngại, sự kiện bất khả kháng và tài liệu chứng minh; hoặc lý do không chấp nhận",
        lines=2,
        max_length=300,
    )

    beside = {
        "cases.received_in_future": "on",
        "cases.received_before_issued": "on",
        "cases.excluded_time_wrong": "excluded_until",
    }

    def __init__(self, given: Mapping[str, str] | None = None, *, row: RequestRow, today: date) -> None:
        super().__init__(given, initial={"on": today}, auto_id=f"limitation-{row.request_id}-%s")
        self.add_excluded(row.requested_on)
        self.fields["ground"].widget.attrs["data-first"] = ""


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


# --------------------------------------------------------------------------- decisions


def load_words(load: BailiffLoad) -> str:
    """Return a bailiff with what he has to do."""
    return f"{load.name} ({load.code}), {load.open_cases} việc"


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
        "cases.duties_apart": "duty_nos",
        "cases.enforced_elsewhere": "duty_nos",
        "cases.paid_over_duty": "paid",
        "cases.paid_not_prisoner": "flags",
        "law.ground_not_in_force": "ground",
    }

    def __init__(
        self,
        given: Mapping[str, str] | None = None,
        *,
        today: date,
        bailiffs: Sequence[Bailiff] = (),
        loads: Sequence[BailiffLoad] = (),
        likely: str = "",
        duties: Sequence[DutyLine] | None = None,
        grounds: Sequence[Ground] = (),
        ground: str = "",
        late: bool = False,
        pays: bool = False,
        key: str = "decision",
    ) -> None:
        super().__init__(given, initial={"on": today, "bailiff": likely}, auto_id=f"{key}-%s")
        people = [(one.code, load_words(one)) for one in loads]
        people = people or [(one.code, f"{one.name} ({one.code})") for one in bailiffs]
        offer(self, "bailiff", with_nothing("Phân công sau", people))
        self.fields["on" if likely else "bailiff"].widget.attrs["data-first"] = ""
        if duties is not None:
            self.add_duties(duties)
        if grounds:
            self.fields["ground"] = ground_field(grounds, ground)
        if late:
            self._add_late()
        if pays:
            self.fields["paid"] = MoneyField(
                label="Số tiền người đang chấp hành án phạt tù đã nộp", required=False,
                help_text="Chỉ khi đã hết thời hiệu: ra quyết định cho riêng số tiền này.",
            )  # fmt: skip

    def _add_late(self) -> None:
        self.fields["obstacle"] = WordsField(
            label="Trở ngại khách quan, sự kiện bất khả kháng",
            required=False,
            max_length=300,
            help_text="Chỉ ghi khi yêu cầu quá thời hiệu mà được chấp nhận.",
        )

    def flags_chosen(self) -> tuple[Flag, ...]:
        """Return the marks ticked."""
        return tuple(Flag(one) for one in self.cleaned_data["flags"])

    def paid(self, duty: DutyLine | None) -> tuple[Part, ...]:
        """Return the đồng paid after the limitation, nothing when none is written."""
        amount = self.cleaned_data.get("paid")
        return (Part(duty.no, amount),) if amount and duty is not None else ()


def ground_field(grounds: Sequence[Ground], likely: str) -> ChoiceField:
    """Return the choice of a ground ex officio; nothing chosen: the one the law lists for the duties."""
    choices = [(one.code, f"{one.vi} ({one.basis})") for one in grounds]
    return ChoiceField(
        label="Căn cứ chủ động", required=False, choices=with_nothing("Theo danh mục khoản", choices),
        initial=likely,
    )  # fmt: skip


class DecisionsForm(PlainForm):
    """Several decisions at once, one a group that the law puts together: each with its bailiff and ground."""

    on = DayField(label="Ngày quyết định")
    flags = forms.MultipleChoiceField(
        label="Đánh dấu", choices=words_of(Flag), required=False, widget=forms.CheckboxSelectMultiple
    )

    beside = {
        "cases.in_the_future": "on",
        "cases.decided_before_receipt": "on",
        "cases.before_judgment": "on",
        "cases.bailiff_unknown": "bailiff_0",
    }

    def __init__(
        self,
        given: Mapping[str, str] | None = None,
        *,
        proposed: Sequence[ProposedDecision],
        loads: Sequence[BailiffLoad],
        grounds: Sequence[Ground],
        today: date,
        key: str,
    ) -> None:
        super().__init__(given, initial={"on": today}, auto_id=f"{key}-%s")
        self.proposed = tuple(proposed)
        people = with_nothing("Phân công sau", [(one.code, load_words(one)) for one in loads])
        for place, one in enumerate(proposed):
            self.fields[f"take_{place}"] = forms.BooleanField(label="Ra", required=False, initial=True)
            self.fields[f"bailiff_{place}"] = ChoiceField(
                label="Chấp hành viên", required=False, choices=people, initial=one.bailiff
            )
            if grounds:
                self.fields[f"ground_{place}"] = ground_field(grounds, one.ground)
        self.fields["on"].widget.attrs["data-first"] = ""

    @property
    def groups(self) -> list[tuple[ProposedDecision, list[Any]]]:
        """Each decision proposed with its fields."""
        names = ("take", "bailiff", "ground")
        return [
            (one, [self[f"{name}_{place}"] for name in names if f"{name}_{place}" in self.fields])
            for place, one in enumerate(self.proposed)
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(given.get(f"take_{place}") for place in range(len(self.proposed))):
            self.add_error(None, "Hãy chọn ít nhất một quyết định.")
        return given

    def choices(self) -> tuple[DecisionChoice, ...]:
        """Return the decisions ticked."""
        given = self.cleaned_data
        flags = tuple(Flag(one) for one in given["flags"])
        return tuple(
            DecisionChoice(one.group.nos, given[f"bailiff_{place}"], given.get(f"ground_{place}", ""), flags)
            for place, one in enumerate(self.proposed)
            if given[f"take_{place}"]
        )
