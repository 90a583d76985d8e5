"""Invented reports of many styles: every figure read as marked, none beside, and nothing found in them."""

import re
import unicodedata

import pytest

from rules.narrative.annotated import Annotated, Expected, all_reports
from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract
from thads.steering.narrative.rules.vocabulary import Figure, Finding

REPORTS = {report.name: report for report in all_reports()}
everywhere = pytest.mark.parametrize("name", REPORTS)


def as_expected(figure: Figure) -> Expected:
    return Expected(
        figure.start, figure.end, figure.quote, figure.indicator.value,
        figure.dimension.value if figure.dimension else None, figure.of.value if figure.of else None,
        figure.org, figure.period,
    )  # fmt: skip


def wrong(text: str) -> list[Finding]:
    return [one for one in check(extract(text), text) if one.severity is not Severity.INFO]


@everywhere
def test_every_figure_is_read_and_no_other_number(name: str) -> None:
    report = REPORTS[name]

    assert [as_expected(figure) for figure in extract(report.text)] == list(report.expected)


@everywhere
def test_a_correct_report_has_no_finding(name: str) -> None:
    assert wrong(REPORTS[name].text) == []


@everywhere
def test_a_decomposed_text_gives_the_same_figures_at_its_own_places(name: str) -> None:
    report = REPORTS[name]
    decomposed = unicodedata.normalize("NFD", report.text)

    figures = extract(decomposed)

    assert [(one.value, one.indicator, one.org) for one in figures] == [
        (one.value, one.indicator, one.org) for one in extract(report.text)
    ]
    assert all(decomposed[one.start : one.end] == one.quote for one in figures)


@everywhere
def test_other_spaces_dashes_and_line_ends_change_nothing(name: str) -> None:
    report = REPORTS[name]
    written = (
        report.text.replace(" việc", "\u00a0việc")
        .replace(" - ", " – ")
        .replace("\n", "\r\n")
        .replace(" và ", "  và ")
    )

    figures = extract("\ufeff" + written)

    assert [(one.value, one.indicator) for one in figures] == [
        (one.value, one.indicator) for one in extract(report.text)
    ]


# --------------------------------------------------------------------------- one planted error each


def planted(report: Annotated, one: Expected) -> str:
    """The report with the second digit of one figure changed."""
    digits = [place for place, character in enumerate(one.quote) if character.isdigit()]
    place = one.start + digits[min(1, len(digits) - 1)]
    return report.text[:place] + str((int(report.text[place]) + 3) % 10) + report.text[place + 1 :]


#: What each kind of figure is caught by; other kinds stand alone in most texts and cannot be checked.
CAUGHT_AT_LEAST = {
    "growth_abs": 0.75,
    "enforceable": 0.75,
    "growth_pct": 0.75,
    "not_enforceable": 0.6,
    "finished": 0.4,
}


def test_a_planted_error_is_found_and_never_in_the_wrong_place() -> None:
    tried: dict[str, list[bool]] = {}
    for report in REPORTS.values():
        for one in report.expected:
            text = planted(report, one)
            figures, found = extract(text), wrong(text)
            touched = [
                any(figures[index].start <= one.start < figures[index].end for index in finding.figures)
                for finding in found
            ]
            assert not found or any(touched), (report.name, one.quote, [finding.message for finding in found])
            tried.setdefault(one.indicator, []).append(bool(found))

    for indicator, least in CAUGHT_AT_LEAST.items():
        assert sum(tried[indicator]) / len(tried[indicator]) >= least, indicator


PLANTED = [
    ("bac_kan_9_thang_2024", "4.099 việc", "4.199 việc", "sum.total"),
    ("bac_kan_9_thang_2024", "4.064 việc", "4.074 việc", "sum.must_enforce"),
    ("bac_kan_9_thang_2024", "1.673 việc", "1.763 việc", "difference.carried_forward"),
    ("bac_kan_9_thang_2024", "77,00%", "77,90%", "ratio.completion"),
    ("giam", "giảm [18,08%", "tăng [18,08%", "direction.word"),
    ("lang_son_nam_2024", "83,40%", "82,40%", "target.distance"),
    ("tien_do", "6,13%", "7,13%", "pace.distance"),
    ("cung_ky", "445 việc", "545 việc", "difference.same_period"),
    ("cung_ky", "0,96 điểm", "1,16 điểm", "points.percent"),
    ("phong_trao", "20/30 việc", "22/30 việc", "sum.parts"),
]


@pytest.mark.parametrize(("name", "old", "new", "code"), PLANTED)
def test_a_planted_error_is_called_by_its_name(name: str, old: str, new: str, code: str) -> None:
    text = REPORTS[name].text
    old, new = old.replace("[", ""), new.replace("[", "")
    assert len(re.findall(re.escape(old), text)) >= 1, "the report has changed"

    found = {one.code for one in wrong(text.replace(old, new, 1))}

    assert code in found
