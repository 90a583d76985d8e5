"""Late interest on a duty to a day, derived from the history of the case (L08 Đ48–49, TL11 Đ6; N152 Đ29)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from thads.enforcement.cases.queries.briefs import case_brief
from thads.enforcement.cases.rules.briefs import CaseBrief
from thads.enforcement.cases.rules.histories import SUBJECT as CASE
from thads.enforcement.cases.rules.histories import from_ledger
from thads.enforcement.money.accounts import standing_facts
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.facts import SUBJECT
from thads.enforcement.money.rules.interest import (
    InterestTerms,
    LateInterest,
    RateStep,
    interest_start,
    late_interest,
)
from thads.enforcement.money.rules.interest_terms import duty_history
from thads.enforcement.money.rules.vocabulary import Purse
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal


@dataclass(frozen=True, slots=True)
class InterestPage:
    """Late interest on one duty: the derivation, what of it was received, what is still due."""

    case: CaseBrief
    no: int
    interest: LateInterest
    received: Dong

    @property
    def due(self) -> Dong:
        """Accrued less received, never below nothing."""
        return max(0, self.interest.accrued - self.received)


def late_interest_of(
    viewer: Viewer,
    case_id: UUID,
    *,
    no: int,
    until: date,
    starts_on: date | None = None,
    percent: Decimal | None = None,
) -> InterestPage:
    """Return late interest on a duty up to a day, that day not counting; `starts_on` and `percent` as
    adjudged, else the day of request and the statutory rate. Refuses a duty the case does not have, and one
    without a start.
    """
    case = case_brief(viewer, case_id)
    history = duty_history(from_ledger(ledger.entries_of(CASE, case_id)), no)
    if history is None:
        known = ", ".join(map(str, case.nos))
        raise Refusal("money.line_unknown", basis="T78 Đ11.2", number=case.number, no=no, known=known)
    start = interest_start(adjudged_on=starts_on, requested_on=case.requested_on, on=until)
    rates = () if percent is None else (RateStep(start, percent),)
    found = late_interest(
        history.amount, terms=InterestTerms(start, rates), until=until, payments=history.lessened,
        pauses=history.pauses,
    )  # fmt: skip
    return InterestPage(case, no, found, _received(case_id, no, until))


def _received(case_id: UUID, no: int, until: date) -> Dong:
    """Return the late interest that came in for a duty up to a day."""
    total = 0
    for one in standing_facts(ledger.entries_of(SUBJECT, case_id)):
        if one.on <= until and isinstance(one.fact, f.Received | f.ShareReceived):
            total += sum(part.interest for part in one.fact.parts if part.no == no)
        elif one.on <= until and isinstance(one.fact, f.PoolShared):
            total += sum(
                share.amount
                for share in one.fact.shares
                if share.purse is Purse.INTEREST and share.no == no and not share.case_id
            )
    return total
