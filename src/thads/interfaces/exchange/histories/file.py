"""The bytes of a file of histories as numbered lines of text; whatever is no such file is told apart here."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from thads.interfaces.exchange.histories.faults import Faults
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

LONGEST_LINE = 4 * 1024 * 1024
"""Bytes; a case with thousands of duties still fits."""

register_sentences(
    {
        "histories.empty": "Tệp rỗng, không có dòng nào; hãy kiểm tra lại tệp đã xuất.",
        "histories.no_facts": "Tệp chỉ có dòng mở đầu, không có sự kiện nào; hãy kiểm tra lại tệp đã xuất.",
        "histories.utf16": "Tệp ghi theo bảng mã UTF-16; hãy lưu lại tệp với bảng mã UTF-8.",
        "histories.is_workbook": "Tệp là một tệp nén hoặc sổ tính Excel, không phải tệp JSON Lines; việc "
        "lập bằng "
        "Excel nhập theo mẫu sổ tính riêng.",
        "histories.not_utf8": "Dòng này không đúng bảng mã UTF-8 (byte thứ {place}); hãy lưu lại tệp với "
        "bảng mã "
        "UTF-8.",
        "histories.line_too_long": "Dòng này dài hơn {longest} byte; mỗi dòng chỉ ghi một sự kiện.",
    }
)


def text_lines(stream: BinaryIO, faults: Faults) -> Iterator[tuple[int, str]]:
    """Yield (line number, text) of each line that is not blank; faults of bytes go to `faults`.

    Refuses a file that is in UTF-16, a workbook, or has no line at all.
    """
    number, found = 0, False
    while raw := stream.readline(LONGEST_LINE + 1):
        number += 1
        if number == 1:
            raw = _without_mark(raw)
        if len(raw) > LONGEST_LINE and not raw.endswith(b"\n"):
            faults.add(number, "histories.line_too_long", longest=LONGEST_LINE)
            _skip_line(stream)
            found = True
            continue
        try:
            text = raw.decode("utf-8").strip()
        except UnicodeDecodeError as fault:
            faults.add(number, "histories.not_utf8", place=fault.start + 1)
            found = True
            continue
        if text:
            found = True
            yield number, text
    if not found:
        raise Refusal("histories.empty")


def _without_mark(raw: bytes) -> bytes:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Refusal("histories.utf16")
    if raw.startswith(b"PK\x03\x04"):
        raise Refusal("histories.is_workbook")
    return raw.removeprefix(codecs.BOM_UTF8)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass
