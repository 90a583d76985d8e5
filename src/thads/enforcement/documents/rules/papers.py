"""Kinds of papers: a registry that each room fills with the papers its steps need (T04 Đ33).

A kind says how the paper is called, in which series it is numbered, whose signature it bears, which fields
its masters may use, and in which variants it exists. Its words stand in the master, a text of the package
(`masters/<kind>/<variant>.txt`). A room registers its kinds as it registers its sentences:

    register_papers([PaperKind("deferral_decision", "Quyết định hoãn thi hành án", …)])
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thads.enforcement.documents.rules.fields import STANDARD, PaperField, complete, sample_of
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW, Regime

register_sentences(
    {
        "documents.paper_unknown": "Không có loại văn bản “{paper}”; xem danh mục ở màn hình Mẫu văn bản.",
        "documents.variant_unknown": "“{paper}” không có dạng “{variant}” dùng được ngày {on}; "
        "các dạng: {known}.",
    }
)


class FolioRank(StrEnum):
    """Where a document lies in the case file before the order of receipt begins (T04 Đ31)."""

    DECISION = "decision"
    REQUEST = "request"
    JUDGMENT = "judgment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PaperVariant:
    """One wording of a kind; `regime` is the law it is worded after, none when it serves both."""

    code: str
    label: str
    regime: Regime | None = None


OF_2008 = PaperVariant("r2008", "Theo Luật Thi hành án dân sự năm 2008", Regime.R2008)
OF_2025 = PaperVariant("r2025", "Theo Luật Thi hành án dân sự năm 2025", Regime.R2025)
BOTH_LAWS = (OF_2008, OF_2025)
ONE_WORDING = (PaperVariant("common", "Dạng chung"),)


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper.

    `symbol` is what stands before the agency's symbol in the number (“QĐ”, “TB”); empty: no number.
    `family` is the series it is numbered in (law/data/numbering.toml). `act` is the row of the law's signing
    matrix, empty when no text names a signer. `basis` are the articles that call for the paper.
    """

    code: str
    title: str
    basis: str
    fields: tuple[PaperField, ...]
    symbol: str = ""
    family: str = ""
    act: str = ""
    variants: tuple[PaperVariant, ...] = BOTH_LAWS
    folio: FolioRank = FolioRank.OTHER
    standalone: bool = False
    known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        names = [one.name for one in self.all_fields]
        if len(set(names)) < len(names) or bool(self.symbol) != bool(self.family):
            raise ValueError(f"{self.code}: a field twice, or a symbol without its series")
        object.__setattr__(self, "known", frozenset(names))

    @property
    def all_fields(self) -> tuple[PaperField, ...]:
        """The fields of every paper and its own."""
        return (*STANDARD, *self.fields)

    @property
    def numbered(self) -> bool:
        """Whether the paper bears a number of a series."""
        return bool(self.family)

    @property
    def kept(self) -> tuple[str, ...]:
        """Names of the fields no office may drop from its own master."""
        own = tuple(one.name for one in self.all_fields if one.kept)
        return (*own, "number") if self.numbered else own

    def variants_on(self, on: date) -> tuple[PaperVariant, ...]:
        """Return the wordings that may be used on the day, by the law in force on it."""
        regime = LAW.regime(on)
        return tuple(one for one in self.variants if one.regime in (None, regime))

    def variant(self, code: str, *, on: date) -> PaperVariant:
        """Return a wording by its code, or the first of the day when none is named; refuse one that the law
        of the day does not know.
        """
        usable = self.variants_on(on)
        found = next((one for one in usable if code in ("", one.code)), None)
        if found is None:
            known = ", ".join(one.code for one in usable) or "không có"
            raise Refusal("documents.variant_unknown", paper=self.title, variant=code, on=on, known=known)
        return found

    def context(self, given: dict[str, object]) -> dict[str, object]:
        """Return the complete context, standard fields among it; refuse by name what is wrong."""
        return complete(self.all_fields, given, paper=self.title)

    def sample(self) -> dict[str, object]:
        """Return a context of samples."""
        return sample_of(self.all_fields)


_KINDS: dict[str, PaperKind] = {}


def register_papers(kinds: Iterable[PaperKind]) -> None:
    """Add a room's kinds of papers; a code may be registered once."""
    for kind in kinds:
        if _KINDS.get(kind.code, kind) != kind:
            raise ValueError(f"two kinds of papers called {kind.code}")
        _KINDS[kind.code] = kind


def paper_kind(code: str) -> PaperKind:
    """Return a kind by its code; refuse an unknown one."""
    if code not in _KINDS:
        raise Refusal("documents.paper_unknown", paper=code)
    return _KINDS[code]


def paper_kinds() -> tuple[PaperKind, ...]:
    """Return every registered kind, in the order of registration."""
    return tuple(_KINDS.values())
