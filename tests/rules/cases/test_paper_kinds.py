"""Which paper writes down which fact: the truth table over what is owed, how the decision came about, and the
law of the day; what the papers of each kind may and must say.
"""

import re
from datetime import date
from itertools import product

import pytest

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.paper_kinds import (
    COERCION,
    DISPOSALS,
    RETURNS,
    SECURITY,
    STATE_REVENUE,
    PaperRef,
    decision_kind,
    papers_for,
)
from thads.enforcement.cases.rules.vocabulary import (
    CoercionKind,
    Initiation,
    JudgmentKind,
    SecurityKind,
    SuspensionCause,
)
from thads.enforcement.cases.rules.vocabulary import ObligationKind as K
from thads.enforcement.documents.rules.papers import PaperKind, paper_kind, paper_kinds
from thads.enforcement.documents.shipped import shipped_master
from thads.law import LAW, Regime

OLD, LAST_OLD, NEW = date(2024, 6, 28), date(2026, 6, 30), date(2026, 7, 1)
LEAP = date(2024, 2, 29)
DAYS = (LEAP, OLD, LAST_OLD, NEW)

VOLUNTARY = re.compile(r"[Tt]hời hạn tự nguyện thi hành án là")
COERCION_WARNING = "bị cưỡng chế"
OF_A_LAW = re.compile(
    r"Luật Thi hành án dân sự năm \d{4}|Nghị định số \d+/\d{4}/NĐ-CP"
    r"|Thông tư(?: liên tịch)? số [\d/]+[A-Z\d/-]*"
)
DECISIONS = [kind for kind in paper_kinds() if kind.code.startswith("decision_")]
RETURN_KINDS = [kind for kind in DECISIONS if kind.code.startswith("decision_return")]
WITHOUT_VOLUNTARY = {
    "decision_return_advance", "decision_return_money", "decision_return_asset", "decision_return_paper",
    "decision_return_several", "decision_confiscation", "decision_destruction", "decision_things",
    "decision_land_recall", "decision_damages_collected", "decision_interim", "decision_bankruptcy",
}  # fmt: skip


def decided(
    *kinds: K, initiation: Initiation = Initiation.EX_OFFICIO, content: str = "", ground: str = "",
    judgment_kind: JudgmentKind = JudgmentKind.CIVIL, secured_by: str = "",
) -> f.DecisionIssued:  # fmt: skip
    duties = tuple(
        f.Duty(no, kind, 1_000_000, content=content, secured_by=secured_by)
        for no, kind in enumerate(kinds, 1)
    )
    return f.DecisionIssued("1", initiation, judgment_kind, duties, ground=ground)


def words(kind: PaperKind, variant: str) -> str:
    return "\n".join(line.text for line in shipped_master(kind.code, variant).lines)


@pytest.mark.parametrize(
    ("kinds", "written"),
    [
        ((K.COURT_FEE,), "decision_court_fee"),
        ((K.FINE,), "decision_fine"),
        ((K.UNLAWFUL_GAIN,), "decision_unlawful_gain"),
        ((K.OTHER_STATE,), "decision_other_state"),
        ((K.COURT_FEE, K.FINE, K.UNLAWFUL_GAIN), "decision_state_revenues"),
        ((K.RETURN_MONEY,), "decision_return_money"),
        ((K.RETURN_ASSET,), "decision_return_asset"),
        ((K.RETURN_PAPER,), "decision_return_paper"),
        ((K.RETURN_MONEY, K.RETURN_PAPER), "decision_return_several"),
        ((K.CONFISCATE,), "decision_confiscation"),
        ((K.DESTROY,), "decision_destruction"),
        ((K.CONFISCATE, K.DESTROY), "decision_things"),
        ((K.LAND_RECALL,), "decision_land_recall"),
        ((K.COURT_FEE, K.DESTROY), "decision_combined"),
        ((K.FINE, K.RETURN_ASSET), "decision_combined"),
    ],
)
@pytest.mark.parametrize("on", DAYS)
def test_a_decision_ex_officio_is_worded_by_what_is_owed(
    kinds: tuple[K, ...], written: str, on: date
) -> None:
    assert decision_kind(decided(*kinds), on=on) == written


@pytest.mark.parametrize(
    ("content", "written"),
    [("tiền tạm ứng án phí", "decision_return_advance"), ("tiền tạm giữ", "decision_return_money")],
)
def test_an_advance_of_court_fees_is_returned_by_a_wording_of_its_own(content: str, written: str) -> None:
    assert decision_kind(decided(K.RETURN_MONEY, content=content), on=OLD) == written


@pytest.mark.parametrize(
    ("on", "written"), [(LAST_OLD, "decision_combined"), (NEW, "decision_damages_collected")]
)
def test_damages_already_collected_are_paid_ex_officio_from_2026_on(on: date, written: str) -> None:
    assert decision_kind(decided(K.DAMAGE_LIFE_HEALTH_MORAL), on=on) == written


@pytest.mark.parametrize("on", DAYS)
def test_what_must_be_done_at_once_is_worded_so_whatever_is_owed(on: date) -> None:
    interim = decided(K.CONTRACT, ground="interim_measure")
    bankruptcy = decided(K.COURT_FEE, judgment_kind=JudgmentKind.BANKRUPTCY)

    assert decision_kind(interim, on=on) == "decision_interim"
    assert decision_kind(bankruptcy, on=on) == "decision_bankruptcy"


@pytest.mark.parametrize(
    ("kinds", "more", "written"),
    [
        ((K.CONTRACT,), {}, "decision_money"),
        ((K.WAGE, K.SEVERANCE), {}, "decision_money"),
        ((K.CREDIT_DEBT,), {"secured_by": "thửa đất số 12"}, "decision_secured"),
        ((K.ALIMONY,), {}, "decision_alimony"),
        ((K.SOCIAL_INSURANCE,), {}, "decision_social_insurance"),
        ((K.DIVORCE_SHARE,), {}, "decision_divorce_share"),
        ((K.HAND_OVER,), {}, "decision_delivery"),
        ((K.CONTRACT, K.HAND_OVER), {}, "decision_several"),
        ((K.PERFORM_ACT,), {"content": "tháo dỡ tường rào"}, "decision_act"),
        ((K.PERFORM_ACT,), {"content": "giao con chung cho mẹ nuôi dưỡng"}, "decision_child"),
        ((K.PERFORM_ACT,), {"content": "nhận người lao động trở lại làm việc"}, "decision_reinstatement"),
        ((K.CONTRACT,), {"judgment_kind": JudgmentKind.ADMINISTRATIVE}, "decision_administrative_request"),
    ],
)
@pytest.mark.parametrize("on", DAYS)
def test_a_decision_on_request_is_worded_by_what_is_asked(
    kinds: tuple[K, ...], more: dict[str, object], written: str, on: date
) -> None:
    fact = decided(*kinds, initiation=Initiation.ON_REQUEST, **more)  # type: ignore[arg-type]

    assert decision_kind(fact, on=on) == written


@pytest.mark.parametrize(("kind", "initiation", "on"), list(product(K, Initiation, DAYS)))
def test_every_duty_has_a_decision_under_the_law_of_its_day(
    kind: K, initiation: Initiation, on: date
) -> None:
    (ref,) = papers_for(decided(kind, initiation=initiation), on=on)

    found = paper_kind(ref.kind).variant(ref.variant, on=on)

    assert found.regime is LAW.regime(on)
    assert ref.at_once


@pytest.mark.parametrize(("kind", "on"), list(product(sorted(STATE_REVENUE | RETURNS | DISPOSALS), DAYS)))
def test_only_who_must_pay_is_given_time_and_warned(kind: K, on: date) -> None:
    (ref,) = papers_for(decided(kind), on=on)
    said = words(paper_kind(ref.kind), ref.variant)

    owes = kind in STATE_REVENUE
    assert bool(VOLUNTARY.search(said)) is owes
    assert (COERCION_WARNING in said) is owes
    assert ("debtors" in {one.name for one in paper_kind(ref.kind).fields if not one.optional}) is owes


@pytest.mark.parametrize("kind", DECISIONS, ids=lambda kind: kind.code)
def test_no_voluntary_period_where_the_agency_itself_acts(kind: PaperKind) -> None:
    for variant in kind.variants:
        said = words(kind, variant.code)
        assert bool(VOLUNTARY.search(said)) is (kind.code not in WITHOUT_VOLUNTARY)
        assert ("voluntary_days" in kind.known) is (kind.code not in WITHOUT_VOLUNTARY)


@pytest.mark.parametrize("kind", RETURN_KINDS, ids=lambda kind: kind.code)
def test_every_return_names_to_whom_it_is_and_charges_no_fee(kind: PaperKind) -> None:
    for variant in kind.variants:
        said = words(kind, variant.code)
        assert "{% for person in recipients %}" in said
        assert "không phải chịu phí thi hành án" in said
        assert "debtors" not in kind.known


@pytest.mark.parametrize(
    ("regime", "day", "foreign"),
    [
        (Regime.R2008, LAST_OLD, ("năm 2025", "152/2026", "151/2026")),
        (Regime.R2025, NEW, ("năm 2008", "62/2015", "11/2016", "03/2012")),
    ],
)
def test_no_paper_rests_on_the_other_law(regime: Regime, day: date, foreign: tuple[str, ...]) -> None:
    for kind in paper_kinds():
        for variant in (one for one in kind.variants if one.regime is regime):
            said = words(kind, variant.code)
            assert [one for one in foreign if one in said] == [], f"{kind.code} on {day}"


@pytest.mark.parametrize("regime", Regime)
def test_every_text_a_paper_names_is_in_force_on_its_days(regime: Regime) -> None:
    by_name = {source.short_vi: source for source in LAW.sources.by_key.values()}
    days = [day for day in (OLD, LAST_OLD, NEW) if LAW.regime(day) is regime]
    for kind in paper_kinds():
        for variant in (one for one in kind.variants if one.regime is regime):
            for named in OF_A_LAW.findall(words(kind, variant.code)):
                source = by_name[named]
                assert all(source.in_force(day) for day in days), f"{kind.code}: {named}"


def test_every_article_a_kind_calls_on_is_of_a_known_text() -> None:
    for kind in paper_kinds():
        assert LAW.sources.unknown_in(kind.basis) == (), kind.code


@pytest.mark.parametrize("on", [OLD, LAST_OLD, NEW])
def test_every_measure_has_a_decision_and_every_ground_of_rest_its_form(on: date) -> None:
    for measure in SecurityKind:
        assert papers_for(f.SecurityOrdered(1, measure, "x"), on=on)[0].kind == SECURITY[measure]
    for coercion in CoercionKind:
        assert papers_for(f.CoercionDecided(1, coercion, "x"), on=on)[0].kind == COERCION[coercion]


@pytest.mark.parametrize(
    ("cause", "on", "written"),
    [
        (SuspensionCause.PROTEST, OLD, "suspension_notice"),
        (SuspensionCause.PROTEST, NEW, "suspension_notice"),
        (SuspensionCause.BANKRUPTCY, OLD, "suspension_decision"),
        (SuspensionCause.BANKRUPTCY, NEW, "suspension_decision"),
        (SuspensionCause.FOREIGN_AWARD, NEW, "suspension_decision"),
    ],
)
def test_a_protest_suspends_by_notice_bankruptcy_by_decision(
    cause: SuspensionCause, on: date, written: str
) -> None:
    assert papers_for(f.Suspended(cause), on=on)[0].kind == written


def test_a_delegation_is_decided_and_the_decision_recalled() -> None:
    refs = papers_for(f.DelegatedOut("PT"), on=OLD)

    assert [ref.kind for ref in refs] == ["delegation_decision", "recall_decision"]


@pytest.mark.parametrize(
    ("fact", "old", "new"),
    [
        (f.FilePulledUp("TQ"), 1, 0),
        (f.RequestReturned("two_years_unable"), 0, 1),
        (f.ClosedOtherwise("notice_only"), 0, 1),
        (f.HandedToAgency("TQ", "contract_ended"), 0, 1),
    ],
)
def test_a_paper_exists_only_under_the_law_that_knows_it(fact: f.CaseFact, old: int, new: int) -> None:
    assert (len(papers_for(fact, on=LAST_OLD)), len(papers_for(fact, on=NEW))) == (old, new)


def test_minutes_are_written_on_demand_and_orders_at_once() -> None:
    (minutes,) = papers_for(f.NoticeServed(manner="Niêm yết công khai"), on=OLD)

    assert minutes == PaperRef("minutes_posting", "common", at_once=False)
    assert papers_for(f.NoticeServed(manner="VNeID"), on=NEW) == ()
