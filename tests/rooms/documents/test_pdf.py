"""A paper as PDF: by LibreOffice when the machine has it; without it the officer is told what to do."""

import re
import shutil
import subprocess

import pytest

from rooms.cases.office import Office
from rooms.documents.deferring import head, issue
from thads.enforcement.documents import papers, pdf
from thads.kernel.refusals import Refusal

NEEDS_OFFICE = pytest.mark.skipif(pdf.converter() is None, reason="no LibreOffice on this machine")


@pytest.mark.slow
@NEEDS_OFFICE
def test_a_pdf_is_made_once_and_kept(office: Office) -> None:
    paper_id = issue().paper_id

    made = papers.paper_pdf(head(), paper_id)

    assert made.content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", made.content)) == 1
    assert papers.paper_pdf(head(), paper_id) == made


@pytest.mark.slow
@NEEDS_OFFICE
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext on this machine")
def test_a_pdf_says_what_the_paper_says(office: Office) -> None:
    made = papers.paper_pdf(head(), issue().paper_id)

    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=made.content, capture_output=True, check=True
    ).stdout.decode()

    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "1/QĐ-CCTHADS", "Nguyễn Văn Ánh", "200.000 đồng"):
        assert words in text


def test_without_libreoffice_the_docx_is_offered(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    paper_id = issue().paper_id
    monkeypatch.setattr(pdf, "converter", lambda: None)

    with pytest.raises(Refusal, match=r"\.docx"):
        papers.paper_pdf(head(), paper_id)
    assert papers.paper_docx(head(), paper_id).content


def test_a_conversion_that_fails_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "converter", lambda: "false")

    with pytest.raises(Refusal, match="không chuyển được"):
        papers.paper_pdf(head(), issue().paper_id)
