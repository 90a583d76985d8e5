"""Duties of judgments as rows: read as values, split by due days, freed by the end of a case, held against
what is enforced anywhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from thads.enforcement.cases.models import Duty, EnforcementCase, Judgment, Obligation
from thads.enforcement.cases.rules.again import amount_again, may_come_again
from thads.enforcement.cases.rules.due_parts import check_due, decidable
from thads.enforcement.cases.rules.duplicates import DutyLike, Enforced, bare, check_not_enforced
from thads.enforcement.cases.rules.facts import Duty as LaidDown
from thads.enforcement.cases.rules.facts import Instalment, Interest
from thads.enforcement.cases.rules.histories import SUBJECT, from_ledger
from thads.enforcement.cases.rules.intake import IntakeDuty
from thads.enforcement.cases.rules.pages import DutyLine
from thads.enforcement.cases.rules.vocabulary import Initiation, IntakeRoute, ObligationKind, ObligationStatus
from thads.foundation.ledger import queries as ledger
from thads.kernel.money import Dong


def duty_row(judgment: Judgment, no: int, duty: IntakeDuty) -> Duty:
    """Return a duty laid down by a judgment as a row not yet saved."""
    interest = duty.interest
    return Duty(
        judgment=judgment, no=no, kind=duty.kind.value, initiation=duty.route.value, amount=duty.amount,
        creditor=duty.creditor, debtor=duty.debtor, content=duty.content, joint=duty.joint,
        secured_by=duty.secured_by, instalments=written_instalments(duty.instalments),
        interest_yearly=interest.yearly if interest else None,
        interest_since=interest.since if interest else None,
    )  # fmt: skip


def as_laid_down(row: Duty, no: int) -> LaidDown:
    """Return a row as a line of a decision with this number."""
    return LaidDown(
        no, ObligationKind(row.kind), row.amount, row.creditor, row.debtor, row.content, interest_of(row),
        read_instalments(row), row.joint, row.secured_by,
    )  # fmt: skip


def interest_of(row: Duty) -> Interest | None:
    """Return the interest adjudged, None when the judgment says nothing of it."""
    return None if row.interest_yearly is None else Interest(row.interest_yearly, row.interest_since)


def read_instalments(row: Duty) -> tuple[Instalment, ...]:
    """Return the instalments of a duty, in the order of their days."""
    return tuple(Instalment(date.fromisoformat(due_on), amount) for due_on, amount in row.instalments)


def written_instalments(instalments: Iterable[Instalment]) -> list[list[object]]:
    """Return instalments as their column holds them."""
    return [[one.due_on.isoformat(), one.amount] for one in instalments]


# --------------------------------------------------------------------------- due days


def leave_for_later(row: Duty, *, on: date, in_time: Sequence[Instalment] | None = None) -> None:
    """Leave what a decision of the day cannot cover in a duty of its own; refuse one of which nothing is due.

    `in_time`: the instalments whose limitation is not over; None when nothing is over (TL11 Đ1.6; N152
    Đ11.2).
    """
    instalments = read_instalments(row)
    if not instalments:
        return
    kind = ObligationKind(row.kind)
    check_due(row.no, kind, instalments, on=on)
    due, _later = decidable(kind, instalments, on=on)
    taken = [one for one in due if in_time is None or one in in_time]
    left = [one for one in instalments if one not in taken]
    if not left or not taken:
        return
    _append(row, part_of=row.part_of or row.no, amount=_total(left), instalments=written_instalments(left))
    row.amount, row.instalments = _total(taken), written_instalments(taken)
    row.save(update_fields=["amount", "instalments"])


def _total(instalments: Iterable[Instalment]) -> Dong:
    return sum(one.amount for one in instalments)


def _append(row: Duty, **changes: object) -> Duty:
    """Write one more duty of the same judgment, like another but for what is named."""
    last = row.judgment.duties.order_by("-no").values_list("no", flat=True).first() or 0
    given: dict[str, object] = {
        name: getattr(row, name)
        for name in (
            "kind", "initiation", "amount", "creditor", "debtor", "content", "interest_yearly",
            "interest_since", "instalments", "joint", "secured_by",
        )
    }  # fmt: skip
    return Duty.objects.create(judgment=row.judgment, no=last + 1, **{**given, **changes})


# --------------------------------------------------------------------------- after the end of a case


def freed(rows: Iterable[Duty]) -> Mapping[int, Obligation]:
    """Return, by the duty's row, the obligation whose end lets it be asked for or decided on anew."""
    with_case = [row for row in rows if row.case_id is not None]
    again = {(row.judgment_id, row.again_of) for row in rows if row.again_of is not None}
    found = Obligation.objects.filter(case_id__in={row.case_id for row in with_case}).select_related("case")
    lines: dict[tuple[int | None, int], Obligation] = {(one.case_id, one.no): one for one in found}
    ended = {
        row.pk: lines[row.case_id, row.line_no] for row in with_case if (row.case_id, row.line_no) in lines
    }
    return {
        row.pk: ended[row.pk]
        for row in with_case
        if row.pk in ended
        and (row.judgment_id, row.no) not in again
        and may_come_again(ObligationStatus(ended[row.pk].status), ended[row.pk].ground)
    }


def take_again(row: Duty, ended: Obligation) -> Duty:
    """Write a duty anew with what the end of its case left to be enforced; the old row keeps its case."""
    lines = from_ledger(ledger.entries_of(SUBJECT, ended.case.uuid))
    return _append(row, again_of=row.no, amount=amount_again(lines, ended.no), instalments=[])


# --------------------------------------------------------------------------- enforced anywhere


def check_enforced_nowhere(judgment: Judgment, rows: Iterable[Duty]) -> None:
    """Refuse duties of the judgment that a case at any agency or private office enforces (L25 Đ34.4đ)."""
    known = enforced_elsewhere(judgment)
    for row in rows:
        duty = DutyLike(ObligationKind(row.kind), row.amount, row.debtor, row.creditor)
        check_not_enforced(row.no, duty, known)


def enforced_elsewhere(judgment: Judgment) -> Sequence[Enforced]:
    """Return the obligations of cases on the same judgment that were not opened from this entry of it."""
    cases = EnforcementCase.objects.filter(judgment_on=judgment.issued_on).exclude(judgment=judgment)
    same = [case for case in cases if _is_on(case, judgment)]
    rows = Obligation.objects.filter(case__in=same).select_related("case").order_by("case_id", "no")
    return [_enforced(row) for row in rows]


def _is_on(case: EnforcementCase, judgment: Judgment) -> bool:
    if bare(case.judgment_no) != bare(judgment.number):
        return False
    courts = {_court(case.court), _court(judgment.court)} - {""}
    return len(courts) == 1


def _court(name: str) -> str:
    """Return a court's name for comparing, however it is shortened."""
    return bare(name).replace("toaannhandan", "tand")


def _enforced(row: Obligation) -> Enforced:
    duty = DutyLike(ObligationKind(row.kind), row.amount, row.debtor, row.creditor)
    as_adjudged = row.case.route == IntakeRoute.NEW and row.case.judgment_id is not None
    return Enforced(duty, ObligationStatus(row.status), row.case.number, row.case.agency, as_adjudged)


def duty_lines(judgment: Judgment) -> Sequence[DutyLine]:
    """Return the duties of a judgment and what became of each; a duty freed by the end of its case is
    free.
    """
    rows = list(judgment.duties.select_related("case", "request").order_by("no"))
    free = freed(rows)
    return [
        DutyLine(
            no=row.no,
            kind=ObligationKind(row.kind),
            initiation=Initiation(row.initiation),
            amount=row.amount,
            creditor=row.creditor,
            debtor=row.debtor,
            content=row.content,
            case_id=row.case.uuid if row.case else None,
            case_number=row.case.number if row.case else "",
            request_id=row.request.uuid if row.request else None,
            interest=interest_of(row),
            instalments=read_instalments(row),
            joint=row.joint,
            secured_by=row.secured_by,
            part_of=row.part_of,
            is_free=row.pk in free or (row.case is None and row.request is None),
        )
        for row in rows
    ]
