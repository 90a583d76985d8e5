"""Agencies and people that a file brings along, beside those the system knows already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thads.foundation.access.rules.viewer import Role, Viewer
from thads.interfaces.exchange.histories.faults import Faults
from thads.interfaces.exchange.histories.lines import AgencyLine, StaffLine, SuccessionLine
from thads.kernel.sentences import register_sentences
from thads.kernel.spans import Span

register_sentences(
    {
        "histories.agency_twice": "Cơ quan {agency} đã được khai từ ngày {on} ở dòng {first}.",
        "histories.agency_lapses": "Cơ quan {agency} chấm dứt (valid_to) mà không có dòng “succession” nói "
        "cơ quan "
        "nào kế thừa, cũng không có dòng “agency” kế tiếp từ ngày đó.",
        "histories.agency_changed": "Từ ngày {on}, dòng này đổi {fields} của cơ quan {agency} cùng lúc; "
        "mỗi dòng "
        "chỉ được đổi tên (name, short_name) hoặc đổi cơ quan cấp trên (parent).",
        "histories.parent_unknown": "Cơ quan cấp trên “{parent}” không có trong hệ thống cũng như trong tệp.",
        "histories.parent_circle": "Cơ quan {agency} đứng dưới chính mình; hãy sửa “parent”.",
        "histories.staff_name_differs": "Mã {staff} đã là của {name}; một mã chỉ của một người.",
    }
)


HeldThen = tuple[str, Span]
"""A post as bailiff: the agency and how long."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What exists around the cases of a file: agencies and their spans, and people."""

    viewer: Viewer
    agencies: Mapping[str, tuple[Span, ...]]
    staff: Mapping[str, str]
    bailiffs: Mapping[str, tuple[HeldThen, ...]]
    heirs: Mapping[str, frozenset[str]]
    """Agency → those to which its work went over."""
    superiors: Mapping[str, frozenset[str]]
    """Agency → those directly above it, ever."""
    brought: frozenset[str] = frozenset()

    def sees(self, agency: str) -> bool:
        """Say whether the viewer may write cases of the agency: in sight, or brought along by the file."""
        return self.viewer.sees(agency) or agency in self.brought

    def stood(self, agency: str, on: date) -> bool:
        """Say whether the agency existed on the day."""
        return any(on in span for span in self.agencies[agency])

    def serves(self, bailiff: str, *, agency: str, on: date) -> bool:
        """Say whether somebody is a bailiff on the day at the agency, its superior, a unit of its, or where
        its work went over to.
        """
        at = {agency} | _following(agency, self.heirs)
        near = at.union(*(self.superiors.get(code, ()) for code in at))
        return any(
            on in span and (held in near or self.superiors.get(held, frozenset()) & at)
            for held, span in self.bailiffs.get(bailiff, ())
        )


@dataclass(frozen=True, slots=True)
class OrganisationPlan:
    """What of a file's organisation is new: agencies' versions by day, successions, people and posts."""

    versions: tuple[AgencyLine, ...] = ()
    successions: tuple[SuccessionLine, ...] = ()
    posts: tuple[StaffLine, ...] = ()


def plan(
    known: Surroundings,
    agencies: Sequence[tuple[int, AgencyLine]],
    successions: Sequence[tuple[int, SuccessionLine]],
    staff: Sequence[tuple[int, StaffLine]],
) -> OrganisationPlan:
    """Return what the file brings that the system does not have; what it has stays as it is."""
    fresh = [line for _, line in agencies if line.code not in known.agencies]
    codes = {line.code for line in fresh}
    return OrganisationPlan(
        versions=tuple(sorted(_parents_first(fresh), key=lambda line: line.valid_from)),
        successions=tuple(
            sorted((line for _, line in successions if line.predecessor in codes), key=lambda line: line.on)
        ),
        posts=tuple(_dated(line, known, fresh) for _, line in staff if line.code not in known.staff),
    )


def _dated(line: StaffLine, known: Surroundings, fresh: Sequence[AgencyLine]) -> StaffLine:
    """Return a post that names no first day as held since the agency exists."""
    if line.valid_from is not None:
        return line
    days = [span.start for span in known.agencies.get(line.agency, ())]
    days += [agency.valid_from for agency in fresh if agency.code == line.agency]
    return replace(line, valid_from=min(days, default=date.min))


def _following(agency: str, heirs: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    waiting = heirs.get(agency, frozenset())
    while waiting:
        found |= waiting
        waiting = frozenset().union(*(heirs.get(code, frozenset()) for code in waiting)) - found
    return found


def learn(
    known: Surroundings,
    agencies: Sequence[tuple[int, AgencyLine]],
    successions: Sequence[tuple[int, SuccessionLine]],
    staff: Sequence[tuple[int, StaffLine]],
    faults: Faults,
) -> Surroundings:
    """Return the surroundings with what the file brings, its faults noted at their lines."""
    _check_agencies(known, agencies, successions, faults)
    fresh = plan(known, agencies, successions, staff)
    spans: dict[str, tuple[Span, ...]] = {}
    for line in fresh.versions:
        spans[line.code] = (*spans.get(line.code, ()), Span(line.valid_from, line.valid_to))
    every = {**known.agencies, **spans}
    names = dict(known.staff)
    for number, post in staff:
        if post.agency not in every:
            faults.add(number, "histories.agency_unknown", agency=post.agency)
        if names.setdefault(post.code, post.name) != post.name:
            faults.add(number, "histories.staff_name_differs", staff=post.code, name=names[post.code])
    return Surroundings(
        known.viewer, every, names, _with_posts(known.bailiffs, fresh.posts),
        linked(known.heirs, ((step.predecessor, step.successor) for step in fresh.successions)),
        linked(known.superiors, ((line.code, line.parent) for line in fresh.versions if line.parent)),
        known.brought | spans.keys(),
    )  # fmt: skip


def _with_posts(
    known: Mapping[str, tuple[HeldThen, ...]], posts: Sequence[StaffLine]
) -> Mapping[str, tuple[HeldThen, ...]]:
    found = dict(known)
    for line in posts:
        if line.role is Role.BAILIFF and line.valid_from is not None:
            held = (line.agency, Span(line.valid_from, line.valid_to))
            found[line.code] = (*found.get(line.code, ()), held)
    return found


def linked(
    known: Mapping[str, frozenset[str]], links: Iterable[tuple[str, str]]
) -> Mapping[str, frozenset[str]]:
    """Return who leads to whom, with more links."""
    found = dict(known)
    for one, other in links:
        found[one] = found.get(one, frozenset()) | {other}
    return found


def _check_agencies(
    known: Surroundings,
    agencies: Sequence[tuple[int, AgencyLine]],
    successions: Sequence[tuple[int, SuccessionLine]],
    faults: Faults,
) -> None:
    codes = {line.code for _, line in agencies} | set(known.agencies)
    parents = {line.code: line.parent for _, line in agencies}
    ended = {(line.predecessor, line.on) for _, line in successions}
    begun: dict[tuple[str, date], int] = {}
    latest: dict[str, AgencyLine] = {}
    for number, line in sorted(agencies, key=lambda one: (one[1].code, one[1].valid_from)):
        first = begun.setdefault((line.code, line.valid_from), number)
        if first != number:
            faults.add(number, "histories.agency_twice", agency=line.code, on=line.valid_from, first=first)
        if line.parent is not None and line.parent not in codes:
            faults.add(number, "histories.parent_unknown", parent=line.parent)
        if _in_circle(line.code, parents):
            faults.add(number, "histories.parent_circle", agency=line.code)
        if line.code in latest and (changed := _changed(latest[line.code], line)) is not None:
            faults.add(
                number, "histories.agency_changed", agency=line.code, on=line.valid_from, fields=changed
            )
        latest[line.code] = line
    for number, line in agencies:
        goes_on = (line.code, line.valid_to) in begun or (line.code, line.valid_to) in ended
        if line.valid_to is not None and line.code not in known.agencies and not goes_on:
            faults.add(number, "histories.agency_lapses", agency=line.code)
    for number, step in successions:
        for code in (step.predecessor, step.successor):
            if code not in codes:
                faults.add(number, "histories.agency_unknown", agency=code)


def _changed(before: AgencyLine, after: AgencyLine) -> str | None:
    """Return the fields that changed together though one act cannot change them so; None when it can."""
    names = (before.name, before.short_name) != (after.name, after.short_name)
    rest = [
        field for field in ("kind", "symbol", "place", "position")
        if getattr(before, field) != getattr(after, field)
    ]  # fmt: skip
    moved = ["parent"] if before.parent != after.parent else []
    if rest or (names and moved) or (moved and after.parent is None):
        return ", ".join([*(["name"] if names else []), *moved, *rest])
    return None


def _in_circle(code: str, parents: Mapping[str, str | None]) -> bool:
    above, seen = parents.get(code), set()
    while above is not None and above not in seen:
        if above == code:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def _parents_first(lines: Sequence[AgencyLine]) -> Sequence[AgencyLine]:
    """Order so that on one day a superior is founded before those below it."""
    parents = {line.code: line.parent for line in lines}

    def depth(code: str | None) -> int:
        found = 0
        while code is not None and found <= len(parents):
            code, found = parents.get(code), found + 1
        return found

    return sorted(lines, key=lambda line: depth(line.code))
