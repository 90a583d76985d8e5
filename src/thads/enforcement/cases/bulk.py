"""The same act on many cases: each case by itself, through the door of its own act, so that one refused stops
no other and each has its own order (L08 Đ36.2; L25 Đ32.2; N62 Đ10; N152 Đ13).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import UUID

from thads.enforcement.cases.actions.working import assign_bailiff
from thads.enforcement.cases.rules.desk_pages import Outcome
from thads.enforcement.cases.rules.spreading import Assignment
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal


def assign_cases(
    *, viewer: Viewer, assignments: Sequence[Assignment], on: date, reason: str = ""
) -> Sequence[Outcome]:
    """Assign each case to its bailiff, one order and one transaction a case; tell which were refused."""
    acts = {one.case_id: _assigning(viewer, one, on=on, reason=reason) for one in assignments}
    return one_by_one(viewer=viewer, acts=acts.items())


def _assigning(viewer: Viewer, one: Assignment, *, on: date, reason: str) -> Callable[[], UUID]:
    return lambda: assign_bailiff(
        viewer=viewer, case_id=one.case_id, bailiff=one.bailiff, on=on, reason=reason
    )


Done = UUID | tuple[UUID, ...]


def one_by_one(*, viewer: Viewer, acts: Iterable[tuple[UUID, Callable[[], Done]]]) -> Sequence[Outcome]:
    """Do each act on its subject in a transaction of its own; a refused one is told and stops no other.

    Each is an act of this viewer through its own door; whatever an act opens is told with it.
    """
    return [_outcome(subject, act) for subject, act in acts]


def _outcome(subject: UUID, act: Callable[[], Done]) -> Outcome:
    try:
        done = act()
    except Refusal as refusal:
        return Outcome(subject, refusal=refusal)
    return Outcome(subject, opened=done if isinstance(done, tuple) else (done,))
