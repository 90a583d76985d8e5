"""`thads check-text` and `thads write-report` as an officer and as a script use them."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer import Typer
from typer.testing import CliRunner

from thads.interfaces.cli import check_text, write_report

pytestmark = pytest.mark.database_independent
Thads = Callable[..., str]

RIGHT = (
    "Năm 2024, thi hành án dân sự tỉnh Sơn La có điều kiện 100 việc, thi hành xong 81 việc, đạt tỷ lệ 81%."
)
WRONG = RIGHT.replace("81%", "82%")
CUT = RIGHT.replace("100 việc", "99 việc").replace("81%", "81,81%")


def run(*arguments: str, typed: bytes = b"") -> Result:
    app = Typer()
    check_text.register(app)
    write_report.register(app)
    return CliRunner().invoke(app, ["check-text", *arguments], input=typed)


def docx(*paragraphs: str, table: list[list[str]] | None = None) -> bytes:
    """A Word file with these paragraphs, a tracked deletion, and a table."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    body += "<w:p><w:del><w:r><w:delText>thi hành xong 999 việc</w:delText></w:r></w:del></w:p>"
    for row in table or []:
        cells = "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row)
        body += f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {word}><w:body>{body}</w:body></w:document>")
    return packed.getvalue()


def test_a_correct_text_ends_with_zero_and_says_so(tmp_path: Path) -> None:
    report = tmp_path / "báo cáo.txt"
    report.write_text(RIGHT, encoding="utf-8")

    told = run(str(report))

    assert told.exit_code == 0
    assert "Thấy 3 con số" in told.stdout
    assert "Các con số khớp nhau" in told.stdout


def test_a_contradiction_ends_with_one_and_names_both_numbers() -> None:
    told = run("-", typed=WRONG.encode())

    assert told.exit_code == 1
    assert "LỖI (ratio.completion)" in told.stdout
    assert "82%" in told.stdout
    assert "81,00%" in told.stdout


def test_a_note_alone_ends_with_zero() -> None:
    told = run("-", typed=CUT.encode())

    assert told.exit_code == 0
    assert "GHI CHÚ (rounding.cut)" in told.stdout


def test_json_has_exactly_the_documented_keys() -> None:
    answer = json.loads(run("-", "--json", typed=WRONG.encode()).stdout)

    assert set(answer) == {"figures", "findings"}
    assert set(answer["figures"][0]) == {
        "quote", "start", "end", "value", "unit", "indicator", "of", "dimension", "org", "period",
    }  # fmt: skip
    assert set(answer["findings"][0]) == {"code", "severity", "message", "computed", "printed", "figures"}
    assert [figure["value"] for figure in answer["figures"]] == ["100", "81", "82"]
    assert WRONG[answer["figures"][0]["start"] : answer["figures"][0]["end"]] == "100 việc"


def test_a_text_about_something_else_has_no_figures() -> None:
    told = run("-", typed="Thu ngân sách đạt 97% dự toán, tăng 12% so với cùng kỳ.".encode())

    assert told.exit_code == 0
    assert "Không thấy con số nào" in told.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_unicode_writing_is_read(encoding: str) -> None:
    assert run("-", typed=RIGHT.encode(encoding)).exit_code == 0


def test_a_word_file_is_read_without_its_deletions(tmp_path: Path) -> None:
    report = tmp_path / "bao-cao.docx"
    report.write_bytes(docx(RIGHT, table=[["Thụ lý mới", "12 việc"]]))

    answer = json.loads(run(str(report), "--json").stdout)

    assert [figure["value"] for figure in answer["figures"]] == ["100", "81", "81", "12"]


UNREADABLE = {
    "empty": (b"", "không có chữ nào"),
    "blank": (b" \n\t", "không có chữ nào"),
    "old encoding": ("Thi hành án".encode("cp1258", errors="replace"), "không phải văn bản Unicode"),
    "pdf": (b"%PDF-1.7 \x00\x01", "tệp PDF"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64, "tệp Word đời cũ"),
    "binary": (bytes(range(256)), "tệp nhị phân"),
    "broken docx": (b"PK\x03\x04 broken", "không mở được như một tệp .docx"),
    "a zip that is no docx": (b"", ""),
    "too long": (b"Thi hanh an\n" * 500_000, "quá giới hạn"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_ends_with_two_and_one_sentence(kind: str) -> None:
    content, said = UNREADABLE[kind]
    if kind == "a zip that is no docx":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("readme.txt", "không phải Word")
        content, said = packed.getvalue(), "không có văn bản Word"

    told = run("-", "--json", typed=content)

    assert told.exit_code == 2
    assert told.stdout == ""
    assert said in told.stderr
    assert told.stderr.count("\n") == 1


def test_a_missing_file_and_targets_that_are_none_are_told(tmp_path: Path) -> None:
    missing = run(str(tmp_path / "không có.txt"))
    targets = run("-", "--targets", "tám mươi", typed=RIGHT.encode())

    assert (missing.exit_code, targets.exit_code) == (2, 2)
    assert "Không tìm thấy tệp" in missing.stderr
    assert "không phải là cặp chỉ tiêu" in targets.stderr


@pytest.mark.parametrize("given", ["83,35/46,65", "83.35,46.65", "83.35/46.65", "83,35%/46,65%"])
def test_targets_are_read_in_both_writings(given: str) -> None:
    text = "Năm 2024, thi hành án dân sự tỉnh Sơn La đạt tỷ lệ 49,74% về tiền (đạt 105% chỉ tiêu)."

    told = run("-", "--json", "--targets", given, typed=text.encode())

    assert [finding["code"] for finding in json.loads(told.stdout)["findings"]] == ["target.share"]


def test_a_distance_whose_rate_stands_in_another_sentence_is_told_with_that_rate() -> None:
    text = (
        "Kết quả thi hành án dân sự 9 tháng năm 2024 của tỉnh Sơn La (số liệu tính đến ngày 31/5/2024).\n"
        "Đã thi hành xong 2.649 việc, đạt tỷ lệ 66,73%. Chỉ tiêu được giao năm 2024 về việc là 83,35%; kết "
        "quả về việc đạt 80,06% chỉ tiêu, còn thiếu 16,62 điểm phần trăm so với chỉ tiêu. Kết quả về việc "
        "vượt 4,21 điểm phần trăm so với tiến độ bình quân."
    )

    told = run("-", typed=text.encode())

    assert told.exit_code == 1
    assert "LỖI (pace.distance) Tỷ lệ 66,73% cao hơn tiến độ bình quân" in told.stdout


@pytest.mark.slow
def test_the_demonstration_writes_a_report_that_holds_against_the_books(thads: Thads, tmp_path: Path) -> None:
    written = thads("write-report", "--agency", "TQ", "--period", "FY2024/9M")
    report = tmp_path / "tq.txt"
    report.write_text(written, encoding="utf-8")

    told = thads("check-text", str(report), "--against-books")

    assert "3.228 việc" in written
    assert "66.872.343.000 đồng" in written
    assert "xếp thứ 4/63" in written
    assert "Các con số khớp nhau" in told


@pytest.mark.slow
def test_each_sentence_of_a_unit_names_its_cells(thads: Thads) -> None:
    answer = json.loads(thads("write-report", "--agency", "TQ.CH", "--period", "FY2024/9M", "--json"))

    assert answer["org"] == "Chi cục Chiêm Hóa"
    assert any(
        sentence["cells"] == ["c8", "c7"] or "c8" in sentence["cells"] for sentence in answer["sentences"]
    )


@pytest.mark.slow
def test_a_report_of_an_earlier_day_says_so_and_still_holds(thads: Thads, tmp_path: Path) -> None:
    written = thads("write-report", "--agency", "TQ", "--period", "FY2024/9M", "--as-of", "31/5/2024")
    report = tmp_path / "tq.txt"
    report.write_text(written, encoding="utf-8")

    assert written.splitlines()[-1] == "Số liệu tính đến ngày 31/5/2024."
    assert "Các con số khớp nhau" in thads("check-text", str(report))


@pytest.mark.slow
def test_an_unknown_agency_is_refused_in_words(thads: Thads) -> None:
    assert "Không có cơ quan mang mã" in thads(
        "write-report", "--agency", "XX", "--period", "FY2024/9M", code=2
    )


@pytest.mark.slow
def test_the_published_report_agrees_with_the_books_of_the_demonstration(thads: Thads, shared: Path) -> None:
    published = next((shared / "seeds").glob("000_*.txt"))

    answer = json.loads(thads("check-text", str(published), "--against-books", "--json"))

    assert [finding["severity"] for finding in answer["findings"]] == ["info"]
