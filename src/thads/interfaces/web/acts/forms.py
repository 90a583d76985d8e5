"""The form of an act on a case: its own fields, the obligations it touches, what is said when it is done.

Likely values stand in the fields: today, the only fitting obligation, what is left to pay.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from django import forms

from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.lifecycle import Step
from thads.enforcement.cases.rules.pages import CasePage, ObligationLine
from thads.foundation.access.rules.viewer import Viewer
from thads.interfaces.web.acts.beside import BESIDE
from thads.interfaces.web.fields import DayField, MoneyField, PlainForm, WordsField
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.kernel.text import write_dong


class Group(StrEnum):
    """The nouns by which the steps of a case are grouped on its page, in the order of the work."""

    NOTICE = "Thông báo"
    VERIFICATION = "Xác minh"
    MONEY = "Thu tiền"
    MEASURES = "Biện pháp"
    REST = "Tạm dừng"
    END = "Kết thúc"
    FILE = "Hồ sơ"


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
Fits = Callable[[CasePage], bool]


@dataclass(frozen=True, slots=True)
class Act:
    """One verb of an officer: what is said when it is done, its own fields, which obligations it names.

    `step`: the verb of the step that says whether it is lawful, when that is another's; such an act has a
    name of its own (`label`) and stands on the page only where it `fits`. `page`: the address of an act
    with a page of its own.
    """

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
    group: Group = Group.FILE
    step: str = ""
    label: str = ""
    fits: Fits = field(default=lambda _page: True)
    page: str = ""

    @property
    def of_step(self) -> str:
        """The verb of the step that says whether the act is lawful."""
        return f"cases.{self.step or self.verb}"


WIDE = frozenset(
    {
        "ground", "findings", "content", "to_agency", "from_agency", "subject", "of", "no", "exception",
        "dissipation", "result", "remarks", "purpose",
    }
)  # fmt: skip
"""Fields that hold whole sentences."""


class ActForm(PlainForm):
    """The form of one act on one case."""

    wide = WIDE

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
        given = {name: value for name, value in self.cleaned_data.items() if value is not None}
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

    def refuse(self, refusal: Refusal) -> None:
        """Show a refusal beside its field; one about the day of coercion beside the day planned, else the
        day.
        """
        if self.beside.get(refusal.code) == "day":
            name = "planned_on" if self.cleaned_data.get("planned_on") else "on"
            self.beside = {**self.beside, refusal.code: name}
        super().refuse(refusal)

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


class CancelForm(PlainForm):
    """Taking back a fact recorded by mistake: the reason stays in the history."""

    seq = forms.IntegerField(widget=forms.HiddenInput)
    reason = WordsField(label="Lý do hủy", max_length=500, widget=forms.TextInput({"data-first": ""}))


class SendForm(PlainForm):
    """The day on which the ticked orders went out."""

    sent_on = DayField(label="Ngày gửi")
