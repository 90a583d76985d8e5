"""What of an old book would come in: each case taken, doubted or left out, and what the totals say.

Nothing is written here. A dry run shows this; a real run carries it out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from thads.enforcement.cases import queries as case_queries
from thads.enforcement.cases.queries import cutover as cut_overs
from thads.enforcement.cases.rules.carrying import CarriedCase
from thads.enforcement.cases.rules.cutover import Difference, check_cut_over_day
from thads.enforcement.cases.rules.dates import VIET_NAM
from thads.enforcement.cases.rules.duplicates import bare
from thads.enforcement.cases.rules.histories import HistoryFact, UnlawfulStep, fold_lawfully
from thads.enforcement.money import queries as money
from thads.enforcement.money.rules.facts import BalanceCarried
from thads.enforcement.money.rules.vocabulary import Place as LyingAt
from thads.foundation.access.rules.viewer import Role, Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.exchange.cutover import assuming
from thads.interfaces.exchange.cutover.building import balance, carried_case
from thads.interfaces.exchange.cutover.checks import CHECKS
from thads.interfaces.exchange.cutover.reading import OldFile, OldSheets, read_files
from thads.interfaces.exchange.cutover.rows import Finding, OldBook, OldRow, Weight
from thads.interfaces.exchange.cutover.totals import HELD, control_of, differences, kinds_of, totals_of
from thads.interfaces.exchange.cutover.words import OldWords
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cutover.agency_needed": "Chưa chọn cơ quan chuyển số liệu; hãy chọn cơ quan.",
        "cutover.agency_unknown": "Không có cơ quan mang mã “{agency}” trong phạm vi được giao cho tài khoản "
        "{name}.",
        "cutover.case_lost_with": "Việc này không chuyển được vì {place}: {reason}",
    }
)


_NAMELESS = frozenset(
    {"cutover.decision_not_named", "cutover.decision_without_day", "cutover.decision_day_unreadable"}
)


@dataclass(frozen=True, slots=True)
class Handed:
    """What an agency hands over: whose books, of which day, the files, their words, their own totals."""

    agency: str
    on: date
    files: Sequence[OldFile]
    words: OldWords
    control: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Planned:
    """A case that may come in, with its balance and whether it is in already."""

    case: CarriedCase
    balance: BalanceCarried | None
    is_in: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a look at the old books finds."""

    agency: str
    on: date
    sheets: OldSheets
    cases: Sequence[Planned]
    findings: Sequence[Finding]
    lost: frozenset[str]
    doubted: frozenset[str]
    told: Mapping[str, int]
    found: Mapping[str, int]
    kinds: Mapping[str, int]
    control: Mapping[str, int]
    differences: tuple[Difference, ...]
    before: Mapping[str, int] = field(default_factory=dict)

    @property
    def trial_balance(self) -> Mapping[str, int]:
        """What each place of the trial balance will hold once every case is in."""
        return {one.value: self.found[one] + self.before.get(one.value, 0) for one in HELD}

    @property
    def waiting(self) -> Sequence[Planned]:
        """The cases that are not in yet."""
        return [one for one in self.cases if not one.is_in]

    @property
    def nameless(self) -> Sequence[Finding]:
        """What was found of rows that belong to no case."""
        return [one for one in self.findings if one.code in _NAMELESS]

    @property
    def already_in(self) -> int:
        return len(self.cases) - len(self.waiting)


def look_at(viewer: Viewer, handed: Handed) -> Plan:
    """Return what would come in of the books handed over, and every row doubted or lost; writes nothing.

    Refuses an agency out of sight, a day not yet over, and files that hold no cases.
    """
    _check(viewer, handed)
    sheets = read_files(handed.files, handed.words)
    book = book_of(viewer, handed, sheets.rows)
    findings = [finding for check in CHECKS for finding in check(book)]
    findings += _unlawful(book, _lost(findings, book))
    findings += _lost_with(book, findings)
    lost = _lost(findings, book)
    cases = [_planned(number, rows, book, told_of) for number, rows, told_of in _kept(book, findings, lost)]
    taken = [rows for number, rows in book.cases.items() if number not in lost]
    control = {**control_of(sheets.control), **handed.control}
    before = _held_before(viewer, handed, cases)
    told, found = totals_of([*book.cases.values(), *([row] for row in book.nameless)]), totals_of(taken)
    return Plan(
        agency=handed.agency, on=handed.on, sheets=sheets, cases=cases, findings=findings, lost=lost,
        doubted=_doubted(findings, book) - lost, told=told, found=found, kinds=kinds_of(taken),
        control=control, before=before,
        differences=differences(control=control, told=told, found=found, before=before),
    )  # fmt: skip


def _check(viewer: Viewer, handed: Handed) -> None:
    if not handed.agency:
        raise Refusal("cutover.agency_needed")
    known = viewer.sees(handed.agency) and handed.agency in organisation.agency_tree(on=viewer.on)
    if not known:
        raise Refusal("cutover.agency_unknown", agency=handed.agency, name=viewer.name)
    check_cut_over_day(handed.on, today=viewer.on)


def book_of(viewer: Viewer, handed: Handed, rows: Iterable[OldRow]) -> OldBook:
    """Return the rows by case with what the checks must know beside them."""
    cases: dict[str, list[OldRow]] = {}
    nameless = []
    for row in rows:
        number = assuming.case_number(row)
        if number and row.day("decided_on") is not None:
            cases.setdefault(number, []).append(row)
        else:
            nameless.append(row)
    judgments = {
        (bare(first.text("judgment_no")), day)
        for first in (told[0] for told in cases.values())
        if first.text("judgment_no") and (day := assuming.judgment_on(first)) is not None
    }
    return OldBook(
        agency=handed.agency, on=handed.on, cases=cases, nameless=nameless,
        bailiffs=_bailiffs(handed), numbers=case_queries.case_numbers(viewer, agency=handed.agency),
        carried=cut_overs.carried_rows(viewer, agency=handed.agency, on=handed.on),
        elsewhere=cut_overs.enforced_at_others(viewer, judgments, agency=handed.agency),
    )  # fmt: skip


def _bailiffs(handed: Handed) -> Mapping[str, str]:
    """Return the bailiffs of the agency on the day by code and by name, names that two have left out."""
    posts = [one for one in organisation.posts(frozenset({handed.agency})) if one.role is Role.BAILIFF]
    serving = [one for one in posts if handed.on in one.span]
    found = {fold(one.staff): one.staff for one in serving}
    names = [fold(one.name) for one in serving]
    found |= {fold(one.name): one.staff for one in serving if names.count(fold(one.name)) == 1}
    codes = set(found.values())
    return found | {name: code for name, code in handed.words.bailiffs.items() if code in codes}


def _number_of(row: OldRow) -> str:
    return assuming.case_number(row)


def _lost(findings: Iterable[Finding], book: OldBook) -> frozenset[str]:
    numbers = {_number_of(one.row) for one in findings if one.weight is Weight.LOST}
    return frozenset(numbers & book.cases.keys())


def _doubted(findings: Iterable[Finding], book: OldBook) -> frozenset[str]:
    numbers = {_number_of(one.row) for one in findings if one.weight is Weight.DOUBT}
    return frozenset(numbers & book.cases.keys())


def _kept(
    book: OldBook, findings: Sequence[Finding], lost: frozenset[str]
) -> Iterable[tuple[str, Sequence[OldRow], Sequence[Finding]]]:
    by_case: dict[str, list[Finding]] = {}
    for one in findings:
        by_case.setdefault(_number_of(one.row), []).append(one)
    for number, rows in book.cases.items():
        if number not in lost:
            yield number, rows, by_case.get(number, [])


def _planned(number: str, rows: Sequence[OldRow], book: OldBook, findings: Sequence[Finding]) -> Planned:
    doubts = [one.doubt for one in findings if one.doubt is not None]
    case = carried_case(number, rows, book, doubts)
    return Planned(case, balance(rows), is_in=book.is_in(number))


def _unlawful(book: OldBook, lost: frozenset[str]) -> list[Finding]:
    """Return each case that the rules of the room refuse though every check let it pass, at its first row."""
    found = []
    for number, rows in book.cases.items():
        if number in lost or book.is_in(number):
            continue
        try:
            fold_lawfully(_history(carried_case(number, rows, book, ()), book))
        except UnlawfulStep as fault:
            key = "status" if fault.place else "decided_on"
            refusal = fault.refusal
            found.append(rows[0].lost(key, refusal.code, basis=refusal.basis, **refusal.details))
    return found


def _history(case: CarriedCase, book: OldBook) -> tuple[HistoryFact, ...]:
    at = datetime.combine(book.on, time.max, VIET_NAM)
    return HistoryFact(case.decision, case.decided_on, at), HistoryFact(case.carried, book.on, at)


def _lost_with(book: OldBook, findings: Sequence[Finding]) -> list[Finding]:
    """Return the other rows of a case that stays out because of one of them: a case comes in whole."""
    why: dict[str, Finding] = {}
    faulty = set()
    for one in findings:
        if one.weight is Weight.LOST:
            why.setdefault(_number_of(one.row), one)
            faulty.add(one.row.place)
    return [
        row.lost(
            "decision_no", "cutover.case_lost_with", place=str(why[number].row.place),
            reason=why[number].message,
        )
        for number, rows in book.cases.items()
        if number in why
        for row in rows
        if row.place not in faulty
    ]  # fmt: skip


def _held_before(viewer: Viewer, handed: Handed, cases: Sequence[Planned]) -> Mapping[str, int]:
    """Return what lies at each place by the trial balance already, without what came over in this taking
    over.
    """
    trial = money.trial_balance(viewer, agency=handed.agency, as_of=handed.on)
    closing = {line.account: line.closing_debit - line.closing_credit for line in trial.lines}
    held = {place: closing.get(place.value, 0) for place in LyingAt}
    for one in cases:
        if one.is_in and one.balance is not None:
            for lying in one.balance.places:
                held[lying.place] -= lying.amount
    return {f"held_{place.value}": amount for place, amount in held.items()}
