"""Whole cases as officers tell them, from the judgment to the end, and where the forms count them."""

from rooms.cases.office import DEBT, FEE, FINE, Office
from stories.telling import Story, refuses
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.rules.vocabulary import SuspensionCause


def test_a_court_fee_is_paid_within_the_voluntary_period(office: Office) -> None:
    story = Story.ex_officio(office, "2024-01-10", FEE).notified("2024-01-12").paid("2024-01-18")
    assert (story.status, story.left) == (S.VOLUNTARY, 0)
    assert {"c1", "c3", "c6", "c7"} <= set(story.counted("FY2024/4M"))
    assert "c8" not in story.counted("FY2024/4M")

    story.finished("2024-01-19")

    assert story.status is S.PERFORMED
    lines = story.counted("FY2024/9M")
    assert {"c1", "c3", "c6", "c7", "c8", "c9"} <= set(lines)
    assert not {"c2", "c11", "c14", "c17"} & set(lines)
    assert lines["c9"] == 1_000_000


def test_a_debt_is_collected_in_parts_and_by_coercion(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12")
    with refuses("cases.voluntary_running"):
        story.paid("2024-01-20", 1_000_000, coerced=True)
    story.found_able("2024-01-30").paid("2024-03-05", 100_000_000, coerced=True)
    assert (story.status, story.left) == (S.ENFORCING, 200_000_000)
    assert "c11" in story.counted("FY2024/6M")
    with refuses("cases.still_owed"):
        story.finished("2024-04-01")

    story.paid("2024-10-05", 200_000_000).finished("2024-10-06")

    assert story.counted("FY2024/12M")["c17"] == 200_000_000
    next_year = story.counted("FY2025/3M")
    assert next_year["c2"] == next_year["c9"] == 200_000_000


def test_a_debtor_without_means_rests_in_the_separate_ledger_and_comes_back(office: Office) -> None:
    story = Story.ex_officio(office, "2022-11-10", FINE).notified("2022-11-12")
    with refuses("cases.not_lawful_now"):
        story.unable("2022-12-05")
    story.found_without_conditions("2022-12-01").unable("2022-12-05")
    assert "c14" in story.counted("FY2023/3M")
    with refuses("cases.ledger_too_early"):
        story.into_separate_ledger("2023-12-04")
    with refuses("cases.ledger_verify_more"):
        story.into_separate_ledger("2023-12-05")
    story.found_without_conditions("2023-12-05")

    before = story.counted("FY2024/3M")
    story.into_separate_ledger("2023-12-06")

    assert {"c2", "c14"} <= set(before)
    assert story.counted("FY2024/3M") == {"m1": 5_000_000}
    story.found_able("2024-05-06").goes_on("2024-05-07").paid("2024-05-20").finished("2024-05-21")
    assert {"c2", "c8", "c9"} <= set(story.counted("FY2024/9M"))


def test_the_parties_agree_on_a_deferral_and_a_dispute_brings_another(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).notified("2024-01-12").found_able("2024-01-30")
    story.deferred("2024-02-15", until="2024-05-15")
    assert "c12" in story.counted("FY2024/6M")
    with refuses("cases.not_lawful_now"):
        story.deferred("2024-03-01", ground="asset_in_dispute")
    story.goes_on("2024-05-16").deferred("2024-06-10", ground="asset_in_dispute")

    assert "c15" in story.counted("FY2024/9M")
    assert not {"c7", "c12"} & set(story.counted("FY2024/9M"))


def test_a_protest_suspends_and_its_withdrawal_lets_go_on(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).suspended("2024-02-01")
    assert "c16" in story.counted("FY2024/6M")
    with refuses("cases.not_lawful_now"):
        story.found_able("2024-02-10")
    story.goes_on("2024-04-01").suspended("2024-04-10", SuspensionCause.BANKRUPTCY)

    assert story.status is S.SUSPENDED
    with refuses("cases.not_lawful_now"):
        story.delegated("2024-04-11")


def test_a_case_is_ended_in_part_by_agreement_and_the_rest_is_paid(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).terminated("2024-03-01", Part(1, 250_000_000))
    assert (story.status, story.left) == (S.ASSIGNED, 50_000_000)

    story.paid("2024-03-10").finished("2024-03-11")

    lines = story.counted("FY2024/6M")
    assert lines["c8"] == 300_000_000
    assert {"c8", "c9"} <= set(lines)
    assert "c10" not in lines  # performed speaks for the case; the đồng of c10 are a share only


def test_a_case_is_ended_whole_because_the_debtor_died(office: Office) -> None:
    story = Story.ex_officio(office, "2024-01-10", FEE).terminated("2024-03-01", ground="debtor_dead")

    assert story.status is S.TERMINATED
    assert {"c8", "c10"} <= set(story.counted("FY2024/6M"))
    with refuses("cases.closed"):
        story.paid("2024-03-02", 1)


def test_a_court_reduces_a_fine_and_the_rest_is_paid(office: Office) -> None:
    story = (
        Story.ex_officio(office, "2024-01-10", FINE)
        .paid("2024-02-01", 1_000_000)
        .reduced("2024-03-01", 3_000_000)
    )
    assert story.left == 1_000_000
    with refuses("cases.amount_over_rest"):
        story.reduced("2024-03-02", 1_000_001)
    story.paid("2024-03-10").finished("2024-03-10")

    assert story.counted("FY2024/6M")["c8"] == 5_000_000
    private = Story.on_request(office, "2024-01-10", DEBT, number="9/DS-ST")
    with refuses("cases.not_state_revenue"):
        private.reduced("2024-03-01", 1)


def test_a_case_is_delegated_and_opened_anew_by_the_receiver(office: Office) -> None:
    sent = Story.on_request(office, "2024-01-10", DEBT).delegated("2024-02-01", to="TQ.SD")
    assert sent.status is S.DELEGATED_OUT
    assert {"c1", "c3", "c4"} <= set(sent.counted("FY2024/6M"))
    assert "c6" not in sent.counted("FY2024/6M")


def test_half_a_debt_is_delegated_and_half_enforced_here(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT).delegated("2024-02-01", Part(1, 150_000_000))
    assert (story.status, story.left) == (S.ASSIGNED, 150_000_000)

    story.paid("2024-03-01").finished("2024-03-02")

    lines = story.counted("FY2024/6M")
    assert (lines["c1"], lines["c6"], lines["c9"]) == (300_000_000, 150_000_000, 150_000_000)


def test_a_wrong_decision_is_recalled_and_a_file_is_pulled_up(office: Office) -> None:
    wrong = Story.ex_officio(office, "2024-01-10", FEE).recalled("2024-01-15")
    assert {"c1", "c5"} <= set(wrong.counted("FY2024/6M"))
    pulled = Story.ex_officio(office, "2024-01-10", FINE, number="2/HS-ST").pulled_up("2024-02-01")

    assert "c5a" in pulled.counted("FY2024/6M")
    assert "c6" not in pulled.counted("FY2024/6M")


def test_two_duties_go_two_ways(office: Office) -> None:
    story = Story.ex_officio(office, "2024-01-10", FEE, FINE).notified("2024-01-12").paid("2024-01-15")
    story.finished("2024-01-15", 1).found_without_conditions("2024-02-01", 2).unable("2024-02-05", 2)
    assert (story.status, story.left) == (S.UNABLE, 5_000_000)
    assert "c14" in story.counted("FY2024/6M")

    story.terminated("2024-05-01", Part(2), ground="duty_relieved")

    assert [line.status for line in story.page().obligations] == [S.PERFORMED, S.TERMINATED]
    assert {"c8", "c9"} <= set(story.counted("FY2024/9M"))


def test_a_payment_learned_late_counts_for_who_asks_later(office: Office) -> None:
    story = Story.on_request(office, "2024-01-10", DEBT)
    story.paid("2024-09-28", 100_000_000, learned="2024-10-09")

    assert story.counted("FY2024/12M", known_at="2024-10-03")["c17"] == 300_000_000
    assert story.counted("FY2024/12M", known_at="2024-12-12")["c17"] == 200_000_000


def test_a_mistake_is_taken_back_and_both_stay_readable(office: Office) -> None:
    story = Story.ex_officio(office, "2024-01-10", FEE).paid("2024-01-15").finished("2024-01-16")
    assert {"c8", "c9"} <= set(story.counted("FY2024/4M", known_at="2024-01-20"))

    story.took_back_the_last_fact("2024-02-01")

    assert story.status is S.ASSIGNED
    assert "c9" in story.counted("FY2024/4M", known_at="2024-01-20")
    assert "c9" not in story.counted("FY2024/4M")
    assert len(story.page().timeline) == 4


def test_the_law_of_2025_sends_requests_back_instead_of_the_separate_ledger(office: Office) -> None:
    asked = (
        Story.on_request(office, "2025-01-10", DEBT)
        .found_without_conditions("2025-02-01")
        .unable("2025-02-05")
    )
    owed_to_state = Story.ex_officio(office, "2025-01-10", FINE, number="2/HS-ST")
    owed_to_state.found_without_conditions("2025-02-01").unable("2025-02-05")
    for story in (asked, owed_to_state):
        story.found_without_conditions("2025-08-01").found_without_conditions("2026-02-02")

    with refuses("cases.ledger_only_ex_officio"):
        asked.into_separate_ledger("2026-07-01")
    with refuses("cases.ledger_too_early"):
        owed_to_state.into_separate_ledger("2026-07-01")
    owed_to_state.found_without_conditions("2026-12-01").into_separate_ledger("2027-02-05")
    assert owed_to_state.status is S.SEPARATE_LEDGER
