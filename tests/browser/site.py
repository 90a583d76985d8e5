"""What the journeys share: the address, signing in, the check for barriers, pictures for the documents."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = ROOT / "docs" / "images"  # of the documents, committed
EVERY_SCREEN = ROOT / "build" / "screens"  # to be looked at after a change, not committed
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass(frozen=True, slots=True)
class Site:
    address: str
    home: Path


@cache
def axe_source() -> str:
    return AXE.read_text(encoding="utf-8")


def barriers(page: Page) -> list[str]:
    """Return what axe finds on the page against WCAG 2.2 AA: rule, what is wrong, where."""
    page.evaluate(axe_source())
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", WCAG)
    return [
        f"{rule['id']}: {rule['help']}: {' | '.join(node['html'][:120] for node in rule['nodes'][:3])}"
        for rule in found["violations"]
    ]


def overflows(page: Page) -> bool:
    """Tell whether the page as a whole must be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")


def picture(page: Page, name: str, *, folder: Path = PICTURES, whole: bool = False) -> None:
    """Keep a picture of the page when THADS_SCREENSHOTS is set; else do nothing."""
    if os.environ.get("THADS_SCREENSHOTS"):
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", full_page=whole)


PASSWORD = "thads-demo-2024"
ACCOUNTS = {
    "centre": "trunguong",
    "administrator": "quantri",
    "province head": "cuctruong",
    "statistician": "thongke",
    "unit head": "truong.chiemhoa",
    "clerk": "thuky.chiemhoa",
    "accountant": "ketoan.chiemhoa",
    "bailiff": "chv.chiemhoa",
}


def sign_in(page: Page, who: str) -> None:
    """Go through the door as one of the demo's people, by the keyboard alone."""
    page.goto("/")
    page.locator("#username").fill(ACCOUNTS[who])
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "dang-nhap" not in address)


def menu(page: Page) -> dict[str, str]:
    """Return the screens a person is offered: name -> address."""
    links = page.locator("ul.menu a")
    return {(link.text_content() or "").strip(): link.get_attribute("href") or "" for link in links.all()}
