"""The one place that asks the time: screens, endpoints and commands call `now()` and `today()`.

The real clock, unless an assumed working day is set: by the environment variable THADS_TODAY, or by the
file THADS_HOME/demo_today which `thads demo` writes, so that invented data of 2024 is not shown as two
years overdue. The assumed day never changes; its hours run from 8 o'clock, ten thousand times slower than
real ones, so that what is recorded later is also later. Screens show a notice while a day is assumed.
"""

import os
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")
_OPENING = time(8, 0)
_SLOWER = 10_000
_RUNNING_SINCE = datetime(2026, 1, 1, tzinfo=UTC)

register_sentences(
    {
        "clock.day_unreadable": "Ngày làm việc giả định “{written}” (từ {source}) không phải là ngày; "
        "hãy viết như 2024-07-05 hoặc bỏ thiết lập này để dùng ngày thật.",
        "clock.day_assumed": "Dữ liệu trình diễn, ngày làm việc giả định {day}.",
    }
)


def real_now() -> datetime:
    """Return the instant of the real clock, whatever day is assumed: files may be as new as it."""
    return datetime.now(tz=UTC)


def now() -> datetime:
    """Return the instant at which interfaces act, with its time zone."""
    real = real_now()
    day = assumed_day()
    if day is None:
        return real
    passed = max(real - _RUNNING_SINCE, timedelta(0)) / _SLOWER
    return datetime.combine(day, _OPENING, tzinfo=VIET_NAM) + passed


def today() -> date:
    """Return the day in Viet Nam on which interfaces act."""
    return day_of(now())


def day_of(instant: datetime) -> date:
    """Return the day in Viet Nam of an instant."""
    return instant.astimezone(VIET_NAM).date()


def assumed_day() -> date | None:
    """Return the assumed working day, None on the real clock; refuses one that cannot be read."""
    given = os.environ.get("THADS_TODAY", "").strip()
    if given:
        return _day(given, "THADS_TODAY")
    marker = _marker()
    return _day(marker.read_text(encoding="utf-8").strip(), marker.name) if marker.is_file() else None


def assume_day(day: date) -> None:
    """Keep an assumed working day for this installation; for demonstration data only."""
    _marker().write_text(f"{day.isoformat()}\n", encoding="utf-8")


def is_demonstration() -> bool:
    """Say whether this installation itself keeps an assumed day (one of the environment goes before it)."""
    return not os.environ.get("THADS_TODAY", "").strip() and _marker().is_file()


def return_to_real_day() -> None:
    """Give up the assumed working day of this installation: facts later than it have come in."""
    _marker().unlink(missing_ok=True)


def _marker() -> Path:
    return Path(settings.HOME) / "demo_today"


def _day(written: str, source: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refusal("clock.day_unreadable", written=written, source=source) from None
