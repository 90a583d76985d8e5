"""Settings. One agency runs on SQLite without any; everything that varies is an environment variable.

THADS_HOME            where the database, the counting segments and the secret key live (default ./var)
THADS_DATABASE_URL    e.g. postgres://user@host/thads; default SQLite in THADS_HOME
THADS_SECRET_KEY      default: made once and kept in THADS_HOME/secret_key (readable by its owner only)
THADS_HOSTS           allowed host names, comma separated (default: loopback)
THADS_SECURE          "1" behind HTTPS: secure cookies, HSTS
"""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, SELF

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "settings.home_unusable": "Không dùng được {home} làm thư mục dữ liệu: đó là một tệp, hoặc không tạo "
        "hay không ghi được ở đó; hãy đặt THADS_HOME là một thư mục ghi được.",
        "settings.url_unreadable": "THADS_DATABASE_URL không đọc được; hãy viết như "
        "postgres://người_dùng:mật_khẩu@máy:5432/thads, hoặc bỏ biến này để dùng SQLite.",
    }
)

HOME = Path(os.environ.get("THADS_HOME", "var")).resolve()
try:
    HOME.mkdir(parents=True, exist_ok=True)
except OSError:
    raise Refusal("settings.home_unusable", home=HOME) from None


def _secret_key() -> str:
    """Return the key from the environment, or the one made on first start."""
    given = os.environ.get("THADS_SECRET_KEY")
    if given:
        return given
    kept = HOME / "secret_key"
    if not kept.exists():
        _keep_new_key(kept)
    return kept.read_text()


def _keep_new_key(kept: Path) -> None:
    """Write a key under a name of its own, then put it in place whole; who was faster keeps theirs."""
    made = kept.with_name(f"secret_key.{secrets.token_hex(8)}")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        os.link(made, kept)
    except FileExistsError:
        pass
    finally:
        made.unlink()


try:
    SECRET_KEY = _secret_key()
except OSError:
    raise Refusal("settings.home_unusable", home=HOME) from None
DEBUG = False
ALLOWED_HOSTS = os.environ.get("THADS_HOSTS", "127.0.0.1,localhost,[::1]").split(",")

INSTALLED_APPS = [
    "thads.foundation.audit",
    "thads.foundation.ledger",
    "thads.foundation.access",
    "thads.foundation.organisation",
    "thads.enforcement.deadlines",
    "thads.enforcement.documents",
    "thads.enforcement.cases",
    "thads.enforcement.money",
    "thads.reporting.counting",
    "thads.reporting.registers",
    "thads.reporting.submissions",
    "thads.steering.targets",
    "thads.interfaces.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "thads.interfaces.web.middleware.ViewerMiddleware",
]

ROOT_URLCONF = "thads.config.urls"
WSGI_APPLICATION = "thads.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "csp.context_processors.nonce",
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["thads.interfaces.web.templatetags.figures"],
        },
    }
]

_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": HOME / "thads.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;",
    },
}


def _database() -> Mapping[str, object]:
    """Return the database of the environment, or SQLite in the home; refuses an address that is none."""
    given = os.environ.get("THADS_DATABASE_URL")
    if not given:
        return _SQLITE
    try:
        found = dict(dj_database_url.parse(given, conn_max_age=600))
    except (ValueError, KeyError):  # dj_database_url.UnknownSchemeError is a ValueError
        raise Refusal("settings.url_unreadable") from None
    if str(found["ENGINE"]).rpartition(".")[2] not in ("postgresql", "sqlite3"):
        raise Refusal("settings.url_unreadable")
    return found


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "access.User"
LOGIN_URL = "web:sign_in"
LOGIN_REDIRECT_URL = "web:home"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = False
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if os.environ.get("THADS_SECURE") == "1":
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        # ECharts and Tabler set style attributes on elements they draw.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
        "base-uri": [SELF],
        "object-src": ["'none'"],
    }
}

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
try:
    STATIC_ROOT.mkdir(exist_ok=True)
except OSError:
    raise Refusal("settings.home_unusable", home=HOME) from None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 300

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

SEGMENTS = HOME / "segments"
"""Where the counting room keeps its Parquet segments."""
