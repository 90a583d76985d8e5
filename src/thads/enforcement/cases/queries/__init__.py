"""Reading cases: lists, pages, desks. Every question is narrowed to the agencies in the viewer's sight."""

from thads.enforcement.cases.queries.cases import case_list, case_rows, find_case
from thads.enforcement.cases.queries.desks import desk, desk_measures, plans_to_approve
from thads.enforcement.cases.queries.drifting import drift
from thads.enforcement.cases.queries.ended import ended_cases
from thads.enforcement.cases.queries.exporting import case_numbers, histories
from thads.enforcement.cases.queries.folder import head_folder, head_pile
from thads.enforcement.cases.queries.incoming import incoming_cases, incoming_row
from thads.enforcement.cases.queries.intake import (
    judgment_page,
    judgments,
    request_row,
    requests,
)
from thads.enforcement.cases.queries.known_parties import known_parties, same_parties
from thads.enforcement.cases.queries.orders import owed_orders
from thads.enforcement.cases.queries.page import case_page
from thads.enforcement.cases.queries.proposing import bailiff_loads, propose_decisions, propose_on_requests
from thads.enforcement.cases.queries.registers import (
    cases_with_orders,
    decided_cases,
    registered_incoming,
    registered_judgments,
    registered_requests,
)
from thads.enforcement.cases.queries.stuck import stuck_cases, stuck_counts, stuck_days, stuck_total
from thads.enforcement.cases.queries.transition import transition_list

__all__ = [
    "bailiff_loads",
    "case_list",
    "case_numbers",
    "case_page",
    "case_rows",
    "cases_with_orders",
    "decided_cases",
    "desk",
    "desk_measures",
    "drift",
    "ended_cases",
    "find_case",
    "head_folder",
    "head_pile",
    "histories",
    "incoming_cases",
    "incoming_row",
    "judgment_page",
    "judgments",
    "owed_orders",
    "plans_to_approve",
    "known_parties",
    "propose_decisions",
    "propose_on_requests",
    "registered_incoming",
    "registered_judgments",
    "registered_requests",
    "request_row",
    "requests",
    "same_parties",
    "stuck_cases",
    "stuck_counts",
    "stuck_days",
    "stuck_total",
    "transition_list",
]
