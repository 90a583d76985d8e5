"""The bytes of a workbook: what is no workbook, or one that no office should open, is told apart here."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

register_sentences(
    {
        "workbook.empty_file": "Tệp rỗng (0 byte); hãy chọn lại tệp sổ tính.",
        "workbook.too_large": "Tệp lớn {size} byte, quá mức {largest} byte; hãy tách thành nhiều sổ tính "
        "nhỏ hơn.",
        "workbook.old_or_locked": "Tệp là sổ tính kiểu cũ (.xls) hoặc có mật khẩu; hãy bỏ mật khẩu và lưu "
        "lại dưới "
        "dạng Excel Workbook (.xlsx).",
        "workbook.not_a_workbook": "Tệp không phải là sổ tính Excel (.xlsx); hãy dùng mẫu sổ tính của hệ "
        "thống.",
        "workbook.broken": "Sổ tính bị hỏng hoặc bị cắt cụt, không mở được; hãy mở tệp bằng Excel, lưu lại "
        "rồi gửi.",
        "workbook.unpacks_too_large": "Sổ tính khi giải nén lớn quá mức {largest} byte; đây không phải là "
        "sổ tính "
        "thông thường nên không được mở.",
        "workbook.has_macros": "Sổ tính có chứa macro; hãy lưu lại dưới dạng Excel Workbook (.xlsx) không "
        "có macro.",
    }
)


def open_workbook(content: bytes, *, values_only: bool) -> Workbook:
    """Open the workbook; refuses an empty, broken, old, locked, oversized file and one with macros."""
    check_workbook(content)
    with broken_files_refused():
        return load_workbook(io.BytesIO(content), data_only=values_only)


def check_workbook(content: bytes) -> None:
    """Refuse an empty, broken, old, locked or oversized file, one that is none, and one with macros."""
    _check_bytes(content)
    _check_archive(content)


def _check_bytes(content: bytes) -> None:
    if not content:
        raise Refusal("workbook.empty_file")
    if len(content) > LARGEST_FILE:
        raise Refusal("workbook.too_large", size=len(content), largest=LARGEST_FILE)
    if content.startswith(_OLD_OFFICE):
        raise Refusal("workbook.old_or_locked")
    if not content.startswith(b"PK"):
        raise Refusal("workbook.not_a_workbook")


def _check_archive(content: bytes) -> None:
    with broken_files_refused(), zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
    names = {part.filename for part in parts}
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Refusal("workbook.unpacks_too_large", largest=LARGEST_UNPACKED)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refusal("workbook.has_macros")
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise Refusal("workbook.not_a_workbook")


@contextmanager
def broken_files_refused() -> Iterator[None]:
    """Whatever a library says of bytes that make no workbook becomes one sentence.

    The libraries raise a dozen kinds of error on damaged archives and XML; none of them tells an officer
    more than that the file is broken.
    """
    try:
        yield
    except InvalidFileException:
        raise Refusal("workbook.not_a_workbook") from None
    except Refusal:
        raise
    except Exception:
        raise Refusal("workbook.broken") from None
