"""How reports call an agency; one whose place nobody told goes by its own name."""

from thads.foundation.organisation.rules.agencies import AgencyKind, AgencyThen
from thads.steering.narrative.rules import places


def name_of(agency: AgencyThen) -> str:
    """How reports call an agency: the province by its name, a unit as "Chi cục Chiêm Hóa"."""
    own = agency.short_name or agency.name or agency.code
    if agency.kind is AgencyKind.CENTRAL:
        return places.COUNTRY
    if agency.kind is AgencyKind.PROVINCE:
        return agency.place or own
    if agency.short_name.startswith(("Phòng", "Chi cục")) or not agency.place:
        return own
    return f"Chi cục {agency.place.replace('Thành phố', 'thành phố', 1)}"


def level_of(agency: AgencyThen) -> str:
    """What stands before the name: "tỉnh", "thành phố", or "đơn vị" where the name says it itself."""
    if agency.kind is AgencyKind.PROVINCE and agency.place:
        return "thành phố" if "thành phố" in agency.name.lower() else "tỉnh"
    return "đơn vị"
