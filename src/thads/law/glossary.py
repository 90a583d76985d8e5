"""The dictionary of the house: identifier in code, Vietnamese term, English name, meaning, article."""

from dataclasses import dataclass

from thads.kernel.names import fold
from thads.law.loading import Fields


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the law; `identifiers` are all names it has in code, the first being the chief one."""

    identifier: str
    identifiers: tuple[str, ...]
    vi: str
    en: str
    definition: str
    basis: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms, in the order of the file."""

    terms: tuple[Term, ...]

    def find(self, identifier: str) -> Term | None:
        """Return the term with this identifier, or nothing."""
        return next((term for term in self.terms if identifier in term.identifiers), None)

    def search(self, words: str) -> tuple[Term, ...]:
        """Return the terms whose Vietnamese or English name holds the words, marks ignored."""
        wanted = fold(words)
        return tuple(term for term in self.terms if wanted in fold(term.vi) or wanted in fold(term.en))


def read_glossary(file: Fields) -> Glossary:
    """Read the glossary; refuse a term without article or an identifier used twice."""
    terms = tuple(_read_term(identifier, fields) for identifier, fields in file.table("term").each())
    file.finish()
    names = [name for term in terms for name in term.identifiers]
    if doubled := {name for name in names if names.count(name) > 1}:
        raise file.fault(f"identifiers used twice: {', '.join(sorted(doubled))}")
    return Glossary(terms)


def _read_term(identifier: str, fields: Fields) -> Term:
    term = Term(
        identifier=identifier,
        identifiers=(identifier, *fields.texts("also", ())),
        vi=fields.text("vi"),
        en=fields.text("en"),
        definition=fields.text("definition"),
        basis=fields.text("basis"),
    )
    fields.finish()
    return term
