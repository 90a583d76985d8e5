"""Statements as banks export them: encodings, delimiters, workbooks, amounts and days as written; faults by
row.
"""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from thads.interfaces.exchange.statements.reading import StatementRefused, read_dong, read_statement
from thads.kernel.refusals import Refusal

HEAD = "Ngày giao dịch;Số chứng từ;Nội dung giao dịch;Ghi nợ;Ghi có"
LINES = "10/06/2024;FT1;Nộp tiền thi hành án;;1.500.000\n11/06/2024 08:30;FT2;Phí dịch vụ;11.000;"


def told(text: str, encoding: str = "utf-8", **more: object) -> list[tuple[object, ...]]:
    read = read_statement(text.encode(encoding), **more)  # type: ignore[arg-type]
    return [(row.row, row.on, row.amount, row.text, row.reference) for row in read.rows]


EXPECTED = [
    (2, date(2024, 6, 10), 1_500_000, "Nộp tiền thi hành án", "FT1"),
    (3, date(2024, 6, 11), -11_000, "Phí dịch vụ", "FT2"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_encoding_and_delimiter_are_found(encoding: str, delimiter: str) -> None:
    assert told(f"{HEAD}\n{LINES}".replace(";", delimiter), encoding) == EXPECTED


def test_commas_between_quoted_cells_are_found_too() -> None:
    text = 'Ngày,Nội dung,Số tiền\n10/06/2024,"Nộp, theo biên lai","1,500,000"\n2024-06-11,Phí,"-11,000.00"'

    assert [row[:3] for row in told(text)] == [
        (2, date(2024, 6, 10), 1_500_000),
        (3, date(2024, 6, 11), -11_000),
    ]


def test_what_stands_above_the_heading_and_below_the_lines_is_no_line() -> None:
    text = f"NGÂN HÀNG A;;;;\nSố dư đầu kỳ: 5.000;;;;\n{HEAD}\n{LINES}\nTổng cộng;;;11.000;1.500.000\n;;;;"

    assert [row[2] for row in told(text)] == [1_500_000, -11_000]


def test_a_workbook_is_read_like_a_text() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["SAO KÊ"])
    sheet.append(HEAD.split(";"))
    sheet.append(
        [
            datetime(2024, 6, 10, 8, 0, tzinfo=UTC).replace(tzinfo=None),
            "FT1",
            "Nộp tiền thi hành án",
            None,
            1_500_000,
        ]
    )
    sheet.append([date(2024, 6, 11), "FT2", "Phí dịch vụ", 11_000.0, None])
    content = BytesIO()
    book.save(content)

    read = read_statement(content.getvalue())

    assert [(row.on, row.amount) for row in read.rows] == [
        (date(2024, 6, 10), 1_500_000),
        (date(2024, 6, 11), -11_000),
    ]


def test_columns_with_strange_headings_are_taken_as_remembered() -> None:
    text = "Khi;Vào;Ra;Gì\n10/06/2024;5.000;;a\n11/06/2024;;3.000;b"
    with pytest.raises(Refusal, match="Không tìm thấy dòng tiêu đề"):
        told(text)

    chosen = {"day": "Khi", "money_in": "VÀO", "money_out": "Ra", "text": "Gì"}
    assert [row[2] for row in told(text, remembered=chosen)] == [5_000, -3_000]


def test_rows_that_cannot_be_read_are_all_told_and_nothing_is_taken() -> None:
    text = f"{HEAD}\n31/02/2024;;a;;5.000\n10/06/2024;;b;;năm nghìn\n10/06/2024;;c;1;2\n10/06/2024;;d;;5.000"

    with pytest.raises(StatementRefused) as refused:
        told(text)

    assert [problem.where for problem in refused.value.problems] == ["dòng 2", "dòng 3", "dòng 4"]
    assert "31/02/2024" in refused.value.message


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("1.500.000", 1_500_000),
        ("1,500,000", 1_500_000),
        ("1,500,000.00", 1_500_000),
        ("1.500.000,00", 1_500_000),
        ("1500000", 1_500_000),
        ("1 500 000 VND", 1_500_000),
        ("-300", -300),
        ("(300)", -300),
        ("300-", -300),
        ("1.000", 1_000),
        ("5đ", 5),
        ("", 0),
        ("-", 0),
        (None, 0),
        (1_500_000.0, 1_500_000),
    ],
)
def test_amounts_are_read_as_banks_write_them(written: object, amount: int) -> None:
    assert read_dong(written) == amount


@pytest.mark.parametrize(
    "written", ["abc", "1.5", 1.5, "1,50 ", 10**19, "1.2.3x", float("nan"), float("inf")]
)
def test_what_is_no_whole_dong_is_refused(written: object) -> None:
    with pytest.raises(Refusal):
        read_dong(written)


@pytest.mark.parametrize("content", [b"", b"   \n ", b"PK\x03\x04broken", b"\xff\xfe\x00"])
def test_a_file_that_is_no_statement_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Refusal):
        read_statement(content)


def test_the_same_file_has_the_same_digest_and_another_file_another() -> None:
    one, same, other = (
        read_statement(text.encode())
        for text in (f"{HEAD}\n{LINES}", f"{HEAD}\n{LINES}", f"{HEAD}\n{LINES}\n")
    )

    assert one.digest == same.digest != other.digest
    assert one.layout.by_heading["money_in"] == "Ghi có"
