"""Acts on a case: what each writes, who may do it, two people at once, taking back."""

from datetime import date
from uuid import uuid4

import pytest

from rooms.cases.office import (
    BAILIFF,
    COLLEAGUE,
    DEBT,
    DISTRICT,
    FEE,
    FINE,
    OTHER,
    PROVINCE,
    Office,
    at,
    day,
    viewer,
)
from thads.enforcement.cases import actions, queries
from thads.enforcement.cases.rules.facts import Order, Part
from thads.enforcement.cases.rules.histories import SUBJECT
from thads.enforcement.cases.rules.moves import MOVES
from thads.enforcement.cases.rules.telling import Detail
from thads.enforcement.cases.rules.vocabulary import (
    CollectionMeans,
    SuspensionCause,
    VerificationResult,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.foundation.access.door import DOORS
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.audit.models import AuditEntry
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.models import LedgerEntry
from thads.kernel.refusals import Refusal
from thads.law import LAW

ON = day("2024-03-01")
NOT_ABLE = {"result": VerificationResult.NOT_ABLE}

# Every act on a case: who does it, with what, and where the case then stands.
ACTS = {
    "assign_bailiff": (Role.AGENCY_HEAD, {"bailiff": COLLEAGUE}, S.ASSIGNED),
    "serve_notice": (Role.BAILIFF, {}, S.VOLUNTARY),
    "record_verification": (Role.BAILIFF, NOT_ABLE, S.VERIFYING),
    "defer": (Role.AGENCY_HEAD, {"ground": "parties_agree", "until": day("2024-06-01")}, S.DEFERRED),
    "suspend": (Role.AGENCY_HEAD, {"cause": SuspensionCause.BANKRUPTCY}, S.SUSPENDED),
    "terminate": (Role.AGENCY_HEAD, {"ground": "debtor_dead"}, S.TERMINATED),
    "reduce_duty": (Role.AGENCY_HEAD, {"parts": (Part(1, 400_000),), "court_decision": "1/QĐ"}, S.ASSIGNED),
    "delegate_out": (Role.AGENCY_HEAD, {"to_agency": "HG"}, S.DELEGATED_OUT),
    "pull_up_file": (Role.AGENCY_HEAD, {"to_agency": PROVINCE}, S.PULLED_UP),
    "recall_decision": (Role.AGENCY_HEAD, {"ground": "wrong_competence"}, S.RECALLED),
    "collect_money": (Role.BAILIFF, {"parts": (Part(1, 400_000),), "receipt_no": "0000001"}, S.ASSIGNED),
}
AT = {"pull_up_file": PROVINCE}
"""Who acts sits at the agency of the case, but for these."""
LATER_ACTS = {"decide_unable", "resume", "move_to_separate_ledger", "finish", "cancel_fact"}


RUNS_CASES = {Role.BAILIFF, Role.PRIVATE_BAILIFF}


def person(role: Role, when: str = "2024-03-01", agency: str = DISTRICT) -> Viewer:
    is_bailiff = role in {Role.BAILIFF, Role.PRIVATE_BAILIFF}
    return viewer(role, when, agency=agency, staff=BAILIFF if is_bailiff else "")


def doer(name: str, role: Role | None = None) -> Viewer:
    """Whoever does the act, or a person with another role in his place."""
    return person(role or ACTS[name][0], agency=AT.get(name, DISTRICT))


def act(name: str, case: object, who: Viewer, **more: object) -> None:
    _, given, _ = ACTS[name]
    getattr(actions, name)(**{"viewer": who, "case_id": case, "on": ON, **given, **more})


def test_every_verb_of_the_room_has_its_action() -> None:
    verbs = {verb for verb in rights.known_verbs() if verb.startswith("cases.")}

    assert {f"cases.{name}" for name in actions.__all__} == verbs
    assert verbs <= set(DOORS)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_writes_one_fact_folds_the_rows_and_leaves_a_trail(office: Office, name: str) -> None:
    case = office.ex_officio("2024-01-10")
    role, _, status = ACTS[name]
    act(name, case, doer(name))

    page = office.page(case)
    assert (page.row.status, page.seq, len(page.timeline)) == (status, 2, 2)
    entry = ledger.entries_of(SUBJECT, case)[-1]
    assert (entry.took_effect, entry.recorded_at, entry.agency) == (ON, person(role).at, DISTRICT)
    assert entry.actor == doer(name).username
    trail = AuditEntry.objects.get(verb=f"cases.{name}")
    assert (trail.subject, trail.outcome, trail.actor) == (str(case), "done", doer(name).username)


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("role", list(Role))
def test_only_those_may_record_an_act_whom_the_table_names(office: Office, name: str, role: Role) -> None:
    case = office.ex_officio("2024-01-10")
    before = LedgerEntry.objects.count()
    may_record = role in rights.known_verbs()[f"cases.{name}"]
    if may_record and signs(name, role):
        act(name, case, doer(name, role))
        assert LedgerEntry.objects.count() == before + 1
        return
    with pytest.raises(Refusal) as refused:
        act(name, case, doer(name, role))
    signing = {"organisation.may_not_sign", "organisation.delegation_missing"}
    assert refused.value.code in (signing if may_record else {"access.not_your_role"})
    assert LedgerEntry.objects.count() == before


def signs(name: str, role: Role) -> bool:
    """Whether the law lets the role sign the act without a delegation; what is no order needs none."""
    move = next(move for move in MOVES.values() if move.verb == name)
    return not issubclass(move.fact, Order) or LAW.may_sign(move.act, role, on=ON)


@pytest.mark.parametrize("name", ACTS)
def test_a_case_of_another_agency_is_not_there(office: Office, name: str) -> None:
    case = office.ex_officio("2024-01-10")
    with pytest.raises(Refusal) as refused:
        act(name, case, person(ACTS[name][0], agency=OTHER))
    assert refused.value.code == "cases.not_found"
    with pytest.raises(Refusal):
        act(name, uuid4(), person(ACTS[name][0]))


def test_a_bailiff_records_only_in_his_own_case(office: Office) -> None:
    case = office.ex_officio("2024-01-10", bailiff=COLLEAGUE)
    with pytest.raises(Refusal) as refused:
        actions.serve_notice(viewer=office.bailiff("2024-03-01"), case_id=case, on=ON)

    assert refused.value.code == "cases.not_your_case"
    actions.serve_notice(viewer=office.bailiff("2024-03-01", COLLEAGUE), case_id=case, on=ON)


@pytest.mark.parametrize("name", ACTS)
def test_of_two_people_at_once_one_is_told_to_look_again(office: Office, name: str) -> None:
    case = office.ex_officio("2024-01-10")
    seen = office.page(case).seq
    actions.serve_notice(
        viewer=office.bailiff("2024-02-01"), case_id=case, on=day("2024-02-01"), expected_seq=seen
    )
    with pytest.raises(Refusal) as refused:
        act(name, case, doer(name), expected_seq=seen)

    assert refused.value.code == "ledger.changed_meanwhile"
    assert office.page(case).seq == seen + 1


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("wrong", [date(2024, 3, 2), date(2024, 1, 9)])
def test_no_act_lies_in_the_future_or_before_the_decision(office: Office, name: str, wrong: date) -> None:
    case = office.ex_officio("2024-01-10")
    with pytest.raises(Refusal) as refused:
        act(name, case, doer(name), on=wrong)
    assert refused.value.code in {"cases.in_the_future", "cases.before_decision"}
    assert office.page(case).seq == 1


def test_the_notice_starts_the_voluntary_period_of_ten_days(office: Office) -> None:
    case = office.ex_officio("2024-01-10")
    actions.serve_notice(viewer=office.bailiff("2024-03-01"), case_id=case, on=day("2024-02-01"))

    page = office.page(case)
    assert page.voluntary_until == day("2024-02-15")  # 11/2/2024 is in Tết: rolled to the next working day
    coerced = {"parts": (Part(1, 5),), "means": CollectionMeans.COERCION}
    with pytest.raises(Refusal, match="chưa thể cưỡng chế"):
        actions.collect_money(
            viewer=office.bailiff("2024-03-01"), case_id=case, on=day("2024-02-15"), **coerced
        )
    actions.collect_money(viewer=office.bailiff("2024-03-01"), case_id=case, on=day("2024-02-16"), **coerced)


def test_orders_are_numbered_by_kind_without_gaps(office: Office) -> None:
    one, two = (office.ex_officio("2024-01-10", number=number) for number in ("1/HS", "2/HS"))
    for case in (one, two):
        with pytest.raises(Refusal):
            act("defer", case, person(Role.AGENCY_HEAD), ground="no_such_ground")
        act("defer", case, person(Role.AGENCY_HEAD))

    orders = [office.page(case).timeline[-1].order_no for case in (one, two)]
    assert orders == ["1/QĐ-CCTHADS", "2/QĐ-CCTHADS"]


def test_the_same_bailiff_a_stranger_the_own_agency_are_refused(office: Office) -> None:
    case = office.ex_officio("2024-01-10")
    head = person(Role.AGENCY_HEAD)
    for name, given, code in (
        ("assign_bailiff", {"bailiff": BAILIFF}, "cases.same_bailiff"),
        ("assign_bailiff", {"bailiff": "TQ.SD-01"}, "cases.bailiff_unknown"),
        ("delegate_out", {"to_agency": DISTRICT}, "cases.to_itself"),
        ("pull_up_file", {"to_agency": OTHER}, "cases.not_superior"),
        ("defer", {"ground": "illness"}, "cases.deferral_in_person"),
        ("defer", {"ground": "parties_agree", "until": None}, "cases.deferral_end_needed"),
    ):
        with pytest.raises(Refusal) as refused:
            act(name, case, head, **given)
        assert refused.value.code == code


def test_a_case_is_finished_when_all_is_paid(office: Office) -> None:
    case = office.ex_officio("2024-01-10", FEE, FINE)
    who = office.bailiff("2024-03-01")
    with pytest.raises(Refusal, match="còn 1.000.000 đồng"):
        actions.finish(viewer=who, case_id=case, on=ON)
    actions.collect_money(viewer=who, case_id=case, on=ON, parts=(Part(1), Part(2, 4_999_999)))
    with pytest.raises(Refusal, match="còn 1 đồng"):
        actions.finish(viewer=who, case_id=case, on=ON)
    with pytest.raises(Refusal) as over:
        actions.collect_money(viewer=who, case_id=case, on=ON, parts=(Part(2, 2),))
    assert over.value.code == "cases.amount_over_rest"
    actions.collect_money(viewer=who, case_id=case, on=ON, parts=(Part(2, 1),))
    actions.finish(viewer=who, case_id=case, on=ON)

    row = office.page(case).row
    assert (row.status, row.collected, row.remaining, row.is_open) == (S.PERFORMED, 6_000_000, 0, False)


class TestTakingBack:
    def paid(self, office: Office) -> tuple[object, int]:
        case = office.ex_officio("2024-01-10")
        who = office.bailiff("2024-03-01")
        actions.collect_money(viewer=who, case_id=case, on=ON, parts=(Part(1),))
        return case, office.page(case).timeline[-1].entry_id

    def cancel(self, office: Office, case: object, entry: int, **more: object) -> None:
        head = office.head("2024-03-05")
        given = {
            "viewer": head,
            "case_id": case,
            "entry_id": entry,
            "on": day("2024-03-05"),
            "reason": "ghi nhầm",
        }
        actions.cancel_fact(**{**given, **more})

    def test_leaves_both_readable_and_the_state_as_before(self, office: Office) -> None:
        case, entry = self.paid(office)
        self.cancel(office, case, entry)

        page = office.page(case)
        assert (page.row.remaining, page.row.collected, page.seq) == (1_000_000, 0, 3)
        wrong, cancelling = page.timeline[1:]
        assert wrong.cancelled_by == cancelling.entry_id
        assert not wrong.cancellable
        assert (cancelling.cancels, cancelling.details) == (entry, (Detail("Lý do", "ghi nhầm"),))

    def test_needs_a_reason_a_fact_of_this_case_and_happens_once(self, office: Office) -> None:
        case, entry = self.paid(office)
        for given, code in (
            ({"reason": " "}, "cases.reason_needed"),
            ({"entry_id": 0}, "cases.nothing_to_cancel"),
        ):
            with pytest.raises(Refusal) as refused:
                self.cancel(office, case, entry, **given)
            assert refused.value.code == code
        self.cancel(office, case, entry)
        with pytest.raises(Refusal) as refused:
            self.cancel(office, case, entry)
        assert refused.value.code == "cases.nothing_to_cancel"

    def test_waits_until_what_rests_on_it_is_taken_back(self, office: Office) -> None:
        case, entry = self.paid(office)
        actions.finish(viewer=office.bailiff("2024-03-02"), case_id=case, on=day("2024-03-02"))
        with pytest.raises(Refusal) as refused:
            self.cancel(office, case, entry)

        assert refused.value.code == "cases.cancel_breaks_later"
        assert "Thi hành xong ngày 02/03/2024" in refused.value.message
        self.cancel(office, case, office.page(case).timeline[-1].entry_id)
        self.cancel(office, case, entry)
        assert office.page(case).row.status is S.ASSIGNED

    def test_the_decision_itself_is_recalled(self, office: Office) -> None:
        case, _ = self.paid(office)
        with pytest.raises(Refusal) as refused:
            self.cancel(office, case, office.page(case).timeline[0].entry_id)
        assert refused.value.code == "cases.decision_not_cancelled"


def test_a_back_dated_fact_takes_its_legal_place(office: Office) -> None:
    case = office.on_request("2024-01-10", DEBT)
    bailiff = office.bailiff("2024-02-20")
    actions.record_verification(viewer=bailiff, case_id=case, on=day("2024-02-20"), **NOT_ABLE)
    actions.decide_unable(
        viewer=office.head("2024-02-25"), case_id=case, on=day("2024-02-25"), ground="no_income_no_assets"
    )
    late = office.bailiff("2024-03-10")
    actions.collect_money(viewer=late, case_id=case, on=day("2024-01-30"), parts=(Part(1, 1_000_000),))

    kinds = [entry.kind for entry in office.page(case).timeline]
    assert kinds.index("cases.money_collected") == 1
    assert office.page(case).row.status is S.UNABLE
    with pytest.raises(Refusal) as refused:
        actions.record_verification(
            viewer=late, case_id=case, on=day("2024-02-22"), result=VerificationResult.ABLE
        )
    assert refused.value.code == "cases.breaks_later"


def test_nothing_is_recorded_before_what_was_recorded_last(office: Office) -> None:
    case = office.ex_officio("2024-01-10")
    with pytest.raises(Refusal) as refused:
        actions.serve_notice(
            viewer=at(office.bailiff("2024-01-10"), "2024-01-09"), case_id=case, on=day("2024-01-09")
        )

    assert refused.value.code in {"cases.recorded_backwards", "cases.before_decision"}


def test_looking_at_a_case_leaves_a_trail(office: Office) -> None:
    case = office.ex_officio("2024-01-10")
    auditor = viewer(Role.AUDITOR, "2024-03-01")
    queries.case_page(auditor, case)
    actions.note_read(viewer=auditor, case_id=case)

    assert AuditEntry.objects.get(verb="cases.note_read").subject == str(case)
    with pytest.raises(Refusal):
        actions.note_read(viewer=viewer(Role.AUDITOR, agency=OTHER), case_id=case)
