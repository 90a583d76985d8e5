from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "thads.enforcement.money"
    label = "money"

    def ready(self) -> None:
        """Register the papers of fees, costs and money nobody takes."""
        from thads.enforcement.money.rules import papers as _papers  # noqa: F401
