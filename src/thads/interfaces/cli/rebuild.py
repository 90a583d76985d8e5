"""`thads rebuild`: build the counting spans, and what is due, again from the ledger."""

import json
from time import monotonic
from typing import Annotated

import typer

from thads.interfaces.cli import database

HELP = """Dựng lại toàn bộ dữ liệu thống kê (các khoảng trạng thái) và các hạn việc từ sổ cái sự kiện pháp lý.

Không cần khi vận hành bình thường: mỗi lần lập biểu, phần mềm tự tính thêm các sự kiện mới. Dùng khi nghi thư
mục dữ liệu thống kê hỏng, sau khi phục hồi bản sao lưu, hoặc sau khi nâng cấp phần mềm.
Sổ cái và hồ sơ không bị thay đổi.

Ví dụ:  thads rebuild
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="rebuild", help=HELP)(rebuild)


def rebuild(as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False) -> None:
    database.ready()
    from thads.enforcement.cases import actions
    from thads.enforcement.money import actions as money
    from thads.foundation.organisation import queries as organisation
    from thads.interfaces import clock
    from thads.reporting.counting import queries as counting

    began = monotonic()
    operator = organisation.operator(at=clock.now(), on=clock.today())
    position = counting.rebuilt_spans(operator)
    dues = actions.rebuild_dues(viewer=operator) + money.rebuild_dues(viewer=operator)
    took = round((monotonic() - began) * 1000)
    if as_json:
        typer.echo(json.dumps({"position": position, "dues": dues, "milliseconds": took}))
    else:
        typer.echo(
            f"Đã dựng lại dữ liệu thống kê đến sự kiện số {position} và {dues} hạn việc, "
            f"mất {took / 1000:.1f} giây."
        )
