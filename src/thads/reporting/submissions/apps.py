from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    name = "thads.reporting.submissions"
    label = "submissions"
