from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "thads.enforcement.cases"
    label = "cases"

    def ready(self) -> None:
        """Register the papers that the steps of a case write."""
        from thads.enforcement.cases.rules import papers as _papers  # noqa: F401
