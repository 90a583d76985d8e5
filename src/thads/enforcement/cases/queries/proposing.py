"""The decisions that the law asks for on a judgment or its requests, ready to be issued: groups, grounds, and
the bailiff who has least to do (N62 Đ6–8; N152 Đ8, 11–12).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import Count, Sum

from thads.enforcement.cases.duties import duty_lines, freed
from thads.enforcement.cases.grouped import grouped_duty, groups_of
from thads.enforcement.cases.models import Duty, EnforcementCase, Judgment
from thads.enforcement.cases.rules.due_parts import decidable
from thads.enforcement.cases.rules.grouping import DecisionGroup, request_groups
from thads.enforcement.cases.rules.intake_pages import BailiffLoad, ProposedDecision
from thads.enforcement.cases.rules.opening import ex_officio_ground
from thads.enforcement.cases.rules.pages import DutyLine
from thads.enforcement.cases.rules.vocabulary import Initiation, JudgmentKind, RequestStatus
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.kernel.money import Dong
from thads.kernel.refusals import Refusal


def bailiff_loads(viewer: Viewer, agency: str, *, on: date) -> Sequence[BailiffLoad]:
    """Return the bailiffs of an agency in sight with their open cases, whoever has least first."""
    people = organisation.bailiffs(viewer.sight & {agency}, on=on)
    open_cases = EnforcementCase.objects.filter(
        agency=agency, is_open=True, bailiff__in=[one.code for one in people]
    )
    found = open_cases.values("bailiff").order_by("bailiff").annotate(n=Count("pk"), left=Sum("remaining"))
    loads = {row["bailiff"]: (row["n"], row["left"] or 0) for row in found}
    shown = [BailiffLoad(one.code, one.name, *loads.get(one.code, (0, 0))) for one in people]
    return sorted(shown, key=lambda one: (one.open_cases, one.remaining, one.code))


def propose_decisions(viewer: Viewer, judgment_id: UUID, *, on: date) -> Sequence[ProposedDecision]:
    """Return the decisions ex officio that a judgment waits for, as the law groups its duties on the day.

    Duties of which nothing is due yet are left out. Refuses a judgment out of sight.
    """
    judgment = Judgment.objects.filter(uuid=judgment_id, agency__in=viewer.sight).first()
    if judgment is None:
        raise Refusal("cases.judgment_not_found", name=viewer.name)
    lines = {line.no: line for line in duty_lines(judgment)}
    rows = list(judgment.duties.filter(initiation=Initiation.EX_OFFICIO.value).order_by("no"))
    free = freed(rows)
    waiting = [row for row in rows if row.case_id is None or row.pk in free]
    due = [row for row in waiting if _is_due(lines[row.no], on=on)]
    bailiff = _likely_bailiff(viewer, judgment, on=on)
    groups = groups_of(judgment, due, on=on)
    return [_proposed(judgment, group, lines, bailiff, on=on) for group in groups]


def propose_on_requests(
    viewer: Viewer, judgment_id: UUID, request_ids: tuple[UUID, ...] = (), *, on: date
) -> Sequence[ProposedDecision]:
    """Return the decisions that requests waiting on a judgment need on the day, those named or all of
    them.
    """
    judgment = Judgment.objects.filter(uuid=judgment_id, agency__in=viewer.sight).first()
    if judgment is None:
        raise Refusal("cases.judgment_not_found", name=viewer.name)
    waiting = judgment.requests.filter(status=RequestStatus.RECEIVED.value)
    asked = {row.pk: row for row in (waiting.filter(uuid__in=request_ids) if request_ids else waiting)}
    lines = {line.no: line for line in duty_lines(judgment)}
    rows = Duty.objects.filter(request__in=asked).order_by("no")
    grouped = [grouped_duty(row, asked[row.request_id or 0]) for row in rows]
    bailiff = _likely_bailiff(viewer, judgment, on=on)
    return [_proposed(judgment, group, lines, bailiff, on=on) for group in request_groups(grouped, on=on)]


def _is_due(line: DutyLine, *, on: date) -> bool:
    """Say whether a decision of the day may cover the duty, or some instalment of it."""
    return not line.instalments or bool(decidable(line.kind, line.instalments, on=on)[0])


def _due_amount(line: DutyLine, *, on: date) -> Dong:
    """Return the đồng of a duty that a decision of the day covers."""
    if not line.instalments:
        return line.amount
    return sum(one.amount for one in decidable(line.kind, line.instalments, on=on)[0])


def _proposed(
    judgment: Judgment, group: DecisionGroup, lines: dict[int, DutyLine], bailiff: str, *, on: date
) -> ProposedDecision:
    duties = [replace(lines[no], amount=_due_amount(lines[no], on=on)) for no in group.nos]
    is_ex_officio = all(line.initiation is Initiation.EX_OFFICIO for line in duties)
    ground = ""
    if is_ex_officio:
        kinds = [line.kind for line in duties]
        kind = JudgmentKind(judgment.kind)
        ground = ex_officio_ground(kinds, kind, is_interim=judgment.is_interim, on=on)
    return ProposedDecision(group, duties, sum(line.amount for line in duties), bailiff, ground)


def _likely_bailiff(viewer: Viewer, judgment: Judgment, *, on: date) -> str:
    """Return who already has a case of the judgment, else who has least to do."""
    known = judgment.cases.exclude(bailiff="").filter(is_open=True).order_by("-id").first()
    loads = bailiff_loads(viewer, judgment.agency, on=on)
    codes = [load.code for load in loads]
    if known is not None and known.bailiff in codes:
        return known.bailiff
    return next(iter(codes), "")
