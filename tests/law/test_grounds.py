"""Closed lists of grounds: valid for their regime, stable in code, refused with the list of the day."""

from datetime import date

import pytest

from thads.kernel.refusals import Refusal
from thads.law import LAW, GroundKind

BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)


def points(kind: str, day: date) -> set[str]:
    return {ground.point for ground in LAW.grounds(kind, on=day) if ground.point}


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        ("ex_officio", BEFORE, "a b c d đ e"),
        ("request_refusal", BEFORE, "a b c"),
        ("request_refusal", AFTER, "a b c d đ"),
        ("unable", BEFORE, "a b c"),
        ("unable", AFTER, "a b c d đ e g h"),
        ("deferral", BEFORE, "a b c d đ e g h"),
        ("deferral", AFTER, "a b c d đ e g h i k l"),
        ("termination", BEFORE, "a b c d đ e g h"),
        ("termination", AFTER, "1 2 3 4 5 6 7 8"),
        ("recall", BEFORE, "a b c d"),
        ("other_closure", AFTER, "a b c đ e"),
    ],
)
def test_points_are_those_of_the_article(kind: str, day: date, expected: str) -> None:
    assert points(kind, day) == set(expected.split())


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("unable.ground_count", "unable"),
        ("deferral.ground_count", "deferral"),
        ("refusal.reasons", "request_refusal"),
    ],
)
@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_the_counted_grounds_are_the_listed_points(key: str, kind: str, day: date) -> None:
    assert LAW.value(key, on=day).value == len(points(kind, day))


@pytest.mark.parametrize("kind", ["request_return", "other_closure"])
def test_endings_of_the_law_of_2025_have_no_grounds_before(kind: str) -> None:
    assert LAW.grounds(kind, on=BEFORE) == ()
    assert LAW.grounds(kind, on=AFTER)


def test_the_parties_agreement_keeps_its_code_and_is_counted_as_able() -> None:
    for day, basis in ((BEFORE, "L08 Đ48.1c"), (AFTER, "L25 Đ46.1c")):
        ground = LAW.ground("deferral", "parties_agree", on=day)

        assert ground.basis == basis
        assert ground.counts_as == "c12"


def test_no_other_deferral_is_counted_as_able() -> None:
    others = {
        one.counts_as for one in LAW.ground_lists[GroundKind.DEFERRAL].steps if one.code != "parties_agree"
    }

    assert others == {""}


def test_an_unknown_ground_is_refused_with_the_list() -> None:
    with pytest.raises(Refusal) as caught:
        LAW.ground("termination", "tired", on=AFTER)

    assert caught.value.code == "law.ground_unknown"
    assert "rehabilitation_paid" in caught.value.message


def test_a_lapsed_ground_is_refused_with_the_list_of_the_day() -> None:
    with pytest.raises(Refusal) as caught:
        LAW.ground("deferral", "unsold_asset_not_taken", on=AFTER)

    assert caught.value.code == "law.ground_not_in_force"
    assert "01/07/2026" in caught.value.message or "01/7/2026" in caught.value.message
    assert "auction_lawsuit" in caught.value.message


def test_a_ground_without_any_list_on_the_day_says_so() -> None:
    with pytest.raises(Refusal, match="không có"):
        LAW.ground("request_return", "two_years_unable", on=BEFORE)


def test_an_unknown_kind_is_refused_with_the_kinds() -> None:
    with pytest.raises(Refusal, match="deferral"):
        LAW.grounds("holiday", on=AFTER)


def test_no_two_grounds_of_a_day_have_one_code() -> None:
    for kind in GroundKind:
        for day in (BEFORE, AFTER):
            codes = [ground.code for ground in LAW.grounds(kind, on=day)]
            assert len(codes) == len(set(codes))


def test_deadlines_named_by_grounds_exist() -> None:
    for ground in LAW.ground_lists[GroundKind.EX_OFFICIO].steps:
        assert LAW.value(str(ground.attributes["deadline"]), on=ground.since)
