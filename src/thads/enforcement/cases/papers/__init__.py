"""What the papers of a case say: contexts built from its facts, drafts, and papers issued with the act.

`issue_for` is called in the transaction of the act; `preview` shows what it would write; `copy_of` writes the
papers of an old register anew, as copies.
"""

from thads.enforcement.cases.papers.closed import closed_list_fields, issue_closed_list
from thads.enforcement.cases.papers.issuing import (
    copy_of,
    issue_for,
    issue_on_demand,
    papers_due,
    preview,
    preview_decision,
    preview_of,
)
from thads.enforcement.cases.papers.requests import issue_for_request, preview_for_request

__all__ = [
    "closed_list_fields",
    "copy_of",
    "issue_closed_list",
    "issue_for",
    "issue_for_request",
    "issue_on_demand",
    "papers_due",
    "preview",
    "preview_decision",
    "preview_for_request",
    "preview_of",
]
