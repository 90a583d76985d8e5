"""A form made from the fields of a kind of paper, for papers that an officer writes by himself."""

from collections.abc import Mapping
from typing import Any

from django import forms

from thads.enforcement.documents.rules.fields import FieldKind, PaperField
from thads.enforcement.documents.rules.papers import PaperKind
from thads.interfaces.web.fields import DayField, MoneyField, PlainForm, WordsField

LONG = 60
"""Characters of a sample from which a field gets several lines."""


class RowsField(forms.Field):
    """Rows written one a line, their columns parted by “|”; gives mappings from column to text."""

    widget = forms.Textarea

    def __init__(self, columns: tuple[PaperField, ...], **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": 4}), **kwargs)
        self.columns = columns

    def to_python(self, value: Any) -> tuple[dict[str, object], ...]:
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        return tuple(self._row(line) for line in lines)

    def _row(self, line: str) -> dict[str, object]:
        cells = [cell.strip() for cell in line.split("|")] if len(self.columns) > 1 else [line]
        if len(cells) != len(self.columns):
            named = " | ".join(column.meaning for column in self.columns)
            raise forms.ValidationError(f"Dòng “{line}” phải có đủ các cột: {named}.")
        return {
            column.name: _field(column).clean(cell) for column, cell in zip(self.columns, cells, strict=True)
        }


class KindForm(PlainForm):
    """Asks for the day and for every field of a kind, each under its meaning."""

    on = DayField(label="Ngày ban hành")
    beside: dict[str, str] = {}

    def __init__(self, kind: PaperKind, given: Mapping[str, Any] | None, **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(given, **kwargs)
        for field in kind.fields:
            self.fields[field.name] = made = _field(field)
            made.error_messages["required"] = f"Hãy nhập “{made.label}”."

    def context(self) -> dict[str, object]:
        """Return what was typed as the context of the paper; what was left out stays out."""
        given = {field.name: self.cleaned_data[field.name] for field in self.kind.fields}
        return {name: value for name, value in given.items() if value not in (None, "", ())}


def _field(field: PaperField) -> forms.Field:
    told: dict[str, Any] = {
        "label": field.meaning[:1].upper() + field.meaning[1:],
        "required": not field.optional,
    }
    match field.kind:
        case FieldKind.DAY:
            return DayField(**told)
        case FieldKind.MONEY:
            return MoneyField(**told)
        case FieldKind.NUMBER:
            return forms.IntegerField(**told, initial=field.sample)
        case FieldKind.FLAG:
            return forms.BooleanField(**told)
        case FieldKind.ROWS:
            return RowsField(field.columns, **told, help_text=_hint(field))
        case _:
            return WordsField(**told, lines=3 if len(str(field.sample)) > LONG else 0)


def _hint(field: PaperField) -> str:
    columns = " | ".join(column.meaning for column in field.columns)
    return f"Mỗi dòng một mục: {columns}."
