"""The result paragraph of a conference report, written from cells; every sentence knows its cells.

Order and phrases are those of the reports themselves: cases first, then money; total, taken over, new,
to be enforced, with and without conditions, finished, rate, target, pace, rank, units above and below.
What is written here is what `extract` reads: both directions are held against each other by a test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from thads.kernel.text import MoneyUnit, write_cases, write_decimal, write_money
from thads.steering.narrative.rules.precision import decimal_of
from thads.steering.narrative.rules.results import Rank, ResultFigures, UnitRow, rate
from thads.steering.narrative.rules.vocabulary import Dimension, Indicator, Unit

_I = Indicator
_PLACES = 2


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of a written sentence: its value, what it is, and the cells that it comes from."""

    value: Decimal
    unit: Unit
    indicator: Indicator
    of: Indicator | None
    dimension: Dimension
    org: str
    period: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its figures in the order in which they stand."""

    text: str
    figures: tuple[Said, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells behind the sentence, each once."""
        return tuple(dict.fromkeys(cell for figure in self.figures for cell in figure.cells))


@dataclass(frozen=True, slots=True)
class Report:
    """A written result paragraph: headings and sentences, joined by `text`."""

    org: str
    period: str
    paragraphs: tuple[tuple[Sentence, ...], ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def text(self) -> str:
        """The report as plain text, a paragraph a line."""
        return (
            "\n".join(" ".join(sentence.text for sentence in paragraph) for paragraph in self.paragraphs)
            + "\n"
        )

    def as_json(self) -> dict[str, object]:
        """Text and sentences with the cells and values behind them."""
        return {
            "org": self.org,
            "period": self.period,
            "text": self.text,
            "sentences": [
                {
                    "text": sentence.text,
                    "cells": list(sentence.cells),
                    "figures": [
                        {
                            "value": format(one.value, "f"),
                            "unit": one.unit.value,
                            "indicator": one.indicator.value,
                            "of": one.of.value if one.of else None,
                            "dimension": one.dimension.value,
                            "org": one.org,
                            "period": one.period,
                            "cells": list(one.cells),
                        }
                        for one in sentence.figures
                    ],
                }
                for sentence in self.sentences
            ],
        }


def write(figures: ResultFigures, *, money_unit: MoneyUnit = MoneyUnit.DONG) -> Report:
    """The result paragraph of a body and period; amounts exact in the given unit, rates with two decimals."""
    paragraphs: list[tuple[Sentence, ...]] = [(_opening(figures),)]
    for side in (_Side(figures, Dimension.CASES, money_unit), _Side(figures, Dimension.MONEY, money_unit)):
        paragraphs.append(tuple(side.sentences()))
    paragraphs.append(tuple(_ranks(figures)))
    paragraphs += [(sentence,) for sentence in _units(figures)]
    return Report(figures.org, str(figures.period), tuple(paragraph for paragraph in paragraphs if paragraph))


def _opening(figures: ResultFigures) -> Sentence:
    period = figures.period.label_vi()
    place = f"{figures.level} {figures.org}" if figures.level in ("tỉnh", "thành phố") else figures.org
    return Sentence(f"Kết quả thi hành án dân sự {period} của {place}.", ())


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of the work, cases or money, being written."""

    figures: ResultFigures
    dimension: Dimension
    money_unit: MoneyUnit

    @property
    def side(self) -> str:
        return "cases" if self.dimension is Dimension.CASES else "amount"

    @property
    def noun(self) -> str:
        return "việc" if self.dimension is Dimension.CASES else "tiền"

    def sentences(self) -> Iterator[Sentence]:
        """The sentences of this side in the order of the reports."""
        yield self._taken_over_and_new()
        if self.value("c4") or self.value("c5") or self.value("c5a"):
            yield self._went_away()
        yield self._to_be_enforced()
        yield self._finished()
        yield from self._against_target()
        yield self._carried_forward()

    def value(self, cell: str) -> int:
        return self.figures.value(cell, self.side)

    def _amount(self, cell: str, indicator: Indicator) -> tuple[str, Said]:
        return self._written(self.value(cell)), self._said(Decimal(self.value(cell)), indicator, None, cell)

    def _written(self, value: int) -> str:
        return (
            write_cases(value) if self.dimension is Dimension.CASES else write_money(value, self.money_unit)
        )

    def _said(self, value: Decimal, indicator: Indicator, of: Indicator | None, *cells: str) -> Said:
        unit = Unit.CASE if self.dimension is Dimension.CASES else Unit.VND
        return Said(
            value, unit, indicator, of, self.dimension, self.figures.org, self._period(indicator), cells
        )

    def _percent(
        self, value: Fraction, unit: Unit, indicator: Indicator, of: Indicator | None, *cells: str
    ) -> Said:
        return Said(
            decimal_of(value, _PLACES),
            unit,
            indicator,
            of,
            self.dimension,
            self.figures.org,
            self._period(indicator),
            cells,
        )

    def _period(self, indicator: Indicator) -> str:
        """A target is set for the whole year, everything else counts from its beginning."""
        period = self.figures.period
        return str(period.whole_year() if indicator is _I.TARGET else period)

    # ----------------------------------------------------------------- sentences

    def _taken_over_and_new(self) -> Sentence:
        total, c1 = self._amount("c1", _I.TOTAL_HANDLED)
        old, c2 = self._amount("c2", _I.CARRIED_OVER)
        new, c3 = self._amount("c3", _I.NEW_INTAKE)
        grown, changes = self._growth("c3", _I.NEW_INTAKE)
        text = (
            f"Về {self.noun}: tổng số {self.noun} phải giải quyết là {total}, trong đó số cũ chuyển sang "
            f"(sau khi trừ "
            f"số đã chuyển sổ theo dõi riêng) là {old}, số thụ lý mới là {new}{grown}."
        )
        return Sentence(text, (c1, c2, c3, *changes))

    def _went_away(self) -> Sentence:
        out, c4 = self._amount("c4", _I.DELEGATED_OUT)
        recalled, c5 = self._amount("c5", _I.RECALLED)
        text = f"Số ủy thác thi hành án là {out}, số thu hồi, hủy quyết định thi hành án là {recalled}"
        if not self.value("c5a"):
            return Sentence(text + ".", (c4, c5))
        taken, c5a = self._amount("c5a", _I.OTHER)
        return Sentence(f"{text}, số Cục rút lên thi hành là {taken}.", (c4, c5, c5a))

    def _to_be_enforced(self) -> Sentence:
        must, c6 = self._amount("c6", _I.MUST_ENFORCE)
        able, c7 = self._amount("c7", _I.ENFORCEABLE)
        unable, c14 = self._amount("c14", _I.NOT_ENFORCEABLE)
        share, able_share = self._share("c7", _I.ENFORCEABLE)
        unable_text, unable_share = self._share("c14", _I.NOT_ENFORCEABLE)
        off = self.value("c15") + self.value("c16")
        text = (
            f"Tổng số {self.noun} phải thi hành là {must}, trong đó có điều kiện thi hành là {able}{share}; "
            f"chưa có "
            f"điều kiện thi hành (trừ số đã chuyển sổ theo dõi riêng) là {unable}{unable_text}"
        )
        said = (c6, c7, *able_share, c14, *unable_share)
        if off:
            text += f"; hoãn, tạm đình chỉ thi hành án là {self._written(off)}"
            said += (self._said(Decimal(off), _I.DEFERRED_SUSPENDED, None, "c15", "c16"),)
        return Sentence(text + ".", said)

    def _share(self, cell: str, indicator: Indicator) -> tuple[str, tuple[Said, ...]]:
        share = rate(self.value(cell), self.value("c6"))
        if share is None:
            return "", ()
        said = self._percent(share, Unit.PERCENT, indicator, None, cell, "c6")
        return f", chiếm {_percent(share)} tổng số phải thi hành", (said,)

    def _finished(self) -> Sentence:
        done, c8 = self._amount("c8", _I.FINISHED)
        grown, changes = self._growth("c8", _I.FINISHED)
        reached, rates = self._rate()
        return Sentence(f"Đã thi hành xong {done}{grown}{reached}.", (c8, *changes, *rates))

    def _rate(self) -> tuple[str, tuple[Said, ...]]:
        now = rate(self.value("c8"), self.value("c7"))
        if now is None:
            return "", ()
        said = [self._percent(now, Unit.PERCENT, _I.COMPLETION_RATE, None, "c8", "c7")]
        text = f", đạt tỷ lệ {_percent(now)}"
        before = self._rate_before()
        if before is not None:
            points = now - before
            if decimal_of(points, _PLACES):
                word = "tăng" if points > 0 else "giảm"
                text += f" ({word} {_points(points)} so với tỷ lệ cùng kỳ năm {self.figures.period.year - 1})"
                said.append(
                    self._percent(points, Unit.PP, _I.VS_SAME_PERIOD_PP, _I.COMPLETION_RATE, "c8", "c7")
                )
            else:
                text += " (bằng tỷ lệ cùng kỳ)"
        return text, tuple(said)

    def _rate_before(self) -> Fraction | None:
        done = self.figures.value_before("c8", self.side)
        able = self.figures.value_before("c7", self.side)
        return rate(done, able) if done is not None and able is not None else None

    def _growth(self, cell: str, of: Indicator) -> tuple[str, tuple[Said, ...]]:
        """ ", tăng 3.272 việc (tăng 40,97%) so với cùng kỳ năm 2024"; no percentage from a base of zero."""
        before = self.figures.value_before(cell, self.side)
        if before is None:
            return "", ()
        change = self.value(cell) - before
        year = self.figures.period.year - 1
        if not change:
            return f", bằng cùng kỳ năm {year}", ()
        word = "tăng" if change > 0 else "giảm"
        said = [self._said(Decimal(change), _I.GROWTH_ABS, of, cell)]
        text = f", {word} {self._written(abs(change))}"
        if before:
            grown = Fraction(100 * change, before)
            text += f" ({word} {_percent(abs(grown))})"
            said.append(self._percent(grown, Unit.PERCENT, _I.GROWTH_PCT, of, cell))
        return f"{text} so với cùng kỳ năm {year}", tuple(said)

    def _against_target(self) -> Iterator[Sentence]:
        aim = self.figures.targets.cases if self.dimension is Dimension.CASES else self.figures.targets.money
        now = rate(self.value("c8"), self.value("c7"))
        if aim is None or now is None:
            return
        target = self._percent(Fraction(aim), Unit.PERCENT, _I.TARGET, _I.COMPLETION_RATE, "target")
        reached = Fraction(decimal_of(now, _PLACES))
        plan = reached / Fraction(aim) * 100
        yield Sentence(
            f"Chỉ tiêu được giao năm {self.figures.period.year} về {self.noun} là "
            f"{_percent(Fraction(aim))}; kết quả "
            f"về {self.noun} đạt {_percent(plan)} chỉ tiêu, "
            f"{self._distance(now - Fraction(aim), 'chỉ tiêu')}.",
            (
                target,
                self._percent(plan, Unit.PERCENT, _I.VS_TARGET, _I.COMPLETION_RATE, "c8", "c7", "target"),
                *self._distance_said(now - Fraction(aim)),
            ),
        )
        months = self.figures.period.months
        if months < 12:
            ahead = now - Fraction(aim) * months / 12
            yield Sentence(
                f"Kết quả về {self.noun} {self._distance(ahead, 'tiến độ bình quân')}.",
                self._distance_said(ahead),
            )

    def _distance(self, points: Fraction, aim: str) -> str:
        if not decimal_of(points, _PLACES):
            return f"bằng {aim}"
        word = "vượt" if points > 0 else "còn thiếu"
        return f"{word} {_points(points)} so với {aim}"

    def _distance_said(self, points: Fraction) -> tuple[Said, ...]:
        if not decimal_of(points, _PLACES):
            return ()
        return (self._percent(points, Unit.PP, _I.VS_TARGET, _I.COMPLETION_RATE, "c8", "c7", "target"),)

    def _carried_forward(self) -> Sentence:
        left, c17 = self._amount("c17", _I.CARRIED_FORWARD)
        return Sentence(f"Số {self.noun} chuyển kỳ sau là {left}.", (c17,))


# --------------------------------------------------------------------------- ranks and units


def _ranks(figures: ResultFigures) -> Iterator[Sentence]:
    placed = [
        (dimension, noun, rank)
        for dimension, noun, rank in (
            (Dimension.CASES, "việc", figures.ranks.cases),
            (Dimension.MONEY, "tiền", figures.ranks.money),
        )
        if rank is not None
    ]
    if placed:
        said = ", ".join(f"về {noun} xếp thứ {rank.place}/{rank.of}" for _, noun, rank in placed)
        yield Sentence(
            f"So với toàn quốc, tỷ lệ thi hành xong của {figures.org} {said}.",
            tuple(_rank_said(figures, dimension, rank) for dimension, _, rank in placed),
        )


def _rank_said(figures: ResultFigures, dimension: Dimension, rank: Rank) -> Said:
    return Said(
        Decimal(rank.place),
        Unit.OTHER,
        _I.RANK,
        _I.COMPLETION_RATE,
        dimension,
        figures.org,
        str(figures.period),
        ("c8", "c7"),
    )


def _units(figures: ResultFigures) -> Iterator[Sentence]:
    """Units above and below the average of the whole, cases and money apart."""
    for dimension, side, noun in ((Dimension.CASES, "cases", "việc"), (Dimension.MONEY, "amount", "tiền")):
        whole = rate(figures.value("c8", side), figures.value("c7", side))
        rated = [(unit, one) for unit in figures.units if (one := _unit_rate(unit, side)) is not None]
        if whole is None:
            continue
        for word, chosen in (
            ("cao hơn", [pair for pair in rated if pair[1] > whole]),
            ("thấp hơn", [pair for pair in rated if pair[1] < whole]),
        ):
            if chosen:
                chosen.sort(key=lambda pair: (-pair[1], pair[0].name))
                yield _unit_list(figures, dimension, noun, word, chosen)


def _unit_rate(unit: UnitRow, side: str) -> Fraction | None:
    return rate(getattr(unit.finished, side), getattr(unit.enforceable, side))


def _unit_list(
    figures: ResultFigures, dimension: Dimension, noun: str, word: str, chosen: list[tuple[UnitRow, Fraction]]
) -> Sentence:
    listed = ", ".join(f"{unit.name} ({_percent(one)})" for unit, one in chosen)
    said = tuple(
        Said(
            decimal_of(one, _PLACES), Unit.PERCENT, _I.COMPLETION_RATE, None, dimension, unit.name,
            str(figures.period), ("c8", "c7"),
        )
        for unit, one in chosen
    )  # fmt: skip
    return Sentence(
        f"Các đơn vị đạt tỷ lệ thi hành xong về {noun} {word} bình quân toàn {figures.level}: {listed}.", said
    )


def _percent(value: Fraction) -> str:
    return write_decimal(decimal_of(value, _PLACES), _PLACES) + "%"


def _points(value: Fraction) -> str:
    return write_decimal(decimal_of(abs(value), _PLACES), _PLACES) + " điểm phần trăm"
