"""Archiving the file of a closed case, step by step (T04 Đ32; T78 Đ7.1): the bailiff signs the list of
folios, an examiner checks, the accountant reconciles the money, the head agrees.
"""

from collections.abc import Mapping

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.state import CaseState
from thads.enforcement.cases.rules.vocabulary import ArchiveStep
from thads.foundation.access.rules.viewer import Role
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "cases.archive_step_missing": "Chưa ghi bước “{step}” nên chưa thể thực hiện bước tiếp theo để lưu "
        "trữ hồ sơ việc {number}.",
        "cases.archive_step_not_yours": "Bước “{step}” do {role} thực hiện.",
        "cases.folios_needed": "Phải ghi số bút lục của hồ sơ, từ 1 trở lên.",
        "cases.folios_differ": "Bảng thống kê có {listed} bút lục, hồ sơ đưa vào lưu trữ ghi {folios}; hai "
        "số phải bằng nhau.",
    }
)

WHO: Mapping[ArchiveStep, Role] = {
    ArchiveStep.FOLIOS_LISTED: Role.BAILIFF,
    ArchiveStep.EXAMINED: Role.EXAMINER,
    ArchiveStep.RECONCILED: Role.ACCOUNTANT,
}
"""Who takes each step before the head agrees."""


def check_step(state: CaseState, fact: f.FileChecked, *, basis: str) -> None:
    """Refuse a step before those that come before it, and a list without folios."""
    for before in ArchiveStep:
        if before is fact.step:
            break
        _check_taken(state, before, basis)
    if fact.step is ArchiveStep.FOLIOS_LISTED and fact.folios < 1:
        raise Refusal("cases.folios_needed", basis=basis)


def check_archiving(state: CaseState, fact: f.FileArchived, *, basis: str) -> None:
    """Refuse to archive before every step was taken, and another number of folios than was listed."""
    check_all_taken(state, basis=basis)
    if fact.folios != state.folios:
        raise Refusal("cases.folios_differ", basis=basis, listed=state.folios, folios=fact.folios)


def check_all_taken(state: CaseState, *, basis: str) -> None:
    """Refuse while any step before the archive is missing."""
    for step in ArchiveStep:
        _check_taken(state, step, basis)


def next_check(state: CaseState) -> ArchiveStep | None:
    """Return the step that the file waits for; None when the head may agree."""
    return next((step for step in ArchiveStep if step not in state.checked), None)


def check_taker(step: ArchiveStep, roles: frozenset[Role], *, basis: str) -> None:
    """Refuse a step of the archive that is another's."""
    if WHO[step] not in roles:
        raise Refusal(
            "cases.archive_step_not_yours", basis=basis, step=LAW.label(step), role=LAW.label(WHO[step])
        )


def _check_taken(state: CaseState, step: ArchiveStep, basis: str) -> None:
    if step not in state.checked:
        raise Refusal("cases.archive_step_missing", basis=basis, step=LAW.label(step), number=state.number)
