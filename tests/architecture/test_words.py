"""Whatever a person can be told has its Vietnamese words."""

import ast
import importlib
import re
from enum import StrEnum

import pytest

from architecture.source import SOURCES, SourceFile, dotted
from thads.kernel import sentences
from thads.law import LAW

VIETNAMESE = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)

# Vocabularies that no person reads: the reason stands beside each.
UNSPOKEN: dict[str, str] = {
    "kernel.Severity": "a screen shows it as a colour and an icon with its own words",
    "counting.Line": "its words are the headings of the forms, which the law dates",
    "narrative.Role": "a part of speech within the reader of reports",
    "narrative.Reach": "a notion of the reader of reports",
    "narrative.Kind": "a notion of the reader of reports",
    "narrative.Said": "a notion of the reader of reports",
}


def codes_said(source: SourceFile) -> list[tuple[int, str]]:
    """Return the codes that are raised as Refusal("code") or handed out as Problem("code") in a file."""
    said = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and dotted(node.func).rsplit(".", 1)[-1] in {"Refusal", "Problem"}:
            named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            said += [
                (node.lineno, argument.value)
                for argument in (*node.args[:1], *named)
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            ]
    return said


SAYING = [source for source in SOURCES if codes_said(source)]


@pytest.mark.parametrize("source", SAYING, ids=lambda source: source.module)
def test_every_code_said_has_its_sentence(source: SourceFile) -> None:
    importlib.import_module(source.module)

    silent = [(line, code) for line, code in codes_said(source) if code not in sentences.known_codes()]
    assert not silent, f"{source.path}: register a Vietnamese sentence for {silent}"


def test_every_sentence_is_vietnamese_and_whole() -> None:
    for source in SAYING:
        importlib.import_module(source.module)

    for code in sorted(sentences.known_codes()):
        text = sentences.sentence(code, {})
        assert VIETNAMESE.search(text), f"{code}: {text}"
        assert text.rstrip().endswith((".", "!", "?", ":", "…", ")", "”")), (
            f"{code} is not a sentence: {text}"
        )


def vocabularies() -> list[type[StrEnum]]:
    """Return every StrEnum of the pure rooms: the closed vocabularies of the domain."""
    found = []
    for source in SOURCES:
        if source.is_pure and "StrEnum" in source.text:
            module = importlib.import_module(source.module)
            found += [
                value
                for value in vars(module).values()
                if isinstance(value, type)
                and issubclass(value, StrEnum)
                and value.__module__ == source.module
            ]
    return [vocabulary for vocabulary in found if places(vocabulary).isdisjoint(UNSPOKEN)]


def places(vocabulary: type[StrEnum]) -> set[str]:
    """Return the names under which a vocabulary is told from others: room.Name and storey.Name."""
    return {f"{place}.{vocabulary.__name__}" for place in vocabulary.__module__.split(".")[1:3]}


@pytest.mark.parametrize("vocabulary", vocabularies(), ids=lambda v: v.__name__)
def test_every_member_of_a_vocabulary_has_a_vietnamese_name(vocabulary: type[StrEnum]) -> None:
    names = {member: LAW.label(member) for member in vocabulary}

    assert all(names.values())
