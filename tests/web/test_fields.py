"""Days and money as officers write them; deadlines as they are told. No database."""

from datetime import date

import pytest
from django import forms

from thads.enforcement.cases.rules.dues import due
from thads.interfaces.web.deadline_story import story_of
from thads.interfaces.web.fields import DayField, MoneyField
from thads.interfaces.web.templatetags.figures import days_left, money, sort_header
from thads.kernel.text import write_dong

pytestmark = pytest.mark.database_independent


@pytest.mark.parametrize(
    "written", ["5/7/2024", "05/07/2024", "05-07-2024", "5/7/24", "050724", "05072024", " 5/7/2024 "]
)
def test_a_day_is_read_in_every_usual_writing(written: str) -> None:
    assert DayField().clean(written) == date(2024, 7, 5)


@pytest.mark.parametrize("written", ["31/02/2024", "7/5", "5 tháng 7", "2024-07-05", "320724"])
def test_what_is_no_day_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(forms.ValidationError, match="không phải là một ngày"):
        DayField().clean(written)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("15000000", 15_000_000),
        ("15.000.000", 15_000_000),
        ("15tr", 15_000_000),
        ("1,5 tỷ", 1_500_000_000),
        ("0", 0),
    ],
)
def test_money_is_read_in_every_usual_writing(written: str, amount: int) -> None:
    assert MoneyField().clean(written) == amount


@pytest.mark.parametrize("written", ["-5", "hai trăm", "15.00", "1,5", "1e9"])
def test_what_is_no_money_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(forms.ValidationError, match="không phải là s"):
        MoneyField().clean(written)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(66_872_343_000, "66,87 tỷ"), (48_000_000, "48,0 triệu"), (200_000, "200.000 đồng"), (0, "0 đồng")],
)
def test_money_at_reading_size_keeps_the_exact_dong_on_hover(amount: int, shown: str) -> None:
    assert money(amount) == f'<span class="money" title="{write_dong(amount)}">{shown}</span>'


@pytest.mark.parametrize(
    ("days", "words"), [(0, "hôm nay"), (3, "còn 3 ngày"), (-12, "quá 12 ngày"), (None, "–")]
)
def test_days_left_are_words(days: int | None, words: str) -> None:
    assert days_left(days) == words


def test_a_deadline_tells_its_start_rule_and_rolled_end() -> None:
    """Notice of Friday 5 July 2024 + 10 days ends on Monday 15 July."""
    story = story_of(due("voluntary.period", start=date(2024, 7, 4)), on=date(2024, 7, 10))

    assert story.urgency == "soon"
    assert any("thứ Năm 04/07/2024" in sentence for sentence in story.sentences)
    assert any("Chủ nhật 14/07/2024 là ngày nghỉ" in sentence for sentence in story.sentences)
    assert story.weekday == "thứ Hai"


def test_a_deadline_of_working_days_names_the_holidays_left_out() -> None:
    story = story_of(due("order.notice", start=date(2024, 4, 26)), on=date(2024, 4, 26))

    assert any("30/04/2024, 01/05/2024" in sentence for sentence in story.sentences)


def test_headings_sort_both_ways() -> None:
    from django.template import Context
    from django.test import RequestFactory

    up = sort_header(Context({"request": RequestFactory().get("/?q=a&page=3")}), "debtor", "Tên")
    down = sort_header(Context({"request": RequestFactory().get("/?sort=debtor")}), "debtor", "Tên")

    assert "?q=a&amp;sort=debtor" in up
    assert "?sort=-debtor" in down
    assert 'aria-sort="ascending"' in down
