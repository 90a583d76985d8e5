"""The page of a case at work: an act's form opened among the steps, on a laptop and on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.conftest import LAPTOP, PHONE
from browser.site import barriers, overflows, sign_in

SIZES = {"laptop": LAPTOP, "phone": PHONE}


@pytest.mark.parametrize("size", SIZES)
def test_an_open_form_leaves_every_step_large_enough_to_touch(window: Callable[..., Page], size: str) -> None:
    page = window(SIZES[size])
    sign_in(page, "unit head")
    page.goto("/ho-so/?group=working")
    page.locator("main a.case-no").first.click()
    faults = []
    for number in range(page.locator("[data-opens]:has(> .icon)").count()):
        page.locator("[data-opens]:has(> .icon)").nth(number).click()
        page.locator("#act-place [data-act-form]").wait_for()
        faults += barriers(page)
        assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")

    assert not faults, "\n".join(faults)
    assert not overflows(page)
