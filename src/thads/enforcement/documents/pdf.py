"""A .docx as PDF, by LibreOffice when the machine has it: one conversion at a time, with a limit of time."""

import fcntl
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.conf import settings

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "documents.no_pdf": "Máy chủ chưa cài LibreOffice nên không xuất được PDF; hãy tải văn bản Word "
        "(.docx).",
        "documents.pdf_failed": "LibreOffice không chuyển được văn bản sang PDF; hãy tải văn bản Word "
        "(.docx) hoặc thử lại sau.",
    }
)

LONGEST = 60
"""Seconds one conversion may take."""

_ONE_AT_A_TIME = Lock()


@lru_cache(maxsize=1)
def converter() -> str | None:
    """Return the path of LibreOffice, None when the machine has none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_pdf(document: bytes) -> bytes:
    """Return the PDF of a .docx; refuses when there is no LibreOffice or it fails."""
    program = converter()
    if program is None:
        raise Refusal("documents.no_pdf")
    with _alone() as profile, tempfile.TemporaryDirectory(prefix="thads-pdf-") as folder:
        given, made = Path(folder) / "paper.docx", Path(folder) / "paper.pdf"
        given.write_bytes(document)
        _convert(program, given, profile)
        if not made.exists():
            raise Refusal("documents.pdf_failed")
        return made.read_bytes()


def _convert(program: str, given: Path, profile: Path) -> None:
    command = [
        program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to", "pdf", "--outdir", str(given.parent), str(given),
    ]  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=LONGEST, check=True)
    except (subprocess.SubprocessError, OSError):
        raise Refusal("documents.pdf_failed") from None


@contextmanager
def _alone() -> Iterator[Path]:
    """Wait until no other thread and no other process converts; yield the profile that only we use."""
    profile = Path(settings.HOME) / "libreoffice"
    profile.mkdir(parents=True, exist_ok=True)
    with _ONE_AT_A_TIME, (profile / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield profile
