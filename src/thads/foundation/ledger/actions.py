"""Writing the ledger. Only rooms' actions call this, inside their own transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Max
from django.utils.timezone import localtime

from thads.foundation.ledger.models import LedgerEntry
from thads.foundation.ledger.queries import entries_of
from thads.foundation.ledger.rules.changes import changes_words
from thads.foundation.ledger.rules.entries import Entry, HistoryEntry, NewEntry
from thads.foundation.ledger.rules.instants import check_instant, instant_of_recording
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "ledger.changed_meanwhile": "Từ lúc mở đến nay hồ sơ đã thay đổi: {changes}. Hãy mở lại hồ sơ, xem "
        "thay đổi mới rồi thực hiện lại. Chưa có gì được ghi.",
    }
)

_WRITERS_LOCK = 0x7468616473  # "thads"

NO_NAMES: Mapping[str, str] = {}


def append(
    *,
    subject_kind: str,
    subject_id: UUID,
    facts: Sequence[NewEntry],
    expected_seq: int,
    agency: str,
    actor: str,
    recorded_at: datetime,
) -> Sequence[Entry]:
    """Append facts after the `expected_seq`-th of a subject; refuse when somebody wrote in between.

    What waited for another writer is recorded at the instant of the other's, so that instants never run back.
    """
    one_writer_at_a_time()
    mine = LedgerEntry.objects.filter(subject_kind=subject_kind, subject_id=subject_id)
    before = mine.aggregate(last=Max("seq"), recorded=Max("recorded_at"))
    found = before["last"] or 0
    if found != expected_seq:
        raise changed_meanwhile(subject_kind, subject_id, expected=expected_seq, found=found)
    recorded_at = instant_of_recording(before["recorded"], recorded_at)
    check_instant(before["recorded"], recorded_at)
    rows = [
        LedgerEntry(
            subject_kind=subject_kind, subject_id=subject_id, seq=expected_seq + place, kind=fact.kind,
            took_effect=fact.took_effect, recorded_at=recorded_at, agency=agency, actor=actor,
            order_no=fact.order_no, payload=dict(fact.payload), cancels=fact.cancels,
        )
        for place, fact in enumerate(facts, start=1)
    ]  # fmt: skip
    try:
        with transaction.atomic():
            written = LedgerEntry.objects.bulk_create(rows)
    except IntegrityError:
        raise changed_meanwhile(
            subject_kind, subject_id, expected=expected_seq, found=expected_seq + 1
        ) from None
    return [_as_value(row) for row in written]


def changed_meanwhile(
    subject_kind: str, subject_id: UUID, *, expected: int, found: int, names: Mapping[str, str] = NO_NAMES
) -> Refusal:
    """Return the refusal of an act on old knowledge: which facts came since, by whom (`names` are those of
    accounts) and when.
    """
    since = entries_of(subject_kind, subject_id)[expected:]
    local = {entry.id: localtime(entry.recorded_at) for entry in since}
    told = changes_words(since, names=names, local=local)
    return Refusal(
        "ledger.changed_meanwhile", expected=expected, found=found, subject_id=subject_id,
        changes=told or f"lúc mở có {expected} sự kiện, nay có {found}",
    )  # fmt: skip


def append_histories(subject_kind: str, facts: Iterable[HistoryEntry]) -> int:
    """Append the facts of new subjects (import), cancellations last; return how many were written."""
    one_writer_at_a_time()
    facts = list(facts)
    rows = LedgerEntry.objects.bulk_create(
        (_history_row(subject_kind, fact) for fact in facts if fact.cancels_seq is None), batch_size=_BATCH
    )
    cancelling = [fact for fact in facts if fact.cancels_seq is not None]
    if cancelling:
        subjects = {fact.subject_id for fact in cancelling}
        ids = {(row.subject_id, row.seq): row.pk for row in rows if row.subject_id in subjects}
        LedgerEntry.objects.bulk_create(
            (
                _history_row(subject_kind, fact, ids[fact.subject_id, fact.cancels_seq or 0])
                for fact in cancelling
            ),
            batch_size=_BATCH,
        )
    return len(facts)


_BATCH = 2_000


def _history_row(subject_kind: str, fact: HistoryEntry, cancels: int | None = None) -> LedgerEntry:
    return LedgerEntry(
        subject_kind=subject_kind, subject_id=fact.subject_id, seq=fact.seq, kind=fact.kind,
        took_effect=fact.took_effect, recorded_at=fact.recorded_at, agency=fact.agency, actor=fact.actor,
        order_no=fact.order_no, payload=fact.payload, cancels=cancels,
    )  # fmt: skip


def one_writer_at_a_time() -> None:
    """Serialise writers until commit, so that ids become visible in order and readers may pull by position.

    SQLite has one writer by itself; PostgreSQL gets a transaction-scoped advisory lock.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS_LOCK])


def _as_value(row: LedgerEntry) -> Entry:
    return Entry(
        id=row.pk, subject_kind=row.subject_kind, subject_id=row.subject_id, seq=row.seq, kind=row.kind,
        took_effect=row.took_effect, recorded_at=row.recorded_at, agency=row.agency, actor=row.actor,
        order_no=row.order_no, payload=row.payload, cancels=row.cancels,
    )  # fmt: skip
