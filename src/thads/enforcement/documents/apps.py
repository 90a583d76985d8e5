from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "thads.enforcement.documents"
    label = "documents"
