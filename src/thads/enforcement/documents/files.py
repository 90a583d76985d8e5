"""Bytes kept in the home by their hash: written once, never overwritten, found again by content.

Papers as files and documents received lie in `THADS_HOME/files`; the rows in the database name their SHA-256.
"""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "documents.file_lost": "Nội dung của tệp “{name}” không còn trong kho tệp hoặc đã bị thay đổi; hãy "
        "khôi phục thư mục files từ bản sao lưu.",
    }
)


def sha256_of(content: bytes) -> str:
    """Return the hash by which bytes are known."""
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes) -> str:
    """Keep the bytes and return their hash; the same bytes are kept once."""
    sha256 = sha256_of(content)
    place = _place(sha256)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_name(f"{place.name}.{secrets.token_hex(8)}")
        half.write_bytes(content)
        os.replace(half, place)
    return sha256


def kept(sha256: str) -> bytes | None:
    """Return the bytes kept under a hash; None when they are gone or no longer what they were."""
    try:
        content = _place(sha256).read_bytes()
    except OSError:
        return None
    return content if sha256_of(content) == sha256 else None


def kept_or_refused(sha256: str, *, name: str) -> bytes:
    """Return the bytes kept under a hash; refuse when they are gone or changed."""
    content = kept(sha256)
    if content is None:
        raise Refusal("documents.file_lost", name=name)
    return content


def _place(sha256: str) -> Path:
    return Path(settings.HOME) / "files" / sha256[:2] / sha256[2:]
