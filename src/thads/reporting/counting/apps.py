from django.apps import AppConfig


class CountingConfig(AppConfig):
    name = "thads.reporting.counting"
    label = "counting"
