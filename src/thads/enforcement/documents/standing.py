"""Where an agency stands on a day: itself and those above it, without reading the whole tree."""

from datetime import date

from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.rules.agencies import AgencyThen, AgencyTree


def chain_of(agency: str, *, on: date) -> AgencyTree:
    """Return the agency and those above it as they stood on the day, nearest first; empty for one unknown."""
    found: dict[str, AgencyThen] = {}
    code: str | None = agency
    while code is not None and code not in found:
        then = next((one for one in organisation.agency_history(code) if on in one.span), None)
        if then is None:
            break
        found[code], code = then, then.parent
    return AgencyTree(on, found)
