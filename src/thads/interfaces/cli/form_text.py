"""A form as lines of text and as JSON values, for `thads form`."""

from collections.abc import Iterator, Sequence
from typing import Any

from thads.interfaces.clock import VIET_NAM
from thads.kernel.text import write_date, write_decimal, write_int
from thads.law.forms import FormUnit
from thads.reporting.counting.queries import CaseRef
from thads.reporting.counting.rules.codes import LINES
from thads.reporting.forms.queries import CellCases
from thads.reporting.forms.rules.identities import Verdict
from thads.reporting.forms.rules.printing import printed
from thads.reporting.forms.rules.runs import FormRow, FormRun, RowKind


def run_value(run: FormRun) -> dict[str, Any]:
    """Return the run as JSON values: amounts in đồng, dates in ISO form."""
    return {
        "form": run.form,
        "agency": run.agency,
        "period": str(run.period),
        "as_of": run.as_of.isoformat(),
        "known_at": run.known_at.astimezone(VIET_NAM).isoformat(),
        "rows": [_row_value(row) for row in run.rows],
    }


def _row_value(row: FormRow) -> dict[str, Any]:
    own = {"row": row.key} if row.kind is RowKind.BREAKDOWN or row.group == "total" else {}
    cells = {str(line): {"cases": row.cells[line].cases, "amount": row.cells[line].amount} for line in LINES}
    return {
        "key": row.key,
        **own,
        "agency": row.agency,
        "bailiff": row.bailiff,
        "name": row.vi,
        "cells": cells,
    }


def case_values(found: CellCases) -> list[dict[str, Any]]:
    """Return the cases behind a cell as JSON values."""
    return [
        {
            "number": case.number, "id": str(case.case_id), "agency": case.agency,
            "bailiff": case.bailiff or None, "member": case.is_member, "amount": case.amount,
        }
        for case in found.listed
    ]  # fmt: skip


def run_lines(run: FormRun, *, exact: bool) -> Iterator[str]:
    """Yield the form as an aligned table, then what its identities say."""
    layout = run.layout
    yield f"{layout.printed_code}. {layout.vi}"
    yield f"{run.agency_vi} ({run.agency}), {_period(run)}"
    known = run.known_at.astimezone(VIET_NAM)
    told = f"biết đến {known:%H:%M} ngày {write_date(known.date())}"
    yield f"Số liệu đến ngày {write_date(run.as_of)}, {told}."
    yield "Đơn vị tính: đồng" if exact and layout.unit is FormUnit.MONEY else layout.unit_vi
    yield ""
    heads = ["Khóa dòng", "", *(column.code for column in layout.columns)]
    yield from _aligned(
        [heads, *([row.key, _name(row), *_figures(run, row, exact=exact)] for row in run.rows)]
    )
    yield ""
    yield from _identity_lines(run)


def _period(run: FormRun) -> str:
    """The period; with the day when the figures are not those of its last day."""
    day = "" if run.as_of == run.period.end else f", đến ngày {write_date(run.as_of)}"
    return run.period.label_vi() + day


def _name(row: FormRow) -> str:
    return "  " * row.level + row.vi


def _figures(run: FormRun, row: FormRow, *, exact: bool) -> list[str]:
    values = row.values(run.layout.unit)
    rate = row.rate(run.layout.unit)
    per = 1 if exact else run.layout.printed_per
    return [
        ("–" if rate is None else write_decimal(rate, 2)) if column.is_rate
        else write_int(printed(values[column.code], per))
        for column in run.layout.columns
    ]  # fmt: skip


def _identity_lines(run: FormRun) -> Iterator[str]:
    broken = [one for one in run.identities if one.verdict in (Verdict.BROKEN, Verdict.NOTED)]
    yield f"Đã kiểm tra {len(run.identities)} đẳng thức, {len(run.identities) - len(broken)} khớp."
    for result in broken:
        yield from (f"  {problem.message}" for problem in result.problems)


def cell_lines(found: CellCases) -> Iterator[str]:
    """Yield the cases behind a cell, one a line: number, agency, bailiff, đồng."""
    figure = found.figure
    yield (
        f"{found.form.printed_code}, dòng {found.row.key}, cột {found.line}: "
        f"{write_int(figure.cases)} việc, {write_int(figure.amount)} đồng"
    )
    heads = ["Số việc", "Cơ quan", "Chấp hành viên", "Đồng", ""]
    yield from _aligned([heads, *(_case_line(case) for case in found.listed)], right=(3,))


def _case_line(case: CaseRef) -> list[str]:
    remark = "" if case.is_member else "(góp tiền, không tính việc)"
    return [case.number, case.agency, case.bailiff or "–", write_int(case.amount), remark]


def _aligned(rows: Sequence[Sequence[str]], *, right: Sequence[int] | None = None) -> Iterator[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.rjust(width) if (place >= 2 if right is None else place in right) else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
