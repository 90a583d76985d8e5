"""The rows of forms 1–5 from figures: breakdowns of an agency, and agencies with their bailiffs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from thads.kernel.names import sort_key
from thads.law.forms import FormLayout, RowGroup
from thads.reporting.counting.rules.cells import Figure
from thads.reporting.counting.rules.codes import LINES, Line
from thads.reporting.forms.rules.placing import Placing
from thads.reporting.forms.rules.runs import NO_BAILIFF, FormRow, RowKind

Figures = Mapping[Line, Figure]
NOTHING: Figures = dict.fromkeys(LINES, Figure())
TOTAL_GROUP = "total"
UNASSIGNED_VI = "Chưa phân công Chấp hành viên"


def added(many: Iterable[Figures]) -> Figures:
    """Return the sum of figures, line by line."""
    cases, amounts = dict.fromkeys(LINES, 0), dict.fromkeys(LINES, 0)
    for figures in many:
        for line, figure in figures.items():
            cases[line] += figure.cases
            amounts[line] += figure.amount
    return {line: Figure(cases[line], amounts[line]) for line in LINES}


def breakdown_rows(
    layout: FormLayout, agency: str, figures: Callable[[RowGroup], Mapping[str, Figures]]
) -> Iterator[FormRow]:
    """Yield the total and the groups of a form; `figures` gives a group's figures by member key."""
    for group in layout.rows:
        found = figures(group)
        for member, words in group.members:
            is_total = group.key == TOTAL_GROUP
            yield FormRow(
                key=TOTAL_GROUP if is_total else f"{group.key}.{member}",
                vi=words,
                kind=RowKind.TOTAL if is_total else RowKind.BREAKDOWN,
                level=0 if is_total else 1,
                agency=agency,
                bailiff=None,
                parent=None if is_total else TOTAL_GROUP,
                group=group.key,
                cells=found.get(member, NOTHING),
            )


class AgencyRows:
    """The rows of forms 4 and 5: an agency, its bailiffs, then the units below it, each the same way."""

    def __init__(
        self,
        placing: Placing,
        figures: Mapping[tuple[str, str], Figures],
        bailiffs: Mapping[str, Sequence[str]],
        names: Mapping[str, str],
    ) -> None:
        self._placing = placing
        self._figures = figures  # by (recorded agency, bailiff)
        self._bailiffs = bailiffs  # who holds a post at an agency, cases or not
        self._names = names

    def of(self, code: str, *, level: int = 0, parent: str | None = None) -> list[FormRow]:
        """Return the rows of an agency and everything below it, itself first."""
        own = self._own(code, level + 1)
        below: list[FormRow] = []
        children: list[FormRow] = []
        for child in self._placing.tree.children(code):
            rows = self.of(child.code, level=level + 1, parent=code)
            children.append(rows[0])
            below.extend(rows)
        agency = self._placing.tree[code]
        head = FormRow(
            key=code, vi=agency.name, kind=RowKind.AGENCY if level else RowKind.TOTAL, level=level,
            agency=code, bailiff=None, parent=parent, group="part",
            cells=added(row.cells for row in (*own, *children)),
        )  # fmt: skip
        return [head, *own, *below]

    def _own(self, code: str, level: int) -> list[FormRow]:
        found: dict[str, list[Figures]] = {bailiff: [] for bailiff in self._bailiffs.get(code, ())}
        recorded = self._placing.at(code)
        for (agency, bailiff), figures in self._figures.items():
            if agency in recorded:
                found.setdefault(bailiff, []).append(figures)
        rows = [self._bailiff_row(code, bailiff, added(parts), level) for bailiff, parts in found.items()]
        return sorted(rows, key=lambda row: (not row.bailiff, sort_key(row.vi), row.key))

    def _bailiff_row(self, code: str, bailiff: str, cells: Figures, level: int) -> FormRow:
        return FormRow(
            key=f"{code}/{bailiff or NO_BAILIFF}",
            vi=self._names.get(bailiff, bailiff) if bailiff else UNASSIGNED_VI,
            kind=RowKind.BAILIFF,
            level=level,
            agency=code,
            bailiff=bailiff,
            parent=code,
            group="part",
            cells=cells,
        )
