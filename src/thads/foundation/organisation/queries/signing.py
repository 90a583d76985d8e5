"""Who can sign a paper of an agency on a day, and what was delegated to whom (process.md 9.3, 2.9.1).

`check_signature` is asked by the rooms of cases and money whenever an order is recorded: recording is not
signing, so whoever records names the signer, or signs himself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation.models import Post, SigningDelegation, Staff
from thads.foundation.organisation.queries.organisation import agency_tree
from thads.foundation.organisation.rules import spans as _sentences  # noqa: F401  (the sentences of this room)
from thads.foundation.organisation.rules.delegations import delegable_from
from thads.foundation.organisation.rules.signing import BAILIFFS, GIVERS, RECEIVERS, Delegation, Seat
from thads.foundation.organisation.rules.signing_day import Signer, SigningDay, check_may_sign
from thads.kernel.refusals import Refusal
from thads.kernel.spans import Span
from thads.law import Authority


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Whose signature a paper bears: the person, the words printed above his name, by which right."""

    staff: str
    name: str
    titles: tuple[str, ...]
    how: Authority
    basis: str
    delegation_no: str = ""

    @property
    def title(self) -> str:
        """The printed words in one line: “KT. CỤC TRƯỞNG / PHÓ CỤC TRƯỞNG”."""
        return " / ".join(self.titles)


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """A delegation of signature as it is listed; `works` says whether it gives anything on the day asked."""

    delegation_id: UUID
    agency: str
    giver: str
    giver_name: str
    receiver: str
    receiver_name: str
    acts: tuple[str, ...]
    paper_no: str
    paper_on: date
    valid_from: date
    valid_to: date | None
    end_reason: str
    works: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A person to choose: code, name, post."""

    code: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class DelegationChoices:
    """Who may delegate at an agency, to whom, and which acts."""

    givers: tuple[Named, ...]
    receivers: tuple[Named, ...]
    acts: tuple[str, ...]


def signers(viewer: Viewer, act: str, agency: str, *, on: date) -> Sequence[Signer]:
    """Return who can sign the act at the agency on the day, by law first, then those who left their post.

    Refuses an agency out of sight and an act that the law's matrix does not know.
    """
    _check_seen(viewer, agency)
    return signing_day(agency, on=on).signers(act)


def who_could_sign_case_act(
    viewer: Viewer, act: str, agency: str, *, on: date, bailiff: str = ""
) -> Sequence[Signer]:
    """Return who can sign the act in a case of this bailiff: of bailiffs, he alone (L08 Đ20; L25 Đ25)."""
    found = signers(viewer, act, agency, on=on)
    return [one for one in found if not bailiff or one.signature.role not in BAILIFFS or one.staff == bailiff]


def check_signature(
    viewer: Viewer, *, act: str, agency: str, on: date, signer: str = "", bailiff: str = ""
) -> SignedBy:
    """Return whose signature the paper bears, or refuse, saying who could sign it that day.

    `agency` issues the paper; `signer` is a staff code, empty for the viewer himself; `bailiff`, the one in
    charge of the case, alone signs what bailiffs sign (L08 Đ20.5, 23.1g; L25 Đ22.2k, 25.5).
    """
    _check_seen(viewer, agency)
    staff = signer or _own_code(viewer)
    person = Staff.objects.filter(code=staff).first()
    if signer and person is None:
        raise Refusal("organisation.staff_unknown", staff=signer)
    more = () if person is not None else _seats_of(viewer, staff)
    day = signing_day(agency, on=on, more=more)
    who = person.full_name if person is not None else viewer.name
    found = check_may_sign(day, act, staff, who=who, bailiff=bailiff)
    paper = found.signature.delegation
    return SignedBy(
        found.staff, found.name, found.titles, found.signature.how, found.signature.basis,
        paper.number if paper is not None else "",
    )  # fmt: skip


def delegations(viewer: Viewer, *, agency: str = "", on: date) -> Sequence[DelegationRow]:
    """Return the delegations in sight that run on the day or later, newest paper first; of one agency and
    the one above it when named.
    """
    if agency:
        _check_seen(viewer, agency)
        seen = frozenset({agency, agency_tree(on=on).legal_agency(agency)})
    else:
        seen = viewer.sight
    rows = (
        SigningDelegation.objects.filter(agency_id__in=seen)
        .exclude(valid_to__lte=on)
        .select_related("giver", "receiver")
        .order_by("-paper_on", "-valid_from", "paper_no", "id")
    )
    days = {code: signing_day(code, on=on) for code in {row.agency_id for row in rows}}
    return [_row(row, works=days[row.agency_id].works(as_delegation(row))) for row in rows]


def delegation_choices(viewer: Viewer, agency: str, *, on: date) -> DelegationChoices:
    """Return who may delegate at the agency on the day, to whom, and what, then or later."""
    _check_seen(viewer, agency)
    day = signing_day(agency, on=on)
    return DelegationChoices(
        givers=_holding(day, GIVERS, day.near),
        receivers=_holding(day, RECEIVERS, day.family),
        acts=tuple(delegable_from(day)),
    )


def _holding(day: SigningDay, roles: frozenset[Role], places: frozenset[str]) -> tuple[Named, ...]:
    return tuple(
        Named(seat.staff, seat.name, role)
        for seat in day.seats
        if day.on in seat.span and seat.agency in places and (role := day.role_of(seat)) in roles
    )


def signing_day(agency: str, *, on: date, more: Iterable[Seat] = ()) -> SigningDay:
    """Return what decides who signs at the agency on the day; `more` posts stand in no list."""
    tree = agency_tree(on=on)
    family = tree.family(agency) | {agency}
    posts = (
        Post.objects.filter(agency_id__in=family)
        .select_related("staff")
        .order_by("agency_id", "staff__name_key", "valid_from", "id")
    )
    seats = [
        Seat(
            row.staff_id,
            row.staff.full_name,
            Role(row.role),
            row.agency_id,
            Span(row.valid_from, row.valid_to),
        )
        for row in posts
    ]
    papers = SigningDelegation.objects.filter(agency_id__in=family).order_by("-paper_on", "id")
    return SigningDay(agency, on, tree, (*seats, *more), tuple(as_delegation(row) for row in papers))


def as_delegation(row: SigningDelegation) -> Delegation:
    """Return a row as the value that rules judge."""
    return Delegation(
        delegation_id=row.uuid, number=row.paper_no, paper_on=row.paper_on, giver=row.giver_id,
        receiver=row.receiver_id, agency=row.agency_id, acts=frozenset(row.acts),
        span=Span(row.valid_from, row.valid_to),
    )  # fmt: skip


def _check_seen(viewer: Viewer, agency: str) -> None:
    if not viewer.sees(agency):
        raise Refusal("organisation.agency_not_in_sight", agency=agency, name=viewer.name)


def _own_code(viewer: Viewer) -> str:
    return min(viewer.staff_codes, default="")


def _seats_of(viewer: Viewer, staff: str) -> tuple[Seat, ...]:
    """The posts of one who stands in no list of staff: as the viewer himself says them."""
    return tuple(Seat(staff, viewer.name, post.role, post.agency, Span(date.min)) for post in viewer.posts)


def _row(row: SigningDelegation, *, works: bool) -> DelegationRow:
    return DelegationRow(
        delegation_id=row.uuid, agency=row.agency_id, giver=row.giver_id, giver_name=row.giver.full_name,
        receiver=row.receiver_id, receiver_name=row.receiver.full_name, acts=tuple(row.acts),
        paper_no=row.paper_no, paper_on=row.paper_on, valid_from=row.valid_from, valid_to=row.valid_to,
        end_reason=row.end_reason, works=works,
    )  # fmt: skip
