"""What every test may lean on: a fixed instant, the source material, the second run on PostgreSQL."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FIXTURES_WITH_DATABASE = {"db", "transactional_db", "django_db_serialized_rollback", "live_server"}

# Deterministic, so that a red test is red again; `--hypothesis-profile=search` looks for new examples.
_calm = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
settings.register_profile("usual", settings(max_examples=50, derandomize=True, **_calm))
settings.register_profile("search", settings(max_examples=1000, print_blob=True, **_calm))
settings.load_profile("usual")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On the second run, on PostgreSQL, keep only the tests that touch the database."""
    if not os.environ.get("THADS_TEST_DATABASE_URL"):
        return
    again = [item for item in items if touches_database(item) and not item.get_closest_marker("browser")]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(again)])
    items[:] = again


def touches_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("database_independent"):
        return False
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or not fixtures.isdisjoint(FIXTURES_WITH_DATABASE)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of source material beside the repository: seed reports, published figures."""
    if not SHARED.is_dir():
        pytest.skip("no source material beside the repository (../shared)")
    return SHARED


@pytest.fixture
def now() -> datetime:
    """The instant at which tests happen: the morning after Tuyên Quang's nine months of 2024 were closed."""
    return datetime(2024, 7, 5, 1, 0, tzinfo=UTC)


MOST_CASES = 300
"""Tests that load a whole province have checks of their own."""


@pytest.fixture(autouse=True)
def fetch_equals_fold(request: pytest.FixtureRequest) -> Iterator[None]:
    """After every test with a database, the rows of all cases and accounts are what their facts say: drift
    cannot live.
    """
    if not touches_database(request.node) or "drifting" in request.fixturenames:
        yield
        return
    request.getfixturevalue("_django_db_helper")
    yield
    from django.db import connection

    from thads.enforcement.cases import queries
    from thads.enforcement.cases.models import EnforcementCase
    from thads.enforcement.money import queries as money

    if not connection.needs_rollback and EnforcementCase.objects.count() <= MOST_CASES:
        # Some tests make bare rows to look at lists only; those have no facts to be held against.
        assert [one for one in queries.drift() if one.field != "facts"] == []
        assert [one for one in money.drift() if one.field != "facts"] == []
