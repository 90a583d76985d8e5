"""The file of histories comes in whole or not at all, and each fault is told at its line."""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from thads.foundation.ledger import queries as ledger
from thads.foundation.organisation import queries as organisation
from thads.interfaces.exchange.histories.faults import SHOWN
from thads.interfaces.exchange.histories.importing import HistoriesOutcome, check_histories, import_histories

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "example-histories.jsonl"

AGENCY = {"agency": {"code": "HL", "name": "Cục Hải Long", "kind": "province", "valid_from": "2010-01-01"}}
STAFF = {"staff": {"code": "HL-01", "name": "Phạm Thị Mẫu", "agency": "HL", "valid_from": "2010-01-01"}}


def line(fact: str, on: str = "2024-01-10", **more: Any) -> dict[str, Any]:
    value = {
        "case": "101",
        "agency": "HL",
        "fact": fact,
        "took_effect": on,
        "recorded_at": f"{on}T09:00:00+07:00",
    }
    return {**value, "data": {}, **more}


DECISION = line(
    "decision_issued",
    data={"initiation": "ex_officio", "judgment_kind": "criminal", "judgment_on": "2023-12-01",
          "duties": [{"no": 1, "kind": "court_fee", "amount": 5_200_000}]},
)  # fmt: skip
COLLECTED = line("money_collected", "2024-02-01", data={"parts": [{"no": 1, "amount": 5_200_000}]})
PERFORMED = line("performed", "2024-02-05")
WHOLE = [AGENCY, STAFF, DECISION, COLLECTED, PERFORMED]


def written(*lines: dict[str, Any] | str | bytes) -> bytes:
    parts = (
        one
        if isinstance(one, bytes)
        else (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)).encode()
        for one in lines
    )
    return b"\n".join(parts) + b"\n"


@pytest.fixture
def bring(now: datetime) -> Callable[..., HistoriesOutcome]:
    """Import lines as the operator at the command line."""

    def bring(*lines: dict[str, Any] | str | bytes) -> HistoriesOutcome:
        viewer = organisation.operator(at=now, on=now.date())
        return import_histories(viewer, io.BytesIO(written(*lines)))

    return bring


def told(outcome: HistoriesOutcome) -> list[tuple[str, str]]:
    return [(problem.where, problem.code) for problem in outcome.problems]


def test_the_worked_example_of_the_manual_comes_in(now: datetime) -> None:
    viewer = organisation.operator(at=now, on=now.date())

    with EXAMPLE.open("rb") as stream:
        outcome = import_histories(viewer, stream)

    assert (outcome.problems, outcome.cases, outcome.agencies, outcome.posts) == ((), 14, 3, 4)
    assert outcome.imported
    assert ledger.last_position() > 0


def test_lines_in_any_order_make_the_same_histories(bring: Callable[..., HistoriesOutcome]) -> None:
    assert bring(*reversed(WHOLE)).imported


def test_a_check_writes_nothing(now: datetime) -> None:
    viewer = organisation.operator(at=now, on=now.date())

    outcome = check_histories(viewer, io.BytesIO(written(*WHOLE)))

    assert (outcome.cases, outcome.facts, outcome.imported, outcome.problem_count) == (1, 3, False, 0)
    assert ledger.last_position() == 0
    assert not organisation.agency_history("HL")


def test_a_file_imported_again_is_told_in_one_sentence(bring: Callable[..., HistoriesOutcome]) -> None:
    bring(*WHOLE)

    again = bring(*WHOLE)

    assert told(again) == [("tệp", "histories.imported_already")]


def test_a_case_that_exists_is_told_at_its_line(bring: Callable[..., HistoriesOutcome]) -> None:
    bring(*WHOLE)
    new = {**DECISION, "case": "102"}

    assert told(bring(DECISION, new)) == [("dòng 1", "cases.import_number_exists")]


def test_a_file_with_the_same_numbers_and_other_facts_was_not_imported(
    bring: Callable[..., HistoriesOutcome],
) -> None:
    bring(*WHOLE)

    assert told(bring(DECISION, COLLECTED)) == [("tệp", "histories.imported_already")]
    other = replaced(COLLECTED, receipt_no="BL 9")
    assert told(bring(DECISION, other)) == [("dòng 1", "cases.import_number_exists")]


def test_cases_that_exist_are_told_together_with_all_other_faults(
    bring: Callable[..., HistoriesOutcome],
) -> None:
    second = {**DECISION, "case": "102"}
    bring(*WHOLE, second)

    assert told(bring(DECISION, PERFORMED, second, "{")) == [
        ("dòng 1", "cases.import_number_exists"), ("dòng 2", "cases.still_owed"),
        ("dòng 3", "cases.import_number_exists"), ("dòng 4", "histories.not_json"),
    ]  # fmt: skip


def test_what_another_import_brought_meanwhile_is_known(now: datetime) -> None:
    before = organisation.operator(at=now, on=now.date())
    below = {"agency": {"code": "HL.A", "name": "Chi cục An Mẫu", "parent": "HL", "valid_from": "2010-01-01"}}
    first = {**DECISION, "agency": "HL.A"}

    outcomes = [
        import_histories(before, io.BytesIO(written(AGENCY, below, STAFF, {**first, "case": number})))
        for number in ("1", "2")
    ]

    assert [(one.imported, one.agencies, one.problems) for one in outcomes] == [(True, 2, ()), (True, 0, ())]


def test_a_file_of_agencies_and_people_alone_comes_in(bring: Callable[..., HistoriesOutcome]) -> None:
    assert bring({"thads": "histories", "version": 1}, AGENCY, STAFF).imported


def test_a_post_without_a_day_is_held_since_the_agency_exists(
    bring: Callable[..., HistoriesOutcome],
) -> None:
    undated = {"staff": {key: value for key, value in STAFF["staff"].items() if key != "valid_from"}}

    assert bring(AGENCY, undated, replaced(DECISION, bailiff="HL-01")).problems == ()
    (post,) = organisation.posts(frozenset({"HL"}))
    assert str(post.span.start) == "2010-01-01"


def test_a_bailiff_of_the_superior_of_a_unit_and_of_the_successor_may_serve(
    bring: Callable[..., HistoriesOutcome],
) -> None:
    below = {"agency": {"code": "HL.A", "name": "Chi cục An Mẫu", "parent": "HL", "valid_from": "2010-01-01"}}
    heir = {
        "agency": {"code": "HL.B", "name": "Chi cục Bình Mẫu", "parent": "HL", "valid_from": "2010-01-01"}
    }
    over = {"succession": {"predecessor": "HL.A", "successor": "HL.B", "on": "2024-05-01"}}
    unit = {"staff": {**STAFF["staff"], "code": "HL.A-01", "agency": "HL.A"}}
    goes_on = {"staff": {**STAFF["staff"], "code": "HL.B-01", "agency": "HL.B"}}
    assigned = line("bailiff_assigned", "2024-05-12", data={"bailiff": "HL.B-01"})

    outcome = bring(
        AGENCY, below, heir, over, STAFF, unit, goes_on, replaced(DECISION, bailiff="HL.A-01"),
        {**replaced(DECISION, bailiff="HL-01"), "agency": "HL.A"}, {**assigned, "agency": "HL.A"},
    )  # fmt: skip

    assert outcome.problems == ()


def test_a_cancelled_fact_is_kept_and_does_not_count(bring: Callable[..., HistoriesOutcome]) -> None:
    mistaken = {**COLLECTED, "id": "r7"}
    taken_back = {"case": "101", "agency": "HL", "fact": "cancelled", "cancels": "r7",
                  "recorded_at": "2024-02-03T08:00:00+07:00", "data": {"reason": "Ghi nhầm"}}  # fmt: skip

    outcome = bring(AGENCY, DECISION, mistaken, taken_back)

    assert outcome.imported
    entries = list(ledger.entries_after(0, subject_kind="case"))
    assert [entry.cancels for entry in entries] == [None, None, entries[1].id]


def replaced(line: dict[str, Any], **data: Any) -> dict[str, Any]:
    return {**line, "data": {**line["data"], **data}}


FAULTS: dict[str, tuple[list[Any], tuple[str, str]]] = {
    "not json": ([*WHOLE, "{case: 5"], ("dòng 6", "histories.not_json")),
    "cut off": ([*WHOLE, '{"case": "7", "agency"'], ("dòng 6", "histories.not_json")),
    "not an object": ([*WHOLE, "[1, 2]"], ("dòng 6", "histories.not_object")),
    "not a number at all": ([*WHOLE, '{"case": NaN}'], ("dòng 6", "histories.not_json")),
    "nested without end": ([*WHOLE, "[" * 100_000], ("dòng 6", "histories.not_json")),
    "a key twice": ([*WHOLE, '{"case": "7", "case": "8"}'], ("dòng 6", "histories.key_twice")),
    "half a character": (
        [*WHOLE, '{"case": "\\ud800", "agency": "HL"}'],
        ("dòng 6", "histories.bad_character"),
    ),
    "an empty character": (
        [*WHOLE, '{"case": "7\\u0000", "agency": "HL"}'],
        ("dòng 6", "histories.bad_character"),
    ),
    "wrong encoding": (
        [*WHOLE, '{"case": "Cục"}'.encode("cp1258", "replace") + b"\xff"],
        ("dòng 6", "histories.not_utf8"),
    ),
    "nothing known": ([*WHOLE, {"colour": "red"}], ("dòng 6", "histories.kind_unknown")),
    "another heading": ([{"thads": "cases", "version": 1}, *WHOLE], ("dòng 1", "histories.header_wrong")),
    "a later version": ([{"thads": "histories", "version": 2}, *WHOLE], ("dòng 1", "histories.header_wrong")),
    "heading in the middle": (
        [*WHOLE, {"thads": "histories", "version": 1}],
        ("dòng 6", "histories.header_late"),
    ),
    "unknown fact": ([*WHOLE, line("teleported")], ("dòng 6", "histories.fact_unknown")),
    "unknown heading": ([*WHOLE, {**COLLECTED, "colour": "red"}], ("dòng 6", "histories.key_unknown")),
    "unknown field": ([*WHOLE, replaced(COLLECTED, colour="red")], ("dòng 6", "fact.field_unknown")),
    "missing field": ([AGENCY, DECISION, line("verified")], ("dòng 3", "fact.field_missing")),
    "missing day": (
        [AGENCY, {k: v for k, v in DECISION.items() if k != "took_effect"}],
        ("dòng 2", "histories.key_missing"),
    ),
    "missing instant": (
        [AGENCY, {k: v for k, v in DECISION.items() if k != "recorded_at"}],
        ("dòng 2", "histories.key_missing"),
    ),
    "a day that is none": (
        [AGENCY, line("decision_issued", "2024-02-30", data=DECISION["data"])],
        ("dòng 2", "histories.key_wrong"),
    ),
    "a number as text": (
        [AGENCY, DECISION, replaced(COLLECTED, parts=[{"no": 1, "amount": "5.200.000"}])],
        ("dòng 3", "fact.field_wrong"),
    ),
    "a fraction of a đồng": (
        [AGENCY, DECISION, replaced(COLLECTED, parts=[{"no": 1, "amount": 0.5}])],
        ("dòng 3", "fact.field_wrong"),
    ),
    "case number not text": ([AGENCY, {**DECISION, "case": 101}], ("dòng 2", "histories.key_wrong")),
    "two numbers": ([AGENCY, replaced(DECISION, number="999")], ("dòng 2", "histories.key_wrong")),
    "a negative amount": (
        [AGENCY, replaced(DECISION, duties=[{"no": 1, "kind": "fine", "amount": -1}])],
        ("dòng 2", "money.negative"),
    ),
    "unknown kind of duty": (
        [AGENCY, replaced(DECISION, duties=[{"no": 1, "kind": "tax"}])],
        ("dòng 2", "fact.field_wrong"),
    ),
    "no duty": ([AGENCY, replaced(DECISION, duties=[])], ("dòng 2", "cases.duties_needed")),
    "decision before its judgment": (
        [AGENCY, replaced(DECISION, judgment_on="2024-03-01")],
        ("dòng 2", "cases.before_judgment"),
    ),
    "no decision": ([AGENCY, COLLECTED], ("dòng 2", "histories.no_decision")),
    "two decisions": (
        [AGENCY, DECISION, {**DECISION, "recorded_at": "2024-01-11T09:00:00+07:00"}],
        ("dòng 3", "histories.two_decisions"),
    ),
    "a fact before the decision": (
        [AGENCY, DECISION, line("performed", "2024-01-02")],
        ("dòng 3", "histories.before_decision"),
    ),
    "recorded in the future": (
        [AGENCY, {**DECISION, "recorded_at": "2031-01-01T00:00:00+07:00"}],
        ("dòng 2", "histories.recorded_in_future"),
    ),
    "took effect after it was recorded": (
        [AGENCY, DECISION, {**COLLECTED, "recorded_at": "2024-01-20T09:00:00+07:00"}],
        ("dòng 3", "histories.future_fact"),
    ),
    "the same line twice": ([*WHOLE, COLLECTED], ("dòng 6", "histories.line_twice")),
    "more than is owed": (
        [AGENCY, DECISION, replaced(COLLECTED, parts=[{"no": 1, "amount": 5_200_001}])],
        ("dòng 3", "cases.amount_over_rest"),
    ),
    "an unlawful step": (
        [AGENCY, DECISION, line("unable_decided", "2024-02-01", data={"ground": "no_income_no_assets"})],
        ("dòng 3", "cases.not_lawful_now"),
    ),
    "a ground that is none": (
        [AGENCY, DECISION, line("deferred", "2024-02-01", data={"ground": "tired"})],
        ("dòng 3", "law.ground_unknown"),
    ),
    "finished while owed": ([AGENCY, DECISION, PERFORMED], ("dòng 3", "cases.still_owed")),
    "unknown agency": ([DECISION], ("dòng 1", "histories.agency_unknown")),
    "unknown bailiff": (
        [AGENCY, replaced(DECISION, bailiff="HL-99")],
        ("dòng 2", "histories.bailiff_unknown"),
    ),
    "agency not yet founded": (
        [{"agency": {**AGENCY["agency"], "valid_from": "2024-06-01"}}, DECISION],
        ("dòng 2", "histories.agency_not_then"),
    ),
    "unknown superior": (
        [{"agency": {**AGENCY["agency"], "parent": "XX"}}, DECISION],
        ("dòng 1", "histories.parent_unknown"),
    ),
    "agencies in a circle": (
        [{"agency": {**AGENCY["agency"], "parent": "HL"}}, DECISION],
        ("dòng 1", "histories.parent_circle"),
    ),
    "cancels nothing": (
        [*WHOLE, {**line("cancelled", "2024-02-06"), "cancels": "zz"}],
        ("dòng 6", "histories.cancels_nothing"),
    ),
    "cancels the decision": (
        [AGENCY, {**DECISION, "id": "d"}, {**line("cancelled", "2024-02-06"), "cancels": "d"}],
        ("dòng 3", "histories.cancelled_decision"),
    ),
    "one id twice": (
        [AGENCY, DECISION, {**COLLECTED, "id": "a"}, {**PERFORMED, "id": "a"}],
        ("dòng 4", "histories.id_twice"),
    ),
    "too long": ([AGENCY, {**DECISION, "order_no": "9" * 65}], ("dòng 2", "histories.too_long")),
    "taken back, but impossible while it was known": (
        [
            AGENCY,
            DECISION,
            {**replaced(COLLECTED, parts=[{"no": 1, "amount": 52_000_000}]), "id": "r"},
            {**line("cancelled", "2024-03-01"), "cancels": "r"},
        ],
        ("dòng 3", "cases.amount_over_rest"),
    ),
    "a duty numbered beyond all": (
        [AGENCY, replaced(DECISION, duties=[{"no": 99999999999999999999, "kind": "fine", "amount": 5}])],
        ("dòng 2", "cases.duty_no_wrong"),
    ),
    "a part numbered beyond all": (
        [AGENCY, DECISION, replaced(COLLECTED, parts=[{"no": 10**30, "amount": 5}])],
        ("dòng 3", "cases.line_unknown"),
    ),
    "an amount beyond all": (
        [AGENCY, DECISION, replaced(COLLECTED, parts=[{"no": 1, "amount": 10**30}])],
        ("dòng 3", "money.too_large"),
    ),
    "a place in the order beyond all": (
        [{"agency": {**AGENCY["agency"], "position": 10**20}}, AGENCY, DECISION],
        ("dòng 1", "histories.key_wrong"),
    ),
    "a year before all reckoning": (
        [AGENCY, {**DECISION, "recorded_at": "0001-01-01"}],
        ("dòng 2", "histories.key_wrong"),
    ),
    "space around the number": ([AGENCY, {**DECISION, "case": " 101 "}], ("dòng 2", "histories.key_wrong")),
    "delegated to oneself": (
        [AGENCY, DECISION, line("delegated_out", "2024-02-01", data={"to_agency": "HL"})],
        ("dòng 3", "histories.to_itself"),
    ),
    "a file pulled up from oneself": (
        [AGENCY, DECISION, line("file_pulled_up", "2024-02-01", data={"to_agency": "HL "})],
        ("dòng 3", "histories.to_itself"),
    ),
    "a file pulled up by nobody": (
        [AGENCY, DECISION, line("file_pulled_up", "2024-02-01", data={"to_agency": "XX"})],
        ("dòng 3", "histories.agency_unknown"),
    ),
    "an agency that succeeds itself": (
        [AGENCY, {"succession": {"predecessor": "HL", "successor": "HL", "on": "2024-02-01"}}, DECISION],
        ("dòng 2", "histories.succeeds_itself"),
    ),
    "a bailiff before the post was held": (
        [
            AGENCY,
            {"staff": {**STAFF["staff"], "valid_from": "2024-02-01"}},
            replaced(DECISION, bailiff="HL-01"),
        ],
        ("dòng 3", "histories.bailiff_elsewhere"),
    ),
    "somebody who is no bailiff": (
        [AGENCY, {"staff": {**STAFF["staff"], "role": "clerk"}}, replaced(DECISION, bailiff="HL-01")],
        ("dòng 3", "histories.bailiff_elsewhere"),
    ),
    "a bailiff of an agency far away": (
        [
            AGENCY,
            {"agency": {"code": "XX", "name": "Cục Xa", "valid_from": "2010-01-01"}},
            {"staff": {**STAFF["staff"], "agency": "XX"}},
            DECISION,
            line("bailiff_assigned", "2024-01-12", data={"bailiff": "HL-01"}),
        ],
        ("dòng 5", "histories.bailiff_elsewhere"),
    ),
    "a heading alone": ([{"thads": "histories", "version": 1}], ("tệp", "histories.no_facts")),
    "UTF-16": (["{}".encode("utf-16")], ("tệp", "histories.utf16")),
    "a workbook": ([b"PK\x03\x04rest"], ("tệp", "histories.is_workbook")),
    "nothing": ([b"\n\n"], ("tệp", "histories.empty")),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_at_its_line_and_nothing_is_imported(
    name: str, bring: Callable[..., HistoriesOutcome]
) -> None:
    lines, expected = FAULTS[name]

    outcome = bring(*lines)

    assert told(outcome) == [expected]
    assert all(problem.message.endswith((".", ")", "}.")) for problem in outcome.problems)
    assert not outcome.imported
    assert ledger.last_position() == 0
    assert not organisation.agency_history("HL")


def test_all_faults_are_told_in_the_order_of_the_file_and_counted(
    bring: Callable[..., HistoriesOutcome],
) -> None:
    bad = [{**COLLECTED, "case": str(number)} for number in range(SHOWN + 50)]

    outcome = bring(AGENCY, *bad, "{")

    assert outcome.problem_count == SHOWN + 51
    assert told(outcome)[:2] == [("dòng 2", "histories.no_decision"), ("dòng 3", "histories.no_decision")]
    assert told(outcome)[-1] == ("", "histories.and_more")
    assert len(outcome.problems) == SHOWN + 1


def test_lawless_steps_and_broken_lines_are_told_together(bring: Callable[..., HistoriesOutcome]) -> None:
    outcome = bring(AGENCY, DECISION, PERFORMED, "{", {**COLLECTED, "case": "7"})

    assert told(outcome) == [
        ("dòng 3", "cases.still_owed"), ("dòng 4", "histories.not_json"), ("dòng 5", "histories.no_decision"),
    ]  # fmt: skip


def test_fifty_megabytes_of_one_line_are_refused_soon(now: datetime) -> None:
    viewer = organisation.operator(at=now, on=now.date())

    outcome = import_histories(viewer, io.BytesIO(b"a" * 50_000_000))

    assert told(outcome) == [("dòng 1", "histories.line_too_long")]


def test_an_instant_without_offset_is_of_viet_nam(bring: Callable[..., HistoriesOutcome]) -> None:
    bring(AGENCY, {**DECISION, "recorded_at": "2024-01-10"})

    (entry,) = ledger.entries_after(0, subject_kind="case")
    assert entry.recorded_at == datetime(2024, 1, 9, 17, tzinfo=UTC)


def test_an_agency_is_renamed_moved_and_succeeded(bring: Callable[..., HistoriesOutcome]) -> None:
    below = {"code": "HL.A", "name": "Chi cục An Mẫu", "parent": "HL", "valid_from": "2010-01-01"}
    renamed = {**AGENCY["agency"], "name": "THADS tỉnh Hải Long", "valid_from": "2020-01-01"}

    outcome = bring(
        AGENCY, {"agency": renamed}, {"agency": below},
        {"succession": {"predecessor": "HL.A", "successor": "HL", "on": "2021-07-01"}}, DECISION,
    )  # fmt: skip

    assert outcome.problems == ()
    assert [then.name for then in organisation.agency_history("HL")] == [
        "Cục Hải Long",
        "THADS tỉnh Hải Long",
    ]
    assert organisation.agency_history("HL.A")[0].span.end is not None
