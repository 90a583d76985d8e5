"""Old books for tests, as an old system exports them: one good row, and ways to leave things out of it."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook

from thads.interfaces.exchange.cutover.columns import BY_KEY, COLUMNS
from thads.interfaces.exchange.cutover.reading import OldFile

Rows = list[dict[str, Any]]
CUT_OVER = date(2026, 9, 30)

GOOD: Mapping[str, Any] = {
    "decision_no": "125/QĐ-CCTHADS",
    "decided_on": date(2024, 1, 10),
    "initiation": "Theo yêu cầu",
    "judgment_no": "12/2023/DS-ST",
    "judgment_on": date(2023, 11, 20),
    "court": "TAND huyện Mẫu",
    "judgment_kind": "Dân sự",
    "bailiff": "HL-01",
    "debtor": "Trần Thị Mẫu",
    "creditor": "Nguyễn Văn Mẫu",
    "duty_kind": "Nghĩa vụ theo hợp đồng",
    "amount": 150_000_000,
    "status": "Đang thi hành",
    "status_on": date(2024, 3, 1),
    "notice_on": date(2024, 1, 15),
}
UNABLE: Mapping[str, Any] = {
    "status": "Chưa có điều kiện",
    "status_on": date(2025, 3, 1),
    "ground": "no_income_no_assets",
    "verified_on": date(2026, 3, 2),
    "verifications": 3,
}


def rows(**changes: Any) -> Rows:
    """Return one good row with some cells changed (None: blank)."""
    return [{**GOOD, **changes}]


def written(
    rows: Rows,
    *,
    headings: Mapping[str, str] | None = None,
    control: Mapping[str, Any] | None = None,
    spoil: Callable[[Workbook], None] | None = None,
    title: str = "Sheet1",
) -> bytes:
    """Return a workbook as an old system exports it: a title, a blank row, headings, rows."""
    named = {key: column.heading for key, column in BY_KEY.items()} if headings is None else headings
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = title
    sheet.append(["SỔ THEO DÕI THI HÀNH ÁN"])
    sheet.append([])
    sheet.append(list(named.values()))
    for row in rows:
        sheet.append([row.get(key) for key in named])
    if control is not None:
        beside = workbook.create_sheet("Đối chiếu")
        for words, value in control.items():
            beside.append([words, value])
    if spoil is not None:
        spoil(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def files(*contents: bytes) -> Sequence[OldFile]:
    """Return workbooks under names of their own."""
    return [OldFile(f"so-{number}.xlsx", content) for number, content in enumerate(contents, start=1)]


def place(key: str) -> int:
    """Return the number of a column in a workbook with all headings."""
    return next(number for number, column in enumerate(COLUMNS, start=1) if column.key == key)
