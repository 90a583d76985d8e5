"""What is due as rows: written with the act, the same as derived, never twice, seen by whom it concerns."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test.utils import CaptureQueriesContext

from rooms.cases.office import (
    BAILIFF,
    COLLEAGUE,
    DEBT,
    DISTRICT,
    FEE,
    OTHER,
    PROVINCE,
    Office,
    day,
    found_office,
    viewer,
)
from thads.enforcement.cases import actions as cases
from thads.enforcement.cases import queries as case_queries
from thads.enforcement.cases.rules.vocabulary import VerificationResult
from thads.enforcement.deadlines import actions, queries
from thads.enforcement.deadlines.models import DueItem
from thads.enforcement.deadlines.rules.calendar import HolidayKind
from thads.enforcement.deadlines.rules.due_items import DueBoard, Urgency
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.kernel.refusals import Refusal


@pytest.fixture
def office(db: None) -> Office:
    found_office()
    return Office()


def keys(board: DueBoard) -> list[str]:
    return [item.due.key for share in board.shares for item in share.items]


def rows(case_id: UUID) -> dict[tuple[str, str], date]:
    return {(one.key, one.trigger): one.due_on for one in DueItem.objects.filter(subject_id=case_id)}


class TestProjection:
    def test_is_written_with_the_act_and_ended_by_the_closing_fact(self, office: Office) -> None:
        case_id = office.ex_officio("2024-06-26", FEE)
        assert ("order.notice", "order.notice@2024-06-26") in rows(case_id)

        bailiff = office.bailiff("2024-06-27")
        cases.serve_notice(viewer=bailiff, case_id=case_id, on=bailiff.on)

        assert not any(key == "order.notice" and "@" in trigger for key, trigger in rows(case_id))
        assert {key for key, _trigger in rows(case_id)} >= {"voluntary.period", "verification.first"}

    def test_is_taken_back_with_the_fact(self, office: Office) -> None:
        case_id = office.ex_officio("2024-06-26", FEE)
        before = rows(case_id)
        bailiff = office.bailiff("2024-06-27")
        cases.serve_notice(viewer=bailiff, case_id=case_id, on=bailiff.on)
        entry = office.page(case_id).timeline[-1].entry_id

        head = office.head("2024-06-28")
        cases.cancel_fact(viewer=head, case_id=case_id, entry_id=entry, on=head.on, reason="ghi nhầm")

        assert rows(case_id) == before

    def test_the_same_fact_recorded_twice_fires_once(self, office: Office) -> None:
        case_id = office.ex_officio("2024-06-03", FEE)
        for when in ("2024-06-05", "2024-06-20"):
            bailiff = office.bailiff(when)
            if when == "2024-06-05":
                cases.serve_notice(viewer=bailiff, case_id=case_id, on=bailiff.on)
            cases.record_verification(
                viewer=bailiff, case_id=case_id, on=bailiff.on, result=VerificationResult.NOT_ABLE
            )

        waiting = [trigger for key, trigger in rows(case_id) if key == "unable.decision"]
        assert waiting == ["unable.decision@2024-06-20"]

    def test_is_the_same_when_it_is_derived_anew(self, office: Office) -> None:
        for number in range(3):
            office.ex_officio("2024-06-2" + str(number), FEE, number=f"{number}/2024/HS-ST")
        office.judgment("2024-06-25", FEE, number="9/2024/HS-ST")
        told = set(DueItem.objects.values_list("subject_id", "key", "trigger", "due_on"))
        keeper = viewer(Role.ADMINISTRATOR, agency=PROVINCE)

        DueItem.objects.all().delete()
        count = cases.rebuild_dues(viewer=keeper)

        assert count == len(told)
        assert set(DueItem.objects.values_list("subject_id", "key", "trigger", "due_on")) == told

    def test_a_row_written_by_hand_is_found_out(self, office: Office, drifting: None) -> None:
        case_id = office.ex_officio("2024-06-26", FEE)
        DueItem.objects.filter(subject_id=case_id, key="order.notice").update(due_on=day("2024-08-01"))

        assert any(one.field.startswith("due order.notice") for one in case_queries.drift())

    @pytest.fixture
    def drifting(self) -> None:
        """Asks to be let off the check that fetch equals fold."""


class TestIntake:
    def test_a_judgment_waits_for_the_head_until_its_decision(self, office: Office) -> None:
        judgment = office.judgment("2024-06-26", FEE)
        head = office.head("2024-06-28")
        assert "decision.ex_officio" in keys(queries.due_items(head, on=head.on))

        cases.issue_ex_officio(viewer=head, judgment_id=judgment, on=head.on, bailiff=BAILIFF)

        assert "decision.ex_officio" not in keys(queries.due_items(head, on=head.on))

    def test_a_request_waits_for_the_head_until_it_is_decided(self, office: Office) -> None:
        office.on_request("2024-06-26", DEBT)

        assert not DueItem.objects.filter(key="decision.on_request").exists()


class TestWhose:
    @pytest.fixture
    def late(self, office: Office) -> UUID:
        return office.ex_officio("2024-06-03", FEE)

    def test_a_bailiff_sees_his_own_and_not_his_colleague_s(self, office: Office, late: UUID) -> None:
        own, other = office.bailiff("2024-06-28"), office.bailiff("2024-06-28", COLLEAGUE)

        assert "order.notice" in keys(queries.due_items(own, on=own.on))
        assert keys(queries.due_items(other, on=other.on)) == []

    def test_what_a_clerk_sends_is_the_clerk_s(self, office: Office, late: UUID) -> None:
        clerk, bailiff = office.clerk("2024-06-28"), office.bailiff("2024-06-28")

        assert set(keys(queries.due_items(clerk, on=clerk.on))) <= {"order.to_procuracy"}
        assert "order.to_procuracy" not in keys(queries.due_items(bailiff, on=bailiff.on))

    def test_a_head_sees_his_unit_with_counts_per_person(self, office: Office, late: UUID) -> None:
        head = office.head("2024-06-28")
        board = queries.due_items(head, on=head.on, unit=DISTRICT)
        own = next(one for one in board.people if one.person == BAILIFF)

        assert board.total == sum(one.total for one in board.people)
        assert own.counts[Urgency.LATE] >= 1
        assert own.name == "Lê Văn Chấp"

    def test_a_person_of_the_unit_can_be_looked_at_by_its_head(self, office: Office, late: UUID) -> None:
        head = office.head("2024-06-28")

        assert "order.notice" in keys(queries.due_items(head, on=head.on, person=BAILIFF, unit=DISTRICT))

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            ({"unit": DISTRICT}, "deadlines.not_your_unit"),
            ({"person": COLLEAGUE}, "deadlines.not_your_unit"),
            ({"unit": OTHER}, "access.not_in_sight"),
        ],
    )
    def test_a_bailiff_does_not_see_what_is_due_to_others(
        self, office: Office, late: UUID, asked: dict[str, str], code: str
    ) -> None:
        person = office.bailiff("2024-06-28")
        with pytest.raises(Refusal) as refused:
            queries.due_items(person, on=person.on, **asked)

        assert refused.value.code == code

    def test_another_office_sees_nothing_of_it(self, office: Office, late: UUID) -> None:
        stranger = viewer(Role.AGENCY_HEAD, agency=OTHER)

        assert queries.due_items(stranger, on=stranger.on, unit=OTHER).total == 0

    def test_what_comes_later_than_asked_is_left_out(self, office: Office, late: UUID) -> None:
        person = office.bailiff("2024-06-04")

        assert keys(queries.due_items(person, on=person.on, until=day("2024-06-04"))) == []

    def test_questions_do_not_grow_with_what_is_due(self, office: Office) -> None:
        from django.db import connection

        head, counts = office.head("2024-06-28"), []
        for number in range(3):
            office.ex_officio("2024-06-20", FEE, number=f"{number}/2024/HS-ST")
            with CaptureQueriesContext(connection) as asked:
                queries.due_items(head, on=head.on, unit=DISTRICT)
            counts.append(len(asked))
        assert len(set(counts)) == 1


class TestHolidays:
    def add(self, who: Viewer, since: str, days: int = 1, **given: object) -> UUID:
        return actions.add_holiday(
            **{
                "viewer": who, "agency": DISTRICT, "kind": HolidayKind.DAY_OFF, "valid_from": day(since),
                "valid_to": day(since) + timedelta(days=days), "reason": "Nghỉ do lũ", **given,
            }
        )  # fmt: skip

    def test_a_day_off_moves_what_is_due_and_back(self, office: Office) -> None:
        case_id, head = office.ex_officio("2024-06-26", FEE), office.head("2024-06-27")
        notice = ("order.notice", "order.notice@2024-06-26")
        assert rows(case_id)[notice] == day("2024-07-01")

        holiday = self.add(head, "2024-06-28")
        assert rows(case_id)[notice] == day("2024-07-02")

        actions.end_holiday(viewer=head, holiday_id=holiday, on=head.on)
        assert rows(case_id)[notice] == day("2024-07-01")

    def test_a_day_of_the_province_holds_below_it_and_not_beside(self, office: Office) -> None:
        head = viewer(Role.AGENCY_HEAD, "2024-06-27", agency=PROVINCE)
        self.add(head, "2024-06-28", agency=PROVINCE)
        below = queries.office_calendar_of(office.head("2024-06-27"), DISTRICT)
        self.add(viewer(Role.AGENCY_HEAD, agency=OTHER), "2024-07-01", agency=OTHER)
        beside = queries.office_calendar_of(office.head("2024-06-27"), DISTRICT)

        assert not below.is_working(day("2024-06-28"))
        assert beside.is_working(day("2024-07-01"))

    def test_an_act_after_it_counts_by_the_new_calendar(self, office: Office) -> None:
        self.add(office.head("2024-06-26"), "2024-06-28")
        case_id = office.ex_officio("2024-06-27", FEE)

        assert rows(case_id)["order.notice", "order.notice@2024-06-27"] == day("2024-07-03")

    @pytest.mark.parametrize(
        ("who", "agency", "code"),
        [
            (Role.BAILIFF, DISTRICT, "access.not_your_role"),
            (Role.AGENCY_HEAD, OTHER, "access.not_in_sight"),
        ],
    )
    def test_only_the_head_of_an_office_adds_to_its_calendar(
        self, office: Office, who: Role, agency: str, code: str
    ) -> None:
        with pytest.raises(Refusal) as refused:
            self.add(viewer(who), "2024-06-28", agency=agency)

        assert refused.value.code == code

    def test_a_day_is_taken_back_once(self, office: Office) -> None:
        head = office.head("2024-06-27")
        holiday = self.add(head, "2024-06-28")
        actions.end_holiday(viewer=head, holiday_id=holiday, on=head.on)
        with pytest.raises(Refusal) as refused:
            actions.end_holiday(viewer=head, holiday_id=holiday, on=head.on)

        assert refused.value.code == "deadlines.holiday_ended"
        assert [row.ended_on for row in queries.holidays(head)] == [head.on]

    def test_a_day_of_another_office_is_not_found(self, office: Office) -> None:
        holiday = self.add(office.head("2024-06-27"), "2024-06-28")
        with pytest.raises(Refusal) as refused:
            actions.end_holiday(
                viewer=viewer(Role.AGENCY_HEAD, agency=OTHER), holiday_id=holiday, on=day("2024-07-01")
            )

        assert refused.value.code == "deadlines.holiday_unknown"
