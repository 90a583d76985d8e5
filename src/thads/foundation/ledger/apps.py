from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "thads.foundation.ledger"
    label = "ledger"
