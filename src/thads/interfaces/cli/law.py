"""`thads law`: what the law says on a day, what changed between two days, what there is to ask for."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from thads.interfaces import clock
from thads.interfaces.cli.law_answers import answer, listed
from thads.interfaces.cli.law_text import shown, shown_change
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.text import read_date, write_date
from thads.law import LAW

register_sentences(
    {
        "law.day_unreadable": "“{written}” không phải là ngày; hãy viết như 2026-06-30 hoặc 30/6/2026.",
    }
)

group = typer.Typer(no_args_is_help=True, help="Pháp luật theo thời gian: tra một quy định, so hai ngày.")

Key = Annotated[str, typer.Argument(help="Khóa quy định, như verification.first; xem “thads law list”.")]
On = Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày áp dụng; không ghi thì lấy hôm nay.")]
Json = Annotated[bool, typer.Option("--json", help="In JSON để chương trình khác đọc.")]
Before = Annotated[str, typer.Argument(metavar="NGÀY_TRƯỚC", help="Ngày thứ nhất, như 2026-06-30.")]
After = Annotated[str, typer.Argument(metavar="NGÀY_SAU", help="Ngày thứ hai, như 2026-07-01.")]

SHOW_HELP = """Tra một quy định vào một ngày: giá trị, đơn vị, điều khoản, từ ngày nào, chắc chắn đến đâu.

KHÓA là một trong bốn loại: giá trị (verification.first), danh mục căn cứ (grounds.deferral), thẩm quyền ký
(signing.deferral), biểu mẫu (TT05/2024-04); hoặc tên thuật ngữ (Deferral).

Ví dụ: thads law show verification.first --on 2026-06-30
"""
DIFF_HELP = """So pháp luật giữa hai ngày: thời hạn, tham số, căn cứ, thẩm quyền ký đã đổi, kèm điều khoản.

Ví dụ: thads law diff 2026-06-30 2026-07-01
"""
LIST_HELP = "Liệt kê mọi khóa tra được bằng “thads law show”."


def register(app: typer.Typer) -> None:
    """Add the command group."""
    app.add_typer(group, name="law")


@group.command(help=SHOW_HELP)
def show(key: Key, on: On = "", as_json: Json = False) -> None:
    with _refusals_said():
        day = read_day(on) if on else clock.today()
        found = answer(key, day)
        typer.echo(_dumped(found) if as_json else "\n".join(shown(found)))


@group.command(help=DIFF_HELP)
def diff(before: Before, after: After, as_json: Json = False) -> None:
    with _refusals_said():
        one, two = read_day(before), read_day(after)
        changes = LAW.diff(one, two)
        if as_json:
            changed = [asdict(change) for change in changes]
            typer.echo(_dumped({"before": one, "after": two, "changes": changed}))
        else:
            typer.echo(f"{len(changes)} khác biệt giữa {write_date(one)} và {write_date(two)}")
            for change in changes:
                typer.echo("\n".join(shown_change(change)))


@group.command(name="list", help=LIST_HELP)
def list_keys(as_json: Json = False) -> None:
    keys = listed()
    if as_json:
        typer.echo(_dumped([{"key": key, "vi": vi} for key, vi in keys]))
        return
    width = max(len(key) for key, _vi in keys)
    for key, vi in keys:
        typer.echo(f"{key:<{width}}  {vi}")


def read_day(written: str) -> date:
    """Read `2026-06-30` or `30/6/2026`; refuse anything else."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        pass
    try:
        return read_date(written.strip())
    except (Refusal, ValueError):
        raise Refusal("law.day_unreadable", written=written) from None


def _dumped(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2, default=str)


@contextmanager
def _refusals_said() -> Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        typer.echo(refusal.message, err=True)
        raise typer.Exit(2) from None
