"""The lines of one case as its history: one decision, facts in order, cancellations pointing to their fact.

The order of writing is by `recorded_at`, lines of the same instant in the order of the file; the order of
the law is that of the fold (took effect, recorded, written).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from thads.enforcement.cases.rules import facts
from thads.interfaces.exchange.histories.faults import Faults
from thads.interfaces.exchange.histories.lines import VIET_NAM, FactLine
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "histories.recorded_in_future": "Thời điểm ghi nhận {recorded_at} còn ở tương lai (hệ thống đang "
        "làm việc "
        "vào lúc {now}); chỉ nhận sự kiện đã ghi nhận. Nếu hệ thống đang dùng ngày làm việc giả định của "
        "dữ liệu "
        "trình diễn, hãy nhập vào một THADS_HOME khác hoặc đặt THADS_TODAY.",
        "histories.future_fact": "Sự kiện có hiệu lực ngày {took_effect}, sau ngày ghi nhận {recorded_on}; "
        "không "
        "thể ghi nhận một việc chưa xảy ra. Hãy kiểm tra lại took_effect hoặc recorded_at.",
        "histories.line_twice": "Dòng này trùng hoàn toàn với dòng {first}; hãy bỏ bớt một dòng. Nếu thật "
        "sự có hai "
        "sự kiện như nhau, hãy ghi cho mỗi dòng một “id” riêng.",
        "histories.no_decision": "Việc {case} của cơ quan {agency} không có dòng decision_issued; mỗi việc "
        "phải mở "
        "bằng một quyết định thi hành án.",
        "histories.two_decisions": "Việc {case} của cơ quan {agency} đã có quyết định thi hành án ở dòng "
        "{first}; "
        "mỗi quyết định là một việc, hãy ghi số việc khác.",
        "histories.before_decision": "Sự kiện có hiệu lực ngày {took_effect}, trước ngày ra quyết định thi "
        "hành án "
        "{decided_on} (dòng {first}).",
        "histories.id_twice": "“id” {id} đã dùng ở dòng {first} của cùng việc; mỗi “id” chỉ dùng một lần.",
        "histories.cancels_nothing": "Không có dòng nào của việc {case} mang “id” {cancels} để hủy.",
        "histories.cancelled_twice": "Sự kiện “{cancels}” đã bị hủy ở dòng {first}.",
        "histories.cancelled_decision": "Không thể hủy dòng quyết định thi hành án; hãy ghi "
        "decision_recalled "
        "(thu hồi quyết định).",
        "histories.cancelled_early": "Dòng hủy được ghi nhận lúc {recorded_at}, trước khi sự kiện bị hủy "
        "được ghi "
        "nhận ({cancelled_at}).",
    }
)


@dataclass(frozen=True, slots=True)
class OrderedLines:
    """All lines of one case, in the order of writing; `cancelled` are the places (from 0) taken back."""

    agency: str
    case: str
    lines: tuple[FactLine, ...]
    targets: dict[int, int]
    """Place of a cancelling line → place of the line that it cancels."""

    @property
    def opening(self) -> FactLine:
        return next(line for line in self.lines if isinstance(line.fact, facts.DecisionIssued))


def in_order(lines: Sequence[FactLine], *, now: datetime, faults: Faults) -> OrderedLines | None:
    """Return the history of a case, None when its lines do not make one; each fault is noted at its line."""
    before = faults.count
    for line in lines:
        _check_times(line, now, faults)
    _check_no_twins(lines, faults)
    written = sorted(lines, key=lambda line: (line.recorded_at, line.line))
    _check_one_decision(lines, faults)
    targets = _targets(written, faults)
    if faults.count > before:
        return None
    return OrderedLines(lines[0].agency, lines[0].case, tuple(written), targets)


def _check_times(line: FactLine, now: datetime, faults: Faults) -> None:
    if line.recorded_at > now:
        told: dict[str, object] = {
            "recorded_at": line.recorded_at.astimezone(VIET_NAM),
            "now": now.astimezone(VIET_NAM),
        }
        faults.add(line.line, "histories.recorded_in_future", basis="", **told)
        return
    recorded_on = line.recorded_at.astimezone(VIET_NAM).date()
    if line.took_effect > recorded_on:
        faults.add(line.line, "histories.future_fact", took_effect=line.took_effect, recorded_on=recorded_on)


def _check_no_twins(lines: Sequence[FactLine], faults: Faults) -> None:
    seen: dict[object, int] = {}
    for line in lines:
        key = (line.fact, line.took_effect, line.recorded_at, line.order_no, line.id, line.cancels)
        first = seen.setdefault(key, line.line)
        if first != line.line:
            faults.add(line.line, "histories.line_twice", first=first)


def _check_one_decision(lines: Sequence[FactLine], faults: Faults) -> None:
    opening = [line for line in lines if isinstance(line.fact, facts.DecisionIssued)]
    if not opening:
        first = min(line.line for line in lines)
        faults.add(first, "histories.no_decision", case=lines[0].case, agency=lines[0].agency)
        return
    decision = opening[0]
    for line in opening[1:]:
        faults.add(
            line.line, "histories.two_decisions", case=line.case, agency=line.agency, first=decision.line
        )
    for line in lines:
        if line.fact is not None and line.took_effect < decision.took_effect:
            faults.add(line.line, "histories.before_decision", took_effect=line.took_effect,
                       decided_on=decision.took_effect, first=decision.line)  # fmt: skip


def _targets(written: Sequence[FactLine], faults: Faults) -> dict[int, int]:
    by_id: dict[str, int] = {}
    for place, line in enumerate(written):
        if line.id and by_id.setdefault(line.id, place) != place:
            faults.add(line.line, "histories.id_twice", id=line.id, first=written[by_id[line.id]].line)
    targets: dict[int, int] = {}
    for place, line in enumerate(written):
        if line.cancels:
            target = _target(line, by_id, written, targets, faults)
            if target is not None:
                targets[place] = target
    return targets


def _target(
    line: FactLine,
    by_id: dict[str, int],
    written: Sequence[FactLine],
    targets: dict[int, int],
    faults: Faults,
) -> int | None:
    target = by_id.get(line.cancels)
    if target is None or written[target].fact is None:
        faults.add(line.line, "histories.cancels_nothing", case=line.case, cancels=line.cancels)
        return None
    cancelled = written[target]
    if isinstance(cancelled.fact, facts.DecisionIssued):
        faults.add(line.line, "histories.cancelled_decision")
        return None
    if cancelled.recorded_at > line.recorded_at:
        faults.add(line.line, "histories.cancelled_early", recorded_at=line.recorded_at.astimezone(VIET_NAM),
                   cancelled_at=cancelled.recorded_at.astimezone(VIET_NAM))  # fmt: skip
        return None
    first = next((place for place, other in targets.items() if other == target), None)
    if first is not None:
        faults.add(line.line, "histories.cancelled_twice", cancels=line.cancels, first=written[first].line)
        return None
    return target
