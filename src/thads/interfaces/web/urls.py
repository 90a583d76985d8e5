"""Addresses of the screens; each screen's module brings its own."""

from importlib import import_module

app_name = "web"

SCREEN_MODULES = (
    "sign_in",
    "home",
    "desk",
    "due_items",
    "office_days",
    "calendar_feed",
    "cases",
    "case_page",
    "case_lines",
    "intake",
    "incoming",
    "papers",
    "masters",
    "search",
    "forms",
    "registers",
    "results",
    "checker",
    "signing",
)

urlpatterns = [
    pattern
    for name in SCREEN_MODULES
    for pattern in import_module(f"thads.interfaces.web.{name}").urlpatterns
]
