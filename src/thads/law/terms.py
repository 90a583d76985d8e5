"""The Vietnamese words of the program's codes, in one place: `law/data/terms.toml` (see docs/decisions).

A code is a member of an enumeration (`ObligationStatus.UNABLE`) or a named vocabulary with a value
(`"FactKind", "cases.decision_issued"`), as stored in the ledger. Two rooms that use one class name for
different things are told apart by the room's name before it: `narrative.Unit`.
"""

from enum import StrEnum

from thads.law.loading import Fields


class Labels:
    """Vocabulary → value → Vietnamese words."""

    def __init__(self, labels: dict[str, dict[str, str]]) -> None:
        self._labels = labels

    def label(self, code: StrEnum | str, value: str | None = None) -> str:
        """Return the words for a member, or for a vocabulary and a value; an unknown one is a `KeyError`."""
        if value is not None:
            return self._labels[str(code)][value]
        if not isinstance(code, StrEnum):
            raise KeyError(code)
        return self._of_class(type(code))[code.value]

    def vocabulary(self, name: str) -> dict[str, str]:
        """Return all words of a vocabulary, in the order of the file."""
        return dict(self._labels[name])

    def vocabularies(self) -> tuple[str, ...]:
        """Return the names of all vocabularies."""
        return tuple(self._labels)

    def _of_class(self, vocabulary: type[StrEnum]) -> dict[str, str]:
        for place in vocabulary.__module__.split(".")[1:3]:
            if own := self._labels.get(f"{place}.{vocabulary.__name__}"):
                return own
        return self._labels[vocabulary.__name__]


def read_labels(file: Fields) -> Labels:
    """Read the words; refuse a value without words."""
    labels: dict[str, dict[str, str]] = {}
    for name, fields in file.table("label").each():
        labels[name] = {}
        for value, words in fields.rest().items():
            if not isinstance(words, str) or not words.strip():
                raise fields.fault(f"{value} has no words")
            labels[name][value] = words
    file.finish()
    return Labels(labels)
