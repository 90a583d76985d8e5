"""The registers of enforcement as data: names, columns, where their lines come from (T04 Đ30)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thads.law.loading import Fields
from thads.law.rulings import Certainty


class RegisterSource(StrEnum):
    """Where the lines of a register come from."""

    JUDGMENTS = "judgments"
    REQUESTS = "requests"
    INCOMING = "incoming"
    DECISIONS = "decisions"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column: the key of what stands in it, and its heading."""

    key: str
    vi: str


@dataclass(frozen=True, slots=True)
class RegisterLayout:
    """One register; `kinds` are the facts it lists, `money` the column in đồng that is added up;
    `is_kept_by_addressee`: by the agency to which the decision takes the case, not the one that had it.
    """

    code: str
    vi: str
    identifier: str
    source: RegisterSource
    basis: str
    certainty: Certainty
    columns: tuple[RegisterColumn, ...]
    kinds: tuple[str, ...] = ()
    initiation: str = ""
    money: str = ""
    is_kept_by_addressee: bool = False
    since: date | None = None
    until: date | None = None

    @property
    def is_derived(self) -> bool:
        """Whether its columns are our conclusion and not the words of a text."""
        return self.certainty is Certainty.DERIVED

    def is_kept(self, first: date, last: date) -> bool:
        """Say whether the register is kept on any day of a span (both days included)."""
        return (self.since is None or last >= self.since) and (self.until is None or first < self.until)


def read_registers(file: Fields) -> dict[str, RegisterLayout]:
    """Read all registers by code; refuse one without columns, or with a key twice."""
    file.text("basis")
    found = {code: _read(code, fields) for code, fields in file.table("register").each()}
    file.finish()
    return found


def _read(code: str, fields: Fields) -> RegisterLayout:
    columns = tuple(_column(fields, one) for one in fields.lists("columns"))
    if len({column.key for column in columns}) != len(columns) or not columns:
        raise fields.fault("needs columns, each key once")
    layout = RegisterLayout(
        code=code,
        vi=fields.text("vi"),
        identifier=fields.text("identifier"),
        source=fields.choice("source", RegisterSource),
        basis=fields.text("basis"),
        certainty=fields.choice("certainty", Certainty, Certainty.DERIVED),
        columns=columns,
        kinds=fields.texts("kinds", ()),
        initiation=fields.text("initiation", ""),
        money=fields.text("money", ""),
        is_kept_by_addressee=fields.flag("kept_by_addressee", False),
        since=fields.day_or_none("since"),
        until=fields.day_or_none("until"),
    )
    if layout.money and layout.money not in {column.key for column in columns}:
        raise fields.fault(f"adds up {layout.money}, which is no column")
    fields.finish()
    return layout


def _column(fields: Fields, written: tuple[str, ...]) -> RegisterColumn:
    if len(written) != 2:
        raise fields.fault("a column is a key and a heading")
    return RegisterColumn(*written)
