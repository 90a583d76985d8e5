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

_HOME = Path(tempfile.mkdtemp(prefix="thads-test-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["THADS_HOME"] = str(_HOME)
os.environ.pop("THADS_DATABASE_URL", None)

import dj_database_url  # noqa: E402

from thads.config.settings import *  # noqa: E402, F403
from thads.config.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE  # noqa: E402

if _url := os.environ.get("THADS_TEST_DATABASE_URL"):
    DATABASES["default"] = dj_database_url.parse(_url)
else:
    DATABASES["default"]["TEST"] = {"NAME": str(_HOME / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += (
        " PRAGMA synchronous=OFF;"  # nothing to lose in a crash
    )

DEBUG = False
SECRET_KEY = "only for tests"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


# While rooms are still being built: leave out what is not there yet.
def _is_there(name: str) -> bool:
    path = Path(__file__).resolve().parents[2].joinpath(*name.split("."))
    return (
        not name.startswith("thads.") or (path / "__init__.py").exists() or path.with_suffix(".py").exists()
    )


INSTALLED_APPS = [app for app in INSTALLED_APPS if _is_there(app)]
MIDDLEWARE = [name for name in MIDDLEWARE if _is_there(name.rpartition(".")[0])]
