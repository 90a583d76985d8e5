"""Whole histories come in: every step checked, all or nothing, and live work goes on from them."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from rooms.cases.office import DEBTOR, DISTRICT, FEE, OTHER, Office, day, instant, viewer
from rules.cases import telling
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.rules.histories import SUBJECT, CaseHistory, HistoriesRefused, HistoryFact
from thads.enforcement.cases.rules.pages import CaseFilter
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.foundation.access.rules.viewer import Role
from thads.foundation.audit.models import AuditEntry
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.models import LedgerEntry
from thads.kernel.refusals import Refusal

KEEPER = viewer(Role.ADMINISTRATOR, "2024-07-05", agency="TQ")


def history(
    number: str = "7/2024/TQ.CH", *, agency: str = DISTRICT, steps: tuple[HistoryFact, ...] = ()
) -> CaseHistory:
    opening = telling.line("2024-01-10", replace(telling.decision(1_000), number=number, bailiff="TQ.CH-01"))
    return CaseHistory(uuid4(), agency, (opening, *steps), (DEBTOR,), where=number)


PAID = (
    telling.line("2024-02-01", telling.collected(400)),
    HistoryFact(None, day("2024-02-05"), instant("2024-02-05"), cancels=1, reason="ghi nhầm số tiền"),
    replace(
        telling.line("2024-02-05", telling.collected(300)),
        order_no="BL 01",
        actor="le.van.chap",
        acting_agency="TQ",
    ),
)


def take(*histories: CaseHistory) -> object:
    return actions.import_histories(viewer=KEEPER, histories=iter(histories))


def test_cases_come_in_with_their_rows_their_facts_and_their_cancellations(office: Office) -> None:
    told = history(steps=PAID)
    result = take(told, history("8/2024/TQ.CH"))

    assert (result.cases, result.facts) == (2, 5)
    page = office.page(told.case_id)
    assert (page.row.collected, page.row.remaining, page.seq) == (300, 700, 4)
    assert [party.id_number for party in page.parties] == [DEBTOR.id_number]
    wrong, cancelling = ledger.entries_of(SUBJECT, told.case_id)[1:3]
    assert cancelling.cancels == wrong.id
    last = page.timeline[-1]
    assert (last.order_no, last.actor, last.agency) == ("BL 01", "le.van.chap", "TQ")
    assert queries.case_list(office.head("2024-07-05"), filters=CaseFilter(text="nguyen van anh")).total == 2


def test_live_work_goes_on_from_them(office: Office) -> None:
    told = history("41/2024/TQ.CH", steps=PAID)
    take(told)
    who = office.bailiff("2024-07-05")
    actions.collect_money(
        viewer=who,
        case_id=told.case_id,
        on=day("2024-07-05"),
        parts=(telling.f.Part(1, 700),),
        expected_seq=4,
    )
    actions.finish(viewer=who, case_id=told.case_id, on=day("2024-07-05"))

    assert office.page(told.case_id, "2024-07-05").row.status is S.PERFORMED
    next_case = office.ex_officio("2024-07-05", FEE, number="99/HS")
    assert office.page(next_case, "2024-07-05").row.number == "42/2024/TQ.CH"


def test_one_fault_refuses_everything_and_says_where(office: Office) -> None:
    unlawful = history("9/2024/TQ.CH", steps=(telling.line("2024-03-01", telling.f.Performed()),))
    beyond = history("10/2024/TQ.CH", steps=(telling.line("2024-03-02", telling.collected(1_001)),))
    with pytest.raises(HistoriesRefused) as refused:
        take(history(), unlawful, beyond)

    assert [(one.where, one.code) for one in refused.value.problems] == [
        ("2024-03-01", "cases.still_owed"),
        ("2024-03-02", "cases.amount_over_rest"),
    ]
    assert "có 2 lỗi" in refused.value.message
    assert not EnforcementCase.objects.exists()
    assert not LedgerEntry.objects.exists()
    assert AuditEntry.objects.get().outcome == "refused"


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (history(), "cases.import_number_twice"),
        (replace(history("8/2024/TQ.CH"), facts=()), "cases.no_decision"),
        (history("8/2024/X", agency="HG.X"), "access.not_in_sight"),
    ],
)
def test_what_cannot_come_in_is_refused(office: Office, second: CaseHistory, code: str) -> None:
    with pytest.raises(HistoriesRefused) as refused:
        take(history(), second)

    assert [one.code for one in refused.value.problems] == [code]
    assert not EnforcementCase.objects.exists()


def test_the_same_number_may_stand_at_two_agencies(office: Office) -> None:
    take(history("5"), history("5", agency=OTHER))

    assert EnforcementCase.objects.count() == 2
    assert queries.find_case(viewer(Role.AUDITOR, agency="TQ"), "5") is None


def test_coming_in_again_is_refused_and_changes_nothing(office: Office) -> None:
    told = history(steps=PAID)
    take(told)
    before = LedgerEntry.objects.count()
    for again, code in (
        (told, "cases.import_number_exists"),
        (replace(history("8/2024/TQ.CH"), case_id=told.case_id), "cases.import_id_exists"),
    ):
        with pytest.raises(HistoriesRefused) as refused:
            take(again)
        assert refused.value.problems[0].code == code
    assert LedgerEntry.objects.count() == before


def test_only_the_keeper_of_the_system_takes_histories_in(office: Office) -> None:
    with pytest.raises(HistoriesRefused) as refused:
        actions.import_histories(viewer=office.head("2024-07-05"), histories=[history()])

    assert refused.value.problems[0].code == "access.not_your_role"


def test_nothing_is_taken_from_nothing(office: Office) -> None:
    assert take().cases == 0


def test_a_fault_while_reading_leaves_nothing(office: Office) -> None:
    def broken() -> object:
        yield history()
        raise Refusal("cases.no_decision")

    with pytest.raises(Refusal):
        actions.import_histories(viewer=KEEPER, histories=broken())
    assert not EnforcementCase.objects.exists()


def test_many_portions_are_one_import(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from thads.enforcement.cases.actions import importing

    monkeypatch.setattr(importing, "PORTION", 3)
    take(*(history(f"{number}/2024/TQ.CH", steps=PAID) for number in range(1, 9)))
    assert EnforcementCase.objects.count() == 8

    late_fault = replace(history("1/2024/TQ.CH"), case_id=UUID(int=9))
    with pytest.raises(HistoriesRefused):
        take(*(history(f"{number}/2025/TQ.CH") for number in range(1, 9)), late_fault)
    assert EnforcementCase.objects.count() == 8
