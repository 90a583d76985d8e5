"""Running numbers of the registers of intake, without gaps (T04 Đ30)."""

from datetime import date

from thads.enforcement.documents.numbering import next_number


def register_number(agency: str, register: str, on: date) -> str:
    """Take the next number of a register of the agency: “15/2024”."""
    number, year = next_number(agency, register, on)
    return f"{number}/{year}"
