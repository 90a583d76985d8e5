"""Deriving anew what is due about money, of every account: after a change of the law or of its data."""

from itertools import groupby

from thads.enforcement.deadlines import actions as deadlines
from thads.enforcement.deadlines import queries as deadline_queries
from thads.enforcement.deadlines.rules.due_items import DueItem, DueSubject
from thads.enforcement.money.accounts import standing_entries
from thads.enforcement.money.dueing import account_items
from thads.enforcement.money.models import CaseAccount
from thads.enforcement.money.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.money.rules.account import fold
from thads.enforcement.money.rules.facts import SUBJECT
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.foundation.ledger import queries as ledger_queries


@action("money.rebuild_dues")
def rebuild_dues(*, viewer: Viewer) -> int:
    """Derive anew what is due about the money in the agencies in sight; returns how many items there are."""
    for agency in sorted(viewer.sight):
        rights.check_may(viewer, "money.rebuild_dues", agency=agency)
    ledger.one_writer_at_a_time()
    deadlines.forget_due_items(viewer=viewer, subjects=(DueSubject.ACCOUNT,))
    calendars = deadline_queries.calendars_of(viewer, viewer.sight)
    rows = CaseAccount.objects.filter(agency__in=viewer.sight).select_related("case")
    by_id = {row.case.uuid: row for row in rows}
    items: list[DueItem] = []
    told = ledger_queries.entries_of_many(SUBJECT, list(by_id))
    for case_id, entries in groupby(told, key=lambda entry: entry.subject_id):
        row, state = by_id[case_id], fold(standing_entries(list(entries)))
        items += account_items(case_id, row.case.number, row.agency, state, calendar=calendars[row.agency])
    return deadlines.write_due_items(viewer=viewer, items=items)
