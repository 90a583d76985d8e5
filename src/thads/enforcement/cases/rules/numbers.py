"""Case numbers in the order in which people read them: by year, then sequence, then agency (T04 Đ30)."""

import re

WRITTEN = re.compile(r"(\d{1,9})/(\d{4})/(.+)")
"""A number as this house gives it: sequence, statistics year, agency: “15/2024/TQ.CH”."""

_DIGITS = re.compile(r"(\d+)")

NumberKey = tuple[bool, int, int, tuple[tuple[int, str], ...]]


def number_key(number: str) -> NumberKey:
    """Return what case numbers are sorted by: 9/2024 before 10/2024, 412/2023 before both.

    Numbers written in another way, brought along by an import, come last, their figures read as numbers.
    """
    written = WRITTEN.fullmatch(number)
    if written is None:
        return True, 0, 0, _pieces(number)
    return False, int(written[2]), int(written[1]), _pieces(written[3])


def _pieces(text: str) -> tuple[tuple[int, str], ...]:
    parts = _DIGITS.split(text)
    return tuple((int(part), "") if place % 2 else (-1, part) for place, part in enumerate(parts))
