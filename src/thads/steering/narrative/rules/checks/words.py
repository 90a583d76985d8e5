"""Words and dates that cannot be: a direction that the numbers deny, a day or a period that is none."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules import times
from thads.steering.narrative.rules.claims import Claims, year_of
from thads.steering.narrative.rules.claims import finding as found
from thads.steering.narrative.rules.precision import shown
from thads.steering.narrative.rules.reading import Reading
from thads.steering.narrative.rules.vocabulary import CHANGES, Dimension, Figure, Finding, Reference

_SAID = re.compile(
    r"về (?P<side>số việc|việc|số tiền|tiền|giá trị)(?: thì)? (?P<word>tăng|giảm)(?! cường| tải)(?! (?:thêm "
    r"|hơn |gần |khoảng )?\d)"
)
_BOTH = re.compile(r"việc(?:,| và)(?: về)? tiền (?:thi hành xong )?(?:cùng|đều) (?P<word>tăng|giảm)")
_MONEY = {"tiền", "số tiền", "giá trị"}
_COMPARED_WITH = re.compile(r"so với (?:tỷ lệ )?(?:cùng kỳ )?(?:của )?(?:năm )?(?P<year>(?:19|20)\d{2})")


def check(claims: Claims, reading: Reading) -> Iterator[Finding]:
    """Findings on directions said in words, on dates and on periods."""
    yield from _directions(claims, reading)
    yield from _compared_years(claims, reading)
    yield from _impossible(reading)


def _impossible(reading: Reading) -> Iterator[Finding]:
    for one in times.impossible(reading):
        start, end = reading.original(one.start, one.end)
        what = "ngày" if one.code == "date.impossible" else "kỳ"
        quote = " ".join(reading.text[start:end].split())
        yield Finding(
            one.code,
            Severity.ERROR,
            f"Không có {what} “{quote}”: {one.fault}.",
            None,
            quote,
            (),
            start,
            end,
        )


def _directions(claims: Claims, reading: Reading) -> Iterator[Finding]:
    """ "về việc giảm, về tiền tăng so với cùng kỳ (việc …, giảm 0,91% …)": the words must agree."""
    changes = [(index, one) for index, one in claims.numbered() if _is_change(one)]
    if not changes:
        return
    flat = reading.flat
    starts = [one.start for _, one in changes]
    for said in [*_SAID.finditer(flat), *_BOTH.finditer(flat)]:
        place = reading.original(said.start(), said.end())
        sides = _sides(said)
        clause = flat[said.end() : said.end() + 160].split(".")[0]
        first = bisect.bisect_left(starts, place[1])
        for index, one in changes[first : first + 6]:
            near = one.start <= place[1] + len(clause) + 40
            if not near or one.dimension not in sides or "so với" not in clause and "cùng kỳ" not in clause:
                continue
            if _other_subject(reading.text[place[1] : one.start]):
                continue
            if one.direction == (-1 if said["word"] == "tăng" else 1):
                yield found(
                    "direction.word",
                    f"Văn bản viết “{said[0]}” nhưng số liệu kèm theo lại "
                    f"{'tăng' if one.direction > 0 else 'giảm'} "
                    f"{shown(one)}.",
                    [index],
                    computed=one.written_value,
                    printed=said["word"],
                    severity=Severity.WARNING,
                )
            sides = sides - {one.dimension}


def _is_change(figure: Figure) -> bool:
    return figure.indicator in CHANGES and figure.reference is Reference.SAME_PERIOD and figure.direction != 0


def _sides(said: re.Match[str]) -> set[Dimension | None]:
    groups = said.groupdict()
    if "side" not in groups:
        return {Dimension.CASES, Dimension.MONEY}
    return {Dimension.MONEY if groups["side"] in _MONEY else Dimension.CASES}


def _other_subject(between: str) -> bool:
    """Whether something else is spoken of between the word and the number."""
    return bool(re.search(r"thụ lý|phải thi hành|có điều kiện|ủy thác|[.;]\s", between.lower()))


def _compared_years(claims: Claims, reading: Reading) -> Iterator[Finding]:
    """A period can only be compared with an earlier year."""
    for index, one in claims.numbered():
        year = year_of(one.period)
        if year is None or not _is_change(one):
            continue
        after = _COMPARED_WITH.search(reading.text[one.end : one.end + 60].lower().replace("\n", " "))
        if after is None or int(after["year"]) < year:
            continue
        if f"năm {year}" not in reading.text[one.sentence : one.end].lower():
            continue
        if re.search(
            r"[.;]\s|\d[\d.,]* ?(?:việc|tỷ|%|đồng)", reading.text[one.end : one.end + after.start()]
        ):
            continue
        yield found(
            "period.impossible",
            f"Số liệu của năm {year} không thể so với năm {after['year']}: {shown(one)}.",
            [index],
            computed=str(year - 1),
            printed=after["year"],
            severity=Severity.WARNING,
        )
