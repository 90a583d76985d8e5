"""Late interest (lãi chậm thi hành án) to any day, segment by segment, on the remaining principal only.

It runs from the day adjudged, else the day of request, to the day money is collected or the asset handed
over; not during a deferral by agreement or for a protest, nor during a suspension (L08 Đ48–49, TL11 Đ6 / L25
Đ46–47, N152 Đ29). The rate is the adjudged one, else the statutory (BLDS Đ357, 468).

Derived, as no text says: a year counts 365 days; the first day counts and the last does not; the whole is
rounded to the nearest đồng, halves up, and a segment shows what the rounded whole grows by, so that cutting a
segment changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from thads.enforcement.money.rules.pools import InterestOrder
from thads.kernel.money import Dong, dong
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.spans import Span
from thads.law import LAW, GroundKind, Ruling

register_sentences(
    {
        "money.interest_no_start": "Chưa có ngày bắt đầu tính lãi chậm thi hành án: bản án không ấn định và "
        "chưa ghi ngày yêu cầu thi hành án; hãy bổ sung một trong hai ngày.",
        "money.interest_before_start": "Ngày tính lãi {until} sớm hơn ngày bắt đầu tính lãi {start}; hãy "
        "chọn ngày khác.",
        "money.interest_rate_negative": "Lãi suất {percent} %/năm là số âm; hãy nhập lãi suất bản án đã "
        "tuyên.",
    }
)


@dataclass(frozen=True, slots=True)
class RateStep:
    """The adjudged rate from a day on, percent a year."""

    since: date
    percent: Decimal


@dataclass(frozen=True, slots=True)
class InterestTerms:
    """From when interest runs, at which adjudged rates (none: the statutory), and what a payment lessens
    first.
    """

    starts_on: date
    rates: tuple[RateStep, ...] = ()
    order: InterestOrder = InterestOrder.PRINCIPAL_FIRST


@dataclass(frozen=True, slots=True)
class InterestPayment:
    """Money that lessened the debt, on the day interest ends for it (`interest_ends`)."""

    on: date
    amount: Dong


@dataclass(frozen=True, slots=True)
class InterestPause:
    """A span in which no interest runs, and the article."""

    span: Span
    basis: str


@dataclass(frozen=True, slots=True)
class InterestSegment:
    """Days on which nothing changed: from, up to (exclusive), principal, percent a year, interest in đồng."""

    start: date
    end: date
    principal: Dong
    percent: Decimal
    interest: Dong
    basis: str
    is_paused: bool = False

    @property
    def days(self) -> int:
        """How many days, the first counting and the last not."""
        return (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class PaymentSplit:
    """What a payment lessened: principal, interest, and what was too much."""

    payment: InterestPayment
    principal: Dong
    interest: Dong
    over: Dong


@dataclass(frozen=True, slots=True)
class LateInterest:
    """Interest to a day with its derivation: segments, payments, and what is left of both."""

    principal: Dong
    until: date
    segments: tuple[InterestSegment, ...]
    splits: tuple[PaymentSplit, ...]
    days_in_year: Ruling

    @property
    def accrued(self) -> Dong:
        """All interest that ran, đồng."""
        return sum(segment.interest for segment in self.segments)

    @property
    def paid(self) -> Dong:
        """Interest already paid, đồng."""
        return sum(split.interest for split in self.splits)

    @property
    def due(self) -> Dong:
        """Interest still due, đồng."""
        return self.accrued - self.paid

    @property
    def principal_left(self) -> Dong:
        """Principal still due, đồng."""
        return self.principal - sum(split.principal for split in self.splits)


def interest_start(*, adjudged_on: date | None, requested_on: date | None, on: date) -> date:
    """Return the day from which interest runs: as adjudged, else the day of request; refuse when neither is
    known (N152 Đ29.2).
    """
    start = adjudged_on or requested_on
    if start is None:
        raise Refusal("money.interest_no_start", basis=LAW.value("interest.start", on=on).basis)
    return start


def interest_ends(*, collected_on: date, handed_over_on: date | None = None) -> date:
    """Return the day interest ends for a sum: collection, or for an asset sold or taken in lieu its handover
    (N152 Đ29.2).
    """
    return handed_over_on or collected_on


def stops_interest(kind: GroundKind, ground: str, *, on: date) -> str:
    """Return the article under which no interest runs during a deferral or suspension on the ground, or
    nothing.
    """
    ruling = LAW.value("interest.paused_by", on=on)
    paused = ruling.value if isinstance(ruling.value, tuple) else ()
    return ruling.basis if kind in paused or f"{kind}.{ground}" in paused else ""


def late_interest(
    principal: Dong,
    *,
    terms: InterestTerms,
    until: date,
    payments: Sequence[InterestPayment] = (),
    pauses: Sequence[InterestPause] = (),
) -> LateInterest:
    """Return late interest on a principal up to a day, that day not counting, in đồng; payments after it are
    left out; refuse a day before interest begins and a negative rate.
    """
    _check_terms(principal, terms, payments, until)
    known = sorted((one for one in payments if one.on <= until), key=lambda one: one.on)
    run = _Run(dong(principal), terms, tuple(pauses), LAW.value("interest.days_in_year", on=until))
    for start, end in _between(_cuts(terms, known, pauses, until)):
        run.pay(one for one in known if one.on <= start)
        run.accrue(start, end)
    run.pay(known)
    return LateInterest(principal, until, tuple(run.segments), tuple(run.splits), run.days_in_year)


def _check_terms(
    principal: Dong, terms: InterestTerms, payments: Sequence[InterestPayment], until: date
) -> None:
    for amount in (principal, *(one.amount for one in payments)):
        dong(amount)
    if until < terms.starts_on:
        raise Refusal("money.interest_before_start", until=until, start=terms.starts_on)
    for step in terms.rates:
        if step.percent < 0:
            raise Refusal("money.interest_rate_negative", percent=step.percent)


def _cuts(
    terms: InterestTerms,
    payments: Sequence[InterestPayment],
    pauses: Sequence[InterestPause],
    until: date,
) -> list[date]:
    """Return the days on which anything changes, from the start to the end."""
    days = {terms.starts_on, until}
    days.update(one.on for one in payments)
    days.update(step.since for step in terms.rates)
    days.update(step.since for step in LAW.timeline("interest.statutory_rate").steps)
    days.update(edge for one in pauses for edge in (one.span.start, one.span.end) if edge is not None)
    return sorted(day for day in days if terms.starts_on <= day <= until)


def _between(days: Sequence[date]) -> Iterable[tuple[date, date]]:
    return zip(days, days[1:], strict=False)


@dataclass(slots=True)
class _Run:
    """Interest as it runs: the principal left, exact interest so far, segments and payments."""

    principal: Dong
    terms: InterestTerms
    pauses: tuple[InterestPause, ...]
    days_in_year: Ruling
    exact: Fraction = Fraction()
    segments: list[InterestSegment] = field(default_factory=list)
    splits: list[PaymentSplit] = field(default_factory=list)

    @property
    def interest_due(self) -> Dong:
        return _rounded(self.exact) - sum(split.interest for split in self.splits)

    def pay(self, payments: Iterable[InterestPayment]) -> None:
        """Take the payments not yet taken."""
        for payment in list(payments)[len(self.splits) :]:
            self.splits.append(self._split(payment))

    def _split(self, payment: InterestPayment) -> PaymentSplit:
        if self.terms.order is InterestOrder.INTEREST_FIRST:
            interest = min(payment.amount, self.interest_due)
            principal = min(payment.amount - interest, self.principal)
        else:
            principal = min(payment.amount, self.principal)
            interest = min(payment.amount - principal, self.interest_due)
        self.principal -= principal
        return PaymentSplit(payment, principal, interest, payment.amount - principal - interest)

    def accrue(self, start: date, end: date) -> None:
        """Let interest run over a span in which nothing changes; none on nothing owed."""
        if self.principal == 0:
            return
        pause = next((one for one in self.pauses if start in one.span), None)
        percent, basis = (Decimal(0), pause.basis) if pause else self._rate(start)
        before = _rounded(self.exact)
        year = int(str(self.days_in_year.value))
        self.exact += self.principal * Fraction(percent) * (end - start).days / (100 * year)
        interest = _rounded(self.exact) - before
        self.segments.append(
            InterestSegment(start, end, self.principal, percent, interest, basis, pause is not None)
        )

    def _rate(self, day: date) -> tuple[Decimal, str]:
        adjudged = [step for step in self.terms.rates if step.since <= day]
        if adjudged:
            return max(adjudged, key=lambda step: step.since).percent, _ADJUDGED
        ruling = LAW.value("interest.statutory_rate", on=day)
        return Decimal(str(ruling.value)), ruling.basis


_ADJUDGED = "BLDS Đ357"
"""The rate agreed or adjudged goes before the statutory (BLDS Đ357.2)."""


def _rounded(exact: Fraction) -> Dong:
    return (exact + Fraction(1, 2)).__floor__()
