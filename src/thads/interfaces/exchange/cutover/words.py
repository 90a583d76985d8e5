"""The mapping file: headings and words of an agency's own old system, as TOML.

[columns]
"Số vào sổ" = "number"
[values.status]
"Đang làm" = "enforcing"
[values.bailiff]
"Anh Chấp" = "TQ.CH-01"
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thads.interfaces.exchange.cutover.columns import BY_KEY, COLUMNS
from thads.interfaces.exchange.cutover.synonyms import words_of_choices
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

LARGEST = 1_000_000

register_sentences(
    {
        "cutover.mapping_unreadable": "Tệp đối chiếu cột không đọc được ({reason}); hãy viết theo dạng TOML "
        "như trong hướng dẫn.",
        "cutover.mapping_part_unknown": "Tệp đối chiếu cột có phần “{part}” không dùng được; các phần: "
        "{allowed}.",
        "cutover.mapping_column_unknown": "Tệp đối chiếu cột dẫn tới cột “{key}” không có; các cột: "
        "{allowed}.",
        "cutover.mapping_value_unknown": "Tệp đối chiếu cột: “{value}” không có trong danh mục của cột "
        "“{column}”; các mã: {allowed}.",
    }
)


@dataclass(frozen=True, slots=True)
class OldWords:
    """Folded headings → keys of columns, folded words → members, names of bailiffs → codes."""

    headings: Mapping[str, str]
    words: Mapping[str, Mapping[str, StrEnum]]
    bailiffs: Mapping[str, str] = field(default_factory=dict)


def usual_words() -> OldWords:
    """Return the headings and words known without a mapping file."""
    return OldWords(_usual_headings(), words_of_choices())


def read_words(content: bytes) -> OldWords:
    """Return the usual headings and words with those of a mapping file; what it says goes first."""
    if not content:
        return usual_words()
    try:
        told = tomllib.loads(content[:LARGEST].decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise Refusal("cutover.mapping_unreadable", reason=str(fault)) from None
    if unknown := sorted(set(told) - {"columns", "values"}):
        raise Refusal("cutover.mapping_part_unknown", part=unknown[0], allowed="columns, values")
    headings, words = _usual_headings(), words_of_choices()
    for heading, key in _table(told, "columns").items():
        if key not in BY_KEY:
            raise Refusal("cutover.mapping_column_unknown", key=key, allowed=", ".join(BY_KEY))
        headings[heading_words(heading)] = str(key)
    values = _table(told, "values")
    for key, synonyms in values.items():
        if key != "bailiff":
            words.setdefault(key, {}).update(_members(key, synonyms))
    bailiffs = {fold(name): str(code) for name, code in _table(values, "bailiff").items()}
    return OldWords(headings, words, bailiffs)


def _table(told: Mapping[str, object], key: str) -> Mapping[str, object]:
    found = told.get(key, {})
    if not isinstance(found, dict):
        raise Refusal("cutover.mapping_unreadable", reason=f"“{key}” phải là một bảng")
    return found


def _members(key: str, synonyms: object) -> Mapping[str, StrEnum]:
    column = BY_KEY.get(key)
    if column is None or not column.choices:
        allowed = ", ".join(one.key for one in COLUMNS if one.choices)
        raise Refusal("cutover.mapping_column_unknown", key=key, allowed=f"{allowed}, bailiff")
    codes = {member.value: member for member in column.choices}
    found = {}
    for word, code in _table({key: synonyms}, key).items():
        if code not in codes:
            raise Refusal(
                "cutover.mapping_value_unknown", value=code, column=column.heading, allowed=", ".join(codes)
            )
        found[fold(word)] = codes[str(code)]
    return found


def _usual_headings() -> dict[str, str]:
    found: dict[str, str] = {}
    for column in COLUMNS:
        for heading in (column.heading, *column.aliases):
            found.setdefault(heading_words(heading), column.key)
    return found


def heading_words(text: str) -> str:
    """Return a heading for comparing: without marks, stars and the unit in brackets."""
    bare = fold(text.replace("*", " "))
    for unit in ("(dong)", "(vnd)", "(d)"):
        bare = bare.replace(unit, " ")
    return " ".join(bare.split()).rstrip(":.")
