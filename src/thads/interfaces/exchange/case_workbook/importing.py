"""Taking a case workbook in: read, check, answer; import everything when there is nothing to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from thads.enforcement.cases import actions as case_actions
from thads.enforcement.cases import queries as case_queries
from thads.enforcement.cases.rules.histories import CaseHistory, UnlawfulStep, fold_lawfully
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.exchange.case_workbook.answer import answer_workbook
from thads.interfaces.exchange.case_workbook.building import happenings, histories
from thads.interfaces.exchange.case_workbook.file import open_workbook
from thads.interfaces.exchange.case_workbook.reading import case_sheet, read_sheet
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.interfaces.exchange.checks import CHECKS
from thads.kernel.refusals import Problem, Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "workbook.agency_needed": "Chưa chọn cơ quan của sổ tính; hãy chọn cơ quan.",
        "workbook.agency_unknown": "Không có cơ quan mang mã “{agency}” trong phạm vi được giao cho tài "
        "khoản {name}.",
    }
)


@dataclass(frozen=True, slots=True)
class WorkbookOutcome:
    """What a workbook holds, its faults, and the workbook to hand back (none when it could not be opened)."""

    cases: int
    facts: int
    imported: bool
    problems: tuple[Problem, ...] = ()
    answer: bytes = b""


def check_case_workbook(viewer: Viewer, content: bytes, *, agency: str) -> WorkbookOutcome:
    """Return every fault of a workbook and the marked workbook; writes nothing.

    Refuses an agency out of sight. A file that is no workbook is one problem without an answer.
    """
    return _go_through(viewer, content, agency, write=False)


def import_case_workbook(viewer: Viewer, content: bytes, *, agency: str) -> WorkbookOutcome:
    """Import all cases of a workbook; with one fault nothing is written and the marked workbook returns."""
    return _go_through(viewer, content, agency, write=True)


def _go_through(viewer: Viewer, content: bytes, agency: str, *, write: bool) -> WorkbookOutcome:
    _check_agency(viewer, agency)
    try:
        workbook = open_workbook(content, values_only=False)
        values = open_workbook(content, values_only=True)
        sheet = read_sheet(case_sheet(values), case_sheet(workbook), **_known(viewer, agency))
    except Refusal as refusal:
        problem = Problem(refusal.code, where="tệp", basis=refusal.basis, details=refusal.details)
        return WorkbookOutcome(0, 0, False, (problem,))
    found = problems_of(sheet)
    brought = () if found else tuple(histories(sheet, recorded_at=viewer.at, actor=viewer.username))
    if not found:
        found = _unlawful(sheet, brought)
    if write and not found:
        with transaction.atomic():
            case_actions.import_histories(viewer=viewer, histories=brought)
    return WorkbookOutcome(
        cases=len(sheet.cases()), facts=sum(len(history.facts) for history in brought),
        imported=write and not found, problems=tuple(one.problem for one in found),
        answer=answer_workbook(workbook, found),
    )  # fmt: skip


def problems_of(sheet: CaseSheet) -> Sequence[RowProblem]:
    """Return what all checks find, in the order of the sheet."""
    found = [problem for check in CHECKS for problem in check(sheet)]
    return sorted(found, key=lambda one: one.row)


def _unlawful(sheet: CaseSheet, brought: Sequence[CaseHistory]) -> Sequence[RowProblem]:
    """Return the first step of each case that the law of its day does not know, at the row that tells it."""
    found = []
    for history, (number, rows) in zip(brought, sheet.cases().items(), strict=True):
        try:
            fold_lawfully(history.facts)
        except UnlawfulStep as fault:
            told = happenings(number, rows)[fault.place]
            key = "status" if fault.place else "decided_on"
            found.append(told.row.refused(key, fault.refusal))
    return found


def _check_agency(viewer: Viewer, agency: str) -> None:
    if not agency:
        raise Refusal("workbook.agency_needed")
    if not viewer.sees(agency) or agency not in organisation.agency_tree(on=viewer.on):
        raise Refusal("workbook.agency_unknown", agency=agency, name=viewer.name)


def _known(viewer: Viewer, agency: str) -> dict[str, Any]:
    posts = organisation.posts(frozenset({agency}))
    return {
        "agency": agency,
        "on": viewer.on,
        "bailiffs": frozenset(post.staff for post in posts if post.role is Role.BAILIFF),
        "numbers": case_queries.case_numbers(viewer, agency=agency),
    }
