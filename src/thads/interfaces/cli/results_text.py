"""Results as Vietnamese tables for the terminal."""

import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction

from thads.kernel.text import write_date, write_decimal, write_exact, write_int
from thads.reporting.counting.rules.codes import Line
from thads.steering.targets.rules.board import DimensionResult, RankIn, Results, RowResult
from thads.steering.targets.rules.cohort import CampaignResult
from thads.steering.targets.rules.rates import CountChange, cut, rounded
from thads.steering.targets.rules.vocabulary import Dimension

NOT_COMPARED = "không so sánh"
WORDS = {Dimension.CASES: ("Về việc", "việc"), Dimension.MONEY: ("Về tiền", "đồng")}


def results_lines(found: Results) -> Iterator[str]:
    """Yield the lines of the report for the terminal."""
    yield f"{found.name} – {found.period.label_vi()}, tính đến {write_date(found.as_of)}"
    for dimension in Dimension:
        yield ""
        yield from _dimension_lines(found, dimension)
    yield from _table("Đơn vị", found.units)
    yield from _table("Chấp hành viên", found.bailiffs)
    for campaign in found.campaigns:
        yield from _campaign_lines(campaign)
    yield from _age_lines(found)
    yield ""
    yield "Tỷ lệ = số xong / số có điều kiện; điểm % tính từ tỷ lệ chưa làm tròn."
    yield "% KH (kế hoạch) = tỷ lệ đã in / chỉ tiêu năm; số cắt bỏ hẳn phần lẻ, như 97 % của 97,46 %."


def _dimension_lines(found: Results, dimension: Dimension) -> Iterator[str]:
    one = found.total.of(dimension)
    title, unit = WORDS[dimension]
    finished, able = write_int(one.finished), write_int(one.able)
    to_enforce, left = write_int(one.count(Line.C6)), write_int(one.count(Line.C17))
    yield f"{title}: xong {finished} / có điều kiện {able} {unit}, đạt {_pct(one.rate)}"
    yield f"  Phải thi hành {to_enforce}; chuyển kỳ sau {left} {unit}"
    if one.goal is not None and one.standing is not None:
        goal, standing = one.goal, one.standing
        yield f"  Chỉ tiêu năm {write_exact(goal.value)} % (Quyết định {goal.decision_no}):"
        yield f"    {_share(one)} kế hoạch, {_points(standing.points)}"
        yield f"  Tiến độ bình quân {_pct(standing.pace)}: {_points(standing.points_to_pace)}"
    new, done = _change(one.change(Line.C3)), _change(one.change(Line.C8))
    rate = _points(one.rate_change.points, ("tăng", "giảm", "không đổi,"))
    yield f"  So với cùng kỳ: thụ lý mới {new}; xong {done}; tỷ lệ {rate}"
    for rank in (found.country, found.cluster):
        if rank is not None:
            yield f"  {_place_words(rank, found.agency, dimension)}"


def _place_words(rank: RankIn, agency: str, dimension: Dimension) -> str:
    place = rank.place(agency, dimension)
    left_out = len(rank.by[dimension].excluded)
    note = f" ({left_out} đơn vị không xếp vì không có số liệu)" if left_out else ""
    if place is None:
        return f"Xếp hạng {rank.name}: chưa đủ số liệu{note}"
    return f"Xếp hạng {rank.name}: thứ {place.place}/{place.of}{note}"


def _table(title: str, rows: Sequence[RowResult]) -> Iterator[str]:
    if not rows:
        return
    in_cases, in_money = ("Xong", "Có ĐK", "% việc"), ("Xong (đồng)", "Có ĐK (đồng)", "% tiền")
    head = (title, *in_cases, "% KH", "Hạng", *in_money, "% KH", "Hạng")
    body = [_cells(row) for row in rows]
    widths = [max(_width(line[place]) for line in (head, *body)) for place in range(len(head))]
    yield ""
    for first, *others in (head, *body):
        yield "  ".join([_left(first, widths[0]), *map(_right, others, widths[1:])])


def _cells(row: RowResult) -> tuple[str, ...]:
    name = f"{row.name} ({row.bailiff})" if row.bailiff else row.name
    return (name, *_dimension_cells(row.cases), *_dimension_cells(row.money))


def _dimension_cells(one: DimensionResult) -> tuple[str, ...]:
    place = f"{one.place.place}/{one.place.of}" if one.place else "–"
    share = one.standing.share_of_plan if one.standing else None
    return write_int(one.finished), write_int(one.able), _pct(one.rate), _pct(share), place


def _campaign_lines(found: CampaignResult) -> Iterator[str]:
    whole, carried, arising = found.whole, found.carried, found.arising
    yield ""
    yield f"Phong trào “{found.name}”: {whole.solved}/{whole.total} việc, đạt {_pct(whole.rate)}"
    yield f"  Chỉ tiêu {write_exact(found.target)} %: {_points(found.points)}"
    yield f"  Năm trước chuyển sang: {carried.solved}/{carried.total}"
    yield f"  Phát sinh mới trong năm: {arising.solved}/{arising.total}"


def _age_lines(found: Results) -> Iterator[str]:
    yield ""
    yield "Số chuyển kỳ sau theo tuổi của quyết định thi hành án:"
    for group in found.ageing:
        cases, amount = write_int(group.figure.cases), write_int(group.figure.amount)
        yield f"  {group.label:<26} {cases:>7} việc {amount:>18} đồng"


def _pct(value: Fraction | None) -> str:
    return "–" if value is None else f"{write_decimal(rounded(value), 2)} %"


def _share(one: DimensionResult) -> str:
    share = one.standing.share_of_plan if one.standing else None
    return "–" if share is None else f"{_pct(share)} (cắt: {cut(share)} %)"


def _points(value: Fraction | None, words: tuple[str, str, str] = ("vượt", "thiếu", "đúng bằng,")) -> str:
    if value is None:
        return NOT_COMPARED
    more, less, same = words
    sign = more if value > 0 else less if value < 0 else same
    return f"{sign} {write_decimal(rounded(abs(value)), 2)} điểm %"


def _change(change: CountChange) -> str:
    growth = change.growth
    if growth is None:
        return NOT_COMPARED
    word = "tăng" if change.difference >= 0 else "giảm"
    return f"{word} {write_int(abs(change.difference))} ({write_decimal(rounded(abs(growth)), 2)} %)"


def _width(text: str) -> int:
    return len(unicodedata.normalize("NFC", text))


def _left(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _right(text: str, width: int) -> str:
    return " " * (width - _width(text)) + text
