"""Bút lục: the order of the file, one number a sheet, and what an inspection finds (T04 Đ31)."""

from datetime import date, datetime
from uuid import uuid4

import pytest

from thads.enforcement.documents.rules.folios import (
    FiledDocument,
    findings,
    folio_count,
    in_order,
    next_folio,
)
from thads.enforcement.documents.rules.papers import FolioRank


def filed(
    title: str, first: int, received: str, *, rank: FolioRank = FolioRank.OTHER, sheets: int = 1
) -> FiledDocument:
    day = date.fromisoformat(received)
    return FiledDocument(
        uuid4(), title, rank, day, day, datetime.fromisoformat(f"{received}T09:00:00+07:00"), sheets, first,
        is_issued=True,
    )  # fmt: skip


DECISION = filed("Quyết định", 1, "2024-06-03", rank=FolioRank.DECISION, sheets=2)
REQUEST = filed("Yêu cầu", 2, "2024-06-01", rank=FolioRank.REQUEST, sheets=2)
JUDGMENT = filed("Bản án", 4, "2024-05-20", rank=FolioRank.JUDGMENT, sheets=9)
MINUTES = filed("Biên bản", 5, "2024-06-20", sheets=3)
NOTICE = filed("Thông báo", 8, "2024-06-25")


def test_the_file_begins_with_decision_request_and_judgment_then_goes_by_receipt() -> None:
    order = in_order([NOTICE, MINUTES, JUDGMENT, REQUEST, DECISION])

    assert [one.title for one in order] == ["Quyết định", "Yêu cầu", "Bản án", "Biên bản", "Thông báo"]


@pytest.mark.parametrize(
    ("rank", "sheets", "numbers"),
    [
        (FolioRank.DECISION, 3, 1),
        (FolioRank.JUDGMENT, 12, 1),
        (FolioRank.REQUEST, 2, 2),
        (FolioRank.OTHER, 4, 4),
    ],
)
def test_decision_and_judgment_bear_one_number_everything_else_one_a_sheet(
    rank: FolioRank, sheets: int, numbers: int
) -> None:
    assert folio_count(rank, sheets) == numbers


def test_the_next_number_follows_the_last_sheet() -> None:
    assert next_folio([]) == 1
    assert next_folio([DECISION, REQUEST, JUDGMENT, MINUTES]) == 8


def test_a_file_in_order_has_no_finding() -> None:
    assert findings([DECISION, REQUEST, JUDGMENT, MINUTES, NOTICE]) == ()


@pytest.mark.parametrize(
    ("documents", "code"),
    [
        ([DECISION, filed("Yêu cầu", 4, "2024-06-04")], "documents.folio_gap"),
        ([DECISION, filed("Yêu cầu", 1, "2024-06-04")], "documents.folio_twice"),
        ([filed("Biên bản", 1, "2024-06-20"), filed("Thư", 2, "2024-06-19")], "documents.folio_late"),
    ],
)
def test_what_is_out_of_order_is_told(documents: list[FiledDocument], code: str) -> None:
    assert [one.code for one in findings(documents)] == [code]
