"""Rows of register 06 as the values that screens show, with the duties folded from the senders' facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from thads.enforcement.cases.models import EnforcementCase, IncomingCase
from thads.enforcement.cases.rules.dues import due
from thads.enforcement.cases.rules.facts import Duty
from thads.enforcement.cases.rules.histories import SUBJECT, HistoryFact, from_ledger
from thads.enforcement.cases.rules.pages import IncomingRow, RulingRow, SentMeasure
from thads.enforcement.cases.rules.sending import sent_duties, sent_measures, sent_words
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
    found = list(rows.annotate(taken=TAKEN).select_related("sender").prefetch_related("rulings"))
    sent = _sent(found)
    cases = EnforcementCase.objects.only("uuid", "number").in_bulk([row.taken for row in found if row.taken])
    senders = organisation.agency_tree(on=max(row.sent_on for row in found)).agencies if found else {}
    names = {code: agency.name for code, agency in senders.items()}
    return [_line(row, sent[row.pk], cases.get(row.taken), names) for row in found]


BY_RECEIPT = (F("received_on").asc(nulls_last=True), "sent_on", "id")


@dataclass(frozen=True, slots=True)
class _Sent:
    """What the sender's facts say was passed on."""

    duties: Sequence[Duty]
    measures: Sequence[SentMeasure]
    content: str


def _sent(rows: Sequence[IncomingCase]) -> Mapping[int, _Sent]:
    entries = ledger.entries_of_many(SUBJECT, {row.sender.uuid for row in rows})
    told = {case: from_ledger(group) for case, group in groupby(entries, key=lambda one: one.subject_id)}
    return {row.pk: _carried(told[row.sender.uuid], row.seq - 1) for row in rows}


def _carried(lines: Sequence[HistoryFact], place: int) -> _Sent:
    measures = [
        SentMeasure(one.kind, one.subject, one.ordered_on, one.value) for one in sent_measures(lines, place)
    ]
    return _Sent(sent_duties(lines, place), measures, sent_words(lines, place))


def _line(
    row: IncomingCase, sent: _Sent, taken: EnforcementCase | None, names: Mapping[str, str]
) -> IncomingRow:
    sender, route = row.sender, IntakeRoute(row.route)
    is_waiting = taken is None and row.returned_on is None and route is IntakeRoute.DELEGATED_IN
    since = row.received_on if is_waiting else None
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
        duties=sent.duties,
        register_no=row.register_no,
        received_on=row.received_on,
        case_id=taken.uuid if taken else None,
        case_number=taken.number if taken else "",
        due=due("delegation.receiver_decision", start=since) if since else None,
        content=sent.content,
        measures=sent.measures,
        returned_on=row.returned_on,
        return_ground=row.return_ground,
        return_reason=row.return_reason,
        rulings=[
            RulingRow(one.number, one.issued_on, one.received_on, one.forwarded_on, one.content)
            for one in row.rulings.all()
        ],
    )
