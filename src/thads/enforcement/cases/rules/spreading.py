"""Spreading cases over bailiffs, evenly by what each has open (L08 Đ36.2; L25 Đ32.2).

No text says how a head spreads work; fewest open cases first is our choice [derived], shown before it is
done.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heapreplace
from uuid import UUID

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.nobody_to_assign": "Hãy chọn ít nhất một Chấp hành viên để nhận việc.",
        "cases.nothing_to_assign": "Hãy chọn ít nhất một việc để phân công.",
    }
)


@dataclass(frozen=True, slots=True)
class Unassigned:
    """A case to be given to somebody: it counts in the load of `bailiff` until then."""

    case_id: UUID
    bailiff: str = ""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A case and the bailiff who gets it."""

    case_id: UUID
    bailiff: str


def spread(cases: Sequence[Unassigned], loads: Mapping[str, int]) -> tuple[Assignment, ...]:
    """Return who gets each case so that open cases come out as even as they can; `loads`: open cases of those
    who may get some, before.

    Each case goes to whoever then has least, by code among equals. Refuses no cases and nobody to give them
    to.
    """
    if not loads:
        raise Refusal("cases.nobody_to_assign", basis="L08 Đ36.2; L25 Đ32.2")
    if not cases:
        raise Refusal("cases.nothing_to_assign", basis="L08 Đ36.2; L25 Đ32.2")
    waiting = [(load - sum(case.bailiff == code for case in cases), code) for code, load in loads.items()]
    heapify(waiting)
    found = []
    for case in cases:
        load, code = waiting[0]
        found.append(Assignment(case.case_id, code))
        heapreplace(waiting, (load + 1, code))
    return tuple(found)


def moved(cases: Sequence[Unassigned], assignments: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """Return the assignments that give a case to somebody who has not had it."""
    held = {case.case_id: case.bailiff for case in cases}
    return tuple(one for one in assignments if held.get(one.case_id) != one.bailiff)
