"""Statements against the book: which line is which entry; the same answer however often it is asked."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rules.money.inventing import day
from thads.enforcement.money.rules.reconciliation import (
    BookEntry,
    Match,
    StatementRow,
    fingerprint,
    names_in,
    reconcile,
)
from thads.enforcement.money.rules.vocabulary import MatchState

M = MatchState


def row(number: int, on: str, amount: int, text: str = "", reference: str = "") -> StatementRow:
    return StatementRow(number, day(on), amount, text, reference)


def entry(number: int, on: str, amount: int, *names: str) -> BookEntry:
    return BookEntry(number, day(on), amount, names)


def states(
    rows: list[StatementRow], entries: list[BookEntry], **more: object
) -> list[tuple[str, int | None]]:
    found = reconcile(rows, entries, **more)  # type: ignore[arg-type]
    return [(match.state.value, match.entry_id) for match in found.matches]


def test_the_same_amount_on_near_days_is_a_match() -> None:
    book = [entry(7, "2024-06-10", 500)]

    assert states([row(1, "2024-06-13", 500)], book) == [("matched", 7)]
    assert states([row(1, "2024-06-14", 500)], book) == [("missing_in_book", None)]
    assert states([row(1, "2024-06-10", -500)], book) == [("missing_in_book", None)]


def test_a_line_that_names_the_receipt_is_that_receipt() -> None:
    book = [entry(7, "2024-06-10", 500, "0000012"), entry(8, "2024-06-10", 500, "0000013")]

    assert states([row(1, "2024-06-10", 500, "nop tien bien lai 0000013")], book) == [("matched", 8)]
    assert states([row(1, "2024-06-10", 500, "nop tien")], book) == [("doubtful", None)]


def test_two_lines_that_could_be_one_entry_are_both_doubtful() -> None:
    rows = [row(1, "2024-06-10", 500), row(2, "2024-06-10", 500)]
    found = reconcile(rows, [entry(7, "2024-06-10", 500)])

    assert [match.state for match in found.matches] == [M.DOUBTFUL, M.DOUBTFUL]
    assert [match.candidates for match in found.matches] == [(7,), (7,)]
    assert [one.entry_id for one in found.missing_in_statement] == [7]


def test_a_name_with_another_amount_is_doubtful() -> None:
    found = reconcile([row(1, "2024-06-20", 400, "UNC 5/2024")], [entry(7, "2024-06-10", 500, "UNC 5/2024")])

    assert (found.matches[0].state, found.matches[0].candidates) == (M.DOUBTFUL, (7,))


def test_what_a_person_has_settled_stays_and_takes_its_entry() -> None:
    rows = [row(1, "2024-06-10", 500), row(2, "2024-06-10", 500)]
    settled = [Match(rows[1], M.CONFIRMED, 7)]

    assert states(rows, [entry(7, "2024-06-10", 500)], settled=settled) == [
        ("missing_in_book", None),
        ("confirmed", 7),
    ]


def test_the_book_tells_what_the_statement_lacks() -> None:
    found = reconcile([row(1, "2024-06-10", 500)], [entry(7, "2024-06-10", 500), entry(9, "2024-06-11", 60)])

    assert [one.entry_id for one in found.missing_in_statement] == [9]
    assert found.count(M.MATCHED) == 1


def test_a_name_is_found_as_a_whole_word_without_marks() -> None:
    told = row(1, "2024-06-10", 500, "Nộp theo BIÊN LAI 0000012/BLĐT-2024, việc 15/2024/TQ.CH")

    assert names_in(told, entry(1, "2024-06-10", 500, "0000012/BLĐT-2024"))
    assert names_in(told, entry(1, "2024-06-10", 500, "15/2024/TQ.CH"))
    assert not names_in(told, entry(1, "2024-06-10", 500, "5/2024/TQ.CH"))
    assert not names_in(told, entry(1, "2024-06-10", 500, ""))


def test_a_line_has_its_own_print_among_its_equals() -> None:
    one = row(1, "2024-06-10", 500, "Nộp tiền")

    assert fingerprint("1900", one, 1) == fingerprint("1900", row(9, "2024-06-10", 500, "NỘP  TIỀN"), 1)
    assert len({fingerprint("1900", one, 1), fingerprint("1900", one, 2), fingerprint("1901", one, 1)}) == 3


@given(st.integers(0, 10**9))
def test_no_entry_answers_two_lines_and_the_order_of_lines_does_not_matter(seed: int) -> None:
    chance = Random(seed)
    days = [f"2024-06-{number:02d}" for number in range(1, 15)]
    rows = [
        row(n, chance.choice(days), chance.choice([100, 200, -100]), chance.choice(["", "BL 1", "BL 2"]))
        for n in range(8)
    ]
    book = [
        entry(n, chance.choice(days), chance.choice([100, 200, -100]), chance.choice(["BL 1", "BL 2", "x"]))
        for n in range(8)
    ]
    found = reconcile(rows, book)
    shuffled = list(rows)
    chance.shuffle(shuffled)

    taken = [match.entry_id for match in found.matches if match.entry_id is not None]
    assert len(taken) == len(set(taken))
    assert reconcile(shuffled, book) == found
    assert {one.entry_id for one in found.missing_in_statement} == {one.entry_id for one in book} - set(taken)
