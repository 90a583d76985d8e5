"""What a delegation of signature must satisfy, on every day of its span (L08 Đ23.2; L25 Đ22.3, 23.2).

Who signs an act by law may let another sign it, if the law's matrix gives that other's post the act by
delegation: deputies under the law of 2008, heads of units too from 1/7/2026. A span over that day is judged
on both sides. What was delegated is not delegated on (N30 Đ13.3).
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from thads.foundation.access.rules.viewer import Role
from thads.foundation.organisation.rules.signing import GIVERS, Delegation, by_law, rules_for
from thads.foundation.organisation.rules.signing_day import SigningDay
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Authority

register_sentences(
    {
        "organisation.delegated_to_oneself": "{name} không thể ủy quyền ký cho chính mình; hãy chọn người "
        "nhận ủy quyền khác.",
        "organisation.delegated_before_paper": "Ủy quyền có hiệu lực từ {since} sớm hơn ngày {paper_on} của "
        "văn bản ủy quyền; hãy kiểm tra hai ngày này.",
        "organisation.delegation_exists": "Văn bản số {number} ngày {paper_on} đã được ghi nhận cho {name}.",
        "organisation.delegation_unknown": "Không tìm thấy văn bản ủy quyền ký này trong phạm vi được giao.",
        "organisation.delegation_ended": "Văn bản ủy quyền số {number} đã hết hiệu lực từ {until}.",
        "organisation.ended_before_start": "Văn bản ủy quyền số {number} có hiệu lực từ {since}; ngày hết "
        "hiệu lực phải sau ngày đó.",
        "organisation.giver_does_not_sign": "Ngày {on}, {name} không phải là Thủ trưởng ký “{act}” tại "
        "{agency}; chỉ người ký theo thẩm quyền mới được giao, ủy quyền.",
        "organisation.delegated_onwards": "{name} chỉ ký “{act}” theo ủy quyền nên không được ủy quyền lại; "
        "việc này thuộc Thủ trưởng.",
        "organisation.act_not_delegable": "“{act}” không được ủy quyền ký vào ngày {on}; người có thẩm quyền "
        "phải tự ký.",
        "organisation.receiver_not_eligible": "Ngày {on}, {name} không giữ chức vụ được nhận ủy quyền ký "
        "“{act}”. Người được nhận ngày đó: {roles}. Hãy chọn người khác hoặc thời gian khác.",
        "organisation.acts_not_named": "Chưa chọn loại văn bản được ủy quyền ký.",
    }
)

DayOf = Callable[[date], SigningDay]
"""What decides who signs at the agency, on a day."""


def check_delegation(wish: Delegation, day_of: DayOf, *, giver: str, receiver: str) -> None:
    """Refuse a delegation that is unlawful on any day of its span; `giver` and `receiver` are the names."""
    if wish.giver == wish.receiver:
        raise Refusal("organisation.delegated_to_oneself", basis=_law_of(wish.span.start), name=giver)
    if wish.span.start < wish.paper_on:
        raise Refusal("organisation.delegated_before_paper", since=wish.span.start, paper_on=wish.paper_on)
    for act in sorted(wish.acts):
        LAW.signing.act(act)
    for on in joints(wish, day_of(wish.span.start)):
        day = day_of(on)
        if wish.acts:
            for act in sorted(wish.acts):
                check_act(wish, act, day, giver=giver, receiver=receiver)
        else:
            _check_some_act(wish, day, giver=giver, receiver=receiver)


def joints(wish: Delegation, first: SigningDay) -> Sequence[date]:
    """Return the days of the span on which something changes: its first, those of the law and of posts."""
    acts = wish.acts or LAW.signing.acts
    rules = (rule for act in acts for rule in LAW.signing.act(act).rules)
    law = {day for rule in rules for day in (rule.since, rule.until) if day is not None}
    people = {wish.giver, wish.receiver}
    ends = {seat.span.end for seat in first.seats if seat.staff in people and seat.span.end is not None}
    return sorted({wish.span.start} | {day for day in law | ends if day in wish.span})


def check_act(wish: Delegation, act: str, day: SigningDay, *, giver: str, receiver: str) -> None:
    """Refuse one act of a delegation on one day: whether it can be delegated, by him, to him."""
    said = {"act": LAW.signing.act(act).vi, "on": day.on}
    able = [rule for rule in LAW.signers(act, on=day.on) if rule.authority is Authority.BY_DELEGATION]
    signing = next((rule for rule in LAW.signers(act, on=day.on) if rule.signs), None)
    if not able:
        raise Refusal("organisation.act_not_delegable", basis=signing.basis if signing else "", **said)
    _check_giver(wish, act, day, giver)
    roles = day.roles(wish.receiver)
    if not rules_for(act, roles, Authority.BY_DELEGATION, on=day.on, kind=day.kind):
        who = ", ".join(LAW.label(rule.role) for rule in able)
        raise Refusal(
            "organisation.receiver_not_eligible", basis=able[0].basis, name=receiver, roles=who, **said
        )


def _check_giver(wish: Delegation, act: str, day: SigningDay, name: str) -> None:
    if by_law(act, day.own_roles(wish.giver) & GIVERS, on=day.on, kind=day.kind) is not None:
        return
    act_vi = LAW.signing.act(act).vi
    signature = day.signature(act, wish.giver)
    if signature is not None and signature.how is Authority.BY_DELEGATION:
        raise Refusal("organisation.delegated_onwards", basis="N30 Đ13.3", name=name, act=act_vi)
    raise Refusal(
        "organisation.giver_does_not_sign", basis=_law_of(day.on), name=name, act=act_vi, agency=wish.agency,
        on=day.on,
    )  # fmt: skip


def _law_of(on: date) -> str:
    return LAW.value("signing.delegation", on=on).basis


def _check_some_act(wish: Delegation, day: SigningDay, *, giver: str, receiver: str) -> None:
    """Refuse “all that may be delegated” when on that day there is nothing at all for him."""
    first = None
    for act in delegable(day):
        try:
            check_act(wish, act, day, giver=giver, receiver=receiver)
        except Refusal as refusal:
            first = first or refusal
        else:
            return
    if first is not None:
        raise first


def delegable(day: SigningDay) -> Iterator[str]:
    """Yield the acts that may be delegated at such an agency on the day."""
    for act in LAW.signing.acts:
        rules = LAW.signers(act, on=day.on)
        if any(rule.authority is Authority.BY_DELEGATION and rule.holds_at(day.kind) for rule in rules):
            yield act


def delegable_from(day: SigningDay) -> Iterator[str]:
    """Yield the acts that may be delegated at such an agency on the day or on some later one."""
    for act in LAW.signing.acts.values():
        rules = (rule for rule in act.rules if rule.until is None or rule.until > day.on)
        if any(rule.authority is Authority.BY_DELEGATION and rule.holds_at(day.kind) for rule in rules):
            yield act.act


def receiving_roles(on: date) -> frozenset[Role]:
    """Return the posts that may receive a delegation of any act on the day."""
    values = {
        rule.role.value
        for act in LAW.signing.acts
        for rule in LAW.signers(act, on=on)
        if rule.authority is Authority.BY_DELEGATION
    }
    return frozenset(role for role in Role if role.value in values)
