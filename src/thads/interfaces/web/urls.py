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
    "owed_orders",
    "signing_many",
    "stuck",
    "assigning",
    "cases",
    "ended",
    "case_page",
    "case_lines",
    "accounts",
    "sharing",
    "late_interest",
    "receipts",
    "reconciliation",
    "intake",
    "decisions",
    "incoming",
    "transition",
    "transfers",
    "papers",
    "number_series",
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
