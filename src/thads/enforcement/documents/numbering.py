"""Taking numbers: one series an agency, a family and a year, without gaps (T04 Đ30).

Called by the actions of this and higher rooms inside their own transaction: when the act is refused, the
number is not used up.
"""

from datetime import date

from thads.enforcement.documents.models import NumberSeries, PaperSymbol
from thads.enforcement.documents.rules import numbers
from thads.enforcement.documents.standing import chain_of
from thads.foundation.ledger import actions as ledger
from thads.foundation.organisation.rules.agencies import AgencyTree
from thads.law import LAW


def next_number(agency: str, family: str, on: date) -> tuple[int, int]:
    """Take the next number of a series, without gaps; return (number, year of the series)."""
    year = numbers.series_year(family, on)
    series = _locked_series(agency, family, year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last, year


def continue_after(agency: str, family: str, year: int, *, last: int) -> None:
    """Let a series go on after the highest number that was brought in from elsewhere; never back."""
    series = _locked_series(agency, family, year)
    series.last = max(series.last, last)
    series.save(update_fields=["last"])


def last_number(agency: str, family: str, year: int) -> int:
    """Return the last number given in a series, 0 before the first."""
    found = NumberSeries.objects.filter(agency=agency, family=family, year=year).first()
    return found.last if found is not None else 0


def _locked_series(agency: str, family: str, year: int) -> NumberSeries:
    ledger.one_writer_at_a_time()
    return NumberSeries.objects.get_or_create(agency=agency, family=family, year=year)[0]


def order_number(agency: str, family: str, on: date, *, symbol: str = "QĐ") -> str:
    """Take the next number of a kind of paper and write it with the agency's symbol: “125/QĐ-CCTHADS”.

    A unit of a provincial agency issues in that agency's name, so the series is that agency's [derived].
    """
    standing = chain_of(agency, on=on)
    issuing = standing.legal_agency(agency)
    number, _year = next_number(issuing, family, on)
    return numbers.written_number(number, symbol, agency_symbol(issuing, on=on, standing=standing))


def issuing_agency(agency: str, *, on: date) -> str:
    """Return the agency in whose name, and in whose series, a paper of `agency` goes out on the day."""
    return chain_of(agency, on=on).legal_agency(agency)


def agency_symbol(agency: str, *, on: date, standing: AgencyTree | None = None) -> str:
    """Return the symbol an agency writes on its papers on the day: its own, the organisation's, the law's.

    `standing` is where it stands that day, when the caller knows already.
    """
    own = (
        PaperSymbol.objects.filter(agency=agency, valid_from__lte=on)
        .order_by("-valid_from", "-id")
        .values_list("symbol", flat=True)
        .first()
    )
    if own:
        return own
    then = (standing or chain_of(agency, on=on)).agencies.get(agency)
    if then is None:
        return agency
    ruling = LAW.numbering.symbol(then.kind, on=on)
    return then.symbol or (str(ruling.value) if ruling else agency)
