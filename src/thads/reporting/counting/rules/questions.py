"""The question a form answers: which period, as of which day, as known at which instant."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from thads.enforcement.cases.rules.vocabulary import ObligationKind
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "counting.before_period": "Ngày tính đến {as_of} sớm hơn ngày đầu kỳ {period} ({start}); "
        "hãy chọn ngày từ {start} trở đi.",
        "counting.after_year": "Ngày tính đến {as_of} sau ngày cuối năm thống kê của kỳ {period} ({last}); "
        "việc từ sau ngày đó thuộc năm sau, hãy chọn ngày đến hết {last} hoặc kỳ của năm sau.",
        "counting.known_beyond": "Thời điểm biết đến {known_at} nằm ngoài khoảng tính được; "
        "hãy chọn thời điểm từ năm {first} đến năm {last}.",
        "counting.known_without_zone": "Thời điểm biết đến {known_at} thiếu múi giờ; "
        "hãy viết như 2024-07-03T09:00+07:00.",
    }
)


FIRST_YEAR = 1900
LAST_YEAR = 2200
"""The years of knowledge that can be asked: far enough from where engines keep "never ends"."""


@dataclass(frozen=True, slots=True)
class Question:
    """A cumulative period seen as of a day and as known at an instant.

    The day lies between the first day of the period and the last of its statistics year: later decisions
    belong to another year (TT05/2024 Đ5).

    `kinds` narrows every case to its obligations of these kinds (form 3); nothing means all.
    """

    period: Period
    as_of: date
    known_at: datetime
    kinds: frozenset[ObligationKind] = frozenset()

    def __post_init__(self) -> None:
        if self.as_of < self.period.start:
            raise Refusal(
                "counting.before_period", as_of=self.as_of, period=str(self.period), start=self.period.start
            )
        last = self.period.whole_year().end
        if self.as_of > last:
            raise Refusal("counting.after_year", as_of=self.as_of, period=str(self.period), last=last)
        if not FIRST_YEAR <= self.known_at.year <= LAST_YEAR:
            raise Refusal(
                "counting.known_beyond", known_at=self.known_at.isoformat(),
                first=str(FIRST_YEAR), last=str(LAST_YEAR),
            )  # fmt: skip
        if self.known_at.tzinfo is None:
            raise Refusal("counting.known_without_zone", known_at=self.known_at.isoformat())

    @classmethod
    def of(cls, period: Period, *, known_at: datetime, as_of: date | None = None) -> "Question":
        """Return the question of a period; as of its last day unless told otherwise."""
        return cls(period, as_of or period.end, known_at)

    @property
    def start(self) -> date:
        """The first day of the period: 1 October."""
        return self.period.start

    @property
    def eve(self) -> date:
        """The day before the period: what is open on it is carried over (TT05/2024 Đ7)."""
        return self.start - timedelta(days=1)

    def of_kinds(self, kinds: frozenset[ObligationKind]) -> "Question":
        """Return the same question about obligations of these kinds only."""
        return Question(self.period, self.as_of, self.known_at, kinds)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(instant: datetime) -> int:
    """Return an instant as whole microseconds since 1970 in UTC: the same on every engine."""
    return (instant - _EPOCH) // timedelta(microseconds=1)
