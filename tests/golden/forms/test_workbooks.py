"""Every form as a workbook: its formulas, recomputed by LibreOffice, give the counted cells."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rooms.forms.world import build_organisation, decision, viewer_at, write_case
from thads.kernel.periods import Period
from thads.reporting.forms import papers, queries
from thads.reporting.forms.papers import FIRST_HEADING_ROW

pytestmark = pytest.mark.django_db
FORMS = [f"TT05/2024-0{number}" for number in range(1, 6)]


@pytest.fixture
def province():
    build_organisation()
    write_case("01/CH", [
        ("decision_issued", "2023-11-01", decision("01/CH", 1_234_567, bailiff="TQ.CH-01")),
        ("money_collected", "2024-01-10", {"parts": [{"no": 1, "amount": 234_567}]}),
    ])  # fmt: skip
    write_case("02/SD", [
        ("decision_issued", "2023-02-01", decision("02/SD", initiation="ex_officio", duties=[
            {"no": 1, "kind": "court_fee", "amount": 200_400}, {"no": 2, "kind": "fine", "amount": 5_000_300},
         ])),
        ("money_collected", "2024-03-01", {"parts": [{"no": 1}]}),
        ("performed", "2024-03-02", {"parts": [{"no": 1}]}),
    ], agency="TQ.SD")  # fmt: skip


def run(form: str):
    return queries.form_run(viewer_at("VN"), form=form, agency="TQ", period=Period(2024, 9))


def recomputed(book: bytes, folder: Path):
    """Let LibreOffice compute the formulas and read the results."""
    source, target = folder / "form.xlsx", folder / "out"
    source.write_bytes(book)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(target), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return load_workbook(target / "form.xlsx", data_only=True)


@pytest.mark.parametrize("form", FORMS)
def test_the_workbook_has_heading_formulas_signatures_and_identities(province, form) -> None:
    found = run(form)

    book = load_workbook(BytesIO(papers.workbook(found)))

    sheet, identities = book.worksheets
    words = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert found.layout.printed_code in words
    assert found.layout.vi.upper() in words
    assert "Đơn vị gửi báo cáo: Cục Thi hành án dân sự tỉnh Tuyên Quang" in words
    assert "Đơn vị nhận báo cáo: Tổng cục Thi hành án dân sự" in words
    assert {"Người lập biểu", "Thủ trưởng đơn vị"} <= words
    assert any(word.startswith("Số liệu đến ngày 30/6/2024, biết đến") for word in words)
    assert any(word.startswith("=IF(") for word in words)
    assert any(word.startswith("=SUM(") for word in words)
    assert sheet.freeze_panes == f"B{FIRST_HEADING_ROW + found.layout.heading_depth + 1}"
    assert sheet.page_setup.orientation == "landscape"
    assert [row[0].value for row in identities.iter_rows(min_row=2)] == [one.code for one in found.identities]
    assert {row[5].value for row in identities.iter_rows(min_row=2)} <= {"Khớp", "Bảo đảm bằng cách tính"}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("form", ["TT05/2024-03", "TT05/2024-04", "TT05/2024-05"])
def test_the_formulas_give_the_counted_cells(province, tmp_path, form, exact) -> None:
    found = run(form)

    sheet = recomputed(papers.workbook(found, exact=exact), tmp_path).worksheets[0]

    per = 1 if exact else found.layout.printed_per
    first = FIRST_HEADING_ROW + found.layout.heading_depth + 1
    for place, row in enumerate(found.rows, start=first):
        values = row.values(found.layout.unit)
        for number, column in enumerate(found.layout.columns, start=2):
            shown = sheet.cell(row=place, column=number).value
            if column.is_rate:
                rate = row.rate(found.layout.unit)
                assert (None if shown in (None, "") else f"{shown:.2f}") == (
                    None if rate is None else str(rate)
                )
            else:
                assert round(shown * per) == values[column.code], (row.key, column.code)
