"""`thads trial-balance`: the trial balance of an agency as of a day, as known at an instant."""

import json
from typing import Annotated, Any

import typer

from thads.interfaces.cli.asking import AgencyCode, AsOf, KnownAt, asking, operator, read_day, read_instant

HELP = """Bảng cân đối tài khoản tiền thi hành án của một cơ quan.

--since: từ ngày nào (mặc định: đầu năm kế toán, 01/10).
--as-of: đến ngày nào (mặc định: hôm nay).
--known-at: theo những gì đã ghi nhận đến thời điểm nào (mặc định: bây giờ); ghi sau đó thì chưa tính.
--json: mọi số tiền là số nguyên đồng.

Ví dụ:  thads trial-balance --agency TQ.CH --as-of 2024-06-30
        thads trial-balance --agency TQ.CH --as-of 2024-06-30 --known-at 2024-07-05T09:00+07:00 --json
"""

Since = Annotated[str | None, typer.Option("--since", metavar="NGÀY", help="Từ ngày, như 2023-10-01.")]
COLUMNS = (
    ("opening_debit", "Nợ đầu kỳ"), ("opening_credit", "Có đầu kỳ"), ("debit", "Phát sinh nợ"),
    ("credit", "Phát sinh có"), ("closing_debit", "Nợ cuối kỳ"), ("closing_credit", "Có cuối kỳ"),
)  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="trial-balance", help=HELP)(trial_balance)


def trial_balance(
    agency: AgencyCode,
    since: Since = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> None:
    with asking():
        from thads.enforcement.money import queries

        found = queries.trial_balance(
            operator(),
            agency=agency.strip(),
            since=None if since is None else read_day(since),
            as_of=None if as_of is None else read_day(as_of),
            known_at=None if known_at is None else read_instant(known_at),
        )
        typer.echo(_json(found) if as_json else "\n".join(_text(found)))


def _json(found: Any) -> str:
    lines = [
        {"account": one.account, "number": one.number, "name": one.name}
        | {name: getattr(one, name) for name, _words in COLUMNS}
        for one in found.lines
    ]
    told = {"agency": found.agency, "since": found.since.isoformat(), "as_of": found.as_of.isoformat()}
    return json.dumps({**told, "lines": lines}, ensure_ascii=False, indent=1)


def _text(found: Any) -> list[str]:
    from thads.kernel.text import write_date, write_int

    head = (
        f"Bảng cân đối tài khoản, {found.agency}, từ {write_date(found.since)} đến {write_date(found.as_of)}"
    )
    if not found.lines:
        return [head, "Chưa có khoản thu chi nào đến ngày này."]
    out = [head]
    for one in found.lines:
        out.append(f"{one.number}  {one.name}")
        moved = [(words, getattr(one, name)) for name, words in COLUMNS if getattr(one, name)]
        out.append("      " + "; ".join(f"{words} {write_int(amount)}" for words, amount in moved))
    totals = f"Nợ cuối kỳ {write_int(found.debit)}; Có cuối kỳ {write_int(found.credit)}"
    return [*out, f"Tổng cộng: {totals} đồng"]
