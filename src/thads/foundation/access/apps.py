from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "thads.foundation.access"
    label = "access"
