"""How `form`, `results` and `write-report` are asked: one reader of days and instants, one exit code."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Annotated, Any

import typer

from thads.interfaces.cli import database
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "asking.day_not_given": "Chưa ghi ngày; hãy viết như 2024-06-30 hoặc 30/6/2024, hoặc bỏ lựa chọn đó.",
        "asking.not_a_day": "“{written}” không phải là ngày; hãy viết như 2024-06-30 hoặc 30/6/2024.",
        "asking.not_an_instant": "“{written}” không phải là thời điểm; hãy viết như "
        "2024-07-03T09:00+07:00 hoặc một ngày như 2024-07-03 (nghĩa là hết ngày đó, giờ Việt Nam).",
    }
)

AgencyCode = Annotated[str, typer.Option("--agency", help="Mã cơ quan, như TQ hoặc TQ.CH.")]
PeriodWritten = Annotated[str, typer.Option("--period", help="Kỳ báo cáo, như FY2024/9M.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="NGÀY", help="Tính đến ngày, như 2024-06-30 hoặc 30/6/2024.")
]
KnownAt = Annotated[
    str | None,
    typer.Option("--known-at", metavar="THỜI_ĐIỂM", help="Biết đến lúc nào, như 2024-07-03T09:00+07:00."),
]


@contextmanager
def asking() -> Iterator[None]:
    """Make the database ready; a refusal within is told on the error output and ends with 2."""
    try:
        database.ready()
        yield
    except Refusal as refusal:
        typer.echo(refusal.message, err=True)
        raise typer.Exit(2) from None


def question(agency: str, period: str, as_of: str | None, known_at: str | None) -> dict[str, Any]:
    """Return what was asked as the keywords that the rooms' queries take; refuses what cannot be read."""
    from thads.kernel.periods import Period

    return {
        "agency": agency.strip(),
        "period": Period.parse(period),
        "as_of": None if as_of is None else read_day(as_of),
        "known_at": None if known_at is None else read_instant(known_at),
    }


def operator() -> Any:
    """Return the viewer of whoever may run commands on this machine."""
    from thads.foundation.organisation import queries as organisation
    from thads.interfaces import clock

    return organisation.operator(at=clock.now(), on=clock.today())


def read_day(written: str) -> date:
    """Read a day written as 2024-06-30 or 30/6/2024; refuse anything else."""
    from thads.kernel.text import read_date

    if not written.strip():
        raise Refusal("asking.day_not_given")
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        pass
    try:
        return read_date(written)
    except Refusal:
        raise Refusal("asking.not_a_day", written=written) from None


def read_instant(written: str) -> datetime:
    """Read an instant; a bare day is its end and a missing zone is Viet Nam's. Refuse anything else."""
    from thads.interfaces.clock import VIET_NAM

    try:
        found = datetime.fromisoformat(written.strip())
    except ValueError:
        return datetime.combine(_day_or_refused(written), time.max, tzinfo=VIET_NAM)
    if len(written.strip()) <= len("2024-07-03"):
        found = datetime.combine(found.date(), time.max)
    return found if found.tzinfo is not None else found.replace(tzinfo=VIET_NAM)


def _day_or_refused(written: str) -> date:
    try:
        return read_day(written)
    except Refusal as refusal:
        if refusal.code == "asking.day_not_given":
            raise
        raise Refusal("asking.not_an_instant", written=written) from None
