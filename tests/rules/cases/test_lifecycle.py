"""Every step of the table, from every status: lawful where the law says so, refused with its article
elsewhere.
"""

from dataclasses import replace

import pytest

from rules.cases.telling import ABLE, AGREED, NOT_ABLE, PROTEST, UNABLE, collected, day, decision, standing
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.lifecycle import can_move, check_move, lawful_moves
from thads.enforcement.cases.rules.measures import Measure
from thads.enforcement.cases.rules.moves import MOVES
from thads.enforcement.cases.rules.state import CaseState, Mandate, apply
from thads.enforcement.cases.rules.vocabulary import (
    CLOSED,
    ArchiveStep,
    CoercionKind,
    CoercionStep,
    Initiation,
    OrderRecipient,
    PartyRole,
    SecurityKind,
    VerificationResult,
)
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.kernel.refusals import Refusal

ON = day("2024-03-01")

FACTS: dict[str, f.CaseFact] = {
    "assign": f.BailiffAssigned("TQ-02"),
    "notice": f.NoticeServed(),
    "verify": ABLE,
    "unable": UNABLE,
    "resume": f.Resumed(),
    "ledger": f.MovedToSeparateLedger(),
    "defer": AGREED,
    "suspend": PROTEST,
    "terminate": f.Terminated("debtor_dead"),
    "reduce": f.DutyReduced((f.Part(1, 400),), "12/2024/QĐ-GTHA"),
    "delegate": f.DelegatedOut("HG"),
    "pull_up": f.FilePulledUp("TQ"),
    "recall": f.DecisionRecalled("wrong_competence"),
    "collect": collected(300),
    "finish": f.Performed(),
}
"""Steps of both laws that move obligations."""

LATER: dict[str, f.CaseFact] = {
    "return": f.RequestReturned("papers_withheld"),
    "close": f.ClosedOtherwise("bankruptcy_law"),
    "hand_over": f.HandedToAgency("TQ", "contract_ended"),
    "transfer": f.RightsTransferred(PartyRole.DEBTOR, "Lê Thị Kế"),
}
"""Steps that move obligations and that the law knows since 1/7/2026 only."""

MEASURE = Measure(1, CoercionKind.SEIZE, "nhà", day("2023-02-01"), is_forceful=True)

NOTES: dict[str, f.CaseFact] = {
    "open_file": f.FileOpened(),
    "send": f.OrderSent(1, OrderRecipient.PARTIES),
    "ask_change": f.BailiffChangeRequested("Nguyễn Văn A"),
    "refuse_change": f.BailiffChangeRefused("không có căn cứ"),
    "mandate": f.VerificationMandated("HG"),
    "answer": f.MandateAnswered("HG"),
    "inform": f.InformationReceived("người được thi hành án"),
    "agree": f.AgreementRecorded("trả dần"),
    "publish": f.DebtorPublished(),
    "update_publication": f.PublicationUpdated(),
    "end_publication": f.PublicationEnded(),
    "secure": f.SecurityOrdered(2, SecurityKind.FREEZE, "tài khoản"),
    "coerce": f.CoercionDecided(2, CoercionKind.SEIZE, "nhà", dissipation="đang bán nhà"),
    "prepare": f.CoercionPrepared(1, CoercionStep.POLICE_ASKED),
    "carry_out": f.CoercionCarriedOut(1),
    "end_measure": f.MeasureEnded(1, "applicant_asks"),
    "amend": f.OrderAmended(1, "ghi lại địa chỉ"),
    "withdraw": f.OrderWithdrawn(2, "ground_gone"),
    "ask_certificate": f.CertificateRequested("Nguyễn Văn A"),
    "certify": f.CertificateIssued("Nguyễn Văn A"),
    "check_file": f.FileChecked(ArchiveStep.FOLIOS_LISTED, 12),
    "archive": f.FileArchived(12),
    "take_out": f.FileTakenOut("Lê Văn Kiểm"),
    "return_file": f.FileReturned(),
}
"""Steps that speak of the case itself."""

ASKED = {
    "refuse_change": {"bailiff_change_asked_on": day("2024-02-20")},
    "answer": {"mandates": (Mandate("HG", day("2024-02-01")),)},
    "update_publication": {"published_on": day("2023-02-01")},
    "end_publication": {"published_on": day("2023-02-01")},
    "prepare": {"measures": (MEASURE,)},
    "carry_out": {"measures": (MEASURE,)},
    "end_measure": {"measures": (MEASURE,)},
    "certify": {"certificate_asked_on": day("2024-02-20")},
    "archive": {"checked": tuple(ArchiveStep), "folios": 12},
    "take_out": {"archived_on": day("2024-02-20")},
    "return_file": {"archived_on": day("2024-02-20"), "taken_out_on": day("2024-02-25")},
}
"""What must have happened before a step about the case; without it the step is refused."""
WHILE_OPEN = {
    "open_file", "ask_change", "refuse_change", "mandate", "answer", "inform", "agree", "publish", "secure",
    "coerce", "prepare", "carry_out",
}  # fmt: skip
WHEN_CLOSED = {"check_file", "archive", "take_out", "return_file"}

# One row a status; what is lawful from it on 1/3/2024 for an obligation of 1.000 đồng found not able in 2023.
LAWFUL = {
    S.DECIDED: "assign notice verify defer suspend terminate reduce delegate pull_up recall collect",
    S.ASSIGNED: "assign notice verify defer suspend terminate reduce delegate pull_up recall collect",
    S.VOLUNTARY: "assign verify defer suspend terminate reduce delegate pull_up recall collect",
    S.VERIFYING: "assign verify unable defer suspend terminate reduce delegate pull_up recall collect",
    S.ENFORCING: "assign verify unable defer suspend terminate reduce delegate pull_up recall collect",
    S.UNABLE: "assign verify resume ledger defer suspend terminate reduce delegate pull_up recall collect",
    S.SEPARATE_LEDGER: "assign verify resume suspend terminate reduce delegate pull_up recall collect",
    S.DEFERRED: "assign resume suspend terminate reduce delegate pull_up recall collect",
    S.SUSPENDED: "assign resume terminate reduce pull_up recall collect",
}

CASES = [
    pytest.param(status, name, id=f"{status}-{name}")
    for status in LAWFUL
    for name in FACTS
    if name != "finish"
]


def test_the_table_has_a_row_for_every_fact_after_the_decision() -> None:
    facts = (*FACTS.values(), *LATER.values(), *NOTES.values())
    assert set(MOVES) == {type(fact) for fact in facts}
    assert len(MOVES) == len(facts)
    assert set(MOVES) | {f.DecisionIssued, f.CarriedOver} == set(f.KINDS.values())


@pytest.mark.parametrize(("status", "name"), CASES)
def test_a_step_is_lawful_exactly_where_the_table_says(status: S, name: str) -> None:
    state, fact = standing(status), FACTS[name]

    assert can_move(state, fact, on=ON, recorded_on=ON) == (name in LAWFUL[status].split())


@pytest.mark.parametrize(
    ("status", "name"), [c for c in CASES if c.values[1] not in LAWFUL[c.values[0]].split()]
)
def test_a_refused_step_names_article_and_status_and_what_is_lawful_now(status: S, name: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_move(standing(status), FACTS[name], on=ON, recorded_on=ON)

    assert refused.value.code == "cases.not_lawful_now"
    assert refused.value.basis.startswith(("L08 Đ", "N62 Đ"))
    assert "Hiện có thể thực hiện: " in refused.value.message
    assert "Thu tiền thi hành án" in refused.value.message


@pytest.mark.parametrize("status", sorted(CLOSED))
@pytest.mark.parametrize("name", FACTS)
def test_nothing_is_lawful_on_a_closed_case(status: S, name: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_move(standing(status), FACTS[name], on=ON, recorded_on=ON)

    assert refused.value.code == "cases.closed"


@pytest.mark.parametrize("status", [s for s in LAWFUL if s is not S.SUSPENDED])
def test_a_case_is_finished_only_when_nothing_is_owed(status: S) -> None:
    assert not can_move(standing(status), f.Performed(), on=ON, recorded_on=ON)
    assert can_move(standing(status, collected=1_000), f.Performed(), on=ON, recorded_on=ON)


@pytest.mark.parametrize("status", LAWFUL)
def test_every_lawful_step_leads_where_the_table_says(status: S) -> None:
    for name in LAWFUL[status].split():
        move = MOVES[type(FACTS[name])]
        after = apply(standing(status), FACTS[name], on=ON)
        assert isinstance(after, CaseState)
        if move.to is not None and move.fact is not f.BailiffAssigned:
            assert after.obligations[0].status is move.to, name


@pytest.mark.parametrize("status", LAWFUL)
def test_the_buttons_are_the_lawful_steps(status: S) -> None:
    steps = {step.kind: step for step in lawful_moves(standing(status), ON)}
    of_the_case = {"open_file", "send", "ask_change", "mandate", "inform", "agree", "secure", "amend"}
    of_the_case |= {"withdraw", "ask_certificate"}
    if status in {S.UNABLE, S.SEPARATE_LEDGER}:
        of_the_case.add("publish")
    expected = {FACTS[name].kind for name in LAWFUL[status].split()} | {NOTES[n].kind for n in of_the_case}

    assert {kind for kind, step in steps.items() if step.possible} == expected
    assert all(step.reason for step in steps.values() if not step.possible)
    assert all(step.basis and step.label and step.verb.startswith("cases.") for step in steps.values())
    assert all(step.signers for step in steps.values())


def test_a_closed_case_says_on_every_button_that_it_is_closed() -> None:
    after_the_end = {fact.kind for name, fact in NOTES.items() if name not in WHILE_OPEN}
    steps = [
        step
        for step in lawful_moves(standing(S.PERFORMED, collected=1_000), ON)
        if step.kind not in after_the_end
    ]

    assert steps
    assert not any(step.possible for step in steps)
    assert all("đã kết thúc" in step.reason for step in steps)


@pytest.mark.parametrize("name", NOTES)
def test_a_step_about_the_case_knows_whether_the_case_must_be_open_or_closed(name: str) -> None:
    able = {"found": VerificationResult.ABLE} if name == "coerce" else {}
    status = S.UNABLE if name == "publish" else S.ENFORCING
    open_one = replace(standing(status, **able), **ASKED.get(name, {}))
    closed_one = replace(standing(S.PERFORMED, collected=1_000), **ASKED.get(name, {}))

    assert can_move(open_one, NOTES[name], on=ON, recorded_on=ON) == (name not in WHEN_CLOSED)
    assert can_move(closed_one, NOTES[name], on=ON, recorded_on=ON) == (name not in WHILE_OPEN)


@pytest.mark.parametrize("name", ASKED)
def test_a_step_about_the_case_waits_for_what_comes_before_it(name: str) -> None:
    state = standing(S.PERFORMED, collected=1_000) if name in WHEN_CLOSED else standing(S.ENFORCING)

    with pytest.raises(Refusal) as refused:
        check_move(state, NOTES[name], on=ON, recorded_on=ON)
    assert refused.value.basis


@pytest.mark.parametrize("name", LATER)
def test_what_the_law_of_2025_brought_is_lawful_from_its_first_day(name: str) -> None:
    state = replace(standing(S.UNABLE), initiation=Initiation.ON_REQUEST)
    last, first = day("2026-06-30"), day("2026-07-01")

    with pytest.raises(Refusal) as refused:
        check_move(state, LATER[name], on=last, recorded_on=first)
    assert refused.value.code == "cases.not_in_law"
    check_move(state, LATER[name], on=first, recorded_on=first)
    assert LATER[name].kind not in {step.kind for step in lawful_moves(state, last)}
    assert LATER[name].kind in {step.kind for step in lawful_moves(state, first)}


def test_a_file_is_not_pulled_up_under_the_law_of_2025() -> None:
    state = standing(S.ENFORCING)

    assert can_move(state, FACTS["pull_up"], on=day("2026-06-30"), recorded_on=day("2026-07-05"))
    with pytest.raises(Refusal, match="không quy định bước này"):
        check_move(state, FACTS["pull_up"], on=day("2026-07-01"), recorded_on=day("2026-07-05"))
    kinds = {step.kind for step in lawful_moves(state, day("2026-07-01"))}
    assert f.FilePulledUp.kind not in kinds


@pytest.mark.parametrize(("on", "basis"), [("2026-06-30", "L08 Đ44a.1; N62 Đ9"), ("2026-07-01", "L25 Đ38.1")])
def test_the_article_is_that_of_the_day(on: str, basis: str) -> None:
    assert MOVES[f.UnableDecided].basis(day(on)) == basis


def test_a_second_decision_in_one_case_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        check_move(standing(S.ENFORCING), decision(), on=ON, recorded_on=ON)

    assert refused.value.code == "cases.opened_already"


def test_nothing_happens_before_there_is_a_case() -> None:
    with pytest.raises(Refusal) as refused:
        check_move(None, ABLE, on=ON, recorded_on=ON)

    assert refused.value.code == "cases.no_case_yet"
    assert refused.value.basis == "L08 Đ36"


class TestNamedObligations:
    """A fact may name some obligations; each must exist, be open and fit."""

    state = replace(
        standing(S.ENFORCING),
        obligations=(
            standing(S.ENFORCING).obligations[0],
            replace(standing(S.DEFERRED).obligations[0], no=2),
            replace(standing(S.PERFORMED).obligations[0], no=3, collected=1_000),
        ),
    )

    def refused(self, fact: f.CaseFact) -> str:
        with pytest.raises(Refusal) as refused:
            check_move(self.state, fact, on=ON, recorded_on=ON)
        return refused.value.code

    def test_one_that_does_not_exist_is_refused(self) -> None:
        assert self.refused(f.Terminated("debtor_dead", (f.Part(7),))) == "cases.line_unknown"

    def test_one_that_is_closed_is_refused(self) -> None:
        assert self.refused(f.Terminated("debtor_dead", (f.Part(3),))) == "cases.line_closed"

    def test_one_named_twice_is_refused(self) -> None:
        assert self.refused(f.Terminated("debtor_dead", (f.Part(1), f.Part(1)))) == "cases.line_twice"

    def test_one_in_another_status_is_refused(self) -> None:
        assert self.refused(f.UnableDecided("no_income_no_assets", (f.Part(2),))) == "cases.not_lawful_now"

    def test_naming_none_means_all_that_are_open(self) -> None:
        assert self.refused(UNABLE) == "cases.not_lawful_now"  # the deferred one would be taken along
        assert can_move(self.state, f.Terminated("debtor_dead"), on=ON, recorded_on=ON)

    def test_a_step_that_selects_takes_those_that_fit(self) -> None:
        check_move(self.state, f.Resumed(), on=ON, recorded_on=ON)
        check_move(self.state, NOT_ABLE, on=ON, recorded_on=ON)
        assert self.refused(f.MovedToSeparateLedger()) == "cases.not_lawful_now"

    def test_an_amount_is_taken_only_where_a_part_can_be_meant(self) -> None:
        assert self.refused(f.Deferred("parties_agree", parts=(f.Part(1, 300),))) == "cases.amount_not_taken"
        check_move(self.state, f.DelegatedOut("HG", (f.Part(1, 300),)), on=ON, recorded_on=ON)
