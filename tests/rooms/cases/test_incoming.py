"""What one agency passes on, another receives in register 06 and decides on: once, and exactly that."""

from uuid import UUID, uuid4

import pytest

from rooms.cases.office import (
    BAILIFF,
    DEBT,
    DEBTOR,
    DISTRICT,
    FEE,
    FINE,
    OTHER,
    PROVINCE,
    Office,
    day,
    viewer,
)
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.facts import DecisionIssued, Duty, Part
from thads.enforcement.cases.rules.histories import CaseHistory, HistoryFact
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import IncomingRow
from thads.enforcement.cases.rules.vocabulary import (
    Flag,
    Initiation,
    IntakeRoute,
    JudgmentKind,
    ObligationKind,
)
from thads.foundation.access.rules.viewer import Role
from thads.kernel.refusals import Refusal

HEAD_THERE = viewer(Role.AGENCY_HEAD, agency=OTHER)
CLERK_THERE = viewer(Role.CLERK, agency=OTHER)


@pytest.fixture
def sent(office: Office) -> UUID:
    """A case of a fee and a fine: a fifth of the fine is paid, the rest of the fine goes elsewhere."""
    case_id = office.ex_officio("2024-06-03", FEE, FINE)
    paid = office.bailiff("2024-06-10")
    actions.collect_money(viewer=paid, case_id=case_id, on=paid.on, parts=(Part(2, 1_000_000),))
    delegate(office, case_id, parts=(Part(2),))
    return case_id


def delegate(office: Office, case_id: UUID, on: str = "2024-06-20", **more: object) -> None:
    actions.delegate_out(viewer=office.head(on), case_id=case_id, on=day(on), to_agency=OTHER, **more)


def only() -> IncomingRow:
    (row,) = queries.incoming_cases(HEAD_THERE).rows
    return row


def test_the_receiver_sees_what_the_decision_carries_and_nobody_else_does(sent: UUID) -> None:
    row = only()

    assert (row.order_no, row.from_agency, row.sent_on) == ("1/QĐ-CCTHADS", DISTRICT, day("2024-06-20"))
    assert (row.debtor, row.judgment_no, row.route) == (
        "Nguyễn Văn Ánh", "15/2023/HS-ST", IntakeRoute.DELEGATED_IN,
    )  # fmt: skip
    assert list(row.duties) == [Duty(1, ObligationKind.FINE, 4_000_000, "Nhà nước", DEBTOR.name)]
    assert (row.amount, row.due, row.case_id) == (4_000_000, None, None)
    assert queries.incoming_cases(viewer(Role.AGENCY_HEAD)).total == 0
    with pytest.raises(Refusal) as refused:
        queries.case_page(HEAD_THERE, sent)
    assert refused.value.code == "cases.not_found"
    with pytest.raises(Refusal) as refused:
        queries.incoming_row(viewer(Role.AGENCY_HEAD), row.incoming_id)
    assert refused.value.code == "cases.incoming_not_found"


@pytest.mark.parametrize("written", ["TQ.SD", "tq.sd", " Cơ quan TQ.SD", "co quan tq.sd"])
def test_the_receiver_is_known_by_code_and_by_name(office: Office, written: str) -> None:
    case_id, head = office.ex_officio("2024-06-03", FEE), office.head("2024-06-20")
    actions.delegate_out(viewer=head, case_id=case_id, on=head.on, to_agency=written)

    assert only().agency == OTHER


def test_an_agency_unknown_here_stays_as_written(office: Office) -> None:
    case_id, head = office.ex_officio("2024-06-03", FEE), office.head("2024-06-20")
    actions.delegate_out(viewer=head, case_id=case_id, on=head.on, to_agency="Cục THADS tỉnh Hà Giang")

    assert office.page(case_id).obligations[0].ground_words == "Cục THADS tỉnh Hà Giang"
    assert queries.incoming_cases(HEAD_THERE).total == 0


def test_a_receipt_has_its_number_and_five_working_days_run_from_it(sent: UUID) -> None:
    actions.receive_incoming(
        viewer=CLERK_THERE, incoming_id=only().incoming_id, received_on=day("2024-06-24")
    )
    row = only()

    assert (row.register_no, row.received_on) == ("1/2024", day("2024-06-24"))
    assert row.due is not None
    assert (row.due.due_on, row.due.basis) == (day("2024-07-01"), "L08 Đ57.1b")
    with pytest.raises(Refusal) as twice:
        actions.receive_incoming(
            viewer=CLERK_THERE, incoming_id=row.incoming_id, received_on=day("2024-06-25")
        )
    assert twice.value.code == "cases.incoming_received"


def test_the_decision_takes_in_exactly_what_was_passed_on(office: Office, sent: UUID) -> None:
    incoming = only().incoming_id
    case_id = actions.accept_incoming(
        viewer=HEAD_THERE, incoming_id=incoming, on=day("2024-06-26"), received_on=day("2024-06-24"),
        flags=(Flag.PRISONER,),
    )  # fmt: skip
    page, row = queries.case_page(HEAD_THERE, case_id), only()

    assert (page.route, page.from_agency, page.judgment_no) == (
        IntakeRoute.DELEGATED_IN, DISTRICT, "15/2023/HS-ST",
    )  # fmt: skip
    assert [(line.no, line.kind, line.remaining) for line in page.obligations] == [
        (1, ObligationKind.FINE, 4_000_000)
    ]
    assert [party.name for party in page.parties] == [DEBTOR.name]
    assert page.parties[0].id_number == DEBTOR.id_number
    assert (row.case_id, row.case_number, row.register_no, row.due) == (
        case_id, f"1/2024/{OTHER}", "1/2024", None,
    )  # fmt: skip
    assert queries.incoming_cases(HEAD_THERE, waiting=True).total == 0
    with pytest.raises(Refusal) as twice:
        actions.accept_incoming(viewer=HEAD_THERE, incoming_id=incoming, on=day("2024-06-27"))
    assert twice.value.code == "cases.incoming_settled"


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ({"on": "2024-06-26"}, "cases.receipt_needed"),
        ({"on": "2024-06-23", "received_on": "2024-06-24"}, "cases.decided_before_incoming"),
        ({"on": "2024-06-26", "received_on": "2024-06-19"}, "cases.received_before_issued"),
        ({"on": "2024-06-26", "received_on": "2024-07-01"}, "cases.received_in_future"),
    ],
)
def test_dates_that_cannot_be_are_refused(sent: UUID, dates: dict[str, str], code: str) -> None:
    given = {name: day(written) for name, written in dates.items()}

    with pytest.raises(Refusal) as refused:
        actions.accept_incoming(viewer=HEAD_THERE, incoming_id=only().incoming_id, **given)
    assert refused.value.code == code
    assert only().register_no == ""


def test_a_clerk_receives_and_does_not_decide(sent: UUID) -> None:
    with pytest.raises(Refusal) as refused:
        actions.accept_incoming(viewer=CLERK_THERE, incoming_id=only().incoming_id, on=day("2024-06-26"))
    assert refused.value.code == "access.not_your_role"


def test_what_the_other_agency_has_in_its_register_is_not_taken_back(office: Office, sent: UUID) -> None:
    entry = office.page(sent).timeline[-1].entry_id
    take_back = {"viewer": office.head("2024-06-28"), "case_id": sent, "entry_id": entry}
    take_back |= {"on": day("2024-06-28"), "reason": "ghi nhầm"}
    actions.receive_incoming(
        viewer=CLERK_THERE, incoming_id=only().incoming_id, received_on=day("2024-06-24")
    )

    with pytest.raises(Refusal) as refused:
        actions.cancel_fact(**take_back)
    assert refused.value.code == "cases.received_elsewhere"


def test_what_is_taken_back_in_time_comes_no_more(office: Office, sent: UUID) -> None:
    head, entry = office.head("2024-06-28"), office.page(sent).timeline[-1].entry_id
    actions.cancel_fact(viewer=head, case_id=sent, entry_id=entry, on=head.on, reason="ghi nhầm")

    assert queries.incoming_cases(HEAD_THERE).total == 0


def test_a_file_pulled_up_comes_to_the_province(office: Office) -> None:
    case_id, above = office.on_request("2024-01-10"), viewer(Role.AGENCY_HEAD, agency=PROVINCE)
    actions.pull_up_file(viewer=above, case_id=case_id, on=day("2024-06-20"), to_agency=PROVINCE)
    (row,) = queries.incoming_cases(above, waiting=True).rows
    taken = actions.accept_incoming(
        viewer=above, incoming_id=row.incoming_id, on=day("2024-06-21"), received_on=day("2024-06-21")
    )

    page = queries.case_page(above, taken)
    assert (page.route, page.row.remaining, page.row.initiation) == (
        IntakeRoute.PULLED_UP, 300_000_000, Initiation.ON_REQUEST,
    )  # fmt: skip
    assert {party.name for party in page.parties} == {"Nguyễn Văn Ánh", "Trần Thị Đào"}


def test_the_folder_of_the_receiving_head_holds_it(office: Office, sent: UUID) -> None:
    actions.receive_incoming(
        viewer=CLERK_THERE, incoming_id=only().incoming_id, received_on=day("2024-06-20")
    )
    before = queries.head_folder(viewer(Role.AGENCY_HEAD, "2024-06-27", agency=OTHER)).incoming
    after = queries.head_folder(viewer(Role.AGENCY_HEAD, "2024-07-01", agency=OTHER)).incoming

    assert (before.total, before.late) == (1, 0)
    assert (after.total, after.late) == (1, 1)


def test_register_06_is_searched_and_paged_with_few_questions(office: Office) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number in range(3):
        delegate(office, office.on_request("2024-06-03", DEBT, number=f"{number}7/2023/DS-ST"))
        with CaptureQueriesContext(connection) as asked:
            assert queries.incoming_cases(HEAD_THERE).total == number + 1
        counts.append(len(asked))

    assert len(set(counts)) == 1
    assert queries.incoming_cases(HEAD_THERE, text="anh 17/2023").total == 1
    assert queries.incoming_cases(HEAD_THERE, text="khong co").total == 0
    assert len(queries.incoming_cases(HEAD_THERE, page=Page(2, 2)).rows) == 1


def test_an_imported_case_that_names_its_sender_has_taken_in(office: Office) -> None:
    delegate(office, office.ex_officio("2024-06-03", FEE))
    duty = Duty(1, ObligationKind.COURT_FEE, 1_000_000, "", DEBTOR.name)
    decision = DecisionIssued(
        f"5/2024/{OTHER}", Initiation.EX_OFFICIO, JudgmentKind.CRIMINAL, (duty,),
        route=IntakeRoute.DELEGATED_IN, from_agency=DISTRICT,
    )  # fmt: skip
    line = HistoryFact(decision, day("2024-06-25"), office.head("2024-06-25").at)
    importer = viewer(Role.ADMINISTRATOR, agency=PROVINCE)
    actions.import_histories(viewer=importer, histories=[CaseHistory(uuid4(), OTHER, (line,))])

    assert only().case_number == f"5/2024/{OTHER}"
    assert queries.incoming_cases(HEAD_THERE, waiting=True).total == 0


def test_what_an_imported_history_passes_on_comes_too(office: Office, sent: UUID) -> None:
    (told,) = queries.histories(office.head("2024-06-28"), agencies=frozenset({DISTRICT}))
    again = CaseHistory(uuid4(), PROVINCE, told.facts, told.parties)
    importer = viewer(Role.ADMINISTRATOR, "2024-06-29", agency=PROVINCE)
    actions.import_histories(viewer=importer, histories=[again])

    rows = queries.incoming_cases(HEAD_THERE).rows
    assert [(row.from_agency, row.amount) for row in rows] == [(PROVINCE, 4_000_000), (DISTRICT, 4_000_000)]


def test_a_bailiff_of_the_agency_may_be_assigned_at_once(office: Office) -> None:
    there, head = Office(OTHER), office.head("2024-06-28")
    case_id = there.ex_officio("2024-06-03", FEE, bailiff="")
    sending = there.head("2024-06-20")
    actions.delegate_out(viewer=sending, case_id=case_id, on=sending.on, to_agency=DISTRICT)
    (row,) = queries.incoming_cases(head).rows
    given = {"incoming_id": row.incoming_id, "on": day("2024-06-24"), "received_on": day("2024-06-24")}

    with pytest.raises(Refusal) as refused:
        actions.accept_incoming(viewer=head, bailiff="TQ.CH-99", **given)
    assert refused.value.code == "cases.bailiff_unknown"
    taken = actions.accept_incoming(viewer=head, bailiff=BAILIFF, **given)
    assert office.page(taken).row.bailiff == BAILIFF
