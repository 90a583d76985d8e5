"""`thads form`: a statutory form counted from facts, the cases behind a cell, or the form as a workbook."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from thads.interfaces.cli.asking import AgencyCode, AsOf, KnownAt, PeriodWritten, asking, operator, question
from thads.interfaces.exchange.local_files import write_file
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

if TYPE_CHECKING:
    from thads.reporting.counting.queries import Engine
    from thads.reporting.forms.rules.runs import FormRun

register_sentences(
    {
        "form.engine_unknown": "Không có cách tính “{written}”; có fast (nhanh) và reference (đối chiếu).",
        "form.file_not_workbook": "Tệp {path} phải có đuôi .xlsx.",
        "form.row_without_cell": "--row chỉ đi cùng --cell; hãy ghi thêm cột cần tra, như --cell c8.",
        "form.cell_or_workbook": "--cell liệt kê các việc, --xlsx ghi cả biểu; hãy chọn một trong hai.",
    }
)

HELP = """Lập một biểu thống kê từ các sự kiện pháp lý, hoặc liệt kê các việc đứng sau một ô.

FORM là mã biểu: TT05/2024-01 đến TT05/2024-05 (việc, tiền, thu ngân sách, việc và tiền theo đơn vị).
Kỳ FY2024/9M là 9 tháng của năm thống kê 2024: 01/10/2023 đến 30/6/2024, luôn lũy kế từ 01/10.

--as-of      tính đến ngày nào (mặc định ngày cuối kỳ).
--known-at   chỉ dùng những gì đã ghi nhận đến thời điểm đó (mặc định: bây giờ); ghi sau đó coi như chưa biết.
--cell, --row  liệt kê các việc đứng sau một ô; khóa dòng là cột đầu của bảng ("key" trong JSON).
--engine reference  tính bằng cách chậm, đơn giản, dùng để đối chiếu.

Danh sách sau một ô: ở biểu về việc chỉ có các việc được đếm trong ô đó; ở biểu về tiền có cả việc chỉ góp
tiền (member = false trong JSON). Cột c10a (giảm nghĩa vụ) chỉ tính tiền, số việc luôn là 0.

Ví dụ:

  thads form TT05/2024-04 --agency TQ --period FY2024/9M

  thads form TT05/2024-04 --agency TQ --period FY2024/9M --cell c8 --row TQ.CH

  thads form TT05/2024-04 --agency TQ --period FY2024/9M --cell c14 --row TQ.CH/TQ.CH-01 --json

  thads form TT05/2024-02 --agency TQ --period FY2024/9M --known-at 2024-07-03T09:00+07:00 --json

  thads form TT05/2024-05 --agency TQ --period FY2024/9M --xlsx bieu05.xlsx
"""

Form = Annotated[str, typer.Argument(metavar="FORM", help="Mã biểu, như TT05/2024-04.")]
Json = Annotated[bool, typer.Option("--json", help="In JSON, tiền là số đồng nguyên.")]
CellCode = Annotated[str | None, typer.Option("--cell", metavar="CỘT", help="Cột cần tra, như c8 hoặc m1.")]
RowKey = Annotated[
    str | None, typer.Option("--row", metavar="DÒNG", help="Khóa dòng; không ghi thì lấy dòng tổng.")
]
Workbook = Annotated[
    str | None, typer.Option("--xlsx", metavar="TỆP", help="Ghi biểu thành bảng tính Excel có công thức.")
]
Exact = Annotated[bool, typer.Option("--dong", help="Viết tiền đến từng đồng, không theo nghìn đồng.")]
EngineName = Annotated[str, typer.Option("--engine", help="fast (mặc định) hoặc reference.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="form", help=HELP)(form)


def form(
    form: Form,
    agency: AgencyCode,
    period: PeriodWritten,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: Json = False,
    cell: CellCode = None,
    row: RowKey = None,
    xlsx: Workbook = None,
    exact: Exact = False,
    engine: EngineName = "fast",
) -> None:
    with asking():
        _check_options(cell=cell, row=row, xlsx=xlsx)
        asked = {"form": form.strip(), "using": _engine(engine), **question(agency, period, as_of, known_at)}
        if cell is not None:
            _list_cell(asked, row=row or "", cell=cell, as_json=as_json)
        else:
            _show(asked, as_json=as_json, xlsx=xlsx, exact=exact)


def _check_options(*, cell: str | None, row: str | None, xlsx: str | None) -> None:
    if row is not None and cell is None:
        raise Refusal("form.row_without_cell")
    if cell is not None and xlsx is not None:
        raise Refusal("form.cell_or_workbook")
    if xlsx is not None and not xlsx.lower().endswith(".xlsx"):
        raise Refusal("form.file_not_workbook", path=xlsx)


def _engine(written: str) -> "Engine":
    from thads.reporting.counting.queries import Engine

    if written not in set(Engine):
        raise Refusal("form.engine_unknown", written=written)
    return Engine(written)


def _show(asked: dict[str, Any], *, as_json: bool, xlsx: str | None, exact: bool) -> None:
    from thads.interfaces.cli.form_text import run_lines, run_value
    from thads.reporting.forms import queries as forms

    run = forms.form_run(operator(), **asked)
    if xlsx:
        _write_workbook(run, Path(xlsx), exact=exact)
    if as_json:
        for problem in run.problems:
            typer.echo(problem.message, err=True)
        typer.echo(json.dumps(run_value(run), ensure_ascii=False, indent=1))
    elif not xlsx:
        typer.echo("\n".join(run_lines(run, exact=exact)))


def _list_cell(asked: dict[str, Any], *, row: str, cell: str, as_json: bool) -> None:
    from thads.interfaces.cli.form_text import case_values, cell_lines
    from thads.reporting.forms import queries as forms

    found = forms.cell_cases(operator(), **asked, row=row, cell=cell)
    if as_json:
        typer.echo(json.dumps(case_values(found), ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(cell_lines(found)))


def _write_workbook(run: "FormRun", path: Path, *, exact: bool) -> None:
    from thads.reporting.forms.papers import workbook

    write_file(path, workbook(run, exact=exact))
    typer.echo(f"Đã ghi {path}.", err=True)
