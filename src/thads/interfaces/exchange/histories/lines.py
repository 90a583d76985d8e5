"""One line of the file of histories as a value: a fact, a cancellation, an agency, a person's post.

{"agency": {"code": "HL", "name": "Cục Thi hành án dân sự tỉnh Hải Long", …}}
{"staff": {"code": "HL-01", "name": "Nguyễn Văn A", "agency": "HL", …}}
{"case": "101", "agency": "HL", "fact": "decision_issued", "took_effect": "2024-01-10",
 "recorded_at": "2024-01-10T09:00:00+07:00", "data": {…}}
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn, TypeVar
from zoneinfo import ZoneInfo

from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules.parties import PartyDetails
from thads.foundation.access.rules.viewer import Role
from thads.foundation.ledger.rules.codec import decode
from thads.foundation.organisation.rules.agencies import AgencyKind
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""Instants without an offset, and days given instead of instants, are Viet Nam's."""

When = TypeVar("When", bound=date)
LARGEST_POSITION = 32_767
VERSION = 1
CANCELLED = "cancelled"
LONGEST = {
    "case": 64,
    "agency": 32,
    "acting_agency": 32,
    "order_no": 64,
    "actor": 64,
    "id": 64,
    "cancels": 64,
}
"""Most characters of each heading of a fact."""

LONGEST_OF_PARTY = {
    "name": 200, "address": 300, "id_number": 32, "phone": 32, "born": 10, "bank_account": 120,
}  # fmt: skip

FACT_KEYS = (
    "case", "agency", "fact", "took_effect", "recorded_at", "order_no", "actor", "acting_agency",
    "id", "cancels", "data", "parties",
)  # fmt: skip
HEADINGS = ("order_no", "actor", "acting_agency", "id", "cancels")
HEADER_KEYS = frozenset({"thads", "version"})

register_sentences(
    {
        "histories.not_json": "Dòng này không phải là một đối tượng JSON hợp lệ ({reason}); mỗi dòng phải là "
        "một đối tượng JSON trọn vẹn {{…}}.",
        "histories.not_object": "Dòng này là JSON nhưng không phải là một đối tượng {{…}}; mỗi dòng ghi "
        "một sự kiện.",
        "histories.key_twice": "Trường “{key}” xuất hiện hai lần trên cùng một dòng; hãy giữ lại một.",
        "histories.bad_character": "Dòng này có ký tự không dùng được trong văn bản (ký tự rỗng hoặc nửa cặp "
        "surrogate); hãy gõ lại đoạn chữ đó bằng Unicode UTF-8.",
        "histories.header_wrong": "Dòng đầu tệp nói tệp là “{thads}”, phiên bản “{version}”; hệ thống đọc "
        'được {{"thads": "histories", "version": 1}}.',
        "histories.key_unknown": "Trường “{key}” không có trong mẫu; các trường được dùng: {allowed}.",
        "histories.key_missing": "Thiếu trường bắt buộc “{key}”.",
        "histories.key_wrong": "Trường “{key}” có giá trị “{value}” không hợp lệ; cần {expected}.",
        "histories.too_long": "Trường “{key}” dài {length} ký tự; nhiều nhất là {longest}.",
        "histories.succeeds_itself": "Cơ quan {agency} không thể kế thừa chính mình; hãy sửa predecessor "
        "hoặc successor.",
        "histories.fact_unknown": "Không có loại sự kiện “{fact}”. Các loại: {allowed}.",
    }
)


@dataclass(frozen=True, slots=True)
class FactLine:
    """A legal fact of one case; `fact` is None on the line that cancels another."""

    line: int
    agency: str
    case: str
    fact: facts.CaseFact | None
    took_effect: date
    recorded_at: datetime
    order_no: str = ""
    actor: str = ""
    acting_agency: str = ""
    id: str = ""
    cancels: str = ""
    reason: str = ""
    parties: tuple[PartyDetails, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency as it was during a span; several lines with one code tell its life."""

    code: str
    name: str
    valid_from: date
    kind: AgencyKind = AgencyKind.DISTRICT
    parent: str | None = None
    short_name: str = ""
    symbol: str = ""
    place: str = ""
    position: int = 0
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class StaffLine:
    """A post that a person holds at an agency; several lines with one code are several posts."""

    code: str
    name: str
    agency: str
    valid_from: date | None = None
    role: Role = Role.BAILIFF
    grade: str = ""
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class SuccessionLine:
    """The work of one agency goes over to another on a day; the predecessor ends."""

    predecessor: str
    successor: str
    on: date
    basis: str = ""


def parse(text: str) -> Mapping[str, Any]:
    """Return the JSON object of a line; refuses what is none, and characters no database keeps."""
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_number)
    except json.JSONDecodeError as fault:
        raise Refusal("histories.not_json", reason=f"vị trí {fault.colno}") from None
    except (RecursionError, ValueError) as fault:
        if isinstance(fault, _Wrong):
            raise fault.refusal from None
        raise Refusal("histories.not_json", reason="số hoặc cấu trúc quá lớn") from None
    if not isinstance(value, dict):
        raise Refusal("histories.not_object")
    if "\\u" in text:
        _check_characters(value)
    return value


class _Wrong(ValueError):
    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(refusal.code)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise _Wrong(Refusal("histories.key_twice", key=next(n for n in names if names.count(n) > 1)))
    return found


def _no_number(constant: str) -> NoReturn:
    raise _Wrong(Refusal("histories.not_json", reason=f"{constant} không phải là số"))


def _check_characters(value: Mapping[str, Any]) -> None:
    written = json.dumps(value, ensure_ascii=False)
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        raise Refusal("histories.bad_character") from None
    if "\\u0000" in written:
        raise Refusal("histories.bad_character")


def check_header(value: Mapping[str, Any]) -> None:
    """Refuse a heading line of another kind of file or of a version not known."""
    if (
        value.get("thads") != "histories"
        or value.get("version") != VERSION
        or not value.keys() <= HEADER_KEYS
    ):
        raise Refusal(
            "histories.header_wrong", thads=value.get("thads", ""), version=str(value.get("version", ""))
        )


def agency_line(value: Mapping[str, Any]) -> AgencyLine:
    """Return the agency a line describes."""
    return _organisation_line(
        AgencyLine, "agency", value, {"code": 32, "name": 160, "short_name": 80, "place": 80}
    )


def staff_line(value: Mapping[str, Any]) -> StaffLine:
    """Return the post a line describes."""
    return _organisation_line(StaffLine, "staff", value, {"code": 32, "name": 120, "grade": 16})


def succession_line(value: Mapping[str, Any]) -> SuccessionLine:
    """Return the handing-over of work a line describes."""
    found = _organisation_line(
        SuccessionLine, "succession", value, {"predecessor": 32, "successor": 32, "basis": 160}
    )
    if found.predecessor == found.successor:
        raise Refusal("histories.succeeds_itself", agency=found.successor)
    return found


Line = TypeVar("Line", AgencyLine, StaffLine, SuccessionLine)


def _organisation_line(
    shape: type[Line], key: str, value: Mapping[str, Any], longest: Mapping[str, int]
) -> Line:
    _check_keys(value, (key,))
    if not isinstance(value[key], dict):
        raise Refusal("histories.key_wrong", key=key, value=value[key], expected="một đối tượng JSON")
    found = decode(shape, value[key])
    for name, most in longest.items():
        _check_length(name, getattr(found, name), most)
    for name in ("code", "name", "predecessor", "successor"):
        if not getattr(found, name, "·").strip():
            raise Refusal("histories.key_missing", key=name)
    for name in ("code", "agency", "predecessor", "successor"):
        _check_bare(name, getattr(found, name, ""))
    if not 0 <= getattr(found, "position", 0) <= LARGEST_POSITION:
        raise Refusal("histories.key_wrong", key="position", value=getattr(found, "position", 0),
                      expected=f"một số từ 0 đến {LARGEST_POSITION}")  # fmt: skip
    since, until = getattr(found, "valid_from", None), getattr(found, "valid_to", None)
    if since is not None and until is not None and until <= since:
        raise Refusal("histories.key_wrong", key="valid_to", value=until, expected="ngày sau ngày valid_from")
    return found


def case_key(value: Mapping[str, Any]) -> tuple[str, str]:
    """Return (agency, number), by which a case is known in the file."""
    agency, case = _text(value, "agency", required=True), _text(value, "case", required=True)
    _check_bare("case", case)
    return agency, case


def fact_line(value: Mapping[str, Any], *, line: int) -> FactLine:
    """Return the fact or the cancellation of a line; refuses what is unknown, missing or of a wrong kind."""
    _check_keys(value, FACT_KEYS)
    agency, case = case_key(value)
    kind = _text(value, "fact", required=True)
    recorded_at = _instant(value)
    payload = value.get("data", {})
    if not isinstance(payload, dict):
        raise Refusal("histories.key_wrong", key="data", value=payload, expected="một đối tượng JSON")
    headings: dict[str, Any] = {name: _text(value, name) for name in HEADINGS}
    if kind.removeprefix("ledger.") == CANCELLED:
        took_effect = _day(value, default=recorded_at.astimezone(VIET_NAM).date())
        return FactLine(
            line, agency, case, None, took_effect, recorded_at, **headings, reason=_reason(payload, headings)
        )
    if headings["cancels"]:
        raise Refusal("histories.key_wrong", key="cancels", value=headings["cancels"],
                      expected=f"chỉ dùng trên dòng có fact là “{CANCELLED}”")  # fmt: skip
    fact = _fact(kind, payload, case)
    parties = _parties(value, fact)
    return FactLine(line, agency, case, fact, _day(value), recorded_at, **headings, parties=parties)


def _parties(value: Mapping[str, Any], fact: facts.CaseFact) -> tuple[PartyDetails, ...]:
    written = value.get("parties")
    if written is None:
        return ()
    if not isinstance(fact, facts.DecisionIssued):
        raise Refusal(
            "histories.key_wrong", key="parties", value="…", expected="chỉ dùng trên dòng decision_issued"
        )
    if not isinstance(written, list) or not all(isinstance(party, dict) for party in written):
        raise Refusal(
            "histories.key_wrong", key="parties", value="…", expected="một danh sách đối tượng JSON"
        )
    parties = tuple(decode(PartyDetails, party) for party in written)
    for party in parties:
        for name, longest in LONGEST_OF_PARTY.items():
            _check_length(name, getattr(party, name), longest)
        if not party.name.strip():
            raise Refusal("histories.key_missing", key="name")
    return parties


def _fact(kind: str, payload: Mapping[str, Any], case: str) -> facts.CaseFact:
    shape = facts.KINDS.get(kind) or facts.KINDS.get(f"cases.{kind}")
    if shape is None:
        allowed = ", ".join(name.removeprefix("cases.") for name in facts.KINDS)
        raise Refusal("histories.fact_unknown", fact=kind, allowed=f"{allowed}, {CANCELLED}")
    if shape is facts.DecisionIssued and "number" not in payload:
        payload = {"number": case, **payload}
    fact = decode(shape, payload)
    if isinstance(fact, facts.DecisionIssued) and fact.number != case:
        raise Refusal(
            "histories.key_wrong", key="number", value=fact.number, expected=f"trùng với “case”: {case}"
        )
    return fact


def _reason(payload: Mapping[str, Any], headings: Mapping[str, str]) -> str:
    if not headings["cancels"]:
        raise Refusal("histories.key_missing", key="cancels")
    for name in payload:
        if name != "reason":
            raise Refusal("histories.key_unknown", key=name, allowed="reason")
    return _text(payload, "reason", longest=2_000)


def _check_keys(value: Mapping[str, Any], allowed: tuple[str, ...]) -> None:
    for key in value:
        if key not in allowed:
            raise Refusal("histories.key_unknown", key=key, allowed=", ".join(allowed))


def _text(value: Mapping[str, Any], key: str, *, required: bool = False, longest: int | None = None) -> str:
    found = value.get(key)
    if found is None or found == "":
        if required:
            raise Refusal("histories.key_missing", key=key)
        return ""
    if not isinstance(found, str):
        raise Refusal("histories.key_wrong", key=key, value=found, expected="chữ trong dấu ngoặc kép")
    if required and not found.strip():
        raise Refusal("histories.key_missing", key=key)
    _check_length(key, found, longest or LONGEST.get(key, 64))
    return found


def _check_length(key: str, text: str, longest: int) -> None:
    if len(text) > longest:
        raise Refusal("histories.too_long", key=key, length=len(text), longest=longest)


def _check_bare(key: str, text: str) -> None:
    """Refuse space around a number or a code: " 1 " and "1" would be two cases, for people they are one."""
    if text != text.strip():
        raise Refusal("histories.key_wrong", key=key, value=text,
                      expected="số hoặc mã không có khoảng trắng ở đầu và cuối")  # fmt: skip


def _day(value: Mapping[str, Any], *, default: date | None = None) -> date:
    written = value.get("took_effect")
    if written is None and default is not None:
        return default
    if written is None:
        raise Refusal("histories.key_missing", key="took_effect")
    try:
        if len(written) != 10:
            raise ValueError
        return _in_our_times(date.fromisoformat(written))
    except (TypeError, ValueError):
        raise Refusal(
            "histories.key_wrong", key="took_effect", value=written, expected="ngày có thật, dạng 2024-06-30"
        ) from None


def _in_our_times(when: When) -> When:
    """Refuse years with which no calendar can reckon across time zones."""
    if not 1900 <= when.year < 3000:
        raise ValueError
    return when


def _instant(value: Mapping[str, Any]) -> datetime:
    written = value.get("recorded_at")
    if written is None:
        raise Refusal("histories.key_missing", key="recorded_at")
    try:
        at = _in_our_times(datetime.fromisoformat(written))
        return at if at.tzinfo else at.replace(tzinfo=VIET_NAM)
    except (TypeError, ValueError):
        raise Refusal(
            "histories.key_wrong", key="recorded_at", value=written,
            expected="thời điểm dạng 2024-06-30T09:00:00+07:00 (hoặc ngày 2024-06-30)",
        ) from None  # fmt: skip
