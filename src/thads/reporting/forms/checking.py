"""Checks the identities of a run; for a broken one, finds the cases that stand on one side only."""

from collections.abc import Sequence
from dataclasses import replace

from thads.foundation.access.rules.viewer import Viewer
from thads.law.forms import FormUnit, Identity, IdentityKind
from thads.law.formulas import Sum
from thads.reporting.counting import queries as counting
from thads.reporting.counting.queries import Engine, Field
from thads.reporting.counting.rules.codes import Line
from thads.reporting.counting.rules.questions import Question
from thads.reporting.forms.rules import identities
from thads.reporting.forms.rules.identities import Break, IdentityResult
from thads.reporting.forms.rules.runs import FormRun


def checked(
    viewer: Viewer, run: FormRun, asked: Question, below: frozenset[str], *, using: Engine
) -> tuple[IdentityResult, ...]:
    """Return the result of every identity claimed for counted figures, and of “nothing is negative”."""
    checks = _Checks(viewer, run, asked, below, using)
    results = [checks.result(identity) for identity in identities.claimed(run.layout.identities)]
    return (*results, identities.non_negative(run.rows))


class _Checks:
    def __init__(
        self, viewer: Viewer, run: FormRun, asked: Question, below: frozenset[str], using: Engine
    ) -> None:
        self._viewer, self._run, self._asked, self._below, self._using = viewer, run, asked, below, using

    def result(self, identity: Identity) -> IdentityResult:
        if identity.is_checkable:
            return self._with_cases(
                identity, identities.within_rows(identity, self._run.rows, self._run.layout.unit)
            )
        if identity.kind is IdentityKind.ROWS:
            return identities.rows_add_up(identity, self._run.rows)
        if identity.kind is IdentityKind.PERIODS:
            return self._carried_over(identity)
        if identity.code == "I":
            return self._transfers(identity)
        return identities.result(identity, 0, ())

    # ------------------------------------------------------------ the cases on both sides

    def _with_cases(self, identity: Identity, result: IdentityResult) -> IdentityResult:
        """Name the cases that stand on one side of a broken equation only (those of the whole run)."""
        if not result.breaks or identity.left is None or identity.right is None:
            return result
        left, right = self._side(identity.left), self._side(identity.right)
        numbered = tuple(
            replace(one, only_left=tuple(sorted(left - right)), only_right=tuple(sorted(right - left)))
            for one in result.breaks
        )
        return replace(result, breaks=numbered)

    def _side(self, side: Sum) -> set[str]:
        """Return the cases of a side: those of the added lines without those of the subtracted."""
        members: dict[int, set[str]] = {1: set(), -1: set()}
        for sign, column in side.terms:
            members[sign] |= self._members(Line(column))
        return members[1] - members[-1]

    def _members(self, line: Line) -> set[str]:
        where = {Field.AGENCY: self._below}
        cases = counting.cases_behind(self._viewer, self._asked, line=line, where=where, using=self._using)
        return {case.number for case in cases if case.is_member}

    # ------------------------------------------------------------ between years

    def _carried_over(self, identity: Identity) -> IdentityResult:
        """G: what is carried over, and what of it lies in the separate ledger, was left over a year ago."""
        carried, left_over = counting.carry_over(self._viewer, self._asked, self._below, using=self._using)
        pairs = (
            (FormUnit.CASES, carried.cases, left_over.cases),
            (FormUnit.MONEY, carried.amount, left_over.amount),
        )
        row = self._run.total.key
        breaks = [
            Break("forms.identity_broken", row, unit, now, then, Line.C2)
            for unit, now, then in pairs
            if now != then
        ]
        return identities.result(identity, len(pairs), breaks)

    # ------------------------------------------------------------ between agencies

    def _transfers(self, identity: Identity) -> IdentityResult:
        """I: what one agency in sight delegated, another in sight took in."""
        pairs = counting.transfers(self._viewer, self._asked, self._below, using=self._using)
        breaks = [
            Break(
                "forms.transfer_differs", self._run.total.key, FormUnit.CASES, pair.sent, pair.received,
                sender=pair.sender, receiver=pair.receiver,
            )
            for pair in pairs
            if pair.sent != pair.received
        ]  # fmt: skip
        return identities.result(identity, len(pairs), breaks)


def broken(results: Sequence[IdentityResult]) -> Sequence[IdentityResult]:
    """Return the results that are errors."""
    return [one for one in results if one.verdict is identities.Verdict.BROKEN]
