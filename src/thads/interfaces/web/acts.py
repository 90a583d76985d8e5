"""The acts on a case as forms: one row of the table for each verb, with its fields and the action it calls.

Likely values stand in the fields: today, the only fitting obligation, what is left to pay.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from django import forms

from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.lifecycle import Step
from thads.enforcement.cases.rules.pages import CasePage, ObligationLine
from thads.enforcement.cases.rules.vocabulary import SuspensionCause, VerificationResult
from thads.enforcement.money import actions as money
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.fields import (
    Choice,
    ChoiceField,
    DayField,
    MoneyField,
    PlainForm,
    SuggestingInput,
    VocabularyField,
    WordsField,
    with_nothing,
)
from thads.interfaces.web.receipt_fields import BESIDE as BESIDE_RECEIPT
from thads.interfaces.web.receipt_fields import receipt_fields, receive
from thads.kernel.money import Dong
from thads.kernel.text import write_dong


class Touch(StrEnum):
    """How an act names the obligations it touches."""

    NONE = "none"
    NUMBERS = "numbers"
    AMOUNTS = "amounts"
    WHOLE_OR_AMOUNTS = "whole_or_amounts"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form's fields are made from: the case, the step with its grounds, the person who acts."""

    page: CasePage
    step: Step
    viewer: Viewer

    @property
    def lines(self) -> Sequence[ObligationLine]:
        """The obligations that the step may touch now."""
        return [line for line in self.page.obligations if line.no in self.step.nos]


Fields = Callable[[Setting], Mapping[str, forms.Field]]


@dataclass(frozen=True, slots=True)
class Act:
    """One verb of an officer: what is said when it is done, its own fields, which obligations it names."""

    verb: str
    done: str
    day: str
    call: Callable[..., UUID]
    touch: Touch = Touch.NONE
    fields: Fields = field(default=lambda _setting: {})
    beside: Mapping[str, str] = field(default_factory=dict)
    icon: str = "file-text"
    done_to: str = ""
    """Begins what is said when sums or some obligations are named; else `done` does."""


class ActForm(PlainForm):
    """The form of one act on one case."""

    seq = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, act: Act, setting: Setting, given: Mapping[str, str] | None = None) -> None:
        self.act, self.setting = act, setting
        super().__init__(given, initial={"seq": setting.page.seq}, prefix=None, auto_id=f"{act.verb}-%s")
        self.beside = {**BESIDE, **act.beside}
        self.fields["on"] = DayField(label=act.day, initial=setting.viewer.on)
        self.fields.update(act.fields(setting))
        self.fields.update(_touching(act.touch, setting))
        for name, one in self.fields.items():
            if name != "nos":
                one.error_messages["required"] = f"Hãy nhập “{one.label or name}”."
        first = next(
            name for name in self.fields if name != "seq" and (name != "on" or len(self.fields) == 2)
        )
        self.fields[first].widget.attrs["data-first"] = ""

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of the action, besides the viewer and the case."""
        given = dict(self.cleaned_data)
        out: dict[str, Any] = {"expected_seq": given.pop("seq")}
        amounts = {int(key[5:]): given.pop(key) for key in list(given) if key.startswith("part_")}
        nos = tuple(sorted(int(no) for no in given.pop("nos", self.setting.step.nos)))
        match self.act.touch:
            case Touch.NUMBERS:
                out["nos"] = () if self._is_all(nos) else nos
            case Touch.AMOUNTS:
                out["parts"] = tuple(Part(no, amount) for no, amount in amounts.items() if amount)
            case Touch.WHOLE_OR_AMOUNTS:
                whole = self._is_all(nos) and not any(amounts.values())
                out["parts"] = () if whole else tuple(Part(no, amounts.get(no) or None) for no in nos)
        return {**out, **given}

    def done(self) -> str:
        """Return what was done, with the sums and the obligations when not all were meant."""
        given, left = self.arguments(), {line.no: line.remaining for line in self.setting.lines}
        sums = {one.no: left[one.no] if one.amount is None else one.amount for one in given.get("parts", ())}
        touched = _touched(sums) if sums else _lines(given.get("nos", ()))
        if not touched:
            return self.act.done
        return f"{self.act.done_to or self.act.done.removesuffix('.') + ':'} {touched}."

    def _is_all(self, nos: tuple[int, ...]) -> bool:
        """Say whether all fitting obligations are meant, so that the act need not name them."""
        return set(nos) == set(self.setting.step.nos)

    def main_fields(self) -> list[forms.BoundField]:
        """Return the visible fields besides those about obligations."""
        return [
            one for one in self.visible_fields() if one.name != "nos" and not one.name.startswith("part_")
        ]

    def line_fields(self) -> list[tuple[ObligationLine, forms.BoundField | None]]:
        """Return each fitting obligation with the field of its đồng, if the act takes any."""
        return [
            (line, self[f"part_{line.no}"] if f"part_{line.no}" in self.fields else None)
            for line in self.setting.lines
        ]

    def line_fields_shown(self) -> bool:
        """Say whether obligations must be ticked or given amounts."""
        return self.has_nos() or any(name.startswith("part_") for name in self.fields)

    def has_nos(self) -> bool:
        """Say whether obligations are ticked."""
        return "nos" in self.fields

    def chosen_nos(self) -> list[int]:
        """Return the numbers ticked, as typed or as supposed."""
        value = self["nos"].value() if self.has_nos() else []
        return [int(no) for no in value or [] if str(no).isdecimal()]


def _touched(sums: Mapping[int, Dong]) -> str:
    total = write_dong(sum(sums.values()))
    if len(sums) == 1:
        return ", ".join([*([total] if any(sums.values()) else []), _lines(sums)])
    return f"{total} ({'; '.join(f'khoản {no}: {write_dong(amount)}' for no, amount in sums.items())})"


def _lines(nos: Collection[int]) -> str:
    return f"khoản {', '.join(map(str, nos))}" if nos else ""


def _touching(touch: Touch, setting: Setting) -> dict[str, forms.Field]:
    """Return the fields by which obligations are named; a single one needs no ticking."""
    lines, found = setting.lines, dict[str, forms.Field]()
    if touch in (Touch.NUMBERS, Touch.WHOLE_OR_AMOUNTS) and len(lines) > 1:
        choices = [(str(line.no), f"Khoản {line.no}") for line in lines]
        found["nos"] = forms.MultipleChoiceField(
            label="Khoản",
            choices=choices,
            initial=[no for no, _ in choices],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Hãy chọn ít nhất một khoản."},
        )
    if touch in (Touch.AMOUNTS, Touch.WHOLE_OR_AMOUNTS):
        for line in lines:
            if line.remaining > 0:
                found[f"part_{line.no}"] = _amount(line, touch, is_only=len(lines) == 1)
    return found


def _amount(line: ObligationLine, touch: Touch, *, is_only: bool) -> MoneyField:
    hint = f"Còn phải thi hành {write_dong(line.remaining)}."
    if touch is Touch.WHOLE_OR_AMOUNTS:
        hint = f"Để trống là toàn bộ {write_dong(line.remaining)} còn lại."
    return MoneyField(
        label=f"Số tiền (đồng), khoản {line.no}",
        required=False,
        help_text=hint,
        initial=line.remaining if is_only and touch is Touch.AMOUNTS else None,
    )


# --------------------------------------------------------------------------- fields of the acts


def _ground(setting: Setting, *, words: str = "Căn cứ", required: bool = True) -> ChoiceField:
    choices = [(ground.code, f"{ground.vi} ({ground.basis})") for ground in setting.step.grounds]
    return ChoiceField(label=words, choices=with_nothing("Chọn căn cứ", choices), required=required)


def _assigning(setting: Setting) -> dict[str, forms.Field]:
    row = setting.page.row
    here = organisation.bailiffs(frozenset({row.agency}), on=setting.viewer.on)
    choices: list[Choice] = [
        (one.code, f"{one.name} ({one.code})") for one in here if one.code != row.bailiff
    ]
    found: dict[str, forms.Field] = {
        "bailiff": ChoiceField(label="Chấp hành viên", choices=with_nothing("Chọn chấp hành viên", choices))
    }
    if row.bailiff:
        found["reason"] = WordsField(label="Lý do thay đổi", required=False, max_length=500)
    return found


MANNERS = (
    "Thông báo trực tiếp",
    "Niêm yết công khai",
    "Trên phương tiện thông tin đại chúng",
    "Bằng phương tiện điện tử",
)


def _noticing(_setting: Setting) -> dict[str, forms.Field]:
    return {"manner": ChoiceField(label="Cách thông báo", choices=[(words, words) for words in MANNERS])}


def _verifying(_setting: Setting) -> dict[str, forms.Field]:
    return {
        "result": VocabularyField(VerificationResult, label="Kết quả xác minh", nothing="Chọn kết quả"),
        "findings": WordsField(label="Nội dung xác minh", lines=2, required=False, max_length=4000),
    }


def _on_ground(setting: Setting) -> dict[str, forms.Field]:
    return {"ground": _ground(setting)}


def _resuming(setting: Setting) -> dict[str, forms.Field]:
    return {"ground": _ground(setting, required=False)}


def _deferring(setting: Setting) -> dict[str, forms.Field]:
    hint = "Phải ghi khi đương sự thỏa thuận hoãn; để trống nếu căn cứ không định ngày."
    until = DayField(label="Hoãn đến ngày", required=False, help_text=hint)
    return {"ground": _ground(setting), "until": until}


def _suspending(_setting: Setting) -> dict[str, forms.Field]:
    return {"cause": VocabularyField(SuspensionCause, label="Căn cứ", nothing="Chọn căn cứ")}


def _reducing(_setting: Setting) -> dict[str, forms.Field]:
    return {"court_decision": WordsField(label="Số quyết định của Tòa án", max_length=160)}


def _delegating(setting: Setting) -> dict[str, forms.Field]:
    tree = organisation.agency_tree(on=setting.viewer.on)
    names = sorted(one.name for one in tree.agencies.values() if one.code != setting.page.row.agency)
    return {
        "to_agency": WordsField(label="Cơ quan nhận ủy thác", max_length=160, widget=SuggestingInput(names))
    }


def _pulling_up(setting: Setting) -> dict[str, forms.Field]:
    tree = organisation.agency_tree(on=setting.viewer.on)
    code = setting.page.row.agency
    superior = (tree[code].parent or "") if code in tree else ""
    choices = [(superior, tree[superior].name)] if superior in tree else []
    return {"to_agency": ChoiceField(label="Cơ quan rút hồ sơ", choices=choices)}


def _collecting(setting: Setting) -> dict[str, forms.Field]:
    return receipt_fields(setting.page, setting.viewer)


DECISION_DAY = "Ngày quyết định"

BESIDE: Mapping[str, str] = {
    "cases.in_the_future": "on",
    "cases.before_decision": "on",
    "cases.recorded_backwards": "on",
    "cases.ground_needed": "ground",
    "cases.deferral_end_wrong": "until",
    "cases.deferral_end_needed": "until",
    "cases.deferral_too_long": "until",
    "cases.deferral_once": "ground",
    "cases.deferral_in_person": "ground",
    "cases.addressee_needed": "to_agency",
    "cases.to_itself": "to_agency",
    "cases.not_superior": "to_agency",
    "cases.same_bailiff": "bailiff",
    "cases.bailiff_needed": "bailiff",
    "cases.bailiff_unknown": "bailiff",
    "cases.no_notice_yet": "means",
    "cases.voluntary_running": "means",
    "cases.amount_over_rest": "part",
    "cases.amount_not_positive": "part",
    "cases.nothing_to_collect": "part",
    "law.ground_unknown": "ground",
    "law.ground_not_in_force": "ground",
}
"""Code of a refusal → its field (`part`: that of the obligation named); others stand above the form."""

ACTS: Mapping[str, Act] = {
    act.verb: act
    for act in (
        Act(
            "assign_bailiff",
            "Đã phân công chấp hành viên.",
            "Ngày phân công",
            actions.assign_bailiff,
            fields=_assigning,
            icon="user-plus",
        ),
        Act(
            "serve_notice",
            "Đã ghi thông báo hợp lệ.",
            "Ngày thông báo hợp lệ",
            actions.serve_notice,
            fields=_noticing,
            icon="send",
        ),
        Act(
            "record_verification",
            "Đã ghi kết quả xác minh.",
            "Ngày lập biên bản",
            actions.record_verification,
            Touch.NUMBERS,
            _verifying,
            icon="zoom-check",
        ),
        Act(
            "collect_money",
            "Đã ghi số tiền thu.",
            "Ngày thu",
            receive,
            Touch.AMOUNTS,
            _collecting,
            beside=BESIDE_RECEIPT,
            icon="cash",
            done_to="Đã thu",
        ),
        Act(
            "finish",
            "Đã ghi thi hành xong.",
            "Ngày thi hành xong",
            money.close_case,
            Touch.NUMBERS,
            icon="circle-check",
        ),
        Act(
            "decide_unable",
            "Đã ghi quyết định về việc chưa có điều kiện thi hành án.",
            DECISION_DAY,
            actions.decide_unable,
            Touch.NUMBERS,
            _on_ground,
            icon="clock-pause",
        ),
        Act(
            "resume",
            "Đã ghi quyết định tiếp tục thi hành án.",
            DECISION_DAY,
            actions.resume,
            Touch.NUMBERS,
            _resuming,
            icon="player-play",
        ),
        Act(
            "move_to_separate_ledger",
            "Đã chuyển sổ theo dõi riêng.",
            "Ngày chuyển sổ",
            actions.move_to_separate_ledger,
            Touch.NUMBERS,
            icon="notebook",
        ),
        Act(
            "defer",
            "Đã ghi quyết định hoãn thi hành án.",
            DECISION_DAY,
            actions.defer,
            Touch.NUMBERS,
            _deferring,
            icon="player-pause",
        ),
        Act(
            "suspend",
            "Đã ghi tạm đình chỉ thi hành án.",
            "Ngày thông báo, quyết định",
            actions.suspend,
            Touch.NUMBERS,
            _suspending,
            icon="player-stop",
        ),
        Act(
            "terminate",
            "Đã ghi quyết định đình chỉ thi hành án.",
            DECISION_DAY,
            money.terminate_case,
            Touch.WHOLE_OR_AMOUNTS,
            _on_ground,
            icon="square-x",
        ),
        Act(
            "reduce_duty",
            "Đã ghi quyết định giảm nghĩa vụ.",
            "Ngày quyết định có hiệu lực",
            actions.reduce_duty,
            Touch.AMOUNTS,
            _reducing,
            icon="trending-down",
            done_to="Đã ghi giảm nghĩa vụ",
        ),
        Act(
            "delegate_out",
            "Đã ghi quyết định ủy thác.",
            DECISION_DAY,
            actions.delegate_out,
            Touch.WHOLE_OR_AMOUNTS,
            _delegating,
            icon="transfer",
        ),
        Act(
            "pull_up_file",
            "Đã ghi quyết định rút hồ sơ.",
            DECISION_DAY,
            actions.pull_up_file,
            fields=_pulling_up,
            icon="arrow-up",
        ),
        Act(
            "recall_decision",
            "Đã ghi thu hồi, hủy quyết định thi hành án.",
            DECISION_DAY,
            actions.recall_decision,
            Touch.WHOLE_OR_AMOUNTS,
            _on_ground,
            icon="arrow-back-up",
        ),
    )
}
"""Every act of the table of lawful steps, in the order in which buttons stand."""


class CancelForm(PlainForm):
    """Taking back a fact recorded by mistake: the reason stays in the history."""

    seq = forms.IntegerField(widget=forms.HiddenInput)
    reason = WordsField(label="Lý do hủy", max_length=500, widget=forms.TextInput({"data-first": ""}))
