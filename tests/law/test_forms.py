"""Forms as data: columns, headings, formulas and identities that fit together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.law import LAW, FormUnit, IdentityKind, Rate, RowDimension, Sum
from thads.law.formulas import parse_formula, parse_sum

FORMS = list(LAW.forms.values())
ALL_COLUMNS = "c1 c2 c3 c3a c4 c5 c5a c6 c7 c8 c9 c10 c10a c11 c12 c13 c14 c15 c16 c17 c18 m1".split()  # noqa: SIM905
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.code)
PERIOD = Period.parse("FY2024/9M")


def test_two_circulars_have_forms_one_to_five() -> None:
    assert list(LAW.forms) == [f"{name}-0{n}" for name in ("TT06/2019", "TT05/2024") for n in range(1, 6)]


def test_an_unknown_form_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match="TT05/2024-04"):
        LAW.form("TT05/2024-13")


def test_a_period_before_all_forms_is_refused() -> None:
    with pytest.raises(Refusal):
        LAW.form_for("01", Period.parse("FY2015/12M"))


@every_form
def test_columns_stand_in_printed_order(form) -> None:
    expected = [code for code in ALL_COLUMNS if code != "c10a" or form.unit is FormUnit.MONEY]

    assert [column.code for column in form.columns] == expected


@every_form
def test_formulas_name_columns_of_the_form(form) -> None:
    codes = {column.code for column in form.columns}

    for column in form.columns:
        if column.formula:
            assert set(column.formula.columns) <= codes
    for one in form.identities:
        assert set(one.left.columns if one.left else ()) <= codes
        assert set(one.right.columns if one.right else ()) <= codes


@every_form
def test_every_sum_column_is_an_identity_of_the_form(form) -> None:
    equal = {str(one.left): str(one.right) for one in form.identities if one.kind is IdentityKind.EQUAL}
    sums = {column.code: str(column.formula) for column in form.columns if isinstance(column.formula, Sum)}

    assert set(sums) == {"c1", "c6", "c7", "c8", "c17"}
    assert all(equal[code] == formula for code, formula in sums.items() if code != "c6" and code != "c17")


@every_form
def test_the_heading_covers_every_place_once(form) -> None:
    places = [
        (row, column)
        for cell in form.headings()
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]

    assert len(places) == len(set(places))
    assert set(places) == {(r, c) for r in range(form.heading_depth) for c in range(len(form.columns) + 1)}


@every_form
def test_rows_suit_the_dimension(form) -> None:
    keys = {(group.key, member) for group in form.rows for member, _vi in group.members}

    if form.dimension is RowDimension.AGENCY_BAILIFF:
        assert not keys
    else:
        assert ("total", "total") in keys


def test_rows_by_judgment_kind_carry_the_words_of_the_terms() -> None:
    for group in LAW.form("TT05/2024-01").rows:
        if group.dimension != "Total":
            vocabulary = LAW.labels.vocabulary(group.dimension)
            assert {member for member, _vi in group.members} <= set(vocabulary)


def test_reports_are_due_in_one_two_four_six_working_days() -> None:
    assert [one.working_days for one in LAW.form("TT05/2024-04").deadlines] == [1, 2, 4, 6]


def test_the_heading_says_which_circular_issued_the_form() -> None:
    said = LAW.form("TT05/2024-01").issued_under_vi

    assert said == "Ban hành theo Thông tư số 05/2024/TT-BTP ngày 10/6/2024 của Bộ trưởng Bộ Tư pháp"


def test_a_column_can_be_asked_for_by_code() -> None:
    form = LAW.form("TT05/2024-01")

    assert form.column("c14").short_vi == "Chưa có điều kiện"
    assert [column.code for column in form.columns if column not in form.counted_columns] == ["c18"]
    with pytest.raises(KeyError):
        form.column("c10a")


# ------------------------------------------------------------------ identities


def sound_cells(draw_from: dict[str, int]) -> dict[str, int]:
    cells = dict(draw_from)
    cells["c8"] = cells["c9"] + cells["c10"] + cells["c10a"]
    cells["c7"] = cells["c8"] + cells["c11"] + cells["c12"] + cells["c13"]
    cells["c6"] = cells["c7"] + cells["c14"] + cells["c15"] + cells["c16"]
    cells["c1"] = cells["c6"] + cells["c4"] + cells["c5"] + cells["c5a"]
    cells["c3"] = min(cells["c3a"] + 1, cells["c1"])
    cells["c3a"] = min(cells["c3a"], cells["c3"])
    cells["c2"] = cells["c1"] - cells["c3"]
    cells["c17"] = cells["c6"] - cells["c8"]
    return cells


LEAVES = ["c3a", "c4", "c5", "c5a", "c9", "c10", "c10a", "c11", "c12", "c13", "c14", "c15", "c16", "m1"]
rows_of_cells = st.fixed_dictionaries({code: st.integers(0, 10**15) for code in LEAVES}).map(sound_cells)


@given(rows_of_cells)
def test_sound_cells_keep_every_identity_of_money(cells: dict[str, int]) -> None:
    form = LAW.form("TT05/2024-02")

    assert all(one.is_kept(cells) for one in form.identities_of(PERIOD))


@given(rows_of_cells, st.sampled_from(["c1", "c2", "c6", "c7", "c8", "c11", "c14", "c16", "c17"]))
def test_one_more_đồng_in_a_summed_cell_breaks_an_identity(cells: dict[str, int], code: str) -> None:
    changed = {**cells, code: cells[code] + 1}

    assert not all(one.is_kept(changed) for one in LAW.form("TT05/2024-02").identities_of(PERIOD))


def test_the_gap_says_how_much_is_missing() -> None:
    identities = {one.code: one for one in LAW.form("TT05/2024-01").identities}

    assert identities["A"].gap({"c1": 10, "c2": 4, "c3": 5}) == 1
    assert identities["N1"].gap({"c8": 4, "c7": 5}) == 0
    assert identities["N1"].gap({"c8": 7, "c7": 5}) == 2
    assert identities["F"].gap({"c1": 3}) == 0
    assert not identities["F"].is_checkable


def test_the_old_classification_is_claimed_only_until_2020() -> None:
    form = LAW.form("TT06/2019-01")

    assert "C'" in {one.code for one in form.identities_of(Period.parse("FY2020/12M"))}
    assert "C" not in {one.code for one in form.identities_of(Period.parse("FY2020/12M"))}
    assert "C'" not in {one.code for one in form.identities_of(Period.parse("FY2021/12M"))}


# ------------------------------------------------------------------ formulas


def test_a_formula_writes_itself_for_excel() -> None:
    assert parse_formula("c1 - c4 - c5a").excel(lambda code: code.upper()) == "C1-C4-C5A"
    assert (
        parse_formula("c8 / c7 percent").excel(lambda code: f"${code}") == 'IF($c7=0,"",ROUND($c8/$c7*100,2))'
    )


def test_a_rate_is_rounded_half_up_to_hundredths() -> None:
    rate = parse_formula("c8 / c7 percent")

    assert isinstance(rate, Rate)
    assert rate.of({"c8": 3228, "c7": 3974}) == Decimal("81.23")
    assert rate.of({"c8": 1, "c7": 0}) is None
    assert rate.of({"c8": 1, "c7": 80_000}) == Decimal("0.00")
    assert rate.of({"c8": 1, "c7": 20_000}) == Decimal("0.01")


@pytest.mark.parametrize("written", ["", "c1 +", "c1 * c2", "c8 / c7", "(c1)", "c1 c2", "=c1"])
def test_what_is_no_formula_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no sum"):
        parse_formula(written)


@given(st.lists(st.tuples(st.sampled_from([1, -1]), st.sampled_from(ALL_COLUMNS)), min_size=1, max_size=6))
def test_writing_and_reading_a_sum_are_inverse(terms) -> None:
    formula = Sum(tuple(terms))

    assert parse_sum(str(formula)) == formula
