"""The law's files: every step has an article, dates ascend, what is unknown stops the program."""

from datetime import date

import pytest

from thads.kernel.refusals import Refusal
from thads.law import LAW, Authority, Regime, Role
from thads.law.book import VALUE_FILES

STEPS = [step for line in LAW.timelines.values() for step in line.steps]
GROUNDS = [ground for of_kind in LAW.ground_lists.values() for ground in of_kind.steps]
RULES = [rule for act in LAW.signing.acts.values() for rule in act.rules]
TERMS = LAW.glossary.terms
IDENTITIES = [one for form in LAW.forms.values() for one in form.identities]


@pytest.mark.parametrize(
    "basis", sorted({one.basis for one in [*STEPS, *GROUNDS, *RULES, *TERMS, *IDENTITIES]})
)
def test_every_article_names_a_known_text(basis: str) -> None:
    assert basis
    assert not LAW.sources.unknown_in(basis)


def test_steps_ascend_without_overlap() -> None:
    for line in LAW.timelines.values():
        for one, two in zip(line.steps, line.steps[1:], strict=False):
            assert one.until is not None, line.key
            assert one.since < one.until <= two.since, line.key


def test_a_value_keeps_its_type_unless_its_unit_changes() -> None:
    for line in LAW.timelines.values():
        kinds = {(type(step.value), step.unit) for step in line.steps}

        assert len({kind for kind, _unit in kinds}) <= len({unit for _kind, unit in kinds}), line.key


def test_no_starting_point_is_named_in_vain() -> None:
    used = {line.counts_from for line in LAW.timelines.values()} - {""}

    assert used == set(LAW.labels.vocabulary("CountedFrom"))


def test_an_old_article_ends_with_the_old_law() -> None:
    regime_end = date(2026, 7, 1)

    for one in [*STEPS, *GROUNDS, *RULES]:
        if one.since >= regime_end:
            assert "L08" not in one.basis, one
        elif one.basis.startswith(("L25", "N152")):
            assert one.since >= regime_end, one
        elif one.basis.startswith(("L08", "N62")):
            assert one.until is not None, one
            assert one.until <= regime_end, one


@pytest.mark.parametrize(
    ("day", "regime"),
    [
        (date(2009, 7, 1), Regime.R2008),
        (date(2026, 6, 30), Regime.R2008),
        (date(2026, 7, 1), Regime.R2025),
    ],
)
def test_the_regime_changes_on_the_first_of_july_2026(day: date, regime: Regime) -> None:
    assert LAW.regime(day) is regime


def test_a_form_is_found_by_number_and_period() -> None:
    from thads.kernel.periods import Period

    assert LAW.form_for("04", Period.parse("FY2024/9M")).code == "TT06/2019-04"
    assert LAW.form_for("04", Period.parse("FY2024/10M")).code == "TT05/2024-04"


def test_loading_everything_reads_every_file() -> None:
    folder = LAW._folder
    named = {f"{name}.toml" for name in VALUE_FILES}
    others = {
        "grounds",
        "holidays",
        "numbering",
        "obligations",
        "personal_data",
        "regimes",
        "registers",
        "signing",
        "sources",
        "terms",
        "glossary",
    }

    unread = {path.name for path in folder.glob("*.toml")} - named - {f"{name}.toml" for name in others}
    assert unread <= {"targets.toml"}  # the room of targets reads it


# ------------------------------------------------------------------ who signs


def test_an_unknown_act_is_refused_with_the_acts_there_are() -> None:
    with pytest.raises(Refusal, match="deferral"):
        LAW.signers("dance", on=date(2024, 5, 1))


def test_a_rule_that_signs_says_so() -> None:
    rules = LAW.signers("deferral", on=date(2024, 5, 1))

    assert [rule.role for rule in rules if rule.signs] == [Role.AGENCY_HEAD]


def test_the_head_signs_a_deferral_and_a_bailiff_only_prepares_it() -> None:
    day = date(2024, 5, 1)

    assert LAW.may_sign("deferral", Role.AGENCY_HEAD, on=day)
    assert not LAW.may_sign("deferral", Role.DEPUTY_HEAD, on=day)
    assert LAW.may_sign("deferral", Role.DEPUTY_HEAD, on=day, delegated=True)
    assert not LAW.may_sign("deferral", Role.BAILIFF, on=day, delegated=True)


def test_unit_heads_sign_by_delegation_only_since_the_law_of_2025() -> None:
    for act in ("enforcement_decision", "unable", "termination"):
        assert not LAW.may_sign(act, Role.CHIEF_BAILIFF, on=date(2026, 6, 30), delegated=True)
        assert LAW.may_sign(act, Role.CHIEF_BAILIFF, on=date(2026, 7, 1), delegated=True)


OF_THE_LAW_OF_2025 = (
    "request_return", "request_receipt", "request_supplement", "transfer", "set_off", "transition_list",
    "closed_list", "service_contract", "office_transfer", "office_report", "security_request",
)  # fmt: skip


@pytest.mark.parametrize("day", [date(2024, 5, 1), date(2026, 7, 1)])
@pytest.mark.parametrize("act", LAW.signing.acts)
def test_every_act_of_the_day_has_a_signer_or_a_preparer(act: str, day: date) -> None:
    rules = LAW.signers(act, on=day)
    ended = {"pull_up": date(2026, 7, 1)}
    begun = dict.fromkeys(OF_THE_LAW_OF_2025, date(2026, 7, 1))

    if day >= ended.get(act, date.max) or day < begun.get(act, date.min):
        assert not rules
    else:
        assert {rule.authority for rule in rules} & {Authority.SIGNS, Authority.PREPARES}
