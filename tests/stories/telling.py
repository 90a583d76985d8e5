"""A case told in the words of the office: each sentence is one act of the person whom it befits."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from rooms.cases.office import PROVINCE, Office, day, instant
from thads.enforcement.cases import actions
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.histories import SUBJECT
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.pages import CasePage
from thads.enforcement.cases.rules.vocabulary import (
    CollectionMeans,
    ObligationStatus,
    SuspensionCause,
    VerificationResult,
)
from thads.foundation.ledger import queries as ledger
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.reporting.counting.rules import reference
from thads.reporting.counting.rules.codes import Line
from thads.reporting.counting.rules.questions import Question


@dataclass
class Story:
    """One case from the judgment on. Days are written 2024-06-30; money is in đồng."""

    office: Office
    case: UUID

    @classmethod
    def ex_officio(cls, office: Office, on: str, *duties: IntakeDuty, number: str = "1/HS-ST") -> "Story":
        return cls(office, office.ex_officio(on, *duties, number=number))

    @classmethod
    def on_request(cls, office: Office, on: str, *duties: IntakeDuty, number: str = "1/DS-ST") -> "Story":
        return cls(office, office.on_request(on, *duties, number=number))

    # ------------------------------------------------------------ the bailiff
    def notified(self, on: str) -> "Story":
        actions.serve_notice(viewer=self.office.bailiff(on), case_id=self.case, on=day(on))
        return self

    def found_able(self, on: str, *nos: int) -> "Story":
        return self._verified(on, VerificationResult.ABLE, nos)

    def found_without_conditions(self, on: str, *nos: int) -> "Story":
        return self._verified(on, VerificationResult.NOT_ABLE, nos)

    def _verified(self, on: str, result: VerificationResult, nos: tuple[int, ...]) -> "Story":
        who = self.office.bailiff(on)
        actions.record_verification(viewer=who, case_id=self.case, on=day(on), result=result, nos=nos)
        return self

    def paid(
        self, on: str, amount: int | None = None, *, no: int = 1, coerced: bool = False, learned: str = ""
    ) -> "Story":
        means = CollectionMeans.COERCION if coerced else CollectionMeans.VOLUNTARY
        actions.collect_money(
            viewer=self.office.bailiff(learned or on),
            case_id=self.case,
            on=day(on),
            parts=(Part(no, amount),),
            means=means,
        )
        return self

    def finished(self, on: str, *nos: int) -> "Story":
        actions.finish(viewer=self.office.bailiff(on), case_id=self.case, on=day(on), nos=nos)
        return self

    # ------------------------------------------------------------ the head
    def unable(self, on: str, *nos: int, ground: str = "no_income_no_assets") -> "Story":
        return self._decided(actions.decide_unable, on, ground=ground, nos=nos)

    def goes_on(self, on: str, *nos: int) -> "Story":
        return self._decided(actions.resume, on, nos=nos)

    def into_separate_ledger(self, on: str) -> "Story":
        return self._decided(actions.move_to_separate_ledger, on)

    def deferred(self, on: str, *nos: int, ground: str = "parties_agree", until: str = "") -> "Story":
        return self._decided(actions.defer, on, ground=ground, nos=nos, until=day(until) if until else None)

    def suspended(self, on: str, cause: SuspensionCause = SuspensionCause.PROTEST) -> "Story":
        return self._decided(actions.suspend, on, cause=cause)

    def terminated(self, on: str, *parts: Part, ground: str = "parties_agree") -> "Story":
        return self._decided(actions.terminate, on, ground=ground, parts=parts)

    def reduced(self, on: str, amount: int) -> "Story":
        return self._decided(
            actions.reduce_duty, on, parts=(Part(1, amount),), court_decision="5/2024/QĐ-GTHA"
        )

    def delegated(self, on: str, *parts: Part, to: str = "HG") -> "Story":
        return self._decided(actions.delegate_out, on, to_agency=to, parts=parts)

    def pulled_up(self, on: str) -> "Story":
        province = Office(PROVINCE).head(on)
        actions.pull_up_file(viewer=province, case_id=self.case, on=day(on), to_agency=PROVINCE)
        return self

    def recalled(self, on: str, *parts: Part) -> "Story":
        return self._decided(actions.recall_decision, on, ground="error_changing_content", parts=parts)

    def took_back_the_last_fact(self, on: str) -> "Story":
        last = max(self.page(on).timeline, key=lambda entry: entry.seq).entry_id
        return self._decided(actions.cancel_fact, on, entry_id=last, reason="ghi nhầm")

    def _decided(self, act: object, on: str, **given: object) -> "Story":
        act(viewer=self.office.head(on), case_id=self.case, on=day(on), **given)  # type: ignore[operator]
        return self

    # ------------------------------------------------------------ what is seen
    def page(self, at: str = "2026-12-31") -> CasePage:
        return self.office.page(self.case, at)

    @property
    def status(self) -> ObligationStatus:
        return self.page().row.status

    @property
    def left(self) -> int:
        return self.page().row.remaining

    def counted(self, period: str, *, as_of: str = "", known_at: str = "2027-01-01") -> dict[str, int]:
        """The lines of form 1 in which the case is a member, with the đồng it gives in form 2."""
        asked = Question.of(
            Period.parse(period), known_at=instant(known_at), as_of=day(as_of) if as_of else None
        )
        told = {str(self.case): ledger.entries_of(SUBJECT, self.case)}
        found = next(iter(reference.count(told, asked)), None)
        if found is None:
            return {}
        return {line.value: found.shares.get(line, 0) for line in Line if line in found.members}


def refuses(code: str) -> "pytest.RaisesExc[Refusal]":
    """Expect a refusal by its code."""
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)
