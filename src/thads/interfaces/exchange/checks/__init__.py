"""The checks of the case workbook: one check = one function = one file of the same name = one test.

A check takes the sheet as plain rows and yields `RowProblem`s; it never stops the others. Checks that read
a value skip cells that another check already tells to be unreadable.
"""

from collections.abc import Callable, Iterable

from thads.interfaces.exchange.case_workbook.rows import CaseSheet, RowProblem
from thads.interfaces.exchange.checks.amount_is_readable import amount_is_readable
from thads.interfaces.exchange.checks.bailiff_is_known import bailiff_is_known
from thads.interfaces.exchange.checks.case_is_new import case_is_new
from thads.interfaces.exchange.checks.cells_are_not_merged import cells_are_not_merged
from thads.interfaces.exchange.checks.choice_is_in_list import choice_is_in_list
from thads.interfaces.exchange.checks.collected_is_within_amount import collected_is_within_amount
from thads.interfaces.exchange.checks.collection_has_its_day import collection_has_its_day
from thads.interfaces.exchange.checks.day_is_not_in_future import day_is_not_in_future
from thads.interfaces.exchange.checks.day_is_readable import day_is_readable
from thads.interfaces.exchange.checks.days_follow_decision import days_follow_decision
from thads.interfaces.exchange.checks.delegation_names_sender import delegation_names_sender
from thads.interfaces.exchange.checks.finished_has_no_rest import finished_has_no_rest
from thads.interfaces.exchange.checks.formulas_have_values import formulas_have_values
from thads.interfaces.exchange.checks.ground_fits_status import ground_fits_status
from thads.interfaces.exchange.checks.judgment_precedes_decision import judgment_precedes_decision
from thads.interfaces.exchange.checks.money_duty_has_amount import money_duty_has_amount
from thads.interfaces.exchange.checks.obligation_stands_once import obligation_stands_once
from thads.interfaces.exchange.checks.required_cells_are_filled import required_cells_are_filled
from thads.interfaces.exchange.checks.rows_of_case_agree import rows_of_case_agree
from thads.interfaces.exchange.checks.status_has_its_day import status_has_its_day
from thads.interfaces.exchange.checks.text_fits import text_fits

Check = Callable[[CaseSheet], Iterable[RowProblem]]

CHECKS: tuple[Check, ...] = (
    cells_are_not_merged, formulas_have_values, required_cells_are_filled, text_fits,
    day_is_readable, amount_is_readable, choice_is_in_list, bailiff_is_known, delegation_names_sender,
    day_is_not_in_future, judgment_precedes_decision, days_follow_decision, status_has_its_day,
    collection_has_its_day, collected_is_within_amount, finished_has_no_rest, money_duty_has_amount,
    ground_fits_status, rows_of_case_agree, obligation_stands_once, case_is_new,
)  # fmt: skip
"""In the order in which an officer would look: shape, then single cells, then cells against each other."""
