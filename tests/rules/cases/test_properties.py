"""Properties of invented lawful histories: no đồng is lost, order of learning does not matter, undoing
undoes.
"""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rules.cases.telling import day, decision, instant
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import HistoryFact, fold_lawfully, with_fact, without_fact
from thads.enforcement.cases.rules.lifecycle import can_move, lawful_moves
from thads.enforcement.cases.rules.state import CaseState, apply
from thads.enforcement.cases.rules.vocabulary import SuspensionCause, VerificationResult

START = day("2022-01-10")
RECORDED = instant("2026-06-30")


def invented(seed: int, steps: int) -> tuple[HistoryFact, ...]:
    """Invent a lawful history: at each step a fact is proposed and taken when it is lawful."""
    chance = Random(seed)
    amounts = [chance.choice([0, 300, 1_000, 5_000_000]) for _ in range(chance.randint(1, 3))]
    opening = decision(*amounts, bailiff=chance.choice(["", "TQ-01"]))
    lines = [HistoryFact(opening, START, RECORDED)]
    state, on = apply(None, opening, on=START), START
    for _ in range(steps):
        on += timedelta(days=chance.choice([0, 1, 15, 200, 400]))
        if on > RECORDED.date():
            break
        fact = proposed(chance, state)
        if can_move(state, fact, on=on, recorded_on=RECORDED.date()):
            lines.append(HistoryFact(fact, on, RECORDED))
            state = apply(state, fact, on=on)
    return tuple(lines)


def proposed(chance: Random, state: CaseState | None) -> f.CaseFact:
    assert state is not None
    lines = state.open_obligations or state.obligations
    line = chance.choice(lines)
    some = chance.choice([None, max(1, line.remaining // 3), line.remaining + chance.randint(0, 1)])
    part, named = (f.Part(line.no, some),), chance.choice([(), (f.Part(line.no),)])
    return chance.choice(
        [
            f.BailiffAssigned("TQ-02"),
            f.NoticeServed(),
            f.Verified(chance.choice(list(VerificationResult)), named),
            f.UnableDecided(chance.choice(["no_income_no_assets", "address_unknown"]), named),
            f.Resumed(parts=named),
            f.MovedToSeparateLedger(named),
            f.Deferred(chance.choice(["parties_agree", "asset_in_dispute"]), parts=named),
            f.Suspended(chance.choice(list(SuspensionCause)), named),
            f.Terminated("debtor_dead", chance.choice([named, part])),
            f.DutyReduced(part),
            f.DelegatedOut("HG", chance.choice([named, part])),
            f.FilePulledUp("TQ"),
            f.DecisionRecalled("wrong_competence", part),
            f.MoneyCollected(part),
            f.MoneyCollected(part),
            f.Performed(named),
        ]
    )


histories = st.builds(invented, seed=st.integers(0, 10**9), steps=st.integers(0, 25))


@given(histories)
def test_no_dong_is_lost_or_made(lines: tuple[HistoryFact, ...]) -> None:
    for line in fold_lawfully(lines).obligations:
        gone = (
            line.collected + line.terminated + line.reduced + line.delegated + line.pulled_up + line.recalled
        )
        assert line.amount == gone + line.remaining
        assert min(line.remaining, line.collected, line.terminated, line.reduced, line.delegated) >= 0
        if not line.is_open:
            assert line.remaining == 0


@given(histories, st.integers(0, 10**9))
def test_the_order_of_learning_does_not_matter_on_different_days(
    lines: tuple[HistoryFact, ...], seed: int
) -> None:
    one_a_day = {line.took_effect: line for line in lines}
    kept = tuple(one_a_day.values())
    if kept[0].took_effect != START or not isinstance(kept[0].fact, f.DecisionIssued) or not lawful(kept):
        return
    shuffled = list(kept)
    Random(seed).shuffle(shuffled)
    assert fold_lawfully(tuple(shuffled)) == fold_lawfully(kept)


def lawful(lines: tuple[HistoryFact, ...]) -> bool:
    try:
        fold_lawfully(lines)
    except Exception:
        return False
    return True


@given(histories)
def test_recording_and_taking_back_leaves_the_state_as_it_was(lines: tuple[HistoryFact, ...]) -> None:
    before = fold_lawfully(lines)
    on = max(line.took_effect for line in lines)
    fact = f.BailiffAssigned("TQ-09")
    if not before.is_open:
        return
    longer = (*lines, HistoryFact(fact, on, RECORDED))
    assert with_fact(lines, longer[-1]).bailiff == "TQ-09"
    assert without_fact(longer, HistoryFact(None, on, RECORDED, cancels=len(lines))) == before


@given(histories)
def test_a_button_is_offered_exactly_when_some_fact_of_its_kind_is_lawful(
    lines: tuple[HistoryFact, ...],
) -> None:
    state, on = fold_lawfully(lines), date(2026, 6, 30)
    possible = {step.kind for step in lawful_moves(state, on) if step.possible}
    simple = [f.BailiffAssigned("TQ-03"), f.NoticeServed(), f.Resumed(), f.MovedToSeparateLedger()]
    for fact in simple:
        assert can_move(state, fact, on=on, recorded_on=on) == (fact.kind in possible)


@given(histories, st.integers(1, 25))
def test_a_prefix_of_a_lawful_history_is_lawful(lines: tuple[HistoryFact, ...], length: int) -> None:
    assert lawful(lines[:length])
