"""Frozen dataclasses as JSON and back, so that a fact can be kept for ever and read by a person.

Supported shapes: str, int, bool, date, StrEnum, `X | None`, `tuple[X, ...]`, frozen dataclasses of these.
Fields equal to their default are left out, so a fact written today stays readable when a field is added.
"""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

T = TypeVar("T")

register_sentences(
    {
        "fact.field_missing": "Sự kiện thiếu trường bắt buộc “{field}”.",
        "fact.field_unknown": "Sự kiện có trường lạ “{field}”; các trường được dùng: {allowed}.",
        "fact.field_wrong": "Trường “{field}” có giá trị “{value}” không hợp lệ; cần {expected}.",
    }
)


def encode(fact: object) -> dict[str, Any]:
    """Return the JSON object of a frozen dataclass, defaults left out."""
    payload: dict[str, Any] = {}
    for name, default in _defaults(type(fact)):  # type: ignore[arg-type]
        value = getattr(fact, name)
        if value is not default and value != default:
            payload[name] = _encoded(value)
    return payload


@lru_cache(maxsize=256)
def _defaults(shape: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(shape))


def _encoded(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_encoded(item) for item in value]
    if dataclasses.is_dataclass(value):
        return encode(value)
    return value


def decode(shape: type[T], payload: Mapping[str, Any]) -> T:
    """Return the fact of this shape; refuse unknown, missing or wrongly typed fields, naming them."""
    readers, required = _readers(shape)  # type: ignore[arg-type]
    values = {}
    for name, value in payload.items():
        reader = readers.get(name)
        if reader is None:
            raise Refusal("fact.field_unknown", field=name, allowed=", ".join(readers))
        values[name] = reader(value, name)
    for name in required:
        if name not in values:
            raise Refusal("fact.field_missing", field=name)
    return shape(**values)


Reader = Callable[[Any, str], Any]


@lru_cache(maxsize=256)
def _readers(shape: type) -> tuple[dict[str, Reader], tuple[str, ...]]:
    """Return one reader a field, made once a shape, and the names of the required fields."""
    hints = get_type_hints(shape)
    fields = dataclasses.fields(shape)
    required = tuple(field.name for field in fields if field.default is dataclasses.MISSING)
    return {field.name: _reader(hints[field.name]) for field in fields}, required


def _reader(hint: Any) -> Reader:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _optional(_reader(next(h for h in get_args(hint) if h is not NoneType)))
    if origin is tuple:
        return _sequence(_reader(get_args(hint)[0]))
    if dataclasses.is_dataclass(hint):
        return _object(hint)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _member(hint)
    if hint is date:
        return _date
    return _plain(hint)


def _optional(reader: Reader) -> Reader:
    return lambda value, field: None if value is None else reader(value, field)


def _sequence(reader: Reader) -> Reader:
    def read(value: Any, field: str) -> Any:
        if not isinstance(value, list | tuple):
            raise Refusal("fact.field_wrong", field=field, value=value, expected="một danh sách")
        return tuple([reader(item, field) for item in value])

    return read


def _object(shape: type) -> Reader:
    def read(value: Any, field: str) -> Any:
        if not isinstance(value, Mapping):
            raise Refusal("fact.field_wrong", field=field, value=value, expected="một đối tượng JSON")
        return decode(shape, value)

    return read


def _member(vocabulary: type[StrEnum]) -> Reader:
    members = {member.value: member for member in vocabulary}

    def read(value: Any, field: str) -> Any:
        member = members.get(value) if isinstance(value, str) else None
        if member is None:
            allowed = "một trong: " + ", ".join(members)
            raise Refusal("fact.field_wrong", field=field, value=value, expected=allowed)
        return member

    return read


_EXPECTED = {int: "một số nguyên", str: "một chuỗi ký tự", bool: "true hoặc false"}


def _plain(hint: Any) -> Reader:
    expected = _EXPECTED.get(hint)

    def read(value: Any, field: str) -> Any:
        if expected is not None and type(value) is not hint:
            raise Refusal("fact.field_wrong", field=field, value=value, expected=expected)
        return value

    return read


def _date(value: Any, field: str) -> date:
    try:
        if len(value) == len("2024-06-30") and value[4] == value[7] == "-":  # no week dates, no 20240630
            return date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    raise Refusal("fact.field_wrong", field=field, value=value, expected="ngày dạng 2024-06-30")
