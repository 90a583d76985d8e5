"""Totals received as figures: no cases stand behind them here, so only identities can be checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line

register_sentences(
    {
        "totals.empty": "Số liệu của {agency} không có cột nào; hãy nhập ít nhất một cột.",
        "totals.negative": "Cột {line} của {agency} là số âm; chỉ nhận số từ 0 trở lên.",
        "totals.contradiction": "Số liệu của {agency} mâu thuẫn: {smaller} ({less}) lớn hơn {larger} "
        "({more}), {unit}. Hãy đối chiếu với báo cáo gốc; chưa có gì được ghi.",
        "totals.in_future": "Thời điểm nhận báo cáo {reported_at} ở tương lai; hãy kiểm tra lại.",
        "totals.agency_unknown": "Không có cơ quan nào mang mã “{agency}” vào ngày {on}.",
    }
)

NESTED = ((Line.C8, Line.C7), (Line.C7, Line.C6), (Line.C6, Line.C1), (Line.C2, Line.C1), (Line.C3, Line.C1))
"""Pairs of lines where the first is a part of the second (statistics.md 3.3)."""


@dataclass(frozen=True, slots=True)
class ReportedTotals:
    """What an agency reported for a period: figures by line, where from, and whether they are invented."""

    agency: str
    period: Period
    figures: Mapping[Line, Figure]
    source: str
    is_invented: bool
    reported_at: datetime
    version: int = 1


def check_totals(totals: ReportedTotals, *, at: datetime) -> None:
    """Refuse totals that are empty, negative, from the future, or where a part is larger than its whole."""
    if not totals.figures:
        raise Refusal("totals.empty", agency=totals.agency)
    if totals.reported_at > at:
        raise Refusal("totals.in_future", reported_at=totals.reported_at)
    for line, figure in totals.figures.items():
        if figure.cases < 0 or figure.amount < 0:
            raise Refusal("totals.negative", agency=totals.agency, line=line)
    for smaller, larger in NESTED:
        if smaller in totals.figures and larger in totals.figures:
            _check_nested(totals, smaller, larger)


def _check_nested(totals: ReportedTotals, smaller: Line, larger: Line) -> None:
    part, whole = totals.figures[smaller], totals.figures[larger]
    for unit, less, more in (("việc", part.cases, whole.cases), ("đồng", part.amount, whole.amount)):
        if less > more:
            raise Refusal(
                "totals.contradiction", agency=totals.agency, smaller=smaller, less=less, larger=larger,
                more=more, unit=unit, basis="TT05/2024 Đ2, biểu 01, 02",
            )  # fmt: skip
