"""Words: each code has one Vietnamese name, each term one place, personal data is personal unless said."""

from enum import StrEnum

import pytest

from thads.kernel.refusals import Refusal
from thads.law import LAW, Certainty, Role, Unit
from thads.law.loading import Fields
from thads.law.terms import Labels, read_labels

SPOKEN_OF_THE_LAW = [Certainty, Role, Unit]


@pytest.mark.parametrize("vocabulary", SPOKEN_OF_THE_LAW, ids=lambda v: v.__name__)
def test_every_member_has_a_name(vocabulary: type[StrEnum]) -> None:
    assert all(LAW.label(member) for member in vocabulary)


def test_a_name_is_found_by_member_or_by_vocabulary_and_value() -> None:
    assert LAW.label(Role.BAILIFF) == LAW.label("Role", "bailiff") == "Chấp hành viên"


def test_a_text_alone_is_no_code() -> None:
    with pytest.raises(KeyError):
        LAW.label("bailiff")


def test_the_room_s_own_words_come_before_the_common_ones() -> None:
    class Unit(StrEnum):
        CASE = "case"

    Unit.__module__ = "thads.steering.narrative.rules.vocabulary"
    common, own = {"case": "chung"}, {"case": "riêng"}

    assert Labels({"Unit": common, "narrative.Unit": own}).label(Unit.CASE) == "riêng"
    assert Labels({"Unit": common}).label(Unit.CASE) == "chung"


def test_vocabularies_are_listed() -> None:
    assert "ObligationStatus" in LAW.labels.vocabularies()
    assert list(LAW.labels.vocabulary("Initiation")) == ["ex_officio", "on_request"]


def test_a_value_without_words_is_a_fault() -> None:
    with pytest.raises(ValueError, match="no words"):
        read_labels(Fields("terms.toml", "", {"label": {"Unit": {"day": " "}}}))


def test_a_term_is_found_by_any_of_its_identifiers() -> None:
    assert LAW.term("Obligation") is LAW.term("ObligationKind")
    assert LAW.term("Deferral").vi == "hoãn thi hành án"


def test_terms_are_searched_without_marks() -> None:
    assert "Delegation" in {term.identifier for term in LAW.glossary.search("uy thac")}
    assert "Bailiff" in {term.identifier for term in LAW.glossary.search("bailiff")}


def test_an_unknown_term_is_refused_with_near_ones() -> None:
    with pytest.raises(Refusal, match="Deferral"):
        LAW.term("Deferal")


def test_no_term_is_explained_twice() -> None:
    names = [term.vi for term in LAW.glossary.terms]

    assert len(names) == len(set(names))


def test_an_undeclared_field_counts_as_personal() -> None:
    assert LAW.personal_fields.is_personal("cases.Nothing.nowhere")
    assert not LAW.personal_fields.is_declared("cases.Nothing.nowhere")


def test_kinds_of_obligation_have_a_rank_where_they_share_a_pool() -> None:
    from datetime import date

    fine, returned = LAW.obligations.of("fine"), LAW.obligations.of("return_money")
    before, after = fine.payment_rank(date(2026, 6, 30)), fine.payment_rank(date(2026, 7, 1))

    assert before is not None
    assert after is not None
    assert (before.value, after.value) == ("c", "c")
    assert LAW.obligations.of("social_insurance").payment_rank(date(2026, 7, 1)).value == "d"  # type: ignore[union-attr]
    assert returned.payment_rank(date(2026, 7, 1)) is None
    assert fine.is_state_revenue
    assert not returned.is_state_revenue


def test_every_kind_of_obligation_has_words_and_every_word_a_kind() -> None:
    assert set(LAW.obligations.by_kind) == set(LAW.labels.vocabulary("ObligationKind"))
