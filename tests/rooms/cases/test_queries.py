"""Lists, pages, desks: scoped to what the viewer sees, flat in the number of questions, equal to
the rules.
"""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms.cases.office import (
    BAILIFF,
    COLLEAGUE,
    DEBT,
    DEBTOR,
    FEE,
    OTHER,
    PROVINCE,
    Office,
    day,
    instant,
    viewer,
)
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.overdue import overdue_cases
from thads.enforcement.cases.rules.dues import all_dues, dues_of
from thads.enforcement.cases.rules.facts import DecisionIssued, Duty, Part
from thads.enforcement.cases.rules.histories import CaseHistory, HistoryFact
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import CaseFilter, CaseOrder, StatusGroup
from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    JudgmentKind,
    ObligationKind,
    VerificationResult,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.showing import standing_of
from thads.enforcement.deadlines import actions as deadlines
from thads.enforcement.deadlines.models import DueItem
from thads.enforcement.deadlines.rules import due_items
from thads.foundation.access.rules.viewer import Role
from thads.kernel.refusals import Refusal

NOT_ABLE = VerificationResult.NOT_ABLE


def listed(office: Office, **filters: object) -> list[UUID]:
    found = queries.case_list(office.head("2024-06-28"), filters=CaseFilter(**filters))
    assert found.total == len(found.rows)
    return [row.case_id for row in found.rows]


@pytest.fixture
def three(office: Office) -> tuple[UUID, UUID, UUID]:
    """A case of a fee, a debt in the hands of a colleague, and a debt found without conditions."""
    fee = office.ex_officio("2024-01-10", FEE, number="1/HS-ST")
    debt = office.on_request("2024-02-10", DEBT, bailiff=COLLEAGUE, number="2/DS-ST")
    unable = office.on_request("2024-03-10", DEBT, number="3/DS-ST")
    when = day("2024-03-20")
    actions.record_verification(viewer=office.bailiff("2024-03-20"), case_id=unable, on=when, result=NOT_ABLE)
    actions.decide_unable(viewer=office.head("2024-03-20"), case_id=unable, on=when, ground="address_unknown")
    return fee, debt, unable


@pytest.mark.parametrize(
    ("filters", "places"),
    [
        ({}, [2, 1, 0]),
        ({"order": CaseOrder.OLDEST}, [0, 1, 2]),
        ({"order": CaseOrder.LARGEST}, [2, 1, 0]),
        ({"group": StatusGroup.WORKING}, [1, 0]),
        ({"group": StatusGroup.RESTING}, [2]),
        ({"group": StatusGroup.FINISHED}, []),
        ({"status": S.UNABLE}, [2]),
        ({"bailiff": COLLEAGUE}, [1]),
        ({"initiation": Initiation.EX_OFFICIO}, [0]),
        ({"agency": OTHER}, []),
        ({"flag": Flag.PRISONER}, []),
        ({"text": "nguyễn văn ánh"}, [2, 1, 0]),
        ({"text": "NGUYEN VAN ANH"}, [2, 1, 0]),
        ({"text": "tran dao"}, [2, 1]),
        ({"text": "2/ds-st"}, [1]),
        ({"text": "3/2024/TQ.CH"}, [2]),
        ({"text": DEBTOR.id_number}, [2, 1, 0]),
        ({"text": "100%"}, []),
        ({"text": "khong co ai"}, []),
    ],
)
def test_a_filter_narrows_the_list(
    office: Office, three: tuple[UUID, ...], filters: dict[str, object], places: list[int]
) -> None:
    assert listed(office, **filters) == [three[place] for place in places]


def test_marks_can_be_looked_for(office: Office) -> None:
    judgment = office.judgment("2024-01-10", FEE)
    case = actions.issue_ex_officio(
        viewer=office.head("2024-01-10"), judgment_id=judgment, on=day("2024-01-10"),
        flags=(Flag.LAND, Flag.KEY_CASE),
    )  # fmt: skip

    assert listed(office, flag=Flag.KEY_CASE) == [case]
    assert office.page(case).row.flags == (Flag.LAND, Flag.KEY_CASE)


def test_pages_are_cut_and_counted(office: Office, three: tuple[UUID, ...]) -> None:
    second = queries.case_list(office.head("2024-06-28"), page=Page(2, 2))

    assert ([row.case_id for row in second.rows], second.total, second.pages) == ([three[0]], 3, 2)
    assert (second.has_previous, second.has_next) == (True, False)


def test_each_sees_his_agencies_only(office: Office, three: tuple[UUID, ...]) -> None:
    province = viewer(Role.AGENCY_HEAD, agency=PROVINCE)
    stranger = viewer(Role.AGENCY_HEAD, agency=OTHER)

    assert queries.case_list(province).total == 3
    assert queries.case_list(stranger).total == 0
    assert queries.find_case(stranger, "1/2024/TQ.CH") is None
    assert queries.judgments(stranger).total == queries.requests(stranger).total == 0
    assert not queries.head_folder(stranger).unassigned.total
    assert queries.desk(stranger, bailiff=BAILIFF).open_cases == 0
    with pytest.raises(Refusal) as refused:
        queries.case_page(stranger, three[0])
    assert refused.value.code == "cases.not_found"
    with pytest.raises(Refusal):
        queries.judgment_page(stranger, office.page(three[0]).judgment_id)
    with pytest.raises(Refusal):
        queries.request_row(stranger, office.page(three[1]).request_id)


def test_the_search_box_finds_the_number(office: Office, three: tuple[UUID, ...]) -> None:
    found = queries.find_case(office.head("2024-06-28"), " 2/2024/TQ.CH ")

    assert found is not None
    assert found.case_id == three[1]
    assert queries.find_case(office.head("2024-06-28"), "2/202") is None


@pytest.mark.parametrize("filters", [CaseFilter(), CaseFilter(text="nguyen"), CaseFilter(overdue=True)])
def test_the_number_of_questions_does_not_grow_with_the_rows(
    office: Office, django_assert_max_num_queries: object, filters: CaseFilter
) -> None:
    from django.db import connection

    head, counts = office.head("2024-06-28"), []
    for number in range(1, 4):
        office.ex_officio("2024-01-10", number=f"{number}/HS")
        with CaptureQueriesContext(connection) as asked:
            queries.case_list(head, filters=filters)
        counts.append(len(asked))

    assert len(set(counts)) == 1
    assert counts[0] <= 4


class TestPage:
    def test_tells_who_what_how_much_and_what_happened(self, office: Office, three: tuple[UUID, ...]) -> None:
        page = office.page(three[2])
        unable = page.timeline[-1]

        assert page.obligations[0].ground_words.startswith("Chưa xác định được địa chỉ")
        assert (unable.title, unable.basis) == (
            "Quyết định về việc chưa có điều kiện thi hành án", "L08 Đ44a.1; N62 Đ9",
        )  # fmt: skip
        assert (unable.took_effect, unable.order_no) == (day("2024-03-20"), "1/QĐ-CCTHADS")
        said = {detail.label: detail for detail in page.timeline[0].details}
        assert said["Các khoản"].text == "khoản 1: Nghĩa vụ theo hợp đồng 300.000.000 đồng"
        assert (said["Chấp hành viên"].text, said["Chấp hành viên"].code) == ("Lê Văn Chấp", BAILIFF)
        assert {party.name for party in page.parties} == {"Nguyễn Văn Ánh", "Trần Thị Đào"}
        assert {row.case_id for row in page.others} == {three[0], three[1]}
        assert "unable.separate_ledger_long" in {due.key for due in page.dues}

    def test_says_of_every_step_whether_it_is_lawful_and_why_not(
        self, office: Office, three: tuple[UUID, ...]
    ) -> None:
        steps = {step.verb: step for step in office.page(three[2]).steps}

        assert steps["cases.resume"].possible
        assert not steps["cases.move_to_separate_ledger"].possible
        assert "sớm nhất từ ngày 20/03/2026" in steps["cases.move_to_separate_ledger"].reason
        assert {verb.removeprefix("cases.") for verb in steps} <= set(actions.__all__)
        assert steps["cases.terminate"].grounds

    def test_questions_do_not_grow_with_the_facts(self, office: Office, three: tuple[UUID, ...]) -> None:
        from django.db import connection

        counts = []
        for amount in (1, 2, 3):
            actions.collect_money(
                viewer=office.bailiff("2024-04-01"),
                case_id=three[2],
                on=day("2024-04-01"),
                parts=(Part(1, amount),),
            )
            with CaptureQueriesContext(connection) as asked:
                office.page(three[2])
            counts.append(len(asked))
        assert len(set(counts)) == 1
        assert counts[0] <= 10


class TestDesk:
    def test_shows_what_is_overdue_soon_and_later(self, office: Office) -> None:
        late, soon, later, quiet = (
            office.ex_officio(when, number=f"{when}/HS")
            for when in ("2024-06-01", "2024-06-26", "2024-06-10", "2024-06-05")
        )
        bailiff = office.bailiff("2024-06-27")
        for case_id in (late, soon, later, quiet):
            actions.open_file(viewer=bailiff, case_id=case_id, on=bailiff.on)
        actions.serve_notice(viewer=bailiff, case_id=later, on=day("2024-06-27"))
        able = VerificationResult.ABLE
        actions.record_verification(viewer=bailiff, case_id=quiet, on=day("2024-06-27"), result=able)
        desk = queries.desk(office.bailiff("2024-06-27"))

        assert [case.row.case_id for case in desk.overdue] == [late]
        assert [case.row.case_id for case in desk.soon] == [soon]
        assert [case.row.case_id for case in desk.later] == [later]
        assert [row.case_id for row in desk.quiet] == [quiet]
        assert (desk.open_cases, desk.remaining) == (4, 4_000_000)
        assert desk.soon[0].dues[0].due_on == day("2024-07-01")

    def test_another_s_desk_may_be_looked_at(self, office: Office, three: tuple[UUID, ...]) -> None:
        desk = queries.desk(office.head("2024-06-28"), bailiff=COLLEAGUE)

        assert [case.row.case_id for case in desk.overdue] == [three[1]]


def test_the_head_s_folder_holds_what_waits_for_a_signature(office: Office) -> None:
    office.judgment("2024-06-20", FEE, DEBT, number="1/HS")
    judgment = queries.judgments(office.head("2024-06-20")).rows[0].judgment_id
    actions.receive_request(
        viewer=office.clerk("2024-06-21"), judgment_id=judgment, requester="Trần Thị Đào",
        requested_on=day("2024-06-21"), received_on=day("2024-06-21"), duty_nos=(2,),
    )  # fmt: skip
    unassigned = office.ex_officio("2024-06-20", number="2/HS", bailiff="")
    proposed, ended, paid = (office.ex_officio("2024-03-01", number=f"{n}/HS") for n in (3, 4, 5))
    bailiff, head = office.bailiff("2024-03-20"), office.head("2024-03-20")
    actions.record_verification(viewer=bailiff, case_id=proposed, on=day("2024-03-20"), result=NOT_ABLE)
    actions.defer(
        viewer=head, case_id=ended, on=day("2024-03-20"), ground="parties_agree", until=day("2024-06-20")
    )
    actions.collect_money(viewer=bailiff, case_id=paid, on=day("2024-03-20"), parts=(Part(1),))
    folder = queries.head_folder(office.head("2024-06-28"))

    assert [(row.number, row.due.due_on) for row in folder.judgments.rows if row.due] == [
        ("1/HS", day("2024-06-27"))
    ]
    assert [row.due.due_on for row in folder.requests.rows if row.due] == [day("2024-06-28")]
    assert [case.row.case_id for case in folder.unassigned.rows] == [unassigned]
    assert [case.row.case_id for case in folder.unable_proposed.rows] == [proposed]
    assert [case.row.case_id for case in folder.deferrals_ended.rows] == [ended]
    assert [case.row.case_id for case in folder.to_finish.rows] == [paid]
    assert not folder.separate_ledger_due.total


def test_a_pile_counts_all_that_waits_and_is_looked_through_page_by_page(office: Office) -> None:
    for number in range(15):
        office.judgment("2024-06-20" if number else "2024-06-26", FEE, number=f"{number}/HS")
    head = office.head("2024-06-28")

    top = queries.head_folder(head).judgments
    assert (len(top.rows), top.total, top.late) == (12, 15, 14)
    rest = queries.head_pile(head, "judgments", page=Page(2, 10))
    assert ([row.number for row in rest.rows][-1], len(rest.rows), rest.total) == ("0/HS", 5, 15)
    with pytest.raises(Refusal) as refused:
        queries.head_pile(head, "coffee", page=Page())
    assert refused.value.code == "cases.no_such_pile"


def test_an_unable_case_waits_for_the_separate_ledger_after_its_years(
    office: Office, three: tuple[UUID, ...]
) -> None:
    assert not queries.head_folder(office.head("2026-03-19")).separate_ledger_due.total
    ripe = queries.head_folder(office.head("2026-03-20")).separate_ledger_due.rows

    assert [case.row.case_id for case in ripe] == [three[2]]


def test_registers_are_searched_and_narrowed(office: Office) -> None:
    office.on_request("2024-01-10", number="7/2023/DS-ST")
    office.judgment("2024-01-11", FEE, number="8/2023/HS-ST")
    head = office.head("2024-06-28")

    assert [row.number for row in queries.judgments(head, text="anh 8/2023").rows] == ["8/2023/HS-ST"]
    assert [row.number for row in queries.judgments(head, waiting=True).rows] == ["8/2023/HS-ST"]
    assert queries.judgments(head, text="khong co").total == 0
    assert queries.requests(head, text="dao").total == 1
    assert queries.requests(head, text="9/2023").total == 0


standings = st.fixed_dictionaries(
    {
        "status": st.sampled_from([status.value for status in S if status.is_open]),
        "initiation": st.sampled_from(["ex_officio", "on_request"]),
        "since": st.integers(0, 900),
        "notice_on": st.none() | st.integers(0, 900),
        "voluntary_until": st.integers(0, 900),
        "last_verified_on": st.none() | st.integers(0, 900),
        "last_found": st.sampled_from(["able", "not_able", ""]),
        "until": st.none() | st.integers(0, 900),
        "flags": st.sampled_from(["", "|prisoner|", "|land|"]),
        "ground": st.sampled_from(["", "address_unknown", "no_income_no_assets"]),
    }
)


@pytest.mark.parametrize("on", ["2024-06-28", "2026-06-30", "2026-07-01"])
def test_the_list_of_the_overdue_is_what_the_rules_say(db: None, on: str) -> None:
    @settings(max_examples=15)
    @given(st.lists(standings, min_size=30, max_size=30))
    def agrees(invented: list[dict[str, object]]) -> None:
        EnforcementCase.objects.all().delete()
        EnforcementCase.objects.bulk_create(
            EnforcementCase(number=str(number), **as_columns(one, on)) for number, one in enumerate(invented)
        )
        write_dues(EnforcementCase.objects.all())
        expected = {
            case.number
            for case in EnforcementCase.objects.all()
            if any(due.is_overdue(day(on)) for due in dues_of(standing_of(case), on=day(on)))
        }
        asked = overdue_cases(viewer(Role.AGENCY_HEAD, on), on=day(on))
        found = EnforcementCase.objects.filter(asked).values_list("number", flat=True)
        assert set(found) == expected
        held = queries.head_folder(viewer(Role.AGENCY_HEAD, on))
        piles = (held.unable_proposed, held.found_able, held.separate_ledger_due, held.deferrals_ended)
        dues = [dues_of(standing_of(case), on=day(on)) for case in EnforcementCase.objects.all()]
        waits = [[due for due in each if due.waits_for_head(day(on))] for each in dues]
        assert sum(pile.total for pile in piles) == sum(map(bool, waits))
        late = [each for each in waits if any(due.is_overdue(day(on)) for due in each)]
        assert sum(pile.late for pile in piles) == len(late)

    agrees()


def write_dues(cases: Iterable[EnforcementCase]) -> None:
    """Write what is due on cases as where they stand tells it: these cases have no facts."""
    DueItem.objects.all().delete()
    items = (
        due_items.DueItem(due_items.DueSubject.CASE, case.uuid, case.number, case.agency, case.bailiff, due)
        for case in cases
        for due in all_dues(standing_of(case))
    )
    deadlines.write_due_items(viewer=viewer(Role.AGENCY_HEAD), items=items)


def as_columns(given: dict[str, object], on: str) -> dict[str, object]:
    """Days ago become days; what a status implies is filled in as a fold would."""
    days = {name: day(on) - timedelta(days=ago) for name, ago in given.items() if isinstance(ago, int)}
    columns = {**given, **days, "agency": "TQ.CH", "owed": 1, "remaining": 1, "bailiff": BAILIFF}
    columns["judgment_kind"] = JudgmentKind.CRIMINAL.value
    columns["decided_on"] = days["since"]
    if given["status"] == S.VOLUNTARY:
        columns["notice_on"] = columns["voluntary_until"] - timedelta(days=10)
    else:
        columns["voluntary_until"] = None
    if not given["last_found"]:
        columns["last_verified_on"] = None
    elif columns["last_verified_on"] is None:
        columns["last_verified_on"] = columns["since"]
    if given["status"] in {S.UNABLE, S.SEPARATE_LEDGER}:
        columns["unable_on"] = columns["since"]
    return columns


def numbered(number: str) -> DecisionIssued:
    duty = Duty(1, ObligationKind.FINE, 1_000_000, "", DEBTOR.name)
    return DecisionIssued(number, Initiation.EX_OFFICIO, JudgmentKind.CRIMINAL, (duty,))


EARLY = instant("2024-06-03")


def test_cases_of_one_day_stand_in_the_order_of_their_numbers(office: Office) -> None:
    come = [  # not in the order of the numbers
        CaseHistory(
            uuid4(),
            office.agency,
            (HistoryFact(numbered(f"{number}/2024/{office.agency}"), day("2024-06-03"), EARLY),),
        )
        for number in (10, 9, 100, 8)
    ]
    importer = viewer(Role.ADMINISTRATOR)
    actions.import_histories(viewer=importer, histories=come)

    for order, expected in (
        (CaseOrder.OLDEST, ["8", "9", "10", "100"]),
        (CaseOrder.NEWEST, ["100", "10", "9", "8"]),
        (CaseOrder.DEBTOR, ["8", "9", "10", "100"]),
    ):
        rows = queries.case_list(importer, filters=CaseFilter(order=order)).rows
        assert [row.number.partition("/")[0] for row in rows] == expected
    told = queries.histories(importer, agencies=frozenset({office.agency}))
    assert [one.opening.number.partition("/")[0] for one in told] == ["8", "9", "10", "100"]
