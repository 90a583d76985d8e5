"""Taking histories out: an agency, all that belongs to it or was merged into it, as the file comes in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thads.enforcement.cases import queries as cases
from thads.enforcement.cases.rules.facts import FilePulledUp
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.queries import PostThen
from thads.foundation.organisation.rules.agencies import AgencyThen, SuccessionEdge, SuccessionKind
from thads.interfaces.exchange.histories import writing
from thads.interfaces.exchange.histories.lines import AgencyLine, StaffLine, SuccessionLine
from thads.interfaces.exchange.sight import check_in_sight
from thads.kernel.spans import Span

Lives = dict[str, Sequence[AgencyThen]]


def histories_file(viewer: Viewer, *, agency: str) -> Iterator[str]:
    """Yield the lines of the file: heading, agencies, successions, posts, then every case with its facts.

    Then agencies of others that acted in these cases or took their files. Refuses an agency out of sight. An
    agency's superior outside the file is left out.
    """
    check_in_sight(viewer, agency)
    return _lines(viewer, agency)


def _lines(viewer: Viewer, agency: str) -> Iterator[str]:
    lives: Lives = {code: organisation.agency_history(code) for code in sorted(viewer.sight)}
    edges = [edge for edge in organisation.successions() if edge.kind is SuccessionKind.MERGED_INTO]
    inside = _belonging(agency, lives, edges)
    yield writing.header()
    for code in sorted(inside):
        yield from (writing.agency(_agency_line(then, inside)) for then in lives[code])
    yield from (writing.succession(line) for line in _successions(edges, inside))
    yield from (writing.staff(_staff_line(post)) for post in organisation.posts(inside))
    named: set[str] = set()
    for history in cases.histories(viewer, agencies=inside):
        yield from writing.case(history)
        named |= {one.acting_agency for one in history.facts}
        named |= {one.fact.to_agency for one in history.facts if isinstance(one.fact, FilePulledUp)}
    for code in sorted(named - inside):
        if life := organisation.agency_history(code):
            yield writing.agency(_outside(life))


def _outside(life: Sequence[AgencyThen]) -> AgencyLine:
    """Return an agency that only acted in a case, or took its file: as it is called last, without ties."""
    then = replace(life[-1], parent=None, span=Span(life[0].span.start, None))
    return _agency_line(then, frozenset())


def _belonging(agency: str, lives: Lives, edges: Sequence[SuccessionEdge]) -> frozenset[str]:
    """Return the agency with all that ever stood below it or merged into it, and theirs."""
    found, waiting = {agency}, [agency]
    while waiting:
        here = waiting.pop()
        near = {code for code, life in lives.items() if any(then.parent == here for then in life)}
        near |= {edge.predecessor for edge in edges if edge.successor == here}
        near = (near & lives.keys()) - found
        found |= near
        waiting += sorted(near)
    return frozenset(found)


def _agency_line(then: AgencyThen, inside: frozenset[str]) -> AgencyLine:
    return AgencyLine(
        code=then.code, name=then.name, valid_from=then.span.start, kind=then.kind,
        parent=then.parent if then.parent in inside else None,
        short_name="" if then.short_name == then.name else then.short_name,
        symbol=then.symbol, place=then.place, position=then.position, valid_to=then.span.end,
    )  # fmt: skip


def _successions(edges: Sequence[SuccessionEdge], inside: frozenset[str]) -> Iterator[SuccessionLine]:
    for edge in sorted(edges, key=lambda edge: (edge.on, edge.predecessor)):
        if edge.predecessor in inside and edge.successor in inside:
            yield SuccessionLine(edge.predecessor, edge.successor, edge.on)


def _staff_line(post: PostThen) -> StaffLine:
    return StaffLine(
        code=post.staff, name=post.name, agency=post.agency, valid_from=post.span.start, role=post.role,
        grade=post.grade, valid_to=post.span.end,
    )  # fmt: skip
