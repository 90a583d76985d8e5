from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "thads.foundation.audit"
    label = "audit"
