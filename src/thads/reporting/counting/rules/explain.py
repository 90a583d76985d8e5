"""Why a case stands in a line, or does not: the same rules on one case, said in Vietnamese."""

from collections.abc import Sequence
from dataclasses import dataclass

from thads.enforcement.cases.rules.state import CaseState, ObligationState, fold
from thads.foundation.ledger.rules.entries import Entry, effective
from thads.kernel.money import Dong
from thads.kernel.text import write_date, write_int
from thads.law import LAW, Certainty
from thads.reporting.counting.rules.codes import LINES, Line
from thads.reporting.counting.rules.lines import RULES, Mark
from thads.reporting.counting.rules.questions import Question
from thads.reporting.counting.rules.reference import carried_on, case_standing
from thads.reporting.counting.rules.standing import Standing, line_of

_SHOWN = 3
"""So many obligations are named in a reason; the rest are counted."""


@dataclass(frozen=True, slots=True)
class LineReason:
    """What a case is to one line: member or not, đồng given, and the reason in Vietnamese."""

    line: Line
    vi: str
    is_member: bool
    amount: Dong
    because: str
    basis: str
    certainty: Certainty


def explained(case_id: str, entries: Sequence[Entry], asked: Question) -> Sequence[LineReason]:
    """Return a reason for every line of the forms, from all entries of one case."""
    standing = case_standing(case_id, entries, asked)
    if standing is None:
        absent = _why_absent(entries, asked)
        return [_reason(line, Mark(False, 0), absent) for line in LINES]
    return [_explained_line(line, standing, asked) for line in LINES]


def _explained_line(line: Line, standing: Standing, asked: Question) -> LineReason:
    mark = RULES[line].decide(standing)
    if mark.is_member:
        because = _why_member(line, standing, asked)
    elif mark.share:
        given = f"góp {write_int(mark.share)} đồng"
        because = f"Không tính là một việc ở cột này, nhưng {given}; {_place(standing, asked)}"
    else:
        because = f"Không đứng ở cột này: {_place(standing, asked)}"
    return _reason(line, mark, because)


def _reason(line: Line, mark: Mark, because: str) -> LineReason:
    rule = RULES[line]
    return LineReason(line, rule.vi, mark.is_member, mark.share, because, rule.basis, rule.certainty)


def _why_absent(entries: Sequence[Entry], asked: Question) -> str:
    since = carried_on(entries, known_at=asked.known_at)
    if since is not None and asked.as_of < since:
        return f"Việc này chuyển từ sổ cũ, số liệu chốt ngày {write_date(since)}; chỉ tính từ ngày đó."
    now = fold(effective(entries, as_of=asked.as_of, known_at=asked.known_at))
    if now is None:
        return f"Đến ngày {write_date(asked.as_of)}, theo những gì đã biết, chưa có quyết định thi hành án."
    if now.decided_on < asked.start and not _open_on_eve(entries, asked):
        return f"Việc này đã kết thúc trước ngày {write_date(asked.start)}, không thuộc kỳ báo cáo."
    return "Việc này không có nghĩa vụ thuộc loại được hỏi."


def _open_on_eve(entries: Sequence[Entry], asked: Question) -> bool:
    eve = fold(effective(entries, as_of=asked.eve, known_at=asked.known_at))
    return eve is not None and eve.is_open


def _why_member(line: Line, standing: Standing, asked: Question) -> str:
    decided = write_date(standing.now.decided_on)
    if line is Line.C3A:
        return f"Nhận ủy thác, quyết định thi hành án ngày {decided} trong kỳ."
    if line is Line.C3 or (line is Line.C1 and standing.is_new):
        return f"Quyết định thi hành án ngày {decided}, trong kỳ từ {write_date(asked.start)}."
    if line in (Line.C1, Line.C2):
        return (
            f"Quyết định thi hành án ngày {decided}, đến hết ngày {write_date(asked.eve)} chưa thi hành xong."
        )
    return _place(standing, asked)


def _place(standing: Standing, asked: Question) -> str:
    """Say in which line the case stands and which obligations put it there."""
    name = RULES[standing.line].vi
    deciding = _obligations(standing.now, standing.line)
    return f"ngày {write_date(asked.as_of)} việc này đứng ở cột “{name}” vì {deciding}."


def _obligations(case: CaseState, line: Line) -> str:
    deciding = [one for one in case.obligations if line_of(one) is line]
    shown = "; ".join(_said(one) for one in deciding[:_SHOWN])
    more = len(deciding) - _SHOWN
    return shown + (f" và {more} nghĩa vụ khác" if more > 0 else "")


def _said(one: ObligationState) -> str:
    status = LAW.label(one.status).lower()
    if one.is_open and one.amount > 0 and one.remaining <= 0:
        status += ", đã thu đủ"
    return f"nghĩa vụ số {one.no}: {status} từ {write_date(one.since)}"
