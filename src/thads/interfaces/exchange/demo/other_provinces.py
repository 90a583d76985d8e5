"""The other 62 provinces of 2024: their names are real, their reported totals are invented and marked so.

They report only c6, c7, c8 and c17 in cases and đồng, as far as a ranking needs them. The rates are drawn around
the middle of the country; three provinces lie above Tuyên Quang in cases and six in đồng, none of them in its
emulation cluster, so that it comes fourth, seventh and first as published.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from thads.interfaces.exchange.demo.published import document
from thads.kernel.money import Dong
from thads.kernel.periods import Period

# ruff: noqa: E501  (a list of names)
PROVINCES = (
    ("HNO", "Hà Nội"), ("HGI", "Hà Giang"), ("CBA", "Cao Bằng"), ("BKA", "Bắc Kạn"), ("LCA", "Lào Cai"),
    ("DBI", "Điện Biên"), ("LCH", "Lai Châu"), ("SLA", "Sơn La"), ("YBA", "Yên Bái"), ("HBI", "Hòa Bình"),
    ("TNG", "Thái Nguyên"), ("LSO", "Lạng Sơn"), ("QNI", "Quảng Ninh"), ("BGI", "Bắc Giang"), ("PTH", "Phú Thọ"),
    ("VPH", "Vĩnh Phúc"), ("BNI", "Bắc Ninh"), ("HDU", "Hải Dương"), ("HPH", "Hải Phòng"), ("HYE", "Hưng Yên"),
    ("TBI", "Thái Bình"), ("HNA", "Hà Nam"), ("NDI", "Nam Định"), ("NBI", "Ninh Bình"), ("THO", "Thanh Hóa"),
    ("NAN", "Nghệ An"), ("HTI", "Hà Tĩnh"), ("QBI", "Quảng Bình"), ("QTR", "Quảng Trị"),
    ("TTH", "Thừa Thiên Huế"), ("DNA", "Đà Nẵng"), ("QNA", "Quảng Nam"), ("QNG", "Quảng Ngãi"),
    ("BDI", "Bình Định"), ("PYE", "Phú Yên"), ("KHO", "Khánh Hòa"), ("NTH", "Ninh Thuận"), ("BTH", "Bình Thuận"),
    ("KTU", "Kon Tum"), ("GLA", "Gia Lai"), ("DLA", "Đắk Lắk"), ("DNO", "Đắk Nông"), ("LDO", "Lâm Đồng"),
    ("BPH", "Bình Phước"), ("TNI", "Tây Ninh"), ("BDU", "Bình Dương"), ("DNI", "Đồng Nai"),
    ("BRV", "Bà Rịa - Vũng Tàu"), ("HCM", "Hồ Chí Minh"), ("LAN", "Long An"), ("TGI", "Tiền Giang"),
    ("BTR", "Bến Tre"), ("TVI", "Trà Vinh"), ("VLO", "Vĩnh Long"), ("DTH", "Đồng Tháp"), ("AGI", "An Giang"),
    ("KGI", "Kiên Giang"), ("CTH", "Cần Thơ"), ("HGN", "Hậu Giang"), ("STR", "Sóc Trăng"), ("BLI", "Bạc Liêu"),
    ("CMA", "Cà Mau"),
)  # fmt: skip
CITIES = frozenset({"HNO", "HPH", "DNA", "HCM", "CTH"})
LARGE = {"HNO": 9, "HCM": 14, "THO": 4, "NAN": 4, "DNI": 5, "BDU": 5, "LAN": 4, "AGI": 4, "KGI": 4, "DLA": 3}

CLUSTER = ("TQ", "HGI", "CBA", "BKA", "LSO", "TNG", "PTH")
"""Khu vực thi đua of Tuyên Quang; the report says seven provinces, which six others is chosen here."""

ABOVE_IN_CASES = ("NDI", "HNA", "TBI")
ABOVE_IN_MONEY = ("BKA", "DBI", "LCH", "HNA", "QTR", "PYE")


@dataclass(frozen=True, slots=True)
class ProvinceTotal:
    """Invented totals of one province for a period: to enforce, able, finished; cases and đồng."""

    agency: str
    period: Period
    to_enforce: tuple[int, Dong]
    able: tuple[int, Dong]
    finished: tuple[int, Dong]

    @property
    def carried_on(self) -> tuple[int, Dong]:
        """What is left of what was to be enforced (c17 = c6 − c8)."""
        return self.to_enforce[0] - self.finished[0], self.to_enforce[1] - self.finished[1]


def name_of(code: str, name: str) -> str:
    """Return the agency's full name; cities are Thành phố."""
    place = f"thành phố {name}" if code in CITIES else f"tỉnh {name}"
    return f"Cục Thi hành án dân sự {place}"


def totals(seed: int) -> Sequence[ProvinceTotal]:
    """Return the invented totals of this period and of the same period a year before."""
    this = Period.parse(document()["published"]["period"])
    chance = Random(seed + 2)
    return [total for code, _ in PROVINCES for total in _of(code, this, chance)]


def _of(code: str, this: Period, chance: Random) -> Iterator[ProvinceTotal]:
    able = chance.randint(3_400, 9_500) * LARGE.get(code, 1)
    money = able * chance.randint(40, 160) * 1_000_000
    cases_rate, money_rate = _rates(code, chance)
    for period, percent_cases, percent_money, less in (
        (this, cases_rate, money_rate, 0),
        (
            this.same_period_last_year(),
            cases_rate - chance.randint(-90, 160),
            money_rate - chance.randint(-250, 420),
            5,
        ),
    ):
        a = able * (100 - less) // 100
        m = money * (100 - 2 * less) // 100
        yield ProvinceTotal(
            code, period, (a * 131 // 100, m * 212 // 100), (a, m),
            (a * percent_cases // 10_000, m * percent_money // 10_000_000 * 1_000),
        )  # fmt: skip


def _rates(code: str, chance: Random) -> tuple[int, int]:
    """Return hundredths of a percent, cases and đồng: above or below Tuyên Quang's 81,23 and 49,74."""
    cases = chance.randint(8_140, 8_420) if code in ABOVE_IN_CASES else chance.randint(6_700, 8_080)
    money = chance.randint(5_020, 6_150) if code in ABOVE_IN_MONEY else chance.randint(2_400, 4_900)
    return cases, money
