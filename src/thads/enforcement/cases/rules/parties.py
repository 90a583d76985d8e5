"""Parties (đương sự) as values: who they are and in which capacity they stand (L08 Đ3; L25 Đ3)."""

import re
from dataclasses import dataclass
from datetime import date

from thads.enforcement.cases.rules.vocabulary import PartyRole
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "cases.party_without_name": "Có đương sự chưa ghi họ tên; hãy ghi họ tên hoặc bỏ dòng đó.",
        "cases.born_wrong": "“{born}” không phải là ngày sinh hoặc năm sinh của {name}; hãy ghi như "
        "02/04/1985 "
        "hoặc 1985.",
        "cases.party_too_long": "{field} của {name} dài {length} ký tự; nhiều nhất là {longest}.",
        "cases.no_debtor": "Chưa ghi người phải thi hành án; hãy ghi ít nhất một người phải thi hành án.",
    }
)


@dataclass(frozen=True, slots=True)
class PartyDetails:
    """A person or organisation; `id_number` is the personal or tax identification number, `born` the birth
    date (1985-04-02) or, when only that is known, the year (1985); `bank_account`: number and bank.
    """

    role: PartyRole
    name: str
    address: str = ""
    id_number: str = ""
    phone: str = ""
    born: str = ""
    bank_account: str = ""


_YEAR = re.compile(r"(19|20)\d{2}")
_TAX_LENGTHS = (10, 13)


def is_organisation(party: PartyDetails) -> bool:
    """Say whether a party is an organisation: its number is a tax number of ten or thirteen figures
    [derived].
    """
    figures = [sign for sign in party.id_number if sign.isdigit()]
    return len(figures) in _TAX_LENGTHS


LONGEST = {
    "name": ("Họ tên", 200),
    "address": ("Địa chỉ", 300),
    "id_number": ("Số định danh, mã số thuế", 32),
    "phone": ("Số điện thoại", 32),
    "bank_account": ("Tài khoản ngân hàng", 120),
}
"""Field of a party → its name for officers, most characters."""


def check_details(party: PartyDetails, *, today: date) -> None:
    """Refuse a birth date or year that is none, or that is still to come, and what is longer than is kept."""
    for name, (words, longest) in LONGEST.items():
        length = len(getattr(party, name))
        if length > longest:
            raise Refusal(
                "cases.party_too_long", field=words, name=party.name[:40], length=length, longest=longest
            )
    if not party.born:
        return
    is_year = _YEAR.fullmatch(party.born) is not None
    if not (int(party.born) <= today.year if is_year else _is_past_day(party.born, today)):
        raise Refusal("cases.born_wrong", born=party.born, name=party.name)


def _is_past_day(written: str, today: date) -> bool:
    try:
        return date.fromisoformat(written) <= today
    except ValueError:
        return False


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
