"""Two people at the very same moment: one act is written, the other person is told to look again."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from rooms.cases.office import FEE, Office, day, found_office
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.facts import Part
from thads.kernel.refusals import Refusal


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do all acts at the same moment, each in a thread with its own connection; refusals are returned."""
    start = Barrier(len(acts))

    def one(act: Callable[[], object]) -> object:
        start.wait()
        try:
            return act()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


@pytest.fixture
def office(transactional_db: None) -> Iterator[Office]:
    found_office()
    yield Office()
    empty_guarded_tables()


def empty_guarded_tables() -> None:
    """Let the test database be emptied: SQLite empties tables row by row, which their guards refuse."""
    if connection.vendor != "sqlite":
        return
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
        guards = cursor.fetchall()
        for name, _table, _sql in guards:
            cursor.execute(f"DROP TRIGGER {name}")
        for table in {table for _name, table, _sql in guards}:
            cursor.execute(f"DELETE FROM {table}")
        for _name, _table, sql in guards:
            cursor.execute(sql)


def test_of_two_receipts_on_the_same_page_one_is_written(office: Office) -> None:
    case = office.ex_officio("2024-01-10", FEE)

    def collect() -> object:
        return actions.collect_money(
            viewer=office.bailiff("2024-03-01"),
            case_id=case,
            on=day("2024-03-01"),
            parts=(Part(1, 600_000),),
            expected_seq=1,
        )

    done = at_once(collect, collect)

    assert [one for one in done if not isinstance(one, Refusal)] == [case]
    assert [one.code for one in done if isinstance(one, Refusal)] == ["ledger.changed_meanwhile"]
    assert (office.page(case).row.collected, office.page(case).seq) == (600_000, 2)
    assert queries.drift() == []


def test_more_than_is_owed_is_not_collected_by_two_at_once(office: Office) -> None:
    case = office.ex_officio("2024-01-10", FEE)

    def collect() -> object:
        return actions.collect_money(
            viewer=office.bailiff("2024-03-01"),
            case_id=case,
            on=day("2024-03-01"),
            parts=(Part(1, 600_000),),
        )

    done = at_once(collect, collect)

    assert [one.code for one in done if isinstance(one, Refusal)] == ["cases.amount_over_rest"]


def test_decisions_at_once_take_different_numbers(office: Office) -> None:
    judgments = [office.judgment("2024-01-10", FEE, number=f"{number}/HS") for number in range(4)]

    def issue(judgment: UUID) -> Callable[[], object]:
        return lambda: actions.issue_ex_officio(
            viewer=office.head("2024-01-10"), judgment_id=judgment, on=day("2024-01-10")
        )

    done = at_once(*(issue(judgment) for judgment in judgments))

    numbers = sorted(office.page(case).row.number for case in done)  # type: ignore[arg-type]
    assert numbers == [f"{number}/2024/TQ.CH" for number in range(1, 5)]
