"""One table: code of a refusal or problem → the Vietnamese sentence an officer reads.

Each room registers its own sentences beside its rules. A code without a sentence is a bug that the
test suite finds; at run time it is still shown, with its details, rather than hidden.
"""

from collections.abc import Mapping
from datetime import date, datetime

_SENTENCES: dict[str, str] = {}


def register_sentences(sentences: Mapping[str, str]) -> None:
    """Add a room's sentences; a code may be registered once."""
    for code, text in sentences.items():
        if _SENTENCES.get(code, text) != text:
            raise ValueError(f"two sentences for {code}")
        _SENTENCES[code] = text


def known_codes() -> frozenset[str]:
    """All codes that have a sentence."""
    return frozenset(_SENTENCES)


def sentence(code: str, details: Mapping[str, object]) -> str:
    """Return the sentence for a code, its fields filled and written the Vietnamese way."""
    shown = {name: _shown(value) for name, value in details.items()}
    template = _SENTENCES.get(code)
    if template is None:
        return "; ".join([code, *(f"{name}: {value}" for name, value in shown.items())])
    return template.format_map(_Forgiving(shown))


class _Forgiving(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return str(value)
