"""Case numbers as texts that sort byte by byte in the order in which people read the numbers (T04 Đ30)."""

from thads.enforcement.cases.rules.numbers import number_key

_END = "\x01"  # below every character of a number


def sorted_by(number: str) -> str:
    """Return the text an engine that knows only plain texts sorts a number by: as `number_key` does."""
    otherwise, year, sequence, pieces = number_key(number)
    written = (
        _figures(figures) if place % 2 else f"{text}{_END}" for place, (figures, text) in enumerate(pieces)
    )
    return f"{otherwise:d}{year:04}{sequence:09}{''.join(written)}"


def _figures(number: int) -> str:
    """Write the number of digits before the digits, so that 9 comes before 10."""
    digits = str(number)
    return f"{len(digits):04}{digits}"
