"""A .docx written so that the same document is always the same bytes."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

from docx.document import Document

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first instant a ZIP knows: a document is told apart by what it says, not by when it was packed."""


def packed(document: Document) -> bytes:
    """Return the document as bytes that depend on nothing but its content."""
    properties = document.core_properties
    properties.created = properties.modified = datetime(*_EPOCH, tzinfo=UTC).replace(tzinfo=None)
    properties.revision = 1
    out = BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def repacked(content: bytes) -> bytes:
    """Return a ZIP with its parts in their order and without the instants of packing."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part in given.infolist():
            entry = zipfile.ZipInfo(part.filename, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, given.read(part))
    return out.getvalue()
