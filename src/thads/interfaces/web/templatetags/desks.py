"""What templates need for lists whose lines are ticked, and for tables of counts."""

from collections.abc import Mapping
from uuid import UUID

from django import template

from thads.enforcement.cases.rules.search_words import Match

register = template.Library()


@register.simple_tag
def key_of(subject: UUID, place: int) -> str:
    """The value by which a ticked line is known: its subject and the place within it."""
    return f"{subject}:{place}"


@register.simple_tag
def count_of(counts: Mapping[object, int], which: object) -> int:
    """One count of several, 0 when it does not occur."""
    return counts.get(which, 0)


@register.simple_tag
def found_by(why: Mapping[UUID, Match], case_id: UUID) -> Match | None:
    """Why a case stands in the list of what was searched for."""
    return why.get(case_id)
