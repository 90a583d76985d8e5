"""Reporting periods of the statistics year: `FY2024/9M` is 1/10/2023 to 30/6/2024 (TT05/2024 Đ5).

The year (năm báo cáo thống kê) runs from 1 October to 30 September and is named by the year it ends in.
Every period starts on 1 October and is cumulative (phương pháp lũy kế, TT05/2024 Đ7): nine months are
never the sum of nine single months.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

_WRITTEN = re.compile(r"FY(\d{4})/(\d{1,2})M", re.IGNORECASE)

register_sentences(
    {
        "period.unreadable": "“{written}” không phải là kỳ báo cáo; hãy viết như FY2024/9M "
        "(9 tháng của năm thống kê 2024, từ 01/10/2023 đến 30/6/2024), số tháng từ 1 đến 12.",
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A cumulative period: the first `months` months of the statistics year `year`."""

    year: int
    months: int

    def __post_init__(self) -> None:
        if not (1 <= self.months <= 12 and 1990 <= self.year <= 2200):
            raise Refusal("period.unreadable", written=str(self), basis="TT05/2024 Đ5.1")

    @classmethod
    def parse(cls, written: str) -> "Period":
        """Read `FY2024/9M`; refuse anything else."""
        match = _WRITTEN.fullmatch(written.strip())
        if match is None:
            raise Refusal("period.unreadable", written=written, basis="TT05/2024 Đ5.1")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def containing(cls, day: date) -> "Period":
        """Return the shortest cumulative period that holds the day."""
        year = day.year + (day.month >= 10)
        return cls(year, (day.month - 10) % 12 + 1)

    def __str__(self) -> str:
        return f"FY{self.year}/{self.months}M"

    @property
    def start(self) -> date:
        """The first day: 1 October of the year before."""
        return date(self.year - 1, 10, 1)

    @property
    def end(self) -> date:
        """The last day, inclusive: the books are closed on it whatever weekday it is (TT05/2024 Đ8.1)."""
        month = (self.months + 8) % 12 + 1
        year = self.year - (month >= 10)
        return date(year, month, calendar.monthrange(year, month)[1])

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def same_period_last_year(self) -> "Period":
        """Return the cùng kỳ: as many months of the year before."""
        return Period(self.year - 1, self.months)

    def whole_year(self) -> "Period":
        return Period(self.year, 12)

    def label_vi(self) -> str:
        """Write the period as reports do: “9 tháng năm 2024”, “năm 2024”."""
        return f"năm {self.year}" if self.months == 12 else f"{self.months} tháng năm {self.year}"
