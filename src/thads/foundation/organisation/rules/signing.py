"""Who may sign a paper of an agency on a day: by law, by a delegation on record, or not at all.

The matrix of acts and roles is dated data of the law (process.md 9.3); here it meets persons: the posts they
hold that day and what was delegated to them (L08 Đ20, 22–23; L25 Đ22–25; N152 Đ97.1c). A unit of a provincial
agency issues nothing in its own name, so its papers are signed at the agency above it [derived 9.1].
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thads.foundation.access.rules.viewer import Role
from thads.kernel.spans import Span
from thads.law import LAW, Authority, Certainty, SigningRule

GIVERS = frozenset({Role.CENTRAL_HEAD, Role.AGENCY_HEAD})
"""Who may hand his signature on: heads only; a bailiff's power is his own (L08 Đ23.2; L25 Đ22.3)."""

HEADS = GIVERS | {Role.DEPUTY_HEAD, Role.UNIT_HEAD, Role.CHIEF_BAILIFF}
"""Posts whose holder is a bailiff too, and signs as one in a case that he runs himself (L08 Đ22.1, 23.1g;
L25 Đ22.1, 22.2k).
"""

RECEIVERS = HEADS - GIVERS
"""Posts that some law lets receive a head's signature; which, on which day, the matrix says."""

LEADING = HEADS | {Role.OFFICE_HEAD}
"""Posts that lead an agency, a unit or an office: they end with it."""

BAILIFFS = frozenset({Role.BAILIFF, Role.PRIVATE_BAILIFF})


@dataclass(frozen=True, slots=True)
class Seat:
    """A post held by a person at an agency during a span."""

    staff: str
    name: str
    role: Role
    agency: str
    span: Span


@dataclass(frozen=True, slots=True)
class Delegation:
    """A head's paper that lets another sign in his place: these acts, in this span; no acts named means all
    that he may delegate.
    """

    delegation_id: UUID | None
    number: str
    paper_on: date
    giver: str
    receiver: str
    agency: str
    acts: frozenset[str]
    span: Span

    def covers(self, act: str, on: date) -> bool:
        """Say whether the paper names the act and the day."""
        return on in self.span and (not self.acts or act in self.acts)


@dataclass(frozen=True, slots=True)
class Signature:
    """How a person signs an act: by law or by delegation, as what, under which article."""

    how: Authority
    role: Role
    basis: str
    certainty: Certainty
    scope: str = ""
    delegation: Delegation | None = None


def signature_of(
    act: str, roles: Iterable[Role], delegations: Iterable[Delegation] = (), *, on: date, kind: str = ""
) -> Signature | None:
    """Return how one with these roles, and these delegations to him, signs the act; None when he may not.

    `kind` is the kind of agency that issues it; an act unknown to the matrix is refused.
    """
    held = frozenset(roles)
    return by_law(act, held, on=on, kind=kind) or by_delegation(act, held, delegations, on=on, kind=kind)


def by_law(act: str, roles: frozenset[Role], *, on: date, kind: str = "") -> Signature | None:
    """Return how one of the roles signs by law, None when none does."""
    for rule, role in rules_for(act, roles, Authority.SIGNS, on=on, kind=kind):
        return Signature(rule.authority, role, rule.basis, rule.certainty, rule.scope)
    return None


def by_delegation(
    act: str, roles: frozenset[Role], delegations: Iterable[Delegation], *, on: date, kind: str = ""
) -> Signature | None:
    """Return how one of the roles signs by one of these papers, None when none lets him."""
    paper = next((one for one in delegations if one.covers(act, on)), None)
    if paper is None:
        return None
    for rule, role in rules_for(act, roles, Authority.BY_DELEGATION, on=on, kind=kind):
        return Signature(rule.authority, role, rule.basis, rule.certainty, rule.scope, paper)
    return None


def rules_for(
    act: str, roles: frozenset[Role], authority: Authority, *, on: date, kind: str = ""
) -> Sequence[tuple[SigningRule, Role]]:
    """Return the rules of the day that give one of the roles this authority, each with the role."""
    by_name = {role.value: role for role in roles}
    return [
        (rule, by_name[rule.role.value])
        for rule in LAW.signers(act, on=on)
        if rule.authority is authority and rule.role.value in by_name and rule.holds_at(kind)
    ]
