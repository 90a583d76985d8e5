from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "thads.enforcement.documents"
    label = "documents"

    def ready(self) -> None:
        """Register the papers of this room; each room above registers its own in the same way."""
        from thads.enforcement.documents.rules import general_papers as _papers  # noqa: F401
