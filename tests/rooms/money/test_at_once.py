"""Two people at the till at the very same moment: one act is written, the other person is told to look
again.
"""

from collections.abc import Iterator

import pytest

from rooms.cases.office import DEBT, FEE, Office, day, found_office
from rooms.cases.test_at_once import at_once, empty_guarded_tables
from stories.money_telling import Till, accountant, head
from stories.telling import Story
from thads.enforcement.money import actions, queries
from thads.enforcement.money.models import Receipt
from thads.enforcement.money.rules.sharing import SharingAsked
from thads.enforcement.money.rules.vocabulary import Place
from thads.kernel.refusals import Refusal


@pytest.fixture
def office(transactional_db: None) -> Iterator[Office]:
    found_office()
    yield Office()
    assert queries.drift() == []
    empty_guarded_tables()


def codes(done: list[object]) -> list[str]:
    return [one.code for one in done if isinstance(one, Refusal)]


def test_money_is_not_paid_out_twice_by_two_at_once(office: Office) -> None:
    till = Till.of(Story.ex_officio(office, "2024-01-10", FEE).notified("2024-01-12"))
    till.received("2024-01-18").carried("2024-01-18", Place.TREASURY).proposed("2024-01-19")
    till.prepared("2024-01-19").approved("2024-01-19")

    def pay() -> object:
        return actions.pay_out(
            viewer=accountant("2024-01-19"), case_id=till.case, payout=1, on=day("2024-01-19")
        )

    done = at_once(pay, pay)

    assert codes(done) == ["money.payout_not_now"]
    assert till.state.totals.paid_budget == 1_000_000


def test_a_pool_is_shared_out_once_by_two_at_once(office: Office) -> None:
    till = Till.of(Story.on_request(office, "2024-01-10", DEBT)).received("2024-02-01", pool=5_000_000)

    def share() -> object:
        return actions.share_pool(
            viewer=head("2024-02-02"), case_id=till.case, on=day("2024-02-02"), asked=SharingAsked()
        )

    assert codes(at_once(share, share)) == ["money.no_pool"]
    assert till.state.total == 5_000_000


def test_receipts_at_once_take_different_numbers_without_a_gap(office: Office) -> None:
    till = Till.of(Story.ex_officio(office, "2024-01-10", FEE))

    def receive() -> object:
        return till.received("2024-01-18", 1_000)

    done = at_once(*(receive for _ in range(4)))

    assert codes(done) == []
    assert sorted(Receipt.objects.values_list("value", flat=True)) == [1, 2, 3, 4]
