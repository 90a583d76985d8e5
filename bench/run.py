"""The speeds of docs/benchmark.md, measured on this machine: `make bench`.

A province of 60,000 cases is invented, imported into a home of its own, asked, and thrown away. Every time
stands beside a limit measured in the same run: what the same machine needs for work that cannot be avoided.
"""

import argparse
import io
import json
import os
import platform
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "bench")]
HOME = Path(tempfile.mkdtemp(prefix="thads-bench-"))
os.environ |= {
    "THADS_HOME": str(HOME),
    "DJANGO_SETTINGS_MODULE": "thads.config.settings",
    "THADS_TODAY": "2024-07-05",
}

import django  # noqa: E402

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from measuring import HEADING, Measured, median_of, seconds_of  # noqa: E402
from province import PROVINCE, UNITS, bailiff, province  # noqa: E402

from thads.enforcement.cases import actions, queries  # noqa: E402
from thads.enforcement.cases.rules.facts import Part  # noqa: E402
from thads.enforcement.cases.rules.pages import CaseFilter  # noqa: E402
from thads.enforcement.cases.rules.vocabulary import ObligationStatus  # noqa: E402
from thads.foundation.organisation import actions as organisation  # noqa: E402
from thads.foundation.organisation import queries as posts  # noqa: E402
from thads.interfaces.exchange.histories.importing import import_histories  # noqa: E402
from thads.kernel.periods import Period  # noqa: E402
from thads.reporting.forms import queries as forms  # noqa: E402
from thads.steering.narrative.rules.check import check  # noqa: E402
from thads.steering.narrative.rules.extract import extract  # noqa: E402

AT, TODAY = datetime(2024, 7, 5, 2, 0, tzinfo=UTC), date(2024, 7, 5)
PERIOD = Period.parse("FY2024/9M")
FORMS = ["TT05/2024-01", "TT05/2024-02", "TT05/2024-04", "TT05/2024-05"]
SHOWN = 50  # cases on a page
ACCOUNT, PASSWORD = "hl-do", "Chi-de-do-toc-do-2024"  # lives as long as the run


class Bench:
    """One run: the lines of the table in the order of measuring."""

    def __init__(self, cases: int) -> None:
        self.cases = cases
        self.lines: list[Measured] = []

    def note(
        self, what: str, seconds: float, allowed: float, reference: str, reference_seconds: float
    ) -> None:
        self.lines.append(Measured(what, seconds, allowed, reference, reference_seconds))
        print(self.lines[-1].row(), flush=True)

    # ---------------------------------------------------------------- one by one

    def importing(self) -> None:
        """Import the whole province; the limit is reading the same lines and storing them as bare rows."""
        text = "\n".join(json.dumps(line, ensure_ascii=False) for line in province(self.cases)).encode()
        facts = text.count(b'"fact"')
        outcome = []
        seconds = seconds_of(lambda: outcome.append(import_histories(self.operator, io.BytesIO(text))))
        if not outcome[0].imported:
            raise SystemExit("\n".join(problem.message for problem in outcome[0].problems[:10]))
        self.note(
            f"import of {self.cases:,} histories, {facts:,} facts",
            seconds, 180, "reading and storing bare rows", seconds_of(lambda: store_bare_rows(text)),
        )  # fmt: skip

    def first_count(self) -> None:
        self.note(
            "the very first form after that import (spans are built)", seconds_of(self.four_forms), 60,
            "counting the ledger's kinds by SQL", median_of(count_kinds, times=3),
        )  # fmt: skip

    def four_forms(self) -> None:
        for form in FORMS:
            forms.form_run(self.viewer, form=form, agency=PROVINCE, period=PERIOD)

    def warm_forms(self) -> None:
        self.note(
            "forms 1, 2, 4, 5 for all units and bailiffs, warm", median_of(self.four_forms), 1.0,
            "counting the ledger's kinds by SQL", median_of(count_kinds, times=3),
        )  # fmt: skip

    def drill_down(self) -> None:
        """Open a cell page by page, as the site does, and once as the whole list the CLI and API give."""
        run = forms.form_run(self.viewer, form="TT05/2024-04", agency=PROVINCE, period=PERIOD)
        row = next(row for row in run.rows if row.bailiff)
        for whose, chosen in (("a bailiff's", row.key), ("the whole province's", run.rows[0].key)):
            cell = {"form": FORMS[2], "agency": PROVINCE, "period": PERIOD, "row": chosen, "cell": "c11"}
            total = len(forms.cell_cases(self.viewer, **cell).listed)
            starts = cycle(range(0, total, SHOWN))
            what = f"drill-down into {whose} c11 ({total:,} cases)"
            self.note_drill_down(
                f"{what}, a page of {SHOWN}",
                lambda c=cell, s=starts: forms.cell_page(self.viewer, **c, start=next(s), length=SHOWN),
            )
            self.note_drill_down(
                f"{what}, all as one list", lambda c=cell: forms.cell_cases(self.viewer, **c)
            )

    def note_drill_down(self, what: str, opened: Callable[[], object]) -> None:
        self.note(
            what, median_of(opened), 0.1,
            "counting the ledger's kinds by SQL", median_of(count_kinds, times=3),
        )  # fmt: skip

    def pages(self) -> None:
        """Ask the site as a signed-in bailiff would; the limit is the sign-in page, which asks no table."""
        browser, door = signed_in(), Client(SERVER_NAME="127.0.0.1")
        empty = median_of(lambda: answered(door, "/dang-nhap/"), times=30)
        case = next(iter(queries.case_list(self.bailiff).rows))
        for what, address in page_addresses(case).items():
            self.note(
                what,
                median_of(lambda a=address: answered(browser, a), times=20),
                0.05,
                "the sign-in page",
                empty,
            )

    def checking_text(self) -> None:
        """Check a report of 30 pages; the limit is one pass of a regular expression for numbers."""
        text = report_of_pages(30)
        self.note(
            f"check-text on a report of 30 pages ({len(text):,} characters)",
            median_of(lambda: check(extract(text), text), times=3), 2.0,
            "finding the numbers by one expression", median_of(lambda: re.findall(r"\d[\d.,]*", text)),
        )  # fmt: skip

    def visible_at_once(self) -> None:
        """Save a fact and ask a form: the time until the form has it."""
        own = CaseFilter(status=ObligationStatus.ENFORCING, bailiff=bailiff(UNITS[1], 1))
        cases = cycle(queries.case_list(self.bailiff, filters=own).rows)

        def save_and_ask() -> None:
            case = next(cases)
            actions.collect_money(
                viewer=self.bailiff, case_id=case.case_id, on=TODAY, parts=(Part(1, 1_000),)
            )
            forms.form_run(self.viewer, form="TT05/2024-05", agency=PROVINCE, period=PERIOD, as_of=TODAY)

        self.note(
            "a fact saved until a form shows it", median_of(save_and_ask, times=5), 1.0,
            "counting the ledger's kinds by SQL", median_of(count_kinds, times=3),
        )  # fmt: skip

    # ---------------------------------------------------------------- who asks

    def appoint(self) -> None:
        """Give the head of the province and one bailiff their posts and accounts."""
        self.operator = posts.operator(at=AT, on=TODAY)  # who now reaches the province just founded
        someone = bailiff(UNITS[1], 1)
        organisation.open_account(
            viewer=self.operator, staff_code=someone, username=ACCOUNT, password=PASSWORD, agency=UNITS[1]
        )
        account = get_user_model().objects.get(username=ACCOUNT)
        self.bailiff = posts.viewer_for(account.pk, at=AT, on=TODAY)
        self.viewer = self.operator

    def run(self, only: str) -> None:
        call_command("migrate", verbosity=0)
        self.operator = posts.operator(at=AT, on=TODAY)
        print(HEADING)
        self.importing()
        self.appoint()
        for step in (
            self.first_count,
            self.warm_forms,
            self.drill_down,
            self.pages,
            self.checking_text,
            self.visible_at_once,
        ):
            if re.search(only, step.__name__):
                step()


def store_bare_rows(text: bytes) -> None:
    with sqlite3.connect(HOME / "bare.sqlite3") as bare:
        bare.execute("CREATE TABLE fact (case_no, agency, fact, took_effect, recorded_at, data)")
        values = map(json.loads, text.splitlines())
        keys = ("case", "agency", "fact", "took_effect", "recorded_at")
        rows = ((*map(v.get, keys), json.dumps(v["data"])) for v in values if "fact" in v)
        bare.executemany("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)", rows)
    (HOME / "bare.sqlite3").unlink()


def count_kinds() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT agency, kind, count(*) FROM ledger_entry GROUP BY agency, kind")
        cursor.fetchall()


def signed_in() -> Client:
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.post("/dang-nhap/", {"username": ACCOUNT, "password": PASSWORD})
    return browser


def answered(browser: Client, address: str) -> None:
    answer = browser.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")


def page_addresses(case: object) -> dict[str, str]:
    from django.urls import reverse

    return {
        "case page, server time": reverse("web:case", args=[case.case_id]),
        "list of cases, server time": reverse("web:cases"),
        "bailiff's desk, server time": reverse("web:desk"),
    }


def report_of_pages(pages: int) -> str:
    seeds = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
    text = (
        "\n".join(path.read_text(encoding="utf-8") for path in seeds)
        or "Đã thi hành xong 3.228 việc, đạt 81,23 %. "
    )
    wanted = pages * 2_500  # characters on a page of A4
    return (text * (wanted // len(text) + 1))[:wanted]


def report(bench: Bench) -> str:
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {connection.vendor}"
    lines = "\n".join(line.row() for line in bench.lines)
    return f"Measured on {machine}; {bench.cases:,} cases.\n\n{HEADING}\n{lines}\n"


def write_report(text: str) -> None:
    page = ROOT / "docs" / "benchmark.md"
    before = page.read_text(encoding="utf-8").split("<!-- measured -->")[0]
    page.write_text(f"{before}<!-- measured -->\n{text}", encoding="utf-8")


def main(argv: list[str] | None = None, *, tidy: Callable[[Path], None] = shutil.rmtree) -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cases", type=int, default=60_000)
    asked.add_argument("--only", default="", help="only the steps whose name fits this expression")
    asked.add_argument("--write", action="store_true", help="keep the table in docs/benchmark.md")
    given = asked.parse_args(argv)
    bench = Bench(given.cases)
    try:
        bench.run(given.only)
    finally:
        connection.close()
        tidy(HOME)
    if given.write:
        write_report(report(bench))
    slow = [line.what for line in bench.lines if not line.holds]
    print(f"Slower than allowed: {'; '.join(slow)}" if slow else "All within what is allowed.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
