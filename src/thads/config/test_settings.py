"""Settings of the tests: the real ones, with a home and a database of their own that vanish afterwards.

SQLite in a temporary file, unless THADS_TEST_DATABASE_URL names a PostgreSQL server as
tools/with_postgresql.sh does. A file rather than memory: threads of a live server then
lock each other as they do in service.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

_HOME = Path(tempfile.mkdtemp(prefix="thads-test-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["THADS_HOME"] = str(_HOME)
for _name in ("THADS_DATABASE_URL", "THADS_TODAY", "THADS_SECURE"):
    os.environ.pop(_name, None)

import dj_database_url  # noqa: E402

from thads.config import settings as service  # noqa: E402
from thads.config.settings import *  # noqa: E402, F403


def _database() -> dict[str, Any]:
    if url := os.environ.get("THADS_TEST_DATABASE_URL"):
        return {**dj_database_url.parse(url)}
    sqlite: dict[str, Any] = {**service.DATABASES["default"]}
    nothing_to_lose = f"{sqlite['OPTIONS']['init_command']} PRAGMA synchronous=OFF;"
    options = {**sqlite["OPTIONS"], "init_command": nothing_to_lose}
    return {**sqlite, "OPTIONS": options, "TEST": {"NAME": str(_HOME / "test.sqlite3")}}


DATABASES = {"default": _database()}
DEBUG = False
SECRET_KEY = "only for tests"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
