"""A file that comes in is what its name says, or it is not taken."""

import pytest

from thads.enforcement.documents.rules import received
from thads.enforcement.documents.rules.received import FileFormat, format_of, shown_name
from thads.kernel.refusals import Refusal


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("bien-ban.pdf", b"%PDF-1.7 ...", FileFormat.PDF),
        ("Ảnh chụp.JPEG", b"\xff\xd8\xff\xe0", FileFormat.JPG),
        ("scan.png", b"\x89PNG\r\n\x1a\n....", FileFormat.PNG),
        ("don.docx", b"PK\x03\x04....", FileFormat.DOCX),
    ],
)
def test_formats_are_known_by_name_and_content(name: str, content: bytes, form: FileFormat) -> None:
    assert format_of(name, content) is form


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("trang.html", b"<html>", "documents.format_not_taken"),
        ("khong-duoi", b"%PDF-", "documents.format_not_taken"),
        ("gia.pdf", b"<html>%PDF-", "documents.content_differs"),
        ("gia.png", b"\xff\xd8\xff", "documents.content_differs"),
        ("trong.pdf", b"", "documents.file_empty"),
        ("to.pdf", b"%PDF-" + b"0" * received.LARGEST, "documents.file_too_large"),
    ],
)
def test_what_is_something_else_is_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        format_of(name, content)

    assert refused.value.code == code


def test_a_name_loses_its_path_and_what_headers_choke_on() -> None:
    assert shown_name('C:\\hồ sơ\\biên "bản".pdf') == "biên bản.pdf"
    assert shown_name("../../etc/passwd\r\n") == "passwd"
    assert shown_name("...") == "tai-lieu"
