"""The trail is written once and never changed."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction
from django.db.models import QuerySet

from thads.foundation.audit import actions
from thads.foundation.audit.models import AuditEntry

AT = datetime(2024, 7, 5, 1, tzinfo=UTC)


@pytest.mark.django_db
def test_a_line_says_who_did_what_to_which_when() -> None:
    actions.note(
        at=AT, actor="an", verb="cases.note_read", subject="7", agency="TQ", details={"vì": "tra cứu"}
    )

    line = AuditEntry.objects.get()
    assert (line.at, line.actor, line.verb, line.subject, line.agency) == (
        AT,
        "an",
        "cases.note_read",
        "7",
        "TQ",
    )
    assert (line.outcome, line.details) == ("done", {"vì": "tra cứu"})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [lambda lines: lines.update(actor="binh"), lambda lines: lines.delete()],
    ids=["update", "delete"],
)
def test_the_database_itself_refuses_to_change_the_trail(change: Callable[[QuerySet], object]) -> None:
    actions.note(at=AT, actor="an", verb="cases.note_read")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(AuditEntry.objects.all())
