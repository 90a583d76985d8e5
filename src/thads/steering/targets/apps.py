from django.apps import AppConfig


class TargetsConfig(AppConfig):
    name = "thads.steering.targets"
    label = "targets"
