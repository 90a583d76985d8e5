"""A case taken over from old books told to an officer: what they said, and what they left open."""

from collections.abc import Iterator
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.carrying import GROUND_LISTS
from thads.enforcement.cases.rules.telling_notes import day_words, ground_words
from thads.kernel.text import write_dong
from thads.law import LAW

UNKNOWN = "sổ cũ không ghi"


def told_carried(fact: f.CarriedOver, on: date) -> Iterator[tuple[str, str]]:
    """Yield where each obligation stood, the days known, what had to be assumed, and the row it came from."""
    yield "Các khoản", "; ".join(_line(line, on) for line in fact.lines)
    yield "Chấp hành viên", fact.bailiff
    yield "Thông báo hợp lệ ngày", day_words(fact.notice_on)
    yield "Hết thời hạn tự nguyện", day_words(fact.voluntary_until)
    yield "Xác minh gần nhất ngày", day_words(fact.last_verified_on)
    yield "Số lần xác minh", str(fact.verifications) if fact.verifications else ""
    yield "Quyết định chưa có điều kiện ngày", day_words(fact.unable_on)
    yield "Chưa rõ, phải suy ra", "; ".join(LAW.label(doubt) for doubt in fact.doubts)
    yield "Nguồn", fact.source


def _line(line: f.CarriedLine, on: date) -> str:
    since = f"từ ngày {day_words(line.since)}" if line.since else f"từ ngày nào {UNKNOWN}"
    kind = GROUND_LISTS.get(line.status, "")
    ground = f", căn cứ: {ground_words(kind, line.ground, on=line.since or on)}" if line.ground else ""
    until = f", đến ngày {day_words(line.until)}" if line.until else ""
    return f"khoản {line.no}: {LAW.label(line.status).lower()} {since}{ground}{until}{_amounts(line)}"


def _amounts(line: f.CarriedLine) -> str:
    told = (
        ("đã thu", line.collected), ("đã đình chỉ", line.terminated), ("đã miễn, giảm", line.reduced),
        ("đã ủy thác", line.delegated), ("đã thu hồi", line.recalled),
    )  # fmt: skip
    return "".join(f", {words} {write_dong(amount)}" for words, amount in told if amount)
