"""An agency leaves its old books on 30/9/2026: once, to the đồng, gone on with after a break."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import transaction

from thads.enforcement.cases import actions as cases
from thads.enforcement.cases import queries as case_queries
from thads.enforcement.cases.queries import cutover as cut_overs
from thads.enforcement.cases.rules.facts import CarriedOver
from thads.enforcement.cases.rules.histories import SUBJECT
from thads.enforcement.cases.rules.vocabulary import VerificationResult
from thads.enforcement.money import queries as money
from thads.enforcement.money.rules.vocabulary import Purse
from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.organisation import actions as organisation_actions
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.interfaces.exchange.cutover import running
from thads.interfaces.exchange.cutover.planning import Handed, Plan, look_at
from thads.interfaces.exchange.cutover.words import read_words, usual_words
from thads.interfaces.exchange.histories.exporting import histories_file
from thads.interfaces.exchange.histories.importing import import_histories
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.reporting.counting.rules import reference
from thads.reporting.counting.rules.codes import Line
from thads.reporting.counting.rules.questions import Question
from workbooks.old_books import CUT_OVER, UNABLE, Rows, files, rows, written

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 1, 1, tzinfo=UTC)
SINCE = date(2010, 1, 1)
Look = Callable[..., Plan]


@pytest.fixture
def operator() -> Viewer:
    """The operator of a system with one agency and one bailiff."""
    founder = organisation.operator(at=NOW, on=NOW.date())
    organisation_actions.found_agency(
        viewer=founder, code="HL", name="Cục Hải Long", kind=AgencyKind.PROVINCE, since=SINCE
    )
    viewer = organisation.operator(at=NOW, on=NOW.date())
    organisation_actions.enrol_staff(viewer=viewer, code="HL-01", full_name="Phạm Thị Mẫu", agency="HL")
    organisation_actions.appoint(
        viewer=viewer, staff_code="HL-01", role=Role.BAILIFF, agency="HL", since=SINCE
    )
    return viewer


@pytest.fixture
def look(operator: Viewer) -> Look:
    def looked(*contents: bytes, **control: int) -> Plan:
        return look_at(operator, Handed("HL", CUT_OVER, files(*contents), usual_words(), control))

    return looked


@pytest.fixture
def asking(operator: Viewer) -> Callable[[], Viewer]:
    """Each portion is recorded a second later than the last."""
    instants = iter(NOW + timedelta(seconds=second) for second in range(1, 1_000))
    return lambda: organisation.operator(at=next(instants), on=NOW.date())


def person(role: Role, on: str = "2026-10-02") -> Viewer:
    day = date.fromisoformat(on)
    return Viewer(
        9, "truong.hl", "Lê Văn Trưởng", (HeldPost(role, "HL", frozenset({"HL"}), "HL-01"),),
        datetime(day.year, day.month, day.day, 3, tzinfo=UTC), day,
    )  # fmt: skip


def old_rows(number: int) -> Rows:
    """So many cases of two obligations, one with money at the treasury, one with a fee and costs due."""
    found: Rows = []
    for case in range(1, number + 1):
        found += rows(
            decision_no=f"{case}/QĐ-CCTHADS", collected=50_000_000, held_treasury=case, held_cash=2 * case
        )
        found += rows(
            decision_no=f"{case}/QĐ-CCTHADS", duty_kind="Án phí, lệ phí Tòa án", amount=3_000_000,
            fee_due=case, cost_due=5, advance_due=5,
        )  # fmt: skip
    return found


def carried_out(operator: Viewer, asking: Callable[[], Viewer], plan: Plan) -> UUID:
    row = running.begin(operator, plan)
    list(running.carry_out(asking, plan, row.cut_over_id))
    return row.cut_over_id


def closing(operator: Viewer, on: date = CUT_OVER) -> dict[str, int]:
    trial = money.trial_balance(operator, agency="HL", as_of=on)
    assert trial.debit == trial.credit
    return {line.account: line.closing_debit + line.closing_credit for line in trial.lines}


@contextmanager
def a_system_of_its_own() -> Iterator[None]:
    before = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(before)


def test_cases_and_balances_come_in_to_the_dong(
    operator: Viewer, look: Look, asking: Callable[[], Viewer]
) -> None:
    plan = look(written(old_rows(3), control={"Số việc": 3, "Còn giữ tại quỹ tiền mặt": "12", "Phí": 9}))

    cut_over_id = carried_out(operator, asking, plan)

    assert closing(operator) == {"cash": 12, "treasury": 6, "duty": 18}
    row = cut_overs.cut_over(operator, cut_over_id)
    assert (row.taken, row.planned, row.per_cent) == (3, 3, 100)
    assert row.finished_at is not None
    account = money.account_page(operator, plan.cases[2].case.case_id).state
    assert (account.fee_due, account.cost_due, account.advance_due) == (3, 5, 5)
    assert account.in_purse(Purse.DUTY, 1) == 9


def test_no_fact_is_invented_between_the_decision_and_the_cut_over(
    operator: Viewer, look: Look, asking: Callable[[], Viewer]
) -> None:
    plan = look(written(rows(**{**UNABLE, "ground": None})))

    carried_out(operator, asking, plan)

    (planned,) = plan.cases
    entries = ledger.entries_of(SUBJECT, planned.case.case_id)
    assert [(entry.kind, entry.took_effect) for entry in entries] == [
        ("cases.decision_issued", date(2024, 1, 10)),
        (CarriedOver.kind, CUT_OVER),
    ]
    assert entries[1].payload["doubts"] == ["ground"]
    assert entries[1].payload["source"] == "so-1.xlsx, sheet Sheet1, dòng 4"
    page = case_queries.case_page(operator, planned.case.case_id)
    assert (page.row.status, page.row.bailiff) == ("unable", "HL-01")


def test_a_run_broken_off_goes_on_where_it_was(
    operator: Viewer, look: Look, asking: Callable[[], Viewer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "PORTION", 2)
    content = written(old_rows(5))
    plan = look(content)
    row = running.begin(operator, plan)
    steps = running.carry_out(asking, plan, row.cut_over_id)
    assert [next(steps).taken for _ in range(2)] == [0, 2]
    steps.close()  # the machine went down
    before = ledger.last_position()

    again = look(content)
    assert (again.already_in, len(again.waiting)) == (2, 3)
    assert again.differences == ()
    row = running.begin(operator, again)
    told = [one.taken for one in running.carry_out(asking, again, row.cut_over_id)]

    assert told == [2, 4, 5]
    assert ledger.last_position() > before
    assert closing(operator) == {"cash": 30, "treasury": 15, "duty": 45}


def test_a_portion_that_fails_leaves_nothing_of_itself(
    operator: Viewer, look: Look, asking: Callable[[], Viewer], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = look(written(old_rows(2)))
    row = running.begin(operator, plan)

    def broken(**_: object) -> int:
        raise Refusal("money.carried_unequal", sums=1, places=2)

    with monkeypatch.context() as patch:
        patch.setattr(running.money_actions, "carry_balances", broken)
        with pytest.raises(Refusal):
            list(running.carry_out(asking, plan, row.cut_over_id))
    assert case_queries.case_numbers(operator, agency="HL") == frozenset()
    assert cut_overs.cut_over(operator, row.cut_over_id).taken == 0

    list(running.carry_out(asking, plan, row.cut_over_id))
    assert len(case_queries.case_numbers(operator, agency="HL")) == 2


def test_run_again_it_takes_nothing_twice_and_tells_what_was_changed(
    operator: Viewer, look: Look, asking: Callable[[], Viewer]
) -> None:
    carried_out(operator, asking, look(written(old_rows(2))))
    before = ledger.last_position()
    changed = old_rows(2)
    changed[0]["collected"] = 60_000_000

    same, other = look(written(old_rows(2))), look(written(changed))
    carried_out(operator, asking, same)

    assert (same.already_in, same.waiting, same.differences) == (2, [], ())
    assert ledger.last_position() == before
    assert other.lost == {"1/QĐ-CCTHADS ngày 10/01/2024"}
    assert "cutover.case_changed" in {one.code for one in other.findings}


def test_what_differs_waits_for_the_head_and_his_reason_is_kept(
    operator: Viewer, look: Look, asking: Callable[[], Viewer]
) -> None:
    content = written(old_rows(2))
    plan = look(content, held_cash=7, cases=2)
    assert [(one.indicator, one.expected, one.found, one.gap) for one in plan.differences] == [
        ("held_cash", 7, 6, -1)
    ]
    with pytest.raises(Refusal) as refused:
        running.begin(operator, plan)
    assert refused.value.code == "cases.cut_over_unconfirmed"
    assert case_queries.case_numbers(operator, agency="HL") == frozenset()

    (row,) = cut_overs.cut_overs(person(Role.AGENCY_HEAD))
    assert row.waits_for_head
    for viewer, reason, code in (
        (person(Role.DEPUTY_HEAD), "x", "access.not_your_role"),
        (operator, "x", "access.not_your_role"),
        (person(Role.AGENCY_HEAD), " ", "cases.cut_over_reason_needed"),
    ):
        with pytest.raises(Refusal) as not_confirmed:
            cases.confirm_cut_over(viewer=viewer, cut_over_id=row.cut_over_id, reason=reason)
        assert not_confirmed.value.code == code
    reason = "Sổ quỹ ghi thừa 1 đồng, biên bản ngày 30/9/2026"
    cases.confirm_cut_over(viewer=person(Role.AGENCY_HEAD), cut_over_id=row.cut_over_id, reason=reason)
    carried_out(operator, asking, look(content, held_cash=7, cases=2))

    row = cut_overs.cut_over(operator, row.cut_over_id)
    assert (row.confirmed_by, row.reason, row.taken) == ("truong.hl", reason, 2)


def test_a_confirmation_does_not_hold_for_other_differences(operator: Viewer, look: Look) -> None:
    content = written(old_rows(1))
    with pytest.raises(Refusal):
        running.begin(operator, look(content, held_cash=7))
    (row,) = cut_overs.cut_overs(operator)
    cases.confirm_cut_over(viewer=person(Role.AGENCY_HEAD), cut_over_id=row.cut_over_id, reason="thừa")

    with pytest.raises(Refusal) as refused:
        running.begin(operator, look(content, held_cash=8))
    assert refused.value.code == "cases.cut_over_unconfirmed"


def test_a_row_left_out_is_a_difference_to_the_dong(look: Look) -> None:
    content = written(old_rows(1) + rows(decision_no="9/QĐ", held_bank=77, amount=100, collected=101))

    gaps = {one.indicator: one.gap for one in look(content).differences}

    assert gaps["held_bank"] == -77
    assert gaps["cases"] == -1


def test_books_of_a_day_that_is_not_over_are_not_taken(operator: Viewer) -> None:
    handed = Handed("HL", date(2026, 10, 2), files(written(rows())), usual_words())

    with pytest.raises(Refusal) as refused:
        look_at(operator, handed)
    assert refused.value.code == "cases.cut_over_future"


@pytest.mark.parametrize("agency", ["", "XX"])
def test_only_an_agency_in_sight_is_taken_over(operator: Viewer, agency: str) -> None:
    with pytest.raises(Refusal) as refused:
        look_at(operator, Handed(agency, CUT_OVER, files(written(rows())), usual_words()))
    assert refused.value.code.startswith("cutover.agency_")


def test_live_work_goes_on_the_day_after_and_stays_strict(
    operator: Viewer, look: Look, asking: Callable[[], Viewer]
) -> None:
    plan = look(written(rows(**UNABLE, initiation="CĐ", duty_kind="Tiền phạt")))
    carried_out(operator, asking, plan)
    case_id = plan.cases[0].case.case_id
    bailiff = person(Role.BAILIFF)

    with pytest.raises(Refusal) as refused:
        cases.record_verification(
            viewer=bailiff, case_id=case_id, on=CUT_OVER, result=VerificationResult.ABLE, findings="có nhà",
            place="xã Mẫu",
        )  # fmt: skip
    assert refused.value.code == "cases.before_carried"
    cases.record_verification(
        viewer=bailiff, case_id=case_id, on=date(2026, 10, 1), result=VerificationResult.ABLE,
        findings="có nhà", place="xã Mẫu",
    )  # fmt: skip


def test_it_is_counted_as_an_old_case_from_the_cut_over_day_on(
    operator: Viewer, look: Look, asking: Callable[[], Viewer]
) -> None:
    plan = look(written(rows(collected=50_000_000)))
    carried_out(operator, asking, plan)
    case_id = plan.cases[0].case.case_id
    entries = list(ledger.entries_of(SUBJECT, case_id))

    def lines(period: Period, as_of: date) -> dict[str, int]:
        asked = Question(period, as_of, NOW + timedelta(days=1), frozenset())
        return {
            str(line): amount
            for mark in reference.count({str(case_id): entries}, asked)
            for line, amount in mark.shares.items()
            if line in {Line.C1, Line.C2, Line.C3, Line.C9, Line.C17}
        }

    assert lines(Period(2026, 12), date(2026, 9, 29)) == {}
    assert lines(Period(2026, 12), CUT_OVER) == {"c1": 100_000_000, "c2": 100_000_000, "c17": 100_000_000}
    assert lines(Period(2027, 1), date(2026, 10, 31)) == {
        "c1": 100_000_000, "c2": 100_000_000, "c17": 100_000_000,
    }  # fmt: skip


def test_what_was_taken_over_goes_out_and_comes_back_byte_for_byte(
    operator: Viewer, look: Look, asking: Callable[[], Viewer]
) -> None:
    later = NOW + timedelta(days=1)

    def taken_out() -> bytes:
        viewer = organisation.operator(at=later, on=later.date())
        return "".join(histories_file(viewer, agency="HL")).encode()

    with a_system_of_its_own():
        carried_out(operator, asking, look(written(old_rows(2) + rows(**UNABLE))))
        first = taken_out()
    with a_system_of_its_own():
        reader = organisation.operator(at=later, on=later.date())
        assert import_histories(reader, io.BytesIO(first)).problems == ()
        assert taken_out() == first
    assert first.count(b'"fact": "carried_over"') == 3


class TestMapping:
    headings = {"decision_no": "QĐ số", "decided_on": "Ngày ra QĐ", "amount": "Phải TH", "status": "TT"}
    content = written(
        [{"decision_no": "5/QĐ", "decided_on": date(2025, 1, 5), "amount": 9, "status": "Đang làm"}],
        headings=headings,
    )  # fmt: skip

    def handed(self, mapping: str) -> Handed:
        return Handed("HL", CUT_OVER, files(self.content), read_words(mapping.encode()))

    def test_headings_nobody_knows_are_told(self, operator: Viewer) -> None:
        with pytest.raises(Refusal) as refused:
            look_at(operator, self.handed(""))
        assert "Phải TH" in refused.value.message

    def test_a_mapping_file_names_columns_and_words(self, operator: Viewer) -> None:
        mapping = (
            '[columns]\n"QĐ số" = "decision_no"\n"Phải TH" = "amount"\n"TT" = "status"\n'
            '[values.status]\n"Đang làm" = "enforcing"\n'
        )

        (planned,) = look_at(operator, self.handed(mapping)).cases

        assert planned.case.decision.decision_no == "5/QĐ"
        assert planned.case.carried.lines[0].status == "enforcing"

    @pytest.mark.parametrize(
        ("mapping", "code"),
        [
            ("[columns", "cutover.mapping_unreadable"),
            ("[sheets]", "cutover.mapping_part_unknown"),
            ('[columns]\n"A" = "b"', "cutover.mapping_column_unknown"),
            ('[values.amount]\n"A" = "b"', "cutover.mapping_column_unknown"),
            ('[values.status]\n"A" = "b"', "cutover.mapping_value_unknown"),
        ],
    )
    def test_a_mapping_that_cannot_be_is_refused(self, mapping: str, code: str) -> None:
        with pytest.raises(Refusal) as refused:
            read_words(mapping.encode())
        assert refused.value.code == code
        assert refused.value.message
