"""The small office of the cases, with a kind of paper for tests and its master."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rooms.cases.office import Office, found_office
from rules.documents.samples import DEFERRAL, SOURCE
from thads.enforcement.documents import choosing, shipped
from thads.enforcement.documents.rules import papers


@pytest.fixture
def office(db: None) -> Office:
    found_office()
    return Office()


@pytest.fixture(autouse=True)
def deferral(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Register the kind for this test only; its master lies beside the package's."""
    folder = tmp_path_factory.mktemp("masters")
    for variant in DEFERRAL.variants:
        place = folder / DEFERRAL.code / f"{variant.code}.txt"
        place.parent.mkdir(exist_ok=True)
        place.write_text(SOURCE, encoding="utf-8")
    own = shipped.source_path

    def source_path(kind: str, variant: str) -> Path:
        return folder / kind / f"{variant}.txt" if kind == DEFERRAL.code else own(kind, variant)

    monkeypatch.setattr(shipped, "source_path", source_path)
    monkeypatch.setitem(papers._KINDS, DEFERRAL.code, DEFERRAL)
    yield
    for cache in (shipped.shipped_master, choosing.shipped_docx, choosing.shipped_sha256):
        cache.cache_clear()
