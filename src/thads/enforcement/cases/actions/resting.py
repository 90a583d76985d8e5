"""Stopping for a time and going on: unable, separate ledger, deferral, suspension, resumption (L08 Đ44a,
48–49).
"""

from datetime import date
from uuid import UUID

from thads.enforcement.cases.folding import known_on
from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.models import EnforcementCase
from thads.enforcement.cases.recording import record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import SuspensionCause
from thads.enforcement.documents.numbering import order_number
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.deferral_in_person": "Căn cứ hoãn “{ground}” chỉ áp dụng cho nghĩa vụ người phải thi hành "
        "án phải tự "
        "mình thực hiện; khoản {no} là khoản tiền.",
    }
)


@action("cases.decide_unable")
def decide_unable(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    ground: str,
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Decide that there are no conditions yet, on a listed ground and after verification (L08 Đ44a; L25
    Đ38).
    """
    case = lock_case(viewer, case_id, "cases.decide_unable", expected_seq)
    state, _told = known_on(case, on)
    fact = facts.UnableDecided(ground, _parts(nos), state.last_verified_on)
    return record(viewer, case, fact, on=on, order_no=order_number(case.agency, "unable", on))


@action("cases.resume")
def resume(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    ground: str = "",
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Decide to go on after unable, separate ledger, deferral or suspension (N62 Đ9.4; L08 Đ48.4, 49.3; L25
    Đ38, 46–47).
    """
    case = lock_case(viewer, case_id, "cases.resume", expected_seq)
    order_no = order_number(case.agency, "resumption", on)
    return record(viewer, case, facts.Resumed(ground, _parts(nos)), on=on, order_no=order_no)


@action("cases.move_to_separate_ledger")
def move_to_separate_ledger(
    *, viewer: Viewer, case_id: UUID, on: date, nos: tuple[int, ...] = (), expected_seq: int | None = None
) -> UUID:
    """Move what has long been unable to the separate register; it leaves c2 and c14 (N62 Đ9.5; N152
    Đ22.1).
    """
    case = lock_case(viewer, case_id, "cases.move_to_separate_ledger", expected_seq)
    return record(viewer, case, facts.MovedToSeparateLedger(_parts(nos)), on=on)


@action("cases.defer")
def defer(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    ground: str,
    until: date | None = None,
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Defer on a listed ground, until a day when the ground has one (L08 Đ48; L25 Đ46).

    Refuses a ground for personal duties where money is owed (N62 Đ14), and a ground that lasts until a day
    without that day: the parties' agreement, the request of who may protest (L08 Đ48.1c, 48.2; L25 Đ46.1c,
    46.2).
    """
    case = lock_case(viewer, case_id, "cases.defer", expected_seq)
    _check_in_person(case, ground, nos, on)
    order_no = order_number(case.agency, "deferral", on)
    return record(viewer, case, facts.Deferred(ground, until, _parts(nos)), on=on, order_no=order_no)


@action("cases.suspend")
def suspend(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    cause: SuspensionCause,
    nos: tuple[int, ...] = (),
    expected_seq: int | None = None,
) -> UUID:
    """Suspend because of a protest (notice) or bankruptcy (decision) (L08 Đ49; L25 Đ47)."""
    case = lock_case(viewer, case_id, "cases.suspend", expected_seq)
    order_no = order_number(case.agency, "suspension", on)
    return record(viewer, case, facts.Suspended(cause, _parts(nos)), on=on, order_no=order_no)


def _parts(nos: tuple[int, ...]) -> tuple[Part, ...]:
    return tuple(Part(no) for no in nos)


def _check_in_person(case: EnforcementCase, ground: str, nos: tuple[int, ...], on: date) -> None:
    listed = next((one for one in LAW.grounds("deferral", on=on) if one.code == ground), None)
    if listed is None or not listed.attributes.get("debtor_in_person"):
        return
    for line in case.obligations.all():
        if line.amount > 0 and (line.no in nos or not nos):
            raise Refusal("cases.deferral_in_person", basis=listed.basis, ground=listed.vi, no=line.no)
