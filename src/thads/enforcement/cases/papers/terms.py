"""Times that papers state, from the law's data: “10 ngày”, “3 ngày làm việc”."""

from datetime import date

from thads.law import LAW


def term(key: str, on: date) -> str:
    """Return the time in words on the day, empty when the law of the day has none."""
    ruling = LAW.timeline(key).find(on)
    return "" if ruling is None else LAW.written(ruling)


def term_days(key: str, on: date) -> int:
    """Return the number of days on the day."""
    return int(str(LAW.value(key, on=on).value))
