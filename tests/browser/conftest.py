"""Real Chromium before the site as a newcomer gets it: the demo province, served by `thads serve`.

One server and one browser for the whole run; every test has windows of its own. A test fails when the page
wrote an error to the console, broke its own content policy, or asked for something that was not there.
THADS_DEMO_HOME names a home that `thads demo` has filled; a copy of it is served, which saves half a minute.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from browser.site import Site

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET_START = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-color-profile=srgb",
]  # fmt: skip
LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
PATIENCE = 45_000  # milliseconds, for machines that do much else at the same time
expect.set_options(timeout=PATIENCE / 2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo province in a home of its own, served until the tests are over."""
    home = tmp_path_factory.mktemp("site")
    if filled := os.environ.get("THADS_DEMO_HOME"):
        shutil.copytree(filled, home, dirs_exist_ok=True)
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("THADS_", "DJANGO_"))}
    environment = inherited | {"THADS_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    thads = [sys.executable, "-m", "thads.interfaces.cli"]
    with (home / "server.log").open("w+") as log:
        subprocess.run([*thads, "demo"], env=environment, check=True, stdout=log, stderr=log, timeout=300)
        port = free_port()
        server = subprocess.Popen(
            [*thads, "serve", "--port", str(port)], env=environment, stdout=log, stderr=log
        )
        try:
            yield wait_for(Site(address=f"http://127.0.0.1:{port}", home=home), server)
        finally:
            server.terminate()
            server.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(site: Site, server: subprocess.Popen[bytes]) -> Site:
    for _ in range(200):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(site.address, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return site
    pytest.fail("the server did not answer:\n" + (site.home / "server.log").read_text()[-3000:])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.fail("Chromium is not installed; `make test` installs it where it may")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET_START)
        yield browser
        browser.close()


def is_complaint(said: ConsoleMessage) -> bool:
    """Say whether a line of the console is a fault; an answer that refuses or does not find is none."""
    return said.type == "error" and not re.search(r"status of 4(04|22)", said.text)


@pytest.fixture
def window(chromium: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """A function that opens a window, of laptop size unless told; complaints of its pages fail the test."""
    contexts, complaints = [], []

    def open_window(size: dict[str, int] = LAPTOP) -> Page:
        context = chromium.new_context(
            base_url=site.address, viewport=size, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh",
            accept_downloads=True, has_touch=size["width"] < 600,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def laptop(window: Callable[..., Page]) -> Page:
    return window(LAPTOP)


@pytest.fixture
def phone(window: Callable[..., Page]) -> Page:
    return window(PHONE)
