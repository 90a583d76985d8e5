"""A file of histories read whole: who is who, which lines belong to which case, every fault at its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO
from uuid import NAMESPACE_URL, UUID, uuid5

from thads.enforcement.cases.rules import facts
from thads.enforcement.cases.rules.histories import CaseHistory, HistoryFact
from thads.enforcement.cases.rules.moves import MOVES
from thads.interfaces.exchange.histories import lines as line_shapes
from thads.interfaces.exchange.histories.faults import Faults, where
from thads.interfaces.exchange.histories.file import text_lines
from thads.interfaces.exchange.histories.lines import AgencyLine, FactLine, StaffLine, SuccessionLine
from thads.interfaces.exchange.histories.ordering import OrderedLines, in_order
from thads.interfaces.exchange.histories.organisation import Surroundings
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

CaseKey = tuple[str, str]

register_sentences(
    {
        "histories.header_late": "Dòng mở đầu tệp (thads, version) chỉ được đứng ở dòng đầu tiên.",
        "histories.kind_unknown": "Không rõ dòng này ghi gì: cần có “case” (sự kiện của một việc), "
        "“agency” là đối "
        "tượng (cơ quan), “staff” (công chức) hoặc “succession” (kế thừa).",
        "histories.agency_unknown": "Không có cơ quan mang mã “{agency}” trong hệ thống cũng như trong "
        "tệp; hãy sửa "
        'mã, hoặc thêm dòng {{"agency": {{"code": "{agency}", "name": …, "valid_from": …}}}}.',
        "histories.agency_not_then": "Cơ quan {agency} chưa thành lập hoặc đã chấm dứt vào ngày {on}.",
        "histories.agency_not_in_sight": "Cơ quan {agency} không thuộc phạm vi được giao cho tài khoản "
        "{name}; "
        "hãy nhập bằng tài khoản của cơ quan đó hoặc của cấp trên.",
        "histories.bailiff_elsewhere": "{name} ({bailiff}) không giữ chức chấp hành viên tại cơ quan "
        "{agency} vào ngày {on}; hãy sửa mã chấp hành viên, hoặc sửa dòng “staff” về chức vụ của người đó.",
        "histories.to_itself": "Cơ quan nhận phải là cơ quan khác; việc {case} đang do {agency} thi hành.",
        "histories.bailiff_unknown": "Không có chấp hành viên mang mã “{bailiff}” trong hệ thống cũng như "
        "trong "
        'tệp; hãy sửa mã, hoặc thêm dòng {{"staff": {{"code": "{bailiff}", "name": …, "agency": …}}}}.',
    }
)


@dataclass(slots=True)
class HistoriesFile:
    """The lines of a file by what they speak of; cases in the order of their first line."""

    agencies: list[tuple[int, AgencyLine]] = field(default_factory=list)
    successions: list[tuple[int, SuccessionLine]] = field(default_factory=list)
    staff: list[tuple[int, StaffLine]] = field(default_factory=list)
    cases: dict[CaseKey, list[tuple[int, str]]] = field(default_factory=dict)
    acting: set[str] = field(default_factory=set)
    """Codes of agencies that acted in a case of another, or took its file."""
    facts: int = 0

    @property
    def says_nothing(self) -> bool:
        """Whether there is neither a case nor anything of the organisation."""
        return not (self.cases or self.agencies or self.staff or self.successions)

    def named_agencies(self) -> frozenset[str]:
        """Return the codes of all agencies that any line names."""
        named = {agency for agency, _ in self.cases} | self.acting
        named |= {line.agency for _, line in self.staff}
        for _, line in self.agencies:
            named |= {line.code, line.parent or line.code}
        for _, step in self.successions:
            named |= {step.predecessor, step.successor}
        return frozenset(named)


def read_file(stream: BinaryIO, faults: Faults) -> HistoriesFile:
    """Sort the lines of a file by what they speak of; faults of single lines go to `faults`."""
    found = HistoriesFile()
    for number, text in text_lines(stream, faults):
        try:
            _sort_line(found, number, text)
        except Refusal as refusal:
            faults.add_refusal(number, refusal)
    return found


def _sort_line(found: HistoriesFile, number: int, text: str) -> None:
    value = line_shapes.parse(text)
    if "case" in value or "fact" in value:
        found.cases.setdefault(line_shapes.case_key(value), []).append((number, text))
        found.facts += 1
        if isinstance(acting := value.get("acting_agency"), str) and acting:
            found.acting.add(acting)
        payload = value.get("data")
        if isinstance(payload, dict) and isinstance(to := payload.get("to_agency"), str):
            found.acting.add(to)
    elif "agency" in value:
        found.agencies.append((number, line_shapes.agency_line(value)))
    elif "staff" in value:
        found.staff.append((number, line_shapes.staff_line(value)))
    elif "succession" in value:
        found.successions.append((number, line_shapes.succession_line(value)))
    elif "thads" not in value:
        raise Refusal("histories.kind_unknown")
    elif number > 1:
        raise Refusal("histories.header_late")
    else:
        line_shapes.check_header(value)


def histories(
    found: HistoriesFile, surroundings: Surroundings, *, now: datetime, faults: Faults
) -> Iterator[CaseHistory]:
    """Yield the history of each case that makes one; the faults of the others are noted at their lines.

    Whether each step is lawful is for the room of cases to say; it names the line by `where`.
    """
    for key, texts in found.cases.items():
        history = _history(key, texts, surroundings, now, faults)
        if history is not None:
            yield history


def _history(
    key: CaseKey, texts: list[tuple[int, str]], surroundings: Surroundings, now: datetime, faults: Faults
) -> CaseHistory | None:
    lines = _fact_lines(texts, faults)
    if len(lines) < len(texts):
        return None
    if not _check_surroundings(key, lines, surroundings, faults):
        return None
    ordered = in_order(lines, now=now, faults=faults)
    return None if ordered is None else as_value(ordered)


def _fact_lines(texts: list[tuple[int, str]], faults: Faults) -> list[FactLine]:
    lines = []
    for number, text in texts:
        try:
            lines.append(line_shapes.fact_line(line_shapes.parse(text), line=number))
        except Refusal as refusal:
            faults.add_refusal(number, refusal)
    return lines


def _check_surroundings(
    key: CaseKey, lines: list[FactLine], surroundings: Surroundings, faults: Faults
) -> bool:
    """Check the agency and the bailiffs that a case names; a case of an unknown agency is told once."""
    before = faults.count
    agency = key[0]
    opened = min(lines, key=lambda line: line.took_effect)
    if agency not in surroundings.agencies:
        faults.add(lines[0].line, "histories.agency_unknown", agency=agency)
    elif not surroundings.sees(agency):
        faults.add(
            lines[0].line, "histories.agency_not_in_sight", agency=agency, name=surroundings.viewer.name
        )
    elif not surroundings.stood(agency, opened.took_effect):
        faults.add(opened.line, "histories.agency_not_then", agency=agency, on=opened.took_effect)
    for line in lines:
        if line.acting_agency and line.acting_agency not in surroundings.agencies:
            faults.add(line.line, "histories.agency_unknown", agency=line.acting_agency)
        bailiff = _bailiff(line.fact)
        if bailiff and bailiff not in surroundings.staff:
            faults.add(line.line, "histories.bailiff_unknown", bailiff=bailiff)
        elif bailiff and not surroundings.serves(bailiff, agency=agency, on=line.took_effect):
            faults.add(
                line.line, "histories.bailiff_elsewhere", basis="L08 Đ36.2; L25 Đ32.2", bailiff=bailiff,
                name=surroundings.staff[bailiff], agency=agency, on=line.took_effect,
            )  # fmt: skip
        _check_addressee(line, surroundings, faults)
    return faults.count == before


def _check_addressee(line: FactLine, surroundings: Surroundings, faults: Faults) -> None:
    """Check that a case goes to another agency, a file pulled up to one that is known."""
    if not isinstance(line.fact, facts.DelegatedOut | facts.FilePulledUp | facts.HandedToAgency):
        return
    to = line.fact.to_agency
    if to.strip() == line.agency:
        basis = MOVES[type(line.fact)].basis(line.took_effect)
        faults.add(line.line, "histories.to_itself", basis=basis, case=line.case, agency=line.agency)
    elif isinstance(line.fact, facts.FilePulledUp) and to.strip() and to not in surroundings.agencies:
        faults.add(line.line, "histories.agency_unknown", agency=to)


def _bailiff(fact: facts.CaseFact | None) -> str:
    if isinstance(fact, facts.DecisionIssued | facts.CarriedOver | facts.BailiffAssigned):
        return fact.bailiff
    return ""


def as_value(history: OrderedLines) -> CaseHistory:
    """Return the history as the room of cases takes it in."""
    return CaseHistory(
        case_id=case_id(history.agency, history.case),
        agency=history.agency,
        facts=tuple(
            HistoryFact(
                fact=line.fact, took_effect=line.took_effect, recorded_at=line.recorded_at,
                order_no=line.order_no, actor=line.actor, acting_agency=line.acting_agency,
                cancels=history.targets.get(place), reason=line.reason, where=where(line.line),
            )
            for place, line in enumerate(history.lines)
        ),
        parties=history.opening.parties,
        where=where(history.opening.line),
    )  # fmt: skip


def case_id(agency: str, number: str) -> UUID:
    """Return the outside id of an imported case: the same case gets the same id on every import."""
    return uuid5(NAMESPACE_URL, f"thads:case:{agency}:{number}")
