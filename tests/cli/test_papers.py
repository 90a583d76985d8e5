"""`thads papers`: a master is listed, written out, edited and checked without the screens."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

Thads = Callable[..., str]


@pytest.mark.slow
def test_a_master_is_written_out_and_checked(in_home: Thads, tmp_path: Path) -> None:
    out = tmp_path / "mau.docx"

    assert "Giấy triệu tập" in in_home("papers", "masters")
    assert "họ tên người được triệu tập" in in_home("papers", "fields", "summons")
    assert "Đã ghi" in in_home("papers", "export", "summons", "--out", str(out))
    assert "dùng làm mẫu được" in in_home("papers", "check", str(out), "--kind", "summons")


@pytest.mark.slow
def test_faults_of_a_master_are_told_with_their_places(in_home: Thads, tmp_path: Path) -> None:
    out = tmp_path / "mau.docx"
    in_home("papers", "export", "summons", "--out", str(out))
    document = docx.Document(BytesIO(out.read_bytes()))
    document.add_paragraph("Gửi {{ nguoi_nhan }}")
    document.save(str(out))

    told = in_home("papers", "check", str(out), "--kind", "summons", code=1)

    assert "nguoi_nhan" in told
    assert "đoạn" in told
    assert "không phải là văn bản Word" in _refused(in_home, tmp_path)


def _refused(in_home: Thads, tmp_path: Path) -> str:
    wrong = tmp_path / "khong.docx"
    wrong.write_bytes(b"khong")
    return in_home("papers", "check", str(wrong), "--kind", "summons", code=2)
