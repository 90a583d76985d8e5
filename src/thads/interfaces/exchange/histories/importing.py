"""Bringing a file of histories in: read, check all, then agencies, people and cases in one transaction."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from django.db import transaction

from thads.enforcement.cases import actions as cases
from thads.enforcement.cases.rules.histories import HistoriesRefused
from thads.foundation.access.rules.viewer import HeldPost, Viewer
from thads.foundation.organisation import actions as organisation
from thads.foundation.organisation import queries as organisation_queries
from thads.interfaces.exchange.histories.faults import Faults
from thads.interfaces.exchange.histories.lines import AgencyLine, StaffLine
from thads.interfaces.exchange.histories.organisation import OrganisationPlan, Surroundings, learn, plan
from thads.interfaces.exchange.histories.reading import HistoriesFile, histories, read_file
from thads.kernel.refusals import Problem, Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "histories.imported_already": "Cả {cases} việc trong tệp đều đã có trong hệ thống: tệp này đã được "
        "nhập "
        "rồi. Không có gì được nhập lại.",
    }
)


@dataclass(frozen=True, slots=True)
class HistoriesOutcome:
    """What a file holds and whether it was imported; with one problem nothing was."""

    cases: int
    facts: int
    agencies: int
    posts: int
    imported: bool
    problem_count: int = 0
    problems: tuple[Problem, ...] = ()


def check_histories(viewer: Viewer, stream: BinaryIO) -> HistoriesOutcome:
    """Return every fault of a file of histories and what it would bring; writes nothing."""
    return _go_through(viewer, stream, write=False)


def import_histories(viewer: Viewer, stream: BinaryIO) -> HistoriesOutcome:
    """Import a file of histories whole; with one fault nothing is written and all faults are returned."""
    return _go_through(viewer, stream, write=True)


def _go_through(viewer: Viewer, stream: BinaryIO, *, write: bool) -> HistoriesOutcome:
    """Write everything in one transaction and take it back when anything was wrong, or when only checking.

    So a check finds exactly what an import would refuse.
    """
    faults = Faults()
    found, fresh = HistoriesFile(), OrganisationPlan()
    try:
        found = read_file(stream, faults)
        known = _surroundings(viewer, found)
        fresh = plan(known, found.agencies, found.successions, found.staff)
        with transaction.atomic():
            _write(viewer, found, known, fresh, faults)
            transaction.set_rollback(bool(faults) or not write)
    except HistoriesRefused as refused:
        _take_over(refused, found, faults)
    except Refusal as refusal:
        faults.add_refusal(0, refusal)
    return HistoriesOutcome(
        cases=len(found.cases), facts=found.facts,
        agencies=len({line.code for line in fresh.versions}), posts=len(fresh.posts),
        imported=write and not faults, problem_count=faults.count, problems=tuple(faults.shown()),
    )  # fmt: skip


def _take_over(refused: HistoriesRefused, found: HistoriesFile, faults: Faults) -> None:
    """Tell what the room of cases found; a file imported for the second time is told in one sentence."""
    count = int(str(refused.details["count"]))
    known = [problem for problem in refused.problems if problem.code == "cases.import_number_exists"]
    if len(found.cases) == count and len(known) == len(refused.problems):
        faults.add(0, "histories.imported_already", cases=count)
        return
    for problem in refused.problems:
        faults.add_problem(problem)
    faults.count += count - len(refused.problems)


def _surroundings(viewer: Viewer, found: HistoriesFile) -> Surroundings:
    lives = {code: organisation_queries.agency_history(code) for code in sorted(found.named_agencies())}
    return Surroundings(
        viewer=viewer,
        agencies={code: tuple(version.span for version in life) for code, life in lives.items() if life},
        staff=organisation_queries.staff_names(),
    )


def _write(
    viewer: Viewer, found: HistoriesFile, known: Surroundings, fresh: OrganisationPlan, faults: Faults
) -> None:
    """Bring agencies and people, then cases; with faults in the organisation, cases are only read."""
    before = faults.count
    surroundings = learn(known, found.agencies, found.successions, found.staff, faults)
    brought = histories(found, surroundings, now=viewer.at, faults=faults)
    if faults.count > before:
        deque(brought, maxlen=0)
        return
    viewer = _bring_organisation(viewer, fresh)
    cases.import_histories(viewer=viewer, histories=brought)


def _bring_organisation(viewer: Viewer, fresh: OrganisationPlan) -> Viewer:
    """Found, rename and move agencies in the order of their days, then hand work over, then fill posts."""
    latest: dict[str, AgencyLine] = {}
    for line in fresh.versions:
        if line.code in latest:
            _change(viewer, latest[line.code], line)
        else:
            organisation.found_agency(
                viewer=viewer, code=line.code, name=line.name, kind=line.kind, since=line.valid_from,
                parent=line.parent, short_name=line.short_name, symbol=line.symbol, place=line.place,
                position=line.position,
            )  # fmt: skip
            viewer = _reaching(viewer, line)
        latest[line.code] = line
    for step in fresh.successions:
        organisation.merge_agencies(
            viewer=viewer,
            predecessors=(step.predecessor,),
            successor=step.successor,
            since=step.on,
            basis=step.basis,
        )
    _appoint(viewer, fresh.posts)
    return viewer


def _change(viewer: Viewer, before: AgencyLine, after: AgencyLine) -> None:
    if after.parent != before.parent and after.parent is not None:
        organisation.move_agency(viewer=viewer, code=after.code, parent=after.parent, since=after.valid_from)
    else:
        organisation.rename_agency(
            viewer=viewer,
            code=after.code,
            name=after.name,
            since=after.valid_from,
            short_name=after.short_name,
        )


def _reaching(viewer: Viewer, line: AgencyLine) -> Viewer:
    """Return the viewer whose posts reach an agency just founded below one that they reach already.

    A post without an agency is the operator's, who reaches all.
    """
    posts = tuple(
        replace(post, reach=post.reach | {line.code})
        if not post.agency or line.parent in post.reach
        else post
        for post in viewer.posts
    )
    return _with_posts(viewer, posts)


def _with_posts(viewer: Viewer, posts: tuple[HeldPost, ...]) -> Viewer:
    return Viewer(viewer.user_id, viewer.username, viewer.name, posts, viewer.at, viewer.on)


def _appoint(viewer: Viewer, posts: Sequence[StaffLine]) -> None:
    enrolled: set[str] = set()
    for line in posts:
        if line.code not in enrolled:
            organisation.enrol_staff(viewer=viewer, code=line.code, full_name=line.name, agency=line.agency)
            enrolled.add(line.code)
        organisation.appoint(
            viewer=viewer, staff_code=line.code, role=line.role, agency=line.agency, since=line.valid_from,
            until=line.valid_to, grade=line.grade,
        )  # fmt: skip
