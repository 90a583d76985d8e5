"""Whose each deadline is, and which act answers it: one row a rule (process.md 2.2, 3, 9.3).

A deadline of a court, the police, another agency is nobody's delay here: the officer reminds them. A time
that a party has lapses by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class DueRole(StrEnum):
    """Who must act when something is due."""

    BAILIFF = "bailiff"
    HEAD = "head"
    CLERK = "clerk"
    ACCOUNTANT = "accountant"
    PARTY = "party"
    OUTSIDE = "outside"


class OutsideBody(StrEnum):
    """Whom an officer reminds when the deadline is not his own."""

    COURT = "court"
    POLICE = "police"
    AGENCY = "agency"
    BANK = "bank"
    PRISON = "prison"
    COMMUNE = "commune"
    EMPLOYER = "employer"
    PROCURACY = "procuracy"


@dataclass(frozen=True, slots=True)
class Duty:
    """What is known of a deadline besides its length.

    `act` is the verb that answers it; `waits`: the time must be over before the act; `lapses`: nothing is
    late once it is over; `rests`: it stands still while enforcement is deferred or suspended.
    """

    role: DueRole
    act: str = ""
    body: OutsideBody | None = None
    waits: bool = False
    lapses: bool = False
    rests: bool = False


BAILIFF, HEAD, CLERK = DueRole.BAILIFF, DueRole.HEAD, DueRole.CLERK
ACCOUNTANT, PARTY, OUTSIDE = DueRole.ACCOUNTANT, DueRole.PARTY, DueRole.OUTSIDE

DUTIES: Mapping[str, Duty] = {
    "request.supplement": Duty(CLERK),
    "request.refusal": Duty(HEAD, "cases.refuse_request"),
    "decision.on_request": Duty(HEAD, "cases.issue_on_request"),
    "decision.ex_officio": Duty(HEAD, "cases.issue_ex_officio"),
    "decision.interim_measure": Duty(HEAD, "cases.issue_ex_officio"),
    "decision.bankruptcy": Duty(HEAD, "cases.issue_ex_officio"),
    "delegation.receiver_decision": Duty(HEAD, "cases.accept_incoming"),
    "delegation.receiver_interim": Duty(HEAD, "cases.accept_incoming"),
    "file.open": Duty(BAILIFF, "cases.open_file"),
    "order.notice": Duty(BAILIFF, "cases.send_order"),
    "order.to_procuracy": Duty(CLERK, "cases.send_order"),
    "security.send_order": Duty(BAILIFF, "cases.send_order"),
    "bailiff.change": Duty(HEAD, "cases.assign_bailiff"),
    "voluntary.period": Duty(PARTY, "cases.collect_money", lapses=True, rests=True),
    "verification.first": Duty(BAILIFF, "cases.record_verification", rests=True),
    "verification.interim_measure": Duty(BAILIFF, "cases.record_verification"),
    "interim_measure.apply": Duty(BAILIFF, "cases.order_security"),
    "interim_measure.release": Duty(BAILIFF, "cases.end_measure"),
    "verification.mandate_registered": Duty(OUTSIDE, "cases.record_mandate_answer", OutsideBody.AGENCY),
    "verification.mandate_other": Duty(OUTSIDE, "cases.record_mandate_answer", OutsideBody.AGENCY),
    "verification.new_information": Duty(BAILIFF, "cases.record_verification", rests=True),
    "verification.periodic": Duty(BAILIFF, "cases.record_verification"),
    "verification.periodic_long": Duty(BAILIFF, "cases.record_verification"),
    "unable.decision": Duty(HEAD, "cases.decide_unable"),
    "unable.resumption": Duty(HEAD, "cases.resume"),
    "unable.publication": Duty(BAILIFF, "cases.publish_debtor"),
    "unable.publication_end": Duty(BAILIFF, "cases.end_publication"),
    "unable.separate_ledger": Duty(HEAD, "cases.move_to_separate_ledger", waits=True),
    "unable.separate_ledger_long": Duty(HEAD, "cases.move_to_separate_ledger", waits=True),
    "unable.return_of_request": Duty(HEAD, "cases.return_request", waits=True),
    "deferral.resumption": Duty(HEAD, "cases.resume"),
    "security.coerce_after_freeze": Duty(BAILIFF, "cases.decide_coercion", rests=True),
    "security.coerce_after_hold": Duty(BAILIFF, "cases.decide_coercion", rests=True),
    "security.end": Duty(BAILIFF, "cases.end_measure"),
    "coercion.cost_notice": Duty(BAILIFF, "cases.prepare_coercion"),
    "coercion.immovable_notice": Duty(BAILIFF, "cases.prepare_coercion"),
    "coercion.plan_draft": Duty(BAILIFF, "cases.prepare_coercion"),
    "coercion.police_reply": Duty(OUTSIDE, "cases.prepare_coercion", OutsideBody.POLICE),
    "coercion.police_plan": Duty(OUTSIDE, "cases.prepare_coercion", OutsideBody.POLICE),
    "coercion.protection_plan": Duty(OUTSIDE, "cases.prepare_coercion", OutsideBody.POLICE),
    "coercion.deployment_meeting": Duty(BAILIFF, "cases.prepare_coercion"),
    "coercion.report_big_case": Duty(HEAD, "cases.prepare_coercion"),
    "certificate.result": Duty(HEAD, "cases.issue_certificate"),
    "closure.list_to_procuracy": Duty(CLERK, lapses=True),
    "money.cash_into_fund": Duty(ACCOUNTANT),
    "money.cash_into_fund_end_of_day": Duty(ACCOUNTANT),
    "money.disbursement": Duty(ACCOUNTANT),
    "money.disbursement_many_creditors": Duty(ACCOUNTANT),
    "money.disbursement_after_block": Duty(ACCOUNTANT),
    "money.payee_absent": Duty(ACCOUNTANT),
    "money.unclaimed": Duty(ACCOUNTANT, waits=True),
    "money.unclaimed_notice": Duty(ACCOUNTANT, waits=True),
    "money.deposit_pending_handover": Duty(ACCOUNTANT),
    "money.deposit_on_stop": Duty(ACCOUNTANT),
    "money.foreign_currency": Duty(ACCOUNTANT),
    "money.confiscated_to_budget": Duty(ACCOUNTANT),
    "money.prison_transfer": Duty(OUTSIDE, "", OutsideBody.PRISON),
    "fee.notice": Duty(BAILIFF),
    "fee.relief_decision": Duty(HEAD),
    "fee.monthly_to_treasury": Duty(ACCOUNTANT, lapses=True),
    "cost.relief_decision": Duty(HEAD),
}
"""Deadlines that reach a desk. The others of the law are asked for by their key and belong to nobody here."""


def duty_of(key: str) -> Duty:
    """Return whose a deadline is; one that is in no row is the bailiff's."""
    return DUTIES.get(key, Duty(BAILIFF))
