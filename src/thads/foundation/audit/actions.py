"""Writing the trail. Called by the door of actions and by queries that show personal data."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from thads.foundation.audit.models import AuditEntry


def note(
    *,
    at: datetime,
    actor: str,
    verb: str,
    subject: str = "",
    agency: str = "",
    outcome: str = "done",
    details: Mapping[str, Any] | None = None,
) -> None:
    """Write one line of the trail."""
    AuditEntry.objects.create(
        at=at,
        actor=actor,
        verb=verb,
        subject=subject,
        agency=agency,
        outcome=outcome,
        details=dict(details or {}),
    )
