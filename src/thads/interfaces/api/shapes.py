"""The rooms' frozen values as schemas of the interface, in both directions, so that nothing is typed twice.

`answer_of(CaseRow)` is the schema of a value that goes out; `payload_of(act)` that of an act's arguments,
where unknown fields are refused and text is held to what a database keeps.
"""

import dataclasses
import inspect
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from ninja import Schema
from ninja.errors import ValidationError
from pydantic import AfterValidator, AliasChoices, BeforeValidator, ConfigDict, Field, create_model

from thads.kernel.money import LARGEST

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST_YEAR, LAST_YEAR = 1945, 2199

MEANINGS: Mapping[str, str] = {
    "on": "the day on which the act takes effect",
    "expected_seq": "`seq` of the case as it was read; refused (409) when somebody wrote in between",
    "nos": "numbers of the obligations touched; empty: all that are open",
    "duty_nos": "numbers of the duties of the judgment",
    "parts": "obligations touched, with đồng when not all of it",
    "ground": "code of the law's closed list; see the step's `grounds`",
    "seq": "the fact of the timeline to take back",
    "bailiff": "staff code",
    "amount": "whole đồng",
}


def _day(value: date) -> date:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError("out of range")
    return value


def _instant(value: datetime) -> datetime:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError("out of range")
    return value if value.tzinfo else value.replace(tzinfo=VIET_NAM)


def _whole_day(value: object) -> object:
    """Read a bare day as its last instant: known at 3/7 means all that was recorded on 3/7."""
    if isinstance(value, str) and len(value) == 10:
        return datetime.combine(date.fromisoformat(value), time.max, tzinfo=VIET_NAM)
    return value


def _text(value: str) -> str:
    if any(ord(character) < 32 and character not in "\n\r\t" for character in value):
        raise ValueError("control character")
    if not value.isprintable() and any(0xD800 <= ord(character) <= 0xDFFF for character in value):
        raise ValueError("half a character")
    return value


Day = Annotated[date, AfterValidator(_day)]
Instant = Annotated[datetime, BeforeValidator(_whole_day), AfterValidator(_instant)]
Text = Annotated[str, Field(max_length=4_000), AfterValidator(_text)]
Code = Annotated[str, Field(max_length=64), AfterValidator(_text)]
Number = Annotated[int, Field(ge=0, le=LARGEST)]


class Payload(Schema):
    """What an act is told; a field it does not know is refused, never skipped."""

    model_config = ConfigDict(extra="forbid")


def check_asked(request: HttpRequest, asked: Schema) -> None:
    """Refuse parameters that the question does not know, so that a misspelt filter is never skipped."""
    unknown = set(request.GET) - set(type(asked).model_fields)
    if unknown:
        raise ValidationError(
            [{"type": "extra_forbidden", "loc": ("query", name)} for name in sorted(unknown)]
        )


@cache
def answer_of(
    shape: type, *, name: str = "", rename: str = "", leave_out: frozenset[str] = frozenset()
) -> type[Schema]:
    """Return the schema of a frozen value that goes out; `rename` is its id, which goes out as `id`."""
    fields: dict[str, Any] = {}
    hints = typing.get_type_hints(shape)
    for field in dataclasses.fields(shape):
        if field.name in leave_out:
            continue
        hint = _outward(hints[field.name])
        if field.name == rename:
            fields["id"] = (hint, Field(validation_alias=AliasChoices(field.name, "id")))
        else:
            fields[field.name] = (hint, ...)
    return create_model(name or shape.__name__, __base__=Schema, **fields)


def _outward(hint: Any) -> Any:
    if dataclasses.is_dataclass(hint):
        return answer_of(hint)  # type: ignore[arg-type]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (tuple, list, Sequence):
        return list[_outward(arguments[0])]  # type: ignore[misc]
    if NoneType in arguments:
        return _outward(next(one for one in arguments if one is not NoneType)) | None
    return hint


def payload_of(act: Callable[..., object], *, name: str, without: Sequence[str] = ()) -> type[Payload]:
    """Return the schema of an act's arguments, the viewer and those in the address left out."""
    hints = typing.get_type_hints(act)
    fields: dict[str, Any] = {}
    for parameter in inspect.signature(act).parameters.values():
        if parameter.name in {"viewer", *without}:
            continue
        default = ... if parameter.default is inspect.Parameter.empty else parameter.default
        fields[parameter.name] = _field(parameter.name, hints[parameter.name], default)
    return create_model(name, __base__=Payload, **fields)


@cache
def _part_of(shape: type) -> type[Payload]:
    hints = typing.get_type_hints(shape)
    fields: dict[str, Any] = {}
    for field in dataclasses.fields(shape):
        default = ... if field.default is dataclasses.MISSING else field.default
        fields[field.name] = _field(field.name, hints[field.name], default)
    return create_model(shape.__name__, __base__=Payload, **fields)


def _field(name: str, hint: Any, default: Any) -> tuple[Any, Any]:
    if isinstance(default, tuple):
        default = list(default)
    return _inward(hint), Field(default, description=MEANINGS.get(name))


def _inward(hint: Any) -> Any:
    if hint in _INWARD:
        return _INWARD[hint]
    if dataclasses.is_dataclass(hint):
        return _part_of(hint)  # type: ignore[arg-type]
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return Annotated[list[_inward(arguments[0])], Field(max_length=1_000)]  # type: ignore[misc]
    if NoneType in arguments:
        return _inward(next(one for one in arguments if one is not NoneType)) | None
    return hint


_INWARD: dict[Any, Any] = {str: Text, date: Day, datetime: Instant, int: Number}


def arguments_of(payload: Payload, act: Callable[..., object]) -> dict[str, Any]:
    """Return the payload as the act's arguments: lists as tuples, parts as the room's values."""
    hints = typing.get_type_hints(act)
    return {
        name: _told(getattr(payload, name), hints[name])
        for name in type(payload).model_fields
        if name in hints
    }


def _told(value: Any, hint: Any) -> Any:
    if isinstance(value, list):
        inner = typing.get_args(hint)[0]
        return tuple(_told(item, inner) for item in value)
    if isinstance(value, Payload):
        shape = next(one for one in (hint, *typing.get_args(hint)) if dataclasses.is_dataclass(one))
        inner_hints = typing.get_type_hints(shape)
        named = {name: _told(getattr(value, name), inner_hints[name]) for name in type(value).model_fields}
        return shape(**named)  # type: ignore[operator]
    return value


def words(member: StrEnum) -> str:
    """Return the Vietnamese name of a member of a vocabulary."""
    from thads.law import LAW

    return LAW.label(member)
