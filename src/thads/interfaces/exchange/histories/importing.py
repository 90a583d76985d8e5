"""Bringing a file of histories in: read, check all, then agencies, people and cases in one transaction."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from django.db import transaction

from thads.enforcement.cases import actions as cases
from thads.enforcement.cases.rules.histories import HistoriesRefused
from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.foundation.ledger import actions as ledger
from thads.foundation.organisation import actions as organisation
from thads.foundation.organisation import queries as organisation_queries
from thads.foundation.organisation.rules.agencies import AgencyThen
from thads.interfaces.exchange.histories.faults import Faults
from thads.interfaces.exchange.histories.lines import AgencyLine, StaffLine
from thads.interfaces.exchange.histories.organisation import (
    HeldThen,
    OrganisationPlan,
    Surroundings,
    learn,
    linked,
    plan,
)
from thads.interfaces.exchange.histories.reading import HistoriesFile, histories, read_file
from thads.interfaces.exchange.histories.repeating import is_in_already
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
    found, fresh, known = HistoriesFile(), OrganisationPlan(), None
    try:
        found = read_file(stream, faults)
        if found.says_nothing and not faults:
            raise Refusal("histories.no_facts")
        with transaction.atomic():
            ledger.one_writer_at_a_time()  # what another import brings just now is known afterwards
            known = _surroundings(viewer, found)
            fresh = plan(known, found.agencies, found.successions, found.staff)
            _write(found, known, fresh, faults)
            transaction.set_rollback(bool(faults) or not write)
    except HistoriesRefused as refused:
        assert known is not None
        _take_over(refused, found, known, faults)
    except Refusal as refusal:
        faults.add_refusal(0, refusal)
    return HistoriesOutcome(
        cases=len(found.cases), facts=found.facts,
        agencies=len({line.code for line in fresh.versions}), posts=len(fresh.posts),
        imported=write and not faults, problem_count=faults.count, problems=tuple(faults.shown()),
    )  # fmt: skip


def _take_over(refused: HistoriesRefused, found: HistoriesFile, known: Surroundings, faults: Faults) -> None:
    """Tell what the room of cases found; a file imported for the second time is told in one sentence."""
    only_known = all(problem.code == "cases.import_number_exists" for problem in refused.problems)
    if only_known and not faults and is_in_already(found, known):
        faults.add(0, "histories.imported_already", cases=len(found.cases))
        return
    for problem in refused.problems:
        faults.add_problem(problem)
    faults.count += int(str(refused.details["count"])) - len(refused.problems)


def _surroundings(viewer: Viewer, found: HistoriesFile) -> Surroundings:
    codes = sorted(found.named_agencies())
    lives = {code: life for code in codes if (life := organisation_queries.agency_history(code))}
    standing = organisation_queries.agency_tree(on=viewer.on).agencies
    versions = [*standing.values(), *(then for life in lives.values() for then in life)]
    superiors = linked({}, ((then.code, then.parent) for then in versions if then.parent))
    edges = organisation_queries.successions()
    heirs = linked({}, ((edge.predecessor, edge.successor) for edge in edges))
    near = frozenset(superiors).union(lives, heirs, *superiors.values(), *heirs.values())
    bailiffs: dict[str, tuple[HeldThen, ...]] = {}
    for post in organisation_queries.posts(near):
        if post.role is Role.BAILIFF:
            bailiffs[post.staff] = (*bailiffs.get(post.staff, ()), (post.agency, post.span))
    return Surroundings(
        viewer=_seeing_the_newest(viewer, lives),
        agencies={code: tuple(version.span for version in life) for code, life in lives.items()},
        staff=organisation_queries.staff_names(), bailiffs=bailiffs, heirs=heirs,
        superiors=superiors,
    )  # fmt: skip


def _seeing_the_newest(viewer: Viewer, lives: Mapping[str, Sequence[AgencyThen]]) -> Viewer:
    """Return the viewer with agencies that another import founded since the viewer was made out."""
    unseen = [then for life in lives.values() for then in life if viewer.on in then.span]
    unseen += [life[-1] for life in lives.values()] if any(not post.agency for post in viewer.posts) else []
    unseen = [then for then in unseen if not viewer.sees(then.code)]
    for _ in unseen:  # as many rounds as superiors can stand above one another
        for then in unseen:
            viewer = _reaching(viewer, then.code, then.parent)
    return viewer


def _write(found: HistoriesFile, known: Surroundings, fresh: OrganisationPlan, faults: Faults) -> None:
    """Bring agencies and people, then cases; with faults in the organisation, cases are only read."""
    before = faults.count
    surroundings = learn(known, found.agencies, found.successions, found.staff, faults)
    brought = histories(found, surroundings, now=known.viewer.at, faults=faults)
    if faults.count > before:
        deque(brought, maxlen=0)
        return
    viewer = _bring_organisation(known.viewer, fresh)
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
            viewer = _reaching(viewer, line.code, line.parent)
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


def _reaching(viewer: Viewer, code: str, parent: str | None) -> Viewer:
    """Return the viewer whose posts reach an agency just founded below one that they reach already.

    A post without an agency is the operator's, who reaches all.
    """
    posts = tuple(
        replace(post, reach=post.reach | {code}) if not post.agency or parent in post.reach else post
        for post in viewer.posts
    )
    return _with_posts(viewer, posts)


def _with_posts(viewer: Viewer, posts: tuple[HeldPost, ...]) -> Viewer:
    return Viewer(viewer.user_id, viewer.username, viewer.name, posts, viewer.at, viewer.on)


def _appoint(viewer: Viewer, posts: Sequence[StaffLine]) -> None:
    enrolled: set[str] = set()
    for line in posts:
        assert line.valid_from is not None  # filled in by the plan
        if line.code not in enrolled:
            organisation.enrol_staff(viewer=viewer, code=line.code, full_name=line.name, agency=line.agency)
            enrolled.add(line.code)
        organisation.appoint(
            viewer=viewer, staff_code=line.code, role=line.role, agency=line.agency, since=line.valid_from,
            until=line.valid_to, grade=line.grade,
        )  # fmt: skip
