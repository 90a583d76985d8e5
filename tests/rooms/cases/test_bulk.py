"""Many acts at once: each case by itself, one refused stops no other, each its own order."""

from uuid import UUID, uuid4

from django.db import connection

from rooms.cases.office import BAILIFF, COLLEAGUE, DISTRICT, FEE, OTHER, Office, viewer
from thads.enforcement.cases import queries
from thads.enforcement.cases.bulk import assign_cases, one_by_one
from thads.enforcement.cases.rules.spreading import Assignment
from thads.foundation.access.rules.viewer import Role
from thads.kernel.refusals import Refusal


def test_each_case_gets_its_bailiff_and_its_own_entry(office: Office) -> None:
    cases = [office.ex_officio("2024-06-03", FEE, bailiff="", number=f"{n}/2023/HS-ST") for n in (1, 2)]
    head = office.head("2024-06-10")
    wanted = [Assignment(cases[0], BAILIFF), Assignment(cases[1], COLLEAGUE)]

    outcomes = assign_cases(viewer=head, assignments=wanted, on=head.on, reason="chia việc")

    assert [one.is_done for one in outcomes] == [True, True]
    assert [office.page(case).row.bailiff for case in cases] == [BAILIFF, COLLEAGUE]
    assert [office.page(case).timeline[-1].kind for case in cases] == ["cases.bailiff_assigned"] * 2


def test_one_refused_stops_no_other_and_says_why(office: Office) -> None:
    mine = office.ex_officio("2024-06-03", FEE)
    free = office.ex_officio("2024-06-03", FEE, bailiff="", number="16/2023/HS-ST")
    unknown, head = uuid4(), office.head("2024-06-10")
    wanted = [Assignment(mine, BAILIFF), Assignment(unknown, BAILIFF), Assignment(free, BAILIFF)]

    outcomes = assign_cases(viewer=head, assignments=wanted, on=head.on)

    assert [one.refusal.code if one.refusal else "" for one in outcomes] == [
        "cases.same_bailiff", "cases.not_found", "",
    ]  # fmt: skip
    assert office.page(mine).seq == 1
    assert office.page(free).row.bailiff == BAILIFF


def test_who_may_not_assign_assigns_nothing(office: Office) -> None:
    case = office.ex_officio("2024-06-03", FEE, bailiff="")
    for person in (office.bailiff("2024-06-10"), viewer(Role.AGENCY_HEAD, "2024-06-10", agency=OTHER)):
        (outcome,) = assign_cases(viewer=person, assignments=[Assignment(case, BAILIFF)], on=person.on)
        assert not outcome.is_done

    assert office.page(case).row.bailiff == ""


def test_each_act_has_a_transaction_of_its_own(office: Office) -> None:
    depths, head = [], office.head("2024-06-10")

    def act(case: UUID) -> UUID:
        depths.append(len(connection.savepoint_ids))
        if len(depths) == 2:
            raise Refusal("cases.not_found", name="x")
        return case

    subjects = [uuid4() for _ in range(3)]
    outcomes = one_by_one(viewer=head, acts=[(one, lambda one=one: act(one)) for one in subjects])

    assert [one.is_done for one in outcomes] == [True, False, True]
    assert [one.opened for one in outcomes] == [(subjects[0],), (), (subjects[2],)]
    assert len(set(depths)) == 1


def test_the_load_of_bailiffs_follows_what_was_given_out(office: Office) -> None:
    cases = [office.ex_officio("2024-06-03", FEE, bailiff="", number=f"{n}/2023/HS-ST") for n in (1, 2, 3)]
    head = office.head("2024-06-10")
    assign_cases(viewer=head, assignments=[Assignment(one, BAILIFF) for one in cases], on=head.on)

    loads = {one.code: one.open_cases for one in queries.bailiff_loads(head, DISTRICT, on=head.on)}

    assert loads == {BAILIFF: 3, COLLEAGUE: 0}
