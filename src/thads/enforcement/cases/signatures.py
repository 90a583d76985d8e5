"""Who signs an order: found by the matrix of signatures before it is recorded (process.md 2.9.1, 9.3)."""

from datetime import date

from thads.enforcement.cases.rules.facts import Order
from thads.foundation.access.rules.viewer import Viewer


def signer_of(viewer: Viewer, order: Order, *, agency: str, on: date) -> str:
    """Return the code of the person who signs the order, the viewer when none is named."""
    return order.signer or next(iter(sorted(viewer.staff_codes)), viewer.username)
