"""Who may sign what, as a dated table (process.md 9.3; L08 Đ20, 22–23; L25 Đ22–25), not as code."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.spans import Span, overlapping
from thads.law.loading import Fields
from thads.law.rulings import Certainty, read_span

register_sentences({"law.act_unknown": "“{act}” không có trong bảng thẩm quyền ký. Các loại: {known}."})


class Role(StrEnum):
    """The posts of process.md 9.2 that the law or the work distinguishes."""

    CENTRAL_HEAD = "central_head"
    CENTRAL_OFFICER = "central_officer"
    AGENCY_HEAD = "agency_head"
    DEPUTY_HEAD = "deputy_head"
    UNIT_HEAD = "unit_head"
    CHIEF_BAILIFF = "chief_bailiff"
    BAILIFF = "bailiff"
    EXAMINER = "examiner"
    CLERK = "clerk"
    ACCOUNTANT = "accountant"
    CASHIER = "cashier"
    KEEPER = "keeper"
    ARCHIVIST = "archivist"
    STATISTICIAN = "statistician"
    COMPLAINT_OFFICER = "complaint_officer"
    RECEPTION_OFFICER = "reception_officer"
    STEERING_SECRETARY = "steering_secretary"
    AUDITOR = "auditor"


class Authority(StrEnum):
    """Signs by law, signs only by recorded delegation, or prepares."""

    SIGNS = "S"
    BY_DELEGATION = "D"
    PREPARES = "P"


@dataclass(frozen=True, slots=True)
class SigningRule:
    """What one role may do about one act in one span; `scope` narrows it in words."""

    act: str
    act_vi: str
    role: Role
    authority: Authority
    basis: str
    since: date
    until: date | None
    certainty: Certainty
    scope: str = ""

    @property
    def signs(self) -> bool:
        """Whether the role signs by law, without delegation."""
        return self.authority is Authority.SIGNS


@dataclass(frozen=True, slots=True)
class SigningAct:
    """One act of the matrix with all its rules through time."""

    act: str
    vi: str
    rules: tuple[SigningRule, ...]

    def on(self, day: date) -> tuple[SigningRule, ...]:
        """Return the rules in force on the day."""
        return tuple(rule for rule in self.rules if day in Span(rule.since, rule.until))


@dataclass(frozen=True, slots=True)
class SigningMatrix:
    """The whole matrix."""

    acts: dict[str, SigningAct]

    def act(self, act: str) -> SigningAct:
        """Return the act; refuse one the matrix does not know."""
        if act not in self.acts:
            raise Refusal("law.act_unknown", act=act, known=", ".join(sorted(self.acts)))
        return self.acts[act]

    def may_sign(self, act: str, role: str, *, on: date, delegated: bool = False) -> bool:
        """Say whether the role may sign the act on the day; `delegated`: a delegation is on record."""
        wanted = {Authority.SIGNS, Authority.BY_DELEGATION} if delegated else {Authority.SIGNS}
        return any(rule.role == role and rule.authority in wanted for rule in self.act(act).on(on))


def read_signing(file: Fields) -> SigningMatrix:
    """Read the matrix; refuse an unknown role, a rule without article, or two rules at once for one role."""
    acts = {}
    for act, fields in file.table("act").each():
        vi = fields.text("vi")
        rules = tuple(_read_rule(act, vi, one) for one in fields.tables("rules"))
        fields.finish()
        _check_no_overlap(fields, rules)
        acts[act] = SigningAct(act, vi, rules)
    file.finish()
    return SigningMatrix(acts)


def _read_rule(act: str, vi: str, fields: Fields) -> SigningRule:
    since, until = read_span(fields)
    rule = SigningRule(
        act=act,
        act_vi=vi,
        role=fields.choice("role", Role),
        authority=fields.choice("authority", Authority),
        basis=fields.text("basis"),
        since=since,
        until=until,
        certainty=fields.choice("certainty", Certainty, Certainty.STATED),
        scope=fields.text("scope", ""),
    )
    fields.finish()
    return rule


def _check_no_overlap(fields: Fields, rules: tuple[SigningRule, ...]) -> None:
    for role in {rule.role for rule in rules}:
        if overlapping(Span(rule.since, rule.until) for rule in rules if rule.role is role):
            raise fields.fault(f"two rules at once for {role}")
