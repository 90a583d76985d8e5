"""Reading papers: what was issued, what came in, which masters there are; scoped to the viewer's sight."""

from thads.enforcement.documents.queries.masters import (
    check_master,
    fields_of,
    master_docx,
    master_list,
    master_page,
)
from thads.enforcement.documents.queries.papers import (
    case_file,
    paper_page,
    paper_search,
    papers_of,
    preview,
    received_file,
)
from thads.enforcement.documents.queries.series import number_series, symbol_of

__all__ = [
    "case_file",
    "check_master",
    "fields_of",
    "master_docx",
    "master_list",
    "master_page",
    "number_series",
    "paper_page",
    "paper_search",
    "papers_of",
    "preview",
    "received_file",
    "symbol_of",
]
