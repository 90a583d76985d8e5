"""Marked text for a screen: the stretches joined are the text, figures and findings stand in their places."""

from thads.kernel.refusals import Severity
from thads.steering.narrative.rules.annotate import annotate
from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract

TEXT = (
    "Đến ngày 31/6/2024, thi hành án dân sự tỉnh Sơn La có điều kiện 100 việc, thi hành xong 81 việc, đạt "
    "tỷ lệ 80%.\n"
    "Thụ lý mới 12 việc."
)


def test_segments_joined_are_the_text() -> None:
    figures = extract(TEXT)

    segments = annotate(TEXT, figures, check(figures, TEXT))

    assert "".join(segment.text for segment in segments) == TEXT
    assert [segment.start for segment in segments] == sorted(segment.start for segment in segments)


def test_figures_and_findings_are_marked_with_the_gravest() -> None:
    figures = extract(TEXT)
    findings = check(figures, TEXT)

    marked = {segment.text: segment for segment in annotate(TEXT, figures, findings) if segment.findings}

    assert marked["80%"].severity is Severity.ERROR
    assert {findings[number].code for number in marked["80%"].findings} == {"ratio.completion"}
    assert marked["ngày 31/6/2024" if "ngày 31/6/2024" in marked else "31/6/2024"].figure is None


def test_a_text_without_figures_is_one_segment() -> None:
    assert [segment.text for segment in annotate("Không có gì.", [], [])] == ["Không có gì."]
