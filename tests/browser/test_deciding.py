"""A received judgment becomes cases by the keyboard alone: groups, bailiff and ground stand ready."""

from playwright.sync_api import Page, expect

from browser.site import barriers, sign_in
from browser.test_journeys import Hand

MOST_STROKES = 4


def test_a_decision_ex_officio_costs_few_strokes(laptop: Page) -> None:
    sign_in(laptop, "unit head")
    laptop.goto("/tiep-nhan/?waiting=1")
    laptop.locator("main a.case-no").first.click()
    expect(laptop.locator("h1")).to_contain_text("Bản án số")
    hand = Hand(laptop)

    hand.press("n")
    expect(laptop.locator("#act-place input[name=on]")).to_be_focused()
    assert laptop.locator("#act-place select[name=bailiff]").input_value()
    assert laptop.locator("#act-place select[name=ground]").input_value()
    assert not barriers(laptop)
    hand.press("Enter")

    expect(laptop.locator("main")).to_contain_text("Đã ra quyết định thi hành án; đây là việc mới.")
    assert hand.strokes <= MOST_STROKES
