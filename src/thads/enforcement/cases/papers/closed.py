"""The monthly list of ended cases that goes to the procuracy (N152 Đ32.2)."""

from datetime import date

from thads.enforcement.cases.queries.ended import cases_ended
from thads.enforcement.documents.issuing import Issued, issue_paper
from thads.enforcement.documents.rules.fields import FieldValue
from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.text import write_date
from thads.law import LAW

KIND = "closed_list"


def closed_list_fields(viewer: Viewer, agency: str, *, since: date, until: date) -> dict[str, FieldValue]:
    """Return the list of the agency's cases that ended from one day to another, both included; refuses an
    agency out of sight.
    """
    rows = cases_ended(viewer, agency=agency, first=since, last=until)
    return {
        "since": since,
        "until": until,
        "closed": tuple(
            {
                "decision": f"{row.decision_no or row.number} ngày {write_date(row.decided_on)}",
                "debtor": row.debtor,
                "creditor": row.creditor,
                "ending": LAW.label(row.status),
                "closed_on": row.closed_on,
            }
            for row in rows
        ),
    }


def issue_closed_list(
    viewer: Viewer, agency: str, *, since: date, until: date, on: date, signer: str = ""
) -> Issued:
    """Issue the list; refuses a day before 01/7/2026, when no law asked for it."""
    fields = closed_list_fields(viewer, agency, since=since, until=until)
    return issue_paper(viewer, agency=agency, kind=KIND, on=on, fields=fields, signer=signer)
