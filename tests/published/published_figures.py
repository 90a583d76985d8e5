"""Published figures as cells: organisation, period and unit to lines of the forms and printed rates."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.law import LAW, FormLayout
from thads.law.forms import Identity

LINE_OF = {
    "tong_giai_quyet": "c1", "cu_chuyen_sang": "c2", "thu_ly_moi": "c3", "uy_thac": "c4", "thu_hoi_huy": "c5",
    "cuc_rut_len": "c5a", "phai_thi_hanh": "c6", "co_dk": "c7", "thi_hanh_xong": "c8", "chua_dk": "c14",
    "hoan_tam_dinh_chi": "c15", "chuyen_ky_sau": "c17", "chuyen_so_rieng": "m1",
}  # fmt: skip
RATE_OF = {"ty_le_xong": ("c8", "c7"), "ty_le_co_dk": ("c7", "c6"), "ty_le_chua_dk": ("c14", "c6")}
EXACT_UNITS = {"viec": ("v", 1), "dong": ("t", 1), "nghin_dong": ("t", 1_000), "trieu_dong": ("t", 1_000_000)}
SENT = ("c4", "c5", "c5a")


@dataclass
class Published:
    """What one organisation published for one period, in cases (`v`) or money (`t`)."""

    org: str
    period: str
    unit: str
    cells: dict[str, int] = field(default_factory=dict)
    rates: dict[str, Decimal] = field(default_factory=dict)

    @property
    def name(self) -> tuple[str, str, str]:
        return self.org, self.period, self.unit

    @property
    def layout(self) -> FormLayout:
        return LAW.form("TT05/2024-01" if self.unit == "v" else "TT05/2024-02")

    def identities(self) -> Sequence[Identity]:
        """Return the identities of the period's year whose columns were published."""
        try:
            claimed = self.layout.identities_of(Period.parse(self.period))
        except Refusal:
            return ()
        return [one for one in claimed if one.is_checkable and self._has(one)]

    def _has(self, identity: Identity) -> bool:
        assert identity.left is not None
        assert identity.right is not None
        needed = {*identity.left.columns, *identity.right.columns}
        if needed.intersection(SENT) and not self.cells.keys() & set(SENT):
            return False
        return all(code in self.cells for code in needed - {*SENT, "c16"})

    def quotient(self, rate: str) -> Decimal | None:
        """Return a printed rate computed again, as many decimals, half up; nothing without its figures."""
        over, under = RATE_OF[rate]
        if not self.cells.get(under) or over not in self.cells:
            return None
        exact = Decimal(self.cells[over]) * 100 / self.cells[under]
        return exact.quantize(Decimal(1).scaleb(self.rates[rate].as_tuple().exponent), ROUND_HALF_UP)


def published(figures: Path) -> Mapping[tuple[str, str, str], Published]:
    """Read the published figures; press roundings in tỷ are left out."""
    found: dict[tuple[str, str, str], Published] = {}
    with figures.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            prefix, _, stem = row["indicator"].partition("_")
            if prefix not in ("v", "t"):
                continue
            name = (row["org"], row["period"], prefix)
            own = found.setdefault(name, Published(*name))
            unit, scale = EXACT_UNITS.get(row["unit"], ("", 0))
            if stem in LINE_OF and unit == prefix:
                own.cells.setdefault(LINE_OF[stem], int(Decimal(row["value"]) * scale))
            elif stem in RATE_OF and row["unit"] == "percent":
                own.rates.setdefault(stem, Decimal(row["value"]))
    return found
