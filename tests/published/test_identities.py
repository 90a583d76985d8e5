"""The identities of the forms on published figures: exact where complete, broken only where it is known."""

from decimal import Decimal
from pathlib import Path

import pytest

from published.published_figures import Published, published

COMPLETE = {
    ("An Giang (cu)", "FY2025/7M", "v"): {"A", "E", "N1", "N2", "N3"},
    ("An Giang (cu)", "FY2025/7M", "t"): {"A", "E", "N1", "N2", "N3"},
    ("Ben Tre", "FY2020/9M", "v"): {"A", "N1"},
    ("Ben Tre", "FY2021/3M", "v"): {"A", "B", "E", "N1", "N2", "N3"},
    ("Ben Tre", "FY2021/5M", "v"): {"A", "B", "E", "N1", "N2", "N3"},
    ("Dong Thap (moi)", "FY2025/9M", "v"): {"B", "N1", "N2", "N3"},
    ("Toan quoc", "FY2022/12M", "v"): {"C", "N1", "N2"},
    ("Toan quoc", "FY2023/12M", "v"): {"A", "B", "N1", "N2", "N3"},
    ("TP Ho Chi Minh", "FY2019/6M", "v"): {"N1"},
}
"""The organisation-periods complete enough for an exact test, and the identities their figures allow."""

BROKEN_IDENTITIES = {("Nghe An", "FY2017/6M", "v"): {"A": -20}}
"""3.886 + 6.929 = 10.815, printed 10.795."""

BROKEN_RATES = {
    ("Toan quoc", "FY2020/12M", "t"): ("ty_le_xong", "40.09", "40.44"),
    ("Ben Tre", "FY2021/6M", "v"): ("ty_le_xong", "48.76", "48.73"),
    ("Ha Noi", "FY2025/12M", "v"): ("ty_le_xong", "84.7", "84.8"),
}
"""Rates that their own figures do not give: printed, and computed again."""


@pytest.fixture(scope="module")
def figures(shared: Path):
    return published(shared / "figures" / "real-figures.csv")


@pytest.mark.parametrize(
    ("name", "codes"), COMPLETE.items(), ids=[" ".join(map(str, name)) for name in COMPLETE]
)
def test_complete_reports_satisfy_their_identities_exactly(figures, name, codes) -> None:
    report: Published = figures[name]

    claimed = {identity.code: identity.gap(report.cells) for identity in report.identities()}
    assert {code: claimed.get(code) for code in codes} == dict.fromkeys(codes, 0)


def test_known_contradictions_between_columns_are_found_and_no_others(figures) -> None:
    broken = {
        name: {identity.code: identity.gap(report.cells) for identity in report.identities()}
        for name, report in figures.items()
        if not all(identity.is_kept(report.cells) for identity in report.identities())
    }

    assert {name: {code: gap for code, gap in gaps.items() if gap} for name, gaps in broken.items()} == (
        BROKEN_IDENTITIES
    )


def test_printed_rates_are_the_quotients_but_for_the_known_ones(figures) -> None:
    wrong = {
        name: (rate, str(printed), str(report.quotient(rate)))
        for name, report in figures.items()
        for rate, printed in report.rates.items()
        if report.quotient(rate) not in (None, printed)
    }

    assert wrong == BROKEN_RATES


def test_the_figures_for_which_the_old_classification_held_balance_without_a_remainder(figures) -> None:
    """Until FY2020 what is carried on is what is able and unfinished, and what is unable (C′, E2)."""
    cells = figures["Ben Tre", "FY2020/9M", "v"].cells

    assert cells["c17"] == cells["c7"] - cells["c8"] + cells["c14"] == 8148


def test_c2_shrinks_within_a_year_because_cases_move_to_the_separate_ledger(figures) -> None:
    for year, earlier, later in (("FY2020", "6M", "9M"), ("FY2021", "3M", "5M")):
        before, after = (
            figures["Ben Tre", f"{year}/{months}", "v"].cells["c2"] for months in (earlier, later)
        )
        assert after < before


def test_what_is_left_over_nationally_is_more_than_what_is_carried_over(figures) -> None:
    """G: the difference went to the separate ledger between two years."""
    old, new = (figures["Toan quoc", f"FY{year}/12M", "v"].cells for year in (2022, 2023))

    assert old["c6"] - old["c8"] - new["c2"] == 23_143


def test_an_unable_share_printed_beside_another_number_is_found(figures) -> None:
    """An Giang, 6 months of 2023: 5.078 unable of 13.087 is 38,80 %, the text prints 34,14 %."""
    cells = figures["An Giang (cu)", "FY2023/6M", "v"].cells

    share = Decimal(cells["c14"]) * 100 / cells["c6"]
    assert f"{share:.2f}" == "38.80"
    assert cells["c6"] - cells["c7"] == cells["c14"]
