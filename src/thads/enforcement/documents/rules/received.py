"""Files that come in: which formats are taken, and whether a file is what its name says (T04 Đ31)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "documents.format_not_taken": "Tệp “{name}” không thuộc loại được nhận; chỉ nhận tệp PDF, ảnh JPEG, "
        "ảnh PNG và văn bản Word (.docx).",
        "documents.content_differs": "Tệp “{name}” mang đuôi .{suffix} nhưng nội dung không phải là "
        "{expected}; hãy quét hoặc lưu lại tệp.",
        "documents.file_too_large": "Tệp “{name}” lớn {size} byte; chỉ nhận tệp đến {limit} byte, hãy giảm "
        "độ phân giải hoặc chia tệp.",
        "documents.file_empty": "Tệp “{name}” trống; hãy chọn tệp khác.",
        "documents.sheets_wrong": "Số tờ của tài liệu phải từ 1 đến {most}.",
        "documents.folio_wrong": "Bút lục phải từ 1 đến {most}; để trống thì hệ thống cấp số tiếp theo.",
        "documents.folio_taken": "Bút lục {folio} đã cấp cho “{title}”; số tiếp theo là {next}.",
        "documents.title_missing": "Chưa ghi tên tài liệu; hãy ghi như trong bảng thống kê tài liệu của hồ "
        "sơ.",
        "documents.received_later": "Ngày nhận {on} sau ngày làm việc {today}; hãy kiểm tra lại.",
    }
)

LARGEST = 20 * 1024 * 1024
MOST_SHEETS = 9_999
MOST_FOLIO = 99_999


class FileFormat(StrEnum):
    """What a received file may be."""

    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class FormatRule:
    """How a format begins, the suffixes it goes by, the type it is handed out under."""

    begins: bytes
    suffixes: frozenset[str]
    media_type: str


DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS: Mapping[FileFormat, FormatRule] = {
    FileFormat.PDF: FormatRule(b"%PDF-", frozenset({"pdf"}), "application/pdf"),
    FileFormat.JPG: FormatRule(b"\xff\xd8\xff", frozenset({"jpg", "jpeg"}), "image/jpeg"),
    FileFormat.PNG: FormatRule(b"\x89PNG\r\n\x1a\n", frozenset({"png"}), "image/png"),
    FileFormat.DOCX: FormatRule(b"PK\x03\x04", frozenset({"docx"}), DOCX_TYPE),
}


def format_of(name: str, content: bytes) -> FileFormat:
    """Return the format of a file; refuses one not taken, empty, too large, or not what its name says."""
    if not content:
        raise Refusal("documents.file_empty", name=name)
    if len(content) > LARGEST:
        raise Refusal("documents.file_too_large", name=name, size=len(content), limit=LARGEST)
    suffix = name.rpartition(".")[2].lower()
    found = next((one for one, rule in FORMATS.items() if suffix in rule.suffixes), None)
    if found is None:
        raise Refusal("documents.format_not_taken", name=name)
    if not content.startswith(FORMATS[found].begins):
        raise Refusal("documents.content_differs", name=name, suffix=suffix, expected=LAW.label(found))
    return found


def shown_name(name: str) -> str:
    """Return the last part of a file's name without what no file system or header should see."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter for letter in last if letter.isprintable() and letter not in '"<>|*?:')
    return kept.strip(". ")[-160:] or "tai-lieu"
