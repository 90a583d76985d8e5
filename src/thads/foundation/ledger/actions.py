"""Writing the ledger. Only rooms' actions call this, inside their own transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Max

from thads.foundation.ledger.models import LedgerEntry
from thads.foundation.ledger.rules.entries import Entry, HistoryEntry, NewEntry
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "ledger.changed_meanwhile": "Hồ sơ vừa được người khác cập nhật ({found} sự kiện, lúc mở là "
        "{expected}); "
        "hãy mở lại hồ sơ, xem thay đổi mới rồi thực hiện lại. Chưa có gì được ghi.",
        "ledger.recorded_backwards": "Thời điểm ghi nhận {recorded_at} sớm hơn sự kiện đã ghi trước đó "
        "({last}).",
    }
)

_WRITERS_LOCK = 0x7468616473  # "thads"


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
    """Append facts after the `expected_seq`-th of a subject; refuse when somebody wrote in between."""
    one_writer_at_a_time()
    mine = LedgerEntry.objects.filter(subject_kind=subject_kind, subject_id=subject_id)
    before = mine.aggregate(last=Max("seq"), recorded=Max("recorded_at"))
    found = before["last"] or 0
    if found != expected_seq:
        raise Refusal("ledger.changed_meanwhile", expected=expected_seq, found=found, subject_id=subject_id)
    if before["recorded"] is not None and recorded_at < before["recorded"]:
        raise Refusal("ledger.recorded_backwards", recorded_at=recorded_at, last=before["recorded"])
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
        raise Refusal(
            "ledger.changed_meanwhile", expected=expected_seq, found=expected_seq + 1, subject_id=subject_id
        ) from None
    return [_as_value(row) for row in written]


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
