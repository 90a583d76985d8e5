"""Properties of the book: what is held lies somewhere, debits equal credits, nothing falls below zero,
undoing undoes; over invented histories, back-dated and cancelled facts among them.
"""

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.money.inventing import CASE, RECORDED, any_fact, day, instant, invented, line, received, told
from thads.enforcement.money.rules import facts as f
from thads.enforcement.money.rules.account import EMPTY, AccountState, apply
from thads.enforcement.money.rules.facts import KINDS, Credit
from thads.enforcement.money.rules.histories import (
    AccountLine,
    UnlawfulStep,
    fold_lawfully,
    with_fact,
    without_fact,
)
from thads.enforcement.money.rules.postings import postings
from thads.enforcement.money.rules.telling import BASES
from thads.enforcement.money.rules.telling import told as in_words
from thads.enforcement.money.rules.vocabulary import Place, Purse, Side
from thads.foundation.ledger.rules.codec import decode, encode
from thads.kernel.refusals import Refusal
from thads.law import LAW

histories = st.builds(invented, seed=st.integers(0, 10**9), steps=st.integers(0, 60))


def lies(state: AccountState) -> int:
    return sum(amount for _place, amount in state.places)


@given(histories)
def test_what_is_held_lies_in_cash_at_the_treasury_or_at_the_bank(lines: tuple[AccountLine, ...]) -> None:
    state = EMPTY
    for one in lines:
        assert one.fact is not None
        state = apply(state, one.fact, on=one.took_effect)
        assert state.total == lies(state)
        assert all(held.amount > 0 for held in state.held)
        assert all(amount > 0 for _place, amount in state.places)
        assert min(state.cost_due, state.advance_due, state.in_hand, *(fee.due for fee in state.fees), 0) == 0


@given(histories)
def test_debits_equal_credits_in_every_fact(lines: tuple[AccountLine, ...]) -> None:
    for one in lines:
        assert one.fact is not None
        assert sum(posting.signed for posting in postings(one.fact)) == 0
        assert all(posting.amount > 0 for posting in postings(one.fact))


@given(histories)
def test_the_sum_of_the_lines_is_the_state(lines: tuple[AccountLine, ...]) -> None:
    sums: dict[tuple[object, int], int] = {}
    for one in lines:
        assert one.fact is not None
        for posting in postings(one.fact):
            key = (posting.account, posting.no)
            sums[key] = sums.get(key, 0) + (posting.amount if posting.side is Side.DEBIT else -posting.amount)
    state = fold_lawfully(CASE, lines)

    for place in Place:
        assert sums.get((place, 0), 0) == state.at(place)
    for held in state.held:
        assert -sums[held.purse, held.no] == held.amount
    assert sum(sums.values()) == 0


@given(histories)
def test_what_came_in_went_somewhere(lines: tuple[AccountLine, ...]) -> None:
    state = fold_lawfully(CASE, lines)
    t = state.totals
    came = t.carried + t.received + t.shares_in + t.advanced + t.earned
    went = t.shares_out + t.paid_payees + t.paid_budget + t.paid_debtor + t.costs_paid + t.unclaimed

    assert came - went == state.total


@given(histories, st.integers(0, 10**9))
def test_a_fact_learned_late_is_lawful_everywhere_or_refused(
    lines: tuple[AccountLine, ...], seed: int
) -> None:
    """Whatever is put anywhere into the past, the book still holds, or nothing happens."""
    chance = Random(seed)
    if not lines:
        return
    on = chance.choice(lines).took_effect
    fact = any_fact(chance, fold_lawfully(CASE, lines))
    state = None
    with suppress(Refusal):
        state = with_fact(CASE, lines, AccountLine(fact, on, RECORDED))

    assert state is None or state.total == lies(state)


@given(histories, st.integers(0, 10**9))
def test_recording_and_taking_back_leaves_the_account_as_it_was(
    lines: tuple[AccountLine, ...], seed: int
) -> None:
    before = fold_lawfully(CASE, lines)
    on = max((one.took_effect for one in lines), default=day("2024-01-10"))
    fact = received(parts=(Credit(1, 5),))
    longer = (*lines, AccountLine(fact, on, RECORDED))

    assert with_fact(CASE, lines, longer[-1]).totals.received == before.totals.received + 5
    cancelled = without_fact(CASE, longer, AccountLine(None, on, RECORDED, cancels=len(lines)))
    assert cancelled == before


@given(histories)
def test_a_prefix_of_a_lawful_history_is_lawful(lines: tuple[AccountLine, ...]) -> None:
    for length in range(len(lines)):
        fold_lawfully(CASE, lines[:length])


@given(histories)
def test_facts_are_kept_and_read_back_alike(lines: tuple[AccountLine, ...]) -> None:
    for one in lines:
        assert one.fact is not None
        assert decode(KINDS[one.fact.kind], encode(one.fact)) == one.fact


@given(histories)
def test_every_fact_is_told_with_its_article(lines: tuple[AccountLine, ...]) -> None:
    for one in lines:
        assert one.fact is not None
        words = in_words(one.fact, on=one.took_effect)
        assert words.title
        assert LAW.cite(words.basis)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_every_kind_of_fact_has_words_an_article_and_a_place_in_the_invented_histories(kind: type) -> None:
    assert kind in BASES
    assert any(isinstance(one.fact, kind) for seed in range(400) for one in invented(seed, 60)), (
        f"{kind.__name__} never happens: the properties say nothing of it"
    )


def test_a_history_out_of_order_is_folded_in_its_legal_order() -> None:
    late = line("2024-02-01", received(parts=(Credit(1, 7),)), "2024-03-01")
    early = line("2024-02-20", f.MoneyMoved(7, Place.CASH, Place.TREASURY), "2024-02-20")

    state = fold_lawfully(CASE, (early, late))

    assert (state.at(Place.CASH), state.at(Place.TREASURY)) == (0, 7)
    with pytest.raises(UnlawfulStep):
        fold_lawfully(CASE, (early,))


def test_money_is_as_old_as_its_purse() -> None:
    state = told(
        ("2024-02-01", received(parts=(Credit(1, 10),))),
        ("2024-03-01", received(parts=(Credit(1, 10), Credit(2, 1)))),
    )

    assert [(held.no, held.since) for held in state.held] == [(1, day("2024-02-01")), (2, day("2024-03-01"))]
    assert state.in_purse(Purse.DUTY) == 21
    assert instant("2024-02-01").date() == day("2024-02-01")
