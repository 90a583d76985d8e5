"""The numbers of a text that count, measure or rank something, each with its unit and precision.

Dates, document numbers, articles, years, telephone numbers, list numbers and durations are numbers
too, but no amounts: they are recognised first and left alone.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from thads.steering.narrative.rules import times
from thads.steering.narrative.rules.reading import Reading
from thads.steering.narrative.rules.vocabulary import Bound, Unit


class Kind(StrEnum):
    """What stands behind a number, finer than the unit of the output."""

    CASE = "case"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    JUDGMENT = "judgment"
    DECISION = "decision"
    PERSON = "person"
    LETTER = "letter"
    VISIT = "visit"
    AGENCY = "agency"
    THING = "thing"
    RANK = "rank"
    BARE = "bare"


UNIT_OF: dict[Kind, Unit] = {
    Kind.CASE: Unit.CASE,
    Kind.MONEY: Unit.VND,
    Kind.PERCENT: Unit.PERCENT,
    Kind.POINTS: Unit.PP,
    Kind.JUDGMENT: Unit.JUDGMENT,
    Kind.DECISION: Unit.OTHER,
    Kind.PERSON: Unit.PERSON,
    Kind.LETTER: Unit.OTHER,
    Kind.VISIT: Unit.OTHER,
    Kind.AGENCY: Unit.OTHER,
    Kind.THING: Unit.OTHER,
    Kind.RANK: Unit.OTHER,
    Kind.BARE: Unit.OTHER,
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit in the even text; `whole` links the two sides of a fraction bar."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    kind: Kind
    sign: int = 0
    bound: Bound = Bound.EXACT
    over: bool = False
    under: bool = False


_UPPER = "A-ZÀ-ỸĐ"
_NOT_COUNTED_UNIT = r"(?!\s*(?:việc|vụ|tỷ|triệu|nghìn|ngàn|đồng|%|bản án|người|trường hợp))"

#: Patterns over the text with capitals: document numbers like 693-CV/BCSĐ, 05/2024/TT-BTP.
_DOCUMENT = re.compile(
    rf"(?<!\d)\d{{1,8}}[{_UPPER}a-z]?(?:\s?[/-]\s?(?:19"
    rf"|20)\d{{2}})?\s?[/-]\s?[{_UPPER}][{_UPPER}0-9]*[{_UPPER}0-9&/.-]*[{_UPPER}0-9]"
)
_NO_AMOUNT = re.compile(
    "|".join(
        [
            times.DATE.pattern.replace("?P<d>", "?:").replace("?P<m>", "?:").replace("?P<y>", "?:")
            .replace("?P<d2>", "?:").replace("?P<m2>", "?:").replace("?P<y2>", "?:")
            .replace("?P<d3>", "?:").replace("?P<m3>", "?:"),
            r"ngày\s+\d{1,2}(?:\s*(?:,|và|-"
            r"|đến)\s*(?:ngày\s+)?\d{1,2})*(?:\s?[/-]\s?\d{1,2})?(?:\s?[/-]\s?(?:19|20)\d{2})?"
            + _NOT_COUNTED_UNIT,
            r"tháng\s+(?:thứ\s+)?\d{1,2}(?:\s?[/-]\s?(?:19|20)\d{2})?(?![.,]?\d)" + _NOT_COUNTED_UNIT,
            r"(?<![\d.,])\d{1,2}\s?[/-]\s?(?:19|20)\d{2}(?![\d.,]*\d)" + _NOT_COUNTED_UNIT,
            r"quý\s+\d(?:\s?[/-]\s?(?:19|20)\d{2})?(?![.,]?\d)",
            r"quý\s+[iv]+\s?[/-]\s?(?:19|20)\d{2}",
            (r"năm(?:\s+(?:học|công tác|báo cáo|thống kê))?\s+(?:19|20)\d{2}"
            r"(?:\s*(?:-|đến|và|,|/)\s*(?:năm\s+)?(?:19|20)\d{2}(?![.,]?\d))*(?![.,]\d)"),
            r"(?<![\d.,])(?:19|20)\d{2}\s*(?:-|đến)\s*(?:năm\s+)?(?:19|20)\d{2}(?![.,]?\d)",
            (r"(?<![\d.,])(?:19|20)\d{2}(?![.,/]?\d)(?!\s*(?:việc|vụ|tỷ|triệu|nghìn|ngàn|đồng|%|bản án|người"
            r"|đơn|lượt))"),
            (r"(?:nghị quyết|nghị định|thông tư|luật|bộ luật|chỉ thị|quyết định|công văn|thông báo|kết luận"
            r"|tờ trình"
            r"|báo cáo|văn bản|kế hoạch|quy định|hướng dẫn|giấy phép|hợp đồng|bản án|vụ "
            r"án)\s+số\s*:?\s*\d+[\w/.-]*"),
            r"(?:nghị quyết|nghị định|thông tư|chỉ "
            r"thị)\s+\d+(?:/\d+)?(?:/\w+)?(?:-[\w]+)?" + _NOT_COUNTED_UNIT,
            r"\bsố\s*:\s*\d+\s*/",
            r"(?:điều|khoản|điểm|mục|tiểu mục|chương|phần|phụ lục|biểu|biểu mẫu|mẫu|bảng|trang|tập|khóa|cột"
            r"|dòng|stt"
            r"|đợt|kỳ họp|lần|phiên|hàng|ngõ|ngách|tầng|phòng|thửa|tờ bản đồ|lô|đường|quốc lộ|tổ|ấp|khối"
            r"|thôn)\s+"
            r"(?:số\s+|thứ\s+)?\d+[a-zđ]?(?:\.\d+)*(?![\d%])(?![.,]\d)" + _NOT_COUNTED_UNIT,
            r"(?:khu vực|quận|phường)\s+\d{1,2}\b(?![.,%/]\d)" + _NOT_COUNTED_UNIT,
            r"(?:điện thoại|đt|sđt|hotline|fax|tel|di động|zalo)\s*(?:số)?\s*[.:]?\s*\+?[\d .()-]{7,}\d",
            (r"(?:tài khoản|stk|mã số thuế|mst|cccd|cmnd|căn cước|hộ chiếu|biển số|mã "
            r"số)\s*(?:số)?\s*:?\s*[\d .-]{5,}"),
            r"(?<![\d.,])0\d{9,10}(?![\d.,])",
            r"\(0\d{2,3}\)\s?[\d. ]{6,}",
            r"\d{1,2}\s*(?:giờ|h)\s?\d{2}(?:\s*phút)?\b",
            r"(?<![\d.,])\d{1,4}\s+(?:năm|tháng|tuần|ngày|giờ|phút|tuổi|quý|thế kỷ|buổi|km|kg|ha|m2)\b",
            r"(?<![\d.,])\d{1,12}(?:[.,]\d{1,6}){0,4}\s*(?:m2|m²|ha|km|kg|tấn|usd|eur|đô la|m3|mm|°c|độ c)\b",
            r"\b[a-z]{1,12}-\d{1,6}\b",
        ]
    )
)  # fmt: skip
_LIST_NUMBER = re.compile(
    r"^[ ]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)/][ ]+|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2})+\.?[ ]+(?=[^\d\s]))",
    re.MULTILINE,
)
_INLINE_LIST_NUMBER = re.compile(r"[;:][ ]*\(\d{1,2}\)[ ]+")

_LONGEST = 30
_NUMBER = re.compile(r"(?<![\w.,])(?<![a-z]-)(?P<sign>(?<=[(\s])[+-])?(?P<body>\d+(?:[.,]\d+)*)")
_STUCK = re.compile(r"(?<=[a-zà-ỹ])(?<![a-z]\d)(?P<sign>(?!))?(?P<body>\d{1,6},\d{1,6})(?=\s?%)")

_SCALE = {
    "nghìn tỷ": 10**12,
    "ngàn tỷ": 10**12,
    "tỷ": 10**9,
    "triệu": 10**6,
    "tr": 10**6,
    "nghìn": 10**3,
    "ngàn": 10**3,
}
_MONEY_TAIL = r"(?:đồng(?!\s+(?:chí|thời|bộ|bào|hồ))|đ(?![\w/])|vnđ\b|vnd\b|đ/)"
_SCALED = re.compile(
    rf"\s?(?P<scale>(?:nghìn|ngàn)\s+tỷ|tỷ|triệu|nghìn|ngàn"
    rf"|tr(?=\.?\s?đ))\.?(?!\w)(?P<tail>\s?{_MONEY_TAIL})?"
)
_DONG = re.compile(rf"\s?{_MONEY_TAIL}")
_MORE_MONEY = re.compile(
    r"\s*(?P<body>\d{1,3}(?:[.,]\d+)*)\s+(?P<scale>tỷ|triệu|nghìn|ngàn)(?!\w)(?P<tail>\s?"
    + _MONEY_TAIL
    + ")?"
)
_PERCENT = re.compile(r"\s?(?:%|phần\s+trăm\b)")
_POINTS = re.compile(r"\s?(?:điểm\s+phần\s+trăm|điểm\s*%|%\s*điểm|đpt\b|điểm\b(?!\s+(?:cầu|bán|tổ|[a-z]\b)))")

_UNITS: tuple[tuple[Kind, str], ...] = (
    (Kind.LETTER, (r"(?:lượt\s+)?đơn(?:\s+thư)?(?!\s+vị|\s+giá|\s+đốc)|(?:vụ\s+việc|việc"
                  r"|vụ)\s+(?:khiếu\s+nại|tố\s+cáo)")),
    (Kind.VISIT, r"lượt(?:\s+(?:công\s+dân|người|tiếp))?|đoàn\s+đông\s+người|đoàn(?=\s+đông)"),
    (Kind.JUDGMENT, r"bản\s+án|bản\s+án,\s*quyết\s+định"),
    (Kind.CASE, (r"vụ\s*,\s*việc|vụ\s*/\s*việc|vụ\s+việc|việc|vụ\s+án|vụ(?!\s+(?:trưởng|phó|viện))"
                r"|án(?!\s+phí)")),
    (Kind.DECISION, r"quyết\s+định"),
    (Kind.AGENCY, (r"đơn\s+vị|chi\s+cục|cơ\s+quan|phòng\s+(?:thads|thi\s+hành)|tỉnh|huyện|địa\s+phương"
                  r"|tổ\s+chức")),
    (
        Kind.PERSON,
        (r"người|biên\s+chế|chấp\s+hành\s+viên|chv\b|công\s+chức|thẩm\s+tra\s+viên|thư\s+ký|cán\s+bộ"
        r"|lao\s+động"
        r"|đồng\s+chí|đ/c|đảng\s+viên|viên\s+chức"),
    ),
    (Kind.THING, r"tài\s+sản|cuộc|trường\s+hợp|hồ\s+sơ|kiến\s+nghị|kháng\s+nghị|thửa\s+đất"),
)  # fmt: skip
_UNIT = re.compile("|".join(rf"(?P<{kind}>\s?(?:{pattern})(?!\w))" for kind, pattern in _UNITS))

_BOUNDS = (
    (
        Bound.OVER,
        re.compile(
            r"(?:(?<!cao )(?<!thấp )(?<!nhiều )(?<!ít )(?<!kém )(?<!lớn )hơn|trên|tối thiểu|ít nhất)\s*$"
        ),
    ),
    (Bound.UNDER, re.compile(r"(?:gần|dưới|chưa đến|chưa tới|không quá|tối đa)\s*$")),
    (Bound.ABOUT, re.compile(r"(?:khoảng|xấp xỉ|ước|ước đạt|chừng)\s*$")),
)
_AFTER_BOUND = re.compile(r"\s*(?:trở lên|lẻ\b)")
_COUNTED_BY_THOUSAND = re.compile(r"\s?(?:nghìn|ngàn)")
_RANKED = re.compile(r"(?:thứ|hạng|vị trí|vị thứ|vị trí thứ|xếp|đứng)\s*(?:nhất,\s*)?$")
_SLASH = re.compile(r"(?:\s?/\s?(?:tổng\s+số\s+)?|\s+trên\s+tổng\s+(?:số\s+|cộng\s+))(?=\d)")


def quantities(reading: Reading) -> list[Quantity]:
    """All quantities of a text in order; both sides of "141/438 việc" carry the unit behind them."""
    blocked = _blocked(reading)
    found = [
        one
        for number in sorted(
            [*_NUMBER.finditer(reading.plain), *_STUCK.finditer(reading.plain)], key=re.Match.start
        )
        if not _inside(number.start("body"), blocked)
        if (one := _quantity(reading, number)) is not None
    ]
    return list(_with_fractions(reading, _without_swallowed(found)))


def read_body(body: str, *, whole: bool) -> tuple[Decimal, Decimal] | None:
    """Value and step of the digits of a number; `whole` when its unit cannot be divided (việc).

    Dots group thousands and a comma is the decimal mark; "81.23" and "3,228 việc" are read as the
    slips of a foreign keyboard that they are. Nothing for what is no number ("12.34.567").
    """
    if len(body) > _LONGEST:
        return None
    if re.fullmatch(r"\d+", body):
        return Decimal(body), Decimal(1)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", body) or re.fullmatch(r"\d+,\d+", body):
        if whole and re.fullmatch(r"\d{1,3},\d{3}", body):
            return Decimal(body.replace(",", "")), Decimal(1)
        return _decimal(body.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?", body) or re.fullmatch(
        r"\d{1,3}(?:,\d{3})+\.\d+", body
    ):
        return _decimal(body.replace(",", ""))
    if re.fullmatch(r"\d+\.\d{1,2}", body) and not whole:
        return _decimal(body)
    return None


def _decimal(plain: str) -> tuple[Decimal, Decimal]:
    places = len(plain.partition(".")[2])
    return Decimal(plain), Decimal(1).scaleb(-places)


def _blocked(reading: Reading) -> list[tuple[int, int]]:
    spans = [found.span() for found in _DOCUMENT.finditer(reading.cased)]
    for pattern in (_NO_AMOUNT, _LIST_NUMBER, _INLINE_LIST_NUMBER):
        spans += [found.span() for found in pattern.finditer(reading.plain)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    at = bisect.bisect_right(spans, (place, 10**12)) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]


def _quantity(reading: Reading, number: re.Match[str]) -> Quantity | None:
    plain, end = reading.plain, number.end()
    before = plain[max(0, number.start() - 24) : number.start()]
    sign = {"+": 1, "-": -1}.get(number["sign"] or "", 0)
    bound = next((bound for bound, pattern in _BOUNDS if pattern.search(before)), Bound.EXACT)
    if _RANKED.search(before):
        value = read_body(number["body"], whole=True)
        return value and Quantity(number.start("body"), end, *value, Kind.RANK)
    if found := _POINTS.match(plain, end):
        return _measured(number, found.end(), Kind.POINTS, sign, bound)
    if found := _PERCENT.match(plain, end):
        points = re.compile(r"\s?điểm\b").match(plain, found.end())
        kind, stop = (Kind.POINTS, points.end()) if points else (Kind.PERCENT, found.end())
        return _measured(number, stop, kind, sign, bound)
    if money := _money(plain, number):
        start, stop, value_, step = money
        if (counted := _UNIT.match(plain, stop)) and (
            counted.lastgroup and Kind(counted.lastgroup) is not Kind.MONEY and " đồng" not in plain[end:stop]
        ):
            return Quantity(start, counted.end(), value_, step, Kind(counted.lastgroup), sign, bound)
        kind = Kind.CASE if _COUNTED_BY_THOUSAND.fullmatch(plain, end, stop) else Kind.MONEY
        return Quantity(start, stop, value_, step, kind, sign, bound)
    if counted := _UNIT.match(plain, end):
        return _measured(number, counted.end(), Kind(counted.lastgroup or ""), sign, bound)
    return _measured(number, end, Kind.BARE, sign, bound)


def _measured(number: re.Match[str], end: int, kind: Kind, sign: int, bound: Bound) -> Quantity | None:
    measured = kind in (Kind.PERCENT, Kind.POINTS, Kind.BARE)
    value = read_body(number["body"], whole=not measured)
    if value is None:
        return None
    return Quantity(number.start("body"), end, *value, kind, sign, bound)


def _money(plain: str, number: re.Match[str]) -> tuple[int, int, Decimal, Decimal] | None:
    """An amount with its scale words, also compound: "717 tỷ 221 triệu 971 nghìn đồng"."""
    start, end = number.start("body"), number.end()
    if found := _DONG.match(plain, end):
        value = read_body(number["body"], whole=True)
        return value and (start, found.end(), *value)
    found = _SCALED.match(plain, end)
    value = read_body(number["body"], whole=False)
    if found is None or value is None:
        return None
    scale = _SCALE[" ".join(found["scale"].split())]
    total, step, end, last, tail = value[0] * scale, value[1] * scale, found.end(), scale, found["tail"]
    while not tail and (more := _MORE_MONEY.match(plain, end)):
        value, scale = read_body(more["body"], whole=False), _SCALE[more["scale"]]
        if value is None or scale >= last:
            break
        total, step, end, last, tail = (
            total + value[0] * scale,
            value[1] * scale,
            more.end(),
            scale,
            more["tail"],
        )
    return start, end, _shortened(total), _shortened(step)


def _shortened(value: Decimal) -> Decimal:
    """The same value without a fraction of zeros: 336758000000.000 → 336758000000."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _without_swallowed(found: list[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _with_fractions(reading: Reading, found: list[Quantity]) -> Iterator[Quantity]:
    """Link a/b: the part takes the unit of the whole when it has none of its own."""
    skip_rank_base = False
    for place, one in enumerate(found):
        if skip_rank_base:
            skip_rank_base = False
            continue
        following = found[place + 1] if place + 1 < len(found) else None
        bar = _SLASH.match(reading.plain, one.end)
        paired = following is not None and one.kind not in (Kind.BARE, Kind.RANK, following.kind)
        if following is None or bar is None or bar.end() != following.start or paired:
            yield _replace(one, under=place > 0 and _is_bar(reading, found[place - 1], one))
            continue
        if one.kind is Kind.RANK or _is_ranking(reading, one, following):
            skip_rank_base = True
            yield Quantity(
                one.start, following.start + _digits(reading, following), one.value, one.step, Kind.RANK
            )
            continue
        kind = following.kind if one.kind is Kind.BARE else one.kind
        value, step = _common_scale(reading, one, following, kind)
        yield Quantity(one.start, one.end, value, step, kind, one.sign, one.bound, over=True)


def _digits(reading: Reading, quantity: Quantity) -> int:
    found = re.compile(r"[\d.,]*\d").match(reading.plain, quantity.start)
    return found.end() - found.start() if found else 0


def _is_ranking(reading: Reading, one: Quantity, following: Quantity) -> bool:
    before = reading.plain[max(0, one.start - 30) : one.start]
    ranked = re.search(r"(?:xếp|đứng|thứ hạng|vị trí|hạng)\s+(?:thứ\s+)?(?:\w+\s+){0,2}$", before)
    return bool(ranked) and one.kind is Kind.BARE and following.value <= 100


def _is_bar(reading: Reading, before: Quantity, one: Quantity) -> bool:
    bar = _SLASH.match(reading.plain, before.end)
    same = before.kind in (Kind.BARE, one.kind)
    return bar is not None and bar.end() == one.start and before.kind is not Kind.RANK and same


def _common_scale(
    reading: Reading, one: Quantity, following: Quantity, kind: Kind
) -> tuple[Decimal, Decimal]:
    """In "336,758/970,327 tỷ đồng" the scale behind the second number holds for the first."""
    if kind is not Kind.MONEY or one.kind is not Kind.BARE:
        return one.value, one.step
    scaled = _SCALED.match(reading.plain, following.start + _digits(reading, following))
    scale = _SCALE[" ".join(scaled["scale"].split())] if scaled else 1
    return _shortened(one.value * scale), _shortened(one.step * scale)


def _replace(one: Quantity, *, under: bool) -> Quantity:
    return Quantity(one.start, one.end, one.value, one.step, one.kind, one.sign, one.bound, one.over, under)
