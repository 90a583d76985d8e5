"""The enforcement decision opens a case: ex officio or on request, one decision a group of duties (L08 Đ36;
N62 Đ6–7; L25 Đ33–34; N152 Đ8, 11).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from thads.enforcement.cases.deciding import Deciding, check_receipt_first, decide
from thads.enforcement.cases.dueing import replace_intake_dues
from thads.enforcement.cases.duties import check_enforced_nowhere, freed, leave_for_later, take_again
from thads.enforcement.cases.grouped import groups_of
from thads.enforcement.cases.locking import lock_judgment
from thads.enforcement.cases.models import Duty, EnforcementCase, Judgment
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.grouping import DecisionChoice, DecisionGroup, check_together
from thads.enforcement.cases.rules.opening import ex_officio_ground
from thads.enforcement.cases.rules.vocabulary import Flag, Initiation, JudgmentKind, ObligationKind
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.no_duty_waits": "Bản án số {number} không còn khoản chủ động thi hành nào chờ quyết định.",
        "cases.duty_on_request": "Khoản {no} chỉ được thi hành khi có yêu cầu; không ra quyết định chủ động.",
        "cases.duty_decided": "Khoản {no} đã có quyết định thi hành án (việc {case}); một khoản không thi "
        "hành hai lần.",
        "cases.duty_not_there": "Bản án không có khoản số {no}; các khoản: {known}.",
        "cases.duty_in_two_decisions": "Khoản {no} đứng trong hai quyết định; mỗi khoản chỉ một quyết định.",
    }
)


@action("cases.issue_ex_officio")
def issue_ex_officio(
    *,
    viewer: Viewer,
    judgment_id: UUID,
    on: date,
    duty_nos: tuple[int, ...] = (),
    bailiff: str = "",
    ground: str = "",
    flags: tuple[Flag, ...] = (),
    signer: str = "",
) -> UUID:
    """Decide ex officio on duties of a judgment, all that wait when none is named; opens one case (L08 Đ36.2;
    L25 Đ33.2).

    Refuses duties that need a request, that are enforced already anywhere, that the law puts into several
    decisions (N62 Đ6; N152 Đ8), and a decision before the receipt.
    """
    judgment = lock_judgment(viewer, judgment_id, "cases.issue_ex_officio")
    chosen = DecisionChoice(duty_nos, bailiff, ground, flags)
    (case,) = _issue(viewer, judgment, _waiting(judgment, duty_nos), [chosen], signer, on=on)
    return case.uuid


@action("cases.issue_decisions")
def issue_decisions(
    *,
    viewer: Viewer,
    judgment_id: UUID,
    on: date,
    decisions: tuple[DecisionChoice, ...] = (),
    bailiff: str = "",
    flags: tuple[Flag, ...] = (),
    signer: str = "",
) -> tuple[UUID, ...]:
    """Issue all decisions ex officio of a judgment at once, each its own number and case (N62 Đ6; N152 Đ8).

    None named: one a group of duties as the law demands, all with the bailiff and marks given. Refuses the
    same as `issue_ex_officio`; when one cannot be, none is issued.
    """
    judgment = lock_judgment(viewer, judgment_id, "cases.issue_decisions")
    _check_once(decisions)
    nos = tuple(no for one in decisions for no in one.duty_nos)
    duties = _waiting(judgment, nos)
    if not decisions:
        groups = groups_of(judgment, duties, on=on)
        decisions = tuple(DecisionChoice(group.nos, bailiff, "", flags) for group in groups)
    return tuple(case.uuid for case in _issue(viewer, judgment, duties, decisions, signer, on=on))


def _check_once(decisions: Iterable[DecisionChoice]) -> None:
    seen: set[int] = set()
    for no in (no for one in decisions for no in one.duty_nos):
        if no in seen:
            raise Refusal("cases.duty_in_two_decisions", no=no)
        seen.add(no)


def _issue(
    viewer: Viewer,
    judgment: Judgment,
    duties: Sequence[Duty],
    decisions: Sequence[DecisionChoice],
    signer: str,
    *,
    on: date,
) -> list[EnforcementCase]:
    check_receipt_first(on, judgment.received_on)
    check_enforced_nowhere(judgment, duties)
    groups = groups_of(judgment, duties, on=on)
    cases = [_issue_one(viewer, judgment, duties, one, groups, signer, on=on) for one in decisions]
    rest = judgment.duties.filter(initiation=Initiation.EX_OFFICIO.value, case__isnull=True)
    judgment.awaits_decision = any(row.part_of is None for row in rest)
    judgment.save(update_fields=["awaits_decision"])
    replace_intake_dues(viewer, judgment)
    return cases


def _issue_one(
    viewer: Viewer,
    judgment: Judgment,
    duties: Sequence[Duty],
    choice: DecisionChoice,
    groups: Sequence[DecisionGroup],
    signer: str,
    *,
    on: date,
) -> EnforcementCase:
    named = set(choice.duty_nos)
    rows = [duty for duty in duties if not named or {duty.no, duty.again_of} & named]
    check_together(groups, [duty.no for duty in rows])
    for duty in rows:
        leave_for_later(duty, on=on)
    ground = choice.ground or ex_officio_ground(
        [ObligationKind(duty.kind) for duty in rows], JudgmentKind(judgment.kind),
        is_interim=judgment.is_interim, on=on,
    )  # fmt: skip
    how = Deciding(on, Initiation.EX_OFFICIO, choice.bailiff, ground, choice.flags, signer)
    return decide(viewer, judgment, rows, how)


def _waiting(judgment: Judgment, nos: tuple[int, ...]) -> Sequence[Duty]:
    """Return the duties to decide on ex officio, those named or all that wait; a duty freed by the end of its
    case is written anew.
    """
    rows = list(judgment.duties.select_related("case").order_by("no"))
    free = freed(rows)
    by_no = {duty.no: duty for duty in rows}
    for no in nos:
        _check_decidable(by_no, no, is_free=no in by_no and by_no[no].pk in free)
    chosen = [
        take_again(duty, free[duty.pk]) if duty.pk in free else duty
        for duty in rows
        if _is_chosen(duty, nos, is_free=duty.pk in free)
    ]
    if not chosen:
        raise Refusal("cases.no_duty_waits", basis="L08 Đ36.2; L25 Đ33.2", number=judgment.number)
    return chosen


def _is_chosen(duty: Duty, nos: tuple[int, ...], *, is_free: bool) -> bool:
    is_waiting = duty.initiation == Initiation.EX_OFFICIO and (duty.case is None or is_free)
    return is_waiting and (duty.no in nos if nos else duty.part_of is None and not is_free)


def _check_decidable(duties: dict[int, Duty], no: int, *, is_free: bool) -> None:
    if no not in duties:
        raise Refusal("cases.duty_not_there", no=no, known=", ".join(map(str, duties)))
    case = duties[no].case
    if case is not None and not is_free:
        raise Refusal("cases.duty_decided", basis="L08 Đ36; L25 Đ33", no=no, case=case.number)
    if duties[no].initiation != Initiation.EX_OFFICIO:
        raise Refusal("cases.duty_on_request", basis="L08 Đ36.2; L25 Đ33.2", no=no)
