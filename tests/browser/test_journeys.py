"""The main journeys of a day, in the browser, with the strokes of the hand they may cost."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.site import barriers, picture, sign_in


class Hand:
    """Types and counts: a key is one stroke, whatever text the work itself needs is not counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.strokes = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.strokes += 1

    def text(self, words: str) -> None:
        self.page.keyboard.type(words)


def number_in(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def test_a_bailiff_finds_a_case_and_records_a_verification(laptop: Page) -> None:
    sign_in(laptop, "bailiff")
    first_due = "//tr[td[2][starts-with(normalize-space(.), 'Xác minh')]]//a[contains(@class, 'case-no')]"
    wanted = laptop.locator(first_due).first.inner_text()
    hand = Hand(laptop)

    hand.press("/")
    hand.text(wanted)
    hand.press("Enter")
    expect(laptop.locator("h1")).to_contain_text(wanted)
    before = laptop.locator("text=Ghi nhận").count()
    hand.press("n")
    expect(laptop.locator("#act-place select[name=result]")).to_be_focused()
    assert not barriers(laptop)
    hand.press("ArrowDown", "Tab", "Tab", "Enter")

    expect(laptop.locator("main")).to_contain_text("Đã ghi kết quả xác minh")
    assert laptop.locator("text=Ghi nhận").count() == before + 1
    assert hand.strokes <= 8
    picture(laptop, "case-page")


def test_a_step_that_is_not_lawful_says_why_with_its_article(laptop: Page) -> None:
    sign_in(laptop, "bailiff")
    laptop.locator("a.case-no").first.click()
    laptop.locator("details.barred summary").click()

    reasons = laptop.locator("details.barred li span").all_inner_texts()

    assert reasons
    assert any(re.search(r"Đ\s?\d+|Điều \d+", reason) for reason in reasons)
    assert all(button.is_disabled() for button in laptop.locator("details.barred button").all())


def test_a_judgment_becomes_a_case(window: Callable[..., Page]) -> None:
    clerk = window()
    sign_in(clerk, "clerk")
    clerk.goto("/tiep-nhan/")
    clerk.keyboard.press("n")
    clerk.wait_for_url("**/moi/")
    clerk.locator("#id_number").fill("12/2024/HS-ST")
    clerk.get_by_role("button", name="Ghi vào sổ").click()
    expect(clerk.locator("main")).to_contain_text("Hãy nhập “Loại án”")
    expect(clerk.locator("#id_number")).to_have_value("12/2024/HS-ST")
    assert not barriers(clerk)

    clerk.locator("#id_court").fill("Tòa án nhân dân huyện Chiêm Hóa")
    clerk.locator("#id_kind").select_option("criminal")
    clerk.locator("#id_issued_on").fill("20/05/2024")
    clerk.locator("#id_effective_on").fill("20/06/2024")
    clerk.locator("#id_parties-0-name").fill("Nguyễn Văn Hư Cấu")
    clerk.locator("#id_duties-0-kind").select_option("court_fee")
    clerk.locator("#id_duties-0-amount").fill("200.000")
    clerk.locator("#id_duties-0-debtor").fill("Nguyễn Văn Hư Cấu")
    clerk.get_by_role("button", name="Ghi vào sổ").click()
    expect(clerk.locator("main")).to_contain_text("Đã nhận bản án vào sổ")

    head = window()
    sign_in(head, "unit head")
    head.goto(clerk.url)
    head.get_by_role("link", name="Ra quyết định chủ động").click()
    assert not barriers(head)
    head.locator("main form button[type=submit]").last.click()
    expect(head.locator("h1")).to_contain_text("Việc ")
    expect(head.locator("main")).to_contain_text("200.000")


def test_a_number_is_a_door(laptop: Page) -> None:
    sign_in(laptop, "statistician")
    laptop.goto("/bieu-mau/")
    row = laptop.locator("tr", has_text="Chiêm Hóa").first
    cell = row.locator("td.num a").nth(8)  # finished
    printed = number_in(cell.inner_text())
    picture(laptop, "form")

    cell.click()

    expect(laptop.locator("h1")).to_contain_text("Thi hành xong")
    assert number_in(laptop.locator("[data-figure=cases]").inner_text()) == printed
    assert listed(laptop) == printed
    laptop.locator("main table a").first.click()
    expect(laptop.locator("h1")).to_contain_text(re.compile("Việc|Dòng thống kê"))


def listed(page: Page) -> int:
    """Count the rows behind a number, leafing through all pages."""
    total = page.locator("main table tbody tr").count()
    while (onward := page.locator("a[rel=next]")).count():
        onward.first.click()
        page.wait_for_load_state("networkidle")
        total += page.locator("main table tbody tr").count()
    return total


def test_the_results_board_shows_what_the_agency_published(laptop: Page) -> None:
    sign_in(laptop, "province head")
    laptop.goto("/ket-qua/")
    board = laptop.locator("main")

    for published in (
        "81,23%",
        "49,74%",
        "97,46%",
        "106,62%",
        "4/63",
        "7/63",
        "1/7",
        "84,42%",
        "70,87%",
        "84,48%",
    ):
        expect(board).to_contain_text(published)
    picture(laptop, "results-board")
    assert laptop.locator("canvas, main svg[role=img], [data-chart]").count()


def test_a_report_is_checked_in_the_browser(laptop: Page, shared: Path) -> None:
    text = (shared / "seeds" / "000_7d4081bd76c39f5e.txt").read_text(encoding="utf-8")
    sign_in(laptop, "province head")
    laptop.goto("/soat-bao-cao/")
    laptop.locator("main textarea").fill(text)
    laptop.locator("main form button[type=submit]").click()

    expect(laptop.locator("main")).to_contain_text("số liệu nhận ra")
    assert laptop.locator("mark").count() >= 10
    assert not barriers(laptop)
    picture(laptop, "report-checker")


@pytest.mark.parametrize("address", ["/khong-co/", "/ho-so/00000000-0000-0000-0000-000000000000/"])
def test_a_wrong_address_is_answered_in_vietnamese(laptop: Page, address: str) -> None:
    sign_in(laptop, "bailiff")
    answer = laptop.goto(address)

    assert answer is not None
    assert answer.status == 404
    expect(laptop.locator("h1")).to_be_visible()
    assert "Not Found" not in laptop.inner_text("body")


def test_the_case_page_reads_well_on_a_phone(phone: Page) -> None:
    sign_in(phone, "bailiff")
    phone.locator("a.case-no").first.click()
    phone.wait_for_load_state("networkidle")
    picture(phone, "case-page-phone")

    assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
    assert not barriers(phone)
