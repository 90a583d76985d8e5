"""`thads check-text`: the figures of a report found, named and held against each other (and the books)."""

import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thads.interfaces.cli import database
from thads.interfaces.exchange.local_files import check_is_file
from thads.kernel.refusals import Refusal, Severity
from thads.kernel.sentences import register_sentences

if TYPE_CHECKING:
    from thads.steering.narrative.rules.books import Books
    from thads.steering.narrative.rules.vocabulary import Dimension, Figure, Finding

HELP = """Đọc một báo cáo, tìm mọi con số về thi hành án dân sự và kiểm tra chúng có khớp nhau không.

FILE là văn bản thuần (UTF-8, hoặc UTF-16 có BOM) hay .docx; dấu “-” là đọc từ đầu vào chuẩn. Mỗi con số
được nói rõ là gì (tổng số giải quyết, thi hành xong, tỷ lệ, chỉ tiêu, tăng giảm, xếp hạng…), của cơ quan
nào, kỳ nào. Sau đó là những chỗ văn bản tự mâu thuẫn: tỷ lệ, tổng, hiệu, gốc so sánh, điểm phần trăm,
khoảng cách tới chỉ tiêu, tiến độ, chữ tăng/giảm, ngày hoặc kỳ không có thật, một việc hai số. Làm tròn hay
cắt bớt đều không phải lỗi.

Mã kết thúc: 0 là không thấy gì sai (kể cả khi chỉ có ghi chú), 1 là có lỗi hoặc cảnh báo, 2 là không đọc
được.

Ví dụ:  thads check-text bao-cao.docx
        thads check-text bao-cao.txt --targets 83,35/46,65
        thads check-text - --json < bao-cao.txt
"""

register_sentences(
    {
        "report.targets": "“{written}” không phải là cặp chỉ tiêu; hãy viết chỉ tiêu về việc rồi về tiền, "
        "như 83,35/46,65.",
    }
)

File = Annotated[str, typer.Argument(metavar="FILE", help="Tệp .txt hoặc .docx; “-” là đầu vào chuẩn.")]
Json = Annotated[bool, typer.Option("--json", help="In JSON để chương trình khác đọc.")]
Targets = Annotated[
    str,
    typer.Option("--targets", metavar="VIỆC/TIỀN", help="Chỉ tiêu năm của đơn vị, phần trăm: 83,35/46,65."),
]
AgainstBooks = Annotated[
    bool, typer.Option("--against-books", help="So cả với sổ sách (số liệu thống kê trong hệ thống này).")
]
_SEVERITY_VI = {Severity.ERROR: "LỖI", Severity.WARNING: "CẢNH BÁO", Severity.INFO: "GHI CHÚ"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="check-text", help=HELP)(check_text)


def check_text(
    file: File, as_json: Json = False, targets: Targets = "", against_books: AgainstBooks = False
) -> None:
    from thads.steering.narrative.rules.check import check
    from thads.steering.narrative.rules.extract import extract

    try:
        text = _text_of(file)
        given = read_targets(targets)
        figures = extract(text)
        books = _books(figures) if against_books else None
        findings = check(figures, text, targets=given, books=books)
    except Refusal as refusal:
        typer.echo(refusal.message, err=True)
        raise typer.Exit(2) from None
    if as_json:
        answer = {
            "figures": [one.as_json() for one in figures],
            "findings": [one.as_json() for one in findings],
        }
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        _tell(text, figures, findings)
    if any(one.severity is not Severity.INFO for one in findings):
        raise typer.Exit(1)


def read_targets(written: str) -> "dict[Dimension, Decimal]":
    """The targets for cases and money out of "83,35/46,65". Refuses (`report.targets`) anything else."""
    from thads.steering.narrative.rules.vocabulary import Dimension

    if not written.strip():
        return {}
    parts = [
        part.strip().removesuffix("%").replace(",", ".") for part in written.replace(";", "/").split("/")
    ]
    if len(parts) == 1 and written.count(",") == 1 and written.count(".") == 2:
        parts = [part.strip() for part in written.split(",")]
    try:
        cases, money = (Decimal(part) for part in parts)
    except (ValueError, ArithmeticError):
        raise Refusal("report.targets", written=written) from None
    if not (0 < cases <= 100 and 0 < money <= 100):
        raise Refusal("report.targets", written=written)
    return {Dimension.CASES: cases, Dimension.MONEY: money}


def _text_of(file: str) -> str:
    from thads.interfaces.exchange.report_files import FILE_LIMIT, read_report

    if file == "-":
        return read_report(sys.stdin.buffer.read(FILE_LIMIT + 1), name="đầu vào chuẩn")
    path = Path(file)
    check_is_file(path)
    with path.open("rb") as opened:
        return read_report(opened.read(FILE_LIMIT + 1), name=path.name)


def _books(figures: "Sequence[Figure]") -> "Books":
    database.ready()
    from thads.foundation.organisation import queries as organisation
    from thads.interfaces import clock
    from thads.steering.narrative import queries

    return queries.books_of(organisation.operator(at=clock.now(), on=clock.today()), figures)


# --------------------------------------------------------------------------- for people


def _tell(text: str, figures: "Sequence[Figure]", findings: "Sequence[Finding]") -> None:
    if not figures:
        typer.echo("Không thấy con số nào về thi hành án dân sự trong văn bản.")
        return
    typer.echo(f"Thấy {len(figures)} con số về thi hành án dân sự:\n")
    for number, figure in enumerate(figures):
        typer.echo(
            f"  [{number:>3}] {_line(text, figure.start):>5}  {_one_line(figure.quote):<28} "
            f"{describe(figure)}"
        )
    if not findings:
        typer.echo("\nCác con số khớp nhau; không thấy gì sai.")
        return
    typer.echo(f"\nKiểm tra: {len(findings)} điều cần xem\n")
    for finding in findings:
        where = ", ".join(f"[{index}]" for index in finding.figures) or _line(text, finding.start or 0)
        typer.echo(f"  {_SEVERITY_VI[finding.severity]} ({finding.code}) {finding.message}  {where}")


def describe(figure: "Figure") -> str:
    """What a figure is, in one Vietnamese line."""
    from thads.steering.narrative.rules.vocabulary import DIMENSION_VI, INDICATOR_VI, Reference, Unit

    what = INDICATOR_VI[figure.indicator]
    if figure.reference is Reference.PACE:
        what = "so với tiến độ bình quân"
    if figure.of is not None:
        what += f" của {INDICATOR_VI[figure.of]}"
    if figure.unit is Unit.PP:
        what += " (điểm phần trăm)" if "điểm phần trăm" not in what else ""
    side = DIMENSION_VI[figure.dimension] if figure.dimension else ""
    return "; ".join(part for part in (what, side, figure.org or "", figure.period or "") if part)


def _one_line(quote: str) -> str:
    return " ".join(quote.split())


def _line(text: str, place: int) -> str:
    return f"d.{text.count(chr(10), 0, place) + 1}"
