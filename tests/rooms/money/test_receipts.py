"""Receipts with a database: numbers, books, what is refused and that nothing is left behind."""

from uuid import UUID, uuid4

import pytest

from rooms.cases.office import BAILIFF, COLLEAGUE, DEBT, FEE, FINE, OTHER, Office, day, viewer
from stories.money_telling import Till, accountant, head
from stories.telling import Story, refuses
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import CollectionMeans
from thads.enforcement.money import actions, queries
from thads.enforcement.money.models import CaseAccount, Posting, Receipt
from thads.enforcement.money.rules.vocabulary import NumberState, Place, Purse, ReceiptKind
from thads.foundation.access.rules.viewer import Role
from thads.foundation.audit.models import AuditEntry
from thads.foundation.ledger.models import LedgerEntry
from thads.kernel.refusals import Refusal

ON = "2024-06-10"


@pytest.fixture
def till(office: Office) -> Till:
    return Till.of(Story.ex_officio(office, "2024-06-03", FEE, FINE).notified("2024-06-05"))


def book(holder: str = BAILIFF, first: int = 1, *, on: str = "2024-06-01", **more: object) -> UUID:
    given: dict[str, object] = {"agency": "TQ.CH", "kind": ReceiptKind.COLLECTION, "last": first + 49, **more}
    return actions.issue_book(
        viewer=accountant(ON), first=first, holder=holder, on=day(on), symbol="TQ-24P", **given
    )  # type: ignore[arg-type]


def receive(office: Office, case: UUID, on: str = ON, **more: object) -> None:
    given: dict[str, object] = {"parts": (Part(1, 1000),), **more}
    who = given.pop("viewer", None) or office.bailiff(on)
    actions.receive_money(viewer=who, case_id=case, on=day(on), **given)  # type: ignore[arg-type]


def test_without_books_numbers_are_electronic_and_run_without_gaps(office: Office, till: Till) -> None:
    for _ in range(3):
        receive(office, till.case)
    with refuses("cases.amount_over_rest"):
        receive(office, till.case, parts=(Part(1, 9_000_000),))
    receive(office, till.case)

    numbers = list(Receipt.objects.order_by("id").values_list("number", flat=True))
    assert numbers == [f"000000{n}/BLĐT-2024" for n in range(1, 5)]


def test_electronic_numbers_begin_anew_on_1_january(office: Office, till: Till) -> None:
    receive(office, till.case, "2024-12-31")
    receive(office, till.case, "2025-01-01")

    assert [one.number for one in Receipt.objects.order_by("id")] == [
        "0000001/BLĐT-2024",
        "0000001/BLĐT-2025",
    ]
    with refuses("money.receipt_wrong_year"):
        receive(office, till.case, "2025-01-02", receipt_no="0000002/BLĐT-2024")
    with refuses("money.receipt_not_next"):
        receive(office, till.case, "2025-01-02", receipt_no="0000009/BLĐT-2025")
    receive(office, till.case, "2025-01-02", receipt_no="0000002/BLĐT-2025")


def test_a_bailiff_with_a_book_uses_its_numbers_one_after_another(office: Office, till: Till) -> None:
    book()
    receive(office, till.case)
    receive(office, till.case, receipt_no="0000003")
    receive(office, till.case)

    assert [one.value for one in Receipt.objects.order_by("id")] == [1, 3, 2]
    assert queries.next_receipt(office.bailiff(ON), "TQ.CH") == "0000004"
    for number, code in (
        ("0000003", "money.receipt_used"),
        ("0000051", "money.receipt_no_book"),
        ("12", "money.receipt_form"),
    ):
        with refuses(code):
            receive(office, till.case, receipt_no=number)


def test_a_book_of_a_colleague_is_not_the_bailiffs(office: Office, till: Till) -> None:
    book(COLLEAGUE)

    with refuses("money.receipt_no_book"):
        receive(office, till.case, receipt_no="0000001")


def test_where_no_books_were_entered_a_number_from_elsewhere_is_taken_once(
    office: Office, till: Till
) -> None:
    receive(office, till.case, receipt_no="BL 9")

    with refuses("money.receipt_used"):
        receive(office, till.case, receipt_no="bl9")


def test_a_spoiled_number_is_kept_and_never_used(office: Office, till: Till) -> None:
    given = book()
    actions.mark_receipt(
        viewer=office.bailiff(ON),
        book_id=given,
        number=1,
        state=NumberState.SPOILED,
        on=day(ON),
        reason="rách",
    )
    receive(office, till.case)
    with refuses("money.receipt_used"):
        receive(office, till.case, receipt_no="0000001")
    with refuses("money.number_taken"):
        actions.mark_receipt(
            viewer=accountant(ON), book_id=given, number=2, state=NumberState.LOST, on=day(ON), reason="mất"
        )

    (use,) = queries.receipt_uses(head(ON), agency="TQ.CH", since=day("2024-06-01"), as_of=day("2024-06-30"))
    assert (use.given, use.used, use.spoiled, use.left, use.amount) == (50, 1, 1, 48, 1000)
    (july,) = queries.receipt_uses(head(ON), agency="TQ.CH", since=day("2024-07-01"), as_of=day("2024-07-31"))
    assert (july.before, july.given, july.used, july.left) == (48, 0, 0, 48)


def test_a_book_is_settled_when_every_number_is_accounted_for(office: Office, till: Till) -> None:
    given = book()
    with refuses("money.book_unused"):
        actions.close_book(viewer=accountant(ON), book_id=given, on=day(ON))
    with refuses("money.book_open"):
        book(first=51)
    for number in range(1, 51):
        actions.mark_receipt(
            viewer=accountant(ON), book_id=given, number=number, state=NumberState.LOST, on=day(ON),
            reason="cháy",
        )  # fmt: skip
    actions.close_book(viewer=accountant(ON), book_id=given, on=day(ON))
    with refuses("money.book_closed"):
        actions.close_book(viewer=accountant(ON), book_id=given, on=day(ON))

    book(first=51)
    assert [one.left for one in queries.receipt_books(head(ON), is_open=True)] == [50]
    with refuses("money.book_unknown"):
        actions.close_book(viewer=accountant(ON), book_id=uuid4(), on=day(ON))


def test_books_of_court_fee_advances_are_not_for_bailiffs(office: Office) -> None:
    with refuses("money.book_provisional"):
        book(kind=ReceiptKind.PROVISIONAL)
    book("TQ.CH-KT", kind=ReceiptKind.PROVISIONAL)
    with refuses("money.book_in_future"):
        book("TQ.CH-KT2", first=101, on="2024-06-11")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"parts": (Part(1, 1_000_001),)}, "cases.amount_over_rest"),
        ({"parts": (Part(1, -1),)}, "money.negative"),
        ({"parts": (Part(1, 0),)}, "cases.amount_not_positive"),
        ({"parts": ()}, "money.amount_needed"),
        ({"parts": (Part(9, 5),)}, "cases.line_unknown"),
        ({"parts": (Part(1, 5), Part(1, 5))}, "cases.line_twice"),
        ({"parts": (), "interest": (Part(9, 5),)}, "money.line_unknown"),
        ({"parts": (), "pool": -5}, "money.negative"),
        ({"parts": (), "cost": 5}, "money.cost_over_due"),
        ({"means": CollectionMeans.COERCION}, "cases.voluntary_running"),
        ({"means": CollectionMeans.IN_KIND, "pool": 5}, "money.in_kind_alone"),
        ({"expected_seq": 1}, "ledger.changed_meanwhile"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_received_is_refused_and_nothing_is_left(
    office: Office, till: Till, given: dict[str, object], code: str
) -> None:
    before = LedgerEntry.objects.count()

    with refuses(code):
        receive(office, till.case, **given)

    assert LedgerEntry.objects.count() == before
    assert not Receipt.objects.exists()
    assert not Posting.objects.exists()
    assert not CaseAccount.objects.exists()
    assert AuditEntry.objects.filter(verb="money.receive_money", outcome="refused").count() == 1


@pytest.mark.parametrize(
    ("on", "learned", "code"),
    [
        ("2024-06-02", "2024-06-10", "cases.before_decision"),
        ("2024-06-11", "2024-06-10", "cases.in_the_future"),
    ],
)
def test_the_day_of_a_receipt_lies_between_decision_and_recording(
    office: Office, till: Till, on: str, learned: str, code: str
) -> None:
    for more in ({"parts": (Part(1, 5),)}, {"parts": (), "pool": 5}):
        with pytest.raises(Refusal) as refused:
            receive(office, till.case, on, viewer=office.bailiff(learned), **more)
        assert refused.value.code in (code, code.replace("cases.", "money."))


def test_a_closed_case_takes_no_money(office: Office, till: Till) -> None:
    actions.terminate_case(viewer=head(ON), case_id=till.case, on=day(ON), ground="debtor_dead")

    for more in ({}, {"parts": (), "pool": 5}):
        with refuses("money.case_closed"):
            receive(office, till.case, "2024-06-11", **more)


def test_only_bailiff_and_accountant_receive_and_only_in_their_cases(office: Office, till: Till) -> None:
    with refuses("access.not_your_role"):
        receive(office, till.case, viewer=head(ON))
    with refuses("cases.not_your_case"):
        receive(office, till.case, viewer=office.bailiff(ON, COLLEAGUE))
    with refuses("cases.not_found"):
        receive(office, till.case, viewer=viewer(Role.BAILIFF, ON, agency=OTHER))
    receive(office, till.case, viewer=accountant(ON))


def test_cash_of_a_bailiff_is_in_hand_until_the_accountant_has_it(office: Office, till: Till) -> None:
    receive(office, till.case)
    receive(office, till.case, viewer=accountant(ON))
    receive(office, till.case, place=Place.BANK)
    assert (till.state.in_hand, till.state.total) == (1000, 3000)
    due = next(one for one in till.page(ON).dues if one.key == "money.cash_into_fund")
    assert (due.due_on, due.basis) == (day(ON), "T04 Đ17")

    till.funded(ON)

    assert till.state.in_hand == 0
    with refuses("money.amount_needed"):
        till.funded(ON)


def test_a_fee_receipt_wants_a_fee_that_was_decided(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    till = Till.of(story).received("2024-03-05", 100_000_000, coerced=True)
    given = {
        "viewer": accountant("2024-03-06"),
        "case_id": till.case,
        "on": day("2024-03-06"),
        "fees": (Part(1),),
    }
    with refuses("money.fee_receipt_no_due"):
        actions.receive_fee(**given)  # type: ignore[arg-type]
    till.fee_decided("2024-03-06")

    actions.receive_fee(**given)  # type: ignore[arg-type]

    assert (till.state.fee_due, till.state.in_purse(Purse.FEE, 1)) == (0, 3_000_000)
    assert till.state.in_purse(Purse.DUTY, 1) == 100_000_000
    kinds = [one.kind for one in queries.receipt_list(
        head("2024-03-06"), agency="TQ.CH", since=day("2024-03-01"), as_of=day("2024-03-31")
    )]  # fmt: skip
    assert kinds == [ReceiptKind.COLLECTION, ReceiptKind.FEE]
