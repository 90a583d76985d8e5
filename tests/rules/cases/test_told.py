"""Every fact can be told to an officer, in Vietnamese, with its article; parties and pages as values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.cases.telling import day, decision
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.intake import check_request
from thads.enforcement.cases.rules.listings import Listing, Page
from thads.enforcement.cases.rules.moves import MOVES
from thads.enforcement.cases.rules.parties import PartyDetails, check_parties, named
from thads.enforcement.cases.rules.state import apply
from thads.enforcement.cases.rules.telling import Detail, basis_of, told
from thads.enforcement.cases.rules.telling_notes import ground_words
from thads.enforcement.cases.rules.vocabulary import PartyRole, SuspensionCause, VerificationResult
from thads.enforcement.deadlines.rules.deriving import earliest_day, last_day
from thads.kernel.refusals import Refusal
from thads.law import LAW

ON = day("2024-03-01")


@pytest.mark.parametrize("kind", list(f.KINDS.values()))
@given(data=st.data())
def test_every_fact_is_told_in_words(kind: type[f.CaseFact], data: st.DataObject) -> None:
    fact = data.draw(st.from_type(kind))

    shown = told(fact, on=ON)
    assert all(one.label and one.text for one in shown)
    if kind is f.CarriedOver:
        assert basis_of(fact, on=ON) == "T04 Đ30; T78 Đ11.2c"
    elif kind is f.DecisionIssued or MOVES[kind].exists(ON):
        own = ("T04 Đ32",) if "archiv" in kind.kind or kind.kind.startswith("cases.file_") else ()
        assert basis_of(fact, on=ON).startswith(("L08 Đ", "N62 Đ", *own))
    else:
        assert basis_of(fact, on=day("2026-07-01")).startswith(("L25 Đ", "N152 Đ"))


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (f.MoneyCollected((f.Part(1, 5_000),), "01"), {"Khoản": "khoản 1: 5.000 đồng", "Biên lai": "01"}),
        (f.Deferred("parties_agree", until=ON), {"Hoãn đến": "01/03/2024"}),
        (f.Suspended(SuspensionCause.PROTEST), {"Lý do": "Do kháng nghị"}),
        (f.Verified(VerificationResult.ABLE, findings="có nhà"), {"Nội dung": "có nhà"}),
        (f.Terminated("no_such"), {"Căn cứ": "no_such"}),
        (
            decision(judgment_no="5/HS", judgment_on=ON, court="TAND huyện X"),
            {"Bản án, quyết định": "số 5/HS ngày 01/03/2024 của TAND huyện X"},
        ),
    ],
)
def test_a_fact_is_told_like_this(fact: f.CaseFact, expected: dict[str, str]) -> None:
    assert expected.items() <= {one.label: one.text for one in told(fact, on=ON)}.items()


def test_a_ground_is_worded_by_the_law_of_the_day() -> None:
    assert ground_words("deferral", "parties_agree", on=ON).endswith("(điểm c)")
    assert ground_words("", "HG", on=ON) == "HG"
    assert ground_words("recall", "", on=ON) == ""
    pointless = next(one for one in LAW.grounds("deferral", on=ON) if not one.point)
    assert ground_words("deferral", pointless.code, on=ON) == pointless.vi


def test_somebody_known_is_told_by_name_and_somebody_unknown_by_code() -> None:
    names = {"TQ.CH-01": "Lê Văn Chấp", "TQ.SD": "Chi cục Sơn Dương"}

    assert told(f.BailiffAssigned("TQ.CH-01"), on=ON, names=names) == (
        Detail("Chấp hành viên", "Lê Văn Chấp", "TQ.CH-01"),
    )
    assert told(f.BailiffAssigned("TQ.CH-99"), on=ON, names=names) == (Detail("Chấp hành viên", "TQ.CH-99"),)
    assert told(f.DelegatedOut("TQ.SD"), on=ON, names=names)[0].text == "Chi cục Sơn Dương"


def test_days_are_told_in_figures_of_equal_width() -> None:
    assert told(f.Deferred("illness", day("2024-05-09")), on=ON)[-1].text == "09/05/2024"


def test_a_fact_before_the_decision_changes_nothing() -> None:
    assert apply(None, f.NoticeServed(), on=ON) is None


class TestParties:
    debtor = PartyDetails(PartyRole.DEBTOR, "Nguyễn Văn A")

    def test_a_list_shows_the_first_and_how_many_more(self) -> None:
        two = (self.debtor, PartyDetails(PartyRole.DEBTOR, "Lê Thị B"))
        assert named(two, PartyRole.DEBTOR) == "Nguyễn Văn A và 1 người khác"
        assert named(two[:1], PartyRole.DEBTOR) == "Nguyễn Văn A"
        assert named(two, PartyRole.CREDITOR) == ""

    def test_each_has_a_name_and_one_owes(self) -> None:
        check_parties((self.debtor,))
        for parties, code in (
            ((PartyDetails(PartyRole.DEBTOR, " "),), "cases.party_without_name"),
            ((PartyDetails(PartyRole.CREDITOR, "C"),), "cases.no_debtor"),
        ):
            with pytest.raises(Refusal) as refused:
                check_parties(parties)
            assert refused.value.code == code


def test_a_request_is_not_received_in_the_future() -> None:
    with pytest.raises(Refusal) as refused:
        check_request(requested_on=ON, received_on=day("2024-03-02"), issued_on=day("2024-01-01"), today=ON)
    assert refused.value.code == "cases.received_in_future"


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("decision.interim_measure", "2024-03-02", "2024-03-02"),
        ("delegation.interim_measure", "2024-03-01", "2024-03-04"),
        ("decision.ex_officio", "2024-03-01", "2024-03-08"),
        ("voluntary.period", "2024-03-01", "2024-03-11"),
        ("verification.periodic", "2024-03-01", "2024-09-04"),
        ("request.limitation", "2024-03-01", "2029-03-01"),
    ],
)
def test_a_period_of_any_unit_ends_on_a_working_day(key: str, start: str, end: str) -> None:
    ruling = LAW.value(key, on=day(start))

    assert last_day(ruling, start=day(start)) == day(end)


def test_what_is_no_period_has_no_last_day() -> None:
    with pytest.raises(TypeError):
        last_day(LAW.value("unable.verifications_before_ledger", on=ON), start=ON)


def test_a_waiting_time_does_not_roll() -> None:
    ruling = LAW.value("unable.separate_ledger", on=ON)

    assert earliest_day(ruling, start=day("2023-03-05")) == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("page", "start", "length"),
    [(Page(), 0, 50), (Page(3, 20), 40, 20), (Page(0, 0), 0, 1), (Page(2, 9_999), 500, 500)],
)
def test_a_page_is_kept_within_bounds(page: Page, start: int, length: int) -> None:
    assert (page.start, page.length) == (start, length)


def test_a_listing_knows_its_pages() -> None:
    assert Listing([], 0, Page()).pages == 1
    middle: Listing[int] = Listing([1], 101, Page(2, 50))
    assert (middle.pages, middle.has_previous, middle.has_next) == (3, True, True)
