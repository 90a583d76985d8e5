"""Soát báo cáo: a report pasted or uploaded, its figures marked, what contradicts itself beside it.

The officer who drafts the conference report at ten in the evening: pastes it, sees each figure with what it
was taken for, and the sentences whose numbers do not fit. Nothing of the text is kept.
"""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from thads.interfaces.exchange.report_files import read_report
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal, Severity
from thads.steering.narrative import queries as narrative
from thads.steering.narrative.rules.annotate import Segment, annotate
from thads.steering.narrative.rules.check import check
from thads.steering.narrative.rules.extract import extract
from thads.steering.narrative.rules.vocabulary import DIMENSION_VI, INDICATOR_VI, UNIT_VI, Figure

TONES = {Severity.ERROR: "bad", Severity.WARNING: "doubt", Severity.INFO: "told"}


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A figure with its number in the list and the words for what it was taken for."""

    index: int
    figure: Figure
    indicator: str
    of: str
    dimension: str
    unit: str


@dataclass(frozen=True, slots=True)
class ShownSegment:
    """A piece of the text; `index` numbers its figure, `tone` is the class of the worst finding on it."""

    text: str
    index: int | None
    tone: str


@screen(Screen.CHECKER)
def page(request: OfficerRequest) -> HttpResponse:
    """Show the empty sheet, or the report with its figures and findings."""
    if request.method != "POST":
        return render(request, "web/figures/checker.html", {"text": ""})
    typed = request.POST.get("text", "")
    try:
        text = _handed_in(request, typed)
    except Refusal as refusal:
        return render(request, "web/figures/checker.html", {"text": typed, "refusal": refusal}, status=422)
    figures = extract(text)
    against_books = request.POST.get("books") == "on"
    books = narrative.books_of(request.viewer, figures) if against_books else None
    findings = check(figures, text, books=books)
    return render(
        request,
        "web/figures/checker.html",
        {
            "text": text,
            "against_books": against_books,
            "segments": [_shown(one) for one in annotate(text, figures, findings)],
            "figures": [_read(index, figure) for index, figure in enumerate(figures)],
            "findings": [(finding, TONES[finding.severity]) for finding in findings],
            "wrong": sum(finding.severity is not Severity.INFO for finding in findings),
        },
    )


def _handed_in(request: OfficerRequest, typed: str) -> str:
    """Return the uploaded file as text, else what was pasted; refuse what cannot be read."""
    upload = request.FILES.get("file")
    if upload is not None:
        return read_report(upload.read(), name=upload.name or "")
    return read_report(typed.encode(), name="văn bản dán vào")


def _read(index: int, figure: Figure) -> ReadFigure:
    return ReadFigure(
        index=index, figure=figure, indicator=INDICATOR_VI[figure.indicator],
        of=INDICATOR_VI[figure.of] if figure.of else "",
        dimension=DIMENSION_VI[figure.dimension] if figure.dimension else "", unit=UNIT_VI[figure.unit],
    )  # fmt: skip


def _shown(segment: Segment) -> ShownSegment:
    return ShownSegment(segment.text, segment.figure, TONES[segment.severity] if segment.severity else "")


urlpatterns = [path("soat-bao-cao/", page, name="checker")]
