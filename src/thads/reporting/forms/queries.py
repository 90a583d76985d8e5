"""Runs of the statutory forms, the cases behind a cell, and from a case to the lines it stands in.

`as_of` defaults to the end of the period, `known_at` to the viewer's instant, and agencies are shown on
the structure of `as_of` unless `structure_on` names another day (after a merger: today's).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from thads.enforcement.cases.rules.vocabulary import ObligationKind
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW
from thads.law.forms import FormLayout, FormUnit, RowDimension, RowGroup
from thads.reporting.counting import queries as counting
from thads.reporting.counting.queries import CaseRef, Engine, Field
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import Line
from thads.reporting.counting.rules.explain import LineReason
from thads.reporting.counting.rules.questions import Question
from thads.reporting.forms.checking import checked
from thads.reporting.forms.rules.placing import Placing, placing
from thads.reporting.forms.rules.rows import TOTAL_GROUP, AgencyRows, Figures, added, breakdown_rows
from thads.reporting.forms.rules.runs import FormRow, FormRun, RowKind, line_for

register_sentences(
    {
        "forms.agency_unknown": "Không có cơ quan nào mang mã “{agency}” vào ngày {on}.{near}",
        "forms.agency_out_of_sight": "Tài khoản {name} không được giao xem số liệu của {agency}.",
    }
)


@dataclass(frozen=True, slots=True)
class CellCases:
    """The cases behind one cell: the figure printed, and every case that is a member or gives đồng."""

    form: FormLayout
    period: Period
    as_of: date
    known_at: datetime
    row: FormRow
    line: Line
    figure: Figure
    cases: tuple[CaseRef, ...]

    @property
    def listed(self) -> tuple[CaseRef, ...]:
        """The cases a form of this unit lists: members; for money, also whoever gives đồng."""
        if self.form.unit is FormUnit.MONEY:
            return self.cases
        return tuple(case for case in self.cases if case.is_member)


@dataclass(frozen=True, slots=True)
class CellPage:
    """One page of the cases a form lists behind a cell: `total` in all, `cases` those from `start` on."""

    form: FormLayout
    period: Period
    as_of: date
    known_at: datetime
    row: FormRow
    line: Line
    figure: Figure
    total: int
    start: int
    cases: tuple[CaseRef, ...]


@dataclass(frozen=True, slots=True)
class CaseLines:
    """Where one case stands in a period: a reason for every line."""

    case_id: UUID
    period: Period
    as_of: date
    known_at: datetime
    lines: tuple[LineReason, ...]

    @property
    def standing_in(self) -> tuple[LineReason, ...]:
        """The lines the case is a member of or gives đồng to."""
        return tuple(line for line in self.lines if line.is_member or line.amount)


def form_run(
    viewer: Viewer,
    *,
    form: str,
    agency: str,
    period: Period,
    as_of: date | None = None,
    known_at: datetime | None = None,
    structure_on: date | None = None,
    using: Engine = Engine.FAST,
) -> FormRun:
    """Return a form computed for an agency and everything below it, its identities checked.

    Refuses an unknown form or agency, an agency out of sight, and a day before the period.
    """
    asking = _Asking(viewer, form, agency, period, as_of, known_at, structure_on, using)
    run = FormRun(
        layout=asking.layout, agency=agency, agency_vi=asking.placing.tree[agency].name, period=period,
        as_of=asking.question.as_of, known_at=asking.question.known_at, rows=tuple(asking.rows()),
        superior_vi=asking.superior_vi,
    )  # fmt: skip
    return replace(run, identities=checked(viewer, run, asking.question, asking.below, using=using))


def cell_cases(
    viewer: Viewer,
    *,
    form: str,
    agency: str,
    period: Period,
    row: str,
    cell: str,
    as_of: date | None = None,
    known_at: datetime | None = None,
    structure_on: date | None = None,
    using: Engine = Engine.FAST,
) -> CellCases:
    """Return the cases behind a cell: the very set that was counted. Refuses an unknown row or column."""
    asking = _Asking(viewer, form, agency, period, as_of, known_at, structure_on, using)
    line, found = asking.cell(row, cell)
    asked = asking.question
    cases = counting.cases_behind(
        viewer, asking.question_of(found), line=line, where=asking.where(found), using=using
    )
    return CellCases(
        asking.layout, period, asked.as_of, asked.known_at, found, line, found.cells[line], tuple(cases)
    )


def cell_page(
    viewer: Viewer,
    *,
    form: str,
    agency: str,
    period: Period,
    row: str,
    cell: str,
    start: int,
    length: int,
    as_of: date | None = None,
    known_at: datetime | None = None,
    structure_on: date | None = None,
) -> CellPage:
    """Return `length` of the cases `cell_cases` lists, from `start` on (the first is 0), and how many in all.

    Refuses an unknown row or column.
    """
    asking = _Asking(viewer, form, agency, period, as_of, known_at, structure_on, Engine.FAST)
    line, found = asking.cell(row, cell)
    asked = asking.question
    total, cases = counting.page_behind(
        viewer, asking.question_of(found), line=line, where=asking.where(found),
        members_only=asking.layout.unit is not FormUnit.MONEY, start=start, length=length,
    )  # fmt: skip
    return CellPage(
        asking.layout, period, asked.as_of, asked.known_at, found, line, found.cells[line],
        total, start, tuple(cases),
    )  # fmt: skip


def case_lines(
    viewer: Viewer,
    case_id: UUID,
    *,
    period: Period,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> CaseLines:
    """Return the lines a case stands in, and why not in the others; refuse a case out of sight."""
    asked = counting.question(viewer, period=period, as_of=as_of, known_at=known_at)
    reasons = counting.case_standing(viewer, case_id, asked)
    return CaseLines(case_id, period, asked.as_of, asked.known_at, tuple(reasons))


def agency_figures(
    viewer: Viewer,
    *,
    agency: str,
    period: Period,
    as_of: date | None = None,
    known_at: datetime | None = None,
    structure_on: date | None = None,
) -> Figures:
    """Return the figures of every line for an agency with everything below it (no rows, no identities)."""
    asking = _Asking(viewer, "TT05/2024-04", agency, period, as_of, known_at, structure_on, Engine.FAST)
    found = counting.figures(viewer, asking.question, by=[Field.AGENCY])
    return added(figures for (code,), figures in found.items() if code in asking.below)


class _Asking:
    """One form asked of one agency: finds the layout, the placing of agencies and the rows."""

    def __init__(
        self,
        viewer: Viewer,
        form: str,
        agency: str,
        period: Period,
        as_of: date | None,
        known_at: datetime | None,
        structure_on: date | None,
        using: Engine,
    ) -> None:
        self.viewer, self.agency, self.using = viewer, agency, using
        self.layout = LAW.form(form)
        question = counting.question(viewer, period=period, as_of=as_of, known_at=known_at)
        kinds = _revenue_kinds(self.layout)
        self.question = question.of_kinds(kinds) if kinds else question
        self.placing = _placing(viewer, structure_on or question.as_of)
        self._check_agency()
        self.below = self.placing.below(agency)

    def _check_agency(self) -> None:
        if self.agency not in self.placing.tree:
            near = _near(self.agency, self.placing)
            raise Refusal("forms.agency_unknown", agency=self.agency, on=self.placing.tree.on, near=near)
        if not self.viewer.sees(self.agency):
            raise Refusal("forms.agency_out_of_sight", name=self.viewer.name, agency=self.agency)

    @property
    def superior_vi(self) -> str:
        """The name of the agency that receives the report; empty at the top."""
        parent = self.placing.tree[self.agency].parent
        return self.placing.tree[parent].name if parent and parent in self.placing.tree else ""

    def rows(self) -> Sequence[FormRow]:
        if self.layout.dimension is RowDimension.AGENCY_BAILIFF:
            return self._agency_rows()
        return list(breakdown_rows(self.layout, self.agency, self._group))

    def _agency_rows(self) -> Sequence[FormRow]:
        figures = counting.figures(
            self.viewer, self.question, by=[Field.AGENCY, Field.BAILIFF], using=self.using
        )
        reach = self.placing.tree.reach(self.agency)
        posts: dict[str, list[str]] = {}
        for bailiff in organisation.bailiffs(reach, on=self.question.as_of):
            posts.setdefault(bailiff.agency, []).append(bailiff.code)
        pairs = {(key[0], key[1]): cells for key, cells in figures.items()}
        return AgencyRows(self.placing, pairs, posts, organisation.staff_names()).of(self.agency)

    def _group(self, group: RowGroup) -> Mapping[str, Figures]:
        """Return the figures of a group of rows by member."""
        by = [Field.AGENCY] if group.key == TOTAL_GROUP else [Field.AGENCY, _FIELDS[group.dimension]]
        found = counting.figures(self.viewer, self.question, by=by, using=self.using)
        members: dict[str, list[Figures]] = {}
        for key, figures in found.items():
            if key[0] in self.below:
                members.setdefault(key[1] if len(key) > 1 else TOTAL_GROUP, []).append(figures)
        return {member: added(parts) for member, parts in members.items()}

    def cell(self, row: str, column: str) -> tuple[Line, FormRow]:
        """Return the line of a column and the row of a key; refuse what the form does not have."""
        line = line_for(self.layout, column)
        asked = self.question
        run = FormRun(
            self.layout, self.agency, "", asked.period, asked.as_of, asked.known_at, tuple(self.rows())
        )
        return line, run.row(row)

    def question_of(self, row: FormRow) -> Question:
        """Return the question a row is counted by: of one kind of revenue on form 3."""
        if self.layout.dimension is RowDimension.STATE_REVENUE and row.kind is RowKind.BREAKDOWN:
            return self.question.of_kinds(frozenset({ObligationKind(_member(row))}))
        return self.question

    def where(self, row: FormRow) -> Mapping[Field, frozenset[str]]:
        """Return what narrows the cases to a row."""
        if row.kind is RowKind.BAILIFF:
            return {Field.AGENCY: self.placing.at(row.agency), Field.BAILIFF: frozenset({row.bailiff or ""})}
        below = self.placing.below(row.agency)
        group = next((group for group in self.layout.rows if group.key == row.group), None)
        if row.kind is RowKind.BREAKDOWN and group is not None and _FIELDS[group.dimension] is not Field.KIND:
            return {Field.AGENCY: below, _FIELDS[group.dimension]: frozenset({_member(row)})}
        return {Field.AGENCY: below}


_FIELDS = {
    "Initiation": Field.INITIATION,
    "JudgmentKind": Field.JUDGMENT_KIND,
    "ObligationKind": Field.KIND,
}


def _member(row: FormRow) -> str:
    return row.key.partition(".")[2]


def _revenue_kinds(layout: FormLayout) -> frozenset[ObligationKind]:
    if layout.dimension is not RowDimension.STATE_REVENUE:
        return frozenset()
    return frozenset(
        ObligationKind(member)
        for group in layout.rows
        if group.key != TOTAL_GROUP
        for member, _ in group.members
    )


def _placing(viewer: Viewer, on: date) -> Placing:
    def last_version(code: str):  # type: ignore[no-untyped-def]
        versions = [one for one in organisation.agency_history(code) if one.span.start <= on]
        return versions[-1] if versions else None

    return placing(
        counting.counted_agencies(viewer),
        tree=organisation.agency_tree(on=on),
        successions=organisation.successions(),
        last_version=last_version,
        on=on,
    )


def _near(agency: str, placing: Placing) -> str:
    known = sorted(
        code for code in placing.tree.agencies if code.casefold().startswith(agency[:2].casefold())
    )
    return f" Các mã gần giống: {', '.join(known[:10])}." if known else ""
