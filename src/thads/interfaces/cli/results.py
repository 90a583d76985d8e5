"""`thads results`: an agency's results against targets, pace, the same period and its peers."""

import json
from typing import Annotated, Any

import typer

from thads.interfaces.cli.asking import AgencyCode, AsOf, KnownAt, PeriodWritten, asking, operator, question

HELP = """Kết quả của một cơ quan: tỷ lệ, chỉ tiêu, tiến độ, cùng kỳ, xếp hạng, đơn vị, chấp hành viên.

Kỳ viết như FY2024/9M: 9 tháng của năm thống kê 2024, từ 01/10/2023 đến 30/6/2024.
--as-of: tính đến ngày nào (mặc định: ngày cuối kỳ).
--known-at: theo những gì đã ghi nhận đến thời điểm nào (mặc định: bây giờ); ghi sau đó thì chưa tính.
--json: số việc và số đồng là số nguyên; tỷ lệ, điểm % là chuỗi hai số lẻ.

Ví dụ:  thads results --agency TQ --period FY2024/9M
        thads results --agency TQ.CH --period FY2024/6M --json
        thads results --agency TQ --period FY2024/9M --known-at 2024-06-30
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="results", help=HELP)(results)


def results(
    agency: AgencyCode,
    period: PeriodWritten,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> None:
    with asking():
        typer.echo(_answer(question(agency, period, as_of, known_at), as_json=as_json))


def _answer(asked: dict[str, Any], *, as_json: bool) -> str:
    from thads.interfaces.cli.results_text import results_lines
    from thads.interfaces.cli.results_values import results_value
    from thads.steering.targets import queries as targets

    found = targets.results(operator(), **asked)
    if as_json:
        return json.dumps(results_value(found), ensure_ascii=False, indent=1)
    return "\n".join(results_lines(found))
