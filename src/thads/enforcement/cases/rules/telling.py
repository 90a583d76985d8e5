"""A fact told to an officer: which fields it shows, in which words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules import facts as f
from thads.enforcement.cases.rules.carrying import BASIS as CARRIED_BASIS
from thads.enforcement.cases.rules.moves import MOVES, opening_basis
from thads.enforcement.cases.rules.telling_carried import told_carried
from thads.enforcement.cases.rules.telling_notes import day_words, ground_words, manner_words, told_note
from thads.enforcement.cases.rules.transfer import transfer_words
from thads.kernel.text import write_dong
from thads.law import LAW


@dataclass(frozen=True, slots=True)
class Detail:
    """One particular of a fact in words; `code` when the words are the name of somebody or of an agency."""

    label: str
    text: str
    code: str = ""


NOBODY: Mapping[str, str] = {}
NO_ORDERS: Mapping[int, str] = {}


def told(
    fact: f.CaseFact,
    *,
    on: date,
    names: Mapping[str, str] = NOBODY,
    orders: Mapping[int, str] = NO_ORDERS,
) -> tuple[Detail, ...]:
    """Return the particulars of a fact in reading order, empty ones left out.

    `names` are those of bailiffs and agencies by code, `orders` those of the orders of the case by place; who
    or what is not among them is told by code or place.
    """
    return tuple(_detail(label, text, names) for label, text in _fields(fact, on, orders) if text)


def _detail(label: str, text: str, names: Mapping[str, str]) -> Detail:
    if label in NAMED and text in names:
        return Detail(label, names[text], text)
    return Detail(label, text)


NAMED = frozenset({"Chấp hành viên", "Cơ quan ủy thác", "Cơ quan nhận", "Cơ quan trả lời"})
"""Particulars that a fact holds as a code."""


def basis_of(fact: f.CaseFact, *, on: date) -> str:
    """Return the article of a fact on its day."""
    if isinstance(fact, f.CarriedOver):
        return CARRIED_BASIS
    return opening_basis(on) if isinstance(fact, f.DecisionIssued) else MOVES[type(fact)].basis(on)


def _fields(fact: f.CaseFact, on: date, orders: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    match fact:
        case f.DecisionIssued():
            yield "Cách thụ lý", f"{LAW.label(fact.initiation)}, {LAW.label(fact.route).lower()}"
            yield "Bản án, quyết định", _judgment(fact)
            yield "Cơ quan ủy thác", fact.from_agency
            yield "Căn cứ", ground_words("ex_officio", fact.ground, on=on)
            yield "Chấp hành viên", fact.bailiff
            yield "Các khoản", "; ".join(_duty(duty) for duty in fact.duties)
        case f.CarriedOver():
            yield from told_carried(fact, on)
        case f.BailiffAssigned():
            yield "Chấp hành viên", fact.bailiff
            yield "Lý do", fact.reason
        case f.NoticeServed():
            yield "Hết thời hạn tự nguyện", day_words(fact.voluntary_until)
            yield "Cách thông báo", manner_words(fact.manner)
            yield "Người nhận", fact.recipient
        case f.Verified():
            yield "Kết quả", LAW.label(fact.result)
            yield "Nội dung", fact.findings
            yield "Nơi xác minh", fact.place
            yield "Xác nhận của", fact.confirmed_by
        case f.UnableDecided():
            yield "Căn cứ", ground_words("unable", fact.ground, on=on)
            yield "Biên bản xác minh ngày", day_words(fact.minutes_on)
        case f.Resumed() | f.Terminated() | f.DecisionRecalled():
            yield "Căn cứ", ground_words(MOVES[type(fact)].grounds, fact.ground, on=on)
        case f.RequestReturned() | f.ClosedOtherwise():
            yield "Căn cứ", ground_words(MOVES[type(fact)].grounds, fact.ground, on=on)
        case f.Deferred():
            yield "Căn cứ", ground_words("deferral", fact.ground, on=on)
            yield "Hoãn đến", day_words(fact.until)
        case f.Suspended():
            yield "Lý do", LAW.label(fact.cause)
        case f.DelegatedOut():
            yield "Cơ quan nhận", fact.to_agency
            yield "Căn cứ", ground_words("delegation", fact.ground, on=on)
            yield "Đã làm, phí đã thu, còn phải thu", fact.content
        case f.FilePulledUp():
            yield "Cơ quan nhận", fact.to_agency
        case f.HandedToAgency():
            yield "Cơ quan nhận", fact.to_agency
            yield "Căn cứ", ground_words("office_handover", fact.ground, on=on)
        case f.RightsTransferred():
            yield "Thay cho", LAW.label(fact.role)
            yield "Người nhận chuyển giao", fact.to
            yield "Lý do", transfer_words(fact.reason)
        case f.MoneyCollected():
            yield "Hình thức", LAW.label(fact.means)
            yield "Biên lai", fact.receipt_no
        case f.DutyReduced():
            yield "Quyết định của Tòa án", fact.court_decision
        case f.MovedToSeparateLedger() | f.Performed():
            pass
        case _:
            yield from told_note(fact, on, orders)
    yield "Khoản", "; ".join(_part(part) for part in getattr(fact, "parts", ()))


def _judgment(fact: f.DecisionIssued) -> str:
    number = f"số {fact.judgment_no}" if fact.judgment_no else ""
    day = f"ngày {day_words(fact.judgment_on)}" if fact.judgment_on else ""
    court = f"của {fact.court}" if fact.court else ""
    return " ".join(word for word in (number, day, court) if word)


def _duty(duty: f.Duty) -> str:
    amount = f" {write_dong(duty.amount)}" if duty.amount else ""
    return f"khoản {duty.no}: {LAW.label(duty.kind)}{amount}"


def _part(part: f.Part) -> str:
    return f"khoản {part.no}" + (f": {write_dong(part.amount)}" if part.amount is not None else "")
