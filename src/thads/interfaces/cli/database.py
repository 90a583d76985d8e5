"""What every command that reads or writes needs first: the framework up, the database of this version.

Also says in one sentence what is wrong with the surroundings (a home that cannot be written, a file that
is no database, a server that does not answer), so that an administrator knows what to do.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "database.home_unwritable": "Không ghi được vào thư mục dữ liệu {home}; hãy cấp quyền ghi thư mục "
        "ấy cho người chạy lệnh, hoặc đặt THADS_HOME là một thư mục khác.",
        "database.cannot_open": "Không mở được tệp cơ sở dữ liệu {file}; hãy kiểm tra quyền đọc và ghi tệp "
        "ấy và thư mục chứa nó, hoặc đặt THADS_HOME là một thư mục khác.",
        "database.no_database": "Tệp {file} không phải là cơ sở dữ liệu hoặc đã hỏng; hãy phục hồi từ bản "
        "sao lưu, hoặc chuyển tệp ấy đi nơi khác để bắt đầu với cơ sở dữ liệu trống.",
        "database.busy": "Cơ sở dữ liệu đang được chương trình khác ghi quá lâu; hãy đợi rồi chạy lại.",
        "database.disk_full": "Ổ đĩa chứa {file} đã đầy; hãy giải phóng dung lượng rồi chạy lại.",
        "database.no_server": "Không kết nối được máy chủ cơ sở dữ liệu nêu trong THADS_DATABASE_URL; hãy "
        "kiểm tra máy chủ đang chạy, tên máy, cổng, tên cơ sở dữ liệu, người dùng và mật khẩu.",
        "database.no_driver": "Máy này thiếu thư viện để nối với loại cơ sở dữ liệu nêu trong "
        "THADS_DATABASE_URL; hãy cài thư viện psycopg, hoặc bỏ THADS_DATABASE_URL để dùng SQLite.",
    }
)

_SQLITE_FAULTS = (
    ("readonly database", "database.home_unwritable"),
    ("unable to open", "database.cannot_open"),
    ("disk i/o error", "database.cannot_open"),
    ("not a database", "database.no_database"),
    ("malformed", "database.no_database"),
    ("is locked", "database.busy"),
    ("disk is full", "database.disk_full"),
)
"""Words of SQLite's own messages and the sentence each stands for."""
_SERVER_STATES = ("08", "28", "3D", "57P")
"""Classes of PostgreSQL's states: no connection, not let in, no such database, shut down."""


def ready(*, before_migrating: Callable[[], None] = lambda: None) -> None:
    """Set Django up and bring the database up to date, so that a command works on a fresh machine.

    One process at a time looks and migrates; those that start with it wait and then find all done.
    Refuses surroundings that cannot hold a database.
    """
    import django

    django.setup()
    from django.core.management import call_command

    with alone("migrate"), _faults_told():
        if _is_behind():
            before_migrating()
            call_command("migrate", interactive=False, verbosity=0)


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Hold a lock of this home while the block runs; refuses a home that cannot be written."""
    from django.conf import settings

    home = Path(settings.HOME)
    try:
        lock = (home / f"{name}.lock").open("a")
    except OSError:
        raise Refusal("database.home_unwritable", home=home) from None
    with lock:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)  # given back when the file is closed
        yield


def refusal_for(fault: Exception) -> Refusal | None:
    """Return what to tell for a fault of the database or the home; nothing for any other fault."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db.utils import DatabaseError, InterfaceError

    if isinstance(fault, ImproperlyConfigured) and "psycopg" in str(fault):
        return Refusal("database.no_driver")
    if isinstance(fault, PermissionError) and _is_in_home(fault.filename):
        return Refusal("database.home_unwritable", home=_home())
    if not isinstance(fault, DatabaseError | InterfaceError):
        return None
    if _is_of_the_connection(fault):
        return Refusal("database.no_server")
    code = next((code for said, code in _SQLITE_FAULTS if said in str(fault).lower()), None)
    return Refusal(code, home=_home(), file=_home() / "thads.sqlite3") if code else None


def _is_of_the_connection(fault: Exception) -> bool:
    """Whether a server was asked and did not answer: psycopg then knows no state, or one of these."""
    if type(fault.__cause__).__module__.split(".")[0] != "psycopg":
        return False
    state = getattr(fault.__cause__, "sqlstate", None)
    return type(fault).__name__ == "OperationalError" if state is None else state.startswith(_SERVER_STATES)


def _is_behind() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _faults_told() -> Iterator[None]:
    from django.core.exceptions import ImproperlyConfigured
    from django.db.utils import Error

    try:
        yield
    except (Error, ImproperlyConfigured) as fault:
        refusal = refusal_for(fault)
        if refusal is None:
            raise
        raise refusal from None


def _home() -> Path:
    return Path(os.environ.get("THADS_HOME", "var")).resolve()


def _is_in_home(name: object) -> bool:
    return isinstance(name, str | os.PathLike) and _home() in (Path(name), *Path(name).parents)
