"""What a person typed or chose in an address, read forgivingly: an unknown value narrows nothing."""

from enum import StrEnum
from typing import TypeVar

from django.http import HttpRequest

Word = TypeVar("Word", bound=StrEnum)


def chosen(request: HttpRequest, name: str, vocabulary: type[Word]) -> Word | None:
    """Return the member of a vocabulary named in the address, None for none or an unknown one."""
    try:
        return vocabulary(request.GET.get(name, ""))
    except ValueError:
        return None


def typed(request: HttpRequest, name: str, longest: int = 200) -> str:
    """Return the text given in the address, without spaces around, cut at a sensible length."""
    return request.GET.get(name, "").replace("\x00", "").strip()[:longest]


def page_number(request: HttpRequest) -> int:
    """Return the page asked for, 1 for anything that is no page number."""
    written = request.GET.get("page", "")
    return max(int(written), 1) if written.isdecimal() and len(written) < 8 else 1
