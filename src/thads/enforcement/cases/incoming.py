"""Rows of register 06 as the values that screens show, with the duties folded from the senders' facts."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from thads.enforcement.cases.models import EnforcementCase, IncomingCase
from thads.enforcement.cases.rules.dues import due
from thads.enforcement.cases.rules.facts import Duty
from thads.enforcement.cases.rules.histories import SUBJECT, from_ledger
from thads.enforcement.cases.rules.pages import IncomingRow
from thads.enforcement.cases.rules.sending import sent_duties
from thads.enforcement.cases.rules.vocabulary import Initiation, IntakeRoute, JudgmentKind
from thads.enforcement.cases.showing import read_flags
from thads.foundation.ledger import queries as ledger
from thads.foundation.organisation import queries as organisation

TAKEN = Coalesce(
    "case_id",
    Subquery(
        EnforcementCase.objects.filter(
            agency=OuterRef("agency"), route=OuterRef("route"), from_agency=OuterRef("sender__agency"),
            debtor_key=OuterRef("sender__debtor_key"), debtor_key__gt="",
            decided_on__gte=OuterRef("sent_on"), incoming__isnull=True,
        ).order_by("decided_on", "id").values("id")[:1]
    ),
)  # fmt: skip
"""The case that took in what was passed on; one brought along by an import says only its sender and debtor,
and counts when it is linked to no other decision [derived].
"""


def incoming_lines(rows: QuerySet[IncomingCase]) -> Sequence[IncomingRow]:
    """Return rows as lines of the register, with the duties folded from the senders' facts."""
    found = list(rows.annotate(taken=TAKEN).select_related("sender"))
    duties = _duties(found)
    cases = EnforcementCase.objects.only("uuid", "number").in_bulk([row.taken for row in found if row.taken])
    senders = organisation.agency_tree(on=max(row.sent_on for row in found)).agencies if found else {}
    names = {code: agency.name for code, agency in senders.items()}
    return [_line(row, duties[row.pk], cases.get(row.taken), names) for row in found]


BY_RECEIPT = (F("received_on").asc(nulls_last=True), "sent_on", "id")


def _duties(rows: Sequence[IncomingCase]) -> Mapping[int, Sequence[Duty]]:
    entries = ledger.entries_of_many(SUBJECT, {row.sender.uuid for row in rows})
    told = {case: from_ledger(group) for case, group in groupby(entries, key=lambda one: one.subject_id)}
    return {row.pk: sent_duties(told[row.sender.uuid], row.seq - 1) for row in rows}


def _line(
    row: IncomingCase, duties: Sequence[Duty], taken: EnforcementCase | None, names: Mapping[str, str]
) -> IncomingRow:
    sender, route = row.sender, IntakeRoute(row.route)
    since = row.received_on if route is IntakeRoute.DELEGATED_IN and taken is None else None
    return IncomingRow(
        incoming_id=row.uuid,
        route=route,
        agency=row.agency,
        from_agency=sender.agency,
        from_name=names.get(sender.agency, sender.agency),
        order_no=row.order_no,
        sent_on=row.sent_on,
        debtor=sender.debtor,
        creditor=sender.creditor,
        judgment_no=sender.judgment_no,
        judgment_on=sender.judgment_on,
        court=sender.court,
        judgment_kind=JudgmentKind(sender.judgment_kind),
        initiation=Initiation(sender.initiation),
        flags=read_flags(sender.flags),
        duties=duties,
        register_no=row.register_no,
        received_on=row.received_on,
        case_id=taken.uuid if taken else None,
        case_number=taken.number if taken else "",
        due=due("delegation.receiver_decision", start=since) if since else None,
    )
