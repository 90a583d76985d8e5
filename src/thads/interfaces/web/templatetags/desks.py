"""What templates need for lists whose lines are ticked, and for tables of counts."""

from collections.abc import Mapping
from uuid import UUID

from django import template

register = template.Library()


@register.simple_tag
def key_of(subject: UUID, place: int) -> str:
    """The value by which a ticked line is known: its subject and the place within it."""
    return f"{subject}:{place}"


@register.simple_tag
def count_of(counts: Mapping[object, int], which: object) -> int:
    """One count of several, 0 when it does not occur."""
    return counts.get(which, 0)
