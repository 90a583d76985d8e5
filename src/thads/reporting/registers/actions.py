"""Closing registers (T04 Đ30.4)."""

from uuid import UUID

from thads.foundation.access.door import action
from thads.foundation.access.rules.rights import check_may
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.ledger import actions as ledger
from thads.kernel.refusals import Refusal
from thads.law import LAW
from thads.reporting.registers.models import RegisterClosing
from thads.reporting.registers.queries import register_run
from thads.reporting.registers.rules.closing import ClosingKind, check_closable, closing_span, closing_words
from thads.reporting.registers.rules.rights import CLOSE_REGISTER
from thads.reporting.registers.rules.runs import written_lines


@action(CLOSE_REGISTER)
def close_register(
    *,
    viewer: Viewer,
    agency: str,
    register: str,
    kind: ClosingKind,
    year: int,
    number: int = 1,
    head: str = "",
) -> UUID:
    """Close a register of an agency over a quarter, half-year or year of the statistics year (T04 Đ30.4).

    Keeps the instant of knowledge and a digest of the lines, so that the closed register is the same for
    ever. Refuses a span that is not over, and one closed already.
    """  # fmt: skip
    check_may(viewer, CLOSE_REGISTER, agency=agency)
    layout, span = LAW.register(register), closing_words(kind, year=year, number=number)
    first, last = closing_span(kind, year=year, number=number)
    check_closable(layout.vi, span=span, last=last, today=viewer.on)
    ledger.one_writer_at_a_time()
    before = RegisterClosing.objects.filter(
        agency=agency, register=register, kind=kind.value, year=year, number=number
    ).first()
    if before is not None:
        raise Refusal(
            "registers.closed_already", basis="T04 Đ30.4", register=layout.vi, span=span,
            closed_on=before.closed_on,
        )  # fmt: skip
    run = register_run(viewer, register=register, agency=agency, first=first, last=last)
    closing = RegisterClosing.objects.create(
        agency=agency, register=register, kind=kind.value, year=year, number=number, first=first, last=last,
        known_at=run.known_at, closed_on=viewer.on, closed_by=viewer.username, head=head.strip(),
        lines=len(run.lines), total_amount=run.total, fingerprint=run.fingerprint,
        printed=written_lines(run.lines),
    )  # fmt: skip
    return closing.uuid
