"""What the switch of 1/7/2026 asks of one case, folded from its facts (L25 Đ116; N152 Đ115)."""

from collections.abc import Sequence
from datetime import date

from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.rules.dues import all_dues
from thads.enforcement.cases.rules.histories import SUBJECT, HistoryFact, from_ledger, standing
from thads.enforcement.cases.rules.standing import standing_of_facts
from thads.enforcement.cases.rules.state import CaseState, apply
from thads.enforcement.cases.rules.transition import CaseAtSwitch, Finding, findings
from thads.foundation.ledger import queries as ledger


def findings_of(case: EnforcementCase, *, on: date) -> tuple[Finding, ...]:
    """Return what the switch asks of one case on the day."""
    return findings_told(case, from_ledger(ledger.entries_of(SUBJECT, case.uuid)), on)


def findings_told(case: EnforcementCase, lines: Sequence[HistoryFact], on: date) -> tuple[Finding, ...]:
    state: CaseState | None = None
    for place in standing(lines):
        fact = lines[place].fact
        assert fact is not None
        state = apply(state, fact, on=lines[place].took_effect)
    stands = standing_of_facts(lines)
    if state is None or stands is None:
        return ()
    asked_by_debtor = case.request is not None and case.request.by_debtor
    return findings(CaseAtSwitch(state, asked_by_debtor, all_dues(stands)), on=on)
