"""`thads cut-over`: an agency's live cases and balances out of its old books, tried first, then carried
out.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from thads.interfaces.cli.asking import asking, operator, read_day
from thads.interfaces.exchange.local_files import check_is_file, write_file
from thads.kernel.text import write_int

HELP = """Chuyển việc đang thi hành và số dư của một cơ quan từ sổ cũ (sổ tính Excel, hoặc thư mục sổ tính).

Chạy thử trước bằng --dry-run: mỗi dòng được chuyển, chuyển có nghi vấn, hoặc bị loại, đều nêu lý do; tổng số
được đối chiếu đến từng đồng. Chạy thật theo từng đợt nhỏ: đứt giữa chừng thì chạy lại đúng lệnh ấy, phần đã
chuyển không chuyển lần nữa. Còn chênh lệch thì phải chờ Thủ trưởng cơ quan xác nhận trên màn hình.

Ví dụ:  thads cut-over --template mau-chuyen-so-lieu.xlsx
        thads cut-over so-cu/ --agency TQ.CH --on 2026-09-30 --dry-run --answer tra-loi.xlsx
        thads cut-over so-cu/ --agency TQ.CH --on 2026-09-30 --mapping cot.toml --expect held_cash=1.250.000

Mã thoát: 0 xong; 1 chạy thử thấy dòng bị loại, chênh lệch, hoặc chênh lệch chưa được xác nhận; 2 không đọc
được hoặc sai cách gọi.
"""
SHOWN = 40

Source = Annotated[Path | None, typer.Argument(metavar="TỆP|THƯ MỤC", help="Sổ tính .xlsx hoặc thư mục.")]
Agency = Annotated[str, typer.Option("--agency", metavar="MÃ", help="Cơ quan có sổ cũ, ví dụ TQ.CH.")]
On = Annotated[str, typer.Option("--on", metavar="NGÀY", help="Số liệu đến hết ngày nào, như 2026-09-30.")]
MappingFile = Annotated[
    Path | None, typer.Option("--mapping", metavar="TỆP", help="Tệp TOML: tên cột, từ ngữ riêng của sổ cũ.")
]
Expect = Annotated[
    list[str] | None,
    typer.Option("--expect", metavar="CHỈ TIÊU=SỐ", help="Tổng số của sổ cũ, như held_cash=1.250.000."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Chỉ chạy thử, không ghi gì.")]
Answer = Annotated[
    Path | None, typer.Option("--answer", metavar="TỆP", help="Ghi sổ tính trả lời, ô đỏ và ô vàng.")
]
Template = Annotated[Path | None, typer.Option("--template", metavar="TỆP", help="Ghi mẫu trống rồi thôi.")]
Json = Annotated[bool, typer.Option("--json", help="In kết quả bằng JSON.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="cut-over", help=HELP)(cut_over)


def cut_over(
    source: Source = None,
    agency: Agency = "",
    on: On = "",
    mapping: MappingFile = None,
    expect: Expect = None,
    dry_run: DryRun = False,
    answer: Answer = None,
    template: Template = None,
    as_json: Json = False,
) -> None:
    if template is not None:
        _write_template(template)
        return
    if source is None or not agency or not on:
        typer.echo("Cần: sổ tính hoặc thư mục, --agency và --on. Xem thads cut-over --help.", err=True)
        raise typer.Exit(2)
    with asking():
        plan = _looked_at(source, agency.strip(), on, mapping, expect or [], answer)
        _tell(plan, as_json=as_json, dry_run=dry_run)
        is_whole = not plan.lost and not plan.nameless and not plan.differences
    if not dry_run:
        _carry_out(plan)
    elif not is_whole:
        raise typer.Exit(1)


def _write_template(file: Path) -> None:
    with asking():
        from thads.interfaces import clock
        from thads.interfaces.exchange.cutover.template import cut_over_template

        write_file(file, cut_over_template(on=clock.today()))
        typer.echo(f"Đã ghi {file}.")


def _looked_at(
    source: Path, agency: str, on: str, mapping: Path | None, expect: list[str], answer: Path | None
) -> Any:
    from thads.interfaces.exchange.cutover.answer import answer_workbook
    from thads.interfaces.exchange.cutover.handing import files_at
    from thads.interfaces.exchange.cutover.planning import Handed, look_at
    from thads.interfaces.exchange.cutover.totals import control_from_options
    from thads.interfaces.exchange.cutover.words import read_words

    if mapping is not None:
        check_is_file(mapping)
    words = read_words(mapping.read_bytes() if mapping is not None else b"")
    files = files_at(source)
    handed = Handed(agency, read_day(on), files, words, control_from_options(expect))
    plan = look_at(operator(), handed)
    if answer is not None:
        write_file(answer, answer_workbook(plan, files))
    return plan


def _carry_out(plan: Any) -> None:
    """Take the cases over; what the head has not confirmed is told, and the run waits for him."""
    from thads.interfaces.exchange.cutover import running
    from thads.kernel.refusals import Refusal

    with asking():
        viewer = operator()
        try:
            row = running.begin(viewer, plan)
        except Refusal as refusal:
            if refusal.code != "cases.cut_over_unconfirmed":
                raise
            typer.echo(refusal.message, err=True)
            raise typer.Exit(1) from None
        for progress in running.carry_out(operator, plan, row.cut_over_id):
            typer.echo(f"Đã chuyển {write_int(progress.taken)}/{write_int(progress.planned)} việc.", err=True)
        _prepare_figures(viewer)
        typer.echo(f"Đã chuyển xong {write_int(len(plan.cases))} việc; bảng cân đối khớp với số liệu chuyển.")


def _prepare_figures(viewer: Any) -> None:
    """Fold what came in for the statistics now, so that the next form does not have to."""
    from thads.reporting.counting import queries as counting

    counting.caught_up(viewer)


def _tell(plan: Any, *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        typer.echo(json.dumps(_as_json(plan), ensure_ascii=False, indent=1))
        return
    for line in _text(plan, dry_run=dry_run):
        typer.echo(line)
    for one in plan.findings[:SHOWN]:
        typer.echo(f"{one.problem.where}: {one.message}", err=True)
    if len(plan.findings) > SHOWN:
        more = write_int(len(plan.findings) - SHOWN)
        typer.echo(f"… và {more} ô nữa; ghi sổ tính trả lời bằng --answer để xem hết.", err=True)


def _text(plan: Any, *, dry_run: bool) -> Iterator[str]:
    from thads.interfaces.exchange.cutover.totals import NAMES, indicator_name

    doubted = sum(one.case.decision.number in plan.doubted for one in plan.cases)
    yield f"Cơ quan {plan.agency}, số liệu đến hết ngày {plan.on:%d/%m/%Y}:"
    yield f"  {write_int(len(plan.cases))} việc chuyển được, trong đó {write_int(doubted)} việc có nghi vấn"
    yield f"  {write_int(plan.already_in)} việc đã chuyển ở lần chạy trước"
    yield f"  {write_int(len(plan.lost))} việc bị loại"
    for one, name in NAMES.items():
        yield f"  {name}: {write_int(plan.found[one])}"
    for one in plan.differences:
        told = f"sổ cũ {write_int(one.expected)}, chuyển sang {write_int(one.found)}"
        yield f"  CHÊNH LỆCH {indicator_name(one.indicator)}: {told}, lệch {write_int(one.gap)}"
    if dry_run:
        yield "Chỉ chạy thử: chưa ghi gì."


def _as_json(plan: Any) -> dict[str, Any]:
    return {
        "agency": plan.agency, "on": plan.on.isoformat(), "cases": len(plan.cases),
        "already_in": plan.already_in, "lost": sorted(plan.lost), "doubted": sorted(plan.doubted),
        "totals": dict(plan.found), "kinds": dict(plan.kinds),
        "differences": [
            {"indicator": one.indicator, "expected": one.expected, "found": one.found}
            for one in plan.differences
        ],
        "findings": [
            {
                "where": one.problem.where, "column": one.key, "weight": one.weight.value, "code": one.code,
                "message": one.message, "certainty": "derived" if one.weight == "doubt" else "stated",
            }
            for one in plan.findings
        ],
    }  # fmt: skip
