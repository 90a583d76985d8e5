"""Statutory forms: a run for any period, as of any day, as known at any instant; the cases behind a cell."""

from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.errors import Fault
from thads.interfaces.api.shapes import Code, Day, Instant, check_asked
from thads.kernel.periods import Period
from thads.law import LAW
from thads.reporting.counting.rules.codes import LINES
from thads.reporting.forms import queries
from thads.reporting.forms.rules.rows import TOTAL_GROUP
from thads.reporting.forms.rules.runs import FormRow, FormRun, RowKind

router = Router(tags=["forms"])
VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")


class FormAsked(Schema):
    """Which agency, which period, as of which day (end of the period), as known when (now)."""

    model_config = ConfigDict(extra="forbid")

    agency: Code
    period: Code = Field(description="cumulative from 1 October: FY2024/9M")
    as_of: Day | None = None
    known_at: Instant | None = None


class CellAsked(FormAsked):
    """Which row of the form; left out: the total."""

    row: Code = ""


class FormNameOut(Schema):
    """A form that can be run."""

    code: str
    name: str
    unit: str


class FigureOut(Schema):
    """A figure of one column: cases and đồng."""

    cases: int
    amount: int


class FormRowOut(Schema):
    """A row of an agency or a bailiff; `key` names it when asking for a cell."""

    key: str
    agency: str
    bailiff: str | None
    name: str
    cells: dict[str, FigureOut]


class BreakdownRowOut(FormRowOut):
    """A row of a breakdown, or the total of one."""

    row: str


class FormOut(Schema):
    """A run of a form, as `thads form … --json` prints it."""

    form: str
    agency: str
    period: str
    as_of: date
    known_at: datetime
    rows: list[BreakdownRowOut | FormRowOut]


class CellCaseOut(Schema):
    """A case behind a cell: member of its count, and the đồng it gives."""

    number: str
    id: UUID
    agency: str
    bailiff: str | None
    member: bool
    amount: int


class CellOut(Schema):
    """The cases behind one cell, the very set that was counted."""

    form: str
    period: str
    as_of: date
    known_at: datetime
    row: str
    cell: str
    figure: FigureOut
    cases: list[CellCaseOut]


_FAULTS = {401: Fault, 404: Fault, 422: Fault}


@router.get(
    "/forms", response={200: list[FormNameOut], 401: Fault}, operation_id="forms", summary="Các biểu thống kê"
)
def forms(request: HttpRequest) -> list[FormNameOut]:
    """Return the forms that can be run."""
    return [FormNameOut(code=code, name=form.vi, unit=str(form.unit)) for code, form in LAW.forms.items()]


@router.get(
    "/forms/{path:code}/cells/{cell}",
    response={200: CellOut, **_FAULTS},
    operation_id="form_cell",
    summary="Các việc đứng sau một ô",
)
def cell(request: HttpRequest, code: str, cell: str, asked: Query[CellAsked]) -> CellOut:
    """Return the cases behind a cell of a form."""
    check_asked(request, asked)
    found = queries.cell_cases(
        viewer_of(request), form=code, agency=asked.agency, period=Period.parse(asked.period), row=asked.row,
        cell=cell, as_of=asked.as_of, known_at=asked.known_at,
    )  # fmt: skip
    return CellOut(
        form=found.form.code, period=str(found.period), as_of=found.as_of,
        known_at=found.known_at.astimezone(VIET_NAM), row=found.row.key, cell=str(found.line),
        figure=FigureOut(cases=found.figure.cases, amount=found.figure.amount),
        cases=[
            CellCaseOut(
                number=case.number, id=case.case_id, agency=case.agency, bailiff=case.bailiff or None,
                member=case.is_member, amount=case.amount,
            )
            for case in found.listed
        ],
    )  # fmt: skip


@router.get(
    "/forms/{path:code}",
    response={200: FormOut, **_FAULTS},
    operation_id="form_run",
    summary="Lập một biểu thống kê",
)
def form(request: HttpRequest, code: str, asked: Query[FormAsked]) -> FormOut:
    """Return a form counted from the facts for an agency and everything below it."""
    check_asked(request, asked)
    run = queries.form_run(
        viewer_of(request), form=code, agency=asked.agency, period=Period.parse(asked.period),
        as_of=asked.as_of, known_at=asked.known_at,
    )  # fmt: skip
    return _run_out(run)


def _run_out(run: FormRun) -> FormOut:
    return FormOut(
        form=run.form, agency=run.agency, period=str(run.period), as_of=run.as_of,
        known_at=run.known_at.astimezone(VIET_NAM), rows=[_row_out(row) for row in run.rows],
    )  # fmt: skip


def _row_out(row: FormRow) -> BreakdownRowOut | FormRowOut:
    cells = {
        str(line): FigureOut(cases=row.cells[line].cases, amount=row.cells[line].amount) for line in LINES
    }
    told: dict[str, Any] = {
        "key": row.key,
        "agency": row.agency,
        "bailiff": row.bailiff,
        "name": row.vi,
        "cells": cells,
    }
    if row.kind is RowKind.BREAKDOWN or row.group == TOTAL_GROUP:
        return BreakdownRowOut(row=row.key, **told)
    return FormRowOut(**told)
