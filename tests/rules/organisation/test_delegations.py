"""What a delegation of signature must satisfy on every day of its span."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.organisation.people import LAW_OF_2025, SEATS, day_at, days_at, paper, seat
from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.rules.delegations import check_delegation, delegable, receiving_roles
from thads.foundation.organisation.rules.signing import Delegation, Seat
from thads.kernel.refusals import Refusal
from thads.law import LAW

IN_2024, LAST_DAY = date(2024, 10, 1), date(2026, 6, 30)


def refused(wish: Delegation, *others: Delegation, seats: Sequence[Seat] = SEATS) -> str:
    """The code under which the delegation is refused, empty when it is lawful."""
    try:
        check_delegation(
            wish, days_at(wish.agency, *others, seats=seats), giver="Người giao", receiver="Người nhận"
        )
    except Refusal as refusal:
        return refusal.code.removeprefix("organisation.")
    return ""


TABLE = [
    # giver, receiver, agency, from, to, acts, why not
    ("cuc", "pho", "TQ", IN_2024, None, ("deferral",), ""),
    ("cuc", "pho", "TQ", IN_2024, None, (), ""),
    ("chicuc", "phochicuc", "TQ.CH", IN_2024, date(2025, 7, 1), ("deferral",), ""),
    ("cuc", "khuvuc", "TQ.K1", LAW_OF_2025, None, ("unable", "deferral"), ""),
    ("cuc", "khuvuc", "TQ.K1", LAW_OF_2025, None, (), ""),
    ("cuc", "nghiepvu", "TQ", LAW_OF_2025, None, (), ""),
    ("tong", "tong", "TC", IN_2024, None, (), "delegated_to_oneself"),
    # heads of units wait for 1/7/2026, on the first day of the span and on every other
    ("cuc", "khuvuc", "TQ.K1", LAST_DAY, None, ("deferral",), "receiver_not_eligible"),
    ("cuc", "khuvuc", "TQ.K1", LAST_DAY, None, (), "receiver_not_eligible"),
    ("cuc", "nghiepvu", "TQ", IN_2024, None, ("deferral",), "receiver_not_eligible"),
    # posts that never receive
    ("cuc", "chv", "TQ.NV", LAW_OF_2025, None, ("deferral",), "receiver_not_eligible"),
    ("cuc", "thuky", "TQ.K1", LAW_OF_2025, None, ("deferral",), "receiver_not_eligible"),
    ("cuc", "phophong", "TQ.NV", LAW_OF_2025, None, ("deferral",), "receiver_not_eligible"),
    # what the head keeps for himself, and what is the bailiff's own
    ("cuc", "pho", "TQ", IN_2024, None, ("denunciation",), "act_not_delegable"),
    ("tong", "cuc", "TC", IN_2024, None, ("complaint_second",), "act_not_delegable"),
    ("chv", "pho", "TQ.NV", IN_2024, None, ("coercion",), "act_not_delegable"),
    ("cuc", "khuvuc", "TQ.K1", LAW_OF_2025, None, ("payout",), "receiver_not_eligible"),
    # an act that is lawful on one side of 1/7/2026 only
    ("cuc", "pho", "TQ", LAST_DAY, None, ("coercion_plan",), "act_not_delegable"),
    ("cuc", "pho", "TQ", LAW_OF_2025, None, ("coercion_plan",), ""),
    ("cuc", "pho", "TQ", IN_2024, LAW_OF_2025, ("pull_up",), ""),
    ("cuc", "pho", "TQ", IN_2024, None, ("pull_up",), "act_not_delegable"),
    # who does not sign it himself
    ("cuc", "phochicuc", "TQ.CH", IN_2024, date(2025, 7, 1), ("deferral",), "giver_does_not_sign"),
    ("chv", "pho", "TQ.NV", IN_2024, None, ("recall",), "giver_does_not_sign"),
    ("chicuc", "phochicuc", "TQ.CH", IN_2024, date(2025, 7, 1), ("pull_up",), "giver_does_not_sign"),
]


@pytest.mark.parametrize(("giver", "receiver", "agency", "since", "until", "acts", "code"), TABLE)
def test_a_delegation_is_lawful_or_refused(
    giver: str, receiver: str, agency: str, since: date, until: date | None, acts: tuple[str, ...], code: str
) -> None:
    assert refused(paper(giver, receiver, agency, since, until, acts=acts)) == code


def test_a_deputy_does_not_delegate_on() -> None:
    first = paper("cuc", "pho", "TQ", LAW_OF_2025)

    assert refused(paper("pho", "khuvuc", "TQ", LAW_OF_2025, acts=("unable",)), first) == "delegated_onwards"


def test_a_delegation_does_not_begin_before_its_paper() -> None:
    wish = paper("cuc", "pho", "TQ", IN_2024, paper_on=date(2024, 10, 2))

    assert refused(wish) == "delegated_before_paper"


def test_a_post_that_ends_within_the_span_is_seen() -> None:
    seats = [one for one in SEATS if one.staff != "pho"] + [
        seat("pho", Role.DEPUTY_HEAD, "TQ", until=date(2025, 2, 28))
    ]

    assert refused(paper("cuc", "pho", "TQ", IN_2024, date(2025, 2, 28), acts=("unable",)), seats=seats) == ""
    code = refused(paper("cuc", "pho", "TQ", IN_2024, date(2025, 3, 1), acts=("unable",)), seats=seats)
    assert code == "receiver_not_eligible"


def test_the_refusal_says_the_day_and_who_may_receive() -> None:
    with pytest.raises(Refusal) as said:
        check_delegation(
            paper("cuc", "khuvuc", "TQ.K1", LAST_DAY, acts=("deferral",)), days_at("TQ.K1"),
            giver="Ông A", receiver="Ông B",
        )  # fmt: skip
    for words in ("30/06/2026", "Ông B", "Phó Thủ trưởng", "L08 Đ23.2"):
        assert words in said.value.message


@pytest.mark.parametrize(("since", "basis"), [(IN_2024, "L08 Đ23.2"), (LAW_OF_2025, "L25 Đ22.3")])
def test_the_refusal_cites_the_law_of_the_day(since: date, basis: str) -> None:
    for wish in (paper("cuc", "cuc", "TQ", since), paper("chv", "pho", "TQ.NV", since, acts=("recall",))):
        with pytest.raises(Refusal) as said:
            check_delegation(wish, days_at(wish.agency), giver="Ông A", receiver="Ông B")
        assert said.value.basis == basis


def test_an_unknown_act_is_refused() -> None:
    assert refused(paper("cuc", "pho", "TQ", IN_2024, acts=("dance",))) == "law.act_unknown"


def test_heads_of_units_receive_since_the_law_of_2025() -> None:
    assert receiving_roles(LAST_DAY) == {Role.DEPUTY_HEAD}
    assert receiving_roles(LAW_OF_2025) == {Role.DEPUTY_HEAD, Role.UNIT_HEAD, Role.CHIEF_BAILIFF}


def test_private_offices_delegate_nothing_a_district_does() -> None:
    assert "pull_up" in set(delegable(day_at("TQ", IN_2024)))
    assert "pull_up" not in set(delegable(day_at("TQ.CH", IN_2024)))


DAYS = st.dates(date(2024, 10, 1), date(2027, 6, 30))


@given(since=DAYS, length=st.integers(1, 900), act=st.sampled_from(sorted(LAW.signing.acts)), asked=DAYS)
def test_a_lawful_delegation_lets_its_receiver_sign_on_each_of_its_days(
    since: date, length: int, act: str, asked: date
) -> None:
    until = date.fromordinal(since.toordinal() + length)
    wish = paper("cuc", "pho", "TQ", since, until, acts=(act,))

    lawful = refused(wish) == ""
    signs = day_at("TQ", asked, wish).signature(act, "pho") is not None
    assert signs <= (asked in wish.span)
    if lawful:
        assert signs == (asked in wish.span)
