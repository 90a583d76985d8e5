"""`thads export`: histories as JSON Lines, the list of cases as a workbook, the empty case workbook."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from thads.interfaces.cli import database
from thads.interfaces.exchange.local_files import write_file
from thads.kernel.refusals import Refusal

HISTORIES_HELP = """Xuất toàn bộ lịch sử các việc của một cơ quan và đơn vị trực thuộc ra tệp JSON Lines.

Nhập lại tệp này vào một hệ thống trống rồi xuất lần nữa sẽ được đúng tệp ấy, từng byte.

Ví dụ:  thads export histories --agency TQ --out tuyen-quang.jsonl
"""
CASES_HELP = """Xuất danh sách việc ra sổ tính Excel, dòng tổng là công thức.

Ví dụ:  thads export cases --agency TQ.CH --xlsx viec.xlsx
"""
TEMPLATE_HELP = """Xuất mẫu sổ tính trống để lập danh sách việc rồi nhập bằng thads import.

Ví dụ:  thads export template --out mau-viec.xlsx
"""

group = typer.Typer(
    no_args_is_help=True, help="Xuất dữ liệu ra tệp: lịch sử việc, danh sách việc, mẫu sổ tính."
)

Agency = Annotated[str, typer.Option("--agency", metavar="MÃ", help="Mã cơ quan, ví dụ TQ hoặc TQ.CH.")]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="TỆP", help="Tệp ghi ra; không có thì in ra màn hình.")
]
Xlsx = Annotated[Path, typer.Option("--xlsx", metavar="TỆP", help="Sổ tính ghi ra.")]
Template = Annotated[Path, typer.Option("--out", metavar="TỆP", help="Sổ tính ghi ra.")]


def register(app: typer.Typer) -> None:
    """Add the command group."""
    app.add_typer(group, name="export")


@group.command(help=HISTORIES_HELP)
def histories(agency: Agency, out: Out = None) -> None:
    with _refusals_said():
        from thads.interfaces.exchange.histories.exporting import histories_file

        lines = histories_file(_operator(), agency=agency)
        if out is None:
            for line in lines:
                sys.stdout.write(line)
            return
        write_file(out, b"")
        with out.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)
        typer.echo(f"Đã ghi {out}.")


@group.command(help=CASES_HELP)
def cases(agency: Agency, xlsx: Xlsx) -> None:
    with _refusals_said():
        from thads.interfaces.exchange.case_list import case_list_workbook

        write_file(xlsx, case_list_workbook(_operator(), agency=agency))
        typer.echo(f"Đã ghi {xlsx}.")


@group.command(help=TEMPLATE_HELP)
def template(out: Template = Path("mau-viec.xlsx")) -> None:
    with _refusals_said():
        from thads.interfaces import clock
        from thads.interfaces.exchange.case_workbook.template import case_template

        write_file(out, case_template(on=clock.today()))
        typer.echo(f"Đã ghi {out}.")


def _operator() -> Any:
    from thads.foundation.organisation import queries as organisation
    from thads.interfaces import clock

    return organisation.operator(at=clock.now(), on=clock.today())


@contextmanager
def _refusals_said() -> Iterator[None]:
    database.ready()
    try:
        yield
    except Refusal as refusal:
        typer.echo(refusal.message, err=True)
        raise typer.Exit(2) from None
