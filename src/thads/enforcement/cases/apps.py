from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "thads.enforcement.cases"
    label = "cases"
