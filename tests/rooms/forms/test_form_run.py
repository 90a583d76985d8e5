"""A form run: rows for agencies and bailiffs, identities kept, cells that lead to their cases."""

from datetime import date

import pytest

from rooms.forms.world import build_organisation, case_id, decision, viewer_at, write_case
from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.reporting.counting.queries import Engine
from thads.reporting.forms import queries
from thads.reporting.forms.rules.identities import Verdict

pytestmark = pytest.mark.django_db
NINE_MONTHS = Period(2024, 9)
FORMS = [f"TT05/2024-0{number}" for number in range(1, 6)]


@pytest.fixture
def province():
    build_organisation()
    write_case("01/CH", [
        ("decision_issued", "2023-11-01", decision("01/CH", 1000, bailiff="TQ.CH-01")),
        ("money_collected", "2024-01-10", {"parts": [{"no": 1, "amount": 1000}]}),
        ("performed", "2024-01-12", {}),
    ])  # fmt: skip
    write_case("02/CH", [
        ("decision_issued", "2023-05-01", decision("02/CH", 500, 300, bailiff="TQ.CH-02")),
        ("money_collected", "2023-12-10", {"parts": [{"no": 1, "amount": 200}]}),
        ("unable_decided", "2024-02-01", {"ground": "no_income"}),
    ])  # fmt: skip
    write_case("03/SD", [
        ("decision_issued", "2023-02-01", decision("03/SD", initiation="ex_officio", judgment_kind="criminal",
         duties=[{"no": 1, "kind": "court_fee", "amount": 200}, {"no": 2, "kind": "fine", "amount": 500}])),
        ("unable_decided", "2023-03-01", {"ground": "no_income"}),
        ("moved_to_separate_ledger", "2024-03-01", {}),
    ], agency="TQ.SD")  # fmt: skip
    write_case("04/SD", [
        ("decision_issued", "2023-10-02", decision("04/SD", 900, bailiff="TQ.SD-01")),
        ("delegated_out", "2024-01-05", {"to_agency": "TQ.CH"}),
    ], agency="TQ.SD")  # fmt: skip


def run(form="TT05/2024-04", agency="TQ", **others):
    return queries.form_run(viewer_at("TQ"), form=form, agency=agency, period=NINE_MONTHS, **others)


def test_units_and_bailiffs_have_rows_that_add_up_to_the_province(province) -> None:
    found = run()

    keys = [row.key for row in found.rows]
    assert keys == [
        "TQ", "TQ.NV", "TQ.NV/TQ.NV-01", "TQ.CH", "TQ.CH/TQ.CH-01", "TQ.CH/TQ.CH-02",
        "TQ.SD", "TQ.SD/TQ.SD-01", "TQ.SD/-",
    ]  # fmt: skip
    assert found.total.cells["c1"].cases == 3
    assert found.row("TQ.CH").cells["c8"].cases == 1
    assert found.row("tq.ch-02").cells["c14"].amount == 600
    assert found.row("TQ.SD/-").cells["m1"].cases == 1
    assert found.row("TQ").cells["m1"].amount == 700
    assert str(found.row("TQ").rate(found.layout.unit)) == "100.00"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("engine", Engine)
def test_identities_are_kept_on_every_form_by_both_engines(province, form, engine) -> None:
    found = run(form, using=engine)

    broken = [result for result in found.identities if result.verdict is Verdict.BROKEN]
    assert not broken
    assert {"A", "B", "C", "D", "D2", "E", "E2", "F", "G", "H", "I", "N0"} <= {
        one.code for one in found.identities
    }
    assert found.rows == run(form, using=Engine.FAST).rows


def test_a_delegation_not_yet_taken_in_is_noted_for_comparison(province) -> None:
    noted = next(result for result in run().identities if result.code == "I")

    assert noted.verdict is Verdict.NOTED
    assert "TQ.SD" in noted.problems[0].message


@pytest.mark.parametrize("form", ["TT05/2024-01", "TT05/2024-03", "TT05/2024-05"])
def test_every_cell_leads_to_exactly_its_cases(province, form) -> None:
    found = run(form)

    for row in found.rows:
        for line, figure in row.cells.items():
            if not figure.cases and not figure.amount and line not in ("c10a", "c11"):
                continue  # two empty cells a row are enough
            behind = queries.cell_cases(
                viewer_at("TQ"), form=form, agency="TQ", period=NINE_MONTHS, row=row.key, cell=line
            )
            assert sum(case.is_member for case in behind.cases) == figure.cases, (row.key, line)
            assert sum(case.amount for case in behind.cases) == figure.amount, (row.key, line)


@pytest.mark.parametrize("form", ["TT05/2024-01", "TT05/2024-03", "TT05/2024-05"])
@pytest.mark.parametrize("length", [1, 2, 50])
def test_the_pages_of_a_cell_joined_are_its_whole_list(province, form, length) -> None:
    for number in ("10/2024/TQ.CH", "9/2024/TQ.SD", "9/2024/TQ.CH", "412/2023/TQ.CH", "Số 7 cũ", "Số 12 cũ"):
        write_case(number, [("decision_issued", "2023-11-01", decision(number, 70))])
    for row, cell in (("", "c1"), ("", "c9"), ("", "c3"), ("", "c10a")):
        asked = {"form": form, "agency": "TQ", "period": NINE_MONTHS, "row": row, "cell": cell}
        whole = queries.cell_cases(viewer_at("TQ"), **asked)
        assert whole == queries.cell_cases(viewer_at("TQ"), **asked, using=Engine.REFERENCE)
        paged = []
        while True:
            page = queries.cell_page(viewer_at("TQ"), **asked, start=len(paged), length=length)
            assert page.total == len(whole.listed)
            assert (page.figure, page.row, page.line) == (whole.figure, whole.row, whole.line)
            paged.extend(page.cases)
            if len(page.cases) < length:
                break

        assert tuple(paged) == whole.listed


def test_a_page_shows_a_fact_saved_since_the_page_before(province) -> None:
    asked = {"form": "TT05/2024-04", "agency": "TQ", "period": NINE_MONTHS, "row": "", "cell": "c3"}
    before = queries.cell_page(viewer_at("TQ"), **asked, start=0, length=50)
    write_case("2/2024/TQ.SD", [("decision_issued", "2023-11-01", decision("2/2024/TQ.SD", 70))])

    after = queries.cell_page(viewer_at("TQ"), **asked, start=0, length=50)

    assert after.total == before.total + 1
    assert "2/2024/TQ.SD" in [case.number for case in after.cases]


def test_a_case_tells_the_lines_it_stands_in_and_why_not_in_others(province) -> None:
    lines = queries.case_lines(viewer_at("TQ"), case_id("02/CH"), period=NINE_MONTHS)

    assert [reason.line for reason in lines.standing_in] == [
        "c1", "c2", "c6", "c7", "c8", "c9", "c14", "c17",
    ]  # fmt: skip
    reasons = {reason.line: reason for reason in lines.lines}
    assert not reasons["c9"].is_member
    assert reasons["c9"].amount == 200
    assert "Chưa có điều kiện" in reasons["c11"].because


def test_as_of_and_known_at_ask_two_different_things(province) -> None:
    assert run(as_of=date(2024, 1, 11)).row("TQ.CH-01").cells["c13"].cases == 1


def test_the_head_of_a_unit_does_not_see_the_province(province) -> None:
    with pytest.raises(Refusal) as refused:
        queries.form_run(viewer_at("TQ.CH"), form="TT05/2024-04", agency="TQ", period=NINE_MONTHS)

    assert refused.value.code == "forms.agency_out_of_sight"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"form": "TT05/2024-99"}, "law.unknown_form"),
        ({"agency": "XX"}, "forms.agency_unknown"),
        ({"as_of": date(2023, 9, 30)}, "counting.before_period"),
    ],
)
def test_a_wrong_question_is_refused(province, wrong, code) -> None:
    with pytest.raises(Refusal) as refused:
        run(**wrong)

    assert refused.value.code == code
