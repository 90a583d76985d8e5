"""Workbooks that must come back; the name is the fault, then: the file, the check, the cell, the code."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook

from thads.interfaces.exchange.case_workbook.columns import FIRST_ROW, HEADING_ROW, SHEET
from workbooks.building import place, rows, with_part, written


@dataclass(frozen=True)
class Spoilt:
    """A workbook with one fault and where it is told."""

    content: Callable[[], bytes]
    check: str
    cell: tuple[int, str]
    code: str


def cell(check: str, key: str, code: str, row: int = FIRST_ROW, **changes: object) -> Spoilt:
    return Spoilt(lambda: written(rows(**changes)), check, (row, key), f"workbook.{code}")


def second(check: str, key: str, code: str, **changes: object) -> Spoilt:
    """A fault of the second row against the first."""
    return Spoilt(lambda: written(rows() + rows(**changes)), check, (FIRST_ROW + 1, key), f"workbook.{code}")


def merged(workbook: Workbook) -> None:
    workbook[SHEET].merge_cells(
        start_row=FIRST_ROW, end_row=FIRST_ROW + 1, start_column=place("court"), end_column=place("court")
    )


def bare_number(workbook: Workbook) -> None:
    typed = workbook[SHEET].cell(FIRST_ROW, place("decided_on"))
    typed.value, typed.number_format = 45301, "General"


def formula(workbook: Workbook) -> None:
    workbook[SHEET].cell(FIRST_ROW, place("amount")).value = "=1+1"


SHOULD_FAIL: dict[str, Spoilt] = {
    "day that is not in the calendar": cell(
        "day_is_readable", "decided_on", "not_a_day", decided_on="31/02/2024"
    ),
    "day in words": cell("day_is_readable", "judgment_on", "not_a_day", judgment_on="cuối năm"),
    "day as a bare number": Spoilt(
        lambda: written(rows(), bare_number),
        "day_is_readable",
        (FIRST_ROW, "decided_on"),
        "workbook.day_is_number",
    ),
    "month before day": cell("day_is_readable", "decided_on", "month_before_day", decided_on="01/25/2024"),
    "day in the future": cell(
        "day_is_not_in_future", "decided_on", "day_in_future", decided_on=date(2042, 1, 10)
    ),
    "decision before its judgment": cell(
        "judgment_precedes_decision", "decided_on", "decision_before_judgment", judgment_on=date(2024, 2, 1)
    ),
    "status before the decision": cell(
        "days_follow_decision",
        "status_on",
        "day_before_decision",
        status="Đang thi hành",
        status_on=date(2023, 12, 1),
    ),
    "amount in words": cell("amount_is_readable", "amount", "not_an_amount", amount="một triệu"),
    "amount with one comma group": cell(
        "amount_is_readable", "amount", "amount_has_decimals", amount="1,000"
    ),
    "amount with decimals": cell("amount_is_readable", "amount", "amount_has_decimals", amount=1000.5),
    "negative amount": cell("amount_is_readable", "amount", "amount_negative", amount=-5),
    "amount that is a date": cell("amount_is_readable", "amount", "not_an_amount", amount=date(2024, 1, 1)),
    "unknown kind of judgment": cell(
        "choice_is_in_list", "judgment_kind", "not_in_list", judgment_kind="Khiếu kiện"
    ),
    "unknown status": cell("choice_is_in_list", "status", "not_in_list", status="Đang chờ"),
    "unknown bailiff": cell("bailiff_is_known", "bailiff", "bailiff_unknown", bailiff="HL-99"),
    "required cell blank": cell("required_cells_are_filled", "court", "cell_missing", court=None),
    "text too long": cell("text_fits", "number", "text_too_long", number="9" * 65),
    "delegated in without sender": cell(
        "delegation_names_sender", "from_agency", "sender_missing", route="Nhận ủy thác"
    ),
    "status without day": cell(
        "status_has_its_day", "status_on", "status_without_day", status="Đang thi hành"
    ),
    "collected without day": cell(
        "collection_has_its_day", "collected_on", "collection_without_day", collected=5
    ),
    "day without collection": cell(
        "collection_has_its_day", "collected", "day_without_collection", collected_on=date(2024, 2, 1)
    ),
    "collected more than owed": cell(
        "collected_is_within_amount",
        "collected",
        "collected_too_much",
        collected=150_000_001,
        collected_on=date(2024, 2, 1),
    ),
    "finished with a rest": cell(
        "finished_has_no_rest",
        "status",
        "finished_with_rest",
        status="Thi hành xong",
        status_on=date(2024, 2, 1),
    ),
    "unable though all is collected": cell(
        "finished_has_no_rest",
        "status",
        "status_without_rest",
        collected=150_000_000,
        collected_on=date(2024, 2, 1),
        status="Chưa có điều kiện",
        status_on=date(2024, 2, 1),
        ground="no_income_no_assets",
    ),
    "money duty of nothing": cell("money_duty_has_amount", "amount", "money_duty_without_amount", amount=0),
    "unable without ground": cell(
        "ground_fits_status",
        "ground",
        "ground_missing",
        status="Chưa có điều kiện",
        status_on=date(2024, 2, 1),
    ),
    "ground of another status": cell(
        "ground_fits_status",
        "ground",
        "ground_unknown",
        status="Hoãn",
        status_on=date(2024, 2, 1),
        ground="no_income_no_assets",
    ),
    "rows of one case disagree": second(
        "rows_of_case_agree", "judgment_no", "rows_disagree", judgment_no="13/2023/DS-ST"
    ),
    "the same row twice": second("obligation_stands_once", "number", "row_twice"),
    "case already in the system": cell("case_is_new", "number", "case_exists", number="7/QĐ-CCTHADS"),
    "merged cells": Spoilt(
        lambda: written(rows(), merged), "cells_are_not_merged", (FIRST_ROW, "court"), "workbook.merged"
    ),
    "formula never computed": Spoilt(
        lambda: written(rows(), formula),
        "formulas_have_values",
        (FIRST_ROW, "amount"),
        "workbook.formula_without_value",
    ),
}


def renamed(workbook: Workbook) -> None:
    workbook[SHEET].title = "Sheet1"


def heading(text: str | None) -> Callable[[Workbook], None]:
    def spoil(workbook: Workbook) -> None:
        workbook[SHEET].cell(HEADING_ROW, place("court")).value = text

    return spoil


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty file": (lambda: b"", "workbook.empty_file"),
    "not a workbook": (lambda: "Số quyết định;Ngày".encode(), "workbook.not_a_workbook"),
    "old or locked workbook": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600,
        "workbook.old_or_locked",
    ),
    "truncated workbook": (lambda: written(rows())[:4_000], "workbook.broken"),
    "zip that is no workbook": (lambda: with_part(b"", "a.txt", b"a"), "workbook.not_a_workbook"),
    "macros": (lambda: with_part(written(rows()), "xl/vbaProject.bin", b"0"), "workbook.has_macros"),
    "zip bomb": (
        lambda: with_part(written(rows()), "xl/media/a.bin", bytes(201 * 1024 * 1024)),
        "workbook.unpacks_too_large",
    ),
    "broken inside": (lambda: broken_inside(), "workbook.broken"),
    "other sheet": (lambda: written(rows(), renamed), "workbook.sheet_missing"),
    "column missing": (lambda: written(rows(), heading(None)), "workbook.columns_missing"),
    "column unknown": (lambda: written(rows(), heading("Ghi chú riêng")), "workbook.column_unknown"),
    "column twice": (lambda: written(rows(), heading("Ngày bản án")), "workbook.column_twice"),
    "no rows": (lambda: written([]), "workbook.no_rows"),
}


def broken_inside() -> bytes:
    """Return an archive whose sheet is no XML."""
    import io
    import zipfile

    content, stream = written(rows()), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, b"<sheet" if part.filename.endswith("sheet1.xml") else old.read(part))
    return stream.getvalue()
