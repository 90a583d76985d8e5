"""Marks kept between questions stay what the reference engine counts, whatever the ledger learns."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from random import Random

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms.forms.world import NOW, decision, write_case
from rules.counting.invented import KINDS, invented_book, invented_question
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.models import LedgerEntry
from thads.foundation.ledger.rules.entries import Entry
from thads.kernel.periods import Period
from thads.reporting.counting import engine, kept
from thads.reporting.counting.rules import reference
from thads.reporting.counting.rules.codes import LINES, Line
from thads.reporting.counting.rules.questions import Question
from thads.reporting.counting.segments import SegmentFolder
from thads.reporting.counting.store import SpanStore

pytestmark = pytest.mark.django_db
CASES, AT_FIRST = 6, 12
WHO = ("case_id", "number", "agency", "bailiff", "initiation", "judgment_kind", "origin")
TOLD_APART = frozenset(KINDS)


def a_store() -> SpanStore:
    return SpanStore(SegmentFolder(Path(tempfile.mkdtemp()) / "never-written"))


def shuffled(book: dict[str, list[Entry]], chance: Random) -> Iterator[Entry]:
    """Yield the entries of all cases mixed, each case in its order: knowledge comes late, even backwards."""
    left = [list(entries) for entries in book.values()]
    while any(left):
        yield chance.choice([entries for entries in left if entries]).pop(0)


def write(entries: Sequence[Entry], ids: dict[int, int]) -> None:
    for entry in entries:
        row = LedgerEntry.objects.create(
            subject_kind="case", subject_id=entry.subject_id, seq=entry.seq, kind=entry.kind,
            took_effect=entry.took_effect, recorded_at=entry.recorded_at, agency=entry.agency,
            actor=entry.actor, order_no="", payload=dict(entry.payload),
            cancels=None if entry.cancels is None else ids[entry.cancels],
        )  # fmt: skip
        ids[entry.id] = row.pk


def counted_by_reference(question: Question) -> set[object]:
    histories: dict[str, list[Entry]] = {}
    for entry in ledger.entries_after(0, subject_kind="case"):
        histories.setdefault(str(entry.subject_id), []).append(entry)
    return {
        (tuple(getattr(mark, name) for name in WHO), mark.members, frozenset(mark.shares.items()))
        for mark in reference.count(histories, question)
    }


def counted(store: SpanStore, question: Question) -> set[object]:
    return {
        (
            tuple(row[name] for name in WHO),
            frozenset(line for line in LINES if row[f"in_{line}"]),
            frozenset((line, row[f"a_{line}"]) for line in LINES if row[f"a_{line}"]),
        )
        for row in store.ask(question, lambda marks: marks)
    }


def left_over(store: SpanStore, question: Question) -> dict[object, object]:
    """Return the number of cases left over by agency, as remembered between the questions."""
    return store.remembered(
        question,
        lambda marks: engine.figures(marks, ["agency"]),
        name="left over",
        shape=lambda rows: {row["agency"]: row["n_c17"] for row in rows if row["n_c17"]},
    )


def left_over_of(marks: set[object]) -> dict[object, int]:
    found: dict[object, int] = {}
    for who, members, _ in marks:
        if Line.C17 in members:
            found[who[WHO.index("agency")]] = found.get(who[WHO.index("agency")], 0) + 1
    return found


def per_kind(store: SpanStore, question: Question) -> list[tuple[object, ...]]:
    rows = store.ask(question, lambda marks: marks, per_kind=True)
    return sorted(tuple(map(str, row.values())) for row in rows)


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 2**40))
def test_asked_between_facts_every_question_is_answered_as_by_the_reference(seed: int) -> None:
    chance = Random(seed)
    book = invented_book(seed, cases=CASES)
    told = list(shuffled(book, chance))
    questions = [invented_question(seed + number, book) for number in range(3)]
    now = replace(questions[0], known_at=NOW.replace(year=2099))
    middle = replace(
        questions[1], known_at=chance.choice(list(chain.from_iterable(book.values()))).recorded_at
    )
    by_kind = now.of_kinds(TOLD_APART)
    store, ids = a_store(), {}
    with transaction.atomic():
        write(told[:AT_FIRST], ids)
        rest = told[AT_FIRST:]
        while rest:
            for question in chance.sample([now, middle, *questions], k=4):
                right = counted_by_reference(question)
                assert counted(store, question) == right, question
                assert left_over(store, question) == left_over_of(right), question
            per_kind(store, by_kind)
            several = chance.choice((1, 1, 1, 4))
            write(rest[:several], ids)
            rest = rest[several:]
        fresh = a_store()
        for question in (by_kind, replace(by_kind, known_at=middle.known_at)):
            assert per_kind(store, question) == per_kind(fresh, question)
        for question in (now, middle, *questions):
            assert counted(store, question) == counted(fresh, question) == counted_by_reference(question)
        transaction.set_rollback(True)
    store.close()
    fresh.close()


QUESTION = Question.of(Period(2024, 9), known_at=NOW)


@pytest.fixture
def times_marked(monkeypatch) -> list[str]:
    """The queries by which all cases were marked."""
    whole: list[str] = []
    plain = kept.KeptMarks._materialised
    monkeypatch.setattr(
        kept.KeptMarks, "_materialised", lambda self, sql: whole.append(sql) or plain(self, sql)
    )
    return whole


def test_a_fact_has_only_its_own_case_marked_again(times_marked) -> None:
    store = a_store()
    for number in ("1", "2", "3"):
        write_case(number, [("decision_issued", "2023-11-01", decision(number, 100))])
        assert sum(left_over(store, QUESTION).values()) == int(number)

    assert len(times_marked) == 1
    store.close()


def test_after_many_cases_at_once_all_are_marked_anew(times_marked, monkeypatch) -> None:
    monkeypatch.setattr(kept, "MOST_TOUCHED", 1)
    store = a_store()
    assert left_over(store, QUESTION) == {}
    for number in ("1", "2", "3"):
        write_case(number, [("decision_issued", "2023-11-01", decision(number, 100))])

    assert left_over(store, QUESTION) == {"TQ.CH": 3}
    assert len(times_marked) == 2
    store.close()


def test_the_least_used_question_is_forgotten(times_marked, monkeypatch) -> None:
    monkeypatch.setattr(kept, "KEPT_QUESTIONS", 1)
    store = a_store()
    write_case("1", [("decision_issued", "2023-11-01", decision("1", 100))])
    other = Question.of(Period(2024, 10), known_at=NOW)
    for question in (QUESTION, other, QUESTION):
        assert left_over(store, question) == {"TQ.CH": 1}

    assert len(times_marked) == 3
    store.close()


def test_instants_between_which_nothing_was_learned_are_one_question(times_marked) -> None:
    store = a_store()
    write_case("1", [("decision_issued", "2023-11-01", decision("1", 100))])
    write_case("2", [("decision_issued", "2024-02-01", decision("2", 100))])
    for day in (1, 2, 3):
        between = replace(QUESTION, known_at=NOW.replace(month=1, day=day))
        assert left_over(store, between) == {"TQ.CH": 1}

    assert len(times_marked) == 1
    store.close()
