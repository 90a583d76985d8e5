"""Two files that bring the same agency come in at the very same moment: the later one finds it there."""

import io
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import cast

import pytest

from rooms.cases.test_at_once import at_once, empty_guarded_tables
from rooms.exchange.test_importing_histories import AGENCY, DECISION, STAFF, written
from thads.foundation.organisation import queries as organisation
from thads.interfaces.exchange.histories.importing import HistoriesOutcome, import_histories


@pytest.fixture
def empty_home(transactional_db: None) -> Iterator[None]:
    yield
    empty_guarded_tables()


def test_two_imports_at_once_may_bring_the_same_agency(empty_home: None, now: datetime) -> None:
    def bring(number: str) -> Callable[[], HistoriesOutcome]:
        viewer = organisation.operator(at=now, on=now.date())
        content = written(AGENCY, STAFF, {**DECISION, "case": number})
        return lambda: import_histories(viewer, io.BytesIO(content))

    done = at_once(*(bring(str(number)) for number in range(1, 4)))
    outcomes = [cast(HistoriesOutcome, one) for one in done]

    assert [(one.imported, one.problems) for one in outcomes] == [(True, ())] * 3
    assert sorted(one.agencies for one in outcomes) == [0, 0, 1]
