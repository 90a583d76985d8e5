from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "thads.enforcement.money"
    label = "money"
