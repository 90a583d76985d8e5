"""Other agencies as addressees: known by code or name, never oneself."""

from datetime import date

from thads.enforcement.cases.models import EnforcementCase
from thads.foundation.organisation import queries as organisation
from thads.kernel.names import fold
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.to_itself": "Cơ quan nhận phải là cơ quan khác; việc {number} đang do {agency} thi hành.",
    }
)


def addressee(written: str, *, on: date) -> str:
    """Return the code of an agency known by this code or name, so that it finds what is sent to it; else the
    words as written: the agency of another province works elsewhere.
    """
    agencies = organisation.agency_tree(on=on).agencies
    wanted = fold(written)
    return next((code for code, one in agencies.items() if wanted in (fold(code), fold(one.name))), written)


def check_other(case: EnforcementCase, to_agency: str) -> None:
    """Refuse an agency that is the one which has the case."""
    if to_agency.strip() == case.agency:
        raise Refusal("cases.to_itself", number=case.number, agency=case.agency)
