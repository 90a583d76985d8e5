"""Whom a figure speaks of: the country, a province, a unit (Chi cục, Phòng) named in the sentence.

Provinces are those before and after 1/7/2025; a name is one only when it is capitalised and does
not belong to a person, a street or a movement ("Chủ tịch Hồ Chí Minh").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thads.steering.narrative.rules.reading import Reading, even

COUNTRY = "toàn quốc"

PROVINCES = (
    "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre",
    "Bình Dương", "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng",
    "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam",
    "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hồ Chí Minh", "Hưng Yên",
    "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An",
    "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam",
    "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh", "Thái Bình",
    "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh", "Tuyên Quang", "Vĩnh Long",
    "Vĩnh Phúc", "Yên Bái", "Huế",
)  # fmt: skip

_OTHER_SPELLINGS = {
    "Thừa Thiên - Huế": "Thừa Thiên Huế",
    "Bà Rịa-Vũng Tàu": "Bà Rịa - Vũng Tàu",
    "Bà Rịa Vũng Tàu": "Bà Rịa - Vũng Tàu",
    "Đắc Lắc": "Đắk Lắk",
    "Đăk Lăk": "Đắk Lắk",
    "Đắk Lăk": "Đắk Lắk",
    "Đăk Nông": "Đắk Nông",
    "Đắc Nông": "Đắk Nông",
    "Bắc Cạn": "Bắc Kạn",
    "Kontum": "Kon Tum",
    "Gia lai": "Gia Lai",
    "TPHCM": "Hồ Chí Minh",
    "TP.HCM": "Hồ Chí Minh",
    "TP. HCM": "Hồ Chí Minh",
    "TP HCM": "Hồ Chí Minh",
    "Tp.HCM": "Hồ Chí Minh",
}
_CANONICAL = {even(name).lower(): name for name in PROVINCES} | {
    even(written).lower(): name for written, name in _OTHER_SPELLINGS.items()
}

_CAPITAL = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_NAME = rf"[{_CAPITAL}][\w'’]*(?:[ -]?(?:[{_CAPITAL}][\w'’]*|[IVX]+\b|\d{{1,2}}\b(?![.,%/]?\d)))*"
_PROVINCE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(re.escape(name) for name in sorted(_CANONICAL, key=len, reverse=True)).replace(
        r"\ ", r"[ \n]+"
    )
    + r")(?!\w)",
    re.IGNORECASE,
)
_NOT_A_PLACE = re.compile(
    r"(?:chủ tịch|bác|tư tưởng|anh linh|đường|(?<!thành )phố|thanh niên cộng sản|đạo đức|phong cách|thị trấn|"
    r"ngân hàng|công ty|huân chương|quốc lộ|đồng chí|đ/c|ông|bà|phường|xã|giải thưởng|học viện|trường)\s*$"
)
_PERSONAL = re.compile(r"(?:thành phố|tp\.?|tỉnh|thads|dân sự|cục|ở|tại)\s*$")
_COMPARED = re.compile(r"(?:so với|bình quân(?: chung)?(?: của)?|tương tự|như)(?: các)?\s*$")

_UNIT = re.compile(
    rf"(?P<kind>(?:Các )?[Cc]hi [Cc]ục(?: THADS| [Tt]hi hành án dân sự| THA DS)?|CHI CỤC(?: THADS| THI HÀNH "
    rf"ÁN DÂN SỰ)?"
    rf"|(?<![Cc]ục )(?:THADS|[Tt]hi hành án(?: dân sự)?)(?: của)?(?= (?:khu vực|Khu vực|huyện|thị xã|TP|TX"
    rf"|thành phố|quận)\b)|Phòng (?:THADS|Thi hành án dân sự)(?= khu vực| Khu vực))"
    rf"(?P<level> (?:các )?(?:[Hh]uyện|HUYỆN|[Tt]hành phố|THÀNH PHỐ|[Tt]hị xã|THỊ XÃ|[Qq]uận|QUẬN|TP\.?"
    rf"|Tp\.?|TX\.?|H\.(?=[A-ZĐ])|H\.|Q\.|"
    rf"[Kk]hu vực|KHU VỰC))?"
    rf"(?P<name>(?: |(?<=\.))(?:{_NAME}|\d{{1,2}}\b(?![.,%/]?\d)))?"
)
_BUREAU_ROOM = re.compile(
    r"(?:Các )?Phòng (?:Nghiệp vụ|chuyên môn|Tổ chức|Kiểm tra)(?: và (?:Tổ chức|tổ chức) thi hành án(?: dân "
    r"sự)?)?"
    r"|Văn phòng Cục|[Kk]hối Cục|[Cc]ơ quan Cục"
)
_WHOLE_PROVINCE = re.compile(
    r"\btoàn (?:tỉnh|thành phố|tp|địa bàn|ngành|đơn vị)\b|\b(?:hai|02|2) cấp\b|\bcác cơ quan (?:thads|thi "
    r"hành án dân sự)"
    r"|(?<!tổng )(?<!chi )\bcục (?:thads|thi hành án dân sự|tha dân sự)\b|\btrên địa bàn\b|\bcơ quan thads "
    r"(?:của )?tỉnh\b|\bthads (?:tỉnh|thành phố)\b"
)
_WHOLE_COUNTRY = re.compile(
    r"\btoàn quốc\b|\bcả nước\b|\btrên phạm vi cả nước\b|\btoàn hệ thống\b|\bhệ thống (?:thads|thi hành án "
    r"dân sự)\b"
)
_LISTED = re.compile(rf"(?:^|[,;:(]|\bvà|\bcó|\blà|\bgồm|-|•)\s*(?P<name>{_NAME})\s*(?=\(|:|đạt|là|với|\d)")
_NOT_A_UNIT_NAME = frozenset(
    [
        "trong",
        "đạt",
        "tổng",
        "số",
        "về",
        "toàn",
        "các",
        "kết",
        "đã",
        "thụ",
        "tỷ",
        "tăng",
        "giảm",
        "so",
        "tính",
        "việc",
        "tiền",
        "năm",
        "tháng",
        "quý",
        "có",
        "còn",
        "ngoài",
        "theo",
        "qua",
        "nhờ",
        "đến",
        "cụ",
        "riêng",
        "thi",
        "ủy",
        "hoãn",
        "chưa",
        "như",
        "thực",
        "bình",
        "cục",
        "thads",
        "hội",
        "tuy",
        "do",
        "được",
        "bên",
        "đây",
        "đối",
        "công",
        "giải",
        "trên",
        "mỗi",
        "phải",
        "cả",
        "vượt",
        "ước",
        "nghị",
        "quốc",
        "bộ",
        "tại",
        "chấp",
        "người",
        "cưỡng",
    ]
)


class Reach(StrEnum):
    """How far a mention of a place reaches."""

    COUNTRY = "country"
    PROVINCE = "province"
    WHOLE = "whole"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of an organisation in the even text; `name` is empty for "toàn tỉnh"."""

    start: int
    end: int
    reach: Reach
    name: str
    compared: bool = False


def mentions(reading: Reading) -> list[Place]:
    """All mentions of the country, provinces and units, in the order of the text."""
    found = [*_countries(reading), *_provinces(reading), *_wholes(reading), *_units(reading)]
    return _without_overlap(sorted(found, key=lambda place: (place.start, -place.end)))


def listed_unit(reading: Reading, start: int, end: int) -> tuple[int, str] | None:
    """A unit named without its kind right before `end` ("…, Hàm Yên (53,94%)"), as (place, name)."""
    listed = list(_LISTED.finditer(reading.cased, start, end + 1))
    last = listed[-1] if listed else None
    if last is None or reading.cased[last.end("name") : end].strip(" (:").lower() not in _LINKS:
        return None
    name = last["name"]
    if name.split()[0].lower() in _NOT_A_UNIT_NAME or name.isupper():
        return None
    return last.start("name"), name


_LINKS = {"", "đạt", "là", "với", "đạt tỷ lệ", "tỷ lệ", "đạt được", "đạt trên", "đạt: "}


def province_named(name: str) -> str | None:
    """The canonical province of a name, or nothing."""
    return _CANONICAL.get(name.lower())


def _countries(reading: Reading) -> Iterator[Place]:
    for found in _WHOLE_COUNTRY.finditer(reading.plain):
        before = reading.plain[max(0, found.start() - 30) : found.start()]
        yield Place(found.start(), found.end(), Reach.COUNTRY, COUNTRY, bool(_COMPARED.search(before)))


def _wholes(reading: Reading) -> Iterator[Place]:
    for found in _WHOLE_PROVINCE.finditer(reading.plain):
        before = reading.plain[max(0, found.start() - 30) : found.start()]
        yield Place(found.start(), found.end(), Reach.WHOLE, "", bool(_COMPARED.search(before)))


def _provinces(reading: Reading) -> Iterator[Place]:
    for found in _PROVINCE.finditer(reading.cased):
        if not all(word[0].isupper() for word in found[0].replace("-", " ").split()):
            continue
        before = reading.plain[max(0, found.start() - 30) : found.start()]
        name = _CANONICAL[re.sub(r"\s+", " ", found[0]).lower()]
        if _NOT_A_PLACE.search(before) or (name == "Hồ Chí Minh" and not _is_city(found[0], before)):
            continue
        if re.match(rf" [{_CAPITAL}][a-zà-ỹ]", reading.cased[found.end() : found.end() + 3]) and name in (
            "Huế",
        ):
            continue
        compared = bool(_COMPARED.search(before))
        yield Place(found.start(), found.end(), Reach.PROVINCE, name, compared)


def _is_city(written: str, before: str) -> bool:
    return "hcm" in written.lower() or bool(_PERSONAL.search(before))


def _units(reading: Reading) -> Iterator[Place]:
    for found in _UNIT.finditer(reading.cased):
        level = (found["level"] or "").strip()
        name = (found["name"] or "").strip()
        if not name and level.lower() not in ("thành phố", "tp", "tp.", "thị xã"):
            continue
        if found["kind"].lower().startswith("các") or (not name and "các" in level):
            continue
        if name and name.split()[0].lower() in ("trưởng", "thads", "thi"):
            continue
        if _TOGETHER.match(reading.cased, found.end()):
            continue
        if not found["kind"].lower().startswith(("chi cục", "phòng")) and _is_bureau(
            reading, found, level, name
        ):
            continue
        yield Place(found.start(), found.end(), Reach.UNIT, unit_name(found["kind"], level, name))
    for found in _BUREAU_ROOM.finditer(reading.cased):
        if not _TOGETHER.match(reading.cased, found.end()):
            yield Place(found.start(), found.end(), Reach.UNIT, found[0])


_TOGETHER = re.compile(r" và (?:các|\d+|toàn) ")
_CENTRAL_CITIES = {"Hà Nội", "Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Huế"}


def _is_bureau(reading: Reading, found: re.Match[str], level: str, name: str) -> bool:
    """ "(Cục) Thi hành án dân sự thành phố Đà Nẵng" is the province, not a unit of it."""
    city = level.lower() in ("thành phố", "tp", "tp.") and (_CANONICAL.get(name.lower()) in _CENTRAL_CITIES)
    return city or not name or reading.plain[max(0, found.start() - 4) : found.start()].endswith("cục ")


def unit_name(kind: str, level: str, name: str) -> str:
    """How a unit is called in the output: "Chi cục Chiêm Hóa", "Chi cục thành phố", "THADS khu vực 1"."""
    if name.isupper() and len(name) > 2:
        name = name.title()
    if level.lower() == "khu vực":
        return f"{kind} khu vực {name}"
    if kind.lower().startswith("phòng"):
        return f"{kind} {name}"
    if not name:
        return f"Chi cục {level.lower()}"
    return f"Chi cục {name}"


def _without_overlap(places: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in places:
        if kept and place.start < kept[-1].end:
            if place.reach is Reach.PROVINCE and kept[-1].reach is Reach.WHOLE:
                kept[-1] = place
            continue
        kept.append(place)
    return kept
