"""Writing and reading are inverse: what is written from cells is read back, figure by figure."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from thads.kernel.periods import Period
from thads.kernel.text import MoneyUnit
from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract
from thads.steering.narrative.rules.results import Cell, Rank, Ranks, ResultFigures, Targets, UnitRow
from thads.steering.narrative.rules.writing import Report, write

UNIT_NAMES = (
    "Phòng Nghiệp vụ",
    "Chi cục Chiêm Hóa",
    "Chi cục Na Hang",
    "Chi cục Sơn Dương",
    "Chi cục Hàm Yên",
)
PROVINCES = ("Tuyên Quang", "Thanh Hóa", "Bà Rịa - Vũng Tàu", "Đắk Lắk", "Huế")

counts = st.integers(min_value=0, max_value=60_000)
amounts = st.integers(min_value=0, max_value=9_000_000_000_000)
targets = st.decimals(min_value=20, max_value=95, places=2)
whole_cells = st.builds(Cell, counts, amounts)


def funnel(carried: Cell, new: Cell, parts: list[int]) -> dict[str, Cell]:
    """Cells that keep the identities of the forms, cut out of what was carried over and newly taken in."""
    total = Cell(carried.cases + new.cases, carried.amount + new.amount)

    def part(of: Cell, share: int) -> Cell:
        return Cell(of.cases * share // 100, of.amount * share // 100)

    def less(of: Cell, *away: Cell) -> Cell:
        return Cell(of.cases - sum(a.cases for a in away), of.amount - sum(a.amount for a in away))

    out, recalled = part(total, parts[0] // 10), part(total, parts[1] // 20)
    must = less(total, out, recalled)
    able = part(must, parts[2])
    deferred = part(less(must, able), parts[3])
    finished = part(able, parts[4])
    return {
        "c1": total, "c2": carried, "c3": new, "c4": out, "c5": recalled,
        "c6": must, "c7": able, "c8": finished,
        "c14": less(must, able, deferred), "c15": deferred, "c16": Cell(), "c17": less(must, finished),
    }  # fmt: skip


shares = st.lists(st.integers(min_value=0, max_value=100), min_size=5, max_size=5)
funnels = st.builds(funnel, whole_cells, whole_cells, shares)


@st.composite
def results(draw: st.DrawFn) -> ResultFigures:
    cells, before = draw(funnels), draw(st.one_of(st.just({}), funnels))
    names = draw(st.lists(st.sampled_from(UNIT_NAMES), unique=True))
    units = tuple(
        UnitRow(name, finished=unit["c8"], enforceable=unit["c7"])
        for name in names
        for unit in [draw(funnels)]
    )
    place = st.one_of(st.none(), st.builds(Rank, st.integers(1, 63), st.just(63)))
    return ResultFigures(
        org=draw(st.sampled_from(PROVINCES)),
        period=Period(draw(st.integers(2018, 2030)), draw(st.integers(1, 12))),
        cells=cells,
        before={cell: before[cell] for cell in ("c3", "c7", "c8")} if before else {},
        targets=Targets(draw(st.one_of(st.none(), targets)), draw(st.one_of(st.none(), targets))),
        ranks=Ranks(draw(place), draw(place)),
        units=units,
    )


def said(report: Report) -> list[tuple[object, ...]]:
    return [
        (one.value, one.unit, one.indicator, one.of, one.dimension, one.org, one.period)
        for sentence in report.sentences
        for one in sentence.figures
    ]


def read(text: str) -> list[tuple[object, ...]]:
    return [
        (one.value, one.unit, one.indicator, one.of, one.dimension, one.org, one.period)
        for one in extract(text)
    ]


@given(results(), st.sampled_from(MoneyUnit))
def test_what_is_written_is_read_back(figures: ResultFigures, unit: MoneyUnit) -> None:
    report = write(figures, money_unit=unit)

    assert read(report.text) == said(report)


@given(results())
def test_what_is_written_contradicts_nothing(figures: ResultFigures) -> None:
    text = write(figures).text

    assert check(extract(text), text) == []


CELLS = funnel(Cell(1907, 85_389_293_000), Cell(3344, 102_439_337_000), [10, 5, 78, 5, 81])


def written(**more: object) -> Report:
    return write(ResultFigures("Tuyên Quang", Period(2024, 9), CELLS, **more))  # type: ignore[arg-type]


def test_every_sentence_knows_its_cells() -> None:
    first = written().paragraphs[1][0]

    assert first.cells == ("c1", "c2", "c3")


def test_cases_come_before_money_and_below_ten_has_a_zero() -> None:
    cells = CELLS | {"c5": Cell(2, 5), "c4": Cell(3, 7)}

    text = write(ResultFigures("Tuyên Quang", Period(2024, 9), cells)).text

    assert text.index("Về việc") < text.index("Về tiền")
    assert "02 việc" in text


def test_a_base_of_zero_is_not_compared_in_percent() -> None:
    text = written(before={"c3": Cell(0, 0), "c8": Cell(0, 0), "c7": Cell(0, 0)}).text

    assert "tăng 3.344 việc so với cùng kỳ năm 2023" in text


def test_nothing_changed_is_said_so() -> None:
    text = written(before={"c3": CELLS["c3"], "c8": CELLS["c8"], "c7": CELLS["c7"]}).text

    assert "bằng cùng kỳ năm 2023" in text
    assert "(bằng tỷ lệ cùng kỳ)" in text


def test_a_year_has_no_pace() -> None:
    year = ResultFigures(
        "Tuyên Quang", Period(2024, 12), CELLS, targets=Targets(Decimal("83.35"), Decimal("46.65"))
    )

    text = write(year).text

    assert "tiến độ" not in text
    assert "chỉ tiêu" in text


def test_a_target_met_exactly_has_no_distance() -> None:
    cells = CELLS | {"c7": Cell(100, 100), "c8": Cell(83, 46)}
    figures = ResultFigures("Tuyên Quang", Period(2024, 12), cells, targets=Targets(Decimal(83), Decimal(46)))

    assert "bằng chỉ tiêu" in write(figures).text


def test_the_report_as_json_carries_values_and_cells() -> None:
    report = written(targets=Targets(Decimal("83.35"), None))

    answer = report.as_json()

    assert answer["period"] == "FY2024/9M"
    rates = [
        figure
        for sentence in answer["sentences"]  # type: ignore[attr-defined]
        for figure in sentence["figures"]
        if figure["indicator"] == "completion_rate"
    ]
    exact = Fraction(100 * CELLS["c8"].cases, CELLS["c7"].cases)
    assert abs(Fraction(rates[0]["value"]) - exact) <= Fraction(1, 200)
    assert rates[0]["cells"] == ["c8", "c7"]
