"""The account of one case: its state, its entries told, its deadlines, its fees, how its pool would be
shared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thads.enforcement.cases.queries.briefs import case_brief, cases_against
from thads.enforcement.cases.rules.briefs import CaseBrief
from thads.enforcement.deadlines import queries as deadlines
from thads.enforcement.money.accounts import standing_entries, standing_facts
from thads.enforcement.money.models import CaseAccount
from thads.enforcement.money.rules.account import EMPTY, AccountState, apply, fold, read
from thads.enforcement.money.rules.dues import account_dues
from thads.enforcement.money.rules.facts import SUBJECT
from thads.enforcement.money.rules.fee_items import FeeCheck, FeeItem, fee_checks, fee_items
from thads.enforcement.money.rules.pages import AccountEntry, AccountPage, AccountRow
from thads.enforcement.money.rules.sharing import Sharing, SharingAsked, share_out
from thads.enforcement.money.rules.telling import told
from thads.enforcement.money.rules.vocabulary import Purse
from thads.enforcement.money.showing import as_row
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import queries as ledger
from thads.foundation.ledger.rules.entries import CANCELLATION, Entry, in_order
from thads.foundation.organisation import queries as organisation
from thads.kernel.refusals import Refusal


@dataclass(frozen=True, slots=True)
class FeePage:
    """The fees of a case: each payment with its fee line, and the duties whose fees should be computed
    anew.
    """

    case: CaseBrief
    items: Sequence[FeeItem]
    checks: Sequence[FeeCheck]


def account_page(viewer: Viewer, case_id: UUID) -> AccountPage:
    """Return the account of a case: what is held and due, each entry told, what must be done by when; refuses
    a case out of sight.
    """
    case = case_brief(viewer, case_id)
    entries = ledger.entries_of(SUBJECT, case_id)
    state = fold(standing_entries(entries))
    calendar = deadlines.office_calendar_of(viewer, case.agency)
    return AccountPage(
        case_id=case_id, number=case.number, agency=case.agency, seq=len(entries), state=state,
        entries=_told(entries, organisation.account_names()), dues=account_dues(state, calendar=calendar),
    )  # fmt: skip


def account_row(viewer: Viewer, case_id: UUID) -> AccountRow | None:
    """Return the account of a case in one line, None while it has none; one question."""
    found = (
        CaseAccount.objects.filter(agency__in=viewer.sight, case__uuid=case_id).select_related("case").first()
    )
    return None if found is None else as_row(found, on=viewer.on)


def fee_page(viewer: Viewer, case_id: UUID) -> FeePage:
    """Return the fees of a case, each with its derivation, and what should be corrected (T216 Đ4–5)."""
    case = case_brief(viewer, case_id)
    facts = standing_facts(ledger.entries_of(SUBJECT, case_id))
    return FeePage(case, fee_items(case, facts), fee_checks(case, facts))


def sharing_preview(viewer: Viewer, case_id: UUID, asked: SharingAsked, *, on: date | None = None) -> Sharing:
    """Return how the pool of a case would be shared out, step by step; nothing is changed (L08 Đ47; L25
    Đ54).
    """
    cases = cases_against(viewer, case_id)
    held = fold(standing_entries(ledger.entries_of(SUBJECT, case_id))).in_purse(Purse.POOL)
    if not held:
        raise Refusal("money.no_pool", basis="L08 Đ47; L25 Đ54", number=cases[0].number)
    return share_out(cases, held, asked, on=on or viewer.on)


def _told(entries: Sequence[Entry], names: dict[str, str] | object) -> Sequence[AccountEntry]:
    """Tell every entry in the order of the fold, with what was held after it; newest last."""
    assert isinstance(names, dict)
    cancelled_by = {entry.cancels: entry.id for entry in entries if entry.cancels is not None}
    state: AccountState = EMPTY
    found = []
    for entry in sorted(entries, key=in_order):
        after = state
        if entry.kind != CANCELLATION and entry.id not in cancelled_by:
            after = apply(state, read(entry), on=entry.took_effect)
        change = after.total - state.total
        found.append(_entry(entry, change, after.total, cancelled_by.get(entry.id), names))
        state = after
    return found


def _entry(
    entry: Entry, change: int, held_after: int, cancelled_by: int | None, names: dict[str, str]
) -> AccountEntry:
    is_cancellation = entry.kind == CANCELLATION
    words = None if is_cancellation else told(read(entry), on=entry.took_effect)
    return AccountEntry(
        entry_id=entry.id, seq=entry.seq, kind=entry.kind,
        title=words.title if words else "Hủy việc đã ghi",
        details=words.details if words else (("Lý do", str(entry.payload.get("reason", ""))),),
        amount=words.amount if words else 0, change=change, held_after=held_after,
        took_effect=entry.took_effect, recorded_at=entry.recorded_at, order_no=entry.order_no,
        actor=entry.actor, actor_name=names.get(entry.actor, ""), basis=words.basis if words else "",
        cancels=entry.cancels, cancelled_by=cancelled_by,
        cancellable=not is_cancellation and cancelled_by is None and entry.kind != "money.share_received",
    )  # fmt: skip
