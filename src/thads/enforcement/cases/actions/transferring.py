"""Rights or duties of a case pass to another person (L08 Đ54; N62 Đ15; L25 Đ41; N152 Đ25).

Until 30/6/2026 the old decision is recalled and a new one issued, in one act; from 1/7/2026 one decision on
the transfer does it and the case goes on.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from thads.enforcement.cases.locking import lock_case
from thads.enforcement.cases.models import Duty, EnforcementCase
from thads.enforcement.cases.recording import numbered_decision, open_case, record
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.cases.rules.due_parts import last_instalments
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.histories import SUBJECT, from_ledger, standing
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.state import CaseState, ObligationState, apply
from thads.enforcement.cases.rules.transfer import (
    TransferReason,
    basis_of_transfer,
    check_transfer,
    is_one_decision,
)
from thads.enforcement.cases.rules.vocabulary import Initiation, IntakeRoute, JudgmentKind, PartyRole
from thads.enforcement.cases.showing import as_party, read_flags
from thads.enforcement.documents.numbering import order_number
from thads.foundation.access.door import action
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal

GROUND = "rights_transferred"


@action("cases.transfer_rights")
def transfer_rights(
    *,
    viewer: Viewer,
    case_id: UUID,
    on: date,
    role: PartyRole,
    to: str,
    reason: TransferReason,
    nos: tuple[int, ...] = (),
    address: str = "",
    id_number: str = "",
    heirs_told_on: date | None = None,
    estate_left: bool = False,
    signer: str = "",
    expected_seq: int | None = None,
) -> UUID:
    """Let another person stand where the creditor, or the debtor, of the case or of the obligations named
    stood; return the case in which enforcement goes on (L08 Đ54; L25 Đ41).

    Until 30/6/2026 that is a new case on what was left of them, and the old decision is recalled for them.
    `heirs_told_on`: the day the heirs of a dead debtor had valid notice; `estate_left`: his assets are left.
    Refuses a transfer before the heirs' thirty days are over.
    """
    case = lock_case(viewer, case_id, "cases.transfer_rights", expected_seq)
    check_transfer(
        role=role, to=to, reason=reason, on=on, heirs_told_on=heirs_told_on, estate_left=estate_left
    )
    state, opening = _folded(case)
    lines = _open_lines(state, nos, role, to, basis=basis_of_transfer(on))
    person = PartyDetails(role, to.strip(), address.strip(), id_number.strip())
    parts = tuple(Part(line.no) for line in lines)
    if is_one_decision(on):
        fact = facts.RightsTransferred(
            role, person.name, parts, reason.value, person.address, person.id_number, signer=signer
        )
        order_no = order_number(case.agency, "transfer", on)
        return record(viewer, case, fact, on=on, order_no=order_no)
    recall = facts.DecisionRecalled(GROUND, parts, signer=signer)
    record(viewer, case, recall, on=on, order_no=order_number(case.agency, "recall", on))
    return _go_on(viewer, case, opening, lines, person, signer=signer, on=on).uuid


def _folded(case: EnforcementCase) -> tuple[CaseState, facts.DecisionIssued]:
    lines = from_ledger(ledger.entries_of(SUBJECT, case.uuid))
    state: CaseState | None = None
    opening = next(line.fact for line in lines if isinstance(line.fact, facts.DecisionIssued))
    for place in standing(lines):
        fact = lines[place].fact
        assert fact is not None
        state = apply(state, fact, on=lines[place].took_effect)
    assert state is not None
    return state, opening


def _open_lines(
    state: CaseState, nos: tuple[int, ...], role: PartyRole, to: str, *, basis: str
) -> Sequence[ObligationState]:
    """Return the open obligations that pass over, those named or all; refuse none, and the same person."""
    lines = [line for line in state.open_obligations if not nos or line.no in nos]
    if not lines:
        raise Refusal("cases.transfer_nothing", basis=basis)
    held_by = {fold(line.creditor if role is PartyRole.CREDITOR else line.debtor) for line in lines}
    if held_by == {fold(to)}:
        raise Refusal("cases.transfer_same_person", basis=basis, name=to.strip())
    return lines


def _go_on(
    viewer: Viewer,
    case: EnforcementCase,
    opening: facts.DecisionIssued,
    lines: Sequence[ObligationState],
    person: PartyDetails,
    *,
    signer: str,
    on: date,
) -> EnforcementCase:
    """Open the case that goes on with what was left, for or against the other person (L08 Đ54; N62 Đ15)."""
    number, decision_no = numbered_decision(case.agency, Initiation(case.initiation), on)
    laid_down = {duty.no: duty for duty in opening.duties}
    fact = facts.DecisionIssued(
        number=number,
        decision_no=decision_no,
        initiation=Initiation(case.initiation),
        judgment_kind=JudgmentKind(case.judgment_kind),
        duties=tuple(_passed(no, laid_down[line.no], line, person) for no, line in enumerate(lines, start=1)),
        judgment_no=case.judgment_no,
        judgment_on=case.judgment_on,
        court=case.court,
        route=IntakeRoute.NEW,
        bailiff=case.bailiff,
        flags=read_flags(case.flags),
        ground=opening.ground,
        signer=signer,
    )
    parties = _parties(case, fact.duties, person)
    following = open_case(
        viewer, fact, agency=case.agency, on=on, parties=parties, judgment=case.judgment, request=case.request
    )
    for no, line in enumerate(lines, start=1):
        Duty.objects.filter(case=case, line_no=line.no).update(case=following, line_no=no)
    return following


def _passed(no: int, duty: facts.Duty, line: ObligationState, person: PartyDetails) -> facts.Duty:
    amount = line.remaining
    is_creditor = person.role is PartyRole.CREDITOR
    return replace(
        duty, no=no, amount=amount, instalments=last_instalments(duty.instalments, amount),
        creditor=person.name if is_creditor else line.creditor,
        debtor=line.debtor if is_creditor else person.name,
    )  # fmt: skip


def _parties(
    case: EnforcementCase, duties: Sequence[facts.Duty], person: PartyDetails
) -> tuple[PartyDetails, ...]:
    """Return the parties of the new case: those its duties name, and the person who came in."""
    named = {fold(name) for duty in duties for name in (duty.creditor, duty.debtor)}
    known = [as_party(row) for row in case.parties.order_by("id")]
    kept = [one for one in known if fold(one.name) in named and fold(one.name) != fold(person.name)]
    return (*kept, person)
