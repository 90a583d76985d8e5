"""The law book: one door to everything in `law/data`, each file read when first asked for.

LAW.value("verification.first", on=day)      Ruling(9, unit=DAY, basis="L25 Đ37.1", since=…)
LAW.ground("deferral", "parties_agree", on=day)
LAW.form("TT05/2024-04")
"""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from thads.kernel.periods import Period
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law.citations import Sources, read_sources
from thads.law.diff import Change, Comparison
from thads.law.form_files import read_forms
from thads.law.forms import FormLayout
from thads.law.glossary import Glossary, Term, read_glossary
from thads.law.grounds import Ground, GroundKind, GroundList, read_grounds
from thads.law.holidays import AnnouncedYear, read_announced_years
from thads.law.loading import LawFileFault, read_file
from thads.law.numbering import NumberingLaw, read_numbering
from thads.law.obligations import ObligationLaw, read_obligations
from thads.law.personal_data import PersonalFields, read_personal_fields
from thads.law.regimes import Regime
from thads.law.registers import RegisterLayout, read_registers
from thads.law.rulings import UNSPOKEN_UNITS, Ruling, Timeline, Unit, read_timeline, write_value
from thads.law.signing import SigningMatrix, SigningRule, read_signing
from thads.law.terms import Labels, read_labels

register_sentences(
    {
        "law.unknown_key": "Không có quy định nào mang khóa “{key}”.{near} "
        "Dùng lệnh “thads law list” để xem tất cả.",
        "law.unknown_ground_kind": "“{kind}” không phải là loại căn cứ; các loại: {known}.",
        "law.unknown_form": "Không có biểu mẫu “{form}”. Các biểu mẫu: {known}.",
        "law.unknown_register": "Không có sổ mang số “{register}”. Các sổ: {known}.",
        "law.no_form_for_period": "Chưa có biểu mẫu số {number} dùng cho kỳ {period}.",
    }
)

VALUE_FILES = ("deadlines", "parameters", "wages", "fees")


class Law:
    """The law as data, dated and with articles; immutable, read lazily from a folder of TOML files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    # ---------------------------------------------------------------- values

    @cached_property
    def timelines(self) -> dict[str, Timeline]:
        """All dated values by key."""
        found: dict[str, Timeline] = {}
        for name in VALUE_FILES:
            for key, timeline in self._read_values(name):
                if key in found:
                    raise LawFileFault(f"{name}.toml", key, "stands in two files")
                found[key] = timeline
        return found

    def value(self, key: str, *, on: date) -> Ruling:
        """Return the value in force on the day with its article; refuse an unknown key or a lawless day."""
        return self.timeline(key).on(on)

    def timeline(self, key: str) -> Timeline:
        """Return all steps of a value; refuse an unknown key, naming near ones."""
        if key not in self.timelines:
            raise unknown_key(key, self.timelines)
        return self.timelines[key]

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all dated values, in alphabetical order."""
        return tuple(sorted(self.timelines))

    def derived(self) -> tuple[Ruling, ...]:
        """Return every step that is our conclusion and waits for a text."""
        return tuple(step for line in self.timelines.values() for step in line.steps if step.is_derived)

    def regime(self, on: date) -> Regime:
        """Return the regime that governs the day (L25 Đ115–116)."""
        return Regime(str(self._regimes.on(on).value))

    @cached_property
    def _regimes(self) -> Timeline:
        file = read_file(self._folder / "regimes.toml")
        timeline = read_timeline("regime", file.table("regime"), unit=Unit.CODE)
        file.finish()
        return timeline

    @cached_property
    def announced_years(self) -> dict[int, AnnouncedYear]:
        """The years whose holidays have been announced, with the days that are moved."""
        return read_announced_years(read_file(self._folder / "holidays.toml"))

    def _read_values(self, name: str) -> list[tuple[str, Timeline]]:
        file = read_file(self._folder / f"{name}.toml")
        values = [(key, read_timeline(key, one, subject=name)) for key, one in file.table("value").each()]
        file.finish()
        return values

    # ---------------------------------------------------------------- grounds

    @cached_property
    def ground_lists(self) -> dict[GroundKind, GroundList]:
        """All closed lists of grounds."""
        return read_grounds(read_file(self._folder / "grounds.toml"))

    def grounds(self, kind: str, *, on: date) -> tuple[Ground, ...]:
        """Return the grounds on which a decision of the kind may be taken on the day."""
        return self._grounds_of(kind).on(on)

    def ground(self, kind: str, code: str, *, on: date) -> Ground:
        """Return one ground as worded on the day; refuse one not in force, naming those allowed."""
        return self._grounds_of(kind).find(code, on=on)

    def _grounds_of(self, kind: str) -> GroundList:
        try:
            return self.ground_lists[GroundKind(kind)]
        except ValueError:
            raise Refusal("law.unknown_ground_kind", kind=kind, known=", ".join(GroundKind)) from None

    # ---------------------------------------------------------------- forms

    @cached_property
    def forms(self) -> dict[str, FormLayout]:
        """All forms by code, newest circular last."""
        found: dict[str, FormLayout] = {}
        for path in sorted((self._folder / "forms").glob("*.toml")):
            found.update(read_forms(path))
        return dict(sorted(found.items(), key=lambda item: (item[1].circular.since, item[0])))

    def form(self, code: str) -> FormLayout:
        """Return the layout of a form; refuse an unknown code."""
        if code not in self.forms:
            raise Refusal("law.unknown_form", form=code, known=", ".join(self.forms))
        return self.forms[code]

    def form_for(self, number: str, period: Period) -> FormLayout:
        """Return the form of this number (`01`…) for the period; refuse a period before all."""
        used = [
            one for one in self.forms.values() if one.number == number and one.circular.used_from <= period
        ]
        if not used:
            raise Refusal("law.no_form_for_period", number=number, period=str(period))
        return max(used, key=lambda form: form.circular.used_from)

    # ---------------------------------------------------------------- registers

    @cached_property
    def registers(self) -> dict[str, RegisterLayout]:
        """All registers of enforcement by code, in their order (T04 Đ30)."""
        return read_registers(read_file(self._folder / "registers.toml"))

    def register(self, code: str) -> RegisterLayout:
        """Return the layout of a register; refuse an unknown code."""
        if code not in self.registers:
            raise Refusal("law.unknown_register", register=code, known=", ".join(self.registers))
        return self.registers[code]

    # ---------------------------------------------------------------- who signs, what is owed

    @cached_property
    def signing(self) -> SigningMatrix:
        """The signing matrix through time."""
        return read_signing(read_file(self._folder / "signing.toml"))

    def signers(self, act: str, *, on: date) -> tuple[SigningRule, ...]:
        """Return who may sign or prepare the act on the day; refuse an unknown act."""
        return self.signing.act(act).on(on)

    def may_sign(self, act: str, role: str, *, on: date, delegated: bool = False) -> bool:
        """Say whether the role may sign the act on the day; `delegated`: a delegation is on record."""
        return self.signing.may_sign(act, role, on=on, delegated=delegated)

    @cached_property
    def obligations(self) -> ObligationLaw:
        """Kinds of obligation: initiation, state revenue or not, rank of payment through time."""
        return read_obligations(read_file(self._folder / "obligations.toml"))

    @cached_property
    def numbering(self) -> NumberingLaw:
        """Symbols of agencies and series of numbers."""
        return read_numbering(read_file(self._folder / "numbering.toml"))

    # ---------------------------------------------------------------- words

    @cached_property
    def labels(self) -> Labels:
        """The Vietnamese words of all codes."""
        return read_labels(read_file(self._folder / "terms.toml"))

    def label(self, code: StrEnum | str, value: str | None = None) -> str:
        """Return the Vietnamese words for a member, or for a vocabulary's name and a value."""
        return self.labels.label(code, value)

    def written(self, ruling: Ruling) -> str:
        """Write value and unit for an officer: “10 ngày”, “ngay”, “có”, “5.000.000 đồng”."""
        if ruling.unit is Unit.AT_ONCE:
            return self.label(ruling.unit)
        unit = "" if ruling.unit in UNSPOKEN_UNITS else self.label(ruling.unit)
        return f"{write_value(ruling.value)} {unit}".strip()

    @cached_property
    def glossary(self) -> Glossary:
        """The dictionary of the house."""
        return read_glossary(read_file(self._folder / "glossary.toml"))

    def term(self, identifier: str) -> Term:
        """Return the term behind an identifier; refuse an unknown one, naming near ones."""
        found = self.glossary.find(identifier)
        if found is None:
            raise unknown_key(identifier, [name for term in self.glossary.terms for name in term.identifiers])
        return found

    @cached_property
    def sources(self) -> Sources:
        """The texts behind the citation keys."""
        return read_sources(read_file(self._folder / "sources.toml"))

    def cite(self, basis: str) -> str:
        """Write a citation in words: `L08 Đ48.1c` → “điểm c khoản 1 Điều 48 Luật … năm 2008”."""
        return self.sources.cite(basis)

    @cached_property
    def personal_fields(self) -> PersonalFields:
        """Which model fields hold personal data."""
        return read_personal_fields(read_file(self._folder / "personal_data.toml"))

    # ---------------------------------------------------------------- what changed

    def diff(self, before: date, after: date) -> tuple[Change, ...]:
        """Return what differs between two days: values, grounds, signatures; in the order of their keys."""
        compared = Comparison(before, after, write=self.written, name=self.label)
        found = [
            *compared.values(self.timelines.values()),
            *compared.grounds(self.ground_lists.values()),
            *compared.signatures(self.signing),
        ]
        return tuple(sorted(found, key=lambda change: change.key))


def unknown_key(key: str, known: Iterable[str]) -> Refusal:
    """Return the refusal for an unknown key, with the nearest known ones."""
    names = sorted(known)
    stem = key.split(".")[0]
    alike = [name for name in names if len(stem) > 2 and stem in name]
    near = get_close_matches(key, names, n=4, cutoff=0.5) or alike[:4]
    said = f" Có phải là: {', '.join(near)}?" if near else ""
    return Refusal("law.unknown_key", key=key, near=said)
