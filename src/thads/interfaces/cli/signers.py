"""`thads signers`: who can sign an act of an agency on a day, by law or by a delegation on record."""

import json
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from thads.interfaces.cli.asking import AgencyCode, asking, operator, read_day

HELP = """Ai ký được một loại văn bản của cơ quan vào một ngày: họ tên, chức vụ, theo thẩm quyền hay ủy quyền.

VĂN_BẢN là mã trong bảng thẩm quyền ký, như enforcement_decision, deferral; xem “thads law list”.
--on: ngày ký (mặc định: hôm nay).

Ví dụ:  thads signers deferral --agency TQ.CH
        thads signers enforcement_decision --agency TQ --on 2026-07-01 --json
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="signers", help=HELP)(signers)


def signers(
    act: Annotated[str, typer.Argument(metavar="VĂN_BẢN", help="Mã loại văn bản, như enforcement_decision.")],
    agency: AgencyCode,
    on: Annotated[str | None, typer.Option("--on", metavar="NGÀY", help="Ngày ký, như 2026-07-01.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> None:
    with asking():
        typer.echo(_answer(act.strip(), agency.strip(), on, as_json=as_json))


def _answer(act: str, agency: str, on: str | None, *, as_json: bool) -> str:
    from thads.foundation.organisation import queries as organisation

    viewer = operator()
    day = viewer.on if on is None else read_day(on)
    found = organisation.signers(viewer, act, agency, on=day)
    if as_json:
        value = {
            "act": act,
            "agency": agency,
            "on": day.isoformat(),
            "signers": [_value(one) for one in found],
        }
        return json.dumps(value, ensure_ascii=False, indent=1)
    return "\n".join(_lines(act, agency, day, found))


def _lines(act: str, agency: str, day: Any, found: Sequence[Any]) -> Iterator[str]:
    from thads.kernel.text import write_date
    from thads.law import LAW

    yield f"{LAW.signing.act(act).vi}, {agency}, ngày {write_date(day)}:"
    if not found:
        yield "  Không có ai ký được vào ngày này; hãy kiểm tra ngày, chức vụ và văn bản ủy quyền."
    for one in found:
        gone = f", thôi giữ chức vụ từ {write_date(one.absent_since)}" if one.is_absent else ""
        yield f"  {one.said}{gone}: {LAW.label(one.signature.how).lower()} ({one.signature.basis})"
        yield f"    {' / '.join(one.titles)}"


def _value(one: Any) -> dict[str, Any]:
    paper = one.signature.delegation
    return {
        "staff": one.staff, "name": one.name, "agency": one.agency, "role": one.signature.role,
        "titles": list(one.titles), "how": one.signature.how, "basis": one.signature.basis,
        "delegation_no": paper.number if paper is not None else "",
        "absent_since": one.absent_since.isoformat() if one.absent_since else None,
    }  # fmt: skip
