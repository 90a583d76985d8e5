"""The identities of the forms (statistics.md 3.3), checked on every run.

A broken identity is a finding with the rows and the cases on both sides; it never stops the run.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from thads.kernel.refusals import Problem, Severity
from thads.kernel.sentences import register_sentences
from thads.law.forms import FormUnit, Identity, IdentityKind
from thads.law.rulings import Certainty

if TYPE_CHECKING:
    from thads.reporting.forms.rules.runs import FormRow

register_sentences(
    {
        "forms.identity_broken": "Đẳng thức {identity} không khớp ở dòng “{row}” ({unit}): {vi}. "
        "Vế trái {left}, vế phải {right}, chênh {gap}. Việc chỉ ở vế trái: {only_left}; chỉ ở vế "
        "phải: {only_right}.",
        "forms.negative": "Ô {column} ở dòng “{row}” ({unit}) là số âm {value}; thường do số thu hoặc giảm "
        "vượt nghĩa vụ. Hãy kiểm tra các việc: {only_left}.",
        "forms.transfer_differs": "Ủy thác từ {sender} đến {receiver}: bên gửi đã ủy thác {left} việc, bên "
        "nhận thụ lý {right} việc trong kỳ. Hãy đối chiếu; chênh lệch có thể do bên nhận chưa ra quyết định.",
    }
)

CLASSIFIED_BEFORE_2021 = "C'"
"""The equation of the old classification: for published figures only, never for counted ones."""
NON_NEGATIVE = "N0"
UNIT_VI = {FormUnit.CASES: "việc", FormUnit.MONEY: "đồng"}


class Verdict(StrEnum):
    """What the check of an identity says."""

    KEPT = "kept"
    BROKEN = "broken"
    NOTED = "noted"
    BY_METHOD = "by_method"


VERDICT_VI = {
    Verdict.KEPT: "Khớp",
    Verdict.BROKEN: "Không khớp",
    Verdict.NOTED: "Cần đối chiếu",
    Verdict.BY_METHOD: "Bảo đảm bằng cách tính",
}


@dataclass(frozen=True, slots=True)
class Break:
    """One place where an identity does not hold; the cases are those that stand on one side only."""

    code: str
    row: str
    unit: FormUnit
    left: int
    right: int
    column: str = ""
    sender: str = ""
    receiver: str = ""
    only_left: tuple[str, ...] = ()
    only_right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IdentityResult:
    """An identity, how often it was checked in the run, and where it broke."""

    code: str
    vi: str
    basis: str
    certainty: Certainty
    verdict: Verdict
    checked: int
    breaks: tuple[Break, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The breaks as problems for the officer."""
        return tuple(self._problem(one) for one in self.breaks)

    def _problem(self, one: Break) -> Problem:
        severity = Severity.INFO if self.verdict is Verdict.NOTED else Severity.ERROR
        details = {
            "identity": self.code, "row": one.row, "unit": UNIT_VI[one.unit], "vi": self.vi, "left": one.left,
            "right": one.right, "gap": one.left - one.right, "value": one.left, "column": one.column,
            "sender": one.sender, "receiver": one.receiver,
            "only_left": _listed(one.only_left), "only_right": _listed(one.only_right),
        }  # fmt: skip
        return Problem(one.code, where=one.row, severity=severity, basis=self.basis, details=details)


def _listed(numbers: Sequence[str]) -> str:
    shown = ", ".join(numbers[:20]) or "không"
    return f"{shown} … ({len(numbers)} việc)" if len(numbers) > 20 else shown


def within_rows(identity: Identity, rows: Sequence["FormRow"], unit: FormUnit) -> IdentityResult:
    """Check an equation or an “at most” in every row, in the unit of the form."""
    breaks = [
        _break(identity, row.key, unit, cells)
        for row in rows
        if not identity.is_kept(cells := row.values(unit))
    ]
    return result(identity, len(rows), breaks)


def _break(identity: Identity, row: str, unit: FormUnit, cells: Mapping[str, int]) -> Break:
    left = identity.left.of(cells) if identity.left is not None else 0
    right = identity.right.of(cells) if identity.right is not None else 0
    return Break("forms.identity_broken", row, unit, left, right)


def rows_add_up(identity: Identity, rows: Sequence["FormRow"]) -> IdentityResult:
    """Check that the parts of a row sum to it, column by column, each group of parts by itself (H)."""
    checked, breaks = 0, []
    parts: dict[tuple[str, str], list[FormRow]] = {}
    for row in rows:
        if row.parent is not None:
            parts.setdefault((row.parent, row.group), []).append(row)
    by_key = {row.key: row for row in rows}
    for (parent, group), members in parts.items():
        for unit in FormUnit:
            if group == "state_revenue" and unit is FormUnit.CASES:
                continue  # a case that owes a fee and a fine stands in both rows
            whole = by_key[parent].values(unit)
            checked += 1
            for column, value in whole.items():
                summed = sum(member.values(unit)[column] for member in members)
                if summed != value:
                    breaks.append(Break("forms.identity_broken", parent, unit, value, summed, column))
    return result(identity, checked, breaks)


def non_negative(rows: Sequence["FormRow"]) -> IdentityResult:
    """Check that no cell is below zero."""
    breaks = [
        Break("forms.negative", row.key, unit, value, 0, column)
        for row in rows
        for unit in FormUnit
        for column, value in row.values(unit).items()
        if value < 0
    ]
    return IdentityResult(
        NON_NEGATIVE, "Không ô nào là số âm", "TT05/2024 Đ2, biểu 01, 02", Certainty.DERIVED,
        Verdict.BROKEN if breaks else Verdict.KEPT, len(rows) * len(FormUnit), tuple(breaks),
    )  # fmt: skip


def result(identity: Identity, checked: int, breaks: Iterable[Break]) -> IdentityResult:
    """Return the result of an identity from its breaks."""
    found = tuple(breaks)
    if found:
        verdict = Verdict.NOTED if identity.code == "I" else Verdict.BROKEN
    elif identity.kind is IdentityKind.METHOD and not checked:
        verdict = Verdict.BY_METHOD
    else:
        verdict = Verdict.KEPT
    return IdentityResult(
        identity.code, identity.vi, identity.basis, identity.certainty, verdict, checked, found
    )


def claimed(identities: Iterable[Identity]) -> Sequence[Identity]:
    """Return the identities claimed for counted figures."""
    return [one for one in identities if one.code != CLASSIFIED_BEFORE_2021]
