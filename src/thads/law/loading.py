"""Reads the law's TOML files strictly: a slip in a file stops the program with the file and the key.

The law is data that lawyers review (`law/data/*.toml`). So reading is unforgiving: an unknown field, a
missing article, a date out of order or two steps at once is a `LawFileFault`, never a guess.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

Value = int | Decimal | str | bool | tuple[str, ...]
Choice = TypeVar("Choice", bound=StrEnum)

_MISSING = object()


class LawFileFault(ValueError):
    """A law file is wrong: says which file, which key, and what is the matter."""

    def __init__(self, file: str, key: str, fault: str) -> None:
        self.file = file
        self.key = key
        super().__init__(f"{file}: [{key}] {fault}")


class Fields:
    """The fields of one TOML table, taken one by one; `finish` refuses what nobody took."""

    def __init__(self, file: str, key: str, fields: Mapping[str, object]) -> None:
        self.file = file
        self.key = key
        self._left = dict(fields)

    def fault(self, fault: str) -> LawFileFault:
        """Return the fault located in this table, to be raised."""
        return LawFileFault(self.file, self.key, fault)

    def finish(self) -> None:
        """Refuse fields that were not asked for."""
        if self._left:
            raise self.fault(f"unknown field {', '.join(sorted(self._left))}")

    def has(self, name: str) -> bool:
        """Say whether the field is there and not yet taken."""
        return name in self._left

    def _take(self, name: str, default: object = _MISSING) -> object:
        found = self._left.pop(name, default)
        if found is _MISSING:
            raise self.fault(f"lacks {name}")
        return found

    def text(self, name: str, default: str | None = None) -> str:
        """Take a text; an empty one is refused when the field is required."""
        found = self._take(name, _MISSING if default is None else default)
        if not isinstance(found, str) or (default is None and not found.strip()):
            raise self.fault(f"{name} must be a text")
        return found

    def texts(self, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take a list of texts."""
        found = self._take(name, _MISSING if default is None else list(default))
        if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
            raise self.fault(f"{name} must be a list of texts")
        return tuple(found)

    def lists(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Take a list of lists of texts."""
        found = self._take(name)
        if not isinstance(found, list) or not all(isinstance(item, list) for item in found):
            raise self.fault(f"{name} must be a list of lists")
        if not all(isinstance(word, str) for item in found for word in item):
            raise self.fault(f"{name} must list texts only")
        return tuple(tuple(item) for item in found)

    def day(self, name: str) -> date:
        """Take a date."""
        found = self._take(name)
        if not isinstance(found, date):
            raise self.fault(f"{name} must be a date")
        return found

    def day_or_none(self, name: str) -> date | None:
        """Take a date that may be absent."""
        return self.day(name) if self.has(name) else None

    def whole(self, name: str, default: int | None = None) -> int:
        """Take a whole number."""
        found = self._take(name, _MISSING if default is None else default)
        if isinstance(found, bool) or not isinstance(found, int):
            raise self.fault(f"{name} must be a whole number")
        return found

    def flag(self, name: str, default: bool) -> bool:
        """Take true or false."""
        found = self._take(name, default)
        if not isinstance(found, bool):
            raise self.fault(f"{name} must be true or false")
        return found

    def value(self, name: str) -> Value:
        """Take a value of the law: whole number, decimal, text, yes/no or list of texts."""
        found = self._take(name)
        if isinstance(found, list):
            if not all(isinstance(item, str) for item in found):
                raise self.fault(f"{name} must list texts only")
            return tuple(found)
        if isinstance(found, bool | int | Decimal | str):
            return found
        raise self.fault(f"{name} is no value of the law")

    def choice(self, name: str, of: type[Choice], default: Choice | None = None) -> Choice:
        """Take one of the codes of an enumeration."""
        written = self.text(name, None if default is None else default.value)
        try:
            return of(written)
        except ValueError:
            raise self.fault(f"{name} = {written} is none of {', '.join(of)}") from None

    def table(self, name: str) -> "Fields":
        """Take a table inside this one (empty when absent)."""
        found = self._take(name, {})
        if not isinstance(found, dict):
            raise self.fault(f"{name} must be a table")
        return Fields(self.file, f"{self.key}.{name}" if self.key else name, found)

    def tables(self, name: str) -> tuple["Fields", ...]:
        """Take a list of tables (empty when absent)."""
        found = self._take(name, [])
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
            raise self.fault(f"{name} must be a list of tables")
        return tuple(Fields(self.file, f"{self.key}.{name}[{n}]", item) for n, item in enumerate(found, 1))

    def names(self) -> tuple[str, ...]:
        """Return the names not yet taken, in the order of the file."""
        return tuple(self._left)

    def each(self) -> Iterator[tuple[str, "Fields"]]:
        """Take all that is left as named tables, in the order of the file."""
        for name in list(self._left):
            yield name, self.table(name)

    def rest(self) -> dict[str, Value]:
        """Take all that is left as plain values."""
        return {name: self.value(name) for name in list(self._left)}


def read_file(path: Path) -> Fields:
    """Return the fields of a law file; a file that is not TOML is a fault."""
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        raise LawFileFault(path.name, "", str(fault)) from fault
    return Fields(path.name, "", read)
