"""A text held against the books: another number is an error, a cut one a note, an unknown one nothing."""

from decimal import Decimal
from fractions import Fraction

import pytest

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.books import Known
from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract
from thads.steering.narrative.rules.vocabulary import Dimension, Figure, Indicator

TEXT = (
    "Năm 2024, thi hành án dân sự tỉnh Sơn La thi hành xong 3.228 việc, đạt tỷ lệ 81,23%, thụ lý mới 12 việc."
)


def books(**known: Known):
    def answer(figure: Figure) -> Known:
        return known.get(figure.indicator.value)

    return answer


@pytest.mark.parametrize(
    ("known", "codes"),
    [
        ({}, []),
        ({"finished": 3228, "completion_rate": Fraction(3228 * 100, 3974)}, []),
        ({"finished": 3229}, [("books.differ", Severity.ERROR)]),
        ({"completion_rate": Decimal("81.238")}, [("rounding.cut", Severity.INFO)]),
        ({"completion_rate": Decimal("81.5"), "new_intake": 13}, [("books.differ", Severity.ERROR)] * 2),
    ],
)
def test_the_books_answer_for_each_figure(known: dict[str, Known], codes: list[tuple[str, Severity]]) -> None:
    found = check(extract(TEXT), TEXT, books=books(**known))

    assert [(one.code, one.severity) for one in found] == codes


def test_the_books_are_told_in_the_words_of_the_text() -> None:
    (found,) = check(extract(TEXT), TEXT, books=books(finished=3229))

    assert found.message == "Văn bản ghi số thi hành xong 3.228 việc, sổ sách có 3.229 việc."


def test_groups_and_parts_are_not_asked_for() -> None:
    text = "Năm 2024, thi hành án dân sự tỉnh Sơn La: về án tín dụng, ngân hàng đã thi hành xong 26 việc."
    asked: list[Indicator] = []

    def answer(figure: Figure) -> Known:
        asked.append(figure.indicator)
        return 1

    assert check(extract(text), text, books=answer) == []
    assert asked == []


def test_a_target_given_for_the_report_is_used_where_the_text_has_none() -> None:
    text = "Năm 2024, thi hành án dân sự tỉnh Sơn La đạt tỷ lệ 81,23% về việc, vượt 2,23% so với chỉ tiêu."

    given = {Dimension.CASES: Decimal("80")}

    (found,) = check(extract(text), text, targets=given)
    assert (found.code, found.computed) == ("target.distance", "1.23")
