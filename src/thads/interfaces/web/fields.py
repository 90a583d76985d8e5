"""Fields of forms as officers write: days as 5/7/2024, money as 15.000.000 or “1,5 tỷ”, words of the law.

A fault stands beside its field as a sentence; what was typed stays as it was typed.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from thads.kernel.refusals import Refusal
from thads.kernel.text import read_amount, read_date, write_int
from thads.law import LAW

Choice = tuple[str, str]

_SHORT_DAY = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_SHORT_YEAR = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{2})")
_MILLIONS = re.compile(r"(?<=\d)\s*tr\.?\b", re.IGNORECASE)

NEEDED = "Hãy nhập “{label}”."


class DayInput(forms.TextInput):
    """A day typed in figures; the month never changes place with the day."""

    def __init__(self) -> None:
        super().__init__(
            {"inputmode": "numeric", "autocomplete": "off", "placeholder": "ngày/tháng/năm", "data-day": ""}
        )

    def format_value(self, value: Any) -> str | None:
        return value.strftime("%d/%m/%Y") if isinstance(value, date) else super().format_value(value)


class DayField(forms.Field):
    """A day: 5/7/2024, 05-07-2024, 5/7/24, 050724 or 05072024."""

    widget = DayInput

    def to_python(self, value: Any) -> date | None:
        written = str(value or "").strip()
        if not written:
            return None
        try:
            return read_date(_long_form(written))
        except Refusal as refusal:
            raise forms.ValidationError(refusal.message) from None


def _long_form(written: str) -> str:
    short = _SHORT_DAY.fullmatch(written) or _SHORT_YEAR.fullmatch(written)
    if short is None:
        return written
    day, month, year = short.groups()
    return f"{day}/{month}/{year if len(year) == 4 else '20' + year}"


class MoneyInput(forms.TextInput):
    """Money typed with or without dots, or in words of size."""

    def __init__(self) -> None:
        super().__init__(
            {"inputmode": "decimal", "autocomplete": "off", "data-money": "", "class": "text-end figure"}
        )

    def format_value(self, value: Any) -> str | None:
        return write_int(value) if isinstance(value, int) else super().format_value(value)


class MoneyField(forms.Field):
    """Whole đồng: 15000000, 15.000.000, 15tr, “1,5 tỷ”."""

    widget = MoneyInput

    def to_python(self, value: Any) -> int | None:
        written = str(value or "").strip()
        if not written:
            return None
        try:
            return read_amount(_MILLIONS.sub(" triệu", written))
        except Refusal as refusal:
            raise forms.ValidationError(refusal.message) from None


class SuggestingInput(forms.TextInput):
    """A line of text that offers what is known; anything else may be typed."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__({"autocomplete": "off"})
        self.known = tuple(known)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        place = f"{name}-known"
        drawn = super().render(name, value, {**(attrs or {}), "list": place}, renderer)
        known = format_html_join("", '<option value="{}"></option>', ((one,) for one in self.known))
        return format_html('{}<datalist id="{}">{}</datalist>', drawn, place, known)


class WordsField(forms.CharField):
    """Text in one line or, with `lines`, in several."""

    def __init__(self, *, lines: int = 0, **kwargs: Any) -> None:
        if lines:
            kwargs.setdefault("widget", forms.Textarea({"rows": lines}))
        super().__init__(**kwargs)


class ChoiceField(forms.ChoiceField):
    """A choice among words; a wrong one is named."""

    default_error_messages = {"invalid_choice": "“%(value)s” không có trong danh sách lựa chọn."}


class VocabularyField(forms.TypedChoiceField):
    """A choice among the members of a vocabulary, shown in the law's words; gives the member."""

    default_error_messages = ChoiceField.default_error_messages

    def __init__(self, vocabulary: type[StrEnum], *, label: str, nothing: str = "") -> None:
        choices = words_of(vocabulary)
        super().__init__(
            label=label, choices=with_nothing(nothing, choices) if nothing else choices, coerce=vocabulary
        )


class PlainForm(forms.Form):
    """A form whose faults are whole sentences; `refuse` puts a refusal beside the field it speaks of."""

    use_required_attribute = False
    beside: dict[str, str] = {}
    """Code of a refusal → the field beside which it is shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.error_messages["required"] = NEEDED.format(label=field.label or name)

    def refuse(self, refusal: Refusal) -> None:
        """Show a refusal beside its field, else above the form."""
        name = self.beside.get(refusal.code, "")
        if name == "part":
            name = f"part_{refusal.details.get('no')}"
        self.add_error(name if name in self.fields else None, with_way_out(refusal))


WAYS_OUT = {
    "cases.judgment_duplicate": ("web:judgment", "judgment_id", "Mở bản án đã nhận"),
    "ledger.changed_meanwhile": ("web:case", "subject_id", "Mở lại hồ sơ"),
}
"""Code of a refusal → the page on which the officer goes on, which of its details names it, the words."""


def with_way_out(refusal: Refusal) -> str:
    """Return the sentence of a refusal, with a link to where the officer goes on when there is one."""
    name, detail, words = WAYS_OUT.get(refusal.code, ("", "", ""))
    if detail not in refusal.details:
        return refusal.message
    address = reverse(name, args=(refusal.details[detail],))
    return format_html('{} <a href="{}">{}</a>', refusal.message, address, words)


def offer(form: forms.Form, name: str, choices: Sequence[Choice]) -> None:
    """Give a field of a form the choices that only this request knows."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def words_of(vocabulary: type[StrEnum], only: Iterable[StrEnum] | None = None) -> list[Choice]:
    """Return the members of a vocabulary with the law's words, to choose from."""
    return [(member.value, LAW.label(member)) for member in (only if only is not None else vocabulary)]


def with_nothing(words: str, choices: Sequence[Choice]) -> list[Choice]:
    """Return the choices after an empty first one."""
    return [("", words), *choices]
