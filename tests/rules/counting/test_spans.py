"""A question hits exactly the span that folding the facts would give: any day, any knowledge."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.counting.invented import invented_book
from thads.enforcement.cases.rules.state import CaseState, fold
from thads.foundation.ledger.rules.entries import effective
from thads.reporting.counting.rules.questions import microseconds
from thads.reporting.counting.rules.spans import CaseSpans, Rectangle, spans_of


def hit(rectangles, day, known):
    return [
        one
        for one in rectangles
        if one.valid_from <= day < one.valid_to and one.known_from <= known < one.known_to
    ]


def told_by_spans(spans: CaseSpans, day, known) -> object:
    cases = hit(spans.case, day, known)
    lines = {no: one.snap for no, one in spans.lines if hit([one], day, known)}
    assert len(cases) <= 1
    assert len(lines) == sum(bool(hit([one], day, known)) for _, one in spans.lines)
    return (cases[0].snap.number, cases[0].snap.bailiff, lines) if cases else None


def told_by_fold(state: CaseState | None) -> object:
    if state is None:
        return None
    lines = {
        one.no: (
            one.kind, one.amount, one.status, one.ground, one.collected, one.terminated, one.reduced,
            one.delegated, one.pulled_up, one.recalled,
        )
        for one in state.obligations
    }  # fmt: skip
    return state.number, state.bailiff, lines


@settings(max_examples=20)
@given(seed=st.integers(0, 2**40))
def test_spans_say_what_the_fold_says(seed: int) -> None:
    for entries in invented_book(seed, cases=15).values():
        spans = spans_of(entries)
        days = {entry.took_effect for entry in entries} | {entries[0].took_effect - timedelta(days=1)}
        for day in days:
            for known_at in {entry.recorded_at for entry in entries}:
                folded = fold(effective(entries, as_of=day, known_at=known_at))
                assert told_by_spans(spans, day, microseconds(known_at)) == told_by_fold(folded)


@settings(max_examples=10)
@given(seed=st.integers(0, 2**40))
def test_no_span_is_empty_in_days_or_in_knowledge(seed: int) -> None:
    for entries in invented_book(seed, cases=40).values():
        spans = spans_of(entries)
        every: list[Rectangle] = [*spans.case, *(one for _, one in spans.lines)]
        assert all(one.valid_from < one.valid_to and one.known_from < one.known_to for one in every)


def test_a_late_fact_leaves_what_was_believed_before() -> None:
    entries = next(
        history
        for history in invented_book(7, cases=200).values()
        if len({entry.recorded_at for entry in history}) > 3
    )
    last = max(entry.recorded_at for entry in entries)
    earlier = [entry for entry in entries if entry.recorded_at < last]

    before, after = spans_of(earlier), spans_of(entries)

    known = microseconds(max(entry.recorded_at for entry in earlier))
    for entry in earlier:
        day = entry.took_effect
        assert told_by_spans(before, day, known) == told_by_spans(after, day, known)
