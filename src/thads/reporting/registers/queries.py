"""Registers over any span, as known at any instant; closed ones as closed, with what changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import assert_never
from uuid import UUID

from thads.enforcement.cases import queries as cases
from thads.enforcement.cases.rules.vocabulary import Initiation
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal
from thads.law import LAW
from thads.law.registers import RegisterLayout, RegisterSource
from thads.reporting.registers.models import RegisterClosing
from thads.reporting.registers.rules.closing import ClosingKind, closing_words
from thads.reporting.registers.rules.lines import RegisterLine
from thads.reporting.registers.rules.runs import (
    RegisterRun,
    compared,
    fact_lines,
    incoming_register_lines,
    judgment_lines,
    read_lines,
    request_lines,
)


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing of a register as a value."""

    closing_id: UUID
    agency: str
    register: str
    kind: ClosingKind
    year: int
    number: int
    first: date
    last: date
    known_at: datetime
    closed_on: date
    closed_by: str
    head: str
    lines: int
    total: Dong
    fingerprint: str

    @property
    def words(self) -> str:
        """The span in words: “quý 2 năm 2024”."""
        return closing_words(self.kind, year=self.year, number=self.number)


def register_run(
    viewer: Viewer, *, register: str, agency: str, first: date, last: date, known_at: datetime | None = None
) -> RegisterRun:
    """Return a register of an agency over a span, both days included (T04 Đ30).

    Refuses an unknown register, an agency out of sight, a span that is none or in which it was not kept.
    """
    layout = LAW.register(register)
    tree = organisation.agency_tree(on=min(last, viewer.on))
    if not viewer.sees(agency):
        raise Refusal("access.not_in_sight", name=viewer.name)
    if first > last:
        raise Refusal("registers.span_backwards", first=first, last=last)
    if not layout.is_kept(first, last):
        raise Refusal("registers.not_kept", basis=layout.basis, register=layout.vi, first=first, last=last)
    known = known_at or viewer.at
    return RegisterRun(
        layout=layout, agency=agency, agency_name=tree[agency].name if agency in tree else agency,
        first=first, last=last, known_at=known, lines=_lines(viewer, layout, agency, first, last, known),
    )  # fmt: skip


def _lines(
    viewer: Viewer, layout: RegisterLayout, agency: str, first: date, last: date, known_at: datetime
) -> Sequence[RegisterLine]:
    agencies = _reached(agency, last) if layout.is_kept_by_addressee else frozenset({agency})
    match layout.source:
        case RegisterSource.JUDGMENTS:
            judgments = cases.registered_judgments(viewer, agencies=agencies, first=first, last=last)
            return judgment_lines(judgments)
        case RegisterSource.REQUESTS:
            requests = cases.registered_requests(viewer, agencies=agencies, first=first, last=last)
            return request_lines(requests)
        case RegisterSource.INCOMING:
            incoming = cases.registered_incoming(viewer, agencies=agencies, first=first, last=last)
            return incoming_register_lines(incoming)
        case RegisterSource.DECISIONS:
            decided = cases.decided_cases(
                viewer, agencies=agencies, initiation=Initiation(layout.initiation), first=first, last=last,
                known_at=known_at,
            )  # fmt: skip
            return fact_lines(layout, decided, first=first, last=last, names=_names(last))
        case RegisterSource.FACTS:
            told = cases.cases_with_orders(
                viewer, agencies=agencies, kinds=frozenset(layout.kinds), first=first, last=last,
                known_at=known_at,
            )  # fmt: skip
            to = agency if layout.is_kept_by_addressee else ""
            return fact_lines(layout, told, first=first, last=last, names=_names(last), addressee=to)
        case _:
            assert_never(layout.source)


def _reached(agency: str, on: date) -> frozenset[str]:
    """Return the agency and those below it, whose cases it may take over."""
    tree = organisation.agency_tree(on=on)
    return tree.reach(agency) if agency in tree else frozenset({agency})


def _names(on: date) -> Mapping[str, str]:
    agencies = organisation.agency_tree(on=on).agencies
    return {
        **{code: one.name for code, one in agencies.items()},
        **organisation.staff_names(),
        **organisation.account_names(),
    }


def closings(viewer: Viewer, *, agency: str, register: str = "") -> Sequence[Closing]:
    """Return the closings of the registers of an agency in sight, the latest first."""
    rows = RegisterClosing.objects.filter(agency__in=viewer.sight & {agency})
    if register:
        rows = rows.filter(register=register)
    return [_as_closing(row) for row in rows.order_by("-last", "register", "-id")]


def closing_of(viewer: Viewer, closing_id: UUID) -> Closing:
    """Return one closing; refuses one out of sight."""
    return _as_closing(_row(viewer, closing_id))


def closed_run(viewer: Viewer, closing_id: UUID) -> RegisterRun:
    """Return a register as it was closed: the same lines for ever."""
    row = _row(viewer, closing_id)
    tree = organisation.agency_tree(on=row.last)
    return RegisterRun(
        layout=LAW.register(row.register), agency=row.agency,
        agency_name=tree[row.agency].name if row.agency in tree else row.agency,
        first=row.first, last=row.last, known_at=row.known_at, lines=read_lines(row.printed),
    )  # fmt: skip


def run_since_closing(viewer: Viewer, closing_id: UUID) -> RegisterRun:
    """Return a closed register as it stands today, each line that differs noted (T04 Đ30.4)."""
    closed = closed_run(viewer, closing_id)
    now = register_run(
        viewer, register=closed.layout.code, agency=closed.agency, first=closed.first, last=closed.last
    )
    return compared(now, closed, closed_on=closing_of(viewer, closing_id).closed_on)


def _row(viewer: Viewer, closing_id: UUID) -> RegisterClosing:
    row = RegisterClosing.objects.filter(uuid=closing_id, agency__in=viewer.sight).first()
    if row is None:
        raise Refusal("access.not_in_sight", name=viewer.name)
    return row


def _as_closing(row: RegisterClosing) -> Closing:
    """Return a closing as a value."""
    return Closing(
        closing_id=row.uuid, agency=row.agency, register=row.register, kind=ClosingKind(row.kind),
        year=row.year, number=row.number, first=row.first, last=row.last, known_at=row.known_at,
        closed_on=row.closed_on, closed_by=row.closed_by, head=row.head, lines=row.lines,
        total=row.total_amount, fingerprint=row.fingerprint,
    )  # fmt: skip
