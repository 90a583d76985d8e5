"""Parties (đương sự) as values: who they are and in which capacity they stand (L08 Đ3; L25 Đ3)."""

from dataclasses import dataclass

from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.party_without_name": "Có đương sự chưa ghi họ tên; hãy ghi họ tên hoặc bỏ dòng đó.",
        "cases.no_debtor": "Chưa ghi người phải thi hành án; hãy ghi ít nhất một người phải thi hành án.",
    }
)


@dataclass(frozen=True, slots=True)
class PartyDetails:
    """A person or organisation; `id_number` is the personal or tax identification number."""

    role: PartyRole
    name: str
    address: str = ""
    id_number: str = ""
    phone: str = ""


def check_parties(parties: tuple[PartyDetails, ...]) -> None:
    """Refuse parties without a name, or none that owes (N62 Đ4; N152 Đ9.2)."""
    if any(not party.name.strip() for party in parties):
        raise Refusal("cases.party_without_name", basis="L08 Đ31.2; L25 Đ34.1")
    if not any(party.role is PartyRole.DEBTOR for party in parties):
        raise Refusal("cases.no_debtor", basis="L08 Đ31.2; L25 Đ34.1")


def named(parties: tuple[PartyDetails, ...], role: PartyRole) -> str:
    """Return the names of one capacity as a list shows them: the first, and how many more."""
    names = [party.name for party in parties if party.role is role]
    if not names:
        return ""
    return names[0] if len(names) == 1 else f"{names[0]} và {len(names) - 1} người khác"
