"""The office of these tests, and fetch = fold of cases and accounts after each of them."""

from collections.abc import Iterator

import pytest

from rooms.cases.office import Office, found_office
from thads.enforcement.cases import queries as cases
from thads.enforcement.money import queries


@pytest.fixture
def office(db: None) -> Iterator[Office]:
    found_office()
    yield Office()
    assert cases.drift() == []
    assert queries.drift() == []
