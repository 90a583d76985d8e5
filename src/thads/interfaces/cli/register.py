"""`thads register`: a register of enforcement over any span, as text, JSON or a workbook (T04 Đ30)."""

import json
from pathlib import Path
from typing import Annotated

import typer

from thads.interfaces.cli.asking import AgencyCode, KnownAt, asking, operator, read_day, read_instant
from thads.interfaces.exchange.local_files import write_file
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.text import write_date, write_int

register_sentences({"register.file_not_workbook": "Tệp {path} phải có đuôi .xlsx."})

HELP = """Lập một sổ thi hành án trong khoảng thời gian bất kỳ, từ các sự kiện pháp lý (T04 Đ30).

REGISTER là số của sổ: 01, 02, 03-CD, 03-YC, 04, 05, 06, 09, 10, 11, 12, 14, 15, 16, 20, 21.

Ví dụ:

  thads register 03-CD --agency TQ.CH --from 2023-10-01 --to 2024-06-30

  thads register 11 --agency TQ.CH --from 2023-10-01 --to 2024-06-30 --known-at 2024-07-03 --json

  thads register 10 --agency TQ.CH --from 2023-10-01 --to 2024-06-30 --xlsx so10.xlsx
"""

Code = Annotated[str, typer.Argument(metavar="REGISTER", help="Số của sổ, như 03-CD.")]
From = Annotated[str, typer.Option("--from", metavar="NGÀY", help="Từ ngày, như 2023-10-01.")]
To = Annotated[str, typer.Option("--to", metavar="NGÀY", help="Đến ngày, như 2024-06-30.")]
Json = Annotated[bool, typer.Option("--json", help="In JSON, tiền là số đồng nguyên.")]
Workbook = Annotated[str | None, typer.Option("--xlsx", metavar="TỆP", help="Ghi sổ thành bảng tính Excel.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="register", help=HELP)(show)


def show(
    register: Code,
    agency: AgencyCode,
    first: From,
    last: To,
    known_at: KnownAt = None,
    as_json: Json = False,
    xlsx: Workbook = None,
) -> None:
    from thads.reporting.registers import papers, queries
    from thads.reporting.registers.rules.runs import RegisterRun, written_lines

    with asking():
        if xlsx is not None and not xlsx.lower().endswith(".xlsx"):
            raise Refusal("register.file_not_workbook", path=xlsx)
        run: RegisterRun = queries.register_run(
            operator(), register=register.strip(), agency=agency.strip(), first=read_day(first),
            last=read_day(last), known_at=read_instant(known_at) if known_at else None,
        )  # fmt: skip
        if xlsx is not None:
            write_file(Path(xlsx), papers.workbook(run))
            typer.echo(f"Đã ghi {xlsx}.", err=True)
        elif as_json:
            told = {"register": run.layout.code, "total": run.total, "lines": written_lines(run.lines)}
            typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
        else:
            typer.echo(
                f"{run.layout.vi}. {run.agency_name}. {write_date(run.first)} – {write_date(run.last)}"
            )
            for line in run.lines:
                typer.echo(" | ".join(str(line.cells[column.key] or "") for column in run.layout.columns))
            typer.echo(f"{len(run.lines)} dòng; cộng {write_int(run.total)} đồng")
