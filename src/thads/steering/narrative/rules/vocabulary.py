"""What a report can say in figures: the indicators, units and findings of `thads check-text`.

The indicators are those of the statutory forms (TT05/2024, columns c1–c17 of the working model) plus
the claims that reports build on them: targets, growth, points, rank, workload. `Figure` and `Finding`
print exactly the keys of the documented vocabulary; what else a figure carries serves the checks.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from thads.kernel.refusals import Severity


class Indicator(StrEnum):
    """What a figure measures."""

    TOTAL_HANDLED = "total_handled"
    CARRIED_OVER = "carried_over"
    NEW_INTAKE = "new_intake"
    DELEGATED_OUT = "delegated_out"
    RECALLED = "recalled"
    MUST_ENFORCE = "must_enforce"
    ENFORCEABLE = "enforceable"
    NOT_ENFORCEABLE = "not_enforceable"
    DEFERRED_SUSPENDED = "deferred_suspended"
    FINISHED = "finished"
    CARRIED_FORWARD = "carried_forward"
    COMPLETION_RATE = "completion_rate"
    TARGET = "target"
    VS_TARGET = "vs_target"
    GROWTH_ABS = "growth_abs"
    GROWTH_PCT = "growth_pct"
    VS_SAME_PERIOD_PP = "vs_same_period_pp"
    RANK = "rank"
    WORKLOAD_PER_BAILIFF = "workload_per_bailiff"
    SEPARATE_LEDGER = "separate_ledger"
    OTHER = "other"


class Unit(StrEnum):
    """What a figure is counted in; money is always đồng, percentage points are never percent."""

    CASE = "case"
    VND = "vnd"
    PERCENT = "percent"
    PP = "pp"
    JUDGMENT = "judgment"
    PERSON = "person"
    OTHER = "other"


class Dimension(StrEnum):
    """Which side of the work a figure speaks of."""

    CASES = "cases"
    MONEY = "money"
    ADMIN_JUDGMENTS = "admin_judgments"
    COMPLAINTS = "complaints"
    RECEPTION = "reception"


class Bound(StrEnum):
    """How firmly a number is said: "trên 20 tỷ", "gần 5.000 việc", "khoảng 60%"."""

    EXACT = "exact"
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"


class Reference(StrEnum):
    """What a comparison is made with."""

    SAME_PERIOD = "same_period"
    TARGET = "target"
    PACE = "pace"
    AVERAGE = "average"
    OTHER = "other"


CHANGES = frozenset({Indicator.GROWTH_ABS, Indicator.GROWTH_PCT, Indicator.VS_SAME_PERIOD_PP})
CLAIMS = CHANGES | {Indicator.VS_TARGET, Indicator.RANK}
STOCKS = frozenset(
    {
        Indicator.TOTAL_HANDLED,
        Indicator.CARRIED_OVER,
        Indicator.NEW_INTAKE,
        Indicator.DELEGATED_OUT,
        Indicator.RECALLED,
        Indicator.MUST_ENFORCE,
        Indicator.ENFORCEABLE,
        Indicator.NOT_ENFORCEABLE,
        Indicator.DEFERRED_SUSPENDED,
        Indicator.FINISHED,
        Indicator.CARRIED_FORWARD,
        Indicator.SEPARATE_LEDGER,
    }
)

#: How an indicator is called in a sentence to an officer.
INDICATOR_VI: dict[Indicator, str] = {
    Indicator.TOTAL_HANDLED: "tổng số giải quyết",
    Indicator.CARRIED_OVER: "số cũ chuyển sang",
    Indicator.NEW_INTAKE: "số thụ lý mới",
    Indicator.DELEGATED_OUT: "số ủy thác",
    Indicator.RECALLED: "số thu hồi, hủy quyết định",
    Indicator.MUST_ENFORCE: "số phải thi hành",
    Indicator.ENFORCEABLE: "số có điều kiện thi hành",
    Indicator.NOT_ENFORCEABLE: "số chưa có điều kiện thi hành",
    Indicator.DEFERRED_SUSPENDED: "số hoãn, tạm đình chỉ",
    Indicator.FINISHED: "số thi hành xong",
    Indicator.CARRIED_FORWARD: "số chuyển kỳ sau",
    Indicator.COMPLETION_RATE: "tỷ lệ thi hành xong",
    Indicator.TARGET: "chỉ tiêu",
    Indicator.VS_TARGET: "so với chỉ tiêu",
    Indicator.GROWTH_ABS: "số tăng, giảm",
    Indicator.GROWTH_PCT: "tỷ lệ tăng, giảm",
    Indicator.VS_SAME_PERIOD_PP: "chênh lệch so với cùng kỳ (điểm phần trăm)",
    Indicator.RANK: "xếp hạng",
    Indicator.WORKLOAD_PER_BAILIFF: "bình quân mỗi chấp hành viên",
    Indicator.SEPARATE_LEDGER: "số đã chuyển sổ theo dõi riêng",
    Indicator.OTHER: "số liệu khác",
}

DIMENSION_VI: dict[Dimension, str] = {
    Dimension.CASES: "về việc",
    Dimension.MONEY: "về tiền",
    Dimension.ADMIN_JUDGMENTS: "thi hành án hành chính",
    Dimension.COMPLAINTS: "khiếu nại, tố cáo",
    Dimension.RECEPTION: "tiếp công dân",
}

UNIT_VI: dict[Unit, str] = {
    Unit.CASE: "việc",
    Unit.VND: "đồng",
    Unit.PERCENT: "%",
    Unit.PP: "điểm phần trăm",
    Unit.JUDGMENT: "bản án",
    Unit.PERSON: "người",
    Unit.OTHER: "",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report: where it stands, what it says, and what it hangs on.

    `value` is in base units (việc, đồng, percent, points) and signed for changes: "giảm 0,91%" is
    -0.91. `start` and `end` are Python string indices in the text as read. `host` is the index of
    the figure that a comparison, a share or a rate speaks of; `whole` that of the total after a
    fraction bar; `step` is one unit of the last printed place.
    """

    quote: str
    start: int
    end: int
    value: Decimal
    unit: Unit
    indicator: Indicator
    of: Indicator | None = None
    dimension: Dimension | None = None
    org: str | None = None
    period: str | None = None
    step: Decimal = Decimal(1)
    bound: Bound = Bound.EXACT
    direction: int = 0
    reference: Reference | None = None
    source: str = ""
    host: int | None = None
    whole: int | None = None
    base: Indicator | None = None
    scope: str = ""
    part: bool = False
    sentence: int = 0
    paragraph: int = 0

    @property
    def written_value(self) -> str:
        """The value as the JSON output prints it, digits as they stand in the text."""
        return format(self.value, "f")

    def as_json(self) -> dict[str, object]:
        """The figure with exactly the keys of the documented vocabulary."""
        return {
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "value": self.written_value,
            "unit": self.unit.value,
            "indicator": self.indicator.value,
            "of": self.of.value if self.of else None,
            "dimension": self.dimension.value if self.dimension else None,
            "org": self.org,
            "period": self.period,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim of the text that its own figures (or the books) contradict, in one Vietnamese sentence."""

    code: str
    severity: Severity
    message: str
    computed: str | None
    printed: str | None
    figures: tuple[int, ...] = ()
    start: int | None = None
    end: int | None = None

    def as_json(self) -> dict[str, object]:
        """The finding with exactly the keys of the documented vocabulary."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "computed": self.computed,
            "printed": self.printed,
            "figures": list(self.figures),
        }
