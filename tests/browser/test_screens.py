"""Every screen that a person is offered can be used by everybody, on a laptop and a phone (WCAG 2.2 AA)."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.conftest import LAPTOP, PHONE
from browser.site import EVERY_SCREEN, barriers, menu, overflows, picture, sign_in

SIZES = {"laptop": LAPTOP, "phone": PHONE}
RAW = re.compile(r"\{\{|\}\}|\bNone\b|\bTrue\b|\bFalse\b|Traceback|\bnan\b")


def look(page: Page) -> list[str]:
    """Return what is wrong with a page that anybody could see."""
    faults = barriers(page)
    if overflows(page):
        faults.append("the page must be scrolled sideways")
    if raw := RAW.search(page.inner_text("body")):
        faults.append(f"raw text on the page: {raw.group()}")
    if not page.title().strip() or page.locator("h1").count() != 1:
        faults.append("a page has a title and one main heading")
    return faults


@pytest.mark.parametrize("size", SIZES)
def test_the_door(window: Callable[..., Page], size: str) -> None:
    page = window(SIZES[size])
    page.goto("/")

    picture(page, f"sign-in-{size}", folder=EVERY_SCREEN)
    faults = look(page)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("who", ["centre", "province head", "clerk", "bailiff"])
def test_screens_of_each_person(window: Callable[..., Page], who: str, size: str) -> None:
    page = window(SIZES[size])
    sign_in(page, who)
    screens = menu(page)

    assert screens
    faults = []
    for name, address in screens.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        shown = f"{who}-{address.strip('/').replace('/', '-')}-{size}".replace(" ", "-")
        picture(page, shown, folder=EVERY_SCREEN, whole=True)
        faults += [f"{name}: {fault}" for fault in look(page)]
    assert not faults, "\n".join(faults)
