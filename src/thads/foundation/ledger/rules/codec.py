"""Frozen dataclasses as JSON and back, so that a fact can be kept for ever and read by a person.

Supported shapes: str, int, bool, date, StrEnum, `X | None`, `tuple[X, ...]`, frozen dataclasses of these.
Fields equal to their default are left out, so a fact written today stays readable when a field is added.
"""

import dataclasses
from collections.abc import Mapping
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
    for field in dataclasses.fields(fact):  # type: ignore[arg-type]
        value = getattr(fact, field.name)
        if value != field.default:
            payload[field.name] = _encoded(value)
    return payload


def _encoded(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_encoded(item) for item in value]
    if dataclasses.is_dataclass(value):
        return encode(value)
    return value


def decode(shape: type[T], payload: Mapping[str, Any]) -> T:
    """Return the fact of this shape; refuse unknown, missing or wrongly typed fields, naming them."""
    fields = _fields(shape)
    for name in payload:
        if name not in fields:
            raise Refusal("fact.field_unknown", field=name, allowed=", ".join(fields))
    for name, (_, required) in fields.items():
        if required and name not in payload:
            raise Refusal("fact.field_missing", field=name)
    return shape(**{name: _decoded(fields[name][0], value, name) for name, value in payload.items()})


@lru_cache(maxsize=256)
def _fields(shape: type) -> dict[str, tuple[Any, bool]]:
    hints = get_type_hints(shape)
    return {
        field.name: (hints[field.name], field.default is dataclasses.MISSING)
        for field in dataclasses.fields(shape)
    }


def _decoded(hint: Any, value: Any, field: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        if value is None and NoneType in get_args(hint):
            return None
        return _decoded(next(h for h in get_args(hint) if h is not NoneType), value, field)
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise Refusal("fact.field_wrong", field=field, value=value, expected="một danh sách")
        return tuple(_decoded(get_args(hint)[0], item, field) for item in value)
    if dataclasses.is_dataclass(hint):
        if not isinstance(value, Mapping):
            raise Refusal("fact.field_wrong", field=field, value=value, expected="một đối tượng JSON")
        return decode(hint, value)  # type: ignore[arg-type]
    return _scalar(hint, value, field)


def _scalar(hint: Any, value: Any, field: str) -> Any:
    if hint is date:
        return _date(value, field)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        try:
            return hint(value)
        except ValueError:
            allowed = "một trong: " + ", ".join(hint)
            raise Refusal("fact.field_wrong", field=field, value=value, expected=allowed) from None
    if hint is int and (isinstance(value, bool) or not isinstance(value, int)):
        raise Refusal("fact.field_wrong", field=field, value=value, expected="một số nguyên")
    if hint is str and not isinstance(value, str):
        raise Refusal("fact.field_wrong", field=field, value=value, expected="một chuỗi ký tự")
    if hint is bool and not isinstance(value, bool):
        raise Refusal("fact.field_wrong", field=field, value=value, expected="true hoặc false")
    return value


def _date(value: Any, field: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Refusal("fact.field_wrong", field=field, value=value, expected="ngày dạng 2024-06-30") from None
