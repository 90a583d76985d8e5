"""Numbers that no paper bears, and the symbol an agency writes."""

from datetime import date

from thads.enforcement.documents.models import IssuedPaper, PaperSymbol, VoidedNumber
from thads.enforcement.documents.numbering import last_number
from thads.enforcement.documents.rules import rights as _rights  # noqa: F401  (the verbs of this room)
from thads.enforcement.documents.rules.numbers import family_name, is_symbol
from thads.foundation.access.door import action
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.kernel.refusals import Refusal


@action("documents.void_number")
def void_number(
    *, viewer: Viewer, agency: str, family: str, year: int, number: int, on: date, reason: str
) -> str:
    """Keep a number that no paper bears as voided, with its reason; it is never given again.

    Refuses a number not given yet, one voided already, one that an issued paper bears.
    """
    rights.check_may(viewer, "documents.void_number", agency=agency)
    ledger.one_writer_at_a_time()
    if not reason.strip():
        raise Refusal("documents.reason_missing")
    _check_voidable(agency, family, year, number)
    VoidedNumber.objects.create(
        agency=agency, family=family, year=year, number=number, voided_on=on, recorded_at=viewer.at,
        actor=viewer.username, reason=reason.strip()[:300],
    )  # fmt: skip
    return f"{number}/{year}"


def _check_voidable(agency: str, family: str, year: int, number: int) -> None:
    name, last = family_name(family), last_number(agency, family, year)
    if not 0 < number <= last:
        raise Refusal(
            "documents.number_not_given", family=name, year=str(year), agency=agency, last=last, number=number
        )
    voided = VoidedNumber.objects.filter(agency=agency, family=family, year=year, number=number).first()
    if voided is not None:
        raise Refusal(
            "documents.number_voided", number=number, family=name, year=str(year), on=voided.voided_on,
            reason=voided.reason,
        )  # fmt: skip
    borne = IssuedPaper.objects.filter(
        series_agency=agency, family=family, year=year, number__startswith=f"{number}/"
    ).first()
    if borne is not None:
        raise Refusal("documents.number_borne", basis="T04 Đ36.4", number=number, paper=borne.number)


@action("documents.set_symbol")
def set_symbol(*, viewer: Viewer, agency: str, symbol: str, valid_from: date) -> str:
    """Let the agency write its own symbol on papers from a day on; numbers already given keep theirs."""
    rights.check_may(viewer, "documents.set_symbol", agency=agency)
    written = symbol.strip()
    if not is_symbol(written):
        raise Refusal("documents.symbol_unwritten", symbol=symbol)
    PaperSymbol.objects.create(
        agency=agency, symbol=written, valid_from=valid_from, recorded_at=viewer.at, actor=viewer.username
    )
    return written
