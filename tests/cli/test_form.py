"""`thads form` as an officer and as a script use it."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import typer
from openpyxl import load_workbook
from typer.testing import CliRunner

from rooms.forms.world import build_organisation, decision, write_case
from thads.interfaces.cli import form, rebuild
from thads.interfaces.cli.asking import read_day, read_instant
from thads.kernel.refusals import Refusal
from thads.reporting.counting.rules.codes import LINES

pytestmark = pytest.mark.django_db
ASKED = ("TT05/2024-04", "--agency", "TQ", "--period", "FY2024/9M")


@pytest.fixture(autouse=True)
def province(settings, tmp_path, monkeypatch):
    settings.HOME, settings.SEGMENTS = tmp_path, tmp_path / "segments"
    monkeypatch.setenv("THADS_TODAY", "2024-07-05")
    build_organisation()
    write_case("01/CH", [
        ("decision_issued", "2023-11-01", decision("01/CH", 1_234_567, bailiff="TQ.CH-01")),
        ("money_collected", "2024-01-10", {"parts": [{"no": 1, "amount": 234_567}]}),
    ])  # fmt: skip
    write_case("02/SD", [
        ("decision_issued", "2023-12-01", decision("02/SD", 500)),
        ("terminated", "2024-07-01", {"ground": "debtor_died"}),
    ], agency="TQ.SD")  # fmt: skip


def said(*arguments: str, code: int = 0) -> str:
    app = typer.Typer()
    form.register(app)
    rebuild.register(app)
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == code, result.output
    return result.stdout if code == 0 else result.output


def printed(*arguments: str):
    return json.loads(said("form", *ASKED, "--json", *arguments))


def test_json_has_the_documented_shape_and_amounts_in_dong() -> None:
    found = printed()

    assert {name: found[name] for name in ("form", "agency", "period", "as_of")} == {
        "form": "TT05/2024-04", "agency": "TQ", "period": "FY2024/9M", "as_of": "2024-06-30",
    }  # fmt: skip
    assert found["known_at"].startswith("2024-07-05T08:")
    rows = {(row["agency"], row["bailiff"]): row["cells"] for row in found["rows"]}
    assert list(rows["TQ", None]) == list(LINES)
    assert rows["TQ", None]["c1"] == {"cases": 2, "amount": 1_235_067}
    assert rows["TQ.CH", "TQ.CH-01"]["c9"] == {"cases": 0, "amount": 234_567}
    assert rows["TQ.SD", ""]["c11"] == {"cases": 1, "amount": 500}


def test_both_engines_print_the_same() -> None:
    assert printed("--engine", "reference")["rows"] == printed()["rows"]


def test_forms_without_bailiffs_have_row_keys_of_their_own() -> None:
    found = json.loads(said("form", "TT05/2024-01", *ASKED[1:], "--json"))

    rows = {row["row"]: row["cells"]["c1"]["cases"] for row in found["rows"]}
    assert rows["total"] == rows["initiation.on_request"] == rows["judgment_kind.civil"] == 2
    assert {row["agency"] for row in found["rows"]} == {"TQ"}


def test_a_cell_lists_its_cases_by_the_key_printed_in_the_row() -> None:
    cases = printed("--cell", "c11", "--row", "TQ.SD/-")
    assert [(case["number"], case["amount"]) for case in cases] == [("02/SD", 500)]

    told = said("form", *ASKED, "--cell", "c11")
    assert "02/SD" in told
    assert "2 việc, 1.000.500 đồng" in told


def test_as_of_and_known_at_change_the_question() -> None:
    assert printed("--as-of", "2023-11-30")["rows"][0]["cells"]["c1"]["cases"] == 1
    assert printed("--as-of", "01/7/2024")["rows"][0]["cells"]["c10"]["cases"] == 1
    assert printed("--known-at", "2024-01-09")["rows"][0]["cells"]["c1"]["cases"] == 0
    assert printed("--known-at", "2024-01-10T23:00+07:00")["rows"][0]["cells"]["c9"]["amount"] == 234_567


def test_the_table_is_aligned_and_says_that_the_identities_hold() -> None:
    lines = said("form", *ASKED).splitlines()

    assert lines[0].startswith("Biểu số 04/TK-THA.")
    assert "Số liệu đến ngày 30/6/2024, biết đến 08:" in lines[2]
    assert any(line.startswith("TQ.CH/TQ.CH-01 ") and "Hà Văn Đoàn" in line for line in lines)
    assert lines[-1].endswith("khớp.")


def test_a_day_after_the_period_is_in_the_heading() -> None:
    assert (
        said("form", *ASKED, "--as-of", "30/9/2024")
        .splitlines()[1]
        .endswith("9 tháng năm 2024, đến ngày 30/9/2024")
    )


def test_money_is_printed_in_thousands_unless_dong_is_asked() -> None:
    asked = ("form", "TT05/2024-05", *ASKED[1:])

    assert "1.234.567" not in said(*asked)
    assert "1.234.567" in said(*asked, "--dong")


def test_the_workbook_is_written(tmp_path) -> None:
    said("form", *ASKED, "--xlsx", str(tmp_path / "b04.xlsx"))

    assert load_workbook(tmp_path / "b04.xlsx").sheetnames == ["Biểu 04", "Đẳng thức"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("TT05/2024-99", *ASKED[1:]), "Không có biểu mẫu"),
        ((ASKED[0], "--agency", "XX", *ASKED[3:]), "XX"),
        ((*ASKED[:3], "--period", "2024"), "không phải là kỳ báo cáo"),
        ((*ASKED, "--as-of", "2024-02-30"), "không phải là ngày"),
        ((*ASKED, "--as-of", "2023-09-30"), "sớm hơn ngày đầu kỳ"),
        ((*ASKED, "--known-at", "hôm qua"), "không phải là thời điểm"),
        ((*ASKED, "--cell", "c18"), "không có cột “c18”"),
        ((*ASKED, "--cell", "c8", "--row", "nobody"), "không có dòng “nobody”"),
        ((*ASKED, "--engine", "spark"), "Không có cách tính"),
        ((*ASKED, "--xlsx", "a.csv"), "đuôi .xlsx"),
        ((*ASKED, "--row", "TQ.CH"), "--row chỉ đi cùng --cell"),
        ((*ASKED, "--cell", "c8", "--xlsx", "a.xlsx"), "chọn một trong hai"),
        ((*ASKED, "--as-of", ""), "Chưa ghi ngày"),
        ((*ASKED, "--known-at", ""), "Chưa ghi ngày"),
        ((*ASKED, "--as-of", "2024-10-01"), "sau ngày cuối năm thống kê"),
        ((*ASKED, "--as-of", "9999-12-31"), "sau ngày cuối năm thống kê"),
        ((*ASKED, "--known-at", "9999-12-31T23:59:59-12:00"), "năm 1900 đến năm 2200"),
        ((*ASKED, "--known-at", "0001-01-01T00:00+14:00"), "năm 1900 đến năm 2200"),
        ((*ASKED, "--xlsx", "/no/such/folder/a.xlsx"), "không có thư mục ấy"),
    ],
)
def test_bad_input_gets_a_sentence_and_exit_code_2(arguments, words) -> None:
    told = said("form", *arguments, code=2)

    assert words in told
    assert "Traceback" not in told


def test_rebuild_says_how_far_it_got() -> None:
    before = printed()["rows"]

    assert "Đã dựng lại" in said("rebuild")
    assert json.loads(said("rebuild", "--json"))["position"] > 0
    assert printed()["rows"] == before


def test_days_and_instants_are_read_as_people_write_them() -> None:
    viet_nam = ZoneInfo("Asia/Ho_Chi_Minh")

    assert read_day("30/6/2024") == read_day("2024-06-30") == date(2024, 6, 30)
    assert read_instant("2024-07-03T09:00") == datetime(2024, 7, 3, 9, tzinfo=viet_nam)
    assert read_instant("2024-07-03T02:00Z") == datetime(2024, 7, 3, 9, tzinfo=viet_nam)
    assert read_instant("03/7/2024") == read_instant("2024-07-03")
    assert read_instant("2024-07-03") == datetime(2024, 7, 3, 23, 59, 59, 999999, tzinfo=viet_nam)
    with pytest.raises(Refusal):
        read_instant("2024-07-03T25:00")
