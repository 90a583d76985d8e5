"""The office of the stories, and fetch = fold after each of them."""

from collections.abc import Iterator

import pytest

from rooms.cases.office import Office, found_office
from thads.enforcement.cases import queries


@pytest.fixture
def office(db: None) -> Iterator[Office]:
    found_office()
    yield Office()
    assert queries.drift() == []
