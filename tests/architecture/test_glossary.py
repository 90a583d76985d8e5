"""Tables and legal facts are called by words of the glossary: code and law speak of the same things."""

import pytest
from django.apps import apps

from thads.enforcement.cases.rules.facts import KINDS
from thads.enforcement.money.rules.facts import KINDS as MONEY_KINDS
from thads.law import LAW

# Names of the machinery, which no law knows.
OF_THE_MACHINERY = {
    "User": "an account",
    "AuditEntry": "a line of the trail",
    "LedgerEntry": "a line of the ledger",
    "AgencyVersion": "an agency during a span",
    "CaseSearch": "the folded words behind the search box",
}

MODELS = {model.__name__ for model in apps.get_models() if model.__module__.startswith("thads.")}
FACTS = {fact.__name__ for fact in (*KINDS.values(), *MONEY_KINDS.values())}


@pytest.mark.parametrize("name", sorted(MODELS | FACTS))
def test_tables_and_facts_are_called_by_words_of_the_glossary(name: str) -> None:
    assert name in OF_THE_MACHINERY or LAW.glossary.find(name), f"{name} is missing in law/data/glossary.toml"


def test_no_exception_outlives_its_table() -> None:
    assert set(OF_THE_MACHINERY) <= MODELS
