"""What would be written if a head signed what waits for him now: drafts of the decisions on a judgment, on a
request, on what a bailiff proposed (L08 Đ36, 44a, 48–49; L25 Đ33–34, 38, 46–47). Nothing is written, no
number taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from thads.enforcement.cases.deciding import parties_named
from thads.enforcement.cases.duties import as_laid_down
from thads.enforcement.cases.models import Duty, EnforcementCase, EnforcementRequest, Judgment
from thads.enforcement.cases.papers.issuing import preview, preview_decision
from thads.enforcement.cases.queries.proposing import propose_decisions, propose_on_requests
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.intake_pages import ProposedDecision
from thads.enforcement.cases.rules.vocabulary import Initiation, JudgmentKind
from thads.enforcement.documents.rules.pages import Preview
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal


def drafts_of_judgment(viewer: Viewer, judgment_id: UUID, *, on: date) -> tuple[Preview, ...]:
    """Return the decisions ex officio that a judgment waits for, as they would be issued on the day."""
    proposed = propose_decisions(viewer, judgment_id, on=on)
    judgment = Judgment.objects.get(uuid=judgment_id)
    return _drafts(viewer, judgment, proposed, Initiation.EX_OFFICIO, on=on)


def drafts_of_request(viewer: Viewer, request_id: UUID, *, on: date) -> tuple[Preview, ...]:
    """Return the decision that a request waits for; refuses one out of sight."""
    found = EnforcementRequest.objects.filter(uuid=request_id, agency__in=viewer.sight)
    request = found.select_related("judgment").first()
    if request is None:
        raise Refusal("cases.request_not_found", name=viewer.name)
    judgment = request.judgment
    proposed = propose_on_requests(viewer, judgment.uuid, (request_id,), on=on)
    return _drafts(viewer, judgment, proposed, Initiation.ON_REQUEST, on=on)


def drafts_of_case(
    viewer: Viewer, case_id: UUID, pile: str, *, on: date, ground: str = ""
) -> tuple[Preview, ...]:
    """Return what the act that a case waits for, told by its pile in the folder, would write; none for a pile
    without paper. Refuses a case out of sight.
    """
    case = EnforcementCase.objects.filter(uuid=case_id, agency__in=viewer.sight).first()
    if case is None:
        raise Refusal("cases.not_found", name=viewer.name)
    facts: Mapping[str, f.CaseFact] = {
        "unable_proposed": f.UnableDecided(ground, (), case.last_verified_on),
        "found_able": f.Resumed("able_again"),
        "deferrals_ended": f.Resumed("deferral_ended"),
        "separate_ledger_due": f.MovedToSeparateLedger(),
    }
    return preview(viewer, case_id, facts[pile], on=on) if pile in facts else ()


def _drafts(
    viewer: Viewer,
    judgment: Judgment,
    proposed: Sequence[ProposedDecision],
    initiation: Initiation,
    *,
    on: date,
) -> tuple[Preview, ...]:
    rows = {duty.no: duty for duty in judgment.duties.all()}
    return tuple(
        draft
        for one in proposed
        for draft in _drafts_of(viewer, judgment, one, [rows[no] for no in one.group.nos], initiation, on=on)
    )


def _drafts_of(
    viewer: Viewer,
    judgment: Judgment,
    proposed: ProposedDecision,
    duties: Sequence[Duty],
    initiation: Initiation,
    *,
    on: date,
) -> Iterable[Preview]:
    fact = f.DecisionIssued(
        number="", decision_no="", initiation=initiation, judgment_kind=JudgmentKind(judgment.kind),
        duties=tuple(as_laid_down(duty, no) for no, duty in enumerate(duties, start=1)),
        judgment_no=judgment.number, judgment_on=judgment.issued_on, court=judgment.court,
        bailiff=proposed.bailiff, ground=proposed.ground,
    )  # fmt: skip
    return preview_decision(
        viewer, fact, agency=judgment.agency, on=on, parties=parties_named(judgment, duties)
    )
