"""`thads form`: a statutory form counted from facts, the cases behind a cell, or the form as a workbook."""

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

if TYPE_CHECKING:
    from thads.reporting.forms.rules.runs import FormRun

register_sentences(
    {
        "form.day_unreadable": "“{written}” không phải là ngày; hãy viết như 2024-06-30 hoặc 30/6/2024.",
        "form.instant_unreadable": "“{written}” không phải là thời điểm; hãy viết như "
        "2024-07-03T09:00+07:00 hoặc một ngày như 2024-07-03 (nghĩa là hết ngày đó, giờ Việt Nam).",
        "form.engine_unknown": "Không có cách tính “{written}”; có fast (nhanh) và reference (đối chiếu).",
        "form.file_unwritable": "Không ghi được tệp {path}: {reason}.",
        "form.file_not_workbook": "Tệp {path} phải có đuôi .xlsx.",
    }
)

HELP = """Lập một biểu thống kê từ các sự kiện pháp lý, hoặc liệt kê các việc đứng sau một ô.

FORM là mã biểu: TT05/2024-01 đến TT05/2024-05 (việc, tiền, thu ngân sách, việc và tiền theo đơn vị).
Kỳ FY2024/9M là 9 tháng của năm thống kê 2024: 01/10/2023 đến 30/6/2024, luôn lũy kế từ 01/10.

--as-of      tính đến ngày nào (mặc định ngày cuối kỳ).
--known-at   chỉ dùng những gì đã ghi nhận đến thời điểm đó (mặc định: bây giờ); ghi sau đó coi như chưa biết.
--cell, --row  liệt kê các việc đứng sau một ô; khóa dòng là cột đầu của bảng ("key" trong JSON).
--engine reference  tính bằng cách chậm, đơn giản, dùng để đối chiếu.

Ví dụ:

  thads form TT05/2024-04 --agency TQ --period FY2024/9M

  thads form TT05/2024-04 --agency TQ --period FY2024/9M --cell c8 --row TQ.CH

  thads form TT05/2024-04 --agency TQ --period FY2024/9M --cell c14 --row TQ.CH/TQ.CH-01 --json

  thads form TT05/2024-02 --agency TQ --period FY2024/9M --known-at 2024-07-03T09:00+07:00 --json

  thads form TT05/2024-05 --agency TQ --period FY2024/9M --xlsx bieu05.xlsx
"""

Form = Annotated[str, typer.Argument(metavar="FORM", help="Mã biểu, như TT05/2024-04.")]
AgencyCode = Annotated[str, typer.Option("--agency", help="Mã cơ quan, như TQ hoặc TQ.CH.")]
PeriodWritten = Annotated[str, typer.Option("--period", help="Kỳ báo cáo, như FY2024/9M.")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="NGÀY", help="Tính đến ngày, như 2024-06-30.")]
KnownAt = Annotated[
    str, typer.Option("--known-at", metavar="THỜI_ĐIỂM", help="Biết đến lúc nào, như 2024-07-03T09:00+07:00.")
]
Json = Annotated[bool, typer.Option("--json", help="In JSON, tiền là số đồng nguyên.")]
CellCode = Annotated[str, typer.Option("--cell", metavar="CỘT", help="Cột cần tra, như c8 hoặc m1.")]
RowKey = Annotated[str, typer.Option("--row", metavar="DÒNG", help="Khóa dòng; không ghi thì lấy dòng tổng.")]
Workbook = Annotated[
    str, typer.Option("--xlsx", metavar="TỆP", help="Ghi biểu thành bảng tính Excel có công thức.")
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
    as_of: AsOf = "",
    known_at: KnownAt = "",
    as_json: Json = False,
    cell: CellCode = "",
    row: RowKey = "",
    xlsx: Workbook = "",
    exact: Exact = False,
    engine: EngineName = "fast",
) -> None:
    import django

    django.setup()
    try:
        asked = _asked(form, agency, period, as_of, known_at, engine)
        if cell or row:
            _list_cell(asked, row=row, cell=cell or "c1", as_json=as_json)
        else:
            _show(asked, as_json=as_json, xlsx=xlsx, exact=exact)
    except Refusal as refusal:
        typer.echo(refusal.message, err=True)
        raise typer.Exit(2) from None


def _asked(form: str, agency: str, period: str, as_of: str, known_at: str, engine: str) -> dict[str, Any]:
    from thads.kernel.periods import Period
    from thads.reporting.counting.queries import Engine

    if engine not in set(Engine):
        raise Refusal("form.engine_unknown", written=engine)
    return {
        "form": form.strip(),
        "agency": agency.strip(),
        "period": Period.parse(period),
        "as_of": read_day(as_of) if as_of else None,
        "known_at": read_instant(known_at) if known_at else None,
        "using": Engine(engine),
    }


def _show(asked: dict[str, Any], *, as_json: bool, xlsx: str, exact: bool) -> None:
    from thads.interfaces.cli.form_text import run_lines, run_value
    from thads.reporting.forms import queries as forms

    if xlsx and not xlsx.lower().endswith(".xlsx"):
        raise Refusal("form.file_not_workbook", path=xlsx)
    run = forms.form_run(_viewer(), **asked)
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

    found = forms.cell_cases(_viewer(), **asked, row=row, cell=cell)
    if as_json:
        typer.echo(json.dumps(case_values(found), ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(cell_lines(found)))


def _write_workbook(run: "FormRun", path: Path, *, exact: bool) -> None:
    from thads.reporting.forms.papers import workbook

    try:
        path.write_bytes(workbook(run, exact=exact))
    except OSError as fault:
        raise Refusal("form.file_unwritable", path=path, reason=fault.strerror or fault) from None
    typer.echo(f"Đã ghi {path}.", err=True)


def _viewer() -> Any:
    from thads.foundation.organisation import queries as organisation
    from thads.interfaces import clock

    return organisation.operator(at=clock.now(), on=clock.today())


def read_day(written: str) -> date:
    """Read a day written as 2024-06-30 or 30/6/2024; refuse anything else."""
    from thads.kernel.text import read_date

    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        pass
    try:
        return read_date(written)
    except Refusal:
        raise Refusal("form.day_unreadable", written=written) from None


def read_instant(written: str) -> datetime:
    """Read an instant; a bare day is its end and a missing zone is Viet Nam's. Refuse anything else."""
    from thads.interfaces.clock import VIET_NAM

    try:
        found = datetime.fromisoformat(written.strip())
    except ValueError:
        return datetime.combine(_day_or_refused(written), time.max, tzinfo=VIET_NAM)
    if len(written.strip()) <= len("2024-07-03"):
        found = datetime.combine(found.date(), time.max)
    return found if found.tzinfo is not None else found.replace(tzinfo=VIET_NAM)


def _day_or_refused(written: str) -> date:
    try:
        return read_day(written)
    except Refusal:
        raise Refusal("form.instant_unreadable", written=written) from None
