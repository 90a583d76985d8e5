"""The rows of a case as a projection of its facts: one place says how a state becomes columns."""

from collections.abc import Iterable
from datetime import date

from thads.enforcement.cases.models import (
    CaseSearch,
    EnforcementCase,
    EnforcementOrder,
    IncomingCase,
    Obligation,
)
from thads.enforcement.cases.rules.facts import DecisionIssued, Duty
from thads.enforcement.cases.rules.orders import CaseOrder
from thads.enforcement.cases.rules.parties import PartyDetails, named
from thads.enforcement.cases.rules.search_words import search_words
from thads.enforcement.cases.rules.sending import ROUTES, Sending
from thads.enforcement.cases.rules.state import CaseState, ObligationState
from thads.enforcement.cases.rules.vocabulary import OrderRecipient, PartyRole
from thads.kernel.names import sort_key

LONGEST_NAME = 240
LONGEST_KEY = 400


def case_columns(state: CaseState, opening: DecisionIssued) -> dict[str, object]:
    """Return the columns of the case that its facts decide."""
    speaking = next(line for line in state.obligations if line.status is state.status)
    return {
        "number": state.number,
        "decided_on": state.decided_on,
        "decision_no": opening.decision_no,
        "judgment_no": opening.judgment_no,
        "judgment_on": opening.judgment_on,
        "court": opening.court,
        "initiation": state.initiation.value,
        "judgment_kind": state.judgment_kind.value,
        "route": state.route.value,
        "from_agency": opening.from_agency,
        "flags": written_flags(state.flags),
        "bailiff": state.bailiff,
        "status": state.status.value,
        "is_open": state.is_open,
        "since": speaking.since,
        "until": speaking.until,
        "ground": speaking.ground,
        "notice_on": state.notice_on,
        "voluntary_until": state.voluntary_until,
        "last_verified_on": state.last_verified_on,
        "last_found": speaking.found.value if speaking.found else "",
        "verifications": state.verifications,
        "unable_on": state.unable_on,
        "owed": state.amount,
        "collected": state.collected,
        "remaining": state.remaining,
    }


def obligation_columns(line: ObligationState, duty: Duty) -> dict[str, object]:
    """Return the columns of one obligation."""
    return {
        "no": line.no,
        "kind": line.kind.value,
        "amount": line.amount,
        "creditor": line.creditor,
        "debtor": line.debtor,
        "content": duty.content,
        "status": line.status.value,
        "since": line.since,
        "ground": line.ground,
        "until": line.until,
        "collected": line.collected,
        "terminated": line.terminated,
        "reduced": line.reduced,
        "delegated": line.delegated,
        "pulled_up": line.pulled_up,
        "recalled": line.recalled,
    }


def obligation_rows(case: EnforcementCase, state: CaseState, opening: DecisionIssued) -> list[Obligation]:
    """Return the obligations of a case as rows not yet saved."""
    duties = {duty.no: duty for duty in opening.duties}
    return [Obligation(case=case, **obligation_columns(line, duties[line.no])) for line in state.obligations]


def order_columns(order: CaseOrder) -> dict[str, object]:
    """Return the columns of one order."""
    return {
        "seq": order.seq,
        "kind": order.kind,
        "order_no": order.order_no,
        "issued_on": order.issued_on,
        "signer": order.signer,
        "parties_told_on": order.parties_told_on,
        "procuracy_sent_on": order.procuracy_sent_on,
        "owes_parties": OrderRecipient.PARTIES in order.owes,
        "owes_procuracy": OrderRecipient.PROCURACY in order.owes,
    }


def order_row(case: EnforcementCase, order: CaseOrder) -> EnforcementOrder:
    """Return an order of a case as a row not yet saved."""
    return EnforcementOrder(case=case, agency=case.agency, **order_columns(order))


def party_columns(opening: DecisionIssued, parties: tuple[PartyDetails, ...]) -> dict[str, str]:
    """Return the names a list shows; parties not listed are read from the duties."""
    parties = parties or parties_of(opening.duties)
    debtor = named(parties, PartyRole.DEBTOR)[:LONGEST_NAME]
    return {
        "debtor": debtor,
        "debtor_key": sort_key(debtor)[:LONGEST_KEY],
        "creditor": named(parties, PartyRole.CREDITOR)[:LONGEST_NAME],
    }


def parties_of(duties: Iterable[Duty]) -> tuple[PartyDetails, ...]:
    """Return the parties that duties name, each once."""
    found: dict[tuple[PartyRole, str], None] = {}
    for duty in duties:
        for role, name in ((PartyRole.DEBTOR, duty.debtor), (PartyRole.CREDITOR, duty.creditor)):
            if name.strip():
                found[role, name.strip()] = None
    return tuple(PartyDetails(role, name) for role, name in found)


def search_row(
    case: EnforcementCase, parties: tuple[PartyDetails, ...], numbers: Iterable[str] = ()
) -> CaseSearch:
    """Return what the search box looks through; `numbers`: of orders and receipts beside the decision's."""
    words = search_words(
        numbers=(case.number, case.decision_no, case.judgment_no), parties=parties, orders=numbers
    )
    return CaseSearch(case=case, agency=case.agency, words=words)


def incoming_row(case: EnforcementCase, fact: Sending, *, seq: int, on: date, order_no: str) -> IncomingCase:
    """Return what a fact passes on to another agency as a row not yet saved."""
    return IncomingCase(
        sender=case, seq=seq, route=ROUTES[type(fact)].value, agency=fact.to_agency.strip(),
        order_no=order_no, sent_on=on,
    )  # fmt: skip


def written_flags(flags: Iterable[str]) -> str:
    """Write marks so that one can be looked for: “|key_case|land|”."""
    return f"|{'|'.join(flags)}|" if flags else ""
