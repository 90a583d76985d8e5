from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "thads.interfaces.web"
    label = "web"
