"""The taking over of an agency's old books as a whole: what it holds, what differs, who confirmed it (T04
Đ30; T78 Đ11.2c).
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.cases.rules.carrying import BASIS
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.cut_over_future": "Ngày chuyển số liệu {on} chưa qua; chỉ chuyển số liệu đã chốt của một "
        "ngày đã "
        "hết, muộn nhất là {latest}.",
        "cases.cut_over_unknown": "Không tìm thấy đợt chuyển số liệu trong phạm vi được giao cho tài khoản "
        "{name}.",
        "cases.cut_over_unconfirmed": "Số liệu chuyển sang còn lệch với sổ cũ ở {count} chỉ tiêu; chưa "
        "chuyển việc "
        "nào. Hãy sửa sổ tính, hoặc để Thủ trưởng cơ quan xác nhận chênh lệch kèm lý do rồi chạy tiếp.",
        "cases.cut_over_reason_needed": "Xác nhận chênh lệch khi chuyển số liệu phải ghi lý do.",
        "cases.cut_over_nothing_differs": "Số liệu chuyển sang khớp với sổ cũ; không có chênh lệch nào để "
        "xác nhận.",
        "cases.cut_over_unfinished": "Mới chuyển {taken} trên {planned} việc; hãy chạy tiếp cho đến hết rồi "
        "mới "
        "kết thúc.",
    }
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A total of the old books that the cases to be taken over do not give; cases or đồng."""

    indicator: str
    expected: int
    found: int

    @property
    def gap(self) -> int:
        """How many too many (or, negative, too few) came over."""
        return self.found - self.expected


@dataclass(frozen=True, slots=True)
class CutOverRow:
    """A taking over as lists show it; `confirmed` says whether the head confirmed just these differences."""

    cut_over_id: UUID
    agency: str
    carried_on: date
    planned: int
    taken: int
    begun_at: datetime
    begun_by: str
    differences: tuple[Difference, ...] = ()
    confirmed: bool = False
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
    reason: str = ""
    finished_at: datetime | None = None
    found: Mapping[str, int] | None = None

    @property
    def waits_for_head(self) -> bool:
        """Whether nothing may be taken over before the head has confirmed what differs."""
        return bool(self.differences) and not self.confirmed

    @property
    def per_cent(self) -> int:
        """How much of it is done."""
        return 100 if not self.planned else min(100, self.taken * 100 // self.planned)


def digest_of(differences: Iterable[Difference]) -> str:
    """Return what tells these differences from any others; empty when there are none."""
    told = [f"{one.indicator}:{one.expected}:{one.found}" for one in differences]
    return hashlib.sha256("\n".join(told).encode()).hexdigest() if told else ""


def check_cut_over_day(on: date, *, today: date) -> None:
    """Refuse to take over books of a day that is not yet over."""
    if on > today:
        raise Refusal("cases.cut_over_future", basis=BASIS, on=on, latest=today)


def check_confirmed(row: CutOverRow) -> None:
    """Refuse to take cases over while totals differ and the head has not confirmed it."""
    if row.waits_for_head:
        raise Refusal("cases.cut_over_unconfirmed", basis=BASIS, count=len(row.differences))


def check_confirmation(differences: Sequence[Difference], reason: str) -> None:
    """Refuse a confirmation of nothing, or without a reason."""
    if not differences:
        raise Refusal("cases.cut_over_nothing_differs", basis=BASIS)
    if not reason.strip():
        raise Refusal("cases.cut_over_reason_needed", basis=BASIS)


def check_complete(row: CutOverRow) -> None:
    """Refuse to end a taking over before every case planned is in."""
    if row.taken < row.planned:
        raise Refusal("cases.cut_over_unfinished", basis=BASIS, taken=row.taken, planned=row.planned)
