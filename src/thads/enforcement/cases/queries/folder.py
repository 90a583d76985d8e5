"""What waits for a head, in piles: each as one question with its own measure of being late."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from thads.enforcement.cases.incoming import BY_RECEIPT, incoming_lines
from thads.enforcement.cases.models import EnforcementCase, EnforcementRequest, Judgment
from thads.enforcement.cases.overdue import ABLE, NOT_ABLE, UNABLE, latest_trigger, ripe_cases
from thads.enforcement.cases.queries.incoming import waiting_cases
from thads.enforcement.cases.rules.dues import RIPENING
from thads.enforcement.cases.rules.listings import Page
from thads.enforcement.cases.rules.pages import DueCase, HeadFolder, Waiting
from thads.enforcement.cases.rules.vocabulary import IntakeRoute, RequestStatus
from thads.enforcement.cases.rules.vocabulary import ObligationStatus as S
from thads.enforcement.cases.showing import BY_DECISION, as_due_cases, judgment_line, request_line
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences({"cases.no_such_pile": "Không có loại việc chờ nào mang tên “{name}”."})

ON_TOP = 12
"""Lines of each pile that the folder shows."""

NEVER = Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class _Pile:
    """One pile as a question: what waits, in its order; which of it is past its day; a row as a value."""

    found: QuerySet[Any]
    late: Q
    told: Callable[[QuerySet[Any]], Sequence[Any]]

    def at(self, page: Page) -> Waiting[Any]:
        counts = self.found.order_by().aggregate(total=Count("pk"), late=Count("pk", filter=self.late))
        rows = self.told(self.found[page.start : page.start + page.length])
        return Waiting(rows, counts["total"], counts["late"])


def head_folder(viewer: Viewer) -> HeadFolder:
    """Return what waits for a head in the agencies in sight: of each kind the oldest, and how many."""
    top = Page(1, ON_TOP)
    return HeadFolder(on=viewer.on, **{name: pile(viewer).at(top) for name, pile in PILES.items()})


def head_pile(viewer: Viewer, name: str, *, page: Page) -> Waiting[Any]:
    """Return a page of one pile of the folder, by its name there; refuses an unknown name."""
    if name not in PILES:
        raise Refusal("cases.no_such_pile", name=name)
    return PILES[name](viewer).at(page)


def _judgments(viewer: Viewer) -> _Pile:
    found = Judgment.objects.filter(agency__in=viewer.sight, awaits_decision=True)
    return _Pile(
        found.order_by("received_on", "id"),
        Q(received_on__lte=latest_trigger("decision.ex_officio", viewer.on)),
        lambda rows: [judgment_line(row) for row in rows.prefetch_related("parties")],
    )


def _requests(viewer: Viewer) -> _Pile:
    waiting = RequestStatus.RECEIVED.value
    found = EnforcementRequest.objects.filter(agency__in=viewer.sight, status=waiting)
    return _Pile(
        found.order_by("received_on", "id"),
        Q(received_on__lte=latest_trigger("decision.on_request", viewer.on)),
        lambda rows: [request_line(row) for row in rows.select_related("judgment")],
    )


def _incoming(viewer: Viewer) -> _Pile:
    late = Q(received_on__lte=latest_trigger("delegation.receiver_decision", viewer.on))
    delegated = Q(route=IntakeRoute.DELEGATED_IN.value)
    return _Pile(waiting_cases(viewer).order_by(*BY_RECEIPT), late & delegated, incoming_lines)


def _unassigned(viewer: Viewer) -> _Pile:
    return _cases(viewer, Q(status=S.DECIDED.value, bailiff=""))


def _unable_proposed(viewer: Viewer) -> _Pile:
    waits = Q(status=S.VERIFYING.value, last_found=NOT_ABLE, last_verified_on__isnull=False)
    late = Q(last_verified_on__lte=latest_trigger("unable.decision", viewer.on))
    return _cases(viewer, waits, late, {"unable.decision"})


def _found_able(viewer: Viewer) -> _Pile:
    waits = Q(status__in=UNABLE, last_found=ABLE, last_verified_on__isnull=False)
    late = Q(last_verified_on__lte=latest_trigger("unable.resumption", viewer.on))
    return _cases(viewer, waits, late, {"unable.resumption"})


def _separate_ledger_due(viewer: Viewer) -> _Pile:
    waits = ripe_cases(viewer.on, before=viewer.on + timedelta(days=1))
    return _cases(viewer, waits, ripe_cases(viewer.on, before=viewer.on), RIPENING)


def _deferrals_ended(viewer: Viewer) -> _Pile:
    waits = Q(status=S.DEFERRED.value, until__lt=viewer.on)
    late = Q(until__lte=latest_trigger("deferral.resumption", viewer.on))
    return _cases(viewer, waits, late, {"deferral.resumption"})


def _to_finish(viewer: Viewer) -> _Pile:
    return _cases(viewer, Q(is_open=True, remaining=0, owed__gt=0))


def _cases(viewer: Viewer, waits: Q, late: Q = NEVER, keys: frozenset[str] | set[str] = frozenset()) -> _Pile:
    """Return a pile of cases, each with those of its deadlines that the pile is about."""

    def told(cases: QuerySet[EnforcementCase]) -> Sequence[DueCase]:
        return [
            DueCase(case.row, tuple(due for due in case.dues if due.key in keys))
            for case in as_due_cases(viewer, cases)
        ]

    found = EnforcementCase.objects.filter(waits, agency__in=viewer.sight)
    return _Pile(found.order_by("since", *BY_DECISION), late, told)


PILES: dict[str, Callable[[Viewer], _Pile]] = {
    "judgments": _judgments,
    "requests": _requests,
    "incoming": _incoming,
    "unassigned": _unassigned,
    "unable_proposed": _unable_proposed,
    "found_able": _found_able,
    "separate_ledger_due": _separate_ledger_due,
    "deferrals_ended": _deferrals_ended,
    "to_finish": _to_finish,
}
"""Every pile by its name in `HeadFolder`."""
