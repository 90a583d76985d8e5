"""The law's files: every step has an article, dates ascend, what is unknown stops the program."""

from datetime import date

import pytest

from thads.law import LAW, Authority, Regime, Role
from thads.law.book import VALUE_FILES, Law
from thads.law.loading import Fields, LawFileFault, read_file
from thads.law.rulings import read_timeline, span_of

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
    others = {"grounds", "obligations", "personal_data", "regimes", "signing", "sources", "terms", "glossary"}

    unread = {path.name for path in folder.glob("*.toml")} - named - {f"{name}.toml" for name in others}
    assert unread <= {"targets.toml"}  # the room of targets reads it


# ------------------------------------------------------------------ who signs


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


@pytest.mark.parametrize("day", [date(2024, 5, 1), date(2026, 7, 1)])
@pytest.mark.parametrize("act", LAW.signing.acts)
def test_every_act_of_the_day_has_a_signer_or_a_preparer(act: str, day: date) -> None:
    rules = LAW.signers(act, on=day)
    ended = {"pull_up": date(2026, 7, 1)}
    begun = {"request_return": date(2026, 7, 1)}

    if day >= ended.get(act, date.max) or day < begun.get(act, date.min):
        assert not rules
    else:
        assert {rule.authority for rule in rules} & {Authority.SIGNS, Authority.PREPARES}


# ------------------------------------------------------------------ bad files


def fields(**given: object) -> Fields:
    return Fields("deadlines.toml", 'value."x.y"', {"vi": "Thử", "unit": "day", **given})


SINCE = {"since": date(2009, 7, 1), "value": 5, "basis": "L08 Đ1"}
LATER = {"since": date(2026, 7, 1), "value": 6, "basis": "L25 Đ1"}


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"in_force": []}, "no step"),
        ({"in_force": [{**SINCE, "basis": ""}]}, "basis"),
        ({"in_force": [{"since": date(2009, 7, 1), "value": 5}]}, "lacks basis"),
        ({"in_force": [{**SINCE, "bases": "x"}]}, "unknown field bases"),
        ({"in_force": [LATER, SINCE]}, "out of order"),
        ({"in_force": [SINCE, SINCE]}, "out of order"),
        ({"in_force": [{**SINCE, "until": date(2027, 1, 1)}, LATER]}, "overlap"),
        ({"in_force": [{**SINCE, "until": date(2009, 7, 1)}]}, "before it begins"),
        ({"in_force": [{**SINCE, "certainty": "perhaps"}]}, "certainty"),
        ({"in_force": [{**SINCE, "value": [1, 2]}]}, "texts only"),
        ({"in_force": [SINCE], "unit": "dag"}, "unit"),
        ({"in_force": [SINCE], "extra": 1}, "unknown field extra"),
        ({"in_force": 3}, "list of tables"),
        ({"in_force": [{**SINCE, "since": "2009-07-01"}]}, "must be a date"),
        ({"in_force": [{**SINCE, "note": 3}]}, "must be a text"),
    ],
)
def test_a_slip_in_a_file_is_named_with_file_and_key(given: dict[str, object], fault: str) -> None:
    with pytest.raises(LawFileFault, match=fault) as caught:
        read_timeline("x.y", fields(**given))

    assert "deadlines.toml" in str(caught.value)
    assert "x.y" in str(caught.value)


def test_a_gap_between_steps_is_allowed_and_refused_when_asked_for() -> None:
    line = read_timeline("x.y", fields(in_force=[{**SINCE, "until": date(2020, 1, 1)}, LATER]))

    assert line.find(date(2023, 1, 1)) is None
    assert date(2019, 12, 31) in span_of(line.steps[0])


def test_a_file_that_is_no_toml_is_named(tmp_path) -> None:
    path = tmp_path / "grounds.toml"
    path.write_text("[deferral", encoding="utf-8")

    with pytest.raises(LawFileFault, match=r"grounds\.toml"):
        read_file(path)


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("grounds.toml", "[deferral]", "[deferal]", "no kind of ground"),
        ("grounds.toml", 'counts_as = "c12"', 'count_as = "c12"', "unknown field count_as"),
        ("signing.toml", 'role = "clerk"', 'role = "clark"', "clark"),
        ("terms.toml", 'ex_officio = "Chủ động"', 'ex_officio = ""', "no words"),
        ("personal_data.toml", "[fields]", '[fields.cases.Party]\nname = "secret"', "secret"),
        ("glossary.toml", "[term.Correction]", '[term.Correction]\nalso = ["Party"]', "used twice"),
    ],
)
def test_a_changed_word_in_a_real_file_is_found(tmp_path, name: str, old: str, new: str, fault: str) -> None:
    written = (LAW._folder / name).read_text(encoding="utf-8")
    assert old in written
    (tmp_path / name).write_text(written.replace(old, new, 1), encoding="utf-8")
    law = Law(tmp_path)

    with pytest.raises(LawFileFault, match=fault) as caught:
        read_all(law, name)

    assert name in str(caught.value)


def read_all(law: Law, name: str) -> object:
    return {
        "grounds.toml": lambda: law.ground_lists,
        "signing.toml": lambda: law.signing,
        "terms.toml": lambda: law.labels,
        "personal_data.toml": lambda: law.personal_fields,
        "glossary.toml": lambda: law.glossary,
    }[name]()
