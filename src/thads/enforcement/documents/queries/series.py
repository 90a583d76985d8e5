"""The series of numbers of an agency in a year, with the numbers voided."""

from datetime import date

from thads.enforcement.documents.models import NumberSeries, VoidedNumber
from thads.enforcement.documents.numbering import agency_symbol
from thads.enforcement.documents.rules.pages import SeriesRow
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.law import LAW


def number_series(viewer: Viewer, *, agency: str, years: tuple[int, ...]) -> tuple[SeriesRow, ...]:
    """Return the series of an agency in these years by register and name; refuses an agency out of sight."""
    if not viewer.sees(agency):
        raise Refusal("access.not_in_sight", name=viewer.name)
    voided: dict[tuple[str, int], list[int]] = {}
    for row in VoidedNumber.objects.filter(agency=agency, year__in=years).order_by("number"):
        voided.setdefault((row.family, row.year), []).append(row.number)
    rows = [
        _row(one, tuple(voided.get((one.family, one.year), ())))
        for one in NumberSeries.objects.filter(agency=agency, year__in=years)
    ]
    return tuple(sorted(rows, key=lambda one: (one.register or "~", one.name, one.year)))


def symbol_of(viewer: Viewer, *, agency: str, on: date) -> str:
    """Return the symbol an agency writes on its papers on the day; refuses an agency out of sight."""
    if not viewer.sees(agency):
        raise Refusal("access.not_in_sight", name=viewer.name)
    return agency_symbol(agency, on=on)


def _row(series: NumberSeries, voided: tuple[int, ...]) -> SeriesRow:
    family = LAW.numbering.family(series.family)
    return SeriesRow(
        agency=series.agency, family=series.family, name=family.vi, register=family.register,
        year=series.year, last=series.last, voided=voided,
    )  # fmt: skip
