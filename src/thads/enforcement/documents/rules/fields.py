"""The fields of a paper: what may stand between `{{ }}` in its master, and the values that fill them.

A field is declared once, with its meaning in the words of an officer and a sample; the declaration is what
an office prints before it edits a master, what an uploaded master is held against, and what a context must
bring. Values are plain: text, day, whole đồng, whole number, yes or no, rows of such values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as declared
from datetime import date
from enum import StrEnum

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "documents.field_missing": "Văn bản “{paper}” thiếu nội dung “{meaning}” ({field}); hãy bổ sung rồi "
        "phát hành lại.",
        "documents.field_unknown": "Văn bản “{paper}” không có trường {field}; các trường: {known}.",
        "documents.field_wrong": "Nội dung “{meaning}” ({field}) của văn bản “{paper}” phải là {expected}.",
    }
)

Scalar = str | int | bool | date
FieldValue = object
"""A scalar, or a sequence of mappings from column to scalar; checked by `complete`."""


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    DAY = "day"
    MONEY = "money"
    NUMBER = "number"
    FLAG = "flag"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class PaperField:
    """One field: its name in a master, what it means, a sample of the right type.

    `optional`: a paper may be issued without it, it is then empty (write `{% if %}` around it).
    `kept`: an office's own master must not drop it. `columns`: the fields of one row of `ROWS`.
    """

    name: str
    meaning: str
    sample: FieldValue = declared(default="", hash=False)
    kind: FieldKind = FieldKind.TEXT
    optional: bool = False
    kept: bool = False
    columns: tuple["PaperField", ...] = ()


def text(name: str, meaning: str, sample: str, *, optional: bool = False, kept: bool = False) -> PaperField:
    """Declare a field of text."""
    return PaperField(name, meaning, sample, FieldKind.TEXT, optional, kept)


def day(name: str, meaning: str, sample: date, *, optional: bool = False, kept: bool = False) -> PaperField:
    """Declare a field that holds a day; a master writes it `|day` or `|long_day`."""
    return PaperField(name, meaning, sample, FieldKind.DAY, optional, kept)


def money(name: str, meaning: str, sample: int, *, optional: bool = False, kept: bool = False) -> PaperField:
    """Declare a field of whole đồng; a master writes it `|dong` and `|money_words`."""
    return PaperField(name, meaning, sample, FieldKind.MONEY, optional, kept)


def number(name: str, meaning: str, sample: int, *, optional: bool = False) -> PaperField:
    """Declare a field that holds a whole number."""
    return PaperField(name, meaning, sample, FieldKind.NUMBER, optional)


def flag(name: str, meaning: str, *, sample: bool = True) -> PaperField:
    """Declare a yes or no that a master asks with `{% if %}`; not given means no."""
    return PaperField(name, meaning, sample, FieldKind.FLAG, optional=True)


def rows(
    name: str, meaning: str, *columns: PaperField, optional: bool = False,
    sample: Sequence[Mapping[str, object]] = (),
) -> PaperField:  # fmt: skip
    """Declare rows that a master goes through with `{% for %}`; without a sample one row of samples."""
    return PaperField(name, meaning, tuple(sample), FieldKind.ROWS, optional, columns=columns)


STANDARD: tuple[PaperField, ...] = (
    text("agency_above", "cơ quan cấp trên trực tiếp", "Thi hành án dân sự tỉnh Tuyên Quang", optional=True),
    text("agency_name", "tên cơ quan ra văn bản", "Phòng Thi hành án dân sự khu vực 2", kept=True),
    text("agency_place", "địa danh", "Chiêm Hóa"),
    text("number", "số, ký hiệu văn bản", "12/QĐ-THADS"),
    day("issued_on", "ngày ban hành", date(2024, 6, 28), kept=True),
    text("signer_on_behalf", "thẩm quyền ký thay, ký thừa lệnh", "KT. TRƯỞNG THI HÀNH ÁN", optional=True),
    text("signer_title", "chức vụ người ký", "Phó Trưởng Thi hành án dân sự", kept=True),
    text("signer_name", "họ tên người ký", "Lê Văn Chấp", kept=True),
    text("corrected_number", "số văn bản được sửa đổi, thu hồi, thay thế", "11/QĐ-THADS", optional=True),
    day("corrected_on", "ngày của văn bản được sửa đổi, thu hồi, thay thế", date(2024, 6, 24), optional=True),
)
"""What every paper has without its room giving it: heading, number, day, signature, the paper corrected."""


def complete(
    fields: Sequence[PaperField], given: Mapping[str, FieldValue], *, paper: str
) -> dict[str, FieldValue]:
    """Return the context with every field declared, those left out empty; refuse by name what is missing,
    unknown or of another type.
    """
    known = {field.name: field for field in fields}
    if unknown := sorted(set(given) - set(known)):
        raise Refusal(
            "documents.field_unknown", paper=paper, field=", ".join(unknown), known=", ".join(known)
        )
    return {name: _value(field, given.get(name), paper) for name, field in known.items()}


def sample_of(fields: Sequence[PaperField]) -> dict[str, FieldValue]:
    """Return a context of samples, for trial renderings and previews of a master."""
    return {field.name: _sample(field) for field in fields}


_EMPTY: dict[FieldKind, FieldValue] = {FieldKind.FLAG: False, FieldKind.ROWS: ()}


def _sample(field: PaperField) -> FieldValue:
    if field.kind is FieldKind.ROWS:
        return field.sample or (sample_of(field.columns),)
    return field.sample


def _value(field: PaperField, value: FieldValue | None, paper: str) -> FieldValue:
    if value is None or value == "":
        if field.optional:
            return _EMPTY.get(field.kind, "")
        raise Refusal("documents.field_missing", paper=paper, field=field.name, meaning=field.meaning)
    if field.kind is FieldKind.ROWS and isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(_row(field, one, paper) for one in value)
    if field.kind is FieldKind.TEXT and isinstance(value, str):
        return printable(value)
    if not _fits(field.kind, value):
        raise _wrong(field, paper)
    return value


def _row(field: PaperField, row: object, paper: str) -> dict[str, FieldValue]:
    if not isinstance(row, Mapping):
        raise _wrong(field, paper)
    return complete(field.columns, row, paper=paper)


def _fits(kind: FieldKind, value: FieldValue) -> bool:
    if isinstance(value, bool):
        return kind is FieldKind.FLAG
    if isinstance(value, int):
        return kind in {FieldKind.MONEY, FieldKind.NUMBER}
    return kind is FieldKind.DAY and isinstance(value, date)


def _wrong(field: PaperField, paper: str) -> Refusal:
    return Refusal(
        "documents.field_wrong", paper=paper, field=field.name, meaning=field.meaning,
        expected=LAW.label(field.kind),
    )  # fmt: skip


def read_plain(fields: Sequence[PaperField], given: Mapping[str, object]) -> dict[str, FieldValue]:
    """Return what came in as JSON with its days as days; whatever is wrong stays for `complete` to refuse."""
    known = {field.name: field for field in fields}
    return {name: _read(known.get(name), value) for name, value in given.items()}


def _read(field: PaperField | None, value: object) -> FieldValue:
    if field is None:
        return value
    if field.kind is FieldKind.DAY and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    if field.kind is FieldKind.ROWS and isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(read_plain(field.columns, row) if isinstance(row, Mapping) else row for row in value)
    return value


def printable(value: str) -> str:
    """Return the text without the control characters that no document may hold; line breaks stay."""
    return "".join(letter for letter in value if letter in "\n\t" or ord(letter) >= 32)


# ---------------------------------------------------------------- kept for ever

_DAY = "$day"


def encoded(value: FieldValue) -> object:
    """Return the value as JSON keeps it; it says by itself what it is, whatever becomes of its field."""
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    if isinstance(value, Mapping):
        return {name: encoded(one) for name, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [encoded(one) for one in value]
    return str(value) if isinstance(value, str) else value


def decoded(value: object) -> FieldValue:
    """Return the value that `encoded` kept."""
    if isinstance(value, Mapping):
        if set(value) == {_DAY}:
            return date.fromisoformat(str(value[_DAY]))
        return {name: decoded(one) for name, one in value.items()}
    if isinstance(value, list):
        return tuple(decoded(one) for one in value)
    return value
