"""Workbooks that are right come in whole; the others come back red, and nothing of them comes in."""

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.organisation import actions as organisation_actions
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.interfaces.exchange.case_workbook.answer import RED
from thads.interfaces.exchange.case_workbook.columns import COLUMNS, SHEET, SUMMARY_SHEET
from thads.interfaces.exchange.case_workbook.importing import (
    WorkbookOutcome,
    check_case_workbook,
    import_case_workbook,
    problems_of,
)
from thads.interfaces.exchange.case_workbook.reference import case_workbook_reference
from thads.interfaces.exchange.case_workbook.rows import CaseSheet, Row
from thads.interfaces.exchange.checks import CHECKS
from thads.kernel.refusals import Refusal
from workbooks.building import GOOD, Rows, place, rows, written
from workbooks.should_fail import SHOULD_FAIL, UNREADABLE
from workbooks.should_pass import SHOULD_PASS

pytestmark = pytest.mark.django_db
SINCE = date(2010, 1, 1)


@pytest.fixture
def viewer(now: datetime) -> Viewer:
    """The operator of a system with one agency, one bailiff and one case."""
    founder = organisation.operator(at=now, on=now.date())
    organisation_actions.found_agency(
        viewer=founder, code="HL", name="Cục Hải Long", kind=AgencyKind.PROVINCE, since=SINCE
    )
    operator = organisation.operator(at=now, on=now.date())
    organisation_actions.enrol_staff(viewer=operator, code="HL-01", full_name="Phạm Thị Mẫu", agency="HL")
    organisation_actions.appoint(
        viewer=operator, staff_code="HL-01", role=Role.BAILIFF, agency="HL", since=SINCE
    )
    return operator


@pytest.fixture
def bring(viewer: Viewer) -> Callable[[bytes], WorkbookOutcome]:
    return lambda content: import_case_workbook(viewer, content, agency="HL")


@pytest.mark.parametrize("name", SHOULD_PASS)
def test_a_good_workbook_comes_in(name: str, bring: Callable[[bytes], WorkbookOutcome]) -> None:
    wanted: Rows = SHOULD_PASS[name]

    outcome = bring(written(wanted))

    assert [problem.message for problem in outcome.problems] == []
    assert outcome.imported
    assert outcome.cases == len({row["number"] for row in wanted if row})
    assert ledger.last_position() > 0


@pytest.mark.parametrize("name", SHOULD_FAIL)
def test_a_faulty_workbook_comes_back_red_at_the_fault(
    name: str, bring: Callable[[bytes], WorkbookOutcome]
) -> None:
    spoilt = SHOULD_FAIL[name]
    bring(written(rows(number="7/QĐ-CCTHADS")))
    before = ledger.last_position()

    outcome = bring(spoilt.content())

    assert spoilt.code in {problem.code for problem in outcome.problems}
    assert not outcome.imported
    assert ledger.last_position() == before
    answer = load_workbook(io.BytesIO(outcome.answer))
    row, key = spoilt.cell
    cell = answer[SHEET].cell(row, place(key))
    assert cell.fill.start_color.rgb == RED.start_color.rgb
    said = next(problem.message for problem in outcome.problems if problem.code == spoilt.code)
    assert said in cell.comment.text
    assert answer.sheetnames[0] == SUMMARY_SHEET
    assert said in [line[2] for line in answer[SUMMARY_SHEET].iter_rows(values_only=True)]


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_case_workbook_is_told_in_one_sentence(
    name: str, bring: Callable[[bytes], WorkbookOutcome]
) -> None:
    content, code = UNREADABLE[name]

    outcome = bring(content())

    assert [problem.code for problem in outcome.problems] == [code]
    assert outcome.answer == b""
    assert not outcome.imported


def test_every_check_has_a_workbook_that_it_must_send_back() -> None:
    assert {check.__name__ for check in CHECKS} == {spoilt.check for spoilt in SHOULD_FAIL.values()}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_check_is_silent_on_a_good_row_and_on_an_empty_one(check: Callable[[CaseSheet], object]) -> None:
    assert check.__module__.rsplit(".", 1)[-1] == check.__name__
    good = CaseSheet([Row(4, dict(GOOD))], "HL", date(2024, 7, 5), bailiffs=frozenset({"HL-01"}))
    empty = CaseSheet([Row(4, {})], "HL", date(2024, 7, 5))

    assert list(check(good)) == []
    if check.__name__ != "required_cells_are_filled":
        assert list(check(empty)) == []


def test_faults_are_told_in_the_order_of_the_sheet() -> None:
    sheet = CaseSheet(
        [Row(4, {**GOOD, "amount": -1}), Row(5, {**GOOD, "number": "8", "court": None})],
        "HL", date(2024, 7, 5),
        bailiffs=frozenset({"HL-01"}),
    )  # fmt: skip

    assert [found.row for found in problems_of(sheet)] == [4, 5]


def test_a_check_alone_writes_nothing(viewer: Viewer) -> None:
    outcome = check_case_workbook(viewer, written(rows()), agency="HL")

    assert (outcome.cases, outcome.imported, outcome.problems) == (1, False, ())
    assert ledger.last_position() == 0


def test_a_step_that_the_law_does_not_know_is_told_at_its_row(
    bring: Callable[[bytes], WorkbookOutcome],
) -> None:
    too_early = rows(
        status="Theo dõi riêng",
        unable_on=date(2024, 2, 1),
        status_on=date(2024, 3, 1),
        ground="no_income_no_assets",
    )

    outcome = bring(written(too_early))

    assert [problem.code for problem in outcome.problems] == ["cases.ledger_too_early"]
    assert "N62 Đ9.5" in outcome.problems[0].message


def test_an_agency_out_of_sight_is_refused(viewer: Viewer) -> None:
    with pytest.raises(Refusal, match="XX"):
        import_case_workbook(viewer, written(rows()), agency="XX")


def test_the_template_names_every_column_and_comes_back_empty(
    bring: Callable[[bytes], WorkbookOutcome],
) -> None:
    workbook = load_workbook(io.BytesIO(written([])))

    headings = [cell.value.removesuffix(" *") for cell in workbook[SHEET][3]]
    assert headings == [column.heading for column in COLUMNS]
    assert workbook.sheetnames == [SHEET, "Danh mục", "Hướng dẫn"]


def test_an_answer_can_be_sent_in_again(bring: Callable[[bytes], WorkbookOutcome]) -> None:
    returned = bring(written(rows(amount=-5))).answer
    workbook = load_workbook(io.BytesIO(returned))
    workbook[SHEET].cell(4, place("amount")).value = 5
    stream = io.BytesIO()
    workbook.save(stream)

    assert bring(stream.getvalue()).imported


def test_the_manual_of_the_workbook_is_current() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "reference" / "case-workbook.md"

    assert page.read_text(encoding="utf-8") == case_workbook_reference(), "run `make docs`"
