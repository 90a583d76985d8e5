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
    OFFICE_HEAD = "office_head"
    PRIVATE_BAILIFF = "private_bailiff"


class Authority(StrEnum):
    """Signs by law, signs only by recorded delegation, or prepares."""

    SIGNS = "S"
    BY_DELEGATION = "D"
    PREPARES = "P"


@dataclass(frozen=True, slots=True)
class SigningRule:
    """What a role may do about an act in a span; `scope` narrows it in words, `at` to kinds of agency."""

    act: str
    act_vi: str
    role: Role
    authority: Authority
    basis: str
    since: date
    until: date | None
    certainty: Certainty
    scope: str = ""
    at: tuple[str, ...] = ()

    @property
    def signs(self) -> bool:
        """Whether the role signs by law, without delegation."""
        return self.authority is Authority.SIGNS

    def holds_at(self, kind: str) -> bool:
        """Say whether the rule holds at this kind of agency; one of no known kind is not excluded."""
        return not self.at or not kind or kind in self.at


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
class PrintedWords:
    """Words above a signature in one span: a post's title, or the mark of who signs for another."""

    role: Role
    at: tuple[str, ...]
    vi: str
    basis: str
    since: date
    until: date | None
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class SigningMatrix:
    """The whole matrix, with the words that are printed above signatures."""

    acts: dict[str, SigningAct]
    titles: tuple[PrintedWords, ...] = ()
    marks: tuple[PrintedWords, ...] = ()

    def title(self, role: str, kind: str, *, on: date) -> str:
        """Return the printed title of a post at a kind of agency on the day, empty when it has none."""
        return _words(self.titles, role, kind, on)

    def mark(self, role: str, *, on: date) -> str:
        """Return what stands before the other's title when the role signs for him: “KT.”, “TUQ.”."""
        return _words(self.marks, role, "", on)

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
    titles, marks = _read_words(file, "title"), _read_words(file, "mark")
    file.finish()
    return SigningMatrix(acts, titles, marks)


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
        at=fields.texts("at", ()),
    )
    fields.finish()
    return rule


def _read_words(file: Fields, name: str) -> tuple[PrintedWords, ...]:
    found: list[PrintedWords] = []
    for fields in file.tables(name):
        since, until = read_span(fields)
        words = PrintedWords(
            role=fields.choice("role", Role),
            at=fields.texts("at", ()),
            vi=fields.text("vi"),
            basis=fields.text("basis"),
            since=since,
            until=until,
            certainty=fields.choice("certainty", Certainty, Certainty.STATED),
        )
        fields.finish()
        if any(_stand_together(words, other) for other in found):
            raise fields.fault(f"two {name}s at once for {words.role}")
        found.append(words)
    return tuple(found)


def _stand_together(one: PrintedWords, two: PrintedWords) -> bool:
    same_place = not one.at or not two.at or bool(set(one.at) & set(two.at))
    return (
        one.role is two.role
        and same_place
        and Span(one.since, one.until).overlaps(Span(two.since, two.until))
    )


def _words(table: tuple[PrintedWords, ...], role: str, kind: str, on: date) -> str:
    fitting = (
        one
        for one in table
        if one.role == role and (not one.at or kind in one.at) and on in Span(one.since, one.until)
    )
    return next((one.vi for one in fitting), "")


def _check_no_overlap(fields: Fields, rules: tuple[SigningRule, ...]) -> None:
    for role in {rule.role for rule in rules}:
        if overlapping(Span(rule.since, rule.until) for rule in rules if rule.role is role):
            raise fields.fault(f"two rules at once for {role}")
