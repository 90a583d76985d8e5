from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "thads.enforcement.deadlines"
    label = "deadlines"
