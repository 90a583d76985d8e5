"""`thads import`: histories from a JSON Lines file, or cases from an Excel workbook; all or nothing."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from thads.interfaces.cli import database
from thads.interfaces.exchange.local_files import check_is_file, write_file
from thads.kernel.refusals import Problem, Refusal
from thads.kernel.sentences import register_sentences, sentence

register_sentences(
    {
        "import.real_day": "Dữ liệu vừa nhập có sự kiện ghi nhận sau ngày làm việc giả định; "
        "từ nay hệ thống dùng ngày thật.",
    }
)

HELP = """Nhập lịch sử các việc từ tệp JSON Lines, hoặc danh sách việc từ sổ tính Excel theo mẫu.

Tệp được kiểm tra toàn bộ trước; còn một lỗi thì không nhập gì và mọi lỗi được nêu kèm số dòng, cách sửa.
Mẫu tệp lịch sử: docs/reference/histories-file.md. Mẫu sổ tính: thads export template.

Ví dụ:  thads import lich-su.jsonl --dry-run         (chỉ kiểm tra)
        thads import lich-su.jsonl
        thads import viec.xlsx --agency TQ.CH --answer viec-da-kiem-tra.xlsx

Mã thoát: 0 đã nhập hoặc không có lỗi; 1 tệp có lỗi, chưa nhập gì; 2 không đọc được tệp hoặc sai cách gọi.
"""

WORKBOOK = b"PK\x03\x04"

File = Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp .jsonl hoặc sổ tính .xlsx.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Chỉ kiểm tra, không ghi gì.")]
Json = Annotated[bool, typer.Option("--json", help="In kết quả bằng JSON để chương trình khác đọc.")]
Agency = Annotated[str, typer.Option("--agency", metavar="MÃ", help="Cơ quan của sổ tính (chỉ với .xlsx).")]
Answer = Annotated[
    Path | None,
    typer.Option("--answer", metavar="TỆP", help="Ghi sổ tính trả lời, ô sai tô đỏ (chỉ với .xlsx)."),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="import", help=HELP)(import_file)


def import_file(
    file: File, dry_run: DryRun = False, as_json: Json = False, agency: Agency = "", answer: Answer = None
) -> None:
    database.ready()
    try:
        result, problems = _read(file, dry_run=dry_run, agency=agency, answer=answer)
    except Refusal as refusal:
        typer.echo(refusal.message, err=True)
        raise typer.Exit(2) from None
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
    else:
        _tell(result, problems)
    if problems:
        raise typer.Exit(1)
    if result["imported"]:
        _prepare_figures()
        _return_to_real_day()


def _read(
    file: Path, *, dry_run: bool, agency: str, answer: Path | None
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    check_is_file(file)
    with file.open("rb") as stream:
        is_workbook = stream.read(4) == WORKBOOK or file.suffix.lower() in {".xlsx", ".xls", ".xlsm"}
    if is_workbook:
        return _cases(file, dry_run=dry_run, agency=agency, answer=answer)
    return _histories(file, dry_run=dry_run)


def _histories(file: Path, *, dry_run: bool) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    from thads.interfaces.exchange.histories.importing import check_histories, import_histories

    with file.open("rb") as stream:
        outcome = (check_histories if dry_run else import_histories)(_reader_of_files(), stream)
    result = {"file": str(file), **asdict(outcome), "problems": _told(outcome.problems)}
    return result, outcome.problems


def _cases(
    file: Path, *, dry_run: bool, agency: str, answer: Path | None
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    from thads.interfaces.exchange.case_workbook.importing import check_case_workbook, import_case_workbook

    taken_in = check_case_workbook if dry_run else import_case_workbook
    outcome = taken_in(_operator(), file.read_bytes(), agency=agency)
    if answer is not None and outcome.answer:
        write_file(answer, outcome.answer)
    problems = outcome.problems
    result = {
        "file": str(file), "cases": outcome.cases, "facts": outcome.facts, "imported": outcome.imported,
        "problem_count": len(problems), "problems": _told(problems),
    }  # fmt: skip
    return result, problems


def _operator() -> Any:
    from thads.foundation.organisation import queries as organisation
    from thads.interfaces import clock

    return organisation.operator(at=clock.now(), on=clock.today())


def _reader_of_files() -> Any:
    """Return the operator on the real day: a file may know more than an assumed working day would allow."""
    from dataclasses import replace

    from thads.interfaces import clock

    operator, real = _operator(), clock.real_now()
    return replace(operator, at=real, on=clock.day_of(real)) if clock.is_demonstration() else operator


def _prepare_figures() -> None:
    """Fold what came in for the statistics now, so that the next form does not have to."""
    from thads.reporting.counting import queries as counting

    counting.caught_up(_operator())


def _return_to_real_day() -> None:
    """Give up the assumed day when facts recorded after it are in; say so."""
    from thads.foundation.ledger import queries as ledger
    from thads.interfaces import clock

    last = ledger.last_recorded_at()
    if clock.is_demonstration() and last is not None and last > clock.now():
        clock.return_to_real_day()
        typer.echo(sentence("import.real_day", {}), err=True)


def _told(problems: tuple[Problem, ...]) -> list[dict[str, str]]:
    return [{"where": p.where, "code": p.code, "message": p.message, "basis": p.basis} for p in problems]


def _tell(result: dict[str, Any], problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        typer.echo(f"{problem.where}: {problem.message}" if problem.where else problem.message, err=True)
    size = f"{_dotted(result['cases'])} việc, {_dotted(result['facts'])} sự kiện"
    if problems:
        typer.echo(f"Tệp có {_dotted(result['problem_count'])} lỗi; chưa nhập gì.", err=True)
    elif result["imported"]:
        typer.echo(f"Đã nhập {size}.")
    else:
        typer.echo(f"Không có lỗi: {size}; chưa ghi gì vì chỉ kiểm tra.")


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
