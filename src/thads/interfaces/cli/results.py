"""`thads results`: an agency's results against targets, pace, the same period and its peers."""

import json
from datetime import date, datetime, timedelta
from typing import Annotated

import typer

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "results.day_unreadable": "“{written}” không phải là ngày; hãy viết như 2024-06-30.",
        "results.instant_unreadable": "“{written}” không phải là thời điểm; hãy viết như 2024-06-30 "
        "(hết ngày) hoặc 2024-07-03T09:00+07:00.",
    }
)

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
    agency: Annotated[str, typer.Option("--agency", help="Mã cơ quan, như TQ hoặc TQ.CH.")],
    period: Annotated[str, typer.Option("--period", help="Kỳ báo cáo, như FY2024/9M.")],
    as_of: Annotated[str, typer.Option("--as-of", help="Tính đến ngày, như 2024-06-30.")] = "",
    known_at: Annotated[str, typer.Option("--known-at", help="Biết đến lúc, như 2024-07-03T09:00.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> None:
    import django

    django.setup()
    try:
        typer.echo(_answer(agency, period, as_of, known_at, as_json))
    except Refusal as refusal:
        typer.echo(refusal.message, err=True)
        raise typer.Exit(1) from None


def _answer(agency: str, period: str, as_of: str, known_at: str, as_json: bool) -> str:
    from thads.foundation.organisation import queries as organisation
    from thads.interfaces import clock
    from thads.interfaces.cli.results_text import results_lines
    from thads.interfaces.cli.results_values import results_value
    from thads.kernel.periods import Period
    from thads.steering.targets import queries as targets

    found = targets.results(
        organisation.operator(at=clock.now(), on=clock.today()),
        agency=agency, period=Period.parse(period),
        as_of=_day(as_of) if as_of else None, known_at=_instant(known_at) if known_at else None,
    )  # fmt: skip
    if as_json:
        return json.dumps(results_value(found), ensure_ascii=False, indent=1)
    return "\n".join(results_lines(found))


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refusal("results.day_unreadable", written=written) from None


def _instant(written: str) -> datetime:
    """Return the instant; a day alone means its end, no offset means Viet Nam's time."""
    from thads.interfaces import clock

    try:
        read = datetime.fromisoformat(written)
    except ValueError:
        raise Refusal("results.instant_unreadable", written=written) from None
    if len(written) == len("2024-06-30"):
        read += timedelta(days=1, microseconds=-1)
    return read if read.tzinfo is not None else read.replace(tzinfo=clock.VIET_NAM)
