"""Workbooks for tests, filled in from the template as an office would: one good row, and ways to spoil it."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from openpyxl import Workbook, load_workbook

from thads.interfaces.exchange.case_workbook.columns import COLUMNS, FIRST_ROW, SHEET
from thads.interfaces.exchange.case_workbook.template import case_template

Rows = list[dict[str, Any]]

GOOD: Mapping[str, Any] = {
    "number": "125/QĐ-CCTHADS",
    "decided_on": date(2024, 1, 10),
    "initiation": "Theo yêu cầu",
    "judgment_no": "12/2023/DS-ST",
    "judgment_on": date(2023, 11, 20),
    "court": "TAND huyện Mẫu",
    "judgment_kind": "Dân sự",
    "bailiff": "HL-01",
    "creditor": "Nguyễn Văn Mẫu",
    "debtor": "Trần Thị Mẫu",
    "duty_kind": "Nghĩa vụ theo hợp đồng",
    "amount": 150_000_000,
    "status": "Đã phân công chấp hành viên",
}


def rows(**changes: Any) -> Rows:
    """Return one good row with some cells changed (None: blank)."""
    return [{**GOOD, **changes}]


def written(rows: Rows, spoil: Callable[[Workbook], None] | None = None) -> bytes:
    """Return the template filled with rows, and spoilt."""
    workbook = load_workbook(io.BytesIO(case_template(on=date(2024, 7, 1))))
    sheet = workbook[SHEET]
    for number, row in enumerate(rows, start=FIRST_ROW):
        for place, column in enumerate(COLUMNS, start=1):
            if row.get(column.key) is not None:
                sheet.cell(number, place).value = row[column.key]
    if spoil is not None:
        spoil(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def place(key: str) -> int:
    """Return the number of a column."""
    return next(number for number, column in enumerate(COLUMNS, start=1) if column.key == key)


def with_part(content: bytes, name: str, inside: bytes) -> bytes:
    """Return the archive with one more part."""
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, inside)
    return stream.getvalue()
