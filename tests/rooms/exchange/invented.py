"""Lawful histories invented step by step: whatever `check_move` lets pass may be drawn next."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import CaseHistory, HistoryFact
from thads.enforcement.cases.rules.lifecycle import can_move
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.state import CaseState, apply
from thads.enforcement.cases.rules.vocabulary import (
    ArchiveStep,
    CoercionKind,
    CoercionStep,
    CollectionMeans,
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
    OrderRecipient,
    PartyRole,
    SecurityKind,
    SuspensionCause,
    VerificationResult,
)
from thads.interfaces.exchange.histories.reading import case_id

FIRST_DAY = date(2021, 1, 4)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12).map(str.strip)
NAMES = st.sampled_from(["", "Nguyễn Văn Mẫu", "Trần “Thị” \\ Mẫu", "Công ty 数 & Mẫu"])
AMOUNTS = st.integers(1, 10**12)


@st.composite
def duties(draw: st.DrawFn) -> tuple[f.Duty, ...]:
    """One to three lines of duty."""
    return tuple(
        f.Duty(
            no, draw(st.sampled_from(ObligationKind)), draw(st.integers(0, 10**12)), draw(NAMES), draw(NAMES),
            draw(WORDS),
        )
        for no in range(1, draw(st.integers(1, 3)) + 1)
    )  # fmt: skip


@st.composite
def decisions(draw: st.DrawFn, number: str) -> f.DecisionIssued:
    """A decision with any of its fields filled or not."""
    route = draw(st.sampled_from(IntakeRoute))
    return f.DecisionIssued(
        number=number, initiation=draw(st.sampled_from(Initiation)),
        judgment_kind=draw(st.sampled_from(JudgmentKind)), duties=draw(duties()), decision_no=draw(WORDS),
        judgment_no=draw(WORDS), judgment_on=draw(st.sampled_from([None, date(2020, 2, 29)])),
        court=draw(WORDS),
        route=route, from_agency="HL.X" if route is IntakeRoute.DELEGATED_IN else "",
        flags=tuple(draw(st.lists(st.sampled_from(Flag), unique=True, max_size=2))),
    )  # fmt: skip


@st.composite
def next_fact(draw: st.DrawFn, state: CaseState) -> f.CaseFact:
    """Any fact that might come next; not all are lawful."""
    lines = state.open_obligations
    chosen = draw(st.sampled_from(lines)) if lines else None
    parts = () if chosen is None or draw(st.booleans()) else (f.Part(chosen.no),)
    amount = None if chosen is None or chosen.remaining < 1 else draw(st.integers(1, chosen.remaining))
    money = () if chosen is None else (f.Part(chosen.no, amount),)
    return draw(
        st.sampled_from(
            [
                f.NoticeServed(manner=draw(WORDS)),
                f.Verified(draw(st.sampled_from(VerificationResult)), parts, draw(WORDS)),
                f.UnableDecided("no_income_no_assets", parts),
                f.Resumed("able_again", parts),
                f.MovedToSeparateLedger(parts),
                f.Deferred("parties_agree", None, parts),
                f.Suspended(draw(st.sampled_from(SuspensionCause)), parts),
                f.Terminated("parties_agree", parts or money),
                f.DutyReduced(money, draw(WORDS)),
                f.DelegatedOut("HL.X", parts),
                f.MoneyCollected(money, draw(WORDS), draw(st.sampled_from(CollectionMeans))),
                f.Performed(parts),
                *draw(notes(state, parts)),
            ]
        )
    )


@st.composite
def notes(draw: st.DrawFn, state: CaseState, parts: tuple[f.Part, ...]) -> tuple[f.CaseFact, ...]:
    """Facts that move no obligation, each with any of its fields filled or not."""
    words, value = draw(WORDS), draw(AMOUNTS)
    no = draw(st.integers(1, 3))
    return (
        f.FileOpened(words),
        f.BailiffChangeRequested(words or "A", words),
        f.BailiffChangeRefused(words or "không"),
        f.VerificationMandated("HL.Y", draw(st.booleans()), words),
        f.MandateAnswered("HL.Y", words),
        f.InformationReceived(words or "B", words),
        f.AgreementRecorded(words or "trả dần", parts),
        f.DebtorPublished(words),
        f.PublicationUpdated(words),
        f.PublicationEnded(words),
        f.SecurityOrdered(no, draw(st.sampled_from(SecurityKind)), words or "tài khoản", value, words, parts),
        f.CoercionDecided(no, draw(st.sampled_from(CoercionKind)), words or "nhà", value, parts, True,
                          exception="only_asset", dissipation="bán nhà"),
        f.CoercionPrepared(no, draw(st.sampled_from(CoercionStep)), None, words),
        f.CoercionCarriedOut(no, words, draw(st.sampled_from(["", "08:30"]))),
        f.MeasureEnded(no, "applicant_asks"),
        f.OrderSent(1, draw(st.sampled_from(OrderRecipient)), words),
        f.OrderAmended(1, words or "sửa"),
        f.CertificateRequested(words or "A"),
        f.CertificateIssued(words or "A", words),
        f.FileChecked(draw(st.sampled_from(ArchiveStep)), 12, words),
        f.FileArchived(12, words, 5),
        f.FileTakenOut(words or "A", words),
        f.FileReturned(words),
    )  # fmt: skip


@st.composite
def histories(draw: st.DrawFn, number: str) -> CaseHistory:
    """A case with up to ten steps, some of them recorded late, some taken back."""
    opening = draw(decisions(number))
    on = FIRST_DAY + timedelta(days=draw(st.integers(0, 600)))
    at = datetime(on.year, on.month, on.day, 3, draw(st.integers(0, 59)), tzinfo=UTC)
    lines = [HistoryFact(opening, on, at, order_no=draw(WORDS))]
    state = apply(None, opening, on=on)
    for _ in range(draw(st.integers(0, 10))):
        assert state is not None
        on += timedelta(days=draw(st.integers(0, 90)))
        at = max(at, datetime(on.year, on.month, on.day, 3, tzinfo=UTC)) + timedelta(
            seconds=draw(st.integers(0, 10**6))
        )
        fact = draw(next_fact(state))
        if can_move(state, fact, on=on, recorded_on=on):
            lines.append(HistoryFact(fact, on, at, draw(WORDS), draw(st.sampled_from(["", "clerk.1"]))))
            if draw(st.integers(0, 4)) == 0:
                lines.append(HistoryFact(None, on, at, cancels=len(lines) - 1, reason=draw(WORDS)))
            else:
                state = apply(state, fact, on=on)
    parties = draw(
        st.sampled_from([(), (PartyDetails(PartyRole.DEBTOR, "Lê Thị Mẫu", "xã Mẫu", "012345678901"),)])
    )
    return CaseHistory(case_id("HL", number), "HL", tuple(lines), parties)
