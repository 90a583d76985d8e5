"""The checks of an old book: one check = one function = one file of the same name = one test.

A check takes the book as plain rows and yields findings; it never stops the others. The first list keeps a
case out, the second lets it come in with a doubt that is told, and kept with the case where the law asks for
the value.
"""

from collections.abc import Callable, Iterable

from thads.interfaces.exchange.cutover.checks.amount_is_told import amount_is_told
from thads.interfaces.exchange.cutover.checks.bailiff_is_known import bailiff_is_known
from thads.interfaces.exchange.cutover.checks.case_is_live import case_is_live
from thads.interfaces.exchange.cutover.checks.case_is_new import case_is_new
from thads.interfaces.exchange.cutover.checks.cells_are_readable import cells_are_readable
from thads.interfaces.exchange.cutover.checks.days_are_possible import days_are_possible
from thads.interfaces.exchange.cutover.checks.days_are_written_as_days import days_are_written_as_days
from thads.interfaces.exchange.cutover.checks.decision_is_named import decision_is_named
from thads.interfaces.exchange.cutover.checks.decision_is_of_its_time import decision_is_of_its_time
from thads.interfaces.exchange.cutover.checks.deferral_has_its_end import deferral_has_its_end
from thads.interfaces.exchange.cutover.checks.duty_is_not_enforced_elsewhere import (
    duty_is_not_enforced_elsewhere,
)
from thads.interfaces.exchange.cutover.checks.duty_kind_is_listed import duty_kind_is_listed
from thads.interfaces.exchange.cutover.checks.ground_is_listed import ground_is_listed
from thads.interfaces.exchange.cutover.checks.held_divides_into_its_parts import held_divides_into_its_parts
from thads.interfaces.exchange.cutover.checks.held_follows_from_payments import held_follows_from_payments
from thads.interfaces.exchange.cutover.checks.initiation_is_told import initiation_is_told
from thads.interfaces.exchange.cutover.checks.judgment_is_told import judgment_is_told
from thads.interfaces.exchange.cutover.checks.notice_has_its_day import notice_has_its_day
from thads.interfaces.exchange.cutover.checks.numbers_fit import numbers_fit
from thads.interfaces.exchange.cutover.checks.parties_are_named import parties_are_named
from thads.interfaces.exchange.cutover.checks.parts_stay_within_amount import parts_stay_within_amount
from thads.interfaces.exchange.cutover.checks.performed_leaves_no_rest import performed_leaves_no_rest
from thads.interfaces.exchange.cutover.checks.row_joins_the_one_above import row_joins_the_one_above
from thads.interfaces.exchange.cutover.checks.row_stands_once import row_stands_once
from thads.interfaces.exchange.cutover.checks.rows_of_case_agree import rows_of_case_agree
from thads.interfaces.exchange.cutover.checks.sender_is_told import sender_is_told
from thads.interfaces.exchange.cutover.checks.status_has_its_day import status_has_its_day
from thads.interfaces.exchange.cutover.checks.status_is_listed import status_is_listed
from thads.interfaces.exchange.cutover.checks.texts_fit import texts_fit
from thads.interfaces.exchange.cutover.checks.unable_decision_has_its_day import unable_decision_has_its_day
from thads.interfaces.exchange.cutover.checks.unable_has_a_rest import unable_has_a_rest
from thads.interfaces.exchange.cutover.checks.verifications_are_told import verifications_are_told
from thads.interfaces.exchange.cutover.rows import Finding, OldBook

Check = Callable[[OldBook], Iterable[Finding]]

LOSING: tuple[Check, ...] = (
    decision_is_named,
    decision_is_of_its_time,
    cells_are_readable,
    amount_is_told,
    parts_stay_within_amount,
    held_divides_into_its_parts,
    performed_leaves_no_rest,
    unable_has_a_rest,
    case_is_live,
    rows_of_case_agree,
    row_stands_once,
    case_is_new,
    numbers_fit,
)

DOUBTING: tuple[Check, ...] = (
    row_joins_the_one_above,
    days_are_written_as_days,
    days_are_possible,
    texts_fit,
    initiation_is_told,
    judgment_is_told,
    duty_kind_is_listed,
    parties_are_named,
    sender_is_told,
    bailiff_is_known,
    status_is_listed,
    status_has_its_day,
    ground_is_listed,
    deferral_has_its_end,
    notice_has_its_day,
    verifications_are_told,
    unable_decision_has_its_day,
    held_follows_from_payments,
    duty_is_not_enforced_elsewhere,
)

CHECKS: tuple[Check, ...] = LOSING + DOUBTING
