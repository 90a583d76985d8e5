"""Old books come in, come in with a doubt that is kept, or stay out and are told why."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from thads.enforcement.cases import actions as cases
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.histories import CaseHistory, HistoryFact
from thads.enforcement.cases.rules.vocabulary import Initiation, JudgmentKind, ObligationKind
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.organisation import actions as organisation_actions
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.interfaces.exchange.case_workbook.answer import RED
from thads.interfaces.exchange.cutover.answer import AMBER, ROWS_SHEET, SUMMARY_SHEET, answer_workbook
from thads.interfaces.exchange.cutover.checks import CHECKS, DOUBTING, LOSING
from thads.interfaces.exchange.cutover.planning import Handed, Plan, look_at
from thads.interfaces.exchange.cutover.rows import OldBook
from thads.interfaces.exchange.cutover.words import usual_words
from thads.interfaces.exchange.histories.reading import case_id
from workbooks.old_books import CUT_OVER, files, place, rows, written
from workbooks.old_should_fail import OLD_SHOULD_FAIL
from workbooks.old_should_pass import OLD_SHOULD_PASS

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 1, 1, tzinfo=UTC)
SINCE = date(2010, 1, 1)
Look = Callable[..., Plan]


@pytest.fixture
def viewer() -> Viewer:
    """The operator of a system with two agencies, one bailiff, one case at each agency."""
    for code, name in (("HL", "Cục Hải Long"), ("XA", "Cục Xa")):
        founder = organisation.operator(at=NOW, on=NOW.date())
        parent = None if code == "HL" else "HL"
        organisation_actions.found_agency(
            viewer=founder, code=code, name=name, kind=AgencyKind.PROVINCE, since=SINCE, parent=parent
        )
    operator = organisation.operator(at=NOW, on=NOW.date())
    organisation_actions.enrol_staff(viewer=operator, code="HL-01", full_name="Phạm Thị Mẫu", agency="HL")
    organisation_actions.appoint(
        viewer=operator, staff_code="HL-01", role=Role.BAILIFF, agency="HL", since=SINCE
    )
    known = [
        known_case("HL", "7/2024/QĐ-CCTHADS", "1/2023/DS-ST"),
        known_case("XA", "8/2024/XA", "99 / 2023/DS-ST"),
    ]
    cases.import_histories(viewer=operator, histories=known)
    return operator


def known_case(agency: str, number: str, judgment_no: str) -> CaseHistory:
    duty = f.Duty(1, ObligationKind.CONTRACT, 150_000_000, "Nguyễn Văn Mẫu", "Trần Thị Mẫu")
    decision = f.DecisionIssued(
        number, Initiation.ON_REQUEST, JudgmentKind.CIVIL, (duty,), judgment_no=judgment_no,
        judgment_on=date(2023, 11, 20),
    )  # fmt: skip
    line = HistoryFact(decision, date(2024, 1, 10), datetime(2024, 1, 10, 2, tzinfo=UTC))
    return CaseHistory(case_id(agency, number), agency, (line,))


@pytest.fixture
def look(viewer: Viewer) -> Look:
    return lambda *contents: look_at(viewer, Handed("HL", CUT_OVER, files(*contents), usual_words()))


@pytest.mark.parametrize("name", OLD_SHOULD_PASS)
def test_good_old_books_come_in_without_a_doubt(name: str, look: Look) -> None:
    plan = look(written(OLD_SHOULD_PASS[name]))

    assert [one.message for one in plan.findings] == []
    assert plan.cases
    assert plan.differences == ()


@pytest.mark.parametrize("name", OLD_SHOULD_FAIL)
def test_a_gap_is_told_at_its_cell_and_kept_with_the_case(name: str, look: Look) -> None:
    gap = OLD_SHOULD_FAIL[name]
    content = gap.content()
    before = ledger.last_position()

    plan = look(content)

    told = [one for one in plan.findings if one.code == gap.code]
    assert told, [one.message for one in plan.findings]
    assert {(one.row.place.row, one.key) for one in told} >= {gap.cell}
    assert bool(plan.cases) is not gap.is_lost
    if gap.doubt is not None:
        (planned,) = plan.cases
        assert gap.doubt in planned.case.carried.doubts
    assert ledger.last_position() == before
    answer = load_workbook(io.BytesIO(answer_workbook(plan, files(content))))
    row, key = gap.cell
    cell = answer["Sheet1"].cell(row, place(key))
    assert cell.fill.start_color.rgb == (RED if gap.is_lost else AMBER).start_color.rgb
    assert told[0].message in cell.comment.text
    assert answer.sheetnames[:2] == [SUMMARY_SHEET, ROWS_SHEET]
    assert told[0].message in [line[5] for line in answer[ROWS_SHEET].iter_rows(values_only=True)]


def test_every_check_has_old_books_that_it_must_tell_of() -> None:
    assert {check.__name__ for check in CHECKS} == {gap.check for gap in OLD_SHOULD_FAIL.values()}
    for gap in OLD_SHOULD_FAIL.values():
        checks = LOSING if gap.is_lost else DOUBTING
        assert gap.check in {check.__name__ for check in checks}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_check_is_silent_on_a_book_without_rows(check: Callable[[OldBook], object]) -> None:
    assert check.__module__.rsplit(".", 1)[-1] == check.__name__
    assert list(check(OldBook("HL", CUT_OVER, {}))) == []  # type: ignore[call-overload]


def test_a_case_stays_out_whole_when_one_of_its_rows_does(look: Look) -> None:
    plan = look(written(rows() + rows(duty_kind="Án phí", amount="một triệu") + rows(decision_no="126/QĐ")))

    assert [one.case.decision.decision_no for one in plan.cases] == ["126/QĐ"]
    beside = [one for one in plan.findings if one.code == "cutover.case_lost_with"]
    assert [one.row.place.row for one in beside] == [4]
    assert "dòng 5" in beside[0].message


def test_an_assumed_word_is_kept_as_the_old_books_had_it(look: Look) -> None:
    (planned,) = look(written(rows(duty_kind="Tiền đặt cọc", content="Trả cọc"))).cases

    (duty,) = planned.case.decision.duties
    assert (duty.kind, duty.content) == (ObligationKind.OTHER, "Tiền đặt cọc; Trả cọc")
