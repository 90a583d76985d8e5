"""Everybody who can sign at one agency on one day: posts, delegations and the law's matrix put together.

A unit of a provincial agency issues nothing in its own name, so its papers are signed at the agency above it
[derived, process.md 9.1]; a delegation works while its giver still signs by law himself [derived].
(L08 Đ20, 22–23; L25 Đ22–25; N30 Đ13)
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.rules.agencies import UNITS, AgencyKind, AgencyTree
from thads.foundation.organisation.rules.signing import (
    BAILIFFS,
    GIVERS,
    LEADING,
    Delegation,
    Seat,
    Signature,
    by_delegation,
    by_law,
    rules_for,
)
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Authority

register_sentences(
    {
        "organisation.may_not_sign": "{who} không có thẩm quyền ký “{act}” ngày {on}. "
        "Người ký được ngày đó: {could}.",
        "organisation.delegation_missing": "{who} chỉ ký được “{act}” khi có văn bản giao, ủy quyền còn hiệu "
        "lực ngày {on}; chưa có văn bản nào như vậy được ghi nhận. Người ký được ngày đó: {could}.",
        "organisation.act_not_of_day": "Ngày {on} không có quy định về người ký “{act}”; hãy kiểm tra lại "
        "ngày ký và loại văn bản.",
        "organisation.agency_not_in_sight": "Không có cơ quan mang mã “{agency}” trong phạm vi được giao cho "
        "{name}; hãy kiểm tra lại mã.",
        "organisation.not_in_charge": "“{act}” do Chấp hành viên được phân công ký; việc này không được phân "
        "công cho {who}. Hãy ghi người ký là Chấp hành viên được phân công (mã {bailiff}).",
    }
)

NOBODY = "chưa có ai; hãy cập nhật chức vụ hoặc ghi nhận văn bản ủy quyền"


@dataclass(frozen=True, slots=True)
class Signer:
    """One who can sign an act on a day; `absent_since` when he could, were he still in his post."""

    staff: str
    name: str
    titles: tuple[str, ...]
    agency: str
    signature: Signature
    absent_since: date | None = None

    @property
    def is_absent(self) -> bool:
        """Whether he no longer holds the post."""
        return self.absent_since is not None

    @property
    def said(self) -> str:
        """The signer in words, with the number of the paper: “Nguyễn Văn A (Phó Thủ trưởng …, theo …)”."""
        paper = self.signature.delegation
        by = f", theo văn bản số {paper.number}" if paper is not None else ""
        return f"{self.name} ({LAW.label(self.signature.role)}{by})"


@dataclass(frozen=True, slots=True)
class SigningDay:
    """What decides who signs the papers of `agency` on `on`: agencies, posts and delegations."""

    agency: str
    on: date
    tree: AgencyTree
    seats: Sequence[Seat]
    delegations: Sequence[Delegation]

    @property
    def legal(self) -> str:
        """The agency in whose name the papers are issued."""
        return self.tree.legal_agency(self.agency)

    @property
    def kind(self) -> str:
        """The kind of that agency, empty when the day knows none."""
        return self._kind_of(self.legal)

    @property
    def near(self) -> frozenset[str]:
        """Where a post signs by law for these papers; by delegation any unit of the agency may."""
        return frozenset({self.agency, self.legal})

    @property
    def family(self) -> frozenset[str]:
        """Where a post may sign by delegation: the agency in whose name it is, and all its units."""
        return self.tree.family(self.agency) | self.near

    def role_of(self, seat: Seat) -> Role | None:
        """Return what the post is to signing: a unit has a head of its own, and no deputy head [derived]."""
        if seat.agency not in self.tree or self.tree[seat.agency].kind not in UNITS:
            return seat.role
        if seat.role is Role.AGENCY_HEAD:
            return Role.UNIT_HEAD
        return None if seat.role is Role.DEPUTY_HEAD else seat.role

    def own_roles(self, staff: str) -> frozenset[Role]:
        """Return the roles in which a person signs by law here."""
        return self._roles(staff, self.near)

    def roles(self, staff: str) -> frozenset[Role]:
        """Return the roles in which a person may sign by delegation here."""
        return self._roles(staff, self.family)

    def signature(self, act: str, staff: str, *, bailiff: str = "") -> Signature | None:
        """Return how a person signs the act; None when he may not. `bailiff` is in charge of the case."""
        own = self.own_roles(staff)
        if bailiff and staff == bailiff:
            own |= self._as_bailiff(own)
        found = by_law(act, own, on=self.on, kind=self.kind)
        if found is not None:
            return found
        given = [one for one in self.delegations if one.receiver == staff and self.stands(one, act)]
        return by_delegation(act, self.roles(staff), given, on=self.on, kind=self.kind)

    def stands(self, delegation: Delegation, act: str) -> bool:
        """Say whether the paper gives the act here: its giver still signs it by law himself [derived]."""
        if delegation.agency not in self.near or not delegation.covers(act, self.on):
            return False
        giving = self.own_roles(delegation.giver) & GIVERS
        return by_law(act, giving, on=self.on, kind=self.kind) is not None

    def works(self, delegation: Delegation) -> bool:
        """Say whether the paper lets its receiver sign anything here on the day."""
        acts = delegation.acts or LAW.signing.acts
        return any(self._given(delegation, act) for act in acts)

    def signers(self, act: str) -> tuple[Signer, ...]:
        """Return who can sign the act, by law first; then those who left, so that an empty chair is seen."""
        present = [
            self._signer(staff, signature, self._seat(staff, signature))
            for staff in dict.fromkeys(seat.staff for seat in self.seats)
            if (signature := self.signature(act, staff)) is not None
        ]
        present.sort(key=lambda one: one.signature.how is Authority.BY_DELEGATION)
        known = {one.staff for one in present}
        return (*present, *(one for one in self._absent(act) if one.staff not in known))

    def check(self, act: str, staff: str, *, who: str, bailiff: str = "") -> Signer:
        """Return how a person signs; refuse with who could that day. Of bailiffs only the one in charge."""
        signature = self.signature(act, staff, bailiff=bailiff)
        if signature is None:
            raise self._refusal(act, staff, who)
        if bailiff and signature.role in BAILIFFS and staff != bailiff:
            raise Refusal(
                "organisation.not_in_charge", basis=signature.basis, act=LAW.signing.act(act).vi, who=who,
                bailiff=bailiff,
            )  # fmt: skip
        return self._signer(staff, signature, self._seat(staff, signature), name=who)

    # ---------------------------------------------------------------- within

    def _kind_of(self, code: str) -> str:
        return self.tree[code].kind.value if code in self.tree else ""

    def _roles(self, staff: str, places: frozenset[str]) -> frozenset[Role]:
        roles = (self.role_of(seat) for seat in self._held(staff) if seat.agency in places)
        return frozenset(role for role in roles if role is not None)

    def _held(self, staff: str) -> Iterator[Seat]:
        return (seat for seat in self.seats if seat.staff == staff and self.on in seat.span)

    def _as_bailiff(self, roles: frozenset[Role]) -> frozenset[Role]:
        """A head who runs the case himself signs as its bailiff (L08 Đ23.1g; L25 Đ22.2k)."""
        if not roles & LEADING:
            return frozenset()
        private = self.kind == AgencyKind.PRIVATE_OFFICE
        return frozenset({Role.PRIVATE_BAILIFF if private else Role.BAILIFF})

    def _given(self, delegation: Delegation, act: str) -> bool:
        if not self.stands(delegation, act):
            return False
        roles = self.roles(delegation.receiver)
        return bool(rules_for(act, roles, Authority.BY_DELEGATION, on=self.on, kind=self.kind))

    def _seat(self, staff: str, signature: Signature) -> Seat:
        """The post in which he signs: a leading one when he signs as the bailiff of his own case."""
        held = [seat for seat in self._held(staff) if seat.agency in self.family]
        exact = (seat for seat in held if self.role_of(seat) is signature.role)
        return next(exact, held[0])

    def _absent(self, act: str) -> Iterator[Signer]:
        for seat in self._gone():
            signature = self._as_if_held(act, seat)
            if signature is not None:
                yield self._signer(seat.staff, signature, seat, absent_since=seat.span.end)

    def _gone(self) -> Iterable[Seat]:
        """The last holder of each leading post that is vacant, and receivers who left their post."""
        held = {(seat.role, seat.agency) for seat in self.seats if self.on in seat.span}
        receivers = {one.receiver for one in self.delegations if self.on in one.span}
        last: dict[tuple[str, ...], Seat] = {}
        for seat in sorted(self.seats, key=lambda seat: (seat.span.start, seat.staff)):
            if seat.role not in LEADING or seat.span.end is None or seat.span.end > self.on:
                continue
            if seat.staff in receivers:
                last[(seat.role, seat.agency, seat.staff)] = seat
            elif (seat.role, seat.agency) not in held:
                last[(seat.role, seat.agency)] = seat
        return last.values()

    def _as_if_held(self, act: str, seat: Seat) -> Signature | None:
        role = self.role_of(seat)
        if role is None:
            return None
        roles = frozenset({role})
        own = by_law(act, roles, on=self.on, kind=self.kind) if seat.agency in self.near else None
        given = [one for one in self.delegations if one.receiver == seat.staff and one.agency in self.near]
        return own or by_delegation(act, roles, given, on=self.on, kind=self.kind)

    def _signer(
        self,
        staff: str,
        signature: Signature,
        seat: Seat,
        *,
        name: str = "",
        absent_since: date | None = None,
    ) -> Signer:
        titles = self._printed(signature, seat.agency)
        return Signer(staff, name or seat.name, titles, seat.agency, signature, absent_since)

    def _printed(self, signature: Signature, agency: str) -> tuple[str, ...]:
        """The lines above the signature: “CHI CỤC TRƯỞNG”; for another, “KT. CHI CỤC TRƯỞNG” and his own."""
        own = self._title(signature.role, agency)
        if signature.how is not Authority.BY_DELEGATION:
            return (own,)
        mark = LAW.signing.mark(signature.role.value, on=self.on)
        giver = Role.CENTRAL_HEAD if self.kind == AgencyKind.CENTRAL else Role.AGENCY_HEAD
        return (f"{mark} {self._title(giver, self.legal)}".strip(), own)

    def _title(self, role: Role, agency: str) -> str:
        words = LAW.signing.title(role.value, self._kind_of(agency), on=self.on)
        if not words:
            return LAW.label(role).upper()
        name = self.tree[agency].name.removeprefix("Cục ")
        return words.format(agency=name.upper())

    def _refusal(self, act: str, staff: str, who: str) -> Refusal:
        rules = LAW.signers(act, on=self.on)
        act_vi = LAW.signing.act(act).vi
        if all(rule.authority is Authority.PREPARES for rule in rules):
            return Refusal("organisation.act_not_of_day", act=act_vi, on=self.on)
        could = "; ".join(one.said for one in self.signers(act) if not one.is_absent) or NOBODY
        said = {"who": who, "act": act_vi, "on": self.on, "could": could}
        roles = self.roles(staff)
        waiting = rules_for(act, roles, Authority.BY_DELEGATION, on=self.on, kind=self.kind)
        if waiting:
            return Refusal("organisation.delegation_missing", basis=waiting[0][0].basis, **said)
        basis = next((rule.basis for rule in rules if rule.signs), "")
        return Refusal("organisation.may_not_sign", basis=basis, **said)


def check_may_sign(day: SigningDay, act: str, staff: str, *, who: str, bailiff: str = "") -> Signer:
    """Return how a person signs the act that day; refuse one who may not, naming those who could."""
    return day.check(act, staff, who=who, bailiff=bailiff)
