"""A taking over of old books as the value that screens and commands show."""

from thads.enforcement.cases.models import CutOver
from thads.enforcement.cases.rules.cutover import CutOverRow as CutOverLine
from thads.enforcement.cases.rules.cutover import Difference, digest_of


def cut_over_line(row: CutOver) -> CutOverLine:
    """Return a taking over as a value, with how many cases are in."""
    differences = tuple(Difference(**one) for one in row.differences)
    return CutOverLine(
        cut_over_id=row.uuid, agency=row.agency, carried_on=row.carried_on, planned=row.planned,
        taken=row.rows.filter(no=1).count(), begun_at=row.begun_at, begun_by=row.begun_by,
        differences=differences,
        confirmed=bool(differences) and row.confirmed_digest == digest_of(differences),
        confirmed_by=row.confirmed_by, confirmed_at=row.confirmed_at, reason=row.reason,
        finished_at=row.finished_at, found=dict(row.found),
    )  # fmt: skip
