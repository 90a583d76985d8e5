"""The ledger: nothing is changed, nothing is written twice, two times answer two questions."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction
from django.db.models import QuerySet

from thads.foundation.ledger import actions, queries
from thads.foundation.ledger.models import LedgerEntry
from thads.foundation.ledger.rules.entries import CANCELLATION, Entry, HistoryEntry, NewEntry, effective
from thads.kernel.refusals import Refusal

SUBJECT = UUID(int=7)


def day(written: str) -> date:
    return date.fromisoformat(written)


def instant(written: str) -> datetime:
    return datetime.fromisoformat(f"{written}T09:00:00+07:00")


def write(
    *facts: NewEntry, expected: int = 0, recorded: str = "2024-10-01", subject: UUID = SUBJECT
) -> Sequence[Entry]:
    return actions.append(
        subject_kind="thing", subject_id=subject, facts=facts, expected_seq=expected, agency="TQ", actor="an",
        recorded_at=instant(recorded),
    )  # fmt: skip


def fact(written: str, amount: int = 1, **more: object) -> NewEntry:
    return NewEntry("thing.happened", day(written), {"amount": amount}, **more)


@pytest.mark.django_db
class TestWriting:
    def test_what_was_written_is_read_back_in_order(self) -> None:
        written = write(fact("2024-09-28"), fact("2024-09-01", order_no="1/QĐ"))
        last = write(fact("2024-09-30"), expected=2)

        assert queries.entries_of("thing", SUBJECT) == [*written, *last]
        assert [entry.seq for entry in (*written, *last)] == [1, 2, 3]
        assert queries.last_position() == last[0].id
        assert list(queries.entries_after(written[0].id, subject_kind="thing")) == [written[1], *last]
        assert list(queries.entries_after(0, subject_kind="thing", limit=1)) == [written[0]]
        assert list(queries.entries_after(0, subject_kind="other")) == []

    def test_who_writes_on_old_knowledge_is_told_to_look_again(self) -> None:
        write(fact("2024-09-28"))
        for expected in (0, 2):
            with pytest.raises(Refusal) as refused:
                write(fact("2024-09-29"), expected=expected)
            assert refused.value.code == "ledger.changed_meanwhile"
        assert LedgerEntry.objects.count() == 1

    def test_the_clock_of_a_subject_does_not_run_backwards(self) -> None:
        write(fact("2024-09-28"), recorded="2024-10-05")
        with pytest.raises(Refusal) as refused:
            write(fact("2024-09-28"), expected=1, recorded="2024-10-04")

        assert refused.value.code == "ledger.recorded_backwards"
        write(fact("2024-09-28"), expected=1, recorded="2024-10-05")

    def test_a_fact_is_cancelled_once(self) -> None:
        entry = write(fact("2024-09-28"))[0]
        cancelling = NewEntry(CANCELLATION, day("2024-10-01"), {}, cancels=entry.id)
        write(cancelling, expected=1)
        with pytest.raises(Refusal):
            write(cancelling, expected=2)

    @pytest.mark.parametrize(
        "change",
        [lambda facts: facts.update(agency="HG"), lambda facts: facts.delete()],
        ids=["update", "delete"],
    )
    def test_the_database_itself_refuses_to_change_a_fact(self, change: Callable[[QuerySet], object]) -> None:
        write(fact("2024-09-28"))
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change(LedgerEntry.objects.all())

    def test_several_subjects_are_read_subject_by_subject(self) -> None:
        others = [uuid4() for _ in range(3)]
        for subject in others:
            write(fact("2024-09-28"), fact("2024-09-29"), subject=subject)

        told = list(queries.entries_of_many("thing", others))
        assert len(told) == 6
        assert [entry.seq for entry in told] == [1, 2] * 3
        assert {told[0].subject_id, told[2].subject_id, told[4].subject_id} == set(others)

    def test_histories_come_in_with_their_cancellations(self) -> None:
        def line(seq: int, cancels: int | None = None) -> HistoryEntry:
            kind = "thing.happened" if cancels is None else CANCELLATION
            return HistoryEntry(
                SUBJECT, seq, kind, day("2024-09-28"), instant("2024-10-01"), "TQ", "an", "", {}, cancels
            )

        assert actions.append_histories("thing", [line(1), line(2, cancels=1), line(3)]) == 3
        first, cancelling, third = queries.entries_of("thing", SUBJECT)
        assert cancelling.cancels == first.id
        assert third.cancels is None


class TestTwoTimes:
    """A payment of 28/9 recorded on 9/10; a fact of 5/9 taken back on 12/10."""

    def entry(self, number: int, took: str, recorded: str, cancels: int | None = None) -> Entry:
        kind = "thing.happened" if cancels is None else CANCELLATION
        return Entry(
            number, "thing", SUBJECT, number, kind, day(took), instant(recorded), "TQ", "an", "", {}, cancels
        )

    @pytest.mark.parametrize(
        ("as_of", "known_at", "expected"),
        [
            ("2024-09-30", "2024-10-03", [1]),
            ("2024-09-30", "2024-10-09", [1, 2]),
            ("2024-09-30", "2024-12-12", [2]),
            ("2024-09-10", "2024-10-09", [1]),
            ("2024-09-04", "2024-12-12", []),
            ("2024-10-31", "2024-12-12", [2, 4]),
        ],
    )
    def test_a_question_has_an_as_of_and_a_known_at(
        self, as_of: str, known_at: str, expected: list[int]
    ) -> None:
        entries = [
            self.entry(1, "2024-09-05", "2024-09-05"),
            self.entry(2, "2024-09-28", "2024-10-09"),
            self.entry(3, "2024-10-12", "2024-10-12", cancels=1),
            self.entry(4, "2024-10-10", "2024-10-12"),
        ]
        found = effective(entries, as_of=day(as_of), known_at=instant(known_at))
        assert [entry.id for entry in found] == expected
