"""Files of the machine named on the command line: what cannot be read or written is told in words."""

import errno
from pathlib import Path

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "file.missing": "Không tìm thấy tệp {path}; hãy kiểm tra lại đường dẫn.",
        "file.is_folder": "{path} là thư mục, không phải tệp; hãy chỉ rõ một tệp.",
        "file.unreadable": "Không đọc được tệp {path} ({reason}); hãy kiểm tra quyền đọc tệp.",
        "file.unwritable": "Không ghi được tệp {path} ({reason}); hãy chọn nơi khác.",
    }
)


_REASONS = {
    errno.ENOENT: "không có thư mục ấy",
    errno.ENOTDIR: "đường dẫn đi qua một tệp không phải thư mục",
    errno.EISDIR: "đó là thư mục",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EINVAL: "tên tệp không hợp lệ",
}


def _reason(fault: OSError) -> str:
    return _REASONS.get(fault.errno or 0, f"lỗi hệ thống số {fault.errno}")


def check_is_file(path: Path) -> None:
    """Refuse a path that is missing, a folder, or may not be read."""
    try:
        if path.is_dir():
            raise Refusal("file.is_folder", path=path)
        if not path.exists():
            raise Refusal("file.missing", path=path)
        path.open("rb").close()
    except OSError as fault:
        raise Refusal("file.unreadable", path=path, reason=_reason(fault)) from None


def write_file(path: Path, content: bytes) -> None:
    """Write a file; refuse a folder or a place that may not be written."""
    try:
        if path.is_dir():
            raise Refusal("file.is_folder", path=path)
        path.write_bytes(content)
    except OSError as fault:
        raise Refusal("file.unwritable", path=path, reason=_reason(fault)) from None
