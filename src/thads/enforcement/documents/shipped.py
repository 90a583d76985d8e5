"""The masters that come with the package: their texts beside this module, the .docx made from them."""

from functools import lru_cache
from pathlib import Path

from thads.enforcement.documents.rules.masters import Master, parse_master

FOLDER = Path(__file__).parent / "masters"


def source_path(kind: str, variant: str) -> Path:
    """Return where the text of a master stands."""
    return FOLDER / kind / f"{variant}.txt"


@lru_cache(maxsize=256)
def shipped_master(kind: str, variant: str) -> Master:
    """Return the master of the package; a kind registered without one is a fault of the program."""
    return parse_master(source_path(kind, variant).read_text(encoding="utf-8"))
