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
        "counting.known_without_zone": "Thời điểm biết đến {known_at} thiếu múi giờ; "
        "hãy viết như 2024-07-03T09:00+07:00.",
    }
)


@dataclass(frozen=True, slots=True)
class Question:
    """A cumulative period seen as of a day and as known at an instant.

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
