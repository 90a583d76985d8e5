"""Facts and states told shortly, for the tests of the rules of a case."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import CaseHistory, HistoryFact, check_history
from thads.enforcement.cases.rules.state import CaseState, ObligationState
from thads.enforcement.cases.rules.vocabulary import (
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    ObligationStatus,
    SuspensionCause,
    VerificationResult,
)

ABLE = f.Verified(VerificationResult.ABLE)
NOT_ABLE = f.Verified(VerificationResult.NOT_ABLE)
UNABLE = f.UnableDecided("no_income_no_assets")
AGREED = f.Deferred("parties_agree")
PROTEST = f.Suspended(SuspensionCause.PROTEST)


def day(written: str) -> date:
    return date.fromisoformat(written)


def instant(written: str) -> datetime:
    return datetime.fromisoformat(f"{written}T09:00:00+07:00")


def decision(
    *amounts: int,
    kind: ObligationKind = ObligationKind.COURT_FEE,
    initiation: Initiation = Initiation.EX_OFFICIO,
    **more: object,
) -> f.DecisionIssued:
    """An enforcement decision with one money duty an amount (1.000 đồng when none is given)."""
    duties = tuple(f.Duty(no, kind, amount) for no, amount in enumerate(amounts or (1_000,), start=1))
    return f.DecisionIssued("1/2024/TQ", initiation, JudgmentKind.CRIMINAL, duties, **more)  # type: ignore[arg-type]


def collected(amount: int | None = None, *, no: int = 1, **more: object) -> f.MoneyCollected:
    return f.MoneyCollected((f.Part(no, amount),), **more)  # type: ignore[arg-type]


def line(written: str, fact: f.CaseFact, recorded: str = "") -> HistoryFact:
    return HistoryFact(fact, day(written), instant(recorded or written), where=written)


def history(*steps: tuple[str, f.CaseFact] | HistoryFact) -> CaseHistory:
    """A history from (day, fact) pairs, each recorded on its day."""
    lines = tuple(step if isinstance(step, HistoryFact) else line(*step) for step in steps)
    return CaseHistory(UUID(int=1), "TQ", lines)


def told(*steps: tuple[str, f.CaseFact] | HistoryFact) -> CaseState:
    """The state after lawful steps; refuses like `check_history`."""
    return check_history(history(*steps))


def standing(status: ObligationStatus, **more: object) -> CaseState:
    """A case with one obligation of 1.000 đồng in a status, ripe for anything the status allows."""
    found = VerificationResult.NOT_ABLE
    duty = ObligationState(
        1,
        ObligationKind.COURT_FEE,
        1_000,
        status,
        day("2023-01-10"),
        ground="no_income_no_assets",
        found=found,
    )
    return CaseState(
        number="1/2023/TQ", decided_on=day("2022-01-05"), initiation=Initiation.EX_OFFICIO,
        judgment_kind=JudgmentKind.CRIMINAL, route=IntakeRoute.NEW, flags=(), bailiff="TQ-01",
        obligations=(replace(duty, **more),), notice_on=day("2022-01-08"), voluntary_until=day("2022-01-18"),
        last_verified_on=day("2023-07-10"), verifications=3, unable_on=day("2023-01-10"),
    )  # fmt: skip
