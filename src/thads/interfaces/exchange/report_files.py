"""Reports handed in as files: plain text in Unicode, or .docx; everything else is refused with a reason.

A .docx is read without its program: paragraphs and table rows in order, tracked deletions left out.
Sizes are limited before anything is unpacked.
"""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.text import write_int

#: Larger texts are no report (about 1,500 pages); a .docx may carry pictures beside its text.
TEXT_LIMIT = 5_000_000
FILE_LIMIT = 50_000_000
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"

register_sentences(
    {
        "report.empty": "“{name}” không có chữ nào để đọc; hãy chọn tệp có nội dung báo cáo.",
        "report.too_large": "“{name}” lớn {size} MB, quá giới hạn {limit} MB; hãy tách riêng phần lời của "
        "báo cáo "
        "rồi kiểm tra lại.",
        "report.encoding": "“{name}” không phải văn bản Unicode (UTF-8): chỗ hỏng đầu tiên ở byte thứ "
        "{place}; "
        "hãy mở bằng trình soạn thảo, lưu lại với bảng mã UTF-8 (hoặc .docx) rồi kiểm tra lại.",
        "report.binary": "“{name}” là {kind}, không phải văn bản; hãy lưu báo cáo thành .docx hoặc .txt "
        "(UTF-8).",
        "report.docx": "“{name}” không mở được như một tệp .docx ({fault}); hãy mở bằng Word hoặc "
        "LibreOffice, "
        "lưu lại rồi kiểm tra lại.",
    }
)

_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "tệp PDF"),
    (b"\xd0\xcf\x11\xe0", "tệp Word đời cũ (.doc)"),
    (b"{\\rtf", "tệp RTF"),
    (b"\x89PNG", "tệp ảnh"),
    (b"\xff\xd8\xff", "tệp ảnh"),
    (b"GIF8", "tệp ảnh"),
    (b"Rar!", "tệp nén"),
    (b"7z\xbc\xaf", "tệp nén"),
    (b"\x1f\x8b", "tệp nén"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_report(content: bytes, *, name: str) -> str:
    """The text of a report file. Refuses what is empty, too large, broken, or no text (`report.…`)."""
    limit = FILE_LIMIT if content.startswith(b"PK") else TEXT_LIMIT
    if len(content) > limit:
        raise _too_large(name, len(content), limit)
    text = _docx_text(content, name) if content.startswith(b"PK") else _plain_text(content, name)
    if not text.strip():
        raise Refusal("report.empty", name=name)
    return text


def _plain_text(content: bytes, name: str) -> str:
    for beginning, kind in _KINDS:
        if content.startswith(beginning):
            raise Refusal("report.binary", name=name, kind=kind)
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\x00" in content:
        raise Refusal("report.binary", name=name, kind="tệp nhị phân hoặc UTF-16 không có dấu BOM")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        raise Refusal("report.encoding", name=name, place=fault.start + 1) from None


def _too_large(name: str, size: int, limit: int) -> Refusal:
    millions = 1_000_000
    return Refusal(
        "report.too_large", name=name, size=write_int(-(-size // millions)), limit=limit // millions
    )


def _docx_text(content: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if packed.getinfo(_BODY).file_size > FILE_LIMIT:
                raise _too_large(name, packed.getinfo(_BODY).file_size, FILE_LIMIT)
            body = ElementTree.fromstring(packed.read(_BODY))
    except KeyError:
        raise Refusal("report.docx", name=name, fault="trong tệp không có văn bản Word") from None
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        raise Refusal("report.docx", name=name, fault="tệp hỏng hoặc bị khóa") from None
    except Refusal:
        raise
    except Exception as fault:  # a damaged stream inside the archive (zlib.error has no common parent)
        raise Refusal("report.docx", name=name, fault=type(fault).__name__) from None
    text = "\n".join(_blocks(body))
    if len(text.encode()) > TEXT_LIMIT:
        raise _too_large(name, len(text.encode()), TEXT_LIMIT)
    return text


def _blocks(element: ElementTree.Element) -> Iterator[str]:
    """Paragraphs one a line, a table row one a line with tabs between its cells."""
    for child in element:
        if child.tag == f"{_WORDS}p":
            yield "".join(_runs(child))
        elif child.tag == f"{_WORDS}tr":
            yield "\t".join(" ".join(_blocks(cell)).strip() for cell in child.iter(f"{_WORDS}tc"))
        elif child.tag != f"{_WORDS}del":
            yield from _blocks(child)


def _runs(element: ElementTree.Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_WORDS}t":
            yield child.text or ""
        elif child.tag in (f"{_WORDS}tab", f"{_WORDS}ptab"):
            yield "\t"
        elif child.tag in (f"{_WORDS}br", f"{_WORDS}cr"):
            yield "\n"
        elif child.tag == f"{_WORDS}noBreakHyphen":
            yield "-"
        elif child.tag not in (f"{_WORDS}del", f"{_WORDS}moveFrom", f"{_WORDS}pPr", f"{_WORDS}rPr"):
            yield from _runs(child)
