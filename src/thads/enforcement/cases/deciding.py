"""Opening cases from a judgment: the decision on some of its duties, with their parties, marks and due parts.

Called by the actions that decide (ex officio, on request, on a transfer), inside their transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from thads.enforcement.cases.duties import as_laid_down
from thads.enforcement.cases.models import Duty, EnforcementCase, EnforcementRequest, Judgment
from thads.enforcement.cases.recording import checked_bailiff, numbered_decision, open_case
from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.enforcement.cases.rules.vocabulary import Flag, Initiation, JudgmentKind
from thads.enforcement.cases.showing import as_party
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.decided_before_receipt": "Ngày quyết định {on} có trước ngày nhận ({received_on}); hãy kiểm "
        "tra lại.",
    }
)


@dataclass(frozen=True, slots=True)
class Deciding:
    """What a head decides besides the duties: day, bailiff, ground, marks; `signer` empty: who records it."""

    on: date
    initiation: Initiation
    bailiff: str = ""
    ground: str = ""
    flags: tuple[Flag, ...] = ()
    signer: str = ""


def decide(
    viewer: Viewer,
    judgment: Judgment,
    duties: Sequence[Duty],
    how: Deciding,
    *,
    request: EnforcementRequest | None = None,
    paid: Sequence[facts.Part] = (),
) -> EnforcementCase:
    """Open a case on duties of a judgment; `paid`: only on these đồng of them."""
    number, decision_no = numbered_decision(judgment.agency, how.initiation, how.on)
    lines = _lines(duties, paid)
    fact = facts.DecisionIssued(
        number=number,
        decision_no=decision_no,
        initiation=how.initiation,
        judgment_kind=JudgmentKind(judgment.kind),
        duties=tuple(lines.values()),
        judgment_no=judgment.number,
        judgment_on=judgment.issued_on,
        court=judgment.court,
        bailiff=checked_bailiff(judgment.agency, how.bailiff, how.on),
        flags=how.flags,
        ground=how.ground,
        signer=how.signer,
    )
    parties = parties_named(judgment, duties)
    case = open_case(
        viewer, fact, agency=judgment.agency, on=how.on, parties=parties, judgment=judgment, request=request
    )
    for duty in duties:
        duty.case, duty.line_no = case, lines[duty.no].no
    Duty.objects.bulk_update(duties, ["case", "line_no"])
    return case


def _lines(duties: Sequence[Duty], paid: Sequence[facts.Part]) -> dict[int, facts.Duty]:
    """Return the lines of the decision by the number of the duty in the judgment."""
    amounts = {part.no: part.amount or 0 for part in paid}
    chosen = [duty for duty in duties if not paid or duty.no in amounts]
    lines = {duty.no: as_laid_down(duty, no) for no, duty in enumerate(chosen, start=1)}
    return {
        no: replace(line, amount=amounts[no], instalments=()) if no in amounts else line
        for no, line in lines.items()
    }


def parties_named(judgment: Judgment, duties: Sequence[Duty]) -> tuple[PartyDetails, ...]:
    """Return the judgment's parties whom these duties name; all of them when the duties name nobody."""
    rows = list(judgment.parties.order_by("id"))
    named = {name.strip() for duty in duties for name in (duty.creditor, duty.debtor) if name.strip()}
    chosen = [row for row in rows if row.name.strip() in named] or rows
    return tuple(as_party(row) for row in chosen)


def check_receipt_first(on: date, received_on: date) -> None:
    """Refuse a decision before what it decides on had come."""
    if on < received_on:
        raise Refusal(
            "cases.decided_before_receipt", basis="L08 Đ36; L25 Đ33–34", on=on, received_on=received_on
        )


def is_named(name: str, among: Sequence[str]) -> bool:
    """Say whether a name stands among others, however it is typed."""
    return fold(name) in {fold(one) for one in among}
