"""Numbers, money, dates and amounts in words: what is written is read back, the rest is refused."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thads.kernel import text, text_words
from thads.kernel.refusals import Refusal
from thads.kernel.text import MoneyUnit

amounts = st.integers(min_value=0, max_value=10**16)
rates = st.decimals(min_value=-500, max_value=500, places=2)


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, "0"), (999, "999"), (1234567, "1.234.567"), (-3272, "-3.272")],
)
def test_write_int_groups_thousands(number: int, shown: str) -> None:
    assert text.write_int(number) == shown


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("54.4876", 2, "54,49"),
        ("83.8755", 2, "83,88"),
        ("46.44495", 2, "46,44"),
        ("0.005", 2, "0,01"),
        ("-0.004", 2, "0,00"),
        ("-0.91", 2, "-0,91"),
        ("1234.5", 0, "1.235"),
        ("100", 2, "100,00"),
    ],
)
def test_write_decimal_rounds_half_up(value: str, places: int, shown: str) -> None:
    assert text.write_decimal(Decimal(value), places) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0 việc"), (2, "02 việc"), (10, "10 việc"), (3228, "3.228 việc")]
)
def test_write_cases_leads_with_zero_below_ten(number: int, shown: str) -> None:
    assert text.write_cases(number) == shown


@pytest.mark.parametrize(
    ("amount", "unit", "places", "shown"),
    [
        (66872343000, "đồng", None, "66.872.343.000 đồng"),
        (336758000000, "tỷ đồng", None, "336,758 tỷ đồng"),
        (336758000000, "tỷ đồng", 0, "337 tỷ đồng"),
        (9459394270000, "nghìn đồng", None, "9.459.394.270 nghìn đồng"),
        (1500000, "triệu đồng", None, "1,5 triệu đồng"),
    ],
)
def test_write_money_in_every_unit(amount: int, unit: str, places: int | None, shown: str) -> None:
    assert text.write_money(amount, unit, places) == shown


@pytest.mark.parametrize(
    ("shown", "amount"),
    [
        ("336,758 tỷ đồng", 336758000000),
        ("1.012 tỷ", 1012000000000),
        ("116.531 tỷ 786 triệu 859 nghìn đồng", 116531786859000),
        ("2,3 nghìn tỷ đồng", 2300000000000),
        ("5.000đ", 5000),
        ("824 tỉ đồng", 824000000000),
    ],
)
def test_read_amount_knows_the_usual_units(shown: str, amount: int) -> None:
    assert text.read_amount(shown) == amount


@pytest.mark.parametrize("shown", ["", "đồng", "12.34 tỷ", "1,5 đồng", "ba triệu", "12 tỷ USD"])
def test_read_amount_refuses_the_rest(shown: str) -> None:
    with pytest.raises(Refusal) as refusal:
        text.read_amount(shown)
    assert refusal.value.code in {"text.amount", "text.number"}


@pytest.mark.parametrize("shown", ["", "1.23", "12.34.567", "1,2,3", "abc", "1.234,"])
def test_read_number_refuses_what_is_not_one(shown: str) -> None:
    with pytest.raises(Refusal, match="không phải là số"):
        text.read_number(shown)


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (dt.date(2024, 5, 9), "09/5/2024"),
        (dt.date(2024, 1, 11), "11/01/2024"),
        (dt.date(2023, 10, 27), "27/10/2023"),
    ],
)
def test_write_date_pads_as_the_decree_says(day: dt.date, shown: str) -> None:
    assert text.write_date(day) == shown
    assert text.read_date(shown) == day


@pytest.mark.parametrize("shown", ["31/6/2024", "30/2/2024", "6/2024", "ngày mai"])
def test_read_date_refuses_days_that_do_not_exist(shown: str) -> None:
    with pytest.raises(Refusal, match="ngày có thật"):
        text.read_date(shown)


@given(amounts)
def test_written_numbers_are_read_back(number: int) -> None:
    assert text.read_number(text.write_int(number)) == number
    assert text.read_cases(text.write_cases(number)) == number


@given(amounts, st.sampled_from(MoneyUnit))
def test_written_money_is_read_back_to_the_dong(amount: int, unit: MoneyUnit) -> None:
    assert text.read_amount(text.write_money(amount, unit)) == amount


@given(rates)
def test_written_rates_are_read_back(rate: Decimal) -> None:
    assert text.read_percent(text.write_percent(rate)) == rate


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)))
def test_written_dates_are_read_back(day: dt.date) -> None:
    assert text.read_date(text.write_date(day)) == day
    assert text.read_date(text.write_long_date(day)) == day


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (105, "Một trăm linh năm đồng"),
        (1005, "Một nghìn không trăm linh năm đồng"),
        (2500000, "Hai triệu năm trăm nghìn đồng"),
        (1000000000000, "Một nghìn tỷ đồng"),
        (
            66872343000,
            "Sáu mươi sáu tỷ tám trăm bảy mươi hai triệu ba trăm bốn mươi ba nghìn đồng",
        ),
    ],
)
def test_money_in_words(amount: int, words: str) -> None:
    assert text_words.money_in_words(amount) == words


@given(st.integers(min_value=-(10**20), max_value=10**20))
def test_words_are_read_back(number: int) -> None:
    assert text_words.read_words(text_words.number_in_words(number)) == number


def test_read_words_knows_other_spellings_and_refuses_other_words() -> None:
    assert text_words.read_words("hai mươi tư ngàn lẻ năm đồng") == 24005
    with pytest.raises(Refusal, match="bằng chữ"):
        text_words.read_words("một con voi")


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("300 000", 300_000),
        ("12 345 678", 12_345_678),
        ("300 000 đồng", 300_000),
        ("12\u00a0345\u00a0678đ", 12_345_678),
        ("717 tỷ 221 triệu 500 đồng", 717_221_000_500),
    ],
)
def test_spaces_may_part_thousands(written: str, amount: int) -> None:
    assert text.read_amount(written) == amount


@pytest.mark.parametrize(
    "written", ["5 6 7", "1,000", "300.000 000", "15 triệu 5", "5 triệu 3 tỷ", "2 tỷ 3 tỷ", "12 34"]
)
def test_an_amount_that_may_mean_two_things_is_refused(written: str) -> None:
    with pytest.raises(Refusal):
        text.read_amount(written)
