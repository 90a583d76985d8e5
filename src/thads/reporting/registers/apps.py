from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "thads.reporting.registers"
    label = "registers"
