"""All published figures said as sentences: what is right is accepted, what is known to be wrong is found.

Every organisation and period of the collected figures becomes one paragraph in the words of a report.
The expected findings are the contradictions that the published figures themselves hold.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from thads.kernel.refusals import Severity
from thads.kernel.text import write_exact, write_int
from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract

UNITS = {
    "viec": "việc",
    "nghin_dong": "nghìn đồng",
    "dong": "đồng",
    "trieu_dong": "triệu đồng",
    "ty_dong": "tỷ đồng",
}
PERIOD = re.compile(r"FY(\d{4})/(\d{1,2})M")

#: Organisation, period, finding: each is told in the statistics specification, section 8, or seen there.
KNOWN = {
    ("Toan quoc", "FY2020/12M", "ratio.completion"),  # 40,09 printed, 40,44 computed
    ("An Giang (cu)", "FY2023/6M", "ratio.share"),  # a class merged with another
    ("Lam Dong/Bao Loc", "FY2021/12M", "ratio.completion"),  # rounded inputs do not give 46,27
    ("Nghe An", "FY2017/6M", "sum.total"),  # 3.886 + 6.929 = 10.815
}

Figures = Mapping[str, tuple[str, str]]


def groups(shared: Path) -> dict[tuple[str, str], dict[str, tuple[str, str]]]:
    """(organisation, period) → indicator → (value, unit); later sources do not overwrite earlier ones."""
    found: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    with (shared / "figures" / "real-figures.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if PERIOD.fullmatch(row["period"]):
                source = f"{row['org']}|{row['source']}"
                found[(source, row["period"])].setdefault(row["indicator"], (row["value"], row["unit"]))
    return found


def amount(figures: Figures, name: str) -> str | None:
    """ "20.893 việc", "1.480 tỷ đồng"; nothing when it was not published or is no whole count."""
    if name not in figures:
        return None
    value, unit = figures[name]
    if unit not in UNITS:
        return None
    number = abs(Decimal(value))
    if unit == "viec" and number >= 1000 and number % 10 == 0:
        return f"{write_exact(number / 1000)} ngàn việc"  # as the press wrote what it had rounded
    shown = write_exact(number) if "." in value else write_int(int(number))
    return f"{shown} {UNITS[unit]}"


def percent(figures: Figures, name: str) -> str | None:
    if name not in figures:
        return None
    return figures[name][0].lstrip("-").replace(".", ",") + "%"


def word(figures: Figures, name: str) -> str:
    return "giảm" if figures[name][0].startswith("-") else "tăng"


def grown(figures: Figures, side: str, stem: str) -> str:
    change, rate = f"{side}_{stem}_chenh_cung_ky", f"{side}_{stem}_tang_pct"
    if (said := amount(figures, change)) is None:
        return ""
    more = f" ({word(figures, rate)} {percent(figures, rate)})" if rate in figures else ""
    return f", {word(figures, change)} {said}{more} so với cùng kỳ"


def stocks(figures: Figures, side: str) -> Iterator[str]:
    for stem, said, change in (
        ("tong_giai_quyet", "tổng số giải quyết", "tong_giai_quyet"),
        ("cu_chuyen_sang", "số cũ chuyển sang", ""),
        ("thu_ly_moi", "số thụ lý mới", "moi"),
        ("uy_thac", "số ủy thác thi hành án", ""),
        ("thu_hoi_huy", "số thu hồi, hủy quyết định thi hành án", ""),
        ("cuc_rut_len", "số Cục rút lên thi hành", ""),
        ("phai_thi_hanh", "số phải thi hành", "phai"),
        ("co_dk", "số có điều kiện thi hành", "co_dk"),
        ("chua_dk", "số chưa có điều kiện thi hành", ""),
        ("hoan_tam_dinh_chi", "số hoãn, tạm đình chỉ", ""),
    ):
        if (value := amount(figures, f"{side}_{stem}")) is None:
            continue
        share = percent(figures, f"{side}_ty_le_{stem}") or percent(figures, f"{side}_ty_le_{stem}_printed")
        yield (
            f"{said} là {value}"
            + (f", chiếm {share}" if share else "")
            + (grown(figures, side, change) if change else "")
        )


def result(figures: Figures, side: str, noun: str) -> Iterator[str]:
    if (done := amount(figures, f"{side}_thi_hanh_xong")) is not None:
        yield f"đã thi hành xong {done}{grown(figures, side, 'xong')}"
    if (
        rate := percent(figures, f"{side}_ty_le_xong") or percent(figures, f"{side}_ty_le_xong_printed")
    ) is not None:
        yield f"đạt tỷ lệ {rate} về {noun}"
        change = f"{side}_ty_le_xong_chenh_cung_ky"
        if change in figures:
            yield f"{word(figures, change)} {percent(figures, change)} so với tỷ lệ cùng kỳ"
        ahead = f"{side}_vuot_chi_tieu"
        if ahead in figures and f"{side}_chi_tieu" in figures:
            below = figures[ahead][0].startswith("-")
            aim = percent(figures, f"{side}_chi_tieu")
            yield f"{'thiếu' if below else 'vượt'} {percent(figures, ahead)} so với chỉ tiêu {aim}"
    if (left := amount(figures, f"{side}_chuyen_ky_sau")) is not None:
        yield f"số chuyển kỳ sau là {left}"


def paragraph(org: str, period: str, figures: Figures) -> str:
    year, months = PERIOD.fullmatch(period).groups()  # type: ignore[union-attr]
    label = f"Năm {year}" if months == "12" else f"{months} tháng năm {year}"
    parts = [f"{label}, kết quả thi hành án dân sự của cơ quan {org}."]
    for side, noun in (("v", "việc"), ("t", "tiền")):
        said = [*stocks(figures, side), *result(figures, side, noun)]
        if said:
            parts.append(f"Về {noun}: " + "; ".join(said) + ".")
    return " ".join(parts)


def test_all_published_figures_said_as_text_hold_but_for_the_known(shared: Path) -> None:
    found = set()
    for (source, period), figures in groups(shared).items():
        org = source.split("|")[0]
        text = paragraph(org, period, figures)
        found |= {
            (org, period, one.code) for one in check(extract(text), text) if one.severity is not Severity.INFO
        }

    assert found == KNOWN


@pytest.mark.parametrize(
    ("org", "period"), [("An Giang (cu)", "FY2025/7M"), ("Dong Thap (moi)", "FY2025/9M")]
)
def test_complete_reports_are_read_whole(shared: Path, org: str, period: str) -> None:
    ((source, _), figures), = [
        item for item in groups(shared).items() if item[0][0].startswith(f"{org}|") and item[0][1] == period
    ]  # fmt: skip
    text = paragraph(org, period, figures)
    numbers = re.findall(r"\d[\d.,]*(?= (?:ngàn )?việc| nghìn đồng|%)", text)

    assert len(extract(text)) == len(numbers)
