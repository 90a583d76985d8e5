"""Registers over a span: what stands in them, as known when, closed for ever, noted when changed."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from rooms.cases.office import (
    BAILIFF,
    DEBT,
    DISTRICT,
    FEE,
    FINE,
    PROVINCE,
    Office,
    day,
    found_office,
    instant,
)
from thads.enforcement.cases import actions as cases
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import SuspensionCause, VerificationResult
from thads.kernel.refusals import Refusal
from thads.law import LAW
from thads.reporting.registers import actions, papers, queries
from thads.reporting.registers.rules.closing import ClosingKind, closing_span
from thads.reporting.registers.rules.runs import RegisterRun

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    found_office()
    return Office()


def run(office: Office, register: str, first: str, last: str, *, known: str = "") -> RegisterRun:
    return queries.register_run(
        office.head(last), register=register, agency=DISTRICT, first=day(first), last=day(last),
        known_at=instant(known) if known else None,
    )  # fmt: skip


def unable(office: Office, on: str = "2024-01-10", decided: str = "2024-03-05") -> None:
    case = office.ex_officio(on, FINE)
    cases.serve_notice(viewer=office.bailiff(on), case_id=case, on=day(on))
    cases.record_verification(
        viewer=office.bailiff(decided), case_id=case, on=day(decided), result=VerificationResult.NOT_ABLE
    )
    cases.decide_unable(
        viewer=office.head(decided), case_id=case, on=day(decided), ground="no_income_no_assets"
    )


def test_register_01_lists_what_was_received_in_the_order_of_receipt(office: Office) -> None:
    office.judgment("2024-01-10", FEE, number="1/HS-ST")
    office.judgment("2024-02-10", FEE, number="2/HS-ST")
    office.judgment("2024-04-10", FEE, number="3/HS-ST")

    lines = run(office, "01", "2024-01-01", "2024-03-31").lines

    assert [line.cells["judgment"] for line in lines] == [
        "1/HS-ST ngày 01/12/2021",
        "2/HS-ST ngày 01/12/2021",
    ]
    assert "Nguyễn Văn Ánh" in str(lines[0].cells["parties"])


def test_register_02_says_what_became_of_a_request(office: Office) -> None:
    office.on_request("2024-01-10", DEBT)

    (line,) = run(office, "02", "2024-01-01", "2024-01-31").lines

    assert line.cells["requester"] == "Trần Thị Đào"
    assert "ngày 10/01/2024" in str(line.cells["outcome"])


def test_the_two_volumes_of_register_03_part_by_initiation_and_add_up_their_money(office: Office) -> None:
    office.ex_officio("2024-01-10", FEE, FINE)
    office.on_request("2024-01-11", DEBT, number="2/DS-ST")

    ex_officio = run(office, "03-CD", "2024-01-01", "2024-01-31")
    on_request = run(office, "03-YC", "2024-01-01", "2024-01-31")

    assert (len(ex_officio.lines), ex_officio.total) == (1, 6_000_000)
    assert (len(on_request.lines), on_request.total) == (1, 300_000_000)
    assert ex_officio.lines[0].cells["bailiff"] == "Lê Văn Chấp"
    assert ex_officio.lines[0].cells["result"] == "Đã phân công chấp hành viên"


def test_register_03_shows_the_result_as_of_the_last_day_of_the_span(office: Office) -> None:
    case = office.ex_officio("2024-01-10", FEE)
    parts = (Part(1, 1_000_000),)
    cases.collect_money(viewer=office.bailiff("2024-02-01"), case_id=case, on=day("2024-02-01"), parts=parts)
    cases.finish(viewer=office.bailiff("2024-02-05"), case_id=case, on=day("2024-02-05"))

    before = run(office, "03-CD", "2024-01-01", "2024-01-31").lines[0].cells
    after = run(office, "03-CD", "2024-01-01", "2024-03-31").lines[0].cells

    assert (before["result"], before["ended_on"]) == ("Đã phân công chấp hành viên", None)
    assert after["ended_on"] == date(2024, 2, 5)
    assert str(after["result"]).startswith("Thi hành xong")


def test_register_09_names_the_decision_that_ended_the_rest(office: Office) -> None:
    case = office.on_request("2024-01-10", DEBT)
    cases.suspend(
        viewer=office.head("2024-02-01"), case_id=case, on=day("2024-02-01"), cause=SuspensionCause.PROTEST
    )
    cases.resume(viewer=office.head("2024-03-01"), case_id=case, on=day("2024-03-01"))

    lines = run(office, "09", "2024-01-01", "2024-12-31").lines

    assert [line.cells["kind"] for line in lines] == [
        "Tạm đình chỉ thi hành án",
        "Quyết định tiếp tục thi hành án",
    ]
    assert "ngày 01/3/2024" in str(lines[0].cells["resumption"])


def test_register_10_tells_a_part_from_the_whole(office: Office) -> None:
    case = office.on_request("2024-01-10", DEBT)
    head = office.head("2024-02-01")
    part = (Part(1, 100_000_000),)
    cases.terminate(viewer=head, case_id=case, on=day("2024-02-01"), ground="parties_agree", parts=part)

    only = run(office, "10", "2024-01-01", "2024-12-31")

    assert [line.cells["part"] for line in only.lines] == ["Một phần"]
    assert only.total == 100_000_000


def test_register_11_gives_ground_and_amount(office: Office) -> None:
    unable(office)

    (line,) = run(office, "11", "2024-01-01", "2024-12-31").lines

    assert line.cells["amount"] == 5_000_000
    assert "không có thu nhập" in str(line.cells["ground"]).lower() or line.cells["ground"]
    assert line.cells["stt"] == 1


def test_a_decision_taken_back_stays_in_the_register_as_known_before(office: Office) -> None:
    unable(office)
    (listed,) = run(office, "11", "2024-01-01", "2024-12-31").lines
    page = office.page(listed.case_id, at="2024-06-28")
    entry = next(one for one in page.timeline if one.kind == "cases.unable_decided")
    head = office.head("2024-06-28")
    cases.cancel_fact(
        viewer=head, case_id=listed.case_id, entry_id=entry.entry_id, on=head.on, reason="Ghi nhầm việc"
    )

    assert run(office, "11", "2024-01-01", "2024-12-31").lines == []
    as_known = run(office, "11", "2024-01-01", "2024-12-31", known="2024-06-01")
    assert len(as_known.lines) == 1


def test_register_01_says_how_a_judgment_came(office: Office) -> None:
    office.judgment("2024-01-10", FEE, number="1/HS-ST")

    (line,) = run(office, "01", "2024-01-01", "2024-03-31").lines

    assert line.cells["form_of_receipt"] == "Giao trực tiếp"


def test_register_12_is_kept_by_the_province_that_takes_the_file(office: Office) -> None:
    case = office.ex_officio("2024-01-10", FEE)
    province = Office(PROVINCE).head("2024-06-30")
    cases.pull_up_file(viewer=province, case_id=case, on=day("2024-02-01"), to_agency=PROVINCE)
    days = {"first": day("2024-01-01"), "last": day("2024-06-30")}

    (line,) = queries.register_run(province, register="12", agency=PROVINCE, **days).lines

    assert (line.cells["from_agency"], line.case_id) == ("Cơ quan TQ.CH", case)
    assert run(office, "12", "2024-01-01", "2024-06-30").lines == []


class TestClosing:
    def close(self, office: Office, on: str) -> queries.Closing:
        closing = actions.close_register(
            viewer=office.head(on), agency=DISTRICT, register="11", kind=ClosingKind.QUARTER, year=2024,
            number=2, head="Nguyễn Thị Trưởng",
        )  # fmt: skip
        return queries.closing_of(office.head(on), closing)

    def test_a_quarter_that_is_not_over_cannot_be_closed(self, office: Office) -> None:
        with pytest.raises(Refusal) as caught:
            self.close(office, "2024-03-31")

        assert caught.value.code == "registers.still_running"

    def test_a_closed_register_is_the_same_for_ever(self, office: Office) -> None:
        unable(office)
        closing = self.close(office, "2024-04-01")
        unable_again = Office()
        unable_again.judgment("2024-04-02", FEE, number="9/HS-ST")

        closed = queries.closed_run(office.head("2024-09-30"), closing.closing_id)

        assert closed.fingerprint == closing.fingerprint
        recomputed = queries.register_run(
            office.head("2024-09-30"), register="11", agency=DISTRICT, first=closing.first,
            last=closing.last, known_at=closing.known_at,
        )  # fmt: skip
        assert recomputed.fingerprint == closing.fingerprint

    def test_what_was_taken_back_after_the_closing_is_noted(self, office: Office) -> None:
        unable(office)
        closing = self.close(office, "2024-04-01")
        (line,) = queries.closed_run(office.head("2024-04-01"), closing.closing_id).lines
        page = office.page(line.case_id, at="2024-06-28")
        entry = next(one for one in page.timeline if one.kind == "cases.unable_decided")
        head = office.head("2024-06-28")
        cases.cancel_fact(
            viewer=head, case_id=line.case_id, entry_id=entry.entry_id, on=head.on, reason="Ghi nhầm việc"
        )

        (since,) = queries.run_since_closing(office.head("2024-06-28"), closing.closing_id).lines

        assert since.changed == "đã hủy sau khi kết sổ ngày 01/4/2024"

    def test_a_register_is_closed_once(self, office: Office) -> None:
        self.close(office, "2024-04-01")
        with pytest.raises(Refusal) as caught:
            self.close(office, "2024-04-02")

        assert caught.value.code == "registers.closed_already"

    def test_a_bailiff_may_not_close(self, office: Office) -> None:
        with pytest.raises(Refusal) as caught:
            actions.close_register(
                viewer=office.bailiff("2024-04-01"), agency=DISTRICT, register="11",
                kind=ClosingKind.QUARTER, year=2024, number=2,
            )  # fmt: skip

        assert caught.value.code == "access.not_your_role"


@pytest.mark.parametrize(
    ("kind", "number", "first", "last"),
    [
        (ClosingKind.QUARTER, 1, date(2023, 10, 1), date(2023, 12, 31)),
        (ClosingKind.QUARTER, 2, date(2024, 1, 1), date(2024, 3, 31)),
        (ClosingKind.QUARTER, 4, date(2024, 7, 1), date(2024, 9, 30)),
        (ClosingKind.HALF_YEAR, 2, date(2024, 4, 1), date(2024, 9, 30)),
        (ClosingKind.YEAR, 1, date(2023, 10, 1), date(2024, 9, 30)),
    ],
)
def test_spans_follow_the_statistics_year(kind: ClosingKind, number: int, first: date, last: date) -> None:
    assert closing_span(kind, year=2024, number=number) == (first, last)


def test_a_register_no_longer_kept_is_refused(office: Office) -> None:
    with pytest.raises(Refusal) as caught:
        run(office, "12", "2026-07-01", "2026-09-30")

    assert caught.value.code == "registers.not_kept"


def test_registers_of_an_agency_out_of_sight_are_refused(office: Office) -> None:
    with pytest.raises(Refusal) as caught:
        queries.register_run(
            office.bailiff("2024-06-28"), register="03-CD", agency="TQ.SD", first=day("2024-01-01"),
            last=day("2024-06-28"),
        )  # fmt: skip

    assert caught.value.code == "access.not_in_sight"


@pytest.mark.parametrize("register", sorted(LAW.registers))
def test_every_register_can_be_run_and_written_as_a_workbook(office: Office, register: str) -> None:
    office.ex_officio("2024-01-10", FEE, bailiff=BAILIFF)
    cases.suspend(
        viewer=office.head("2024-02-01"), case_id=office.on_request("2024-01-12", DEBT, number="2/DS-ST"),
        on=day("2024-02-01"), cause=SuspensionCause.PROTEST,
    )  # fmt: skip

    shown = run(office, register, "2024-01-01", "2024-06-28")

    sheet = load_workbook(BytesIO(papers.workbook(shown))).active
    assert sheet.cell(5, 1).value == "Số thứ tự"
    assert sheet.max_row >= 5 + len(shown.lines)
