"""Broken identities are found, with the row and the gap; rows that do not add up too."""

from dataclasses import replace

from thads.kernel.refusals import Severity
from thads.law import LAW
from thads.law.forms import FormUnit
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import LINES, Line
from thads.reporting.forms.rules import identities
from thads.reporting.forms.rules.identities import Verdict
from thads.reporting.forms.rules.printing import printed
from thads.reporting.forms.rules.runs import FormRow, RowKind

LAYOUT = LAW.form("TT05/2024-04")
BY_CODE = {identity.code: identity for identity in LAYOUT.identities}
SOUND = dict.fromkeys(LINES, Figure()) | {
    Line.C1: Figure(5, 500), Line.C2: Figure(2, 200), Line.C3: Figure(3, 300), Line.C6: Figure(5, 500),
    Line.C7: Figure(4, 400), Line.C8: Figure(1, 100), Line.C9: Figure(1, 100), Line.C11: Figure(3, 300),
    Line.C14: Figure(1, 100), Line.C17: Figure(4, 400),
}  # fmt: skip


def row(key="TQ", parent=None, **cells: Figure) -> FormRow:
    changed = {Line(code): figure for code, figure in cells.items()}
    kind = RowKind.AGENCY if parent else RowKind.TOTAL
    return FormRow(key, key, kind, 0, key, None, parent, "part", {**SOUND, **changed})


def test_a_sound_row_keeps_every_equation() -> None:
    for identity in identities.claimed(LAYOUT.identities):
        if identity.is_checkable:
            assert identities.within_rows(identity, [row()], FormUnit.CASES).verdict is Verdict.KEPT


def test_a_broken_equation_names_row_sides_and_gap() -> None:
    result = identities.within_rows(BY_CODE["A"], [row(), row("TQ.CH", c2=Figure(1, 0))], FormUnit.CASES)

    assert result.verdict is Verdict.BROKEN
    (problem,) = result.problems
    assert (problem.where, problem.details["left"], problem.details["right"]) == ("TQ.CH", 5, 4)
    assert problem.severity is Severity.ERROR
    assert "TQ.CH" in problem.message
    assert "không khớp" in problem.message


def test_a_part_larger_than_its_whole_is_found() -> None:
    result = identities.within_rows(BY_CODE["N1"], [row(c8=Figure(9, 0))], FormUnit.CASES)

    assert result.verdict is Verdict.BROKEN


def test_rows_that_do_not_sum_to_their_parent_are_found_by_column() -> None:
    whole = row()
    parts = [row("a", "TQ", **dict.fromkeys(LINES, Figure())), replace(row("b"), parent="TQ")]
    assert identities.rows_add_up(BY_CODE["H"], [whole, *parts]).verdict is Verdict.KEPT

    broken = identities.rows_add_up(
        BY_CODE["H"], [whole, parts[0], replace(row("b", c14=Figure(2, 100)), parent="TQ")]
    )

    assert [(one.column, one.left, one.right) for one in broken.breaks] == [("c14", 1, 2)]


def test_a_negative_cell_is_found() -> None:
    result = identities.non_negative([row(c11=Figure(3, -40))])

    assert [one.value for one in [result.verdict]] == ["broken"]
    assert "số âm -40" in result.problems[0].message


def test_the_equation_of_the_old_classification_is_not_claimed_for_counted_figures() -> None:
    assert "C'" not in {identity.code for identity in identities.claimed(LAYOUT.identities)}


def test_money_is_printed_half_up_and_never_adjusted() -> None:
    assert [printed(value, 1000) for value in (0, 499, 500, 1500, 66_872_343_000, -1500)] == [
        0, 0, 1, 2, 66_872_343, -2,
    ]  # fmt: skip
    assert printed(1_234, 1) == 1_234
